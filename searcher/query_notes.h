// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the query parser has to say: the codes, which are stable, and the collector of notes, which is bounded.

#pragma once

#include "searcher/parsed_query.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// Of one query; a last note says that there were more.
inline constexpr std::size_t kMaxQueryNotes = 32;

struct QueryNoteKind {
    std::string_view code;
    std::string_view message;
};

namespace query_note {

inline constexpr QueryNoteKind kUnbalancedParenthesis{"unbalanced_parenthesis",
                                                      "This parenthesis has no partner and was ignored"};
inline constexpr QueryNoteKind kUnbalancedQuote{"unbalanced_quote",
                                                "This quotation mark has no partner and was ignored"};
inline constexpr QueryNoteKind kEmptyGroup{"empty_group", "There is nothing between these parentheses"};
inline constexpr QueryNoteKind kEmptyPhrase{"empty_phrase", "There is nothing between these quotation marks"};
inline constexpr QueryNoteKind kOperatorWithoutOperand{"operator_without_operand",
                                                       "This operator has nothing to work on and was read as a word"};
inline constexpr QueryNoteKind kLoneSign{"lone_sign", "This sign stands before no word and was ignored"};
inline constexpr QueryNoteKind kStrayColon{"stray_colon", "No value follows this colon, so it names no field"};
inline constexpr QueryNoteKind kUnknownRange{
    "unknown_range", "This is neither a year nor a range of years such as 2015..2020 and was read as a word"};
inline constexpr QueryNoteKind kReversedRange{"reversed_range", "This range ends before it begins and was turned"};
inline constexpr QueryNoteKind kBareWildcard{"bare_wildcard", "A wildcard needs a letter or a digit and was ignored"};
inline constexpr QueryNoteKind kQuestionMark{
    "question_mark", "This ? was read as a question mark; alone in parentheses it is a wildcard: (wor?)"};
inline constexpr QueryNoteKind kFuzzyDistance{"fuzzy_distance", "A fuzzy word takes ~, ~1 or ~2; the nearest was used"};
inline constexpr QueryNoteKind kConflictingSigns{
    "conflicting_signs", "A word is exact, has wildcards or is fuzzy; the wildcards, else the ~ were kept"};
inline constexpr QueryNoteKind kPhraseSuffix{
    "phrase_suffix", "A phrase takes neither * nor ~, which was ignored; a NEAR/5 b finds words near each other"};
inline constexpr QueryNoteKind kFirstAuthorOnly{"first_author_only", "Only author: takes a ^, which was ignored here"};
inline constexpr QueryNoteKind kProximityDistance{"proximity_distance",
                                                  "This distance is out of bounds; the nearest was used"};
inline constexpr QueryNoteKind kTextCut{"text_cut", "The query is too long; the rest was ignored"};
inline constexpr QueryNoteKind kWordCut{"word_cut", "This word is too long; the rest of it was ignored"};
inline constexpr QueryNoteKind kTooManyWords{"too_many_words", "The query has too many words; the rest were ignored"};
inline constexpr QueryNoteKind kTooManyWildcards{
    "too_many_wildcards", "The query has too many wildcards and fuzzy words; the rest were read as words"};
inline constexpr QueryNoteKind kTooDeep{"too_deep", "Parentheses are nested too deep; the inner ones were ignored"};
inline constexpr QueryNoteKind kMoreNotes{"more_notes", "There is more to say about this query"};

} // namespace query_note

/// Takes the notes of one query in any order and gives them in order of position.
class QueryNotes {
public:
    void add(const QueryNoteKind& kind, std::size_t start, std::size_t end);
    std::vector<QueryNote> take();

private:
    std::vector<QueryNote> notes_;
};

} // namespace annota
