// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/index_contents.h"

#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/record_id.h"
#include "common/record_json.h"
#include "common/schema.h"

#include <xapian.h>

#include <algorithm>
#include <ostream>

namespace annota {

namespace {

/// Contributions in the order that gives the document its id again: those that it has its name from come first.
std::vector<const Contribution*> in_order_of_reading(const StoredDocument& document, const Analyzer& analyzer) {
    std::vector<const Contribution*> order;
    order.reserve(document.contributions.size());
    for (const Contribution& contribution : document.contributions) order.push_back(&contribution);
    // Not of std::ranges, whose result clang 14 cannot compile.
    std::stable_partition(order.begin(), order.end(), [&](const Contribution* contribution) {
        return record_ids(contribution->record, analyzer).primary() == document.id;
    });
    return order;
}

} // namespace

std::uint64_t salvage_records(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Analyzer analyzer;
    std::uint64_t left = reader.database().get_doccount();
    // By number, as no list of documents may be whole.
    for (std::uint32_t docid = 1; docid < reader.doc_limit() && interrupt_signal() == 0; ++docid) {
        try {
            const StoredDocument document = reader.document(docid);
            for (const Contribution* contribution : in_order_of_reading(document, analyzer))
                out << record_to_json(contribution->record) << '\n';
            left -= left > 0 ? 1 : 0;
        } catch (const IndexError&) { // damaged, or deleted
        }
    }
    return left;
}

void dump_records(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Analyzer analyzer;
    const std::string ids(kIdPrefix);
    // Where the index changes under a long dump, it goes on behind the last record that was written.
    std::string last;
    with_stable_index(reader, [&] {
        const Xapian::Database& database = reader.database();
        Xapian::TermIterator term = database.allterms_begin(ids);
        if (!last.empty()) term.skip_to(last);
        for (; term != database.allterms_end(ids); ++term) {
            const std::string name = *term;
            if (interrupt_signal() != 0) break;
            if (name == last) continue;
            const StoredDocument document = reader.document(*database.postlist_begin(name));
            for (const Contribution* contribution : in_order_of_reading(document, analyzer))
                out << record_to_json(contribution->record) << '\n';
            last = name;
        }
        return true;
    });
}

} // namespace annota
