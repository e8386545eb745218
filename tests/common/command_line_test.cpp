// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/command_line.h"
#include "tests/common/sample_program.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

using namespace annota;
using test::kFinder;
using test::kMower;

namespace {

using Arguments = std::vector<std::string>;

/// "verb word word name=value|value name=(configured)": one line for one command line, or its error.
std::string printed(const ParsedCommandLine& parsed) {
    if (parsed.error) return "! " + parsed.error->message;
    std::string out = parsed.line.verb;
    for (const std::string& word : parsed.line.words) out.append(out.empty() ? "" : " ").append(word);
    for (const auto& [name, given] : parsed.line.options) {
        out.append(out.empty() ? "" : " ").append(name).append("=");
        for (const std::string& value : given.values) {
            out.append(&value == &given.values.front() ? "" : "|").append(value);
        }
        if (given.configured) out += "(configured)";
    }
    return out;
}

std::string parse(const ProgramSpec& program, const Arguments& arguments, const Environment& environment = {}) {
    return printed(parse_command_line(program, arguments, environment));
}

struct Row {
    Arguments arguments;
    std::string expected;
};

void check_rows(const ProgramSpec& program, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        CHECK(parse(program, row.arguments) == row.expected);
    }
}

} // namespace

TEST_CASE("options and words may stand in any order") {
    check_rows(kMower, {
                           {{"mow", "a"}, "mow a"},
                           {{"mow", "a", "b", "--height", "3"}, "mow a b height=3"},
                           {{"--height=3", "mow", "a"}, "mow a height=3"},
                           {{"mow", "--height", "3", "--height=5", "a"}, "mow a height=5"},
                           {{"mow", "a", "--height="}, "! option '--height' needs a value: --height CM"},
                           {{"mow", "--", "--height", "-x"}, "mow --height -x"},
                           {{"mow", "-"}, "mow -"},
                           {{"mow", "a", "--height", "-3"}, "mow a height=-3"},
                           {{"mow", "a", "--map", "a=b"}, "mow a map=a=b"},
                           {{"mow", "a", "--map=--shed"}, "mow a map=--shed"},
                           {{"mow", "a", "--map=трава ё"}, "mow a map=трава ё"},
                           {{"rest", "--spare", "oak", "--spare=elm,x"}, "rest spare=oak|elm,x"},
                       });
}

TEST_CASE("an option with an implicit value takes another one only behind an equals sign") {
    check_rows(kMower,
               {
                   {{"mow", "--noise", "low"}, "mow low noise=high"},
                   {{"mow", "--noise=low", "a"}, "mow a noise=low"},
                   {{"rest", "--noise"}, "rest noise=high"},
                   {{"rest", "--noise=loud"}, "! option '--noise' takes low or high, not 'loud', did you mean 'low'?"},
               });
}

TEST_CASE("of an option and the one that undoes it the later holds") {
    check_rows(kMower, {
                           {{"rest", "--spare", "oak", "--spare-none"}, "rest spare-none=true"},
                           {{"rest", "--spare-none", "--spare", "oak"}, "rest spare=oak"},
                       });
}

TEST_CASE("wrong command lines are told with what was meant") {
    check_rows(kMower, {
                           {{}, "! no verb given: mow or rest"},
                           {{"mop"}, "! unknown verb 'mop', did you mean 'mow'?"},
                           {{"zzz"}, "! unknown verb 'zzz'"},
                           {{"mow"}, "! 'mow' needs an argument: mow LAWN..."},
                           {{"rest", "a"}, "! 'rest' takes no arguments, not 'a'"},
                           {{"mow", "a", "--hight=3"}, "! unknown option '--hight', did you mean '--height'?"},
                           {{"mow", "a", "--qqq"}, "! unknown option '--qqq'"},
                           {{"mow", "a", "--secrte"}, "! unknown option '--secrte', did you mean '--spare'?"},
                           {{"mow", "a", "-x"}, "! unknown option '-x'"},
                           {{"mow", "a", "-map"}, "! unknown option '-map', did you mean '--map'?"},
                           {{"mow", "a", "--=x"}, "! unknown option '--'"},
                           {{"mow", "a", "--heigh=3"}, "! unknown option '--heigh', did you mean '--height'?"},
                           {{"mow", "a", "--map"}, "! option '--map' needs a value: --map FILE"},
                           {{"mow", "a", "--map", "--shed", "x"}, "! option '--map' needs a value: --map FILE"},
                           {{"mow", "a", "--map", ""}, "! option '--map' needs a value: --map FILE"},
                           {{"mow", "a", "--spare-none=yes"}, "! option '--spare-none' takes no value"},
                           {{"rest", "--height", "3"}, "! option '--height' is for 'mow', not for 'rest'"},
                           {{"mow", "a", "--pattern", "ring"},
                            "! option '--pattern' takes rows or rings, not 'ring', did you mean 'rings'?"},
                           {{"mow", "a", "--\x1b[2J"}, "! unknown option '--␛[2J'"},
                       });
}

