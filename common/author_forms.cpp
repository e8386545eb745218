// SPDX-License-Identifier: GPL-2.0-or-later
//
// Packed: one form as it is printed, since its key is that of the value. Of several forms a tab or, where their family
// names have several keys, a line feed; then for each form its key, a tab, the form as printed, and a line feed between
// forms.

#include "common/author_forms.h"

#include "common/name.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <algorithm>
#include <numeric>

namespace annota {

namespace {

constexpr char kOneFamily = '\t';
constexpr char kSeveralFamilies = '\n';

// Longer ones are no family names.
constexpr std::size_t kLongestFamily = 40;

/// Letters to change, take away or add (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

void append_printed(std::string& packed, std::string_view printed) {
    for (const char c : printed) packed.push_back(c == '\n' || c == '\t' ? ' ' : c);
}

} // namespace

std::string_view family_key(std::string_view name_key) {
    return name_key.substr(0, name_key.find(','));
}

FacetValue pack_forms(const Author& author, NameKeyCache& names) {
    std::vector<const std::string*> forms{&author.name};
    for (const std::string& form : author.names) {
        const bool known = std::ranges::any_of(forms, [&](const std::string* one) { return *one == form; });
        if (!known) forms.push_back(&form);
    }
    FacetValue value{names.of(author.name).key, {}};
    if (forms.size() == 1) {
        append_printed(value.value, author.name);
        return value;
    }
    bool one_family = true;
    for (const std::string* const form : forms) {
        const std::string key = names.of(*form).key;
        one_family = one_family && family_key(key) == family_key(value.key);
        value.value.append(value.value.empty() ? "" : "\n").append(key).push_back('\t');
        append_printed(value.value, *form);
        if (key.size() > value.key.size()) value.key = key;
    }
    value.value.insert(value.value.begin(), one_family ? kOneFamily : kSeveralFamilies);
    return value;
}

std::vector<AuthorForm> unpack_forms(std::string_view key, std::string_view packed) {
    if (!packed.starts_with(kOneFamily) && !packed.starts_with(kSeveralFamilies)) return {{key, packed}};
    std::vector<AuthorForm> forms;
    for (packed.remove_prefix(1); forms.empty() || !packed.empty();) {
        const std::size_t end = std::min(packed.find('\n'), packed.size());
        const std::string_view form = packed.substr(0, end);
        const std::size_t tab = std::min(form.find('\t'), form.size());
        forms.push_back({form.substr(0, tab), form.substr(std::min(tab + 1, form.size()))});
        packed.remove_prefix(std::min(end + 1, packed.size()));
    }
    return forms;
}

AuthorForm fullest_form(const std::vector<AuthorForm>& forms) {
    return *std::ranges::max_element(forms, {}, [](const AuthorForm& form) { return form.key.size(); });
}

std::string fullest_name_key(const Author& author) {
    std::string fullest = name_key(parse_name(author.name));
    for (const std::string& form : author.names)
        if (std::string key = name_key(parse_name(form)); key.size() > fullest.size()) fullest = std::move(key);
    return fullest;
}

bool may_teach(std::string_view packed) {
    return packed.starts_with(kSeveralFamilies);
}

bool teach_spelling(std::string_view key, std::string_view other_key) {
    const std::vector<std::string_view> parts = key_parts(key);
    const std::vector<std::string_view> other_parts = key_parts(other_key);
    if (parts.size() < 2 || other_parts.size() < 2 || parts[0] == other_parts[0]) return false;
    for (std::size_t i = 1; i < std::min(parts.size(), other_parts.size()); ++i)
        if (!compatible_given_names(parts[i], other_parts[i])) return false;
    const std::size_t longer = std::max(parts[0].size(), other_parts[0].size());
    return longer <= kLongestFamily && 2 * distance(parts[0], other_parts[0]) <= longer;
}

bool has_both_scripts(const std::vector<AuthorForm>& forms) {
    const bool first = is_in_cyrillic(forms.front().printed);
    return std::ranges::any_of(forms, [&](const AuthorForm& form) { return is_in_cyrillic(form.printed) != first; });
}

bool is_in_cyrillic(std::string_view printed) {
    for (std::size_t at = 0; at < printed.size();) {
        const char32_t c = next_code_point(printed, at);
        if (is_cyrillic(c)) return true;
        if (is_latin(c)) return false;
    }
    return false;
}

} // namespace annota
