// SPDX-License-Identifier: GPL-2.0-or-later
//
// Patterns and names expanded to the terms of the index that they mean, by reading its own term list.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace annota {

/// A pattern stands for at most so many terms, the most frequent ones; measured on 160,000 abstracts, 1,000 terms are
/// read and matched in some 20 ms.
inline constexpr std::size_t kMaxExpansion = 1000;

struct Expansion {
    std::vector<std::string> terms;
    std::vector<std::string> doubtful; ///< Terms some of whose words only are meant.
    bool capped = false;               ///< There were more.
};

/// A word of a query that also stood for another one.
struct QueryExpansion {
    std::string term;     ///< As typed.
    std::string to;       ///< A script-free key.
    std::string_view why; ///< As in the answer's schema.
    double weight = 1;

    friend bool operator==(const QueryExpansion&, const QueryExpansion&) = default;
};

/// The terms that begin with `prefix` + `start`, where the letter after a prefix of the schema tells its terms apart.
Expansion terms_with_prefix(const Xapian::Database& database, std::string_view prefix, std::string_view start);

/// Stems of words that begin with a folded beginning of a word. Where a stem has other words too it is doubtful.
Expansion words_with_prefix(const Xapian::Database& database, std::string_view start);

/// Stems under a prefix of which `accepts(stem)` says that a word of theirs is meant. Where `first` is not empty only
/// those that begin with it are asked. Reads at most `budget` terms, which it takes from it, as all the words of an
/// index are many.
Expansion accepted_stems(const Xapian::Database& database, std::string_view prefix, std::string_view first,
                         const std::function<bool(std::string_view stem)>& accepts, std::size_t& budget);

/// Stems of words of journals' names that can belong to a word that begins with `start`, folded and not empty.
Expansion journal_stems(const Xapian::Database& database, std::string_view start);

/// Terms of name forms (under kAuthorKeyPrefix or another prefix of name keys) that can be the same person as `name` is
/// typed: one family name in any of its learned spellings, given names that agree as far as both go.
Expansion compatible_name_terms(const Xapian::Database& database, std::string_view prefix, std::string_view name);

/// Further keys of a family name, in the order of their texts: those that some record prints for one person beside this
/// one. The index's own bilingual records teach what no transliteration gives: Hossain for Хоссейн.
std::vector<std::string> learned_spellings(const Xapian::Database& database, std::string_view family);

/// Terms of the years from `first` to `last`, both included, that the index has.
Expansion year_terms(const Xapian::Database& database, int first, int last);

} // namespace annota
