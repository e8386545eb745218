// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/given_parts.h"

#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>

namespace annota {

namespace {

bool is_initial(std::string_view part) {
    return count_code_points(part) == 1;
}

/// Drops the initials that a name written out stands for.
void drop_known_initials(std::vector<std::string>& names) {
    std::vector<std::string> kept;
    for (const std::string& name : names) {
        const bool known = is_initial(name) && std::ranges::any_of(names, [&](const std::string& other) {
                               return !is_initial(other) && compatible_given_names(name, other);
                           });
        if (!known && std::ranges::find(kept, name) == kept.end()) kept.push_back(name);
    }
    std::ranges::sort(kept);
    names = std::move(kept);
}

bool some_agree(const std::vector<std::string>& names, const std::vector<std::string>& others) {
    return std::ranges::any_of(names, [&](const std::string& name) {
        return std::ranges::any_of(others,
                                   [&](const std::string& other) { return compatible_given_names(name, other); });
    });
}

} // namespace

GivenParts::GivenParts(const std::vector<AuthorForm>& forms) {
    for (const AuthorForm& form : forms) {
        const std::vector<std::string_view> parts = key_parts(form.key);
        if (parts.size() > places_.size() + 1) places_.resize(parts.size() - 1);
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (!parts[i].empty()) places_[i - 1].emplace_back(parts[i]);
    }
    for (std::vector<std::string>& names : places_) drop_known_initials(names);
}

bool GivenParts::agree(const GivenParts& other) const {
    const std::size_t common = std::min(places_.size(), other.places_.size());
    for (std::size_t i = 0; i < common; ++i)
        if (!some_agree(places_[i], other.places_[i])) return false;
    return true;
}

std::string GivenParts::text() const {
    std::string text;
    for (const std::vector<std::string>& names : places_) {
        if (&names != places_.data()) text += ',';
        for (const std::string& name : names) text.append(&name == names.data() ? "" : "|").append(name);
    }
    return text;
}

} // namespace annota
