// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lines and what becomes of them. Identifiers, names and languages have tests of their own; here they stand for "goes
// through there".

#include "indexer/json_lines_reader.h"

#include "common/record_json.h"
#include "tests/indexer/reader_output.h"

#include <catch2/catch.hpp>

#include <fstream>

namespace annota {

namespace {

constexpr int kThisYear = 2030;

struct Row {
    std::string input;
    std::string expected; ///< As ReaderOutput prints it, without the last newline.
};

test::ReaderOutput read(std::string_view text, std::size_t chunk = std::string_view::npos) {
    JsonLinesReader reader(kThisYear);
    return test::read_text(reader, text, chunk);
}

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(read(row.input).printed == row.expected + "\n");
    }
}

/// A record with a title and one more field.
std::string with(std::string_view field) {
    return R"({"title":"T",)" + std::string(field) + "}";
}

std::string titled(std::string_view fields) {
    return R"({"title":{"en":"T"})" + std::string(fields.empty() ? "" : ",") + std::string(fields) + "}";
}

} // namespace

TEST_CASE("texts by language") {
    check({
        {R"({"title":{"ru":"Ёлка","en":"Tree"}})", R"({"title":{"en":"Tree","ru":"Ёлка"}})"},
        {R"({"title":"Ёлка"})", R"({"title":{"ru":"Ёлка"}})"},
        {R"({"title":{" ":"Ёлка","rus":"Ёлка","EN":"Tree"}})", R"({"title":{"en":"Tree","ru":"Ёлка"}})"},
        {R"({"title":["Ёлка","Tree"]})", R"({"title":{"en":"Tree","ru":"Ёлка"}})"},
        {R"({"title_en":"Tree","title":"Ёлка"})", R"({"title":{"en":"Tree","ru":"Ёлка"}})"},
        {R"({"title":"Ёлка","title_ru":"Ёлка"})", R"({"title":{"ru":"Ёлка"}})"},
        {R"({"title_ru":"  Ёлка "})", R"({"title":{"ru":"Ёлка"}})"},
        {R"({"title":"  ","abstract":"Tree"})", R"({"abstract":{"en":"Tree"}})"},
        {R"({"abstract":["First.","Second."]})", R"({"abstract":{"en":"First.\nSecond."}})"},
        {R"({"abstract":{"en":["First.","Second."],"ru":"Текст"}})",
         R"({"abstract":{"en":"First.\nSecond.","ru":"Текст"}})"},
        {R"({"title":"T","journal":"Вестник","journal_en":"Herald"})",
         R"({"title":{"en":"T"},"journal":{"en":"Herald","ru":"Вестник"}})"},
    });
}

TEST_CASE("a text without a language of its own takes the stated one") {
    check({
        {R"({"title":"2001","language":"fi"})", R"({"title":{"fi":"2001"},"language":["fi"]})"},
        {R"({"title":"2001","lang":["fi","sv"]})", R"({"title":{"und":"2001"},"language":["fi","sv"]})"},
        {R"({"title":"2001"})", R"({"title":{"und":"2001"}})"},
        {R"({"title":"DNA","title_en":"On DNA","lang":"ru"})",
         R"({"title":{"en":"On DNA","ru":"DNA"},"language":["ru"]})"},
        {R"({"title":"DNA","title_en":"On DNA"})", R"({"title":{"en":"On DNA","und":"DNA"}})"},
        {R"({"title":{"en":"A"},"title_en":"B"})",
         "warning extra_text 1: a second text of one field in one language is left out\n"
         R"({"title":{"en":"B"}})"},
    });
}

TEST_CASE("keywords") {
    check({
        {with(R"("keywords":["энергия","energy; power"])"),
         titled(R"("keywords":{"en":["energy; power"],"ru":["энергия"]})")},
        {with(R"("keywords":"энергия; energy | power;")"),
         titled(R"("keywords":{"en":["energy","power"],"ru":["энергия"]})")},
        {with(R"("keywords":"one, two")"), titled(R"("keywords":{"en":["one, two"]})")},
        {with(R"("keywords":{"ru":["DNA"],"en":"DNA|RNA"})"),
         titled(R"("keywords":{"en":["DNA","RNA"],"ru":["DNA"]})")},
        {with(R"("keywords":["энергия"],"keywords_en":["energy"])"),
         titled(R"("keywords":{"en":["energy"],"ru":["энергия"]})")},
        {with(R"("keywords":[])"), titled("")},
    });
}

