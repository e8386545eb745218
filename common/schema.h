// SPDX-License-Identifier: GPL-2.0-or-later
//
// The index schema: what stands in the Xapian database of a build, in one place.
//
// Terms. Words are indexed once, as stems without prefix, over title, abstract and keywords; wdf is the number of
// occurrences in the record. Copies count the occurrences in the title (S) and in the keywords (K), so that occurrences
// in the abstract are the difference, and boosts are a matter of the query. Positions, and the forms of the words,
// stand in a value, in the order of the text (word_sequence.h), not in Xapian's position lists and in terms, which took
// half of the index and of the time to build it. A phrase within a field is the phrase anywhere whose positions lie in
// the field's ranges below.
//   (none)  stem of a word, or the word as it is where it has digits or signs; joined compounds at the first and last
//           position of their parts with wdf 0, as are script-free twins at the position of their word
//   S, K    the same terms by field, wdf only
//   A       script-free key of each word of two or more letters in names of authors and editors, of the parts of such
//           words around hyphens, and of family names written as one word
//   XA      key of one form of an author's name ("danilin,i,v"); query names are compared with these
//   XE      the same for editors
//   XF      key of one form of the first author's name
//   XV      two keys of family names that the record prints for one person, each way: "hosein=hosain", "hosain=hosein"
//   XJ      stem of a word of the journal's name, joined compounds and twins as above, with positions
//   Y       year, four digits      L  language      T  type      XN  ISSN      XB  ISBN      all in lower case
//   Q       the record id, unique; XQ every alias of it (own ids, DOI in lower case with "doi:", fingerprint)
//   XR      id of a record that this one links to as related; XC the same for cited records
//   XS      source that has a contribution to the record
// Only the first two rows have a wdf and only they and XJ positions, so that the document length counts words alone,
// those of titles and keywords twice. A term longer than kMaxTermBytes ends in a hash of the rest.
//
// Positions of each field and language lie in a range of their own (position_range), kRangeGap apart, so that neither a
// phrase nor NEAR crosses a field; texts that share a range lie kTextGap apart, so that no phrase crosses a keyword.
// Words beyond a field's range have no position. XJ has the ranges of the title.
//
// Value slots hold what sorting and length normalisation need, the generations of a document (change_log.h), and by
// what an unchanged record is known without reading it; authors are in no slot but in the columns beside the index.
// The record itself is a value, too: Xapian would run zlib over its document data, which is compressed better already,
// for a thirteenth of the time of a bulk load. Metadata: kSchemaKey, kAnalyzerKey, kGenerationKey,
// kDictionaryKey, the compression dictionary of the records, kLogBeginKey, the generation down to which deletions
// are known (absent: all are), kPersonRulesKey, the user's rules about persons (person_rules.h), an entry for each
// tombstone (kTombstonePrefix, change_log.h) and for each file that need not be read again while it is unchanged
// (kFileStampPrefix, indexer/file_stamp.h).
//
// Everything here is stored in the index: a change needs a new schema version.

#pragma once

#include "common/record.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace annota {

inline constexpr unsigned kSchemaVersion = 3;

inline constexpr std::string_view kNameWordPrefix = "A";
inline constexpr std::string_view kAuthorKeyPrefix = "XA";
inline constexpr std::string_view kEditorKeyPrefix = "XE";
inline constexpr std::string_view kFirstAuthorPrefix = "XF";
inline constexpr std::string_view kSpellingPrefix = "XV";
inline constexpr std::string_view kIdPrefix = "Q";
inline constexpr std::string_view kAliasPrefix = "XQ";
inline constexpr std::string_view kRelatedPrefix = "XR";
inline constexpr std::string_view kCitesPrefix = "XC";
inline constexpr std::string_view kSourcePrefix = "XS";

inline constexpr const char* kSchemaKey = "annota_schema";
inline constexpr const char* kAnalyzerKey = "annota_analyzer";
inline constexpr const char* kGenerationKey = "annota_generation";
inline constexpr const char* kDictionaryKey = "annota_dictionary";
inline constexpr const char* kLogBeginKey = "annota_log_begin";
inline constexpr const char* kPersonRulesKey = "annota_authors";
inline constexpr std::string_view kTombstonePrefix = "annota_gone:";
inline constexpr std::string_view kFileStampPrefix = "annota_file:";

/// Value slots.
enum Slot : std::uint32_t {
    kYearSlot = 0,    ///< "2020"; absent where unknown.
    kTitleSlot = 1,   ///< Folded title in the work's language, at most 48 bytes, for sorting.
    kIdSlot = 2,      ///< The record id: the order of equal scores.
    kLengthsSlot = 3, ///< Numbers of words as varints: by TextField, within it by language ordinal.
    kJournalSlot = 4, ///< Folded name of the journal.
    kAddedSlot = 5,   ///< Generation in which the document came; of joined documents the earlier one.
    kChangedSlot = 6, ///< Generation in which it changed last.
    kContentSlot = 7, ///< content_marks() of its contributions.
    kWordsSlot = 8,   ///< The words in order, and their forms (word_sequence.h).
    kRecordSlot = 9,  ///< The StoredDocument (stored_document.h).
};

/// Xapian's own limit for a key is 252 bytes, so 245 for a term, in which a zero byte counts twice.
inline constexpr std::size_t kMaxTermBytes = 245;

/// `prefix` and `value` as one term; a tail beyond kMaxTermBytes is replaced with 16 hex digits of its XXH3-64.
/// Prefixes of several letters get a colon where the value begins with a capital or a colon, as in Omega.
std::string make_term(std::string_view prefix, std::string_view value);

/// Fields whose words share the unprefixed term space.
enum class TextField : std::uint8_t { title, keyword, abstract };
inline constexpr std::size_t kTextFieldCount = 3;

/// Half-open range of term positions of a field in one language.
struct PositionRange {
    std::uint32_t begin;
    std::uint32_t end;
};

/// Languages have ranges of their own: "ru" the first, "en" the second, all others the third.
inline constexpr std::size_t kLanguageCount = 3;
std::size_t language_ordinal(std::string_view language);

PositionRange position_range(TextField field, std::size_t language);

/// Positions left free between two ranges: as far as NEAR reaches.
inline constexpr std::uint32_t kRangeGap = 100;

/// Positions left free between the last word of a text and the first of the next in one range: of keywords, and of
/// languages that share a range.
inline constexpr std::uint32_t kTextGap = 16;

} // namespace annota
