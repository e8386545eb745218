// SPDX-License-Identifier: GPL-2.0-or-later
//
// Both lists of unique terms are sorted: one merge, without look-ups but for what is missing.

#include "indexer/id_comparison.h"

#include "common/index_folder.h"
#include "common/interrupt.h"
#include "common/schema.h"

#include <xapian.h>

namespace annota {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kExamples = 3;

template <class Work> auto translated(const fs::path& database, Work work) {
    try {
        return work();
    } catch (const Xapian::Error& error) {
        throw IndexError(IndexFault::damaged, database.string() + ": " + error.get_msg());
    }
}

} // namespace

IdComparison compare_ids(const fs::path& old_database, const std::function<bool(std::string_view id)>& is_known) {
    return translated(old_database, [&] {
        const Xapian::Database database(old_database.string());
        const std::string prefix(kIdPrefix);
        IdComparison comparison;
        for (auto at = database.allterms_begin(prefix); at != database.allterms_end(prefix); ++at) {
            if (interrupt_signal() != 0) break;
            ++comparison.before;
            const std::string id = (*at).substr(prefix.size());
            if (is_known(id)) continue;
            ++comparison.missing;
            if (comparison.examples.size() < kExamples) comparison.examples.push_back(id);
        }
        return comparison;
    });
}

IdComparison compare_ids(const fs::path& old_database, const fs::path& new_database) {
    return translated(new_database, [&] {
        const Xapian::Database database(new_database.string());
        const std::string prefix(kIdPrefix);
        Xapian::TermIterator at = database.allterms_begin(prefix);
        const Xapian::TermIterator end = database.allterms_end(prefix);
        return compare_ids(old_database, [&](std::string_view id) {
            const std::string term = make_term(prefix, id);
            while (at != end && *at < term) ++at;
            return (at != end && *at == term) || database.term_exists(make_term(kAliasPrefix, id));
        });
    });
}

} // namespace annota
