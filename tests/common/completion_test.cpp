// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/completion.h"
#include "common/word_list.h"
#include "tests/common/sample_program.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

using namespace annota;
using test::kFinder;
using test::kMower;

namespace {

/// What bash offers with the cursor behind the last of `words`, as bash splits the line; one blank between.
std::string completed(const ProgramSpec& program, const std::string& words, const test::TemporaryFolder& folder) {
    const std::string script = folder.write("completion.bash", bash_completion(program));
    const std::string name(program.name);
    const std::string driver =
        folder.write("driver.bash", "cd " + folder.path("files") + "\n. " + script + "\nCOMP_WORDS=(" + name + " " +
                                        words + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_" + name +
                                        "\nIFS=' '\nprintf %s \"${COMPREPLY[*]}\"\n");
    return test::run_shell("bash " + driver).output;
}

} // namespace

TEST_CASE("bash completes verbs, options, values and paths") {
    struct Row {
        std::string words;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"''", "mow rest"},
        {"m", "mow"},
        {"rest ''", ""},
        {"mow --h", "--height --help"},
        {"rest --h", "--help"},
        {"rest --se", ""},
        {"mow --pattern ''", "rows rings"},
        {"mow --pattern = ri", "rings"},
        {"mow --pattern =", "rows rings"},
        {"mow --height ''", ""},
        {"mow --noise = ''", "low high"},
        {"mow --noise --sp", "--spare --spare-none"},
        {"mow --spare o", "oak"},
        {"mow --spare oak,e", "oak,elm"},
        {"--map ''", "a-file a-folder"},
        {"--map a-fi", "a-file"},
        {"--shed a-", "a-folder"},
        {"mow -- --h", ""},
    };
    const test::TemporaryFolder folder;
    folder.write("files/a-file", "");
    folder.write("files/a-folder/inside", "");
    for (const Row& row : rows) {
        CAPTURE(row.words);
        std::string sorted = completed(kMower, row.words, folder);
        if (sorted == "a-folder a-file") sorted = "a-file a-folder"; // the order of the file system
        CHECK(sorted == row.expected);
    }
    CHECK(completed(kFinder, "word ''", folder).empty());
    CHECK(completed(kFinder, "word --p", folder) == "--pattern");
}

TEST_CASE("scripts for zsh and fish quote what their shells would read") {
    const std::string zsh = zsh_completion(kMower);
    CHECK_THAT(zsh, Catch::StartsWith("#compdef mower\n"));
    CHECK_THAT(zsh, Catch::Contains(R"('--map=[It'\''s where '\''lawns'\'' are\: \\path \[x\] `y`]:FILE:_files')"));
    CHECK_THAT(zsh, Catch::Contains("'(-h --help)'{-h,--help}'[This]'"));
    const std::string fish = fish_completion(kMower);
    CHECK_THAT(fish, Catch::Contains(R"(-l map -r -F -d 'It\'s where \'lawns\' are: \\path [x] `y`')"));
    CHECK_THAT(fish, Catch::Contains("-n '__fish_seen_subcommand_from mow' -l pattern -x -a 'rows rings' -d"));
}

TEST_CASE("first sentences") {
    struct Row {
        std::string_view help;
        std::string_view expected;
    };
    const std::vector<Row> rows{
        {"One.", "One"},
        {"One. Two.", "One"},
        {"See e.g. this. --other too.", "See e.g. this"},
        {"2020, 2015.. or ..2020.", "2020, 2015.. or ..2020"},
        {"ru, en, ...", "ru, en, ..."},
        {"", ""},
    };
    for (const Row& row : rows) CHECK(first_sentence(row.help) == row.expected);
}
