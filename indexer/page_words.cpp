// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of words, searched for in lower case.

#include "indexer/page_words.h"

#include "common/utf8.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace annota {
namespace {

constexpr std::array<std::string_view, 26> kDatabases{"russian science citation index",
                                                      "rsci",
                                                      "ринц",
                                                      "ядро ринц",
                                                      "вак",
                                                      "перечень вак",
                                                      "scopus",
                                                      "web of science",
                                                      "web of science core collection",
                                                      "wos",
                                                      "esci",
                                                      "emerging sources citation index",
                                                      "science citation index",
                                                      "social sciences citation index",
                                                      "ssci",
                                                      "sci",
                                                      "scie",
                                                      "ahci",
                                                      "doaj",
                                                      "pubmed",
                                                      "medline",
                                                      "zbmath",
                                                      "mathscinet",
                                                      "google scholar",
                                                      "agris",
                                                      "chemical abstracts"};

bool is_database(std::string_view name) {
    const std::string lower = to_lower(trim(name));
    return std::ranges::find(kDatabases, lower) != kDatabases.end();
}

template <class Words> bool contains_any(std::string_view text, const Words& words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

} // namespace

bool is_boilerplate(std::string_view line) {
    static constexpr std::array<std::string_view, 40> kPieces{"скачать",
                                                              "загрузок",
                                                              "просмотр",
                                                              "download",
                                                              "pdf",
                                                              "views:",
                                                              "баннер",
                                                              "реклам",
                                                              "подписк",
                                                              "подписаться",
                                                              "опубликовать",
                                                              "войти",
                                                              "регистраци",
                                                              "log in",
                                                              "login",
                                                              "sign in",
                                                              "register",
                                                              "перейти к",
                                                              "полный текст",
                                                              "full text",
                                                              "содержание",
                                                              "поделиться",
                                                              "share",
                                                              "в избранное",
                                                              "cc by",
                                                              "creative commons",
                                                              "cookie",
                                                              "preview",
                                                              "advanced search",
                                                              "расширенный поиск",
                                                              "наверх",
                                                              "all rights",
                                                              "все права",
                                                              "©",
                                                              "меню",
                                                              "отправить",
                                                              "crossmark",
                                                              "обложка",
                                                              "export",
                                                              "экспорт"};
    const std::string lower = to_lower(line.substr(0, 300));
    if (count_code_points(line) > 160) return false;
    const bool letters = std::ranges::any_of(
        lower, [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
    return !letters || contains_any(lower, kPieces);
}

bool is_site_menu(std::string_view line) {
    static constexpr std::array<std::string_view, 10> kMenus{
        "расширенный поиск", "advanced search",  "поиск", "search", "меню", "menu", "главная", "home",
        "о журнале",         "about the journal"};
    const std::string lower = to_lower(trim(line));
    return std::ranges::find(kMenus, lower) != kMenus.end();
}

std::vector<std::string> citation_databases(std::string_view line) {
    std::vector<std::string> names;
    if (line.size() > 400) return names;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find_first_of(",;|", at), line.size());
        std::string_view name = trim(line.substr(at, end - at));
        if (name.ends_with('.')) name.remove_suffix(1);
        at = end + 1;
        if (name.empty()) continue;
        if (!is_database(name)) return {};
        names.emplace_back(name);
    }
    return names;
}

std::vector<std::string> take_citation_databases(std::string_view& line) {
    const std::size_t open = line.rfind('(');
    if (open == std::string_view::npos || !line.ends_with(')')) return {};
    std::vector<std::string> names = citation_databases(line.substr(open + 1, line.size() - open - 2));
    if (!names.empty()) line = trim(line.substr(0, open));
    return names;
}

std::string publication_type(std::string_view line) {
    struct Row {
        std::string_view text;
        std::string_view type;
    };
    static constexpr Row kTypes[]{
        {"статья в журнале", "article-journal"},
        {"научная статья", "article-journal"},
        {"статья", "article-journal"},
        {"journal article", "article-journal"},
        {"article", "article-journal"},
        {"articles", "article-journal"},
        {"research article", "article-journal"},
        {"original article", "article-journal"},
        {"original research", "article-journal"},
        {"original paper", "article-journal"},
        {"review", "article-journal"},
        {"review article", "article-journal"},
        {"обзор", "article-journal"},
        {"обзорная статья", "article-journal"},
        {"оригинальная статья", "article-journal"},
        {"short communication", "article-journal"},
        {"книга", "book"},
        {"монография", "book"},
        {"учебник", "book"},
        {"book", "book"},
        {"monograph", "book"},
        {"глава в книге", "chapter"},
        {"глава", "chapter"},
        {"book chapter", "chapter"},
        {"chapter", "chapter"},
        {"статья в сборнике", "chapter"},
        {"материалы конференции", "paper-conference"},
        {"тезисы доклада", "paper-conference"},
        {"доклад на конференции", "paper-conference"},
        {"conference paper", "paper-conference"},
        {"conference proceedings", "paper-conference"},
        {"диссертация", "thesis"},
        {"автореферат", "thesis"},
        {"автореферат диссертации", "thesis"},
        {"thesis", "thesis"},
        {"dissertation", "thesis"},
        {"препринт", "report"},
        {"preprint", "report"},
        {"working paper", "report"},
        {"report", "report"},
        {"отчет", "report"},
    };
    // "Статья в журнале - научная статья": the kind of the publication, then that of its text.
    const std::string lower = to_lower(trim(line.substr(0, line.find(" - "))));
    for (const Row& row : kTypes) {
        if (lower == row.text) return std::string(row.type);
    }
    return {};
}

bool is_heading_word(std::string_view word) {
    static const std::unordered_set<std::string> words{
        "institute", "university", "academy",     "news",      "journal", "related",  "publications", "publication",
        "recently",  "published",  "federation",  "russian",   "russia",  "comments", "home",         "contacts",
        "search",    "abstract",   "keywords",    "authors",   "archive", "issue",    "volume",       "editorial",
        "board",     "science",    "sciences",    "article",   "about",   "full",     "text",         "open",
        "access",    "институт",   "университет", "академия",  "новости", "журнал",   "россия",       "российская",
        "федерация", "главная",    "контакты",    "поиск",     "архив",   "выпуск",   "аннотация",    "статья",
        "статьи",    "наука",      "редакция",    "публикации"};
    return words.contains(to_lower(word));
}

bool is_affiliation(std::string_view line) {
    static constexpr std::array<std::string_view, 26> kWords{"институт",
                                                             "университет",
                                                             "академи",
                                                             "institute",
                                                             "university",
                                                             "academy",
                                                             "faculty",
                                                             "факультет",
                                                             "кафедр",
                                                             "department",
                                                             "laboratory",
                                                             "лаборатори",
                                                             "высшая школа",
                                                             "school of",
                                                             "college",
                                                             "колледж",
                                                             "научный центр",
                                                             "research center",
                                                             "research centre",
                                                             "федеральное государственное",
                                                             "государственное бюджетное",
                                                             "russian federation",
                                                             "российская федерация",
                                                             "ran,",
                                                             "мвд",
                                                             "@"};
    return contains_any(to_lower(line.substr(0, 600)), kWords);
}

} // namespace annota
