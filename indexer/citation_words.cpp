// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of words, compared by word_key(), so that a Latin "C." and a Cyrillic one are the same page mark.

#include "indexer/citation_words.h"

#include "common/utf8.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace annota {
namespace {

/// Words as they are printed, in lower case; a final "*" stands for every ending.
class WordSet {
public:
    WordSet(std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words) add(word);
    }

    /// Words with single blanks between.
    explicit WordSet(std::string_view words) {
        while (!words.empty()) {
            const std::string_view word = words.substr(0, words.find(' '));
            add(word);
            words.remove_prefix(std::min(words.size(), word.size() + 1));
        }
    }

    bool contains(const CitationToken& token) const {
        if (!token.is_word()) return false;
        if (words_.contains(token.key)) return true;
        for (const std::string& beginning : beginnings_) {
            if (token.key.starts_with(beginning)) return true;
        }
        return false;
    }

private:
    void add(std::string_view word) {
        if (word.ends_with('*')) {
            beginnings_.push_back(word_key(word.substr(0, word.size() - 1)));
        } else {
            words_.insert(word_key(word));
        }
    }

    std::unordered_set<std::string> words_;
    std::vector<std::string> beginnings_;
};

/// Words that stand in names of journals and seldom elsewhere, with blanks between.
constexpr std::string_view kJournalWords =
    "journal journ j review bulletin bull herald annals ann acta archives arch transactions trans letters "
    "magazine quarterly izvestiya izvestia izv isvestya isvestiya izvestija vestnik vestn zhurnal zh zhur "
    "trudy uchenye uspekhi voprosy doklady byulleten byulleten’ problemy vant известия изв вестник вестн "
    "вісник журнал ж труды записки ученые учёные успехи вопросы доклады бюллетень обозрение вести "
    "известиия ведомости научно-технические вант наукові науковий списание годишник гласник зборник "
    "международный american european international british russian soviet advances progress frontiers "
    "studies physics physical nature ieee";

} // namespace

NumberLabel number_label(const CitationToken& token) {
    static const WordSet volumes{"т",    "тт", "том",    "тома",    "томъ", "тому", "vol",
                                 "vols", "v",  "volume", "volumes", "bd",   "band", "tome"};
    static const WordSet issues{"no",     "nos", "nr",  "n",    "№",      "number", "номер",  "issue",
                                "issues", "iss", "is",  "вып",  "выпуск", "вип",    "випуск", "бр",
                                "брой",   "br",  "num", "numb", "heft",   "ном",    "зб"};
    static const WordSet parts{"ч", "часть", "частина", "част", "кн", "книга", "part", "pt", "св"};
    static const WordSet pages{"с",   "сс", "стр", "стор", "страницы", "страница", "страниц", "стр", "p",  "pp",
                               "ppp", "pg", "pgs", "page", "pages",    "s",        "ss",      "р",   "рр", "срр"};
    if (token.is("№") || token.is("#")) return NumberLabel::issue;
    if (!token.is_word()) return NumberLabel::none;
    if (volumes.contains(token)) return NumberLabel::volume;
    if (issues.contains(token)) return NumberLabel::issue;
    if (parts.contains(token)) return NumberLabel::part;
    return pages.contains(token) ? NumberLabel::pages : NumberLabel::none;
}

bool needs_full_stop(const CitationToken& token) {
    return !token.capital && count_code_points(token.text) == 1 && token.text != "№" && token.text != "#";
}

bool is_year_word(const CitationToken& token) {
    static const WordSet words{"г", "гг", "год", "года", "годы", "р", "рр", "рік", "год", "г", "year"};
    return words.contains(token) && !token.capital;
}

bool is_month(const CitationToken& token) {
    static const WordSet words{
        "январ*", "феврал*",   "март",     "марта",     "апрел*",    "май",     "мая",      "июнь",     "июня",
        "июль",   "июля",      "август",   "августа",   "сентябр*",  "октябр*", "ноябр*",   "декабр*",  "янв",
        "фев",    "февр",      "мар",      "апр",       "авг",       "сен",     "сент",     "окт",      "ноя",
        "нояб",   "дек",       "січ*",     "лют*",      "берез*",    "квіт*",   "трав*",    "черв*",    "лип*",
        "серп*",  "верес*",    "жовт*",    "листопад*", "груд*",     "януари",  "февруари", "април",    "юни",
        "юли",    "септември", "октомври", "ноември",   "декември",  "january", "february", "march",    "april",
        "may",    "june",      "july",     "august",    "september", "october", "november", "december", "jan",
        "feb",    "mar",       "apr",      "jun",       "jul",       "aug",     "sep",      "sept",     "oct",
        "nov",    "dec"};
    return words.contains(token);
}

bool is_article_number_word(const CitationToken& token) {
    static const WordSet words{"article", "art", "paper", "статья", "artn"};
    return words.contains(token);
}

bool is_initial(const CitationToken& token) {
    static const WordSet digraphs{"yu", "ya", "yo", "ye",  "zh",  "kh", "ts", "ch",  "sh", "shch", "ju",
                                  "ja", "jo", "je", "sch", "th",  "ph", "iu", "ia",  "дж", "ст",   "ив",
                                  "ал", "вл", "вс", "дм",  "ник", "ев", "wm", "dzh", "ле", "ма"};
    return token.is_word() && token.capital && (count_code_points(token.text) == 1 || digraphs.contains(token));
}

