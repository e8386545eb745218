// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names are taken from the longest to the shortest, so that a short form of a short form ("Вестн. РАН") finds the full
// name through the shorter one, and one that can be read as two journals stays alone.

#include "common/journal_names.h"

#include "common/fold.h"
#include "common/stop_words.h"
#include "common/utf8.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kLoneInitials = 4;
constexpr std::size_t kCutWords = 3;   ///< That stand for so many words, where none is whole.
constexpr std::size_t kMostWords = 40; ///< Of a name that is compared.

struct Word {
    std::u32string text;      ///< Folded.
    bool cut = false;         ///< A full stop stands behind it.
    std::size_t capitals = 0; ///< Letters printed as capitals.
    bool joins = false;       ///< A function word.
};

bool ends_word(const FoldedChar& c) {
    return !is_letter(c) && !is_digit(c) && c.char_class != CharClass::apostrophe;
}

/// "&" is no word: it may be missing as "and" may.
std::vector<Word> words_of(std::string_view printed) {
    std::vector<FoldedChar> folded;
    fold_text(printed, folded);
    std::vector<Word> words;
    bool inside = false;
    for (const FoldedChar& c : folded) {
        if (c.char_class == CharClass::apostrophe) continue;
        if (ends_word(c)) {
            if (inside && c.char_class == CharClass::full_stop) words.back().cut = true;
            inside = false;
            continue;
        }
        if (!inside) words.emplace_back();
        inside = true;
        words.back().text += c.code;
        words.back().capitals += c.capital ? 1U : 0U;
    }
    for (Word& word : words) {
        std::string text;
        for (const char32_t code : word.text) append_code_point(text, code);
        word.joins = is_stop_word(text);
    }
    return words;
}

/// Capitals, or capitals with a conjunction between them (МЭиМО).
bool is_initials(const Word& word) {
    return word.text.size() >= 2 && word.capitals >= 2 && word.capitals + 1 >= word.text.size();
}

/// Reads a short form from its beginning against a full name.
class Reading {
public:
    Reading(const std::vector<Word>& short_form, const std::vector<Word>& full) : short_(short_form), full_(full) {}

    bool found() { return matches({0, 0, 0}); }

private:
    /// What is left of both: of the short form word `i` from `letter` on, of the full name the words from `j` on.
    /// Inside a word its letters are initials.
    struct Place {
        std::size_t i;
        std::size_t letter;
        std::size_t j;

        // NOLINTNEXTLINE(modernize-use-nullptr): the compiler compares what it makes of this with 0
        auto operator<=>(const Place&) const = default;
    };

    bool matches(const Place& at) {
        if (failed_.contains(at)) return false;
        if (at.letter > 0 ? reads_initial(at) : reads_word(at)) return true;
        failed_.insert(at);
        return false;
    }

    bool reads_word(const Place& at) {
        if (at.i == short_.size())
            return std::all_of(full_.begin() + static_cast<std::ptrdiff_t>(at.j), full_.end(),
                               [](const Word& word) { return word.joins; });
        const Word& word = short_[at.i];
        if (word.joins && matches({at.i + 1, 0, at.j})) return true;
        if (at.j == full_.size()) return false;
        const Word& other = full_[at.j];
        const bool agrees = word.text == other.text || (word.cut && other.text.starts_with(word.text));
        if (agrees && matches({at.i + 1, 0, at.j + 1})) return true;
        if (other.joins && matches({at.i, 0, at.j + 1})) return true;
        return is_initials(word) && reads_initial(at);
    }

    bool reads_initial(const Place& at) {
        const std::u32string& letters = short_[at.i].text;
        if (at.letter == letters.size()) return matches({at.i + 1, 0, at.j});
        if (at.j == full_.size()) return false;
        const Word& other = full_[at.j];
        if (other.text.front() == letters[at.letter] && matches({at.i, at.letter + 1, at.j + 1})) return true;
        return at.letter > 0 && other.joins && matches({at.i, at.letter, at.j + 1});
    }

    const std::vector<Word>& short_;
    const std::vector<Word>& full_;
    std::set<Place> failed_;
};

/// Whether there is enough of a name to be read at all.
bool may_be_short(const std::vector<Word>& words) {
    if (words.empty() || words.size() > kMostWords) return false;
    const auto count = [&](auto is) { return static_cast<std::size_t>(std::ranges::count_if(words, is)); };
    const std::size_t meaning = count([](const Word& word) { return !word.joins; });
    const std::size_t cut = count([](const Word& word) { return word.cut && !word.joins && !is_initials(word); });
    std::size_t initials = 0; // words
    std::size_t stood_for = cut;
    for (const Word& word : words) {
        if (!is_initials(word)) continue;
        ++initials;
        stood_for += word.text.size();
    }
    if (cut + initials == 0) return false;
    if (meaning == 1) return initials == 1 && words.front().text.size() >= kLoneInitials;
    return cut + initials < meaning || stood_for >= kCutWords;
}

bool is_read_as(const std::vector<Word>& short_form, const std::vector<Word>& full) {
    return full.size() <= kMostWords && Reading(short_form, full).found();
}

std::size_t letters_of(const std::vector<Word>& words) {
    return std::accumulate(words.begin(), words.end(), std::size_t{0},
                           [](std::size_t sum, const Word& word) { return sum + word.text.size(); });
}

/// Words but for articles and conjunctions, which catalogues leave out or write as signs.
std::u32string bare_text(const std::vector<Word>& words) {
    std::u32string text;
    for (const Word& word : words)
        if (word.text != U"the" && word.text != U"and" && word.text != U"и") text.append(word.text).push_back(U' ');
    return text;
}

