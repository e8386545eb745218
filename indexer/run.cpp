// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/run.h"

#include "common/exit_code.h"
#include "common/interrupt.h"
#include "common/record_id.h"
#include "indexer/add.h"
#include "indexer/index_contents.h"
#include "indexer/index_writer.h"
#include "indexer/run_counts.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

namespace annota {

namespace {

int run_delete(const IndexOptions& options) {
    const auto started = std::chrono::steady_clock::now();
    IndexWriter writer(options.database, WriteMode::existing, std::chrono::seconds(options.lock_timeout_seconds));
    RunCounts counts;
    for (const std::string& id : options.words) {
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

/// Xapian 1.4.22 ends the process where certain writes of a commit fail: its destructors throw then. What is committed
/// is safe, as after a kill; it is told like any failed write.
void tell_failed_writes(const std::string& database) {
    static const std::string message = database + ": cannot write; is the disk full?";
    std::set_terminate([] {
        if (std::current_exception()) std::abort(); // an exception that was thrown, and caught by nobody: a bug
        report_message("annota-index", message);
        ::_exit(exit_code::kFailed);
    });
}

} // namespace

int run_index(const IndexOptions& options) {
    tell_failed_writes(options.database);
    const bool only_prints = options.verb == IndexVerb::stats || options.verb == IndexVerb::dump ||
                             (options.dry_run && options.rejects_file.empty());
    if (only_prints) end_quietly_on_closed_pipe();
    switch (options.verb) {
    case IndexVerb::add: return run_add(options);
    case IndexVerb::remove: return run_delete(options);
    case IndexVerb::stats: print_statistics(options, std::cout); return exit_code::kDone;
    case IndexVerb::dump: dump_records(options, std::cout); return exit_code::kDone;
    }
    return exit_code::kFailed;
}

} // namespace annota
