// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record in one of its languages, for the formats that know one title, one abstract and one form of a name.

#pragma once

#include "common/name.h"
#include "common/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// `record` must outlive it. Persons stand under the form that is in the script of the title.
struct ExportedRecord {
    const Record& record;
    std::string id{};       ///< The record id of the index.
    std::string language{}; ///< Of the texts below; empty where nothing tells.
    bool cyrillic = false;  ///< The title, or the abstract where there is none, is in Cyrillic letters.
    std::string title{};
    std::string abstract{};
    std::string journal{};
    std::vector<std::string> keywords{};
    std::vector<PersonName> authors{}; ///< Bodies stand whole in `family`.
    std::vector<PersonName> editors{};
};

/// In the language `wanted` where the record has a title in it (else an abstract), else in that of the work. A text
/// that is missing in the language is taken from the one that the work has.
ExportedRecord exported_record(const Record& record, std::string id, std::string_view wanted = {});

/// All but the family name: "И. В.", "Ivan", without the suffix.
std::string given_names(const PersonName& name);

/// Whether a name is to be kept in one piece, as those of bodies are.
bool is_one_piece(const PersonName& name);

/// "Family, Given, Suffix"; a name of one piece as it is.
std::string inverted_name(const PersonName& name);

} // namespace annota
