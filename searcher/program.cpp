// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/program.h"

#include "common/field.h"
#include "common/information.h"

#include <array>
#include <string>
#include <vector>

namespace annota {
namespace {

constexpr std::size_t kFacetNamesLength = [] {
    std::size_t length = 0;
    for (const Field& row : kFields) length += row.facet ? row.name.size() + 1 : 0;
    return length - 1;
}();

/// "author|journal|...": the fields with buckets.
constexpr std::array<char, kFacetNamesLength> kFacetNames = [] {
    std::array<char, kFacetNamesLength> names{};
    std::size_t at = 0;
    for (const Field& row : kFields) {
        if (!row.facet) continue;
        if (at > 0) names[at++] = '|';
        for (const char c : row.name) names[at++] = c;
    }
    return names;
}();

constexpr std::string_view kFacetChoices(kFacetNames.data(), kFacetNames.size());

constexpr std::array<std::string_view, 6> kUsage{
    "[OPTION...] [--] [QUERY...]",
    "--get ID... [OPTION...]",
    "--similar ID [OPTION...] [QUERY...]",
    "--terms FIELD:PREFIX [OPTION...] [QUERY...]",
    "--batch [OPTION...]",
    "--queries FILE --format trec --run NAME [OPTION...]",
};

constexpr std::array kOptions{
    OptionSpec{.name = "match",
               .choices = "any|all|auto",
               .group = "Query",
               .help =
                   "Which records match: with any word, with all words, or with any but those with all words first.",
               .initial = "auto"},
    OptionSpec{.name = "plain", .group = "Query", .help = "Reads the query as mere words, without operators."},
    OptionSpec{.name = "get",
               .argument = "ID",
               .group = "Query",
               .help = "Fetches records by id instead of searching; every further word is an id, too.",
               .repeatable = true,
               .configurable = false},
    OptionSpec{.name = "similar",
               .argument = "ID",
               .group = "Query",
               .help = "Finds records like this one by the words that tell most of it, in each of its languages; a "
                       "query beside it restricts them.",
               .configurable = false},
    OptionSpec{.name = "terms",
               .argument = "FIELD:PREFIX",
               .group = "Query",
               .help = "Lists the values of a field that begin so, in either script, or the words of titles, each with "
                       "its number of records; without a field the words of all texts. A query restricts the records.",
               .configurable = false},
    OptionSpec{.name = "feedback",
               .group = "Query",
               .help = "Finds more: looks for the telling words of the ten best hits, too."},
    OptionSpec{.name = "explain",
               .group = "Query",
               .help = "Says what the words of the query stood for, what each filter took, of what each score is made, "
                       "and, where nothing was found, what would find something."},
    OptionSpec{.name = "timeout",
               .argument = "MS",
               .group = "Query",
               .help = "Stops searching after so many milliseconds and answers with what was found; 0 never stops.",
               .initial = "0"},

    OptionSpec{.name = "author",
               .argument = "NAME",
               .group = "Filters",
               .help = "Only records by this author: any form of the name in either script, or the key of a bucket. "
                       "Values of one filter are alternatives, different filters hold together.",
               .repeatable = true},
    OptionSpec{.name = "year",
               .argument = "RANGE",
               .group = "Filters",
               .help = "Only these years: 2020, 2015..2020, 2015.. or ..2020."},
    OptionSpec{
        .name = "journal", .argument = "NAME", .group = "Filters", .help = "Only this journal.", .repeatable = true},
    OptionSpec{.name = "language",
               .argument = "CODE",
               .group = "Filters",
               .help = "Only works in this language: ru, en, ...",
               .repeatable = true},
    OptionSpec{.name = "type",
               .argument = "TYPE",
               .group = "Filters",
               .help = "Only this type of work: article-journal, book, chapter, thesis, ...",
               .repeatable = true},
    OptionSpec{.name = "keyword",
               .argument = "WORDS",
               .group = "Filters",
               .help = "Only records with this keyword.",
               .repeatable = true},
    OptionSpec{.name = "filter",
               .argument = "FIELD=KEY",
               .group = "Filters",
               .help = "Only records in this bucket of a facet, by its key; without a key, those without a value.",
               .repeatable = true},
    OptionSpec{.name = "exclude",
               .argument = "FIELD=KEY",
               .group = "Filters",
               .help = "No records of this bucket.",
               .repeatable = true},

    OptionSpec{.name = "limit",
               .argument = "N",
               .group = "Hits",
               .help = "Shows so many hits, at most 10,000; 0 shows totals and facets only.",
               .initial = "10; 1000 with --queries"},
    OptionSpec{
        .name = "offset", .argument = "N", .group = "Hits", .help = "Leaves out the first hits.", .initial = "0"},
    OptionSpec{.name = "cursor",
               .argument = "CURSOR",
               .group = "Hits",
               .help = "Goes on behind an earlier page: next_cursor of its JSON answer to the same request.",
               .configurable = false},
    OptionSpec{.name = "all",
               .group = "Hits",
               .help = "Writes every hit, one after another, whatever their number; no record comes twice, even if the "
                       "index changes meanwhile.",
               .configurable = false},
    OptionSpec{.name = "sort",
               .choices = "relevance|year|-year|title|author|added|-added",
               .group = "Hits",
               .help = "Order of the hits: best, oldest or newest first, by title, by first author, or as they were "
                       "added; records without what decides come last.",
               .initial = "relevance; without a query -year"},
    OptionSpec{.name = "fields",
               .argument = "NAME,...",
               .group = "Hits",
               .help = "Shows these fields of each hit alone; \"record\" is the whole record. In csv and tsv they are "
                       "the columns."},
    OptionSpec{.name = "count", .group = "Hits", .help = "Shows nothing but the number of matching records."},

    OptionSpec{.name = "facet",
               .argument = "NAME[:N],...",
               .choices = kFacetChoices,
               .group = "Facets",
               .help = "Counts the matching records by these fields, N buckets each (10 unless told); journal/year "
                       "counts each journal by year.",
               .initial = "author,year,journal",
               .cancels = "no-facets",
               .repeatable = true},
    OptionSpec{.name = "facet-sort",
               .argument = "FIELD=count|value",
               .group = "Facets",
               .help = "Order of the field's buckets: most records first, or by value.",
               .initial = "count; years newest first",
               .repeatable = true},
    OptionSpec{.name = "facet-offset",
               .argument = "FIELD=N",
               .group = "Facets",
               .help = "Leaves out the field's first buckets.",
               .repeatable = true},
    OptionSpec{.name = "facet-prefix",
               .argument = "FIELD=TEXT",
               .group = "Facets",
               .help = "Only buckets whose value begins with the text, in either script.",
               .repeatable = true},
    OptionSpec{.name = "facet-contains",
               .argument = "FIELD=TEXT",
               .group = "Facets",
               .help = "Only buckets whose value has the text, in either script.",
               .repeatable = true},
    OptionSpec{.name = "histogram",
               .choices = "none|year|decade",
               .group = "Facets",
               .help = "Draws the matching records by year or decade, without gaps.",
               .initial = "none"},
    OptionSpec{.name = "no-facets", .group = "Facets", .help = "Counts nothing."},

    OptionSpec{.name = "format",
               .choices = "text|json|jsonl|csv|tsv|bibtex|ris|csl-json|gost|trec",
               .group = "Output",
               .help = "Text for people, one JSON answer, one JSON hit a line, tables, the formats of reference "
                       "managers, printed citations, or a TREC run.",
               .initial = "text"},
    OptionSpec{.name = "gost",
               .choices = "7.0.5|7.0.100",
               .group = "Output",
               .help = "The standard of printed citations: references by GOST R 7.0.5-2008 or descriptions by GOST R "
                       "7.0.100-2018.",
               .initial = "7.0.5"},
    OptionSpec{
        .name = "bom", .group = "Output", .help = "Begins a table with a byte order mark, by which Excel knows UTF-8."},
    OptionSpec{.name = "export-language",
               .argument = "CODE",
               .group = "Output",
               .help = "The language of titles, abstracts and names in tables, reference formats and citations where a "
                       "record has several; unless told, that of the work."},
    OptionSpec{.name = "format-version",
               .argument = "N",
               .group = "Output",
               .help = "The version of the JSON answer that the reader knows; another than 1 is refused.",
               .initial = "1"},
    OptionSpec{.name = "color",
               .choices = "auto|always|never",
               .group = "Output",
               .help = "Colours in text; auto: on a terminal.",
               .initial = "auto"},
    OptionSpec{.name = "json-schema",
               .group = "Output",
               .help = "Prints the JSON Schema of answers and requests.",
               .configurable = false,
               .informs = true},

    OptionSpec{.name = "batch",
               .group = "Many queries",
               .help = "Answers requests from standard input, one a line: a JSON object with the names of the options "
                       "(and \"query\", \"id\"), or a query. Writes one JSON answer a line.",
               .configurable = false},
    OptionSpec{.name = "jobs",
               .argument = "N",
               .group = "Many queries",
               .help = "Answers so many requests of --batch at the same time, in their order; unless told, as many as "
                       "there are cores."},
    OptionSpec{.name = "queries",
               .argument = "FILE",
               .group = "Many queries",
               .help =
                   "Runs each \"name TAB query\" line of a file as plain words with --match any and writes a TREC run.",
               .configurable = false},
    OptionSpec{.name = "run",
               .argument = "NAME",
               .group = "Many queries",
               .help = "Name of the TREC run.",
               .initial = "annota"},

    OptionSpec{.name = "db",
               .argument = "DIR",
               .group = "General",
               .help =
                   "The index. Several are searched as if they were one; a record that several of them have is that of "
                   "the first.",
               .initial = "$ANNOTA_DB, else the user's own",
               .repeatable = true},
    kConfigOption,
    kHelpOption,
    kVersionOption,
    kGenerateOption,
};

constexpr std::array kSyntax{
    HelpEntry{"two words", "Searched in title, abstract, keywords and names of authors, in every inflection."},
    HelpEntry{"\"a phrase\"", "In this order, in every inflection."},
    HelpEntry{"=word, =\"a phrase\"", "As written: not in other inflections."},
    HelpEntry{"word*", "Every word that begins so."},
    HelpEntry{"+word -word", "With it, without it."},
    HelpEntry{"AND OR NOT ( )", "In capitals; И ИЛИ НЕ too."},
    HelpEntry{"field:word", "Only in this field, see the list of fields."},
    HelpEntry{"-word, --", "One dash and more than one letter are words of the query: annota-search nuclear -energy. "
                           "So write the dashes of options in full. Everything after -- is the query."},
};

/// Fields with all their names: "author, автор, авторы, authors, au".
std::vector<std::string> field_names() {
    std::vector<std::string> names;
    for (const Field& row : kFields) {
        std::string& name = names.emplace_back(row.name);
        for (const std::string_view alias : row.aliases) {
            if (!alias.empty()) name.append(", ").append(alias);
        }
        if (row.kind == FieldKind::facet) name += " (facet only)";
    }
    return names;
}

std::vector<HelpEntry> field_entries() {
    static const std::vector<std::string> names = field_names();
    std::vector<HelpEntry> entries;
    for (std::size_t i = 0; i < names.size(); ++i) entries.push_back({names[i], kFields[i].help});
    return entries;
}

constexpr std::array kExitCodes{
    HelpEntry{"0", "There are hits. With --batch and --queries: every line was answered."},
    HelpEntry{"1", "No hit; with --get, an id is missing; with --all, a hit is missing that was not deleted."},
    HelpEntry{"2", "Wrong command line, or a query or index that cannot be used."},
    HelpEntry{"75", "The index kept changing under every retry."},
    HelpEntry{"128+n", "Stopped by signal n."},
};

constexpr std::array kEnvironment{
    HelpEntry{"ANNOTA_DB", "The index, where --db is not given."},
    HelpEntry{"NO_COLOR", "Switches colours off, unless --color says otherwise."},
    HelpEntry{"COLUMNS", "Width of the text where the terminal does not tell it."},
};

constexpr std::array kFiles{
    HelpEntry{
        "annota/annota-search.conf",
        "In $XDG_CONFIG_HOME, else ~/.config: options of every run, one \"name = value\" a line; --config /dev/null "
        "passes it over."},
    HelpEntry{"annota/db",
              "In $XDG_DATA_HOME, else ~/.local/share: the index, where neither --db nor ANNOTA_DB names one."},
};

constexpr std::array kExamples{
    HelpEntry{"annota-search россия китай", "Records with both words first."},
    HelpEntry{"annota-search --author danilin --year 2015..", "What an author published since 2015, newest first."},
    HelpEntry{"annota-search --format json --limit 0 --facet year:50 'title:санкци*'",
              "Counts by year, for a program."},
    HelpEntry{"annota-search --all --format bibtex год:2020.. >new.bib", "Every record since 2020, for LaTeX."},
    HelpEntry{"annota-search --batch <requests.jsonl >answers.jsonl", "Many queries with one process."},
};

std::span<const HelpSection> sections() {
    static const std::vector<HelpEntry> fields = field_entries();
    static const std::array all{
        HelpSection{"Query language", kSyntax},   HelpSection{"Fields", fields}, HelpSection{"Exit codes", kExitCodes},
        HelpSection{"Environment", kEnvironment}, HelpSection{"Files", kFiles},  HelpSection{"Examples", kExamples},
    };
    return all;
}

} // namespace

const ProgramSpec& search_program() {
    static const ProgramSpec program{
        .name = "annota-search",
        .purpose = "searches scholarly abstracts in Russian and English",
        .usage = kUsage,
        .description =
            "Finds the records of an index that match a query, best first, and counts them by author, year and "
            "journal. Without a query every record matches, newest first.",
        .verbs = {},
        .options = kOptions,
        .sections = sections(),
        .dashed_words = true,
    };
    return program;
}

} // namespace annota
