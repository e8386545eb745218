// SPDX-License-Identifier: GPL-2.0-or-later
//
// What decides the order of a name, in this sequence: a comma, particles, initials (a row of them ends or begins the
// given names), a patronymic, then evidence: known given names against endings that Russian family names have. Where
// nothing speaks, the habit of the script decides: "Given Family" in Latin, "Фамилия Имя" in Cyrillic. Either can be
// wrong, which is why the index looks at every word of a name.

#include "common/name.h"

#include "common/given_names.h"
#include "common/name_words.h"
#include "common/organisation.h"
#include "common/plain_name.h"
#include "common/transliteration.h"
#include "common/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace annota {
namespace {

using Words = std::vector<NameWord>;

bool has_cyrillic(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_cyrillic(next_code_point(text, at))) return true;
    }
    return false;
}

bool is_word(const NameWord& word) {
    return word.kind == NameWordKind::word;
}

bool is_particle(const NameWord& word) {
    return word.kind == NameWordKind::particle;
}

/// -ин, -ян and the like end given names and other languages' words in Latin letters, too.
bool has_family_ending(const std::string& key, bool cyrillic) {
    constexpr std::array<std::string_view, 17> kEndings{"ov",     "ova",    "ev",  "eva",  "ski",  "skaia",
                                                        "tski",   "tskaia", "ska", "enko", "chuk", "dze",
                                                        "shvili", "iuk",    "kin", "kina", "ants"};
    constexpr std::array<std::string_view, 7> kCyrillicEndings{"in", "ina", "ian", "ih", "ich", "uk", "ko"};
    const auto ends = [&](std::string_view ending) { return key.size() >= ending.size() + 2 && key.ends_with(ending); };
    return std::any_of(kEndings.begin(), kEndings.end(), ends) ||
           (cyrillic && std::any_of(kCyrillicEndings.begin(), kCyrillicEndings.end(), ends));
}

/// What a word looks like by itself.
enum class Look : std::uint8_t { family, unknown, common_given, russian_given };

Look judge(const NameWord& word) {
    if (word.capitals) return Look::family;
    const std::size_t hyphen = word.text.find('-');
    std::string key = script_free_key(std::string_view(word.text).substr(0, hyphen));
    const GivenName given = find_given_name(key); // Jean-Paul, Анна-Мария
    if (given == GivenName::russian) return Look::russian_given;
    if (given == GivenName::common) return Look::common_given;
    if (hyphen != std::string::npos) key = script_free_key(word.text);
    // Youssef, Ludovic and Drew have these endings only as keys.
    const bool printed_so =
        std::string_view("fcw").find(word.text.back()) == std::string_view::npos && !word.text.ends_with("ф");
    const bool ending = is_patronymic(key) || has_family_ending(key, has_cyrillic(word.text));
    return printed_so && ending ? Look::family : Look::unknown;
}

bool is_given(Look look) {
    return look == Look::common_given || look == Look::russian_given;
}

bool is_patronymic_word(const NameWord& word) {
    constexpr std::array<std::string_view, 7> kMarks{"ogli", "oglu", "kizi", "gizi", "qizi", "uli", "ulu"};
    const std::size_t blank = word.text.rfind(' ');
    if (blank == std::string::npos) return is_patronymic(script_free_key(word.text));
    const std::string mark = script_free_key(std::string_view(word.text).substr(blank)); // "Гасан оглы" is one word.
    return std::find(kMarks.begin(), kMarks.end(), mark) != kMarks.end();
}

std::string join(Words::const_iterator begin, Words::const_iterator end) {
    std::string text;
    for (; begin != end; ++begin) text += (text.empty() ? "" : " ") + begin->text;
    return text;
}

std::vector<std::string> texts(Words::const_iterator begin, Words::const_iterator end) {
    std::vector<std::string> out;
    for (; begin != end; ++begin) out.push_back(begin->text);
    return out;
}

/// Marks of patronymics and joints in one word with what they belong to.
Words group(Words words) {
    Words out;
    out.reserve(words.size());
    bool open = false;
    for (NameWord& word : words) {
        const bool joint = word.kind == NameWordKind::joint;
        if ((joint || open || word.kind == NameWordKind::patronymic_mark) && !out.empty() && is_word(out.back())) {
            out.back().text += " " + word.text;
        } else {
            const bool mark = word.kind == NameWordKind::patronymic_mark;
            out.push_back(std::move(word));
            if (joint || mark) out.back().kind = NameWordKind::word;
        }
        open = joint;
    }
    return out;
}

