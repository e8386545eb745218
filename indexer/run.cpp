// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/run.h"

#include "common/exit_code.h"
#include "common/interrupt.h"
#include "indexer/add.h"
#include "indexer/changed.h"
#include "indexer/index_contents.h"
#include "indexer/removal.h"

#include <iostream>

namespace annota {

int run_index(const IndexOptions& options, const SelectRecords& select) {
    const bool only_prints = options.verb == IndexVerb::stats || options.verb == IndexVerb::dump ||
                             options.verb == IndexVerb::changed || (options.dry_run && options.rejects_file.empty());
    if (only_prints) end_quietly_on_closed_pipe();
    switch (options.verb) {
    case IndexVerb::add: return run_add(options);
    case IndexVerb::remove: return run_delete(options, select);
    case IndexVerb::changed: return print_changes(options, std::cout);
    case IndexVerb::stats: print_statistics(options, std::cout); return exit_code::kDone;
    case IndexVerb::dump: dump_records(options, std::cout); return exit_code::kDone;
    }
    return exit_code::kFailed;
}

} // namespace annota
