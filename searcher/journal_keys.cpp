// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/journal_keys.h"

#include "common/facet_values.h"

#include <cstdint>
#include <optional>

namespace annota {

std::string present_journal_key(IndexReader& reader, const std::string& key) {
    const Column& journals = reader.column(kJournalColumn);
    const std::optional<std::uint32_t> known = journals.find_key(key);
    return known ? std::string(journals.key(journals.bucket_of(*known))) : key;
}

std::set<std::string> other_journal_keys(IndexReader& reader, const std::string& key) {
    const Column& journals = reader.column(kJournalColumn);
    std::set<std::string> others;
    const std::optional<std::uint32_t> known = journals.find_key(key);
    if (!known || !journals.has_buckets()) return others;
    for (std::uint32_t other = 0; other < journals.key_count(); ++other)
        if (other != *known && journals.bucket_of(other) == journals.bucket_of(*known))
            others.emplace(journals.key(other));
    return others;
}

} // namespace annota
