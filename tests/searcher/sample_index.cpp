// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/searcher/sample_index.h"

#include "common/language.h"
#include "indexer/index_writer.h"

#include <chrono>
#include <cstdlib> // mkdtemp
#include <stdexcept>

namespace annota {

namespace {

constexpr std::uint64_t kAll = 10'000;

std::filesystem::path make_temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "annota-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error(name + ": no temporary folder");
    return name;
}

} // namespace

Record titled(std::string id, const std::string& title) {
    Record record;
    record.id = std::move(id);
    record.title[detect_language(title)] = title;
    return record;
}

Record written_by(const std::string& id, const std::vector<std::string>& authors) {
    Record record = titled(id, "Untitled " + id);
    for (const std::string& name : authors) record.authors.push_back({name, {}, {}, {}});
    return record;
}

SampleIndex::SampleIndex(const std::vector<Record>& records) : folder_(make_temporary_folder()) {
    add(records);
    searcher_ = std::make_unique<Searcher>(folder_);
}

SampleIndex::~SampleIndex() {
    searcher_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void SampleIndex::add(const std::vector<Record>& records) {
    IndexWriter writer(folder_, WriteMode::automatic, std::chrono::milliseconds(0));
    for (Record record : records) {
        if (record.source.empty()) record.source = "sample";
        writer.upsert(std::move(record));
    }
    writer.close();
}

void SampleIndex::remove(const std::string& id) {
    IndexWriter writer(folder_, WriteMode::existing, std::chrono::milliseconds(0));
    writer.remove(id);
    writer.close();
}

std::string SampleIndex::ids(const SearchRequest& request) {
    std::string ids;
    for (const Hit& hit : search(request).hits) ids += (ids.empty() ? "" : " ") + hit.id;
    return ids;
}

std::string SampleIndex::ids(std::string_view query, MatchMode match) {
    SearchRequest request;
    request.text = query;
    request.match = match;
    request.limit = kAll;
    return ids(request);
}

std::set<std::string> SampleIndex::found(std::string_view query, MatchMode match) {
    SearchRequest request;
    request.text = query;
    request.match = match;
    request.limit = kAll;
    request.facets.clear();
    const ResultPage page = search(request);
    std::set<std::string> ids;
    for (const Hit& hit : page.hits) ids.insert(hit.id);
    if (ids.size() != page.total || page.hits.size() != page.total)
        throw std::runtime_error("the total is not the number of hits: " + request.text);
    return ids;
}

} // namespace annota
