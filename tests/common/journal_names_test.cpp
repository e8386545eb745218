// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/journal_names.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace annota {

namespace {

struct Stated {
    std::string printed;
    std::vector<std::uint64_t> issns{};
};

/// "A = B; C": the names of each journal, the fullest first.
std::string grouped(const std::vector<Stated>& stated) {
    std::vector<JournalName> names;
    names.reserve(stated.size());
    for (const Stated& one : stated) names.push_back({one.printed, one.issns});
    const std::vector<std::uint32_t> groups = group_journals(names);
    std::map<std::string, std::set<std::string>> journals;
    for (std::size_t i = 0; i < names.size(); ++i) {
        REQUIRE(groups[i] < names.size());
        REQUIRE(groups[groups[i]] == groups[i]);
        std::set<std::string>& others = journals[stated[groups[i]].printed];
        if (groups[i] != i) others.insert(stated[i].printed);
    }
    std::string text;
    for (const auto& [fullest, others] : journals) {
        text.append(text.empty() ? "" : "; ").append(fullest);
        for (const std::string& other : others) text.append(" = ").append(other);
    }
    return text;
}

} // namespace

TEST_CASE("short forms of journals' names, and what they are short for") {
    struct Row {
        const char* short_form;
        const char* full;
        bool is_short;
    };
    const std::vector<Row> rows{
        {"Вестник РАН", "Вестник Российской академии наук", true},
        {"Вестн. РАН", "Вестник Российской академии наук", true},
        {"Вестн. РАН", "Вестник РАН", true},
        {"Вестник Рос. акад. наук", "Вестник Российской академии наук", true},
        {"МЭиМО", "Мировая экономика и международные отношения", true},
        {"МЭМО", "Мировая экономика и международные отношения", true},
        {"Вестник МГУ", "Вестник Московского государственного университета", true},
        {"Вопр. экономики", "Вопросы экономики", true},
        {"Изв. РАН. Сер. геогр.", "Известия Российской академии наук. Серия географическая", true},
        {"J. Econ. Perspect.", "Journal of Economic Perspectives", true},
        {"J. of Econ. Lit.", "The Journal of Economic Literature", true},
        {"Rev. Econ. & Stat.", "Review of Economics and Statistics", true},
        {"PNAS", "Proceedings of the National Academy of Sciences", true},
        {"IEEE Trans. Inf. Theory", "IEEE Transactions on Information Theory", true},
        {"Вестник РАН", "Вестник Российской ассоциации нефрологов", true}, // as good as the other
        {"Вестник РАН", "Вестник Российской академии художеств", false},
        {"Вестник РАН", "Вестник Российской академии наук. Серия химическая", false},
        {"Вестник РАН", "Известия Российской академии наук", false},
        {"Вестник ран", "Вестник Российской академии наук", false}, // no capitals, no initials
        {"J. Econ.", "Journal of Econometrics", false},             // all cut, and but two
        {"J. Econ. Perspect.", "Journal of Economic Persuasion", false},
        {"Journal of Economic", "Journal of Economic Perspectives", false},
        {"Econ.", "Economica", false},
        {"РАН", "Российская академия наук", false}, // three initials are too few
        {"", "", false},
        {"...", "Economica", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.short_form, row.full);
        CHECK(is_short_for(row.short_form, row.full) == row.is_short);
    }
}

TEST_CASE("names of one journal") {
    struct Row {
        const char* what;
        std::vector<Stated> stated;
        std::string journals;
    };
    const std::vector<Row> rows{
        {"none", {}, ""},
        {"a short form",
         {{"Вестник РАН"}, {"Вестник Российской академии наук"}},
         "Вестник Российской академии наук = Вестник РАН"},
        {"a short form of a short form",
         {{"Вестн. РАН"}, {"Вестник РАН"}, {"Вестник Российской академии наук"}},
         "Вестник Российской академии наук = Вестн. РАН = Вестник РАН"},
        {"of two journals it is neither's",
         {{"Вестник РАН"}, {"Вестник Российской академии наук"}, {"Вестник Российской ассоциации нефрологов"}},
         "Вестник РАН; Вестник Российской академии наук; Вестник Российской ассоциации нефрологов"},
        {"but ISSNs decide",
         {{"Вестник РАН", {1}},
          {"Вестник Российской академии наук", {1}},
          {"Вестник Российской ассоциации нефрологов", {2}}},
         "Вестник Российской академии наук = Вестник РАН; Вестник Российской ассоциации нефрологов"},
        {"by leaving one reading",
         {{"Вестник РАН", {1}},
          {"Вестник Российской академии наук"},
          {"Вестник Российской ассоциации нефрологов", {2}}},
         "Вестник Российской академии наук = Вестник РАН; Вестник Российской ассоциации нефрологов"},
        {"or none",
         {{"Вестник РАН", {1}}, {"Вестник Российской академии наук", {2}}},
         "Вестник РАН; Вестник Российской академии наук"},
        {"names in two languages with one ISSN",
         {{"Журнал НЭА", {7}}, {"Journal of the NEA", {7, 8}}, {"JNEA", {8}}},
         "Journal of the NEA = JNEA = Журнал НЭА"},
        {"a translation is another journal",
         {{"Вестник Российской академии наук", {1}}, {"Herald of the Russian Academy of Sciences", {2}}},
         "Herald of the Russian Academy of Sciences; Вестник Российской академии наук"},
        {"articles and conjunctions",
         {{"The Economics & Politics"}, {"Economics and Politics"}},
         "Economics and Politics = The Economics & Politics"},
        {"but no other function words",
         {{"Economics of Politics"}, {"Economics and Politics"}},
         "Economics and Politics; Economics of Politics"},
        {"unlike names", {{"Вопросы экономики"}, {"Вопросы философии"}}, "Вопросы философии; Вопросы экономики"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(grouped(row.stated) == row.journals);
        std::vector<Stated> shuffled = row.stated;
        std::mt19937 random(1);
        for (int round = 0; round < 5; ++round) {
            std::ranges::shuffle(shuffled, random);
            CHECK(grouped(shuffled) == row.journals);
        }
    }
}

TEST_CASE("names that are made to be read in many ways take no time") {
    const std::string initials(60, 'I');
    std::string full = "i";
    for (int i = 0; i < 38; ++i) full += i % 2 == 0 ? " in" : " is";
    CHECK(!is_short_for(initials, full));
    CHECK(!is_short_for(full + " A.", full));
}

} // namespace annota
