// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/options.h"

#include "searcher/program.h"
#include "searcher/request_option.h"
#include "tests/common/program_faults.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

using namespace annota;

namespace {

using Arguments = std::vector<std::string>;
using Faults = std::vector<std::string>;

const Environment kEnvironment{{"ANNOTA_DB", "db"}};

std::string parse(const Arguments& arguments, const Environment& environment = kEnvironment) {
    const ParsedSearchOptions parsed = parse_search_options(arguments, environment);
    if (const auto* wrong = std::get_if<SearchUsageError>(&parsed)) return "! " + wrong->error.message;
    if (std::holds_alternative<VersionRequest>(parsed)) return "version";
    if (const auto* information = std::get_if<Information>(&parsed)) {
        return information->text.substr(0, information->text.find('\n'));
    }
    return describe(std::get<SearchOptions>(parsed));
}

bool error_is_json(const Arguments& arguments) {
    const ParsedSearchOptions parsed = parse_search_options(arguments, kEnvironment);
    return std::get<SearchUsageError>(parsed).as_json;
}

struct Row {
    Arguments arguments;
    std::string expected;
};

void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        CHECK(parse(row.arguments) == row.expected);
    }
}

} // namespace

TEST_CASE("command lines of annota-search become options") {
    check_rows({
        {{}, "search in db"},
        {{"россия", "китай"}, "search in db, text «россия китай»"},
        {{"--db=/x", "--db", "/y z", "a"}, "search in /x /y z, text «a»"},
        {{"--db=/x", "\"россия и китай\"", "-война"}, "search in /x, text «\"россия и китай\" -война»"},
        {{"a", "--limit", "0", "--", "--limit", "-x"}, "search in db, text «a --limit -x», limit 0"},
        {{"--match=all", "--plain", "--offset=20", "--sort", "-year", "a"},
         "search in db, text «a», match all, plain, offset 20, sort -year"},
        {{"--format=json", "--format-version=1", "--color=never"}, "search in db, format json, color never"},
        {{"--author", "Danilin, Ivan", "--author=Иванов", "--type", "book"},
         "search in db, author=Danilin, Ivan|Иванов, type=book"},
        {{"--filter", "author=danilin,i", "--filter=author=b", "--exclude=журнал=a=b", "--filter=year=2020"},
         "search in db, author==danilin,i|b, year==2020, journal!=a=b"},
        {{"--facet", "year:50,type", "--facet=author"}, "search in db, facets year:50,type:10,author:10"},
        {{"--facet", "journal/year,журнал:3/год:2,journal"}, "search in db, facets journal:3/year:2,journal:10"},
        {{"--facet=author", "--facet-prefix=автор=дан", "--facet-contains=author=И", "--facet-offset=author=20",
          "--facet-sort=author=value"},
         "search in db, facets author:10 from 20 by value дан… …И…"},
        {{"--facet-prefix=keyword=рын"}, "search in db, facets author:10,year:10,journal:10,keyword:10 рын…"},
        {{"--facet-sort=journal/year=count", "--facet=type"},
         "search in db, facets type:10,journal:10/year:10 by count"},
        {{"--histogram=decade"}, "search in db, histogram decade"},
        {{"--no-facets"}, "search in db, facets none"},
        {{"--no-facets", "--facet=год:5,year:7"}, "search in db, facets year:7"},
        {{"--fields", "title,year,title", "--count"}, "search in db, count, fields title,year"},
        {{"--get", "doi:10.1000/1", "x", "--format=jsonl"},
         "search in db, format jsonl, facets none, get doi:10.1000/1 x"},
        {{"--timeout=250", "a"}, "search in db, text «a», timeout 250"},
        {{"--json-schema"}, "json-schema in "},
    });
}

TEST_CASE("exports need the records alone and have options of their own") {
    check_rows({
        {{"a", "--format=bibtex"}, "search in db, format bibtex, text «a», facets none, fields id"},
        {{"--format=gost", "--gost=7.0.100", "--export-language=en"},
         "search in db, format gost, gost 7.0.100, export-language en, facets none, fields id"},
        {{"--format=csv", "--bom", "--fields=title,year"},
         "search in db, format csv, bom, columns title,year, facets none, fields id"},
        {{"--all", "--format=ris", "a"}, "search in db, format ris, all, text «a», facets none, fields id"},
        {{"--all", "a"}, "search in db, all, text «a», facets none"},
        {{"--sort=author"}, "search in db, sort author"},
        {{"--sort", "-added", "--cursor=0a"}, "search in db, cursor 0a, sort -added"},
        {{"--all", "--format=json"}, "! option '--all' writes hits one after another: take '--format jsonl'"},
        {{"--all", "--limit=5"}, "! options '--all' and '--limit' exclude each other"},
        {{"--all", "--batch"}, "! options '--all' and '--batch' exclude each other"},
        {{"--gost=7.0.5"}, "! option '--gost' goes with '--format gost' only"},
        {{"--bom", "--format=ris"}, "! option '--bom' goes with '--format csv|tsv' only"},
        {{"--export-language=en"},
         "! option '--export-language' goes with '--format csv|tsv|bibtex|ris|csl-json|gost' only"},
        {{"--gost=7.1", "--format=gost"},
         "! option '--gost' takes 7.0.5 or 7.0.100, not '7.1', did you mean '7.0.100'?"},
    });
    CHECK(parse({"--format=csv", "--fields=title,size"}).starts_with("! option '--fields' takes id, type, authors,"));
}

