// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/xapian_document.h"

#include "common/schema.h"

#include <xapian.h>

namespace annota {

Xapian::Document xapian_document(const DocumentTerms& terms, const std::string& record) {
    Xapian::Document document;
    for (std::uint32_t term = 0; term < terms.terms.size(); ++term)
        document.add_term(std::string(terms.terms[term]), terms.wdfs[term]);
    for (const auto& [slot, value] : terms.values) document.add_value(slot, value);
    document.add_value(kRecordSlot, record);
    return document;
}

} // namespace annota