TEST_CASE("authors") {
    check({
        {with(R"("authors":["Danilin Ivan","Данилин И.В."])"),
         titled(R"("authors":[{"name":"Danilin Ivan"},{"name":"Данилин И.В."}])")},
        {with(R"("authors":"Данилин И.В.; Петров П.П.;")"),
         titled(R"("authors":[{"name":"Данилин И.В."},{"name":"Петров П.П."}])")},
        {with(R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan","Данилин И.В."],"affiliation":["A","B"]}])"),
         titled(R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"],"affiliation":"A; B"}])")},
        {with(R"("authors":[{"names":["Данилин И.В.","Danilin Ivan"]}])"),
         titled(R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"]}])")},
        {with(R"("authors":[{"name":"Данилин И.В.","orcid":"https://orcid.org/0000-0002-1825-0097"}])"),
         titled(R"("authors":[{"name":"Данилин И.В.","orcid":"0000-0002-1825-0097"}])")},
        {with(R"("editors":["Dynkin A.A."],"authors":[])"), titled(R"("editors":[{"name":"Dynkin A.A."}])")},
        {with(R"("authors":[{"affiliation":"A"},7.5,null,"Данилин И.В."])"),
         "warning bad_type 1: \"authors\" has a value, or a part of it, of a wrong type\n" +
             titled(R"("authors":[{"name":"7.5"},{"name":"Данилин И.В."}])")},
    });
}

TEST_CASE("a second list of authors gives the other forms of their names") {
    check({
        {with(R"("authors":["Данилин И.В.","Петров П.П."],"authors_en":["Danilin Ivan","Petrov Petr"])"),
         titled(
             R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"]},{"name":"Петров П.П.","names":["Petrov Petr"]}])")},
        {with(R"("authors_en":["Petrov Petr","Danilin Ivan"],"authors":["Данилин И.В.","Петров П.П."])"),
         titled(
             R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"]},{"name":"Петров П.П.","names":["Petrov Petr"]}])")},
        {with(R"("authors":["Данилин И.В.","Смит Дж."],"authors_en":["Danilin Ivan","Smyth John"])"),
         titled(
             R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"]},{"name":"Смит Дж.","names":["Smyth John"]}])")},
        {with(R"("authors":["Данилин И.В."],"authors_en":["Smyth John","Danilin Ivan"])"),
         "warning unpaired_names 1: 1 of 2 names in a second list belong to none of the authors\n" +
             titled(R"("authors":[{"name":"Данилин И.В.","names":["Danilin Ivan"]}])")},
        {with(R"("authors_en":["Danilin Ivan"])"), titled(R"("authors":[{"name":"Danilin Ivan"}])")},
    });
}

TEST_CASE("identifiers and numbers are normalised, or left out with a warning") {
    check({
        {with(R"("year":2020)"), titled(R"("year":2020)")},
        {with(R"("year":"2020-05-01")"), titled(R"("year":2020)")},
        {with(R"("year":2020.0)"), titled(R"("year":2020)")},
        {with(R"("year":2031)"), titled(R"("year":2031)")},
        {with(R"("year":2032)"), "warning bad_year 1: not a year from 1500 to 2031\n" + titled("")},
        {with(R"("year":123456789012345678901234567890)"),
         "warning bad_year 1: not a year from 1500 to 2031\n" + titled("")},
        {with(R"("year":1e999)"), "warning bad_year 1: not a year from 1500 to 2031\n" + titled("")},
        {with(R"("doi":"https://doi.org/10.1000/ABC")"), R"({"doi":"10.1000/ABC","title":{"en":"T"}})"},
        {with(R"("doi":"none")"), "warning bad_doi 1: not a DOI\n" + titled("")},
        {with(R"("issn":"2079-4665")"), R"({"issn":["2079-4665"],"title":{"en":"T"}})"},
        {with(R"("issn":["20794665","2079-4665; 0378-5955"])"),
         R"({"issn":["2079-4665","0378-5955"],"title":{"en":"T"}})"},
        {with(R"("issn":"2079-4666")"), "warning bad_issn 1: not an ISSN with a valid check digit\n" + titled("")},
        {with(R"("isbn":"12")"), "warning bad_isbn 1: not an ISBN with a valid check digit\n" + titled("")},
        {R"({"authors":[{"name":"Данилин И.В.","orcid":"1"}],"id":"x","title":"T"})",
         "warning bad_orcid 1 x: not an ORCID with a valid check digit\n"
         R"({"id":"x","title":{"en":"T"},"authors":[{"name":"Данилин И.В."}]})"},
        {R"({"id":18446744073709551616,"title":"T","volume":11,"issue":"-","pages":"-"})",
         R"({"id":"18446744073709551616","title":{"en":"T"},"volume":"11"})"},
    });
}

TEST_CASE("values of wrong types are left out with a warning, unknown fields in silence") {
    const auto bad = [](const std::string& name) {
        return "warning bad_type 1: \"" + name + "\" has a value, or a part of it, of a wrong type\n";
    };
    check({
        {with(R"("publisher":{"a":1})"), bad("publisher") + titled("")},
        {with(R"("publisher":null)"), titled("")},
        {with(R"("url":true)"), bad("url") + titled("")},
        {with(R"("cites":["a",{},"b"])"), bad("cites") + titled(R"("cites":["a","b"])")},
        {with(R"("cites":"a")"), titled(R"("cites":["a"])")},
        {with(R"("title_en":{"ru":{"en":"x"}})"), bad("title_en") + titled("")},
        {with(R"("categories":["x"],"authors_short":[1],"doi_en":{},"title_":[],"_en":5)"), titled("")},
        {with(R"("type":"journal-article","language":["rus","eng"])"),
         R"({"type":"article-journal","title":{"en":"T"},"language":["ru","en"]})"},
        {R"({"title":"A","title":"T"})",
         "warning duplicate_key 1: \"title\" stands in the record more than once, the last counts\n" + titled("")},
        {with(R"("place":"a\u0000b","extent":"\u0000")"),
         "warning nul_removed 1: a NUL character was removed\n" + titled(R"("place":"ab")")},
    });
}

TEST_CASE("a bad line is one rejection that says where") {
    check({
        {R"({"id":"x","title":"T)", "rejection bad_json 1 x: not JSON: the text ends too early at column 21"},
        {R"({"id":"x","title":T})", "rejection bad_json 1 x: not JSON: unexpected 'T' at column 19"},
        {R"({"id":7,"title":NaN})", "rejection bad_json 1 7: not JSON: unexpected 'N' at column 17"},
        {R"({"title":"T","year":01})", "rejection bad_json 1: not JSON: unexpected '1' at column 22"},
        {R"({"title":"T"} x)", "rejection bad_json 1: not JSON: unexpected 'x' at column 15"},
        {R"({"title":"T"}{})", "rejection bad_json 1: not JSON: unexpected '{' at column 14"},
        {"{\"title\":\"T\x01\"}", "rejection bad_json 1: not JSON: control character U+0001 at column 12"},
        {R"({"id":"x","title":"\ud800"})", "rejection lone_surrogate 1 x: half of a surrogate pair at column 20"},
        {R"({"title":"\udc00"})", "rejection lone_surrogate 1: half of a surrogate pair at column 11"},
        {R"({"title":"\ud83d\ude00"})", "{\"title\":{\"und\":\"\xF0\x9F\x98\x80\"}}"},
        {"{\"id\":\"x\",\"title\":\"\xD0\"}", "rejection bad_utf8 1 x: malformed UTF-8 at column 20"},
        {"{\"title\":\"\xED\xA0\x80\"}", "rejection bad_utf8 1: malformed UTF-8 at column 11"},
        {"{\"title\":\"\xC0\xAF\"}", "rejection bad_utf8 1: malformed UTF-8 at column 11"},
        {"5", "rejection not_an_object 1: JSON, but no object"},
        {R"({"id":"x","keywords":["a"]})", "rejection no_text 1 x: neither a title nor an abstract"},
        {"{}", "rejection no_text 1: neither a title nor an abstract"},
        {"title", "rejection bad_json 1: not JSON: unexpected 'i' at column 2"},
    });
}

TEST_CASE("nothing but the bad line is lost") {
    const std::string text =
        "\xEF\xBB\xBF{\"title\":\"A\"}\r\n\n  \t\r\n{\"title\":\n{\"title\":\"B\"}\n\xFF\n{\"title\":\"C\"}";
    const std::string expected = R"({"title":{"en":"A"}})"
                                 "\n"
                                 "rejection bad_json 4: not JSON: the text ends too early at column 10\n"
                                 R"({"title":{"en":"B"}})"
                                 "\n"
                                 "rejection bad_utf8 6: malformed UTF-8 at column 1\n"
                                 R"({"title":{"en":"C"}})"
                                 "\n";
    for (const std::size_t chunk : {1U, 2U, 7U, 1000U}) {
        CAPTURE(chunk);
        const test::ReaderOutput output = read(text, chunk);
        CHECK(output.printed == expected);
        REQUIRE(output.problems.size() == 2);
        CHECK(output.problems[0].record_number == 2);
        CHECK(output.problems[0].fragment == "{\"title\":");
        CHECK(output.problems[1].record_number == 4);
        CHECK(output.records.at(2).position == SourcePosition{"f", 7});
    }
}

TEST_CASE("an array of records") {
    const std::string a = R"({"title":{"en":"A"}})";
    const std::string b = R"({"title":{"en":"B"}})";
    check({
        {R"([{"title":"A"},{"title":"B"}])", a + "\n" + b},
        {"\xEF\xBB\xBF\n [\n  {\n    \"title\": \"A\"\n  },\n  {\"title\": \"B\"}\n]\n", a + "\n" + b},
        {R"([{"title":"]A["},{"title":"\"}B"}])", "{\"title\":{\"en\":\"]A[\"}}\n{\"title\":{\"en\":\"\\\"}B\"}}"},
        {R"([{"title":"A"},)", a + "\nrejection cut_array 1: the input ends within its array"},
        {R"([{"title":"A"}] x)", a + "\nrejection text_after_array 1: text behind the end of the array"
                                     "\nrejection bad_json 1: not JSON: unexpected 'x' at column 17"},
        {R"([5,"x",{"title":"B"}])",
         "rejection not_an_object 1: JSON, but no object\nrejection not_an_object 1: JSON, but no object\n" + b},
    });
    CHECK(read("[]").printed.empty());
    CHECK(read(" \n\t").printed.empty());
    CHECK(read("").printed.empty());
}

TEST_CASE("a broken element of an array spoils no other") {
    const std::string a = R"({"title":{"en":"A"}})";
    const std::string b = R"({"title":{"en":"B"}})";
    const auto broken = [](const std::string& what) { return "rejection bad_json 2 x: not JSON: " + what; };
    const std::string in_string = broken("control character U+000A at line 3, column 1");
    check({
        {"[{\"title\":\"A\"},\n{\"id\":\"x\",\n\"title\":\"C\n},\n{\"title\":\"B\"}]",
         a + "\n" + in_string + "1\n" + b},
        {"[{\"title\":\"A\"},\n{\"id\":\"x\",\n\"title\":\"C},\n{\"title\":\"B\"}]", a + "\n" + in_string + "3\n" + b},
        {"[{\"title\":\"A\"},\n{\"id\":\"x\",\"y\":[1}, {\"title\":\"B\"}]",
         a + "\n" + broken("unexpected '}' at column 17") + "\n" + b},
        {"[{\"title\":\"A\"},\n{\"id\":\"x\"},}, {\"title\":\"B\"}]",
         a +
             "\nrejection no_text 2 x: neither a title nor an abstract"
             "\nrejection bad_json 2: not JSON: unexpected '}' at column 12\n" +
             b},
        {"[{\"title\":\"A\"}],\n{\"title\":\"B\"}]",
         a + "\nrejection text_after_array 1: text behind the end of the array\n" + b},
        {"[{\"title\":\"A\"},\n{\"id\":\"x\",\"y\":1],\n{\"title\":\"B\"}\n]",
         a + "\n" + broken("unexpected ']' at column 16") + "\n" + b},
    });
}

TEST_CASE("a record may name its source") {
    CHECK(read(R"({"title":"T","source":"library"})").records.at(0).source == "library");
    CHECK(read(R"({"title":"T","source":""})").records.at(0).source.empty());
}

TEST_CASE("the reader stops when the sink wants no more") {
    test::TextSource source("{\"title\":\"A\"}\n{\"title\":\"B\"}\n");
    int calls = 0;
    JsonLinesReader(kThisYear).read(source, "f", [&calls](std::variant<Record, Problem>&&) { return ++calls < 1; });
    CHECK(calls == 1);
}

TEST_CASE("a text over the limit is one rejection and is not held") {
    constexpr std::size_t kSixteenMiB = std::size_t{16} << 20;
    const std::string fits = R"({"title":"T","x":")" + std::string(kSixteenMiB - 20, 'a') + "\"}";
    REQUIRE(fits.size() == kSixteenMiB);
    const std::string too_long = R"({"id":"x","title":")" + std::string(kSixteenMiB * 3, 'a') + "\"}";
    const std::string record = R"({"title":{"en":"T"}})"
                               "\n";
    const std::string rejection = "rejection too_long 2 x: a record of more than 16 MiB\n";
    CHECK(read(fits + "\n" + too_long + "\n" + fits).printed == record + rejection + record);
    CHECK(read("[" + fits + ",\n" + too_long + "," + fits + "]").printed == record + rejection + record);
}