std::string take_suffixes(Words& words) {
    const auto is_suffix = [](const NameWord& word) { return word.kind == NameWordKind::suffix; };
    std::string suffix;
    for (const NameWord& word : words) {
        if (is_suffix(word)) suffix += (suffix.empty() ? "" : " ") + word.text;
    }
    words.erase(std::remove_if(words.begin(), words.end(), is_suffix), words.end());
    return suffix;
}

/// Lower-case ones always, of the others those that are no name of their own: "Van den Eynde G.", but "Ben Smith".
bool may_begin_name(const NameWord& particle) {
    constexpr std::array<std::string_view, 13> kCapital{"Van", "Von", "De",  "Del", "Della", "Der", "Den",
                                                        "Dos", "Ibn", "Ван", "Фон", "Де",    "Ибн"};
    return to_lower(particle.text) == particle.text ||
           std::find(kCapital.begin(), kCapital.end(), particle.text) != kCapital.end();
}

/// The words of the family name, [first, last), where particles tell; an empty range where they do not.
std::pair<std::size_t, std::size_t> find_particle_family(const Words& words) {
    const auto count = std::count_if(words.begin(), words.end(), is_word);
    const bool has_initials =
        std::any_of(words.begin(), words.end(), [](const NameWord& w) { return w.kind == NameWordKind::initial; });
    std::size_t leading = 0;
    while (leading < words.size() && is_particle(words[leading]) && may_begin_name(words[leading])) ++leading;
    if (leading > 0 && leading < words.size() && is_word(words[leading])) {
        const bool first_name = words[0].text == "Van" || words[0].text == "Den"; // Vietnamese
        if (count > 1 || has_initials || !first_name || leading > 1) return {0, leading + 1};
    }
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!is_particle(words[i])) continue;
        std::size_t last = i;
        while (last < words.size() && (is_particle(words[last]) || is_word(words[last]))) ++last;
        if (!is_word(words[last - 1])) break;
        // "Garcia de la Cruz J.": where only initials follow, what stands before the particle is family, too.
        const bool all_words = std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), is_word);
        return {last < words.size() && all_words ? 0 : i, last};
    }
    return {0, 0};
}

PersonName with_family(const Words& words, std::size_t first, std::size_t last) {
    const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    PersonName name;
    name.family = join(at(first), at(last));
    name.given = texts(words.begin(), at(first));
    const std::vector<std::string> behind = texts(at(last), words.end());
    name.given.insert(name.given.end(), behind.begin(), behind.end());
    return name;
}

/// Whether the first of two outer words is the family name. Against the habit of Latin script an English given name
/// says nothing, as it may be a family name.
bool is_family_first(const NameWord& first, const NameWord& last) {
    const Look a = judge(first);
    const Look b = judge(last);
    if ((a == Look::family) != (b == Look::family)) return a == Look::family;
    if (a == Look::unknown && b == Look::russian_given) return true;
    if (is_given(a) && b == Look::unknown) return false;
    return has_cyrillic(first.text);
}

/// No initials, no particles.
PersonName order_words(const Words& words) {
    const std::size_t n = words.size();
    if (n > 2) {
        const bool last = is_patronymic_word(words[n - 1]);
        const bool middle = is_patronymic_word(words[n - 2]);
        if (last && !(middle && is_given(judge(words[0])))) return with_family(words, 0, 1);
        if (middle) return with_family(words, n - 1, n);
        // "Abed Akram Hamzah": two given names behind need a known one, as most Latin names of three words end with the
        // family.
        if (!has_cyrillic(words[0].text)) {
            const bool first =
                judge(words[0]) == Look::family && is_given(judge(words[1])) && judge(words[n - 1]) != Look::family;
            return first ? with_family(words, 0, 1) : with_family(words, n - 1, n);
        }
    }
    return is_family_first(words.front(), words.back()) ? with_family(words, 0, 1) : with_family(words, n - 1, n);
}

/// Words before the initials only: "Данилин И.В.", "Garcia Marquez G.", "Abramov Aleksandr N."
PersonName order_before_initials(const Words& words, std::size_t count) {
    if (count < 2) return with_family(words, 0, count);
    const Look first = judge(words[0]);
    const Look second = judge(words[1]);
    if (is_given(second) && !is_given(first)) return with_family(words, 0, 1);
    if (is_given(first) && second == Look::family) return with_family(words, 1, count);
    return with_family(words, 0, first == Look::family && second == Look::unknown ? 1 : count);
}

