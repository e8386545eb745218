// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/searcher/instance.h"

#include <catch2/catch.hpp>

#include <set>

namespace annota {

Record with_author(const std::string& id, const std::string& name) {
    return written_by(id, {name});
}

void check(const std::vector<Instance>& instances, const ToRecord& to_record) {
    std::vector<Record> records;
    std::vector<std::set<std::string>> wanted(instances.size());
    for (std::size_t i = 0; i < instances.size(); ++i) {
        for (const std::string& text : instances[i].wanted) {
            records.push_back(to_record("w" + std::to_string(records.size()), text));
            wanted[i].insert(records.back().id);
        }
        for (const std::string& text : instances[i].near_misses)
            records.push_back(to_record("m" + std::to_string(records.size()), text));
    }
    SampleIndex index(records);
    for (std::size_t i = 0; i < instances.size(); ++i)
        for (const std::string& query : instances[i].queries) {
            CAPTURE(query, instances[i].wanted);
            CHECK(index.found(query) == wanted[i]);
        }
}

} // namespace annota
