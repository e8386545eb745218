// SPDX-License-Identifier: GPL-2.0-or-later
//
// Two steps: a commit gives the build its new generation, then annota.index names it. A kill between the two leaves the
// index as it was, and a build beside it whose generation nobody has seen.

#include "indexer/rollback.h"

#include "common/exit_code.h"
#include "common/index_folder.h"
#include "common/interrupt.h"
#include "common/schema.h"
#include "indexer/build.h"
#include "indexer/build_summary.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <tuple>
#include <vector>

namespace annota {

namespace {

struct Swap {
    IndexFile known;                      ///< What annota.index says, or should have said.
    std::optional<BuildSummary> replaced; ///< nullopt: only the one build is left.
    BuildSummary wanted;
    std::uint64_t generation = 0; ///< The coming one.
};

std::optional<IndexFile> readable_index_file(const IndexFolder& folder) {
    try {
        std::optional<IndexFile> file = folder.index_file();
        if (!file) throw IndexError(IndexFault::missing, folder.root().string() + ": no index here");
        return file;
    } catch (const IndexError& error) {
        if (error.fault() != IndexFault::damaged) throw;
        return std::nullopt;
    }
}

std::vector<BuildSummary> summaries(const IndexFolder& folder) {
    std::vector<BuildSummary> list;
    for (const unsigned build : folder.builds()) list.push_back(summarize_build(folder, build));
    return list;
}

const BuildSummary* find_build(const std::vector<BuildSummary>& list, unsigned number) {
    const auto found = std::ranges::find(list, number, &BuildSummary::number);
    return found == list.end() ? nullptr : &*found;
}

/// Without annota.index: the newest usable build becomes current, and the next one is kept as its previous.
Swap repair(const IndexFolder& folder, std::vector<BuildSummary> list) {
    std::erase_if(list, [](const BuildSummary& one) { return !one.usable; });
    std::ranges::sort(list, std::ranges::greater(),
                      [](const BuildSummary& one) { return std::tie(one.generation, one.number); });
    if (list.empty())
        throw IndexError(IndexFault::damaged, folder.root().string() +
                                                  ": none of its builds can be read; build it anew: annota-index add "
                                                  "--db NEW_FOLDER INPUT...");
    Swap swap{{}, std::nullopt, list[0], 0};
    if (list.size() > 1) {
        swap.replaced = list[1];
        swap.known.build = list[1].number;
    }
    return swap;
}

Swap back_to_previous(const IndexFolder& folder, const IndexFile& known, const std::vector<BuildSummary>& list) {
    if (!known.previous)
        throw std::runtime_error(folder.root().string() + ": there is no previous build to go back to");
    const std::string name = "previous build " + std::to_string(known.previous->number);
    const BuildSummary* const wanted = find_build(list, known.previous->number);
    if (wanted == nullptr) throw std::runtime_error(folder.root().string() + ": the " + name + " is gone");
    if (!wanted->usable)
        throw std::runtime_error(folder.root().string() + ": the " + name + " cannot be used (" + wanted->fault + ')');
    Swap swap{known, std::nullopt, *wanted, 0};
    if (const BuildSummary* const current = find_build(list, known.build)) swap.replaced = *current;
    return swap;
}

Swap plan(const IndexFolder& folder) {
    const std::optional<IndexFile> known = readable_index_file(folder);
    const std::vector<BuildSummary> list = summaries(folder);
    Swap swap = known ? back_to_previous(folder, *known, list) : repair(folder, list);
    for (const BuildSummary& one : list) swap.generation = std::max(swap.generation, one.generation);
    ++swap.generation;
    return swap;
}

std::string in_words(const BuildSummary& build) {
    return "build " + std::to_string(build.number) + " (generation " + std::to_string(build.generation) + ", " +
           std::to_string(build.records) + " records)";
}

void report(const Swap& swap, const IndexOptions& options, std::ostream& out) {
    if (options.report == ReportStyle::json) {
        nlohmann::ordered_json line{{"event", "report"},
                                    {"verb", "rollback"},
                                    {"dry_run", options.dry_run},
                                    {"build", swap.wanted.number},
                                    {"records", swap.wanted.records},
                                    {"replaced_build", nullptr},
                                    {"replaced_records", nullptr},
                                    {"replaced_generation", nullptr},
                                    {"generation", swap.generation}};
        if (swap.replaced) {
            line["replaced_build"] = swap.replaced->number;
            line["replaced_records"] = swap.replaced->records;
            line["replaced_generation"] = swap.replaced->generation;
        }
        out << line.dump() << '\n';
        return;
    }
    if (options.quiet) return;
    out << (options.dry_run ? "would make " : "made ") << in_words(swap.wanted) << " current"
        << (swap.replaced ? " in place of " + in_words(*swap.replaced) : std::string()) << "; generation "
        << swap.generation << '\n';
}

} // namespace

int run_rollback(const IndexOptions& options, std::ostream& out) {
    const IndexFolder folder(options.database);
    readable_index_file(folder); // Only those who may make an index may make its folder.
    std::optional<IndexLock> lock;
    if (!options.dry_run) lock.emplace(folder, std::chrono::seconds(options.lock_timeout_seconds));
    const Swap swap = plan(folder);
    if (!options.dry_run && interrupt_signal() == 0) {
        Build build(folder.build_path(swap.wanted.number), swap.wanted.number);
        build.follow(swap.generation - 1);
        // What the log of the one build says is not what readers of the other have missed.
        build.set_metadata(kLogBeginKey, std::to_string(swap.generation));
        build.commit();
        folder.make_current(swap.wanted.number, "rollback", swap.known);
    }
    if (interrupt_signal() == 0) report(swap, options, out);
    return exit_code_after_interrupts(exit_code::kDone);
}

} // namespace annota
