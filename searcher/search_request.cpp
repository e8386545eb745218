// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/search_request.h"

#include "common/transliteration.h"
#include "common/utf8.h"

namespace annota {
namespace {

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
    std::string out;
    for (const std::string& value : values) out.append(out.empty() ? "" : separator).append(value);
    return out;
}

std::string joined(const std::vector<FacetRequest>& facets) {
    std::string out;
    for (const FacetRequest& facet : facets) {
        out.append(out.empty() ? "" : ",").append(facet.field).append(":").append(std::to_string(facet.count));
    }
    return out.empty() ? "none" : out;
}

std::string year_text(const std::optional<int>& year) {
    return year ? std::to_string(*year) : std::string();
}

/// "author=a|b"; "!=" excludes, "==" takes keys.
std::string filter_text(const Filter& filter) {
    const std::string_view sign = filter.exclude ? "!=" : filter.keys_only ? "==" : "=";
    return std::string(filter.field).append(sign).append(joined(filter.values, "|"));
}

} // namespace

std::string_view name_of(MatchMode match) {
    switch (match) {
    case MatchMode::automatic: return "auto";
    case MatchMode::all: return "all";
    case MatchMode::any: return "any";
    }
    return {};
}

std::string_view name_of(SortOrder sort) {
    switch (sort) {
    case SortOrder::relevance: return "relevance";
    case SortOrder::oldest: return "year";
    case SortOrder::newest: return "-year";
    case SortOrder::title: return "title";
    }
    return {};
}

Script SearchRequest::script() const {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_cyrillic(c)) return Script::cyrillic;
        if (is_latin(c)) return Script::latin;
    }
    return Script::any;
}

std::string describe(const SearchRequest& request) {
    const SearchRequest usual;
    std::string out;
    const auto add = [&out](bool differs, const std::string& text) {
        if (differs) out.append(out.empty() ? "" : ", ").append(text);
    };
    add(!request.id.empty(), "id " + request.id);
    add(!request.text.empty(), "text «" + request.text + "»");
    add(request.match != usual.match, "match " + std::string(name_of(request.match)));
    add(request.plain, "plain");
    add(request.limit != usual.limit, "limit " + std::to_string(request.limit));
    add(request.offset != usual.offset, "offset " + std::to_string(request.offset));
    add(request.count_only, "count");
    add(request.sort != usual.sort, "sort " + std::string(name_of(request.sort)));
    for (const Filter& filter : request.filters) add(true, filter_text(filter));
    add(request.first_year || request.last_year,
        "year " + year_text(request.first_year) + ".." + year_text(request.last_year));
    add(request.facets != usual.facets, "facets " + joined(request.facets));
    add(!request.fields.empty(), "fields " + joined(request.fields, ","));
    add(!request.get.empty(), "get " + joined(request.get, " "));
    add(request.timeout_ms != 0, "timeout " + std::to_string(request.timeout_ms));
    return out;
}

} // namespace annota
