// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/person_rules.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {

namespace {

/// "force a = b; forbid c = d", or "2: message".
std::string printed(const std::string& text) {
    const auto read = read_person_rules(text);
    if (const auto* fault = std::get_if<PersonRuleFault>(&read))
        return std::to_string(fault->line) + ": " + fault->message;
    std::string out;
    for (const PersonRule& rule : std::get<PersonRules>(read))
        out.append(out.empty() ? "" : "; ")
            .append(rule.force ? "force " : "forbid ")
            .append(to_text(rule.one) + " = " + to_text(rule.other));
    return out;
}

} // namespace

TEST_CASE("rules about persons") {
    struct Row {
        const char* what;
        std::string text;
        std::string rules;
    };
    const std::vector<Row> rows{
        {"nothing", "", ""},
        {"comments and empty lines", "# all\n\n  \n", ""},
        {"forms as printed", "force\tИванова М.П.\tPetrova Maria", "force ivanova,m,p = petrova,maria"},
        {"keys", "forbid\tivanov,a,p\tivanov,andrei\n", "forbid ivanov,a,p = ivanov,andrei"},
        {"a key of one record", "forbid\tivanov,a#00f3a7c1d2e45b67\tИванов А.\r\n",
         "forbid ivanov,a#00f3a7c1d2e45b67 = ivanov,a"},
        {"a form with a comma", "force\tIvanova, M.\tПетрова М.", "force ivanova,m = petrova,m"},
        {"blanks around, a mark at the beginning", "\xEF\xBB\xBF force \t Ivanova M. \t Петрова М. \t ",
         "force ivanova,m = petrova,m"},
        {"another verb", "\njoin\tA\tB", "2: a rule begins with 'force' or 'forbid' and a tab"},
        {"one name", "force\tIvanova M.\n", "1: a rule has two names, with tabs between"},
        {"three names", "force\tA\tB\tC", "1: more than two names"},
        {"one name twice", "force\tИванов А.\tIvanov A.", "1: both names are the same"},
        {"no text", "force\tA\t\xFF", "1: not UTF-8"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(printed(row.text) == row.rules);
    }
    CHECK(stored_person_rules("force\tA\tB").size() == 1);
    CHECK_THROWS_AS(stored_person_rules("join"), std::runtime_error);
}

TEST_CASE("keys of persons read as what they say") {
    CHECK(read_person_key("ivanov,a") == PersonKey{"ivanov,a", std::nullopt});
    CHECK(read_person_key("ivanov,a#00f3a7c1d2e45b67") == PersonKey{"ivanov,a", 0x00f3a7c1d2e45b67});
    CHECK(read_person_key("ivanov,a@f3a7") == PersonKey{"ivanov,a@f3a7", std::nullopt});
    const std::vector<AuthorForm> forms{{"ivanov,a", "Иванов А."}, {"ivanov,andrei", "Ivanov Andrey"}};
    CHECK(is_meant({"ivanov,andrei", std::nullopt}, 7, forms));
    CHECK(is_meant({"ivanov,a", 7}, 7, forms));
    CHECK_FALSE(is_meant({"ivanov,a", 8}, 7, forms));
    CHECK_FALSE(is_meant({"ivanov", std::nullopt}, 7, forms));
}

} // namespace annota
