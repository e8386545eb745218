// SPDX-License-Identifier: GPL-2.0-or-later
//
// Glued words are parted by case and full stops; then each word is judged by itself. Only capitals without full stops
// need the others: two or three of them are initials where other words are written small.

#include "common/name_words.h"

#include "common/given_names.h"
#include "common/name.h"
#include "common/simple_fold.h"
#include "common/transliteration.h"
#include "common/utf8.h"
#include "common/word_list.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace annota {
namespace {

bool is_upper(char32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

bool is_lower(char32_t c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : u_isULowercase(static_cast<UChar32>(c)) != 0;
}

bool is_letter(char32_t c) {
    return c < 0x80 ? is_upper(c) || is_lower(c) : u_isUAlphabetic(static_cast<UChar32>(c)) != 0;
}

std::u32string to_code_points(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) append_code_point(out, c);
    return out;
}

/// The words of a text whose blanks are collapsed.
std::vector<std::string_view> split_blanks(std::string_view text) {
    return text.empty() ? std::vector<std::string_view>() : split(text, ' ');
}

template <std::size_t N> bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N> bool is_listed(const std::array<std::string_view, N>& sorted, std::string_view word) {
    return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Digits, raised letters and the signs that footnotes use.
bool is_mark(char32_t c) {
    if (is_letter(c) && c < 0x80) return false;
    constexpr std::u32string_view kSigns = U"*†‡§¶#^‖~|{}<>=_\\;:©®™";
    return (c >= U'0' && c <= U'9') || c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0x2070 && c <= 0x209F) ||
           (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2B0 && c <= 0x2B8) || (c >= 0x1D2C && c <= 0x1D6A) || c == 0x1DBF ||
           kSigns.find(c) != std::u32string_view::npos;
}

std::string without_marks(std::string_view printed) {
    std::string out;
    out.reserve(printed.size());
    int depth = 0;
    for (std::size_t at = 0; at < printed.size();) {
        const char32_t c = next_code_point(printed, at);
        if (c == U'(' || c == U'[') {
            ++depth;
            out.push_back(' ');
        } else if (c == U')' || c == U']') {
            depth = std::max(depth - 1, 0);
        } else if (depth == 0 && c >= 0x20 && c != 0x7F && !is_mark(c) && !is_ignorable(c)) {
            append_code_point(out, c);
        }
    }
    return out;
}

bool is_title(std::string_view lower) {
    constexpr std::array<std::string_view, 24> kTitles{"d.sc.", "dr",     "dr.",       "dsc",    "ir.",       "mr.",
                                                       "mrs.",  "ms.",    "ph.d.",     "phd",    "prof",      "prof.",
                                                       "sir",   "акад.",  "д-р",       "д.т.н.", "д.ф.-м.н.", "д.э.н.",
                                                       "доц.",  "к.т.н.", "к.ф.-м.н.", "к.э.н.", "проф",      "проф."};
    static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));
    return is_listed(kTitles, lower);
}

/// "и др.", "et al." and all behind it; titles and degrees.
std::string without_titles(const std::string& name) {
    std::string out;
    const std::vector<std::string_view> words = split_blanks(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string lower = to_lower(words[i]);
        const bool comma = lower.ends_with(',');
        if (comma) lower.pop_back();
        const std::string_view other = lower == "et" ? "al" : lower == "и" ? "др" : "";
        if (i > 0 && i + 1 < words.size() && !other.empty() && to_lower(words[i + 1]).starts_with(other)) break;
        if (words.size() > 1 && is_title(lower)) {
            if (comma && !out.empty()) out += ',';
            continue;
        }
        out.append(out.empty() ? "" : " ").append(words[i]);
    }
    return out;
}

/// Whether a letter stands behind a full stop, or a capital behind a small letter.
bool may_be_glued(std::string_view name) {
    char32_t before = 0;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = next_code_point(name, at);
        if ((before == U'.' && is_letter(c)) || (is_lower(before) && is_upper(c))) return true;
        before = c;
    }
    return false;
}

/// A blank wherever one is missing: "С.С.Голубев", "КовтунS.N.", "IvanovIV".
std::string part_glued(const std::string& printed) {
    if (!may_be_glued(printed)) return printed;
    const std::u32string name = to_code_points(printed);
    std::u32string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        out.push_back(name[i]);
        if (i + 1 >= name.size() || !is_letter(name[i + 1])) continue;
        if (name[i] == U'.') {
            out.push_back(U' ');
        } else if (is_lower(name[i]) && is_upper(name[i + 1])) {
            std::size_t end = i + 2;
            while (end < name.size() && end < i + 4 && is_lower(name[end])) ++end;
            const bool initial = end < name.size() && name[end] == U'.';
            end = i + 1;
            while (end < name.size() && is_upper(name[end])) ++end;
            const bool last_capitals =
                (end == name.size() || name[end] == U' ') && end - i <= 4 && i >= 2 && is_lower(name[i - 1]);
            if (initial || last_capitals) out.push_back(U' ');
        }
    }
    return to_utf8(out);
}

