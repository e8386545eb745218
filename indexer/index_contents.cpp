// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/index_contents.h"

#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/record_id.h"
#include "common/record_json.h"
#include "common/schema.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

Json sizes(const std::filesystem::path& build) {
    Json files = Json::object();
    std::uintmax_t total = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(build)) {
        if (!entry.is_regular_file()) continue;
        const std::uintmax_t size = entry.file_size();
        total += size;
        files[entry.path().filename().string()] = size;
    }
    return {{"bytes", total}, {"files", files}};
}

std::size_t count_terms(const Xapian::Database& database) {
    std::size_t count = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) ++count;
    return count;
}

/// Records with a value and different values by facet.
Json facet_statistics(const Columns& columns) {
    Json facets = Json::object();
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        const Column& column = columns[i];
        std::size_t with_value = 0;
        for (std::uint32_t docid = 0; docid + 1 < column.first.size(); ++docid)
            if (!column.of(docid).empty()) ++with_value;
        facets[std::string(field(kFacetFields[i]).name)] = {{"records", with_value}, {"values", column.keys.size()}};
    }
    return facets;
}

Json statistics(IndexReader& reader) {
    const Xapian::Database& database = reader.database();
    return {{"event", "stats"},
            {"records", database.get_doccount()},
            {"generation", reader.state().generation},
            {"build", reader.state().build},
            {"schema", kSchemaVersion},
            {"analyzer", kAnalyzerVersion},
            {"terms", count_terms(database)},
            {"words_per_record", database.get_avlength()},
            {"size", sizes(reader.build_folder())},
            {"facets", facet_statistics(reader.columns())}};
}

/// "size.files.postlist.glass: 4711", a line a number.
void print_lines(const Json& value, std::string name, std::ostream& out) {
    if (!value.is_object()) {
        out << name << ": " << value.dump() << '\n';
        return;
    }
    if (!name.empty()) name += '.';
    for (const auto& [key, member] : value.items()) {
        if (key != "event") print_lines(member, std::string(name).append(key), out);
    }
}

/// Contributions in the order that gives the document its id again: those that it has its name from come first.
std::vector<const Contribution*> in_order_of_reading(const StoredDocument& document, const Analyzer& analyzer) {
    std::vector<const Contribution*> order;
    order.reserve(document.contributions.size());
    for (const Contribution& contribution : document.contributions) order.push_back(&contribution);
    // Not of std::ranges, whose result clang 14 cannot compile.
    std::stable_partition(order.begin(), order.end(), [&](const Contribution* contribution) {
        return record_ids(contribution->record, analyzer).primary() == document.id;
    });
    return order;
}

} // namespace

void print_statistics(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Json numbers = with_stable_index(reader, [&] { return statistics(reader); });
    if (options.report == ReportStyle::json)
        out << numbers.dump() << '\n';
    else
        print_lines(numbers, "", out);
}

std::uint64_t salvage_records(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Analyzer analyzer;
    std::uint64_t left = reader.database().get_doccount();
    // By number, as no list of documents may be whole.
    for (std::uint32_t docid = 1; docid < reader.doc_limit() && interrupt_signal() == 0; ++docid) {
        try {
            const StoredDocument document = reader.document(docid);
            for (const Contribution* contribution : in_order_of_reading(document, analyzer))
                out << record_to_json(contribution->record) << '\n';
            left -= left > 0 ? 1 : 0;
        } catch (const IndexError&) { // damaged, or deleted
        }
    }
    return left;
}

void dump_records(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Analyzer analyzer;
    const std::string ids(kIdPrefix);
    // Where the index changes under a long dump, it goes on behind the last record that was written.
    std::string last;
    with_stable_index(reader, [&] {
        const Xapian::Database& database = reader.database();
        Xapian::TermIterator term = database.allterms_begin(ids);
        if (!last.empty()) term.skip_to(last);
        for (; term != database.allterms_end(ids); ++term) {
            const std::string name = *term;
            if (interrupt_signal() != 0) break;
            if (name == last) continue;
            const StoredDocument document = reader.document(*database.postlist_begin(name));
            for (const Contribution* contribution : in_order_of_reading(document, analyzer))
                out << record_to_json(contribution->record) << '\n';
            last = name;
        }
        return true;
    });
}

} // namespace annota
