// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/render_json.h"

#include "common/record_json_value.h"
#include "common/terminal.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& value) {
    return printable_json(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json id_value(const std::string& id) {
    Json value = Json::parse(id, nullptr, false);
    return value.is_discarded() ? Json(nullptr) : value;
}

Json marks(const MarkedText& text) {
    Json list = Json::array();
    for (const Mark& mark : text.marks)
        list.push_back({{"start", mark.start}, {"end", mark.end}, {"why", mark_reason(mark.reason)}});
    return list;
}

/// Nine significant digits, which tell all floats apart.
double stable(double score) {
    if (score == 0) return 0;
    const double scale = std::pow(10.0, 8 - std::floor(std::log10(std::abs(score))));
    return std::round(score * scale) / scale;
}

Json authors(const Hit& hit) {
    Json list = Json::array();
    for (const HitAuthor& author : hit.authors) {
        Json one{{"name", author.name.text}, {"key", author.key}};
        if (!author.name.marks.empty()) one["marks"] = marks(author.name);
        list.push_back(std::move(one));
    }
    return list;
}

void add_text(Json& hit, const char* name, const std::string& text) {
    if (!text.empty()) hit[name] = text;
}

Json whole_hit(const Hit& hit) {
    const Record& record = hit.record;
    Json value{{"rank", hit.rank}, {"id", hit.id}, {"score", stable(hit.score)}, {"title", hit.title.text}};
    value["titles"] = record.title;
    value["authors"] = authors(hit);
    add_text(value, "journal", hit.journal);
    if (record.year > 0) value["year"] = record.year;
    add_text(value, "volume", record.volume);
    add_text(value, "issue", record.issue);
    add_text(value, "pages", record.pages);
    add_text(value, "doi", record.doi);
    add_text(value, "type", record.type);
    value["language"] = hit.language;
    value["snippet"] = {{"text", hit.snippet.text}, {"marks", marks(hit.snippet)}};
    value["fields"] = {{"title", {{"marks", marks(hit.title)}}}};
    for (const MarkedText& keyword : hit.keywords)
        value["fields"]["keywords"].push_back({{"text", keyword.text}, {"marks", marks(keyword)}});
    return value;
}

Json score_parts(const Hit& hit) {
    Json parts = Json::array();
    for (const ScorePart& part : hit.score_parts)
        parts.push_back({{"why", part.why},
                         {"terms", part.terms},
                         {"documents", part.documents},
                         {"occurrences", part.occurrences},
                         {"in_title", part.in_title},
                         {"in_keywords", part.in_keywords},
                         {"score", stable(part.score)}});
    return parts;
}

Json explanation_value(const Explanation& explanation) {
    Json value{{"words", Json::array()},
               {"matches", explanation.matches},
               {"filters", Json::array()},
               {"without", Json::array()}};
    for (const WordReading& word : explanation.words)
        value["words"].push_back({{"typed", word.typed},
                                  {"terms", word.terms},
                                  {"more_terms", word.more_terms},
                                  {"documents", word.documents}});
    for (const FilterEffect& effect : explanation.filters)
        value["filters"].push_back({{"filter", effect.filter}, {"removed", effect.removed}});
    for (const Alternative& one : explanation.alternatives)
        value["without"].push_back({{"part", one.without}, {"total", one.total}});
    return value;
}

/// `wanted` as of --fields; rank and id are always there, `record` only on demand.
Json hit_value(const Hit& hit, const std::vector<std::string>& wanted, bool with_record) {
    Json value = whole_hit(hit);
    const auto is_wanted = [&](const std::string& name) { return std::ranges::find(wanted, name) != wanted.end(); };
    if (!wanted.empty() && wanted != std::vector<std::string>{"record"}) {
        Json chosen{{"rank", value["rank"]}, {"id", value["id"]}};
        for (const auto& [name, member] : value.items())
            if (is_wanted(name)) chosen[name] = member;
        value = std::move(chosen);
    }
    if (!hit.score_parts.empty()) value["score_parts"] = score_parts(hit);
    if (with_record || is_wanted("record")) {
        value["record"] = record_to_json_value(hit.record);
        value["cited_by"] = hit.cited_by;
    }
    return value;
}

Json query_value(const ResultPage& page) {
    Json notes = Json::array();
    for (const QueryNote& note : page.notes)
        notes.push_back({{"code", note.code}, {"message", note.message}, {"start", note.start}, {"end", note.end}});
    Json expansions = Json::array();
    for (const QueryExpansion& one : page.expansions)
        expansions.push_back({{"term", one.term}, {"to", one.to}, {"why", one.why}, {"weight", one.weight}});
    return {{"text", page.request.text},
            {"parsed", page.parsed},
            {"notes", std::move(notes)},
            {"expansions", std::move(expansions)},
            {"suggestion", page.suggestion ? Json(*page.suggestion) : Json()}};
}

Json bucket_list(const std::vector<Bucket>& buckets) {
    Json list = Json::array();
    for (const Bucket& bucket : buckets) {
        list.push_back(
            {{"value", bucket.value}, {"key", bucket.key}, {"count", bucket.count}, {"selected", bucket.selected}});
        if (!bucket.forms.empty()) list.back()["forms"] = bucket.forms;
    }
    return list;
}

Json counts_value(const FacetCounts& counts, bool exact) {
    Json value{{"total_values", counts.total_values}, {"exact", exact}, {"missing", counts.missing}};
    if (counts.missing_selected) value["missing_selected"] = true;
    value["buckets"] = bucket_list(counts.buckets);
    return value;
}

Json facet_value(const FacetResult& facet) {
    Json value = counts_value(facet.counts, facet.exact);
    for (std::size_t i = 0; i < facet.inner_counts.size(); ++i)
        value["buckets"][i]["facets"] = {{facet.inner, counts_value(facet.inner_counts[i], facet.exact)}};
    return value;
}

Json histogram_value(const HistogramResult& histogram) {
    return {{"by", name_of(histogram.by)},
            {"exact", histogram.exact},
            {"missing", histogram.missing},
            {"bars", bucket_list(histogram.bars)}};
}

Json shards_value(const ResultPage& page) {
    if (page.shards.empty()) return nullptr;
    Json list = Json::array();
    for (const ShardState& shard : page.shards)
        list.push_back({{"database", printable_json(shard.database)}, {"generation", shard.generation}});
    return list;
}

} // namespace

