// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/indexer/written_index.h"

#include "common/facet_counts.h"
#include "common/index_reader.h"
#include "common/language.h"
#include "common/record_json.h"
#include "common/schema.h"
#include "indexer/index_contents.h"
#include "indexer/options.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <sstream>

namespace annota::test {

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 3> kOutcomes{"added", "updated", "unchanged"};

std::string short_id(const std::string& id) {
    return id.starts_with("fp:") ? "fp" : id;
}

/// Docids by record id, in order.
std::map<std::string, std::uint32_t> docids_by_id(IndexReader& reader) {
    std::map<std::string, std::uint32_t> docids;
    const Xapian::Database& database = reader.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
        docids[reader.document(*at).id] = *at;
    return docids;
}

void print_terms(const Xapian::Database& database, std::uint32_t docid, std::ostream& out) {
    for (auto term = database.termlist_begin(docid); term != database.termlist_end(docid); ++term) {
        out << "  " << *term << ' ' << term.get_wdf();
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) out << ' ' << *at;
        out << '\n';
    }
    const Xapian::Document document = database.get_document(docid);
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
        if (value.get_valueno() != kAddedSlot && value.get_valueno() != kChangedSlot)
            out << "  slot " << value.get_valueno() << ' ' << *value << '\n';
}

void print_facets(IndexReader& reader, std::ostream& out) {
    DocSet all(reader.doc_limit());
    for (const auto& [id, docid] : docids_by_id(reader)) all.insert(docid);
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        const FacetCounts counts = count_facet(reader.column(facet), all, {1'000'000, BucketOrder::count, {}});
        out << field(kFacetFields[facet]).name << ": " << counts.total_values << " missing " << counts.missing << '\n';
        for (const Bucket& bucket : counts.buckets)
            out << "  " << bucket.key << " = " << bucket.value << ' ' << bucket.count << '\n';
    }
}

} // namespace

Record identified(std::string source, std::string id, const std::string& doi, const std::string& title) {
    Record record;
    record.source = std::move(source);
    record.id = std::move(id);
    if (!doi.empty()) record.doi = "10.1000/" + doi;
    record.title[detect_language(title)] = title;
    return record;
}

StoredDocument document(std::string id, std::vector<std::string> aliases, const std::string& title) {
    return {std::move(id), std::move(aliases), {{identified("a", "", "", title), {}}}};
}

std::vector<std::string> write_run(const fs::path& folder, const std::vector<Record>& records, WriteMode mode) {
    IndexWriter writer(folder, mode, std::chrono::milliseconds(0));
    std::vector<std::string> outcomes;
    for (const Record& record : records) {
        const Upsert upsert = writer.upsert(record);
        outcomes.emplace_back(kOutcomes.at(static_cast<std::size_t>(upsert.outcome)));
        if (upsert.merged) outcomes.back() += " merged";
    }
    writer.close();
    return outcomes;
}

std::vector<std::string> documents_of(const fs::path& folder) {
    IndexReader reader(folder);
    std::vector<std::string> lines;
    for (const auto& [id, docid] : docids_by_id(reader)) {
        const StoredDocument document = reader.document(docid);
        std::string line = short_id(id) + " [";
        for (const std::string& alias : document.aliases)
            if (!alias.starts_with("fp:")) line.append(line.ends_with('[') ? "" : " ").append(alias);
        line += ']';
        std::vector<std::string> said;
        for (const Contribution& one : document.contributions)
            said.push_back(one.record.source + ':' + one.record.title.begin()->second);
        std::ranges::sort(said);
        for (const std::string& each : said) line.append(1, ' ').append(each);
        lines.push_back(line);
    }
    std::ranges::sort(lines);
    return lines;
}

std::string contents_of(const fs::path& folder) {
    IndexReader reader(folder);
    std::ostringstream out;
    for (const auto& [id, docid] : docids_by_id(reader)) {
        const StoredDocument document = reader.document(docid);
        out << id << '\n';
        for (const std::string& alias : document.aliases) out << "  alias " << alias << '\n';
        for (const Contribution& one : document.contributions) out << "  " << record_to_json(one.record) << '\n';
        print_terms(reader.database(), docid, out);
    }
    print_facets(reader, out);
    return out.str();
}

std::string dump_of(const fs::path& folder) {
    IndexOptions options;
    options.database = folder;
    std::ostringstream out;
    dump_records(options, out);
    return out.str();
}

std::string files_of(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        const fs::path name = entry.path().filename();
        if (!entry.is_regular_file() || name == "lock" || name == "flintlock") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        files[entry.path().string()] = std::to_string(fs::last_write_time(entry.path()).time_since_epoch().count()) +
                                       ' ' + std::to_string(std::hash<std::string>{}(text.str()));
    }
    std::string all;
    for (const auto& [path, text] : files) all.append(path).append(1, ' ').append(text).append(1, '\n');
    return all;
}

} // namespace annota::test
