// SPDX-License-Identifier: GPL-2.0-or-later
//
// The value streams of all documents are read side by side: a million generations take as long as a few searches, and
// no document is opened. A record that is there has no tombstone that counts: it came back.

#include "common/change_log.h"

#include "common/schema.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <tuple>
#include <unordered_map>

namespace annota {

namespace {

constexpr std::size_t kGenerationDigits = 16;

template <class Number> Number number_of(std::string_view text, int base = 10) {
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number, base);
    return number;
}

/// Generations of deletion by id, of those after `since`; the last where there are several.
std::unordered_map<std::string, std::uint64_t> deletions_since(const Xapian::Database& database, std::uint64_t since) {
    std::unordered_map<std::string, std::uint64_t> deletions;
    const std::string prefix(kTombstonePrefix);
    Xapian::TermIterator key = database.metadata_keys_begin(prefix);
    key.skip_to(tombstone_key_prefix(since + 1));
    for (; key != database.metadata_keys_end(prefix); ++key) {
        const Tombstone tombstone = read_tombstone(*key, database.get_metadata(*key));
        deletions[tombstone.id] = tombstone.generation;
    }
    return deletions;
}

} // namespace

std::string encode_generation(std::uint64_t generation) {
    std::string bytes;
    for (; generation != 0; generation >>= 8) bytes.push_back(static_cast<char>(generation & 0xFF));
    bytes.push_back(static_cast<char>(bytes.size()));
    std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

std::uint64_t decode_generation(std::string_view value) {
    std::uint64_t generation = 0;
    for (std::size_t i = 1; i < value.size(); ++i) generation = generation << 8 | static_cast<unsigned char>(value[i]);
    return generation;
}

std::string tombstone_key_prefix(std::uint64_t generation) {
    std::array<char, kGenerationDigits + 1> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(generation));
    return std::string(kTombstonePrefix) + digits.data();
}

std::string tombstone_key(const Tombstone& tombstone) {
    return make_term(tombstone_key_prefix(tombstone.generation), tombstone.id);
}

std::string tombstone_value(const Tombstone& tombstone) {
    return std::to_string(tombstone.time) + ' ' + tombstone.id;
}

Tombstone read_tombstone(std::string_view key, std::string_view value) {
    const std::size_t blank = std::min(value.find(' '), value.size());
    return {number_of<std::uint64_t>(key.substr(std::min(key.size(), kTombstonePrefix.size()), kGenerationDigits), 16),
            number_of<std::int64_t>(value.substr(0, blank)),
            std::string(value.substr(std::min(blank + 1, value.size())))};
}

std::string_view name_of(ChangeKind kind) {
    constexpr std::array<std::string_view, 3> kNames{"added", "updated", "deleted"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::optional<std::vector<Change>> changes_since(const Xapian::Database& database, std::uint64_t since,
                                                 std::uint64_t present) {
    const auto first_known = number_of<std::uint64_t>(database.get_metadata(kLogBeginKey));
    if (since < first_known || since > present) return std::nullopt;
    std::vector<Change> changes;
    if (since == present) return changes;
    auto deletions = deletions_since(database, since);
    Xapian::ValueIterator added = database.valuestream_begin(kAddedSlot);
    Xapian::ValueIterator id = database.valuestream_begin(kIdSlot);
    for (auto at = database.valuestream_begin(kChangedSlot); at != database.valuestream_end(kChangedSlot); ++at) {
        const std::uint64_t generation = decode_generation(*at);
        if (generation <= since) continue;
        added.skip_to(at.get_docid());
        id.skip_to(at.get_docid());
        const bool is_new = decode_generation(*added) > since;
        changes.push_back({generation, *id, is_new ? ChangeKind::added : ChangeKind::updated});
        deletions.erase(changes.back().id);
    }
    for (const auto& [gone, generation] : deletions) changes.push_back({generation, gone, ChangeKind::deleted});
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return std::tie(a.generation, a.id) < std::tie(b.generation, b.id);
    });
    return changes;
}

} // namespace annota
