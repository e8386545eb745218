// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/request_json.h"

#include "common/utf8.h"
#include "searcher/request_value.h"

#include <catch2/catch.hpp>

#include <random>

using namespace annota;

namespace {

std::string parse(std::string_view line, const SearchRequest& defaults = {}) {
    const auto parsed = parse_request(line, defaults);
    if (const auto* request = std::get_if<SearchRequest>(&parsed)) return describe(*request);
    const RequestError& error = std::get<RequestError>(parsed);
    std::string out = "! " + error.code + ": " + error.message;
    if (error.position) out += " at " + std::to_string(*error.position) + " «" + error.fragment + "»";
    return error.id.empty() ? out : out + " id " + error.id;
}

struct Row {
    std::string line;
    std::string expected;
};

void check_rows(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(parse(row.line) == row.expected);
    }
}

} // namespace

TEST_CASE("a line that is no object is a query") {
    check_rows({
        {"россия китай", "text «россия китай»"},
        {"  word \r", "text «word»"},
        {"\"a phrase\"", "text «\"a phrase\"»"},
        {"[1]", "text «[1]»"},
        {"-word --limit 3", "text «-word --limit 3»"},
        {"\uFEFFfirst", "text «first»"},
        {"", ""},
        {" \t", ""},
    });
}

TEST_CASE("objects take the names of the options") {
    check_rows({
        {"{}", ""},
        {R"({"query":"актер","limit":5,"offset":10,"sort":"-year","match":"all"})",
         "text «актер», match all, limit 5, offset 10, sort -year"},
        {R"({"plain":true,"count":true,"timeout":250})", "plain, count, timeout 250"},
        {R"({"plain":false,"count":false,"no-facets":false})", ""},
        {R"({"author":"Danilin, Ivan","journal":["a","b"],"language":"ru","type":["book"],"keyword":"x"})",
         "author=Danilin, Ivan, journal=a|b, language=ru, type=book, keyword=x"},
        {R"({"year":2020})", "year 2020..2020"},
        {R"({"year":"2015.."})", "year 2015.."},
        {R"({"filter":{"author":"k","year":[2020,"2021"]},"exclude":{"журнал":["x=y"]}})",
         "author==k, year==2020|2021, journal!=x=y"},
        {R"({"filter":["author=k","author=l"],"exclude":"type=book"})", "author==k|l, type!=book"},
        {R"({"facet":"year:50,type"})", "facets year:50,type:10"},
        {R"({"facet":["year:50","type"]})", "facets year:50,type:10"},
        {R"({"facet":[]})", "facets none"},
        {R"({"facet":"year","facet-offset":{"year":5},"facet-sort":"year=value"})", "facets year:10 from 5 by value"},
        {R"({"facet":[],"facet-contains":{"author":["a","b"]}})", "facets author:10 …b…"},
        {R"({"histogram":"year"})", "histogram year"},
        {R"({"facet":"year","no-facets":true})", "facets none"},
        {R"({"fields":["title","year"],"get":["x","doi:10.1000/1"]})", "fields title,year, get x doi:10.1000/1"},
        {R"( {"query" : "\u0430\t\ud83d\ude00"} )", "text «а\t😀»"},
    });
}

TEST_CASE("ids come back as they were given") {
    check_rows({
        {R"({"id":"a\"b\u0451"})", R"(id "a\"bё")"},
        {R"({"id":7})", "id 7"},
        {R"({"id":-7})", "id -7"},
        {R"({"id":1.50})", "id 1.50"},
        {R"({"id":1e3})", "id 1e3"},
        {R"({"id":123456789012345678901234567890})", "id 123456789012345678901234567890"},
        {R"({"id":null})", ""},
        {R"({"id":[1]})", "! wrong_type: 'id' takes a string or a number, not a list"},
        {R"({"limit":"x","id":9})", "! wrong_type: 'limit' takes a number, not a string id 9"},
        {R"({"id":9,"foo":1})", "! unknown_key: unknown key 'foo' id 9"},
    });
}

