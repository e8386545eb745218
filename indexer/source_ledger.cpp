// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/source_ledger.h"

#include "common/utf8.h"

#include <algorithm>
#include <utility>

namespace annota {

namespace {

/// The source of records that state none.
std::string own_source(const std::string& file) {
    return make_valid_utf8(file);
}

} // namespace

SourceLedger::SourceLedger(IndexWriter& writer, LedgerRules rules)
    : writer_(writer), rules_(std::move(rules)), was_empty_(writer.document_count() == 0) {
    for (const FileStamp& stamp : writer_.stamps()) remember(stamp);
}

const FileStamp* SourceLedger::unchanged(const std::string& file) {
    const auto found = stamps_.find(file);
    if (!rules_.skips || found == stamps_.end()) return nullptr;
    const FileStamp& stamp = found->second;
    if (stamp.reading != rules_.reading || (rules_.prunes && !stamp.whole)) return nullptr;
    if (hash_file(file, stamp.bytes) != stamp.hash) return nullptr;
    files_[file].passed_over = true;
    return &stamp;
}

void SourceLedger::begin(const std::string& file) {
    File& begun = files_[file];
    begun.passed_over = false;
    if (const auto found = stamps_.find(file); found != stamps_.end()) begun.earlier = found->second.sources;
    forget(file);
    share(file, own_source(file));
    last_file_.clear();
}

std::vector<std::string> SourceLedger::bring(const std::string& file, const std::string& source) {
    if (file == last_file_ && source == last_source_) return {};
    last_file_ = file;
    last_source_ = source;
    if (source != file) files_[file].sources.insert(source);
    share(file, source);
    std::vector<std::string> to_read;
    const auto found = stamped_.find(source);
    if (found == stamped_.end()) return to_read;
    for (const std::string& other : std::set<std::string>(found->second)) {
        if (other == file) continue;
        const auto of_run = files_.find(other);
        if (of_run == files_.end()) {
            forget(other);
        } else if (std::exchange(of_run->second.passed_over, false)) {
            to_read.push_back(other);
        }
    }
    return to_read;
}

void SourceLedger::spoil(const std::string& file) {
    files_[file].spoiled = true;
}

void SourceLedger::stamp(FileStamp stamp) {
    const File& file = files_[stamp.path];
    if (!rules_.stamps || file.sources.size() > kMostStampedSources) return;
    stamp.sources.assign(file.sources.begin(), file.sources.end());
    stamp.reading = rules_.reading;
    stamp.whole = false;
    remember(stamp);
    writer_.set_stamp(stamp);
}

PruneScope SourceLedger::scope(const std::vector<std::string>& folders) const {
    PruneScope scope;
    scope.folders = folders;
    const bool spares_stated = any_spoiled();
    for (const auto& [name, file] : files_) {
        const bool is_spared = file.spoiled || file.passed_over;
        (is_spared ? scope.spared : scope.sources).insert(own_source(name));
        // What a spoiled file would have said may be of any source that records state.
        std::set<std::string>& stated = is_spared || spares_stated ? scope.spared : scope.sources;
        stated.insert(file.sources.begin(), file.sources.end());
        if (is_spared) stated.insert(file.earlier.begin(), file.earlier.end());
        if (const auto stamp = stamps_.find(name); file.passed_over && stamp != stamps_.end())
            stated.insert(stamp->second.sources.begin(), stamp->second.sources.end());
    }
    return scope;
}

std::vector<std::string> SourceLedger::spoiled() const {
    std::vector<std::string> names;
    for (const auto& [name, file] : files_)
        if (file.spoiled) names.push_back(name);
    return names;
}

void SourceLedger::finish() {
    const bool spares_stated = any_spoiled();
    for (const auto& [name, file] : files_) {
        const auto found = stamps_.find(name);
        if (file.passed_over || file.spoiled || found == stamps_.end()) continue;
        FileStamp stamp = found->second;
        const bool is_shared = shared_.contains(own_source(name)) ||
                               std::any_of(stamp.sources.begin(), stamp.sources.end(),
                                           [this](const std::string& source) { return shared_.contains(source); });
        const bool is_pruned = rules_.prunes && (stamp.sources.empty() || !spares_stated);
        stamp.whole = (was_empty_ || is_pruned) && !is_shared;
        writer_.set_stamp(stamp);
    }
}

void SourceLedger::remember(const FileStamp& stamp) {
    stamped_[own_source(stamp.path)].insert(stamp.path);
    for (const std::string& source : stamp.sources) stamped_[source].insert(stamp.path);
    stamps_.insert_or_assign(stamp.path, stamp);
}

void SourceLedger::forget(const std::string& file) {
    const auto found = stamps_.find(file);
    if (found == stamps_.end()) return;
    stamped_[own_source(file)].erase(file);
    for (const std::string& source : found->second.sources) stamped_[source].erase(file);
    stamps_.erase(found);
    writer_.forget_stamp(file);
}

void SourceLedger::share(const std::string& file, const std::string& source) {
    const auto [first, is_new] = brought_.emplace(source, file);
    if (!is_new && first->second != file) shared_.insert(source);
}

bool SourceLedger::any_spoiled() const {
    return std::any_of(files_.begin(), files_.end(), [](const auto& entry) { return entry.second.spoiled; });
}

} // namespace annota
