// SPDX-License-Identifier: GPL-2.0-or-later
//
// Field by field in the order in which the interface shows a record. Every field passes through put(), which leaves out
// what is empty, so that a short record is a short line.

#include "common/record_json.h"

#include "common/record_json_value.h"
#include "common/terminal.h"

#include <nlohmann/json.hpp>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

Json author_value(const Author& author) {
    Json value = Json::object();
    value["name"] = author.name;
    if (!author.names.empty()) value["names"] = author.names;
    if (!author.orcid.empty()) value["orcid"] = author.orcid;
    if (!author.affiliation.empty()) value["affiliation"] = author.affiliation;
    return value;
}

/// For texts, lists of texts and maps by language.
template <class T> void put(Json& json, const char* key, const T& value) {
    if (!value.empty()) json[key] = value;
}

/// nlohmann would write a map into a sorted object; this keeps one kind of object throughout.
template <class T> void put(Json& json, const char* key, const ByLanguage<T>& values) {
    Json object = Json::object();
    for (const auto& [language, value] : values) put(object, language.c_str(), value);
    if (!object.empty()) json[key] = std::move(object);
}

void put(Json& json, const char* key, const std::vector<Author>& authors) {
    for (const Author& author : authors) json[key].push_back(author_value(author));
}

} // namespace

nlohmann::ordered_json record_to_json_value(const Record& record) {
    Json json = Json::object();
    put(json, "id", record.id);
    put(json, "type", record.type);
    put(json, "doi", record.doi);
    put(json, "url", record.url);
    put(json, "issn", record.issn);
    put(json, "isbn", record.isbn);
    put(json, "title", record.title);
    put(json, "abstract", record.abstract);
    put(json, "keywords", record.keywords);
    put(json, "authors", record.authors);
    put(json, "editors", record.editors);
    put(json, "journal", record.journal);
    put(json, "publisher", record.publisher);
    put(json, "place", record.place);
    put(json, "extent", record.extent);
    if (record.year != 0) json["year"] = record.year;
    put(json, "volume", record.volume);
    put(json, "issue", record.issue);
    put(json, "pages", record.pages);
    put(json, "language", record.language);
    put(json, "indexed_in", record.indexed_in);
    put(json, "cites", record.cites);
    put(json, "related", record.related);
    put(json, "references", record.references);
    put(json, "source", record.source);
    return json;
}

std::string record_to_json(const Record& record) {
    return printable_json(record_to_json_value(record).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace annota
