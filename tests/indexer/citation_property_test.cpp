// SPDX-License-Identifier: GPL-2.0-or-later
//
// The parser never invents, whatever the text: every word and number of a record stands in the citation. The slow
// obvious reference is a search in its letters and digits.

#include "common/utf8.h"
#include "indexer/citation_parser.h"
#include "indexer/citation_tokens.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>

namespace annota {

namespace {

constexpr std::string_view kCitations[]{
    "Рябов Г.Д., Сомова Л.К. Ветер // Берега. 2014. Т. 6, № 2 (21). С. 30–41. DOI: 10.12345/bereg.2014.6.2.30",
    "Рябов, Г. Д. Ветер : очерк / Г. Д. Рябов ; под ред. Л. К. Сомовой. – 2-е изд. – Казань : Дюна, 2014. – 188 с.",
    "Рябов Г.Д. Ветер. Тверь, 2014. ISBN 978-5-02-037893-3. – Текст : непосредственный.",
    "Рябов Г.Д. Ветер. В кн.: Дюны и люди. М.: Дюна; Тверь: Волга, 1984, с. 5-16, 20.",
    "Рябов Г. Д. (2014а) Ветер [Wind and dunes]. Берега, 6(2), 30–41. https://doi.org/10.12345/ bereg.2014",
    "Ryabov G.D., Somova L.K., eds. Dunes. In: Proc. Conf., Riga, 12-15 May 2014. Riga: Dune Publ., p. e12.",
    "Ryabov, Gleb. \"Wind and Dunes.\" Journal of Coasts 6, no. 2 (2014): 30–41. Accessed 3 May 2015.",
    "Рябов, Глеб. Вятър и дюни. – В: Брегове. Т. II. С., 1961, 15–30.",
    "Рябов Г.Д. Ветер: дис. ... канд. геогр. наук: 25.00.25. – Тверь, 2006. – 42 с.",
    "Рябов Г. Ветер // Берега: газета. 2014/2015. 5 мая. URL: http://b.example.org/5 (дата обращения: 01.02.2020).",
    "Берега. 2007. 8 (5): 55-73. ISSN 2079-4665. (In Russ.)",
};

constexpr std::string_view kInserted[]{" ",  ".",  ",",    ":",   ";",  "(", ")", "[", "]",        "/",
                                       "//", "–",  "«",    "»",   "\"", "№", "=", "1", "\xD0",     "\xFF",
                                       "М.", "С.", "2014", "In:", "и",  "А", "’", "?", "\xC2\xA0", "doi"};

std::size_t below(std::mt19937& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

std::string_view any_of(std::mt19937& random, const auto& texts) {
    return texts[below(random, std::size(texts))];
}

/// One accident: bytes lost, put in or swapped, blanks dropped, the end cut off, another citation glued on.
void mutate(std::string& text, std::mt19937& random) {
    const std::size_t at = below(random, text.size() + 1);
    switch (below(random, 6)) {
    case 0: text.erase(at, 1 + below(random, 3)); break;
    case 1: text.insert(at, any_of(random, kInserted)); break;
    case 2:
        if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
        break;
    case 3: std::erase(text, ' '); break;
    case 4: text.resize(std::max(at, text.size() / 2)); break;
    default: text.append(below(random, 2) == 0 ? " " : "").append(any_of(random, kCitations)); break;
    }
}

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool sign = c < 0xC0 || (c >= 0x2000 && c < 0x2C00) || c == 0xFFFD || c == 0xFEFF;
    return !sign;
}

/// Runs of letters or of digits, in lower case, with letters of one look as one letter.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    bool digits = false;
    const std::string valid = make_valid_utf8(text);
    for (std::size_t at = 0; at < valid.size();) {
        const char32_t c = next_code_point(valid, at);
        const bool digit = c >= '0' && c <= '9';
        if (!words.back().empty() && (!is_letter_or_digit(c) || digit != digits)) words.emplace_back();
        if (is_letter_or_digit(c)) append_code_point(words.back(), c);
        digits = digit;
    }
    for (std::string& word : words) word = word_key(word);
    std::erase(words, "");
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += word;
    return all;
}

class Printed {
public:
    explicit Printed(std::string_view text) : words_(words_of(text)), all_(joined(words_)) {
        for (const std::string& word : words_) known_.insert(word);
    }

