// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/printed_forms.h"

#include <algorithm>
#include <tuple>

namespace annota {

void add_forms(PrintedForms& forms, const PrintedForms& others) {
    for (const auto& [text, other] : others) {
        PrintedForm& form = forms[text];
        form.count += other.count;
        form.first += other.first;
        form.in_script = other.in_script;
        form.key_size = other.key_size;
    }
}

std::vector<std::string_view> best_forms(const PrintedForms& forms) {
    std::vector<std::string_view> order;
    order.reserve(forms.size());
    for (const auto& [text, form] : forms) order.push_back(text);
    std::ranges::stable_sort(order, [&](std::string_view a, std::string_view b) {
        const auto rank = [&](std::string_view text) {
            const PrintedForm& form = forms.at(text);
            return std::tie(form.in_script, form.count, form.key_size, form.first);
        };
        return rank(a) > rank(b);
    });
    return order;
}

} // namespace annota
