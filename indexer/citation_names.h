// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names of persons in running text: where they begin and end, without a list of names.

#pragma once

#include "indexer/citation_tokens.h"

#include <optional>
#include <vector>

namespace annota {

/// The persons at the head of a citation.
struct NameList {
    std::vector<TokenRange> persons;
    std::size_t end = 0;  ///< Behind the last one, "et al." and the punctuation that closes the list.
    bool editors = false; ///< "(Ed.)", "(ред.)" follows them.
};

/// The end of one name with initials at `at`: "Фамилия И.О.", "Фамилия, И. О.", "И.О. Фамилия", "von Family A.-B.",
/// "FamilyS.N."; `at` where there is none.
std::size_t name_with_initials_end(const CitationText& text, std::size_t at);

/// The end of a name of two or three capitalised words, with initials between them or not: "Иван Петров", "Ivan V.
/// Petrov".
std::size_t full_name_end(const CitationText& text, std::size_t at);

/// "Smith AB": initials in capitals without full stops, as Vancouver style has them.
std::size_t bare_initials_name_end(const CitationText& text, std::size_t at);

/// The names with which `range` begins; without persons where it begins with something else. A year may close the list.
NameList leading_names(const CitationText& text, TokenRange range);

/// The names of a statement of responsibility, whatever words stand between them: titles, degrees and offices are no
/// names.
std::vector<TokenRange> names_in_statement(const CitationText& text, TokenRange range);

} // namespace annota
