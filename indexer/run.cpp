// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/run.h"

#include "common/exit_code.h"
#include "common/interrupt.h"
#include "indexer/add.h"
#include "indexer/changed.h"
#include "indexer/check.h"
#include "indexer/compaction.h"
#include "indexer/index_contents.h"
#include "indexer/person_list.h"
#include "indexer/removal.h"
#include "indexer/rollback.h"
#include "indexer/statistics.h"
#include "indexer/xapian_errors.h"

#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

namespace annota {

namespace {

/// Xapian 1.4.22 ends the process where certain writes of a commit fail: its destructors throw then. What is committed
/// is safe, as after a kill; it is told like any failed write.
void tell_failed_writes(const std::string& database) {
    static const std::string message = database + ": cannot write; is the disk full?";
    std::set_terminate([] {
        const std::exception_ptr thrown = std::current_exception();
        if (thrown && !is_xapian_error(thrown)) std::abort(); // caught by nobody: a bug
        report_message("annota-index", message);
        ::_exit(exit_code::kFailed);
    });
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

int run_index(const IndexOptions& options, const SelectRecords& select) {
    const bool only_prints = options.verb == IndexVerb::stats || options.verb == IndexVerb::dump ||
                             options.verb == IndexVerb::changed || options.verb == IndexVerb::check ||
                             options.verb == IndexVerb::authors || (options.dry_run && options.rejects_file.empty());
    if (only_prints) end_quietly_on_closed_pipe();
    tell_failed_writes(options.database);
    switch (options.verb) {
    case IndexVerb::add:
    case IndexVerb::rebuild: return run_add(options);
    case IndexVerb::remove: return run_delete(options, select);
    case IndexVerb::changed: return print_changes(options, std::cout);
    case IndexVerb::rollback: return run_rollback(options, std::cout);
    case IndexVerb::compact: return run_compact(options, std::cout);
    case IndexVerb::check: return run_check(options, std::cout);
    case IndexVerb::stats: print_statistics(options, std::cout); return exit_code::kDone;
    case IndexVerb::dump: return run_dump(options);
    case IndexVerb::authors: print_persons(options, std::cout); return exit_code_after_interrupts(exit_code::kDone);
    }
    return exit_code::kFailed;
}

} // namespace annota
