// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/program.h"

#include "common/information.h"

#include <array>

namespace annota {
namespace {

constexpr std::array<std::string_view, 8> kUsage{
    "add [OPTION...] INPUT...", "rebuild [OPTION...] INPUT...", "delete [OPTION...] ID...", "stats [OPTION...]",
    "dump [OPTION...]",
};

constexpr std::array kVerbs{
    VerbSpec{
        "add", "INPUT...",
        "Adds records and replaces those that have changed. An INPUT is a file, a folder with all below it, or - for "
        "standard input; gz, bz2, xz and zst are read as they are."},
    VerbSpec{"rebuild", "INPUT...",
             "Makes the index anew from its sources, aside, and swaps it in whole: searches go on with the old one "
             "until then, "
             "and rollback brings it back."},
    VerbSpec{
        "delete", "ID...",
        "Removes records by id or alias. An unknown id is told, and is no error. Ids that begin with a dash follow "
        "after --."},
    VerbSpec{"rollback", "",
             "Makes the build that rebuild or compact replaced current again, for seven days; twice goes there and "
             "back. What "
             "was changed since goes with the other build. Where the file annota.index is lost, makes the newest whole "
             "build "
             "current."},
    VerbSpec{"compact", "", "Writes the index anew without the room that updates left, and swaps it in."},
    VerbSpec{"check", "",
             "Proves that the index is whole: every record unharmed, every id in its place, every list of documents "
             "equal to "
             "what the documents say."},
    VerbSpec{"stats", "", "Shows sizes, counts of records and terms, and versions."},
    VerbSpec{"dump", "", "Writes every record as JSON Lines, which add reads back to an equal index."},
};

constexpr std::array kOptions{
    OptionSpec{.name = "format",
               .choices = "auto|jsonl|page|citations",
               .group = "Input",
               .help =
                   "Format of all inputs: JSON Lines, the text of publication pages, or printed citations one a line; "
                   "auto looks at each file.",
               .initial = "auto",
               .verbs = "add rebuild"},
    OptionSpec{.name = "rejects",
               .argument = "FILE",
               .group = "Input",
               .help = "Writes what could not be used as JSON Lines: file, line, record, id, code, message, fragment.",
               .verbs = "add rebuild",
               .configurable = false},
    OptionSpec{.name = "strict",
               .group = "Input",
               .help = "Fails at the first record that is rejected, without a commit.",
               .verbs = "add rebuild"},
    OptionSpec{.name = "max-rejects",
               .argument = "N|P%",
               .group = "Input",
               .help =
                   "Fails, without a commit, where more records than that are rejected: a number or a share of those "
                   "read.",
               .verbs = "add rebuild"},
    OptionSpec{.name = "max-delete",
               .argument = "N|P%",
               .group = "Input",
               .help = "Fails, and leaves the index as it is, where more of its records than that are missing from the "
                       "inputs: a number or a share.",
               .initial = "10%",
               .verbs = "rebuild"},

    OptionSpec{.name = "dry-run",
               .group = "Work",
               .help = "Says what would be done, and writes nothing.",
               .verbs = "add rebuild rollback compact"},
    OptionSpec{.name = "print",
               .choices = "records|terms",
               .group = "Work",
               .help = "Prints each record as JSON Lines, or the terms that it becomes.",
               .verbs = "add rebuild",
               .configurable = false},
    OptionSpec{.name = "commit-every",
               .argument = "N",
               .group = "Work",
               .help = "Commits after so many records, besides at the end.",
               .verbs = "add"},
    OptionSpec{.name = "no-compact",
               .group = "Work",
               .help = "Leaves an index that has grown by 30 % since it was made as it is.",
               .verbs = "add"},
    OptionSpec{.name = "deep",
               .group = "Work",
               .help = "Also analyses every record anew, and counts every facet again.",
               .verbs = "check"},
    OptionSpec{.name = "salvage",
               .group = "Work",
               .help = "Goes on past records that a damaged index cannot give any more, and says how many.",
               .verbs = "dump"},
    OptionSpec{.name = "lock-timeout",
               .argument = "SECONDS",
               .group = "Work",
               .help = "Waits so long for another indexer to finish.",
               .initial = "0",
               .verbs = "add rebuild delete rollback compact check"},

    OptionSpec{.name = "progress",
               .choices = "auto|text|json|none",
               .group = "Reports",
               .help = "Shows progress on standard error; auto: on a terminal. --progress alone is text.",
               .initial = "auto",
               .implicit = "text",
               .verbs = "add rebuild compact check"},
    OptionSpec{.name = "acknowledge",
               .group = "Reports",
               .help = "Prints \"committed N\" when the first N records of the input are settled and safe on disk.",
               .verbs = "add rebuild"},
    OptionSpec{.name = "report",
               .choices = "text|json",
               .group = "Reports",
               .help = "Form of the report at the end, the last line of standard output.",
               .initial = "text",
               .verbs = "add rebuild delete rollback compact check stats"},
    OptionSpec{.name = "quiet", .group = "Reports", .help = "Shows neither progress nor warnings, only failures."},

    kDatabaseOption,
    kConfigOption,
    kHelpOption,
    kVersionOption,
    kGenerateOption,
};

constexpr std::array kExitCodes{
    HelpEntry{"0", "Done; also where an id to delete was unknown."},
    HelpEntry{"1", "Failed while running, or stopped by --strict, --max-rejects or --max-delete; check found damage. "
                   "Nothing acknowledged is lost."},
    HelpEntry{"2", "Wrong command line."},
    HelpEntry{"3", "Done, and some records were rejected; also with --dry-run."},
    HelpEntry{"75", "Another indexer holds the index; the message names it."},
    HelpEntry{"128+n", "Stopped cleanly by signal n."},
};

constexpr std::array kEnvironment{
    HelpEntry{"ANNOTA_DB", "The index, where --db is not given."},
};

constexpr std::array kFiles{
    HelpEntry{
        "annota/annota-index.conf",
        "In $XDG_CONFIG_HOME, else ~/.config: options of every run, one \"name = value\" a line; --config /dev/null "
        "passes it over."},
    HelpEntry{"annota/db",
              "In $XDG_DATA_HOME, else ~/.local/share: the index, where neither --db nor ANNOTA_DB names one."},
};

constexpr std::array kExamples{
    HelpEntry{"annota-index add --db institute records/", "Indexes all files of a folder."},
    HelpEntry{"zcat export.gz | annota-index add --format jsonl --rejects bad.jsonl -",
              "Reads a pipe, and keeps what it could not use."},
    HelpEntry{"annota-index add --dry-run --print terms page.txt", "Shows what a record would become."},
    HelpEntry{"annota-index rebuild records/", "Makes the index anew while it is searched."},
    HelpEntry{"annota-index delete doi:10.1000/182", "Removes one record."},
};

constexpr std::array kSections{
    HelpSection{"Exit codes", kExitCodes},
    HelpSection{"Environment", kEnvironment},
    HelpSection{"Files", kFiles},
    HelpSection{"Examples", kExamples},
};

constexpr ProgramSpec kProgram{
    .name = "annota-index",
    .purpose = "builds and maintains an index of scholarly abstracts",
    .usage = kUsage,
    .description =
        "Reads records of publications and keeps an index of them for annota-search. Searches go on while the "
        "index changes.",
    .verbs = kVerbs,
    .options = kOptions,
    .sections = kSections,
};

} // namespace

const ProgramSpec& index_program() {
    return kProgram;
}

} // namespace annota
