// SPDX-License-Identifier: GPL-2.0-or-later
//
// A colon between place and publisher is the surest sign (GOST, APA, Chicago); without one, the last pieces are
// compared with the names of places and with words that only publishers bear.

#include "indexer/citation_imprint.h"

#include "common/utf8.h"
#include "indexer/citation_numbering.h"
#include "indexer/citation_place.h"
#include "indexer/citation_words.h"

#include <algorithm>

namespace annota {
namespace {

constexpr std::size_t kLongestPublisher = 10; // words

/// Organisations are abbreviated in Latin capitals: "IAEA".
bool is_latin_capitals(std::string_view word) {
    return word.size() > 1 && std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

class ImprintFinder {
public:
    ImprintFinder(const CitationText& text, TokenRange range, ImprintHints hints)
        : text_(text), range_(range), hints_(hints) {
        while (!range_.empty() && (text[range_.end - 1].is("(") || text[range_.end - 1].separates())) --range_.end;
    }

    std::optional<Imprint> find() const {
        if (range_.empty()) return std::nullopt;
        auto imprint = with_colon();
        if (!imprint) imprint = without_colon();
        // "г. Казань": the word for town is no part of what stands before.
        const bool town = imprint && imprint->begin >= range_.begin + 3 && text_[imprint->begin - 1].is(".") &&
                          text_[imprint->begin - 2].key == word_key("г") && !text_[imprint->begin - 3].is_number();
        if (town) imprint->begin -= 2;
        return imprint;
    }

private:
    /// A sign at which a piece of text ends.
    bool is_boundary(std::size_t i) const {
        const CitationToken& token = text_[i];
        if (token.is_dash()) return token.blank_before || text_[i + 1].blank_before || (i > 0 && text_[i - 1].is("."));
        for (const std::string_view sign : {",", ";", ":", "(", "[", "]", "//", "?", "!", "»", ")"}) {
            if (token.is(sign)) return true;
        }
        return token.is(".") &&
               (text_.ends_sentence(i) || is_known_place(text_[i + 1]) || (i > 0 && !is_abbreviation(text_[i - 1])));
    }

    /// The piece that ends at `end`: back to the nearest boundary, with a limit, since no name of a place or publisher
    /// is long.
    TokenRange piece_before(std::size_t end) const {
        constexpr std::size_t kLongest = 40;
        std::size_t begin = end;
        if (end <= range_.begin) return {end, end};
        const CitationToken& last = text_[end - 1];
        const bool closes = last.partner < end - 1;
        const std::uint32_t brackets = last.brackets - (closes && last.brackets > 0 ? 1U : 0U);
        const std::uint32_t quotes = last.quotes - (closes && last.quotes > 0 ? 1U : 0U);
        while (begin > range_.begin && end - begin < kLongest) {
            const CitationToken& before = text_[begin - 1];
            const bool outside = before.brackets <= brackets && before.quotes <= quotes;
            if (outside && begin < end && is_boundary(begin - 1)) break;
            --begin;
        }
        return {begin, end};
    }

    /// The piece before `piece`, without the signs between them.
    TokenRange piece_before(TokenRange piece) const {
        const std::size_t end = text_.without_separators({range_.begin, piece.begin}).end;
        return piece.begin > range_.begin && end > range_.begin ? text_.without_separators(piece_before(end))
                                                                : TokenRange{piece.begin, piece.begin};
    }

    /// Further places before the first: "М.; Л.", "М.–Л.", "Москва – Санкт-Петербург".
    std::size_t first_of_places(std::size_t begin) const {
        constexpr int kMostPlaces = 3;
        for (int more = 1; more < kMostPlaces; ++more) {
            std::size_t end = begin;
            while (end > range_.begin && (text_[end - 1].is_dash() || text_[end - 1].is(";") ||
                                          text_[end - 1].is(",") || text_[end - 1].is(":")))
                --end;
            if (end == begin) return begin;
            if (text_[end - 1].is(".")) --end;
            const TokenRange piece = piece_before(end);
            if (piece.empty() || !is_place(text_, piece)) return begin;
            begin = piece.begin;
        }
        return begin;
    }

    std::string printed(TokenRange range) const { return std::string(text_.slice(text_.without_separators(range))); }

    /// Places keep no full stop unless they are abbreviated: "М.", "СПб." but "Москва".
    std::string printed_place(TokenRange range) const {
        constexpr std::size_t kLongestAbbreviation = 3;
        range = text_.without_separators(range);
        const bool abbreviated =
            text_[range.end].is(".") && count_code_points(text_[range.end - 1].text) <= kLongestAbbreviation;
        return std::string(text_.slice({range.begin, abbreviated ? range.end + 1 : range.end}));
    }

    std::optional<Imprint> with_colon() const {
        constexpr int kColons = 4; // from the end: earlier ones are of the title
        int seen = 0;
        for (std::size_t i = range_.end; i > range_.begin + 1 && seen < kColons; --i) {
            if (!text_[i - 1].is(":")) continue;
            ++seen;
            if (auto imprint = before_colon(i - 1)) return imprint;
        }
        return std::nullopt;
    }

    std::optional<Imprint> before_colon(std::size_t colon) const {
        TokenRange place = piece_before(text_[colon - 1].is(".") ? colon - 1 : colon);
        const TokenRange publisher = text_.without_separators({colon + 1, range_.end});
        if (place.empty() || !has_shape_of_place(text_, place) || text_.count_words(publisher) > 2 * kLongestPublisher)
            return std::nullopt;
        place.begin = with_first_words(place);
        // "New York, NY: Publisher": the state belongs to the city.
        const TokenRange city = piece_before(place);
        if (is_latin_capitals(text_[place.begin].text) && text_[place.begin - 1].is(",") && !city.empty() &&
            has_shape_of_place(text_, city))
            place.begin = city.begin;
        if (!is_place(text_, place) && !can_be_place(place, publisher)) return std::nullopt;
        // "М.: Наука; Казань: Мир": the second pair is kept as printed.
        if (place.begin > range_.begin + 3 && text_[place.begin - 1].is(";")) {
            for (std::size_t i = place.begin - 1; i > range_.begin + 1 && i + kLongestPublisher > place.begin; --i) {
                if (!text_[i - 1].is(":")) continue;
                if (auto first = before_colon(i - 1)) return first;
            }
        }
        place.begin = first_of_places(place.begin);
        return Imprint{printed_place(place), is_unnamed(publisher) ? "" : printed(publisher), place.begin};
    }

    /// "[б. и.]", "[s. n.]": no publisher is named.
    bool is_unnamed(TokenRange publisher) const {
        for (std::size_t i = publisher.begin; i < publisher.end; ++i) {
            if (text_[i].is_word() && count_code_points(text_[i].text) > 1) return false;
        }
        return text_[publisher.begin].is("[") || text_.count_words(publisher) == 2;
    }

    /// "Н. Новгород", "Ростов н/Д", "Los Angeles": the words before the last that are part of a known place.
    std::size_t with_first_words(TokenRange place) const {
        constexpr std::size_t kLongest = 4; // tokens
        for (std::size_t begin = place.begin; begin > range_.begin + 1 && begin + kLongest > place.begin;) {
            --begin;
            if (text_[begin].is_word() && is_place(text_, {begin, place.end}) && !is_known_place(text_[begin]))
                return begin;
        }
        return place.begin;
    }

    /// An unknown place, by what stands around it: a sentence ends before, a short name and a year follow.
    bool can_be_place(TokenRange place, TokenRange publisher) const {
        if (place.begin <= range_.begin) return false;
        const CitationToken& before = text_[place.begin - 1];
        const bool sentence =
            before.is(".") || before.is_dash() || before.is("(") || before.is("]") || before.is("»") || before.is("?");
        return sentence && hints_.before_year && text_.count_words(publisher) <= kLongestPublisher &&
               (!hints_.in_periodical || is_publisher(text_, publisher));
    }

    std::optional<Imprint> without_colon() const {
        const TokenRange last = text_.without_separators(piece_before(range_.end));
        if (last.empty()) return std::nullopt;
        const TokenRange before = piece_before(last);
        if (is_place(text_, last) && !labels_number(last)) return ending_in_place(last, before);
        const bool publisher = is_publisher(text_, last);
        if (!before.empty() && is_place(text_, before) &&
            (publisher || (hints_.before_year && !hints_.in_periodical))) {
            const std::size_t begin = first_of_places(before.begin);
            return Imprint{printed_place({begin, before.end}), printed(last), begin};
        }
        if (publisher && text_.count_words(last) <= kLongestPublisher) return Imprint{"", printed(last), last.begin};
        if (const std::size_t name = publisher_name_begin(text_, range_); name < range_.end)
            return Imprint{"", printed({name, range_.end}), name};
        return single_word(last);
    }

    /// "Л. 6": one letter before a number that is no year is a label of something else.
    bool labels_number(TokenRange place) const {
        const std::size_t next = text_[place.end].is(".") ? place.end + 1 : place.end;
        int year = 0;
        return place.size() == 1 && count_code_points(text_[place.begin].text) == 1 && text_[next].is_number() &&
               year_end(text_, next, year) == next;
    }

    std::optional<Imprint> ending_in_place(TokenRange last, TokenRange before) const {
        Imprint imprint{printed_place(last), "", first_of_places(last.begin)};
        if (imprint.begin < last.begin) imprint.place = printed_place({imprint.begin, last.end});
        if (imprint.begin == last.begin && !before.empty() && is_publisher(text_, before)) {
            imprint.publisher = printed(before);
            imprint.begin = before.begin;
        }
        return imprint;
    }

    /// "Xtown, 1999" at the end of a citation without numbers of a periodical.
    std::optional<Imprint> single_word(TokenRange last) const {
        const bool fits = hints_.before_year && !hints_.in_periodical && !hints_.before_pages && last.size() == 1 &&
                          text_[last.begin].is_word() && text_[last.begin].capital && last.begin > range_.begin &&
                          text_[range_.end].is(",");
        if (!fits) return std::nullopt;
        if (is_latin_capitals(text_[last.begin].text)) return Imprint{"", printed(last), last.begin};
        return Imprint{printed_place(last), "", last.begin};
    }

    const CitationText& text_;
    TokenRange range_;
    ImprintHints hints_;
};

} // namespace

std::optional<Imprint> find_imprint(const CitationText& text, TokenRange range, ImprintHints hints) {
    return ImprintFinder(text, range, hints).find();
}

} // namespace annota
