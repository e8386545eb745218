// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/xapian_document.h"

#include "common/schema.h"

#include <xapian.h>

namespace annota {

Xapian::Document xapian_document(const DocumentTerms& terms, const std::string& record) {
    Xapian::Document document;
    for (const Posting& posting : terms.postings) document.add_term(posting.term, posting.wdf);
    for (const auto& [slot, value] : terms.values) document.add_value(slot, value);
    document.add_value(kRecordSlot, record);
    return document;
}

} // namespace annota