TEST_CASE("errors of requests name the key") {
    check_rows({
        {R"({"limt":5})", "! unknown_key: unknown key 'limt', did you mean 'limit'?"},
        {R"({"db":"x"})", "! unknown_key: unknown key 'db'"},
        {R"({"limit":5,"limit":6})", "! duplicate_key: the key 'limit' stands twice"},
        {R"({"limit":true})", "! wrong_type: 'limit' takes a number, not true or false"},
        {R"({"limit":null})", "! wrong_type: 'limit' takes a number, not null"},
        {R"({"limit":-1})", "! bad_value: 'limit' takes a whole number from 0 to 10,000, not '-1'"},
        {R"({"limit":1.5})", "! bad_value: 'limit' takes a whole number from 0 to 10,000, not '1.5'"},
        {R"({"limit":1e400})", "! bad_json: the request is not valid JSON at 13 «0}»"},
        {R"({"query":["a"]})", "! wrong_type: 'query' takes a string, not a list"},
        {R"({"plain":"yes"})", "! wrong_type: 'plain' takes true or false, not a string"},
        {R"({"author":["a",1]})", "! wrong_type: 'author' takes a string or a list of strings, not a number"},
        {R"({"author":{"a":"b"}})", "! wrong_type: 'author' takes a string or a list of strings, not an object"},
        {R"({"match":"some"})", "! bad_value: 'match' takes any, all or auto, not 'some'"},
        {R"({"filter":{"title":"x"}})", "! bad_value: 'filter' takes keyword, author, journal, year, language, type, "
                                        "indexed-in, publisher or source, not 'title'"},
        {R"({"filter":{"author":{"x":"y"}}})",
         "! wrong_type: 'filter' takes an object of fields and keys, or a list of \"field=key\", not an object"},
        {R"({"year":2020.5})", "! bad_value: 'year' takes a year or a range like 2015..2020, not '2020.5'"},
    });
}

TEST_CASE("lines that cannot be read are told with the place in code points") {
    using namespace std::string_literals;
    check_rows({
        {R"({"query":"ёж",})", "! bad_json: the request is not valid JSON at 14 «}»"},
        {R"({"query":"ёж" 5})", "! bad_json: the request is not valid JSON at 14 «5}»"},
        {R"({"query")", "! bad_json: the request is not valid JSON at 8 «»"},
        {"{} x", "! bad_json: the request is not valid JSON at 3 «x»"},
        {"{}\0x"s, "! bad_json: the request is not valid JSON at 2 «\0x»"s},
        {R"({"query":"\ud800"})", "! bad_json: the request is not valid JSON at 16 «\"}»"},
        {"ёж \xff", "! invalid_utf8: the request is not valid UTF-8 at 3 «\uFFFD»"},
        {"{\"query\":\"\xc0\xaf\"}", "! invalid_utf8: the request is not valid UTF-8 at 10 «\uFFFD\uFFFD\"}»"},
        {R"({"a":[[[1]]]})", "! too_deep: the request nests deeper than any option needs"},
    });
    std::string deep = R"({"a":)";
    deep.resize(10'000'000, '[');
    CHECK(parse(deep) == "! too_deep: the request nests deeper than any option needs");
}

TEST_CASE("a key replaces what the command line set under its name, and nothing else") {
    SearchRequest defaults;
    defaults.id = "7"; // A name is of one request only.
    defaults.text = "default";
    defaults.limit = 3;
    defaults.filters = {{"author", {"a"}, false, false}, {"author", {"k"}, false, true}, {"type", {"t"}, true, true}};
    defaults.first_year = 2000;
    CHECK(parse("{}", defaults) == "text «default», limit 3, author=a, author==k, type!=t, year 2000..");
    CHECK(parse("words", defaults) == "text «words», limit 3, author=a, author==k, type!=t, year 2000..");
    CHECK(parse(R"({"query":"q","author":"b","year":"..1990"})", defaults) ==
          "text «q», limit 3, author=b, author==k, type!=t, year ..1990");
    CHECK(parse(R"({"filter":{"year":1999}})", defaults) ==
          "text «default», limit 3, author=a, type!=t, year==1999, year 2000..");
    CHECK(parse(R"({"author":[],"exclude":[],"filter":{}})", defaults) == "text «default», limit 3, year 2000..");
    CHECK(parse(R"({"limit":10})", defaults) == "text «default», author=a, author==k, type!=t, year 2000..");
}

TEST_CASE("errors are one line of JSON") {
    const auto parsed = parse_request("{\"a\"\n\x01: \"ё", {});
    CHECK(error_json(std::get<RequestError>(parsed)) ==
          "{\"code\":\"bad_json\",\"message\":\"the request is not valid JSON\",\"position\":5,\"fragment\":"
          "\"\\u0001: \\\"ё\"}");
}

TEST_CASE("no line is read in any way but as a request or an error") {
    const std::string good = R"({"id":1,"query":"ёж","limit":5,"filter":{"year":["2020"]},"facet":["year:5"]})";
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same trials each time
    for (int trial = 0; trial < 5000; ++trial) {
        std::string line = good;
        for (std::size_t change = 1 + random() % 3; change > 0; --change) {
            const std::size_t at = random() % line.size();
            if (random() % 2 == 0)
                line[at] = "{}[]\",:\\x0\xff\xd1"[random() % 12];
            else
                line.erase(at, 1 + random() % 3);
        }
        CAPTURE(line);
        const auto parsed = parse_request(line, {});
        if (const auto* error = std::get_if<RequestError>(&parsed)) {
            RequestValue value;
            REQUIRE_FALSE(error->message.empty());
            REQUIRE_FALSE(read_value(error_json(*error), value).has_value());
            REQUIRE((!error->position || *error->position <= line.size()));
        }
    }
}