class JournalGroups {
public:
    explicit JournalGroups(std::span<const JournalName> names) : names_(names), order_(names.size()) {
        words_.reserve(names.size());
        for (const JournalName& name : names) words_.push_back(words_of(name.printed));
        std::iota(order_.begin(), order_.end(), 0U);
        std::ranges::sort(order_, [&](std::uint32_t a, std::uint32_t b) {
            const std::size_t letters = letters_of(words_[a]);
            const std::size_t others = letters_of(words_[b]);
            return letters != others ? letters > others : names_[a].printed < names_[b].printed;
        });
        rank_.resize(names.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i) rank_[order_[i]] = i;
        roots_ = order_;
        std::ranges::sort(roots_);
        for (const JournalName& name : names) issns_.emplace_back(name.issns.begin(), name.issns.end());
    }

    std::vector<std::uint32_t> run() {
        join_by_issn();
        join_equals();
        join_short_forms();
        std::vector<std::uint32_t> groups(names_.size());
        for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i] = root(i);
        return groups;
    }

private:
    std::uint32_t root(std::uint32_t name) {
        while (roots_[name] != name) name = roots_[name] = roots_[roots_[name]];
        return name;
    }

    /// The fuller name stands for both.
    void join(std::uint32_t a, std::uint32_t b) {
        a = root(a);
        b = root(b);
        if (a == b) return;
        if (rank_[b] < rank_[a]) std::swap(a, b);
        roots_[b] = a;
        issns_[a].merge(issns_[b]);
    }

    /// Both state ISSNs, and none is the same.
    bool differ_by_issn(std::uint32_t a, std::uint32_t b) {
        const std::set<std::uint64_t>& one = issns_[root(a)];
        const std::set<std::uint64_t>& other = issns_[root(b)];
        return !one.empty() && !other.empty() &&
               std::ranges::none_of(one, [&](std::uint64_t issn) { return other.contains(issn); });
    }

    void join_by_issn() {
        std::map<std::uint64_t, std::uint32_t> first;
        for (std::uint32_t name = 0; name < names_.size(); ++name)
            for (const std::uint64_t issn : names_[name].issns) join(name, first.try_emplace(issn, name).first->second);
    }

    /// In the order of names from the longest, which is that of no input.
    void join_equals() {
        std::map<std::u32string, std::vector<std::uint32_t>> equals;
        for (const std::uint32_t name : order_)
            if (std::u32string text = bare_text(words_[name]); !text.empty()) equals[std::move(text)].push_back(name);
        for (const auto& [text, same] : equals) {
            for (auto at = same.begin(); at != same.end(); ++at) join_if_one(*at, {same.begin(), at});
        }
    }

    /// Full names by what their first and their last word with a meaning begin with, one letter or two.
    using Ends = std::pair<std::u32string, std::u32string>;
    using NamesByEnds = std::map<Ends, std::vector<std::uint32_t>>;

    void join_short_forms() {
        NamesByEnds longer;
        for (const std::uint32_t name : order_) {
            const std::vector<Word>& words = words_[name];
            const auto first = std::ranges::find(words, false, &Word::joins);
            if (first == words.end()) continue;
            const Word& last =
                *std::find_if(words.rbegin(), words.rend(), [](const Word& word) { return !word.joins; });
            if (may_be_short(words)) join_if_one(name, readings(name, *first, last, longer));
            for (const std::size_t letters : {1U, 2U})
                for (const std::size_t last_letters : {1U, 2U})
                    longer[{first->text.substr(0, letters), last.text.substr(0, last_letters)}].push_back(name);
        }
    }

    /// Longer names as which it can be read.
    std::vector<std::uint32_t> readings(std::uint32_t name, const Word& first, const Word& last,
                                        const NamesByEnds& longer) const {
        std::set<Ends> ends{{first.text.substr(0, 2), last.text.substr(0, 2)}};
        if (is_initials(first)) ends.insert({first.text.substr(0, 1), last.text.substr(0, 2)});
        if (is_initials(last))
            for (const std::u32string& begin : {first.text.substr(0, 2), first.text.substr(0, 1)})
                ends.insert({begin, {last.text.back()}});
        std::set<std::uint32_t> found;
        for (const Ends& one : ends)
            if (const auto candidates = longer.find(one); candidates != longer.end())
                for (const std::uint32_t other : candidates->second)
                    if (is_read_as(words_[name], words_[other])) found.insert(other);
        return {found.begin(), found.end()};
    }

    /// Where what ISSNs allow of the others is one journal.
    void join_if_one(std::uint32_t name, const std::vector<std::uint32_t>& others) {
        std::set<std::uint32_t> journals;
        for (const std::uint32_t other : others)
            if (!differ_by_issn(name, other)) journals.insert(root(other));
        if (journals.size() == 1) join(name, *journals.begin());
    }

    std::span<const JournalName> names_;
    std::vector<std::vector<Word>> words_;
    std::vector<std::uint32_t> order_; ///< From the longest to the shortest.
    std::vector<std::uint32_t> rank_;  ///< Place there.
    std::vector<std::uint32_t> roots_;
    std::vector<std::set<std::uint64_t>> issns_; ///< Of the group of a root.
};

} // namespace

std::vector<std::uint32_t> group_journals(std::span<const JournalName> names) {
    return JournalGroups(names).run();
}

bool is_short_for(std::string_view short_form, std::string_view full) {
    const std::vector<Word> words = words_of(short_form);
    return may_be_short(words) && is_read_as(words, words_of(full));
}

} // namespace annota