bool is_apostrophe_end(std::string_view word) {
    if (word.empty()) return false;
    std::size_t at = 0;
    const char32_t first = next_code_point(word, at);
    if (at == word.size() || !is_letter(first)) return false;
    return is_apostrophe(next_code_point(word, at)) && at == word.size();
}

/// "D' Aspremont" and "J. -P." in one word each.
std::vector<std::string> join_torn(const std::vector<std::string_view>& words) {
    std::vector<std::string> out;
    bool open = false;
    for (const std::string_view word : words) {
        const bool tail = word.size() > 1 && word.front() == '-' && !out.empty() && out.back().ends_with('.');
        if (open || tail) {
            out.back() += word;
        } else {
            out.emplace_back(word);
        }
        open = is_apostrophe_end(word);
    }
    return out;
}

bool has_vowel(std::u32string_view letters) {
    static constexpr std::u32string_view kVowels = U"aeiouyаеёиоуыэюяіїє";
    return std::any_of(letters.begin(), letters.end(), [](char32_t c) {
        return kVowels.find(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))) != std::u32string_view::npos;
    });
}

/// One piece between hyphens: "И.", "И", "Yu.", "Shch.", "а."
bool is_initial_piece(std::u32string_view piece) {
    const bool stop = piece.ends_with(U'.');
    if (stop) piece.remove_suffix(1);
    if (piece.empty() || !std::all_of(piece.begin(), piece.end(), is_letter)) return false;
    if (piece.size() == 1) return stop || is_upper(piece[0]);
    if (!stop || !is_upper(piece[0])) return false;
    return piece.size() == 2 || (piece.size() <= 4 && !has_vowel(piece));
}

/// Commas as words of their own, between single blanks.
std::string part_commas(std::string_view bare) {
    if (bare.find(',') == std::string_view::npos) return collapse_blanks(bare);
    std::string out;
    for (const char c : bare) {
        if (c == ',') {
            out += " , ";
        } else {
            out.push_back(c);
        }
    }
    return collapse_blanks(out);
}

/// Whether a word surely holds no initials: its first piece is longer and has no full stop.
bool is_no_initial(std::string_view word) {
    const std::string_view piece = word.substr(0, word.find('-'));
    return !piece.ends_with('.') && first_code_points(piece, 1) != piece;
}

/// Initials with a full stop behind each piece; empty where the word is none. "AJ." gives two.
std::vector<std::string> read_initials(std::string_view printed) {
    if (is_no_initial(printed)) return {};
    const std::u32string word = to_code_points(printed);
    std::string text;
    for (std::size_t at = 0; at <= word.size();) {
        const std::size_t end = std::min(word.find(U'-', at), word.size());
        const std::u32string_view piece = std::u32string_view(word).substr(at, end - at);
        if (!is_initial_piece(piece)) return {};
        if (at > 0) text.push_back('-');
        text += to_utf8(piece);
        if (!text.ends_with('.')) text.push_back('.');
        at = end + 1;
    }
    if (word.size() == 3 && is_upper(word[0]) && is_upper(word[1])) {
        return {to_utf8(word.substr(0, 1)) + ".", to_utf8(word.substr(1, 1)) + "."};
    }
    return {text};
}

bool is_roman_suffix(std::string_view word) {
    return word == "II" || word == "III" || word == "IV";
}

