// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/options.h"

#include "indexer/program.h"
#include "tests/common/program_faults.h"

#include <catch2/catch.hpp>

using namespace annota;

namespace {

using Arguments = std::vector<std::string>;
using Faults = std::vector<std::string>;

const Environment kEnvironment{{"ANNOTA_DB", "db"}};

std::string parse(const Arguments& arguments, const Environment& environment = kEnvironment) {
    const ParsedIndexOptions parsed = parse_index_options(arguments, environment);
    if (const auto* wrong = std::get_if<UsageError>(&parsed)) return "! " + wrong->message;
    if (std::holds_alternative<VersionRequest>(parsed)) return "version";
    if (const auto* information = std::get_if<Information>(&parsed)) {
        return information->text.substr(0, information->text.find('\n'));
    }
    return describe(std::get<IndexOptions>(parsed));
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

TEST_CASE("command lines of annota-index become options") {
    check_rows({
        {{"add", "a.jsonl"}, "add a.jsonl in db"},
        {{"add", "--db", "/x", "-", "b"}, "add - b in /x"},
        {{"delete", "doi:10.1000/1", "x"}, "delete doi:10.1000/1 x in db"},
        {{"delete", "--", "-x"}, "delete -x in db"},
        {{"delete", "--ids-from", "-", "--query", "river lake", "--max-delete", "5%", "--dry-run"},
         "delete in db, max-delete 5%, ids-from -, query river lake, dry-run"},
        {{"changed", "--since", "41"}, "changed in db, since 41"},
        {{"add", "a", "--prune", "--no-skip", "--on-duplicate", "keep", "--keep-tombstones", "7"},
         "add a in db, prune, no-skip, on-duplicate keep, keep-tombstones 7"},
        {{"add", "a", "--on-duplicate", "merge", "--keep-tombstones", "90"}, "add a in db"},
        {{"stats", "--report=json"}, "stats in db, report json"},
        {{"dump", "--quiet"}, "dump in db, quiet"},
        {{"add", "a", "--format", "citations", "--dry-run", "--print", "records"},
         "add a in db, format citations, dry-run, print records"},
        {{"add", "a", "--rejects", "r.jsonl", "--strict", "--max-rejects", "5"},
         "add a in db, rejects r.jsonl, strict, max-rejects 5"},
        {{"add", "a", "--max-rejects", "2.5%"}, "add a in db, max-rejects 2.5%"},
        {{"add", "a", "--max-rejects=0"}, "add a in db, max-rejects 0"},
        {{"rebuild", "a", "b", "--strict", "--dry-run"}, "rebuild a b in db, strict, dry-run"},
        {{"rollback", "--dry-run"}, "rollback in db, dry-run"},
        {{"compact", "--lock-timeout=9", "--report", "json"}, "compact in db, lock-timeout 9, report json"},
        {{"check", "--deep", "--progress=json"}, "check in db, deep, progress json"},
        {{"dump", "--salvage"}, "dump in db, salvage"},
        {{"authors"}, "authors in db"},
        {{"authors", "--name", "Данилин", "--doubtful"}, "authors in db, name Данилин, doubtful"},
        {{"add", "--authors=a.tsv", "f"}, "add f in db, authors a.tsv"},
        {{"rebuild", "--authors", "a.tsv", "f"}, "rebuild f in db, authors a.tsv"},
        {{"add", "a", "--no-compact"}, "add a in db, no-compact"},
        {{"rebuild", "a", "--max-delete", "3"}, "rebuild a in db, max-delete 3"},
        {{"rebuild", "a", "--max-delete=100%"}, "rebuild a in db, max-delete 100%"},
        {{"add", "--progress", "a"}, "add a in db, progress text"},
        {{"add", "--progress=json", "--acknowledge", "--commit-every", "1000", "a"},
         "add a in db, commit-every 1000, progress json, acknowledge"},
        {{"add", "a", "--lock-timeout", "30"}, "add a in db, lock-timeout 30"},
    });
}

TEST_CASE("wrong command lines of annota-index are told") {
    check_rows({
        {{}, "! no verb given: add, rebuild, delete, changed, rollback, compact, check, stats, dump or authors"},
        {{"index", "a"}, "! unknown verb 'index'"},
        {{"remove", "a"}, "! unknown verb 'remove'"},
        {{"add"}, "! 'add' needs an argument: add INPUT..."},
        {{"delete"}, "! 'delete' needs ids, --ids-from or --query"},
        {{"changed"}, "! 'changed' needs --since GENERATION"},
        {{"changed", "--since", "now"},
         "! option '--since' takes a whole number from 0 to 18,446,744,073,709,551,615, not 'now'"},
        {{"add", "a", "--prune", "--commit-every", "5"},
         "! '--prune' removes all or nothing at the end: not with '--commit-every'"},
        {{"delete", "x", "--prune"}, "! option '--prune' is for 'add', not for 'delete'"},
        {{"add", "a", "--on-duplicate", "drop"},
         "! option '--on-duplicate' takes merge, replace, keep or reject, not 'drop'"},
        {{"delete", "x", "--max-delete", "many"},
         "! option '--max-delete' takes a number of records or a share from 0% to 100%, not 'many'"},
        {{"stats", "--strict"}, "! option '--strict' is for 'add and rebuild', not for 'stats'"},
        {{"dump", "--lock-timeout=1"},
         "! option '--lock-timeout' is for 'add, rebuild, delete, rollback, compact and check', not for 'dump'"},
        {{"rebuild", "a", "--commit-every", "5"}, "! option '--commit-every' is for 'add', not for 'rebuild'"},
        {{"add", "a", "--formt=jsonl"}, "! unknown option '--formt', did you mean '--format'?"},
        {{"add", "a", "--format=json"},
         "! option '--format' takes auto, jsonl, page or citations, not 'json', did you mean 'jsonl'?"},
        {{"add", "a", "--commit-every", "0"},
         "! option '--commit-every' takes a whole number from 1 to 1,000,000,000, not '0'"},
        {{"add", "a", "--lock-timeout", "lots"},
         "! option '--lock-timeout' takes a whole number from 0 to 2,678,400, not 'lots'"},
        {{"add", "a", "--lock-timeout", "-1"},
         "! option '--lock-timeout' takes a whole number from 0 to 2,678,400, not '-1'"},
    });
    for (const std::string text : {"1.5", "-1", "101%", "%", "5%%", "five", "1e3", "nan", "inf", "nan%", " 5"}) {
        for (const std::string option : {"--max-rejects", "--max-delete"})
            CHECK(parse({"rebuild", "a", option, text}) ==
                  std::string("! option '")
                      .append(option)
                      .append("' takes a number of records or a share from 0% to 100%, not '")
                      .append(text)
                      .append("'"));
    }
    CHECK(parse({"stats"}, {}) == "! no index named: give --db DIR or set ANNOTA_DB");
}

TEST_CASE("annota-index tells about itself") {
    check_rows({
        {{"--version"}, "version"},
        {{"--help"}, "annota-index: builds and maintains an index of scholarly abstracts"},
        {{"add", "-h"}, "Usage:"},
        {{"--generate", "man"}, ".\\\" SPDX-License-Identifier: GPL-2.0-or-later"},
        {{"--generate", "bash"}, "# bash completion for annota-index"},
        {{"--generate", "zsh"}, "#compdef annota-index"},
        {{"--generate", "fish"}, "complete -c annota-index -f"},
        {{"--generate", "csh"}, "! option '--generate' takes man, bash, zsh or fish, not 'csh', did you mean 'zsh'?"},
    });
}

TEST_CASE("the table of annota-index and its texts are whole") {
    CHECK_THAT(test::table_faults(index_program()), Catch::Equals(Faults()));
    CHECK_THAT(test::text_faults(index_program()), Catch::Equals(Faults()));
    CHECK_THAT(test::tool_faults(index_program()), Catch::Equals(Faults()));
}

TEST_CASE("what the table shows as the initial value holds") {
    CHECK(find_option(index_program(), "lock-timeout")->initial == std::to_string(IndexOptions().lock_timeout_seconds));
    CHECK(find_option(index_program(), "format")->initial == IndexOptions().format);
    CHECK(find_option(index_program(), "keep-tombstones")->initial == std::to_string(IndexOptions().tombstone_days));
    for (const std::string_view option : {"--progress=auto", "--report=text", "--format=auto"}) {
        CHECK(parse({"add", "a", std::string(option)}) == "add a in db");
    }
}

TEST_CASE("a limit on records is exceeded beyond it") {
    struct LimitRow {
        RecordLimit limit;
        std::uint64_t rejected;
        std::uint64_t read;
        bool exceeded;
    };
    const std::vector<LimitRow> rows{
        {{0, false}, 0, 100, false}, {{0, false}, 1, 100, true},   {{5, false}, 5, 5, false},
        {{5, false}, 6, 1000, true}, {{10, true}, 10, 100, false}, {{10, true}, 11, 100, true},
        {{10, true}, 1, 9, true},    {{100, true}, 9, 9, false},   {{0, true}, 0, 0, false},
    };
    for (const LimitRow& row : rows) {
        CAPTURE(row.limit.amount, row.limit.percent, row.rejected, row.read);
        CHECK(row.limit.exceeded(row.rejected, row.read) == row.exceeded);
    }
}