TEST_CASE("tasks of many queries settle what belongs to them") {
    check_rows({
        {{"--batch"}, "batch in db, format json"},
        {{"--batch", "--limit=3", "--format", "json"}, "batch in db, format json, limit 3"},
        {{"--batch", "--format", "text"}, "! option '--batch' answers in '--format json' only"},
        {{"--batch", "word"}, "! option '--batch' takes no query on the command line, not 'word'"},
        {{"--batch", "--queries", "q"}, "! options '--batch' and '--queries' exclude each other"},
        {{"--jobs=2", "a"}, "! option '--jobs' goes with '--batch' only"},
        {{"--batch", "--get", "q"}, "! options '--batch' and '--get' exclude each other"},
        {{"--queries", "q.tsv"},
         "queries in db, format trec, queries q.tsv, match any, plain, limit 1000, facets none, fields id"},
        {{"--queries", "q.tsv", "--format=trec", "--run", "r1", "--limit=50"},
         "queries in db, format trec, queries q.tsv, run r1, match any, plain, limit 50, facets none, fields id"},
        {{"--queries", "q.tsv", "--match=all"},
         "queries in db, format trec, queries q.tsv, match all, plain, limit 1000, facets none, fields id"},
        {{"--queries", "q.tsv", "--format=json"}, "! option '--queries' answers in '--format trec' only"},
        {{"--queries", "q.tsv", "word"}, "! option '--queries' takes no query on the command line, not 'word'"},
        {{"--queries", "q.tsv", "--run", "r 1"}, "! option '--run' takes a name without blanks, not 'r 1'"},
    });
    const test::TemporaryFolder folder;
    folder.write("annota/annota-search.conf", "format = text\nmatch = all\nlimit = 3\ndb = ~/idx\n");
    const Environment configured{{"XDG_CONFIG_HOME", folder.path()}, {"HOME", "/h"}};
    CHECK(parse({"a"}, configured) == "search in /h/idx, text «a», match all, limit 3");
    CHECK(parse({"--batch"}, configured) == "batch in /h/idx, format json, match all, limit 3");
    folder.write("wrong.conf", "limit = ten\n");
    CHECK(parse({"--config", folder.path("wrong.conf")}) ==
          "! " + folder.path("wrong.conf") + ": option 'limit' takes a whole number from 0 to 10,000, not 'ten'");
    CHECK(parse({"--queries=q"}, configured) ==
          "queries in /h/idx, format trec, queries q, match any, plain, limit 1000, facets none, fields id");
}

TEST_CASE("wrong command lines of annota-search are told") {
    check_rows({
        {{"--foo"}, "! unknown option '--foo', did you mean '--format'?"},
        {{"--limit", "10001"}, "! option '--limit' takes a whole number from 0 to 10,000, not '10001'"},
        {{"--limit=ten"}, "! option '--limit' takes a whole number from 0 to 10,000, not 'ten'"},
        {{"--offset=-1"}, "! option '--offset' takes a whole number from 0 to 1,000,000,000, not '-1'"},
        {{"--format=xml"},
         "! option '--format' takes text, json, jsonl, csv, tsv, bibtex, ris, csl-json, gost or trec, not 'xml'"},
        {{"--format-version=2"}, "! option '--format-version' takes 1, the only version of the answer, not '2'"},
        {{"--sort=date"}, "! option '--sort' takes relevance, year, -year, title, author, added or -added, not 'date'"},
        {{"--year=2020..2015"}, "! option '--year' takes a range that begins before it ends, not '2020..2015'"},
        {{"--author= "}, "! option '--author' takes a value that is not empty"},
        {{"--author", ""}, "! option '--author' needs a value: --author NAME"},
        {{"--filter=author"}, "! option '--filter' takes FIELD=KEY, not 'author'"},
        {{"--filter=autor=x"},
         "! option '--filter' takes keyword, author, journal, year, language, type, indexed-in, publisher or source, "
         "not 'autor', did you mean 'author'?"},
        {{"--exclude=title=x"},
         "! option '--exclude' takes keyword, author, journal, year, language, type, indexed-in, publisher or source, "
         "not 'title'"},
        {{"--facet=author:0"}, "! option '--facet' takes a whole number from 1 to 10,000, not '0'"},
        {{"--facet=author,,year"},
         "! option '--facet' takes keyword, author, journal, year, language, type, indexed-in, publisher or source, "
         "not ''"},
        {{"--facet=year/year"}, "! option '--facet' takes two fields around a slash, not 'year/year'"},
        {{"--facet=year/"},
         "! option '--facet' takes keyword, author, journal, year, language, type, indexed-in, publisher or source, "
         "not ''"},
        {{"--facet-sort=author"}, "! option '--facet-sort' takes FIELD=VALUE, not 'author'"},
        {{"--facet-sort=author=size"}, "! option '--facet-sort' takes usual, count or value, not 'size'"},
        {{"--facet-offset=author=-1"},
         "! option '--facet-offset' takes a whole number from 0 to 1,000,000,000, not '-1'"},
        {{"--histogram=month"}, "! option '--histogram' takes none, year or decade, not 'month'"},
        {{"--fields=title,"}, "! option '--fields' takes names of fields, not ''"},
        {{"--get"}, "! option '--get' needs a value: --get ID"},
    });
    CHECK(parse({"a"}, {}) == "! no index named: give --db DIR or set ANNOTA_DB");
}

