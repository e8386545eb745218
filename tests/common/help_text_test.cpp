// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/help_text.h"
#include "tests/common/program_faults.h"
#include "tests/common/sample_program.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

using namespace annota;
using test::kMower;

namespace {

using Faults = std::vector<std::string>;

} // namespace

TEST_CASE("help shows the whole table in two columns") {
    CHECK(help_text(kMower) == R"(mower: cuts grass

Usage:
  mower mow [OPTION...] LAWN...
  mower rest

A program that cuts grass.

Verbs:
  mow LAWN...             Cuts grass. It may be wet.
  rest                    Does nothing.

Blade:
      --height CM         How short. (default: 4)
      --pattern rows|rings
                          The way to go.
      --spare TREE,...    Goes round, e.g. a tree. Not over it. (repeatable)
      --spare-none        Goes straight.

Engine:
      --noise[=low|high]  How loud.
      --map FILE          It's where 'lawns' are: \path [x] `y`.
      --shed DIR          Home.

General:
      --config FILE       Settings.
  -h, --help              This.
      --version           Shows it.

Examples:
  mower mow               .starts with a dot — Ёлка и трава.
)");
}

TEST_CASE("help of a verb shows what the verb takes") {
    const std::string help = help_text(kMower, "rest");
    CHECK_THAT(help, Catch::StartsWith("Usage:\n  mower rest\n\nDoes nothing.\n"));
    CHECK_THAT(help, Catch::Contains("--spare-none") && !Catch::Contains("--height") && !Catch::Contains("mower mow"));
}

TEST_CASE("the man page is ASCII with every special character escaped") {
    const std::string page = man_page(kMower, "1.2-3");
    CHECK(std::ranges::all_of(page, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
    CHECK_THAT(page, Catch::Contains(".TH \"MOWER\" 1 \"\" \"annota 1.2\\-3\""));
    CHECK_THAT(page, Catch::Contains("\n\\&.starts with a dot \\[u2014] \\[u0401]"));
    CHECK_THAT(page, Catch::Contains("It\\(aqs where \\(aqlawns\\(aq are: \\epath [x] \\(gay\\(ga."));
    CHECK_THAT(page, Catch::Contains("\\fB\\-\\-height\\fR \\fICM\\fR\nHow short. (default: 4) [mow]\n"));
}

TEST_CASE("the man page reads as it was meant") {
    if (!test::has_command("groff")) return;
    const test::TemporaryFolder folder;
    const std::string file = folder.write("page.1", man_page(kMower, "1.0"));
    const std::string text = test::run_shell("groff -mandoc -Tutf8 -P-cbou " + file).output;
    CHECK_THAT(text, Catch::Contains(".starts with a dot — Ёлка и трава."));
    CHECK_THAT(text, Catch::Contains("It's where 'lawns' are: \\path [x] `y`."));
    CHECK_THAT(text, Catch::Contains("--noise[=low|high]"));
}

TEST_CASE("texts of the sample table are whole and please the tools") {
    CHECK_THAT(test::table_faults(kMower), Catch::Equals(Faults()));
    CHECK_THAT(test::text_faults(kMower), Catch::Equals(Faults()));
    CHECK_THAT(test::tool_faults(kMower), Catch::Equals(Faults()));
}

TEST_CASE("faults of a table are found") {
    const std::array options{
        OptionSpec{.name = "a", .choices = "x|y", .group = "G", .help = "No sentence", .initial = "z", .verbs = "none"},
        OptionSpec{.name = "a", .group = "G", .help = "See --b.", .cancels = "c"},
    };
    ProgramSpec program = kMower;
    program.options = options;
    CHECK(test::table_faults(program) == Faults{"--a: stands twice", "--a: help is no sentence", "--a: no verb none",
                                                "--a: initial value is no choice", "--a: stands twice",
                                                "--a: cancels no option"});
    CHECK(test::text_faults(program) == Faults{"help: no option --b", "man: no option --b", "zsh: no option --b"});
}
