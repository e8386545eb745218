// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/known_ids.h"

#include "common/schema.h"
#include "indexer/build_summary.h"

#include <xxhash.h>

namespace annota {

namespace {

std::uint64_t hash_of(std::string_view id) {
    return XXH3_64bits(id.data(), id.size());
}

} // namespace

void KnownIds::add(const RecordIds& ids) {
    // As terms, which are cut where an id is long.
    for (const std::string* id : {&ids.doi, &ids.own, &ids.fingerprint})
        if (!id->empty()) hashes_.insert(hash_of(make_term(kIdPrefix, *id)));
}

std::optional<IdComparison> KnownIds::compare(const std::filesystem::path& root) const {
    const IndexFolder folder(root);
    const std::optional<unsigned> current = folder.current_build();
    if (!current || !summarize_build(folder, *current).readable) return std::nullopt;
    return compare_ids(folder.build_path(*current) / "index",
                       [this](std::string_view id) { return hashes_.contains(hash_of(make_term(kIdPrefix, id))); });
}

} // namespace annota
