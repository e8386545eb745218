// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/run_counts.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>

namespace annota {

namespace {

double rate(const RunCounts& counts) {
    return counts.seconds > 0 ? static_cast<double>(counts.read) / counts.seconds : 0;
}

double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

} // namespace

std::string report_line(const RunCounts& counts, ReportStyle style) {
    if (style == ReportStyle::json) {
        const nlohmann::ordered_json line{{"event", "report"},
                                          {"read", counts.read},
                                          {"added", counts.added},
                                          {"updated", counts.updated},
                                          {"unchanged", counts.unchanged},
                                          {"deleted", counts.deleted},
                                          {"rejected", counts.rejected},
                                          {"merged", counts.merged},
                                          {"warnings", counts.warnings},
                                          {"bytes", counts.bytes},
                                          {"seconds", rounded(counts.seconds, 1000)},
                                          {"records_per_second", rounded(rate(counts), 10)},
                                          {"generation", counts.generation}};
        return line.dump();
    }
    std::string line;
    const auto add = [&](const char* name, std::uint64_t count) {
        line += (line.empty() ? "" : ", ") + std::to_string(count) + ' ' + name;
    };
    add("read", counts.read);
    add("added", counts.added);
    add("updated", counts.updated);
    add("unchanged", counts.unchanged);
    add("deleted", counts.deleted);
    add("rejected", counts.rejected);
    add("merged", counts.merged);
    char tail[96];
    std::snprintf(tail, sizeof tail, ", %.2f s, %.0f records/s, generation %llu", counts.seconds, rate(counts),
                  static_cast<unsigned long long>(counts.generation));
    return line + tail;
}

std::string too_many_deleted(std::uint64_t deleted, std::uint64_t all) {
    return std::to_string(deleted) + " of " + std::to_string(all) +
           " records would be deleted, more than --max-delete allows; nothing was committed";
}

std::string committed_line(std::uint64_t records) {
    return "committed " + std::to_string(records);
}

} // namespace annota
