// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/search_request.h"

#include "common/field.h"
#include "common/transliteration.h"
#include "common/utf8.h"

namespace annota {
namespace {

/// Of the first letter that is of one of the two.
Script script_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_cyrillic(c)) return Script::cyrillic;
        if (is_latin(c)) return Script::latin;
    }
    return Script::any;
}

std::string joined(const std::vector<std::string>& values, std::string_view separator) {
    std::string out;
    for (const std::string& value : values) out.append(out.empty() ? "" : separator).append(value);
    return out;
}

std::string joined(const std::vector<FacetRequest>& facets) {
    std::string out;
    for (const FacetRequest& facet : facets) {
        out.append(out.empty() ? "" : ",").append(facet.field).append(":").append(std::to_string(facet.count));
        if (!facet.inner.empty())
            out.append("/").append(facet.inner).append(":").append(std::to_string(facet.inner_count));
        if (facet.offset != 0) out.append(" from ").append(std::to_string(facet.offset));
        if (facet.order != FacetOrder::usual) out.append(" by ").append(name_of(facet.order));
        if (!facet.prefix.empty()) out.append(" ").append(facet.prefix).append("…");
        if (!facet.contains.empty()) out.append(" …").append(facet.contains).append("…");
    }
    return out.empty() ? "none" : out;
}

std::string year_text(const std::optional<int>& year) {
    return year ? std::to_string(*year) : std::string();
}

/// "author=a|b"; "!=" excludes, "==" takes keys.
} // namespace

std::string filter_text(const Filter& filter) {
    const std::string_view sign = filter.exclude ? "!=" : filter.keys_only ? "==" : "=";
    return std::string(filter.field).append(sign).append(joined(filter.values, "|"));
}

std::string years_text(const SearchRequest& request) {
    return "year " + year_text(request.first_year) + ".." + year_text(request.last_year);
}

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
    case SortOrder::author: return "author";
    case SortOrder::first_added: return "added";
    case SortOrder::last_added: return "-added";
    }
    return {};
}

std::string_view name_of(FacetOrder order) {
    switch (order) {
    case FacetOrder::usual: return "usual";
    case FacetOrder::count: return "count";
    case FacetOrder::value: return "value";
    }
    return {};
}

std::string_view name_of(Histogram histogram) {
    switch (histogram) {
    case Histogram::none: return "none";
    case Histogram::year: return "year";
    case Histogram::decade: return "decade";
    }
    return {};
}

Script SearchRequest::script() const {
    Script found = script_of(text);
    if (found == Script::any && terms) found = script_of(terms->prefix);
    if (found != Script::any) return found;
    for (const Filter& filter : filters) {
        const Field* const field = find_field(filter.field);
        if (field == nullptr || filter.exclude || filter.values.size() != 1) continue;
        const std::string& value = filter.values.front();
        if (field->id == FieldId::language) return value == "ru" ? Script::cyrillic : Script::latin;
        if (field->kind == FieldKind::name && !filter.keys_only) found = script_of(value);
    }
    return found;
}

std::string name_of(const FacetRequest& facet) {
    return facet.inner.empty() ? facet.field : facet.field + '/' + facet.inner;
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
    add(!request.cursor.empty(), "cursor " + request.cursor);
    add(request.count_only, "count");
    add(request.sort != usual.sort, "sort " + std::string(name_of(request.sort)));
    for (const Filter& filter : request.filters) add(true, filter_text(filter));
    add(request.first_year || request.last_year, years_text(request));
    add(request.facets != usual.facets, "facets " + joined(request.facets));
    add(request.histogram != usual.histogram, "histogram " + std::string(name_of(request.histogram)));
    add(!request.fields.empty(), "fields " + joined(request.fields, ","));
    add(!request.get.empty(), "get " + joined(request.get, " "));
    add(!request.similar.empty(), "similar " + request.similar);
    add(request.explain, "explain");
    add(request.feedback, "feedback");
    if (request.terms) add(true, "terms " + request.terms->field + ":" + request.terms->prefix);
    add(request.timeout_ms != 0, "timeout " + std::to_string(request.timeout_ms));
    return out;
}

} // namespace annota
