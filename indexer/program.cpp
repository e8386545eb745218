// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/program.h"

#include "common/information.h"

#include <array>

namespace annota {
namespace {

constexpr std::array<std::string_view, 10> kUsage{
    "add [OPTION...] INPUT...",   "rebuild [OPTION...] INPUT...",
    "delete [OPTION...] [ID...]", "changed [OPTION...] --since GENERATION",
    "rollback [OPTION...]",       "compact [OPTION...]",
    "check [--deep] [OPTION...]", "stats [OPTION...]",
    "dump [OPTION...]",           "authors [OPTION...]",
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
    VerbSpec{"delete", "[ID...]",
             "Removes records by id or alias, or by a query, all under one commit. An unknown id is told, and is no "
             "error. Ids "
             "that begin with a dash follow after --."},
    VerbSpec{"changed", "",
             "Prints which records were added, updated and deleted after a generation, as JSON Lines, the present "
             "generation last. Where the index no longer knows that, it prints one line with the code resync, and ends "
             "with 1: dump tells all."},
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
    VerbSpec{
        "authors", "",
        "Prints each person as JSON Lines: the key, the forms of the name with their records, and why authors of "
        "several records are this one; then the doubtful cases, which a file of rules (--authors of add) decides."},
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
    OptionSpec{.name = "on-duplicate",
               .choices = "merge|replace|keep|reject",
               .group = "Input",
               .help = "What to do with a record that another source has already, or this one before in the same run: "
                       "merge what they say; let the last replace all that was said; keep the first; or keep it and "
                       "reject the other.",
               .initial = "merge",
               .verbs = "add rebuild"},
    OptionSpec{.name = "authors",
               .argument = "FILE",
               .group = "Input",
               .help = "Rules about persons, which the index keeps in place of those it has: a line is force or forbid "
                       "and two forms of names or keys of persons, with tabs between. An empty file takes all away.",
               .verbs = "add rebuild",
               .configurable = false},
    OptionSpec{.name = "no-skip",
               .group = "Input",
               .help = "Reads every file though it is unchanged; else its records are only counted.",
               .verbs = "add"},

    OptionSpec{.name = "ids-from",
               .argument = "FILE",
               .group = "Records",
               .help = "Removes the records whose ids stand in the file, one a line; - is standard input.",
               .verbs = "delete",
               .configurable = false},
    OptionSpec{.name = "query",
               .argument = "QUERY",
               .group = "Records",
               .help =
                   "Removes the records that annota-search would find with all words required. A query that it would "
                   "have to correct, or that has no words, is refused.",
               .verbs = "delete",
               .configurable = false},
    OptionSpec{.name = "since",
               .argument = "GENERATION",
               .group = "Records",
               .help = "Prints what changed after it. 0 is before the first.",
               .verbs = "changed",
               .configurable = false},

    OptionSpec{.name = "name",
               .argument = "NAME",
               .group = "Records",
               .help = "Prints only persons whom this form of a name can mean, in either script.",
               .verbs = "authors",
               .configurable = false},
    OptionSpec{.name = "doubtful",
               .group = "Records",
               .help = "Prints only the doubtful cases.",
               .verbs = "authors",
               .configurable = false},

    OptionSpec{.name = "dry-run",
               .group = "Work",
               .help = "Says what would be done, and writes nothing; delete prints the ids that would go.",
               .verbs = "add rebuild delete rollback compact"},
    OptionSpec{.name = "prune",
               .group = "Work",
               .help =
                   "Removes at the end what the given files, folders and sources said earlier and do not say now. A "
                   "file with rejects, or that cannot be read to its end, takes nothing away.",
               .verbs = "add"},
    OptionSpec{.name = "max-delete",
               .argument = "N|P%",
               .group = "Work",
               .help =
                   "Fails, without a commit, where more records than that would be deleted: a number or a share of "
                   "the index. Without it rebuild, --prune and --query delete at most 10%, and ids are not counted.",
               .verbs = "add rebuild delete"},
    OptionSpec{.name = "keep-tombstones",
               .argument = "DAYS",
               .group = "Work",
               .help = "Forgets deletions that are so old; changed cannot reach back further.",
               .initial = "90",
               .verbs = "add rebuild delete"},
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
    OptionSpec{.name = "jobs",
               .argument = "N",
               .group = "Work",
               .help = "Builds a new index with so many threads; unless told, as many as there are cores.",
               .verbs = "add rebuild"},
    OptionSpec{.name = "memory",
               .argument = "MB",
               .group = "Work",
               .help = "Bounds the memory of building a new index, in MiB.",
               .initial = "512",
               .verbs = "add rebuild"},
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

    OptionSpec{.name = "db",
               .argument = "DIR",
               .group = "General",
               .help = "The index.",
               .initial = "$ANNOTA_DB, else the user's own"},
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
    HelpEntry{"annota-index add --prune --max-delete 5% records/",
              "Follows a folder, and removes what is no longer in it."},
    HelpEntry{"annota-index rebuild records/", "Makes the index anew while it is searched."},
    HelpEntry{"annota-index delete doi:10.1000/182", "Removes one record."},
    HelpEntry{"annota-index delete --dry-run --query 'journal:Herald year:..1999'", "Shows what a query would remove."},
    HelpEntry{"annota-index changed --since 41", "Shows what another program should fetch or forget."},
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