TEST_CASE("extremes are read") {
    const std::string megabyte(std::size_t{1} << 20, 'a');
    CHECK(read(R"({"abstract":")" + megabyte + "\"}").records.at(0).abstract.at("en") == megabyte);

    std::string authors;
    for (int i = 0; i < 10000; ++i) authors += (i == 0 ? "\"" : ",\"") + std::string("Smith J.") + "\"";
    const std::string forms = "\"authors_en\":[" + authors + "]";
    CHECK(read(with("\"authors\":[" + authors + "]," + forms)).records.at(0).authors.size() == 10000);

    const std::string deep = with("\"x\":" + std::string(10000, '[') + std::string(10000, ']') + ",\"id\":\"d\"");
    CHECK(read(deep + "\n" + with(R"("year":2020)")).printed ==
          "rejection too_deep 1 d: objects and arrays nested too deep at column 1040\n" + titled(R"("year":2020)") +
              "\n");
    std::string bad = "\"0\"";
    for (int i = 0; i < 1000; ++i) bad += ",\"0\"";
    const test::ReaderOutput warned = read(with("\"issn\":[" + bad + "]"));
    CHECK(warned.problems.size() == 101);
    CHECK(warned.problems.back().code == "more_warnings");

    const std::string allowed = with("\"x\":" + std::string(1000, '[') + std::string(1000, ']'));
    CHECK(read(allowed).printed == titled("") + "\n");
}

