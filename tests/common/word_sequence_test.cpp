// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/word_sequence.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <utility>

using namespace annota;

namespace {

/// "a b c" with the positions 1, 2, 3; "5:d" places one elsewhere, "a|b" two at one position, "0:x" one at none.
struct Text {
    std::map<std::string, std::set<std::uint32_t>> positions;
    std::string encoded;

    explicit Text(const std::string& words) {
        std::istringstream in(words);
        std::uint32_t next = 1;
        DocumentWords made;
        std::set<std::uint64_t> terms;
        for (std::string word; in >> word; ++next) {
            if (const auto colon = word.find(':'); colon != std::string::npos) {
                next = static_cast<std::uint32_t>(std::stoul(word));
                word.erase(0, colon + 1);
            }
            std::istringstream alternatives(word);
            for (std::string term; std::getline(alternatives, term, '|');) {
                terms.insert(word_hash(term));
                if (next == 0) continue;
                positions[term].insert(next);
                made.placed.push_back({next, word_hash(term)});
            }
        }
        made.terms.assign(terms.begin(), terms.end());
        encoded = encode_words(std::move(made));
    }

    std::vector<std::uint32_t> find(const std::string& term) const {
        std::vector<std::uint32_t> found;
        WordSequence(encoded).find(word_hash(term), found);
        return found;
    }
};

bool stands(const Text& text, const std::vector<std::string>& terms, std::uint32_t window, bool ordered,
            const std::vector<PositionBounds>& bounds = {}) {
    WordGroup group{{}, window, ordered};
    for (const std::string& term : terms) group.hashes.push_back(word_hash(term));
    return WordGroupFinder(group).stands_in(WordSequence(text.encoded), bounds);
}

/// All ways to give each term one of its positions.
bool stands_by_trying(const Text& text, const std::vector<std::string>& terms, std::uint32_t window, bool ordered) {
    std::vector<std::uint32_t> chosen;
    const std::function<bool()> choose = [&] {
        if (chosen.size() == terms.size()) {
            const auto [least, most] = std::minmax_element(chosen.begin(), chosen.end());
            const bool rises = std::adjacent_find(chosen.begin(), chosen.end(), std::greater_equal<>()) == chosen.end();
            return *most - *least < window && (!ordered || rises);
        }
        const auto found = text.positions.find(terms[chosen.size()]);
        if (found == text.positions.end()) return false;
        for (const std::uint32_t position : found->second) {
            if (std::find(chosen.begin(), chosen.end(), position) != chosen.end()) continue;
            chosen.push_back(position);
            const bool all = choose();
            chosen.pop_back();
            if (all) return true;
        }
        return false;
    };
    return choose();
}

} // namespace

TEST_CASE("words are found at their positions") {
    const Text text("a b c|bc a 4:d 90:a|x 0:far");
    CHECK(text.find("a") == std::vector<std::uint32_t>{1, 4, 90});
    CHECK(text.find("bc") == std::vector<std::uint32_t>{3});
    CHECK(text.find("d") == std::vector<std::uint32_t>{4});
    CHECK(text.find("x") == std::vector<std::uint32_t>{90});
    CHECK(text.find("far").empty());
    CHECK(Text("").encoded.empty());
    CHECK(Text("").find("a").empty());
}

TEST_CASE("a word takes two bytes") {
    std::string words;
    for (int i = 0; i < 200; ++i) words += "word" + std::to_string(i) + ' ';
    CHECK(Text(words).encoded.size() <= 2 * 200 + 8);
}

TEST_CASE("groups of words") {
    const Text text("a b c a|ac b x y");
    const struct {
        std::vector<std::string> terms;
        std::uint32_t window;
        bool ordered;
        bool stands;
    } rows[] = {
        {{"a", "b", "c"}, 3, true, true},   {{"b", "a"}, 2, true, false}, {{"c", "ac", "b"}, 3, true, true},
        {{"c", "b"}, 2, true, false},       {{"c", "b"}, 3, true, true},  {{"b", "a"}, 2, false, true},
        {{"a", "a"}, 3, false, false},      {{"a", "a"}, 4, false, true}, {{"a", "ac"}, 2, false, false},
        {{"a", "ac", "b"}, 4, false, true}, {{"y"}, 1, true, true},       {{"b", "b", "b"}, 9, false, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.terms, row.window, row.ordered);
        CHECK(stands(text, row.terms, row.window, row.ordered) == row.stands);
    }
    CHECK(stands(text, {"a", "b"}, 2, true, {{4, 5}}));
    CHECK_FALSE(stands(text, {"a", "b"}, 2, true, {{2, 4}, {5, 90}}));
}