bool is_abbreviation(const CitationToken& token) {
    static const WordSet words{
        "им",   "проф",  "акад",  "доц",     "др",    "д-р",    "чл",     "св",    "ред",  "сост", "пер",     "изд",
        "отв",  "науч",  "под",   "тез",     "докл",  "сб",     "сер",    "ser",   "вып",  "т",    "кн",      "ч",
        "vol",  "no",    "nos",   "iss",     "pp",    "p",      "с",      "стр",   "ст",   "рис",  "табл",    "обл",
        "губ",  "предв", "сообщ", "результ", "канд",  "психол", "техн",   "физ",   "хим",  "биол", "мед",     "экон",
        "юрид", "филол", "ист",   "пед",     "филос", "полит",  "социол", "наук",  "дис",  "дисс", "автореф", "prof",
        "dr",   "st",    "mr",    "mrs",     "ed",    "eds",    "al",     "et",    "proc", "conf", "int",     "intern",
        "univ", "dept",  "inst",  "vs",      "cf",    "ca",     "jr",     "approx"};
    // "в.", "г.", "гг." close a century or a year; what follows in capitals begins a sentence more often than not.
    return words.contains(token);
}

bool is_name_particle(const CitationToken& token) {
    static const WordSet words{"von", "van", "de",  "der", "den", "del", "della", "di",  "da",  "dos",
                               "du",  "la",  "le",  "ten", "ter", "zu",  "zur",   "bin", "ibn", "al",
                               "el",  "фон", "ван", "де",  "дер", "ди",  "да",    "ла",  "дю"};
    return words.contains(token) && count_code_points(token.text) > 1;
}

bool is_editor_word(const CitationToken& token) {
    static const WordSet words{"ред",         "редакци*",   "редактор*", "ed",          "eds",      "editor",
                               "editors",     "edited",     "сост",      "составител*", "упоряд*",  "съст",
                               "съставител*", "hrsg",       "comp",      "comps",       "compiled", "redakciej",
                               "redaktsiej",  "redaktsiey", "уред",      "прир",        "ответств"};
    return words.contains(token);
}

bool is_translator_word(const CitationToken& token) {
    static const WordSet words{"пер",   "перевод",    "перев", "transl", "translated",
                               "trans", "translator", "прев",  "превод"};
    return words.contains(token);
}

bool is_and(const CitationToken& token) {
    static const WordSet words{"and", "и", "та", "і", "й", "und", "et", "y"};
    return token.is("&") || (words.contains(token) && !token.capital);
}

bool is_publisher_word(const CitationToken& token) {
    static const WordSet words{
        "изд-во",       "издательств*", "издат",        "изд-ва",          "издатель",    "издательский",
        "издательская", "press",        "publ",         "publs",           "publisher",   "publishers",
        "publishing",   "publication",  "publications", "verlag",          "видавництв*", "вид-во",
        "видавн",       "издателств*",  "izdatelstvo",  "izd-vo",          "books",       "springer",
        "wiley",        "elsevier",     "типография",   "типографія",      "тип",         "типо-литография",
        "печатница",    "politizdat",   "полиграф*",    "университетское", "university"};
    return words.contains(token);
}

bool is_journal_word(const CitationToken& token) {
    static const WordSet words(kJournalWords);
    return words.contains(token) && token.capital;
}

bool is_series_word(const CitationToken& token) {
    static const WordSet words{"серия", "сер", "серія", "series", "ser", "seriya", "seria", "section", "раздел"};
    return words.contains(token);
}

bool is_conference_word(const CitationToken& token) {
    static const WordSet words{"конференци*", "конф",     "науч-практ", "симпозиум*",     "семинар*",     "конгресс*",
                               "съезд*",      "форум*",   "чтени*",     "школы-семинара", "совещани*",    "конференці*",
                               "conference*", "conf",     "symposium",  "symposia",       "symp",         "workshop*",
                               "congress*",   "meeting*", "forum",      "seminar*",       "konferentsi*", "konferenci*",
                               "simpozium*",  "конгрес*", "конференц*", "colloquium"};
    return words.contains(token);
}

bool is_collection_word(const CitationToken& token) {
    static const WordSet words{"труды",   "сборник",   "сб",           "материалы", "тезисы",     "proceedings",
                               "proc",    "proceed",   "transactions", "trudy",     "sbornik",    "materialy",
                               "tezisy",  "матеріали", "збірник",      "сборници",  "collection", "abstracts",
                               "зборник", "intern",    "препринт",     "preprint"};
    return words.contains(token);
}

bool is_thesis_word(const CitationToken& token) {
    static const WordSet words{"автореф*", "дис",          "дисс",     "диссертаци*", "дисертаці*", "дисертаци*",
                               "thesis",   "dissertation", "avtoref*", "dissertats*", "дисерт",     "diss"};
    return words.contains(token);
}

bool is_report_word(const CitationToken& token) {
    static const WordSet words{"препринт", "отчет", "отчёт", "preprint", "report", "tecdoc"};
    return words.contains(token) && token.capital;
}

bool is_edition_word(const CitationToken& token) {
    static const WordSet words{"изд", "издание", "изд-е", "вид", "видання", "издание", "edition", "ed", "edn", "aufl"};
    return words.contains(token);
}

} // namespace annota