TEST_CASE("every prefix of a file is read up to its last whole line") {
    const std::string line =
        R"({"id":"№1","title":{"ru":"Ёлка \"😀\" \u0451"},"year":2020,"authors":[{"name":"Данилин И.В."}]})";
    const std::string text = line + "\n" + line + "\n";
    for (std::size_t size = 0; size <= text.size(); ++size) {
        CAPTURE(size);
        const test::ReaderOutput output = read(std::string(text, 0, size));
        const std::size_t whole = (size + 1) / (line.size() + 1);
        const bool has_rest = size % (line.size() + 1) != 0 && size % (line.size() + 1) != line.size();
        CHECK(output.records.size() == whole);
        CHECK(output.problems.size() == (has_rest ? 1 : 0));
    }
}

TEST_CASE("the beginning of JSON Lines is recognised") {
    for (const std::string_view yes :
         {"{\"id\":1}", "\xEF\xBB\xBF {\n", "{ \"a", "bad\n{\"a\":1}\n{\"a\":2}", "[]", "[\n {\"a\":1}"}) {
        CAPTURE(yes);
        CHECK(looks_like_json_lines(yes));
    }
    for (const std::string_view no :
         {"", "{\\rtf1}", "[1] Smith J. Title.", "{\n\"a\": 1,\n\"b\": 2\n}", "@article{x,\n}", "a\nb\n{\"a\":1}"}) {
        CAPTURE(no);
        CHECK_FALSE(looks_like_json_lines(no));
    }
}