TEST_CASE("help and version are given whatever else is wrong") {
    check_rows(kMower, {
                           {{"--help"}, "help=true"},
                           {{"-h", "--foo"}, "help=true"},
                           {{"mow", "--help"}, "mow help=true"},
                           {{"mow", "--map", "--help"}, "mow help=true map=--help"},
                           {{"--version", "--foo", "x"}, "x version=true"},
                           {{"mow", "--", "--help"}, "mow --help"},
                           {{"--secret"}, "secret=true"},
                       });
}

TEST_CASE("dashed words belong to a query") {
    check_rows(kFinder, {
                            {{}, ""},
                            {{"трава", "-россия", "--height", "3", "+война"}, "трава -россия +война height=3"},
                            {{"-word"}, "-word"},
                            {{"-ёж"}, "-ёж"},
                            {{"-(a b)", "-\"a b\""}, "-(a b) -\"a b\""},
                            {{"-help"}, "-help"},
                            {{"-map", "x"}, "-map x"},
                            {{"--map", "-word", "y"}, "y map=-word"},
                            {{"a", "--", "-x", "--height", "--"}, "a -x --height --"},
                            {{"-x"}, "! unknown option '-x'; put it after '--' to search for it"},
                            {{"-и"}, "! unknown option '-и'; put it after '--' to search for it"},
                            {{"--word"}, "! unknown option '--word'"},
                        });
}

TEST_CASE("the configuration file holds where the command line is silent") {
    const test::TemporaryFolder folder;
    const Environment environment{{"XDG_CONFIG_HOME", folder.path()}, {"HOME", "/gardener"}};
    CHECK(parse(kMower, {"rest"}, environment) == "rest");

    folder.write("annota/mower.conf",
                 "# Mine\nheight = 7\nnoise = low # quiet\nspare = oak\nspare = elm\nmap = ~/a b\n");
    const auto with_file = [&](const Arguments& arguments) { return parse(kMower, arguments, environment); };
    const std::string usual = "map=/gardener/a b(configured) noise=low(configured) spare=oak|elm(configured)";
    CHECK(with_file({"mow", "a"}) == "mow a height=7(configured) " + usual);
    CHECK(with_file({"rest"}) == "rest " + usual);
    CHECK(with_file({"mow", "a", "--height=1", "--noise", "--spare", "x", "--map=~/y"}) ==
          "mow a height=1 map=~/y noise=high spare=x");
    CHECK(with_file({"mow", "a", "--spare-none", "--map=y", "--noise", "--height=1"}) ==
          "mow a height=1 map=y noise=high spare-none=true");
    CHECK(with_file({"rest", "--config", "/dev/null"}) == "rest config=/dev/null");
    CHECK(with_file({"--help"}) == "help=true");

    const Environment by_home{{"HOME", folder.path()}, {"XDG_CONFIG_HOME", "relative/is/ignored"}};
    folder.write(".config/annota/mower.conf", "spare-none = yes\n");
    CHECK(parse(kMower, {"rest"}, by_home) == "rest spare-none=true(configured)");
    CHECK(parse(kMower, {"rest", "--spare=oak"}, by_home) == "rest spare=oak");
}

TEST_CASE("wrong configuration files are told with their path") {
    struct FileRow {
        std::string text;
        std::string expected;
    };
    const std::vector<FileRow> rows{
        {"hieght = 3\n", "unknown option 'hieght', did you mean 'height'?"},
        {"[blade]\nheight = 3\n", "unknown option 'blade.height'"},
        {"help = yes\n", "option 'help' belongs on the command line"},
        {"spare-none = perhaps\n", "option 'spare-none' takes yes or no, not 'perhaps'"},
        {"map =\n", "option 'map' needs a value"},
        {"noise = loud\n", ": option 'noise' takes low or high, not 'loud'"},
        {"nonsense\n", "nonsense"},
    };
    const test::TemporaryFolder folder;
    for (const FileRow& row : rows) {
        CAPTURE(row.text);
        const std::string file = folder.write("given.conf", row.text);
        const std::string message = parse(kMower, {"rest", "--config", file});
        CHECK_THAT(message, Catch::StartsWith("! ") && Catch::Contains(row.expected) && Catch::Contains(file));
    }
    CHECK(parse(kMower, {"rest", "--config", folder.path("none")}) ==
          "! " + folder.path("none") + ": cannot be read: No such file or directory");
    CHECK(parse(kMower, {"rest", "--config", folder.path()}) == "! " + folder.path() + ": a folder, not a file");
    CHECK(parse(kMower, {"rest", "--config", folder.write("off", "spare-none = no\n")}) ==
          "rest config=" + folder.path("off"));
}

TEST_CASE("a program without arguments of any kind is no error of the parser") {
    const std::array<const char*, 3> argv{"finder", "a b", "--noise"};
    CHECK(arguments_of(3, argv.data()) == Arguments{"a b", "--noise"});
    CHECK(arguments_of(1, argv.data()).empty());
    CHECK(arguments_of(0, nullptr).empty());
}
