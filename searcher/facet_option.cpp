// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/facet_option.h"

#include "common/field.h"
#include "common/word_list.h"
#include "searcher/request_option.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace annota {

namespace {

std::vector<std::string_view> facet_names() {
    std::vector<std::string_view> names;
    for (const Field& row : kFields)
        if (row.facet) names.push_back(row.name);
    return names;
}

/// "author" or "author:20".
Complaint read_counted(std::string_view text, std::string& name, std::uint64_t& count) {
    const std::size_t colon = text.find(':');
    if (auto complaint = read_facet_name(text.substr(0, colon), name)) return complaint;
    return colon == std::string_view::npos ? std::nullopt
                                           : read_number(text.substr(colon + 1), {1, kMaxBuckets}, count);
}

Complaint read_facet(std::string_view text, FacetRequest& facet) {
    const std::size_t slash = text.find('/');
    if (auto complaint = read_counted(text.substr(0, slash), facet.field, facet.count)) return complaint;
    if (slash == std::string_view::npos) return std::nullopt;
    if (auto complaint = read_counted(text.substr(slash + 1), facet.inner, facet.inner_count)) return complaint;
    if (facet.inner == facet.field) return "takes two fields around a slash, not " + in_quotes(text);
    return std::nullopt;
}

/// The facet by the name of its answer; nullptr where it is not asked for.
FacetRequest* find_facet(SearchRequest& request, const std::string& name) {
    const auto found =
        std::ranges::find_if(request.facets, [&](const FacetRequest& facet) { return name_of(facet) == name; });
    return found == request.facets.end() ? nullptr : &*found;
}

/// Sets one property of facets by "FIELD=VALUE"; an empty value is the usual one, which those that are not named get.
template <class Set> Complaint set_property(SearchRequest& request, const OptionValues& values, Set set) {
    for (FacetRequest& facet : request.facets) set(facet, "");
    for (const std::string& value : values) {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos) return "takes FIELD=VALUE, not " + in_quotes(value);
        FacetRequest wanted;
        if (auto complaint = read_facet(std::string_view(value).substr(0, equals), wanted)) return complaint;
        FacetRequest* facet = find_facet(request, name_of(wanted));
        if (facet == nullptr) facet = &request.facets.emplace_back(std::move(wanted));
        if (auto complaint = set(*facet, std::string_view(value).substr(equals + 1))) return complaint;
    }
    return std::nullopt;
}

/// The enumerator of that name, the first one for an empty name.
template <class Enum> Complaint read_choice(std::string_view text, std::initializer_list<Enum> choices, Enum& chosen) {
    std::vector<std::string_view> names;
    for (const Enum choice : choices) {
        if (text != name_of(choice) && !text.empty()) {
            names.push_back(name_of(choice));
            continue;
        }
        chosen = choice;
        return std::nullopt;
    }
    return check_choice(text, names);
}

} // namespace

Complaint read_facet_name(std::string_view text, std::string& name) {
    const Field* field = find_field(text);
    if (field == nullptr || !field->facet) return check_choice(text, facet_names());
    name = field->name;
    return std::nullopt;
}

Complaint set_facets(SearchRequest& request, std::string_view, const OptionValues& values) {
    std::vector<FacetRequest> facets;
    for (const std::string& value : values)
        for (const std::string_view part : split(value, ',')) {
            FacetRequest facet;
            if (auto complaint = read_facet(part, facet)) return complaint;
            const auto same =
                std::ranges::find_if(facets, [&](const FacetRequest& one) { return name_of(one) == name_of(facet); });
            if (same == facets.end())
                facets.push_back(facet);
            else
                *same = facet;
        }
    request.facets = facets;
    return std::nullopt;
}

Complaint set_no_facets(SearchRequest& request, std::string_view, const OptionValues& values) {
    if (values.back() == "true") request.facets.clear();
    return std::nullopt;
}

Complaint set_facet_orders(SearchRequest& request, std::string_view, const OptionValues& values) {
    return set_property(request, values, [](FacetRequest& facet, std::string_view text) {
        return read_choice(text, {FacetOrder::usual, FacetOrder::count, FacetOrder::value}, facet.order);
    });
}

Complaint set_facet_offsets(SearchRequest& request, std::string_view, const OptionValues& values) {
    return set_property(request, values, [](FacetRequest& facet, std::string_view text) {
        return read_number(text.empty() ? "0" : text, {0, kMaxOffset}, facet.offset);
    });
}

Complaint set_facet_prefixes(SearchRequest& request, std::string_view, const OptionValues& values) {
    return set_property(request, values, [](FacetRequest& facet, std::string_view text) -> Complaint {
        facet.prefix = text;
        return std::nullopt;
    });
}

Complaint set_facet_parts(SearchRequest& request, std::string_view, const OptionValues& values) {
    return set_property(request, values, [](FacetRequest& facet, std::string_view text) -> Complaint {
        facet.contains = text;
        return std::nullopt;
    });
}

Complaint set_histogram(SearchRequest& request, std::string_view, const OptionValues& values) {
    return read_choice(values.back(), {Histogram::none, Histogram::year, Histogram::decade}, request.histogram);
}

} // namespace annota
