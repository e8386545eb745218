// SPDX-License-Identifier: GPL-2.0-or-later
//
// Everything is read of one state before the first line is written, so that nothing is told twice where the index
// changes meanwhile.

#include "indexer/changed.h"

#include "common/change_log.h"
#include "common/exit_code.h"
#include "common/index_reader.h"
#include "common/terminal.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <ostream>
#include <vector>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

struct Changes {
    std::optional<std::vector<Change>> list;
    std::uint64_t generation = 0;
};

void print(const Json& line, std::ostream& out) {
    out << printable_json(line.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

} // namespace

int print_changes(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Changes changes = with_stable_index(reader, [&] {
        const std::uint64_t present = reader.state().generation;
        return Changes{changes_since(reader.database(), options.since, present), present};
    });
    if (!changes.list) {
        print({{"event", "resync"},
               {"code", "resync"},
               {"message", "the index does not know what changed since generation " + std::to_string(options.since) +
                               "; dump tells all"},
               {"generation", changes.generation}},
              out);
        return exit_code::kFailed;
    }
    for (const Change& change : *changes.list)
        print({{"event", "changed"},
               {"id", change.id},
               {"change", name_of(change.kind)},
               {"generation", change.generation}},
              out);
    print({{"event", "generation"}, {"generation", changes.generation}}, out);
    return exit_code::kDone;
}

} // namespace annota
