// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/run.h"

#include "common/exit_code.h"
#include "common/interrupt.h"
#include "common/record_id.h"
#include "indexer/add.h"
#include "indexer/check.h"
#include "indexer/compaction.h"
#include "indexer/index_contents.h"
#include "indexer/index_writer.h"
#include "indexer/rollback.h"
#include "indexer/run_counts.h"
#include "indexer/statistics.h"

#include <chrono>
#include <iostream>

namespace annota {

namespace {

int run_delete(const IndexOptions& options) {
    const auto started = std::chrono::steady_clock::now();
    IndexWriter writer(options.database, WriteMode::existing, std::chrono::seconds(options.lock_timeout_seconds));
    RunCounts counts;
    for (const std::string& id : options.words) {
        if (interrupt_signal() != 0) return exit_code_after_interrupts(exit_code::kDone);
        if (writer.remove(normalise_id(id)))
            ++counts.deleted;
        else if (!options.quiet)
            report_message("annota-index", id + ": there is no such record");
    }
    writer.close();
    counts.generation = writer.generation();
    counts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!options.quiet) std::cout << report_line(counts, options.report) << '\n';
    return exit_code::kDone;
}

int run_dump(const IndexOptions& options) {
    int code = exit_code::kDone;
    if (options.salvage) {
        if (const std::uint64_t lost = salvage_records(options, std::cout); lost > 0) {
            report_message("annota-index", std::to_string(lost) + " records cannot be read");
            code = exit_code::kFailed;
        }
    } else {
        dump_records(options, std::cout);
    }
    return exit_code_after_interrupts(code);
}

} // namespace

int run_index(const IndexOptions& options) {
    const bool only_prints = options.verb == IndexVerb::stats || options.verb == IndexVerb::dump ||
                             options.verb == IndexVerb::check || (options.dry_run && options.rejects_file.empty());
    if (only_prints) end_quietly_on_closed_pipe();
    switch (options.verb) {
    case IndexVerb::add:
    case IndexVerb::rebuild: return run_add(options);
    case IndexVerb::remove: return run_delete(options);
    case IndexVerb::rollback: return run_rollback(options, std::cout);
    case IndexVerb::compact: return run_compact(options, std::cout);
    case IndexVerb::check: return run_check(options, std::cout);
    case IndexVerb::stats: print_statistics(options, std::cout); return exit_code::kDone;
    case IndexVerb::dump: return run_dump(options);
    }
    return exit_code::kFailed;
}

} // namespace annota
