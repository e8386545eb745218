// SPDX-License-Identifier: GPL-2.0-or-later
//
// Who of the authors in the columns is one person (person_columns.h says how that is found out). A person is named by a
// key of the author column and, where several persons have that name, by the record in which this one bears it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annota {

class Column;

/// The stable name of a person.
struct PersonKey {
    std::string name;                    ///< name_key()
    std::optional<std::uint64_t> record; ///< record_mark()

    // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares what it makes of this with 0
    friend auto operator<=>(const PersonKey&, const PersonKey&) = default;
};

/// "danilin,i,v" or "danilin,i,v#00f3a7c1d2e45b67".
std::string to_text(const PersonKey& key);
PersonKey read_person_key(std::string_view text);

/// What one file says of persons. A person is the ordinal of a key of the author column, or, with kMarkedPerson, of one
/// of those who share their name with others; both count on from those of the whole file as in ColumnPart.
struct PersonPart {
    std::span<const std::uint32_t> persons; ///< Of each of the author part's values; none where nobody is told apart.
    std::span<const std::uint32_t> names;   ///< Of each who shares the name: ordinal of the key, ascending.
    std::span<const std::uint32_t> marks;   ///< The same: mark of the record, two words, ascending within a name.
    /// Of a whole file the same from persons to documents: where the spellings of each key's person, then of each who
    /// shares a name, end in `spellings`;
    std::span<const std::uint32_t> ends;
    std::span<const std::uint32_t> spellings;     ///< ordinals of what is printed of her, ascending;
    std::span<const std::uint32_t> spelling_ends; ///< where the documents that print it so end in `docids`;
    std::span<const std::uint32_t> docids;        ///< and these, ascending.
};

inline constexpr std::uint32_t kMarkedPerson = std::uint32_t{1} << 31;
inline constexpr auto kNobody = static_cast<std::uint32_t>(-1); ///< Not told apart yet; in no index.

/// Views into column files.
class Persons {
public:
    Persons(const Column& authors, const PersonPart& whole, const PersonPart& changes);

    /// The persons of a document, one for each of its values in the author column. None where nobody is told apart.
    std::span<const std::uint32_t> of(std::uint32_t docid) const;

    /// For arrays by person: place() of each is below count().
    std::uint32_t count() const;
    std::uint32_t place(std::uint32_t person) const { return (person & ~kMarkedPerson) + (person >> 31) * keys_; }
    std::uint32_t at_place(std::uint32_t place) const;

    PersonKey key(std::uint32_t person) const;
    std::string text(std::uint32_t person) const { return to_text(key(person)); }

    /// Calls `use(place, count)` for each person: as how many authors she stands in the whole file.
    template <class Use> void for_each_whole_count(Use use) const;

    /// Calls `use(i, docid, value)` for each author of a document who is persons[i]: `value` is the ordinal of what is
    /// printed of her there. In the order of no index.
    void
    for_each_mention(std::span<const std::uint32_t> persons,
                     const std::function<void(std::size_t i, std::uint32_t docid, std::uint32_t value)>& use) const;

    /// In the order of their texts.
    bool is_before(std::uint32_t person, std::uint32_t other) const;

    /// A person by key; there may be no document of hers.
    std::optional<std::uint32_t> find(const PersonKey& key) const;

    const PersonPart& whole() const { return whole_; }
    const PersonPart& changes() const { return changes_; }

private:
    /// Of person `i` in the whole file, as of PersonPart::ends.
    std::span<const std::uint32_t> whole_documents(std::uint32_t i) const;
    std::pair<std::uint32_t, std::uint32_t> whole_spellings(std::uint32_t i) const;
    std::optional<std::uint32_t> place_in_whole(std::uint32_t person) const;
    std::span<const std::uint32_t> documents_of_spelling(std::uint32_t spelling) const;
    std::uint32_t name_ordinal(std::uint32_t person) const;
    std::uint64_t mark(std::uint32_t person) const;

    const Column* authors_;
    std::uint32_t keys_; ///< Of authors, in both files.
    PersonPart whole_;
    PersonPart changes_;
};

} // namespace annota