TEST_CASE("real files are read whole, and what is written of them is read back equal") {
    const char* const shared = std::getenv("ANNOTA_SHARED");
    if (shared == nullptr) {
        WARN("skipped: ANNOTA_SHARED is not set");
        return;
    }
    struct File {
        std::string name;
        std::size_t records;
        std::vector<std::string> rejected; ///< Ids of records with neither title nor abstract.
    };
    const std::vector<File> files{{"cranfield/corpus.jsonl", 1398, {"471", "995"}}, {"npe/npe-dev.jsonl", 405, {}}};
    for (const File& file : files) {
        CAPTURE(file.name);
        std::ifstream stream(std::string(shared) + "/corpora/" + file.name);
        const test::ReaderOutput output = read(std::string{std::istreambuf_iterator<char>(stream), {}});
        CHECK(output.records.size() == file.records);
        std::vector<std::string> rejected;
        for (const Problem& problem : output.problems) {
            if (problem.severity == Severity::rejection) rejected.push_back(problem.id);
        }
        CHECK(rejected == file.rejected);
        std::string dumped;
        for (const Record& record : output.records) dumped += record_to_json(record) + "\n";
        std::vector<Record> again = read(dumped).records;
        REQUIRE(again.size() == output.records.size());
        for (std::size_t i = 0; i < again.size(); ++i) {
            again[i].position = output.records[i].position;
            CHECK(record_to_json(again[i]) == record_to_json(output.records[i]));
            CHECK(again[i] == output.records[i]);
        }
    }
}

} // namespace annota
