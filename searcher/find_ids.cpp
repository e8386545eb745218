// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/find_ids.h"

#include "common/index_reader.h"
#include "searcher/evaluation.h"
#include "searcher/journal_keys.h"
#include "searcher/query_builder.h"
#include "searcher/query_parser.h"

namespace annota {

SelectedRecords find_ids(const std::filesystem::path& index, const std::string& query) {
    const ParsedQuery parsed = parse_query(query);
    if (!parsed.notes.empty()) return {{}, parsed.notes.front().message};
    if (parsed.empty()) return {{}, "the query has no words"};
    IndexReader reader(index);
    Analyzer analyzer;
    return with_stable_index(reader, [&]() -> SelectedRecords {
        const Deadline never;
        QueryBuilder builder(reader.database(), analyzer, never,
                             [&](const std::string& name) { return other_journal_keys(reader, name); });
        const DocSet found = matching_documents(builder.build(parsed.root, ListMode::all), reader, never);
        if (!builder.notes().empty()) return {{}, builder.notes().front().message};
        SelectedRecords selected;
        found.for_each([&](std::uint32_t docid) { selected.ids.push_back(reader.id(docid)); });
        return selected;
    });
}

} // namespace annota