TEST_CASE("years are read with any dash and open ends") {
    struct YearRow {
        std::string text;
        std::string expected; ///< "first..last", "!" for a complaint.
    };
    const std::vector<YearRow> rows{
        {"2020", "2020..2020"},
        {"2015..2020", "2015..2020"},
        {"2015-2020", "2015..2020"},
        {"2015–2020", "2015..2020"},
        {"2015 — 2020", "2015..2020"},
        {"2015..", "2015.."},
        {"2015-", "2015.."},
        {"..2020", "..2020"},
        {"-2020", "..2020"},
        {" 2020 ", "2020..2020"},
        {"", "!"},
        {"..", "!"},
        {"-", "!"},
        {"20x0", "!"},
        {"2015...2020", "!"},
        {"2015-2017-2020", "!"},
        {"12345", "!"},
        {"2021..2020", "!"},
    };
    for (const YearRow& row : rows) {
        CAPTURE(row.text);
        std::optional<int> first;
        std::optional<int> last;
        const bool fine = !read_years(row.text, first, last);
        const auto text = [](const std::optional<int>& year) { return year ? std::to_string(*year) : std::string(); };
        CHECK((fine ? text(first) + ".." + text(last) : "!") == row.expected);
        CHECK((fine || (!first && !last)));
    }
}

TEST_CASE("who asks for JSON gets errors as JSON") {
    CHECK(error_is_json({"--foo", "--format", "json"}));
    CHECK(error_is_json({"--format=json", "--limit"}));
    CHECK(error_is_json({"--batch", "--limit", "x"}));
    CHECK_FALSE(error_is_json({"--limit", "x"}));
    CHECK_FALSE(error_is_json({"--format=text", "--limit", "x"}));
    CHECK_FALSE(error_is_json({"--limit", "x", "--", "--format=json"}));
    CHECK_FALSE(error_is_json({"--limit", "x", "--format"}));
    CHECK(error_json(as_request_error({"a \"b\"", "--c"})) ==
          R"({"code":"usage","message":"a \"b\"","position":null,"fragment":"--c"})");
}

TEST_CASE("the table of annota-search and its texts are whole") {
    CHECK_THAT(test::table_faults(search_program()), Catch::Equals(Faults()));
    CHECK_THAT(test::text_faults(search_program()), Catch::Equals(Faults()));
    CHECK_THAT(test::tool_faults(search_program()), Catch::Equals(Faults()));
    for (const RequestOption& option : request_options()) {
        const OptionSpec* row = find_option(search_program(), option.name);
        CAPTURE(option.name);
        if (option.name == "query") continue; // The words of the command line.
        REQUIRE(row != nullptr);
        CHECK(is_flag(*row) == (option.kind == OptionKind::flag));
        CHECK(row->repeatable ==
              (option.kind == OptionKind::list && option.name != "fields" || option.kind == OptionKind::pairs));
    }
}

TEST_CASE("what the table of annota-search shows as the initial value holds") {
    const Arguments spelt_out{"--match=auto",
                              "--limit=10",
                              "--offset=0",
                              "--sort=relevance",
                              "--timeout=0",
                              "--run=annota",
                              "--facet=author,year,journal",
                              "--format=text",
                              "--color=auto",
                              "--format-version=1"};
    CHECK(parse(spelt_out) == "search in db");
    for (const std::string& argument : spelt_out) {
        const std::size_t equals = argument.find('=');
        const OptionSpec* row = find_option(search_program(), argument.substr(2, equals - 2));
        CAPTURE(argument);
        CHECK(row->initial.substr(0, row->initial.find(';')) == argument.substr(equals + 1));
    }
}

TEST_CASE("annota-search tells about itself") {
    check_rows({
        {{"--version"}, "version"},
        {{"--help", "--foo"}, "annota-search: searches scholarly abstracts in Russian and English"},
        {{"--generate=zsh"}, "#compdef annota-search"},
        {{"-help"}, "search in db, text «-help»"},
    });
}