PersonName order_with_initials(const Words& words) {
    const auto is_initial = [](const NameWord& word) { return word.kind == NameWordKind::initial; };
    const auto at = [&](Words::const_iterator it) { return static_cast<std::size_t>(it - words.begin()); };
    const std::size_t first = at(std::find_if(words.begin(), words.end(), is_initial));
    const std::size_t behind = at(std::find_if(words.begin() + static_cast<std::ptrdiff_t>(first), words.end(),
                                               [&](const NameWord& word) { return !is_initial(word); }));
    if (behind == words.size()) return order_before_initials(words, first);
    if (first > 0) {
        const Look look = judge(words.front());
        const bool family_first = (look == Look::family && is_given(judge(words.back()))) ||
                                  (!is_given(look) && is_patronymic_word(words.back()));
        return family_first ? with_family(words, 0, first) : with_family(words, behind, words.size());
    }
    // "M. Lisa Manning": a known given name behind the initials is not yet the family name.
    const bool middle = words.size() > behind + 1 && is_given(judge(words[behind]));
    const auto later = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(behind), words.end(), is_initial);
    if (later != words.end()) return with_family(words, behind, at(later));
    return with_family(words, behind + (middle ? 1 : 0), words.size());
}

PersonName order(Words words) {
    const auto [first, last] = find_particle_family(words);
    if (last > first) return with_family(words, first, last);
    for (NameWord& word : words) {
        if (is_particle(word)) word.kind = NameWordKind::word;
    }
    if (std::none_of(words.begin(), words.end(), is_word)) return {join(words.begin(), words.end()), {}, ""};
    if (words.size() == 1) return {words.front().text, {}, ""};
    return std::all_of(words.begin(), words.end(), is_word) ? order_words(words) : order_with_initials(words);
}

std::vector<Words> split_commas(Words words) {
    std::vector<Words> parts(1);
    for (NameWord& word : words) {
        if (word.kind != NameWordKind::comma) {
            parts.back().push_back(std::move(word));
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

/// "Family, Given": particles behind the given names begin the family name ("Beethoven, Ludwig van").
PersonName order_comma(const Words& family, Words given) {
    PersonName name;
    auto tail = given.end();
    while (tail != given.begin() && is_particle(*std::prev(tail))) --tail;
    if (tail != given.begin()) {
        name.family = join(tail, given.end());
        given.erase(tail, given.end());
    }
    if (!name.family.empty() && !family.empty()) name.family.push_back(' ');
    name.family += join(family.begin(), family.end());
    name.given = texts(given.begin(), given.end());
    return name;
}

/// The name of a body without the mark of a footnote that is glued to its last word.
std::string organisation_name(std::string_view printed) {
    std::string name = collapse_blanks(printed);
    const std::size_t end = name.find_last_not_of("0123456789*,;");
    if (end != std::string::npos && name[end] != ' ') name.resize(end + 1);
    return name;
}

} // namespace

PersonName parse_name(std::string_view printed) {
    if (std::optional<Words> plain = read_plain_name(printed)) return order(*std::move(plain));
    const std::string bare = bare_name(printed);
    if (bare.empty()) return {std::string(trim(printed)), {}, ""};
    if (is_organisation(bare)) return {organisation_name(printed), {}, ""};
    Words first;
    Words given;
    std::string suffix;
    for (Words& part : split_commas(split_name(bare))) {
        Words words = group(std::move(part));
        const std::string found = take_suffixes(words);
        if (!found.empty()) suffix += (suffix.empty() ? "" : " ") + found;
        Words& to = first.empty() ? first : given;
        to.insert(to.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    }
    if (first.empty()) return {bare, {}, ""};
    const auto has = [&](NameWordKind kind) {
        return std::any_of(first.begin(), first.end(), [&](const NameWord& word) { return word.kind == kind; });
    };
    // What follows a whole name is no part of it: "Smith J., Geneva".
    const bool whole = has(NameWordKind::initial) && has(NameWordKind::word);
    PersonName name = given.empty() || whole ? order(std::move(first)) : order_comma(first, std::move(given));
    name.suffix = std::move(suffix);
    return name;
}

} // namespace annota
