// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/request_option.h"

#include "common/field.h"
#include "common/utf8.h"
#include "common/word_list.h"
#include "searcher/facet_option.h"

#include <algorithm>
#include <array>

namespace annota {
namespace {

using Values = std::vector<std::string>;

/// The filter of that kind, made where it is missing.
Filter& filter_for(SearchRequest& request, Filter kind) {
    const auto found = std::ranges::find_if(request.filters, [&](const Filter& filter) {
        return filter.field == kind.field && filter.exclude == kind.exclude && filter.keys_only == kind.keys_only;
    });
    return found != request.filters.end() ? *found : request.filters.emplace_back(std::move(kind));
}

Complaint set_text(SearchRequest& request, std::string_view, const Values& values) {
    request.text = values.back();
    return std::nullopt;
}

Complaint set_match(SearchRequest& request, std::string_view, const Values& values) {
    for (const MatchMode match : {MatchMode::automatic, MatchMode::all, MatchMode::any}) {
        if (values.back() != name_of(match)) continue;
        request.match = match;
        return std::nullopt;
    }
    return check_choice(values.back(), {"any", "all", "auto"});
}

Complaint set_sort(SearchRequest& request, std::string_view, const Values& values) {
    std::vector<std::string_view> names;
    for (const SortOrder sort : kSortOrders) {
        names.push_back(name_of(sort));
        if (values.back() == names.back()) request.sort = sort;
    }
    return check_choice(values.back(), names);
}

Complaint set_plain(SearchRequest& request, std::string_view, const Values& values) {
    request.plain = values.back() == "true";
    return std::nullopt;
}

Complaint set_explain(SearchRequest& request, std::string_view, const Values& values) {
    request.explain = values.back() == "true";
    return std::nullopt;
}

Complaint set_feedback(SearchRequest& request, std::string_view, const Values& values) {
    request.feedback = values.back() == "true";
    return std::nullopt;
}

/// "author:дани", "title:санкц"; without the name of a field, or with none before the colon, words of all texts.
Complaint set_terms(SearchRequest& request, std::string_view, const Values& values) {
    const std::string_view text = trim(values.back());
    const std::size_t colon = text.find(':');
    TermsRequest wanted{{}, std::string(text.substr(colon == std::string_view::npos ? 0 : colon + 1))};
    const std::string_view name = text.substr(0, colon == std::string_view::npos ? 0 : colon);
    if (!name.empty()) {
        const Field* const field = find_field(name);
        const bool listed = field != nullptr && (field->facet || field->id == FieldId::title);
        if (!listed && read_facet_name(name, wanted.field))
            return "takes FIELD:PREFIX, with a field that has facets, or title, not " + in_quotes(text);
        wanted.field = field->name;
    } else if (wanted.prefix.empty()) {
        return "takes FIELD:PREFIX, or the beginning of a word";
    }
    request.terms = std::move(wanted);
    return std::nullopt;
}

Complaint set_similar(SearchRequest& request, std::string_view, const Values& values) {
    if (trim(values.back()).empty()) return "takes an id that is not empty";
    request.similar = values.back();
    return std::nullopt;
}

Complaint set_format_version(SearchRequest&, std::string_view, const Values& values) {
    if (values.back() == "1") return std::nullopt;
    return "takes 1, the only version of the answer, not " + in_quotes(values.back());
}

Complaint set_count(SearchRequest& request, std::string_view, const Values& values) {
    request.count_only = values.back() == "true";
    return std::nullopt;
}

Complaint set_limit(SearchRequest& request, std::string_view, const Values& values) {
    return read_number(values.back(), {0, kMaxLimit}, request.limit);
}

Complaint set_offset(SearchRequest& request, std::string_view, const Values& values) {
    return read_number(values.back(), {0, kMaxOffset}, request.offset);
}

Complaint set_cursor(SearchRequest& request, std::string_view, const Values& values) {
    request.cursor = values.back();
    return std::nullopt;
}

Complaint set_timeout(SearchRequest& request, std::string_view, const Values& values) {
    return read_number(values.back(), {0, kMaxTimeout}, request.timeout_ms);
}

Complaint set_years(SearchRequest& request, std::string_view, const Values& values) {
    return read_years(values.back(), request.first_year, request.last_year);
}

Complaint set_field_filter(SearchRequest& request, std::string_view name, const Values& values) {
    if (std::ranges::any_of(values, [](const std::string& value) { return trim(value).empty(); })) {
        return "takes a value that is not empty";
    }
    const Filter kind{std::string(name), {}, false, false};
    filter_for(request, kind).values = values;
    std::erase_if(request.filters, [](const Filter& filter) { return filter.values.empty(); });
    return std::nullopt;
}

/// `--filter` and `--exclude`, told apart by their name.
Complaint set_key_filters(SearchRequest& request, std::string_view name, const Values& values) {
    const bool exclude = name == "exclude";
    std::erase_if(request.filters, [&](const Filter& filter) { return filter.keys_only && filter.exclude == exclude; });
    for (const std::string& value : values) {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos) return "takes FIELD=KEY, not " + in_quotes(value);
        std::string field;
        if (auto complaint = read_facet_name(std::string_view(value).substr(0, equals), field)) return complaint;
        Filter& filter = filter_for(request, {field, {}, exclude, true});
        filter.values.push_back(value.substr(equals + 1));
    }
    return std::nullopt;
}

bool is_field_name(std::string_view text) {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_-";
    return !text.empty() && text.find_first_not_of(kLetters) == std::string_view::npos;
}

Complaint set_fields(SearchRequest& request, std::string_view, const Values& values) {
    std::vector<std::string> fields;
    for (const std::string& value : values) {
        for (const std::string_view part : split(value, ',')) {
            if (!is_field_name(part)) return "takes names of fields, not " + in_quotes(part);
            if (std::ranges::count(fields, part) == 0) fields.emplace_back(part);
        }
    }
    request.fields = fields;
    return std::nullopt;
}

Complaint set_get(SearchRequest& request, std::string_view, const Values& values) {
    if (std::ranges::count(values, "") > 0) return "takes ids that are not empty";
    request.get = values;
    return std::nullopt;
}

constexpr std::array kOptions{
    RequestOption{"query", OptionKind::text, set_text},
    RequestOption{"match", OptionKind::text, set_match},
    RequestOption{"plain", OptionKind::flag, set_plain},
    RequestOption{"limit", OptionKind::number, set_limit},
    RequestOption{"offset", OptionKind::number, set_offset},
    RequestOption{"cursor", OptionKind::text, set_cursor},
    RequestOption{"count", OptionKind::flag, set_count},
    RequestOption{"sort", OptionKind::text, set_sort},
    RequestOption{"author", OptionKind::list, set_field_filter},
    RequestOption{"year", OptionKind::text_or_number, set_years},
    RequestOption{"journal", OptionKind::list, set_field_filter},
    RequestOption{"language", OptionKind::list, set_field_filter},
    RequestOption{"type", OptionKind::list, set_field_filter},
    RequestOption{"keyword", OptionKind::list, set_field_filter},
    RequestOption{"filter", OptionKind::pairs, set_key_filters},
    RequestOption{"exclude", OptionKind::pairs, set_key_filters},
    RequestOption{"facet", OptionKind::list, set_facets},
    RequestOption{"facet-sort", OptionKind::pairs, set_facet_orders},
    RequestOption{"facet-offset", OptionKind::pairs, set_facet_offsets},
    RequestOption{"facet-prefix", OptionKind::pairs, set_facet_prefixes},
    RequestOption{"facet-contains", OptionKind::pairs, set_facet_parts},
    RequestOption{"histogram", OptionKind::text, set_histogram},
    RequestOption{"no-facets", OptionKind::flag, set_no_facets},
    RequestOption{"fields", OptionKind::list, set_fields},
    RequestOption{"get", OptionKind::list, set_get},
    RequestOption{"similar", OptionKind::text, set_similar},
    RequestOption{"feedback", OptionKind::flag, set_feedback},
    RequestOption{"explain", OptionKind::flag, set_explain},
    RequestOption{"terms", OptionKind::text, set_terms},
    RequestOption{"timeout", OptionKind::number, set_timeout},
    RequestOption{"format-version", OptionKind::number, set_format_version},
};

/// Where the bounds of a range part: position and bytes of "..", or of a dash; npos for a single year.
struct Separator {
    std::size_t at = std::string_view::npos;
    std::size_t bytes = 0;
};

Separator find_separator(std::string_view text) {
    for (const std::string_view mark : {"..", "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) {
        if (const std::size_t at = text.find(mark); at != std::string_view::npos) return {at, mark.size()};
    }
    return {};
}

/// An open bound is empty. False where the text is no year.
bool read_bound(std::string_view text, std::optional<int>& bound) {
    constexpr std::uint64_t kLastYear = 9999;
    if (text.empty()) return true;
    std::uint64_t year = 0;
    if (read_number(text, {0, kLastYear}, year)) return false;
    bound = static_cast<int>(year);
    return true;
}

} // namespace

std::span<const RequestOption> request_options() {
    return kOptions;
}

const RequestOption* find_request_option(std::string_view name) {
    const auto found = std::ranges::find(kOptions, name, &RequestOption::name);
    return found == kOptions.end() ? nullptr : &*found;
}

Complaint read_years(std::string_view text, std::optional<int>& first, std::optional<int>& last) {
    const std::string_view years = trim(text);
    const Separator separator = find_separator(years);
    std::optional<int> from;
    std::optional<int> to;
    const bool single = separator.at == std::string_view::npos;
    const bool readable = single ? read_bound(years, from)
                                 : read_bound(trim(years.substr(0, separator.at)), from) &&
                                       read_bound(trim(years.substr(separator.at + separator.bytes)), to);
    if (single) to = from;
    if (!readable || (!from && !to)) return "takes a year or a range like 2015..2020, not " + in_quotes(text);
    if (from && to && *from > *to) return "takes a range that begins before it ends, not " + in_quotes(text);
    first = from;
    last = to;
    return std::nullopt;
}

} // namespace annota
