// SPDX-License-Identifier: GPL-2.0-or-later
//
// The data schema of the Citation Style Language 1.0.2 (csl-data.json): variables by their CSL names, names as family
// and given or literal, dates as date-parts.

#include "searcher/export/csl_json.h"

#include "common/record_json_value.h"
#include "common/terminal.h"
#include "common/word_list.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

Json name_value(const PersonName& name) {
    if (is_one_piece(name)) return {{"literal", name.family}};
    Json value{{"family", name.family}};
    if (!name.given.empty()) value["given"] = given_names(name);
    if (!name.suffix.empty()) value["suffix"] = name.suffix;
    return value;
}

void put(Json& item, const char* variable, const std::string& text) {
    if (!text.empty()) item[variable] = text;
}

void put(Json& item, const char* variable, const std::vector<PersonName>& names) {
    for (const PersonName& name : names) item[variable].push_back(name_value(name));
}

/// What the item would lose, under the names of the record's own JSON.
Json custom_value(const ExportedRecord& exported) {
    const Json record = record_to_json_value(exported.record);
    Json custom = Json::object();
    for (const char* name : {"title", "abstract", "keywords", "journal"}) {
        if (record.contains(name) && record[name].size() > 1) custom[name] = record[name];
    }
    for (const char* name : {"authors", "editors"}) {
        if (!record.contains(name)) continue;
        for (const Json& person : record[name])
            if (person.size() > 1) custom[name].push_back(person);
    }
    for (const char* name : {"id", "extent", "indexed_in", "cites", "related", "references", "source"})
        if (record.contains(name)) custom[name] = record[name];
    if (exported.record.language.size() > 1) custom["language"] = exported.record.language;
    return custom;
}

} // namespace

std::string csl_item(const ExportedRecord& exported) {
    const Record& record = exported.record;
    // "document" is CSL's type for what has no other.
    Json item{{"id", exported.id}, {"type", record.type.empty() ? "document" : record.type}};
    put(item, "title", exported.title);
    put(item, "author", exported.authors);
    put(item, "editor", exported.editors);
    put(item, "container-title", exported.journal);
    put(item, "publisher", record.publisher);
    put(item, "publisher-place", record.place);
    if (record.year > 0) item["issued"] = {{"date-parts", {{record.year}}}};
    put(item, "volume", record.volume);
    put(item, "issue", record.issue);
    put(item, "page", record.pages);
    put(item, "DOI", record.doi);
    put(item, "URL", record.url);
    put(item, "ISSN", joined(record.issn, ", "));
    put(item, "ISBN", joined(record.isbn, ", "));
    put(item, "language", record.language.empty() ? exported.language : record.language.front());
    put(item, "keyword", joined(exported.keywords, ", "));
    put(item, "abstract", exported.abstract);
    if (Json custom = custom_value(exported); !custom.empty()) item["custom"] = std::move(custom);
    return printable_json(item.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string CslJsonWriter::hit(const Hit& hit) {
    return (std::exchange(first_, false) ? "\n" : ",\n") + csl_item(exported_record(hit.record, hit.id, language_));
}

} // namespace annota
