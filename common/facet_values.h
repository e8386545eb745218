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

/// One list for each of kFacetFields, without a key twice.
using FacetValues = std::array<std::vector<FacetValue>, kFacetCount>;

/// `merged` is merged_record(document). Authors are counted under the key of their fullest printed form; names of
/// journals, publishers and databases, and keywords in all languages, under their folded text; the rest as they are.
FacetValues facet_values(const StoredDocument& document, const Record& merged, const Analyzer& analyzer,
                         NameKeyCache& names);

/// An author's bucket: the fullest printed form of the name, by which two buckets are told apart, and its key.
FacetValue author_value(const Author& author);

/// The one of the record's `texts` (titles, names of the journal) that is in the work's language, else any; empty where
/// there is none.
std::string_view text_of_work(const Record& record, const ByLanguage<std::string>& texts);

/// The languages of the work: as stated, else those of its titles, else of its abstracts.
std::vector<std::string> work_languages(const Record& record);

} // namespace annota
