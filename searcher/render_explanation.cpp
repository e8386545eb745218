// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/render_explanation.h"

#include "common/word_list.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace annota {

namespace {

/// All sentences in both languages; %s are filled in order.
enum class Sentence : std::uint8_t {
    read_as,
    word,
    more_terms,
    added,
    expanded,
    matches,
    removed,
    without,
    nothing_helps,
    part,
    part_of_several,
    name,
    order,
};

struct Wording {
    std::string_view english;
    std::string_view russian;
};

constexpr std::array<Wording, 13> kWordings{
    Wording{"Read as %s", "Прочитано как %s"},
    Wording{"%s: looked for %s, records with it: %s", "%s: искались %s, записей с этим: %s"},
    Wording{"%s and %s more", "%s и ещё %s"},
    Wording{"Added by feedback: %s", "Добавлено по обратной связи: %s"},
    Wording{"%s: also looked for %s (%s)", "%s: искалось и %s (%s)"},
    Wording{"Records that match the query: %s", "Записей, подходящих под запрос: %s"},
    Wording{"Filter %s takes: %s", "Фильтр %s убирает: %s"},
    Wording{"Without %s there would be hits: %s", "Без %s нашлось бы: %s"},
    Wording{"To leave out one part finds nothing either", "Без любой одной части тоже ничего не находится"},
    Wording{"%s  %s: in the record %s (title %s, keywords %s), records with it: %s",
            "%s  %s: в записи %s (в заглавии %s, в ключевых словах %s), записей с этим: %s"},
    Wording{"%s  one of %s: in the record %s, records with it: %s", "%s  одно из %s: в записи %s, записей с этим: %s"},
    Wording{"%s  %s: in the record, records with it: %s", "%s  %s: есть в записи, записей с этим: %s"},
    Wording{"%s  words side by side, and in the forms typed", "%s  слова стоят рядом и в тех формах, что набраны"},
};

std::string say(Sentence sentence, UserLanguage language, const std::vector<std::string>& values) {
    const Wording& wording = kWordings[static_cast<std::size_t>(sentence)];
    std::string_view left = language == UserLanguage::russian ? wording.russian : wording.english;
    std::string said;
    for (const std::string& value : values) {
        const std::size_t at = left.find("%s");
        said.append(left.substr(0, at)).append(value);
        left.remove_prefix(at + 2);
    }
    return said.append(left);
}

std::string number(std::uint64_t value) {
    return std::to_string(value);
}

std::string points(double score) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%8.3f", score);
    return text.data();
}

std::string terms_of(const WordReading& word, UserLanguage language) {
    const std::string terms = joined(word.terms, ", ");
    return word.more_terms == 0 ? terms : say(Sentence::more_terms, language, {terms, number(word.more_terms)});
}

} // namespace

UserLanguage user_language(const Environment& environment) {
    for (const std::string_view name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string_view locale = variable(environment, name); !locale.empty())
            return locale.starts_with("ru") ? UserLanguage::russian : UserLanguage::english;
    return UserLanguage::english;
}

std::vector<std::string> explain_query(const ResultPage& page, UserLanguage language) {
    std::vector<std::string> lines;
    if (!page.explanation) return lines;
    const auto add = [&](Sentence sentence, const std::vector<std::string>& values) {
        lines.push_back(say(sentence, language, values));
    };
    if (!page.parsed.empty()) add(Sentence::read_as, {page.parsed});
    for (const WordReading& word : page.explanation->words)
        add(Sentence::word, {word.typed, terms_of(word, language), number(word.documents)});
    std::vector<std::string> added;
    for (const QueryExpansion& one : page.expansions)
        if (one.why == "feedback")
            added.push_back(one.to);
        else
            add(Sentence::expanded, {one.term, one.to, std::string(one.why)});
    if (!added.empty()) add(Sentence::added, {joined(added, ", ")});
    add(Sentence::matches, {number(page.explanation->matches)});
    for (const FilterEffect& effect : page.explanation->filters)
        add(Sentence::removed, {effect.filter, number(effect.removed)});
    for (const Alternative& one : page.explanation->alternatives)
        add(Sentence::without, {one.without, number(one.total)});
    const bool parted = page.explanation->words.size() + page.explanation->filters.size() > 1;
    if (page.total == 0 && parted && page.explanation->alternatives.empty()) add(Sentence::nothing_helps, {});
    return lines;
}

std::vector<std::string> explain_score(const Hit& hit, UserLanguage language) {
    std::vector<std::string> lines;
    lines.reserve(hit.score_parts.size());
    for (const ScorePart& part : hit.score_parts) {
        const std::string score = points(part.score);
        const std::string terms = joined(part.terms, ", ");
        if (part.why == "order")
            lines.push_back(say(Sentence::order, language, {score}));
        else if (part.occurrences == 0)
            lines.push_back(say(Sentence::name, language, {score, terms, number(part.documents)}));
        else if (part.why == "any")
            lines.push_back(say(Sentence::part_of_several, language,
                                {score, terms, number(part.occurrences), number(part.documents)}));
        else
            lines.push_back(say(Sentence::part, language,
                                {score, terms, number(part.occurrences), number(part.in_title),
                                 number(part.in_keywords), number(part.documents)}));
    }
    return lines;
}

} // namespace annota
