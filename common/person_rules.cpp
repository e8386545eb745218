// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/person_rules.h"

#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace annota {

namespace {

/// A key is what its own name would be keyed as; all else is a form as printed.
PersonKey read_side(std::string_view text) {
    PersonKey key = read_person_key(text);
    const bool is_form =
        !key.record && (text.find(',') == std::string_view::npos || text.find_first_of(" .") < text.size());
    if (is_form) key.name = name_key(parse_name(text));
    return key;
}

/// Takes the text before the next `separator` off.
std::string_view take(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

std::string read_rule(std::string_view line, PersonRule& rule) {
    const std::string_view verb = trim(take(line, '\t'));
    if (verb != "force" && verb != "forbid") return "a rule begins with 'force' or 'forbid' and a tab";
    rule.force = verb == "force";
    rule.one = read_side(trim(take(line, '\t')));
    rule.other = read_side(trim(take(line, '\t')));
    if (!trim(line).empty()) return "more than two names";
    if (rule.one.name.empty() || rule.other.name.empty()) return "a rule has two names, with tabs between";
    if (rule.one == rule.other) return "both names are the same";
    return {};
}

} // namespace

std::variant<PersonRules, PersonRuleFault> read_person_rules(std::string_view text) {
    PersonRules rules;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t number = 1; !text.empty(); ++number) {
        std::string_view line = take(text, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trim(line).empty() || line.starts_with('#')) continue;
        if (!is_valid_utf8(line)) return PersonRuleFault{number, "not UTF-8"};
        PersonRule rule;
        if (std::string message = read_rule(line, rule); !message.empty())
            return PersonRuleFault{number, std::move(message)};
        rules.push_back(std::move(rule));
    }
    return rules;
}

PersonRules stored_person_rules(std::string_view text) {
    std::variant<PersonRules, PersonRuleFault> read = read_person_rules(text);
    PersonRules* const rules = std::get_if<PersonRules>(&read);
    if (rules == nullptr) throw std::runtime_error("the rules about authors in the index cannot be read");
    return std::move(*rules);
}

bool is_meant(const PersonKey& key, std::uint64_t record, const std::vector<AuthorForm>& forms) {
    if (key.record && *key.record != record) return false;
    return std::ranges::any_of(forms, [&](const AuthorForm& form) { return form.key == key.name; });
}

} // namespace annota
