// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which records were added, updated and deleted since a generation: documents carry the generations of their own, what
// is gone leaves a tombstone. Stored in the index: a change needs a new schema version.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace annota {

/// A generation as the value of kAddedSlot and kChangedSlot: the number of its bytes, then the bytes, high ones first
/// and without leading zeros. So values sort as their numbers do.
std::string encode_generation(std::uint64_t generation);

/// Reads what encode_generation() gave; 0 for an empty value.
std::uint64_t decode_generation(std::string_view value);

/// A record that is gone: deleted, without a contribution left, or joined into another.
struct Tombstone {
    std::uint64_t generation = 0; ///< Of the commit that took it away.
    std::int64_t time = 0;        ///< Of that, in seconds since 1970, UTC.
    std::string id;               ///< The record id.

    friend bool operator==(const Tombstone&, const Tombstone&) = default;
};

/// Key of the metadata entry: kTombstonePrefix, 16 hex digits of the generation, the id, of which a long one ends in a
/// hash (make_term). Keys sort by generation.
std::string tombstone_key(const Tombstone& tombstone);

/// Where the keys of a generation begin.
std::string tombstone_key_prefix(std::uint64_t generation);

/// The metadata entry: the time in decimal digits, a blank, the whole id.
std::string tombstone_value(const Tombstone& tombstone);
Tombstone read_tombstone(std::string_view key, std::string_view value);

enum class ChangeKind : std::uint8_t { added, updated, deleted };
std::string_view name_of(ChangeKind kind);

struct Change {
    std::uint64_t generation = 0; ///< In which the record changed last.
    std::string id;
    ChangeKind kind = ChangeKind::added;

    friend bool operator==(const Change&, const Change&) = default;
};

/// What became of each record that changed after generation `since`, by generation, then by id. nullopt where the log
/// does not reach back so far, or `since` is beyond `present`, the generation of the database. Xapian's exceptions pass
/// through.
std::optional<std::vector<Change>> changes_since(const Xapian::Database& database, std::uint64_t since,
                                                 std::uint64_t present);

} // namespace annota