    bool has_words(std::string_view value) const {
        return std::ranges::all_of(words_of(value),
                                   [&](const auto& word) { return all_.find(word) != std::string::npos; });
    }
    /// The words in the order of the text; others may stand between them.
    bool has_in_order(std::string_view value) const {
        std::size_t at = 0;
        for (const std::string& word : words_of(value)) {
            at = all_.find(word, at);
            if (at == std::string::npos) return false;
            at += word.size();
        }
        return true;
    }
    /// Whole numbers, not parts of longer ones.
    bool has_numbers(std::string_view value) const {
        return std::ranges::all_of(words_of(value), [&](const auto& word) { return known_.contains(word); });
    }
    /// Letters and digits without what stands between them.
    bool has_code(std::string_view value) const { return all_.find(joined(words_of(value))) != std::string::npos; }

private:
    std::vector<std::string> words_;
    std::string all_;
    std::set<std::string> known_;
};

void check_persons(const std::vector<Author>& persons, const Printed& printed) {
    for (const Author& person : persons) {
        CHECK(printed.has_words(person.name));
        for (const std::string& name : person.names) CHECK(printed.has_words(name));
    }
}

void check_nothing_invented(const Record& record, const Printed& printed) {
    for (const auto& [language, title] : record.title) CHECK(printed.has_in_order(title));
    for (const auto& [language, journal] : record.journal) CHECK(printed.has_in_order(journal));
    CHECK(printed.has_in_order(record.publisher));
    CHECK(printed.has_in_order(record.place));
    CHECK(printed.has_in_order(record.extent));
    for (const std::string& text : record.references) CHECK(printed.has_words(text));
    check_persons(record.authors, printed);
    check_persons(record.editors, printed);
    if (record.year != 0) CHECK(printed.has_numbers(std::to_string(record.year)));
    for (const std::string& number : {record.volume, record.issue, record.pages}) CHECK(printed.has_numbers(number));
    for (const std::string& code : {record.doi, record.url}) CHECK(printed.has_code(code));
    for (const std::string& isbn : record.isbn) CHECK(printed.has_code(isbn));
    for (const std::string& issn : record.issn) CHECK(printed.has_code(issn));
}

} // namespace

TEST_CASE("nothing is invented, whatever happens to a citation", "[citations]") {
    std::mt19937 random(20140621); // NOLINT(cert-msc51-cpp): the same run every time
    for (int run = 0; run < 4000; ++run) {
        std::string text(any_of(random, kCitations));
        for (std::size_t accidents = below(random, 5); accidents > 0; --accidents) mutate(text, random);
        CAPTURE(run, text);
        const Record record = parse_citation(text);
        check_nothing_invented(record, Printed(text));
        for (const auto& [language, title] : record.title) CHECK(is_valid_utf8(title));
    }
}

TEST_CASE("what nobody printed is found out", "[citations]") {
    const Printed printed("Рябов Г.Д. Ветер. 2014. С. 30–41.");
    CHECK(printed.has_in_order("Рябов Ветер"));
    CHECK_FALSE(printed.has_in_order("Ветер Рябов"));
    CHECK(printed.has_words("ветер рябов"));
    CHECK_FALSE(printed.has_words("ветры"));
    CHECK(printed.has_numbers("30-41"));
    CHECK_FALSE(printed.has_numbers("30-4"));
    CHECK(printed.has_code("2014С30"));
    CHECK_FALSE(printed.has_code("201430"));
}

TEST_CASE("citations of the greatest length end, whatever they repeat", "[citations]") {
    for (const std::string_view piece : {"(",
                                         ")",
                                         "[a ",
                                         "«",
                                         "\"",
                                         "Рябов Г.Д., ",
                                         "Рябов Г.Д. ",
                                         "Рябов, Глеб, ",
                                         "1, ",
                                         "2014 ",
                                         "2014. С. 5. ",
                                         ": ",
                                         "М.: ",
                                         "М.; ",
                                         " / ",
                                         " // ",
                                         "In: ",
                                         "In A. B., ",
                                         "В кн.: ",
                                         "ред. ",
                                         "под ред. А. Б. ",
                                         "изд. 2 ",
                                         "Т. ",
                                         "doi:10.1234/",
                                         "10.1234/a ",
                                         "http://",
                                         "accessed ",
                                         "ISSN ",
                                         "(in ",
                                         "дис. ",
                                         "И.",
                                         "И. ",
                                         "a. A",
                                         "= A ",
                                         "А-",
                                         "Вестник. ",
                                         "№ 1/",
                                         "(дата обращения "}) {
        CAPTURE(piece);
        std::string text = "Рябов Г.Д. Ветер. ";
        while (text.size() + piece.size() <= kMaxCitationBytes) text += piece;
        const Record record = parse_citation(text);
        CHECK(record.references != std::vector<std::string>{text}); // It was read, not refused.
        CHECK(is_valid_utf8(record.title.empty() ? "" : record.title.begin()->second));
    }
}

TEST_CASE("a text that is too long for a citation is kept whole", "[citations]") {
    const std::string text(kMaxCitationBytes + 1, 'a');
    const Record record = parse_citation(text);
    CHECK(record.references == std::vector<std::string>{text});
    CHECK(record.title.empty());
}

} // namespace annota