TEST_CASE("groups of words in random texts agree with trying all positions") {
    std::mt19937 random(7);
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
    for (int round = 0; round < 3000; ++round) {
        std::string words;
        for (unsigned i = 0, n = 1 + below(12); i < n; ++i) {
            words += std::string(1, static_cast<char>('a' + below(4)));
            if (below(5) == 0) words += std::string("|") + static_cast<char>('a' + below(6));
            words += ' ';
        }
        const Text text(words);
        std::vector<std::string> terms;
        for (unsigned i = 0, n = 1 + below(4); i < n; ++i) terms.emplace_back(1, static_cast<char>('a' + below(5)));
        const bool ordered = below(2) == 0;
        const std::uint32_t window = static_cast<std::uint32_t>(terms.size()) + below(4);
        // Codes are exact for what the document has.
        if (std::any_of(terms.begin(), terms.end(), [&](const auto& term) { return !text.positions.contains(term); }))
            continue;
        CAPTURE(words, terms, window, ordered);
        REQUIRE(stands(text, terms, window, ordered) == stands_by_trying(text, terms, window, ordered));
    }
}

TEST_CASE("many different words are told apart") {
    std::string words;
    for (int i = 0; i < 5000; ++i) words += "w" + std::to_string(i) + ' ';
    const Text text(words);
    for (int i = 0; i < 5000; ++i)
        REQUIRE(text.find("w" + std::to_string(i)) == std::vector<std::uint32_t>{static_cast<std::uint32_t>(i) + 1});
}

namespace {

/// "stem:form stem:form ..."
struct Forms {
    std::map<std::string, std::set<std::string>> of;
    std::string encoded;

    explicit Forms(const std::string& words) {
        std::istringstream in(words);
        DocumentWords made;
        std::set<std::uint64_t> terms;
        for (std::string word; in >> word;) {
            const std::string term = word.substr(0, word.find(':'));
            const std::string form = word.substr(term.size() + 1);
            of[term].insert(form);
            terms.insert(word_hash(term));
            made.placed.push_back({static_cast<std::uint32_t>(made.placed.size()) + 1, word_hash(term)});
            made.forms.push_back(word_form(term, form));
        }
        made.terms.assign(terms.begin(), terms.end());
        encoded = encode_words(std::move(made));
    }

    bool has(const std::string& term, const std::string& form) const {
        return WordSequence(encoded).has_form(word_form(term, form));
    }
    bool has_prefix(const std::string& term, const std::string& start) const {
        return WordSequence(encoded).has_form_with_prefix(term, word_hash(term), start);
    }
};

} // namespace

TEST_CASE("forms of words") {
    const Forms forms("санкц:санкции санкц:санкциями theori:theory moon:moon comput:comput comput:computing die:dying");
    CHECK(forms.has("санкц", "санкциями"));
    CHECK_FALSE(forms.has("санкц", "санкций"));
    CHECK_FALSE(forms.has("санкц", "санкц"));
    CHECK(forms.has("theori", "theory"));
    CHECK_FALSE(forms.has("theori", "theori"));
    CHECK(forms.has("moon", "moon"));
    CHECK_FALSE(forms.has("moon", "moons"));
    CHECK(forms.has("comput", "comput"));
    CHECK(forms.has_prefix("die", "dyi"));
    CHECK_FALSE(forms.has_prefix("die", "die"));
    CHECK(forms.has_prefix("moon", "moon"));
    CHECK_FALSE(forms.has_prefix("moon", "moons"));
    CHECK(forms.has_prefix("санкц", "санкциям"));
}

TEST_CASE("forms of random words agree with a set") {
    std::mt19937 random(5);
    const auto word = [&](unsigned longest) {
        std::string text;
        for (auto i = 1 + random() % longest; i > 0; --i) text += static_cast<char>('a' + random() % 3);
        return text;
    };
    for (int round = 0; round < 500; ++round) {
        std::string words;
        for (int i = 0; i < 12; ++i) words += word(3) + ":" + word(5) + " ";
        const Forms forms(words);
        for (const auto& [term, known] : forms.of) {
            for (int i = 0; i < 20; ++i) {
                const std::string form = word(5);
                CAPTURE(words, term, form);
                REQUIRE(forms.has(term, form) == known.contains(form));
                REQUIRE(forms.has_prefix(term, form) == std::any_of(known.begin(), known.end(), [&](const auto& one) {
                            return one.starts_with(form);
                        }));
            }
        }
    }
}

TEST_CASE("damaged words are an error or an answer, never a crash") {
    std::mt19937 random(11);
    const Text text("a b c|bc a 4:d 90:a|x");
    for (int round = 0; round < 2000; ++round) {
        std::string damaged = text.encoded;
        for (auto i = 1 + random() % 3; i > 0; --i) damaged[random() % damaged.size()] = static_cast<char>(random());
        damaged.resize(1 + random() % damaged.size());
        std::vector<std::uint32_t> found;
        try {
            WordSequence(damaged).find(word_hash("a"), found);
        } catch (const std::runtime_error&) {
            continue;
        }
        CHECK(found.size() <= damaged.size());
    }
}