NameWordKind classify(std::string_view word, std::string_view lower) {
    constexpr std::array<std::string_view, 40> kParticles{
        "abu", "af",  "al",  "av",  "ben", "bin", "da", "dalla", "das", "de",  "degli", "del", "della", "dello",
        "den", "der", "di",  "do",  "dos", "du",  "el", "ibn",   "la",  "le",  "te",    "ten", "ter",   "van",
        "von", "zu",  "zum", "zur", "аль", "ван", "де", "ден",   "дер", "ибн", "фон",   "эль"};
    static_assert(std::is_sorted(kParticles.begin(), kParticles.end()));
    constexpr std::array<std::string_view, 4> kSuffixes{"jr", "jr.", "sr", "sr."};
    constexpr std::array<std::string_view, 5> kRussianSuffixes{"мл.", "мл", "младший", "ст.", "старший"};
    constexpr std::array<std::string_view, 14> kMarks{"gizi", "kizi", "kyzy", "ogli", "oglu", "ogly", "qizi",
                                                      "гызы", "кизи", "кызы", "оглу", "оглы", "улы",  "уулу"};
    static_assert(std::is_sorted(kMarks.begin(), kMarks.end()));
    constexpr std::size_t kLongestBytes = 8; // of the particles and the marks
    if (word == ",") return NameWordKind::comma;
    if (is_one_of(kSuffixes, lower) || is_one_of(kRussianSuffixes, word)) return NameWordKind::suffix;
    if (lower.size() > kLongestBytes) return NameWordKind::word;
    if (is_listed(kParticles, lower)) return NameWordKind::particle;
    if (is_listed(kMarks, lower)) return NameWordKind::patronymic_mark;
    if (word == "y" || word == "e" || word == "i" || word == "и") return NameWordKind::joint;
    return NameWordKind::word;
}

std::string without_stop(std::string word) {
    while (word.ends_with('.')) word.pop_back();
    return word;
}

bool has_lower(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        if (is_lower(next_code_point(word, at))) return true;
    }
    return false;
}

bool is_capitals(const std::u32string& word) {
    return word.size() > 1 && is_upper(word.front());
}

bool is_written_small(const NameWord& word) {
    const bool name = word.kind == NameWordKind::word || word.kind == NameWordKind::particle;
    return name && has_lower(word.text);
}

/// Two or three capitals among words written small are initials ("Danilin IV", "DJ Strouse"), unless the name would be
/// left with a given name alone ("Ivan LEE"). More are a family name set in capitals; so are particles but for the
/// last.
std::vector<NameWord> judge_capitals(std::vector<NameWord> words) {
    const auto small = std::find_if(words.begin(), words.end(), is_written_small);
    if (small == words.end()) return words;
    const std::string small_word = small->text;
    const auto leaves_given_name = [&] {
        return words.size() == 2 && find_given_name(script_free_key(small_word)) != GivenName::unknown;
    };
    std::vector<NameWord> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        NameWord& word = words[i];
        const bool last = i + 1 == words.size() || words[i + 1].kind == NameWordKind::comma;
        const bool name = word.kind == NameWordKind::word || (last && word.kind == NameWordKind::particle);
        const std::u32string letters = name && !has_lower(word.text) ? to_code_points(word.text) : std::u32string();
        word.capitals = is_capitals(letters);
        const bool initials =
            word.capitals && letters.size() <= 3 && std::all_of(letters.begin(), letters.end(), is_letter);
        const bool family =
            (last && i == 0) || (initials && letters.size() == 3 && has_vowel(letters) && leaves_given_name());
        if (initials && !family) {
            for (const char32_t letter : letters)
                out.push_back({to_utf8({&letter, 1}) + ".", NameWordKind::initial, false});
        } else {
            out.push_back(std::move(word));
        }
    }
    return out;
}

} // namespace

std::string bare_name(std::string_view printed) {
    const std::string name = repair_look_alikes(part_glued(without_titles(collapse_blanks(without_marks(printed)))));
    constexpr std::string_view kEnds = " ,;-";
    std::string_view bare = name;
    bare.remove_prefix(std::min(bare.find_first_not_of(" ,;-."), bare.size()));
    return std::string(bare.substr(0, bare.find_last_not_of(kEnds) + 1));
}

bool is_ordinary_word(const std::string& word) {
    const std::string lower = to_lower(word);
    return classify(word, lower) == NameWordKind::word && !is_title(lower) && lower != "et";
}

std::vector<NameWord> split_name(std::string_view bare) {
    const std::string parted = part_commas(bare);
    const std::vector<std::string> texts = join_torn(split_blanks(parted));
    std::vector<NameWord> words;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string& text = texts[i];
        const bool last = i + 1 == texts.size() || texts[i + 1] == ",";
        NameWordKind kind = classify(text, to_lower(text));
        if (kind == NameWordKind::joint && (i == 0 || last)) kind = NameWordKind::word;
        if (is_roman_suffix(text) && last && (words.size() > 1 || (text == "III" && i > 0)))
            kind = NameWordKind::suffix;
        if (kind != NameWordKind::word) {
            words.push_back({text, kind, false});
            continue;
        }
        const std::vector<std::string> initials = read_initials(text);
        for (const std::string& initial : initials) words.push_back({initial, NameWordKind::initial, false});
        if (initials.empty() && !without_stop(text).empty())
            words.push_back({without_stop(text), NameWordKind::word, false});
    }
    return judge_capitals(words);
}

} // namespace annota