std::string render_json(const ResultPage& page) {
    const bool fetched = !page.request.get.empty();
    Json answer{{"format_version", kFormatVersion},
                {"generation", page.generation},
                {"took_ms", std::round(page.took_ms * 1000) / 1000},
                {"id", id_value(page.request.id)},
                {"match", name_of(page.request.match)},
                {"total", page.total},
                {"total_exact", page.total_exact},
                {"timed_out", page.timed_out},
                {"offset", page.request.offset},
                {"limit", page.request.limit},
                {"next_cursor", page.next_cursor.empty() ? Json(nullptr) : Json(page.next_cursor)},
                {"query", query_value(page)},
                {"hits", Json::array()}};
    for (const Hit& hit : page.hits) answer["hits"].push_back(hit_value(hit, page.request.fields, fetched));
    if (fetched) answer["missing"] = page.missing_ids;
    answer["shards"] = shards_value(page);
    answer["facets"] = Json::object();
    for (const FacetResult& facet : page.facets) answer["facets"][facet.name] = facet_value(facet);
    if (page.histogram) answer["histogram"] = histogram_value(*page.histogram);
    if (page.explanation) answer["explanation"] = explanation_value(*page.explanation);
    return dump(answer);
}

std::string JsonLinesWriter::begin(const ResultPage& page) {
    fields_ = page.request.fields;
    with_record_ = !page.request.get.empty();
    return {};
}

std::string JsonLinesWriter::hit(const Hit& hit) {
    return dump(hit_value(hit, fields_, with_record_)) + '\n';
}

std::string render_error(const RequestError& error) {
    return dump(Json{
        {"format_version", kFormatVersion}, {"id", id_value(error.id)}, {"error", Json::parse(error_json(error))}});
}

} // namespace annota
