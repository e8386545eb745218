// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values by which a record is counted in each facet.

#pragma once

#include "common/analyzer.h"
#include "common/field.h"
#include "common/name_keys.h"
#include "common/record.h"
#include "common/stored_document.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

inline constexpr std::size_t kFacetCount = [] {
    std::size_t count = 0;
    for (const Field& row : kFields) count += row.facet ? 1 : 0;
    return count;
}();

/// The fields with buckets, in the order of the table.
inline constexpr std::array<FieldId, kFacetCount> kFacetFields = [] {
    std::array<FieldId, kFacetCount> fields{};
    std::size_t next = 0;
    for (const Field& row : kFields)
        if (row.facet) fields[next++] = row.id;
    return fields;
}();

/// Index of a field in kFacetFields; nullopt for fields without buckets.
std::optional<std::size_t> facet_ordinal(FieldId id);

/// Equal keys are one bucket; `value` is what this record prints.
struct FacetValue {
    std::string key;
    std::string value;

    friend bool operator==(const FacetValue&, const FacetValue&) = default;
};

/// Columns that are counted nowhere, behind those of kFacetFields: what else tells persons apart (person_clues.h).
inline constexpr std::size_t kAffinityColumn = kFacetCount;   ///< affinity() of each author, or none for all of them.
inline constexpr std::size_t kSerialColumn = kFacetCount + 1; ///< ISSNs and folded names of the journal.
inline constexpr std::size_t kColumnCount = kFacetCount + 2;
inline constexpr std::size_t kAuthorColumn = [] {
    std::size_t at = 0;
    while (kFacetFields[at] != FieldId::author) ++at;
    return at;
}();

inline constexpr std::size_t kJournalColumn = [] {
    std::size_t at = 0;
    while (kFacetFields[at] != FieldId::journal) ++at;
    return at;
}();

/// What the columns hold of a document: one list for each of kFacetFields, without a key twice, then the others.
struct FacetValues {
    std::string id{};         ///< Of the record; empty: no document.
    std::uint64_t record = 0; ///< record_mark() of the id; 0: no document.
    std::uint32_t length = 0; ///< In words (schema.h), by whoever indexes the document.
    std::array<std::vector<FacetValue>, kColumnCount> lists;

    std::vector<FacetValue>& operator[](std::size_t column) { return lists[column]; }
    const std::vector<FacetValue>& operator[](std::size_t column) const { return lists[column]; }
};

/// `merged` is merged_record(document). An author's value is pack_forms(), under the key of the fullest form: whose
/// bucket it is, is not of the record alone (person_columns.h). Names of journals, publishers and databases, and
/// keywords in all languages, are counted under their folded text; the rest as they are.
FacetValues facet_values(const StoredDocument& document, const Record& merged, const Analyzer& analyzer,
                         NameKeyCache& names);

/// By which a record is known in columns: 64 bits of XXH3 of its id, never 0.
std::uint64_t record_mark(std::string_view record_id);

/// What a value of kAffinityColumn holds: an ORCID, and a hash of the folded affiliation. Empty where unknown.
struct Affinity {
    std::string_view orcid;
    std::string_view affiliation;
};
Affinity read_affinity(std::string_view value);

/// The one of the record's `texts` (titles, names of the journal) that is in the work's language, else any; empty where
/// there is none.
std::string_view text_of_work(const Record& record, const ByLanguage<std::string>& texts);

/// The languages of the work: as stated, else those of its titles, else of its abstracts.
std::vector<std::string> work_languages(const Record& record);

} // namespace annota
