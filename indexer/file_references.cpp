// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/file_references.h"

#include "common/record_id.h"

#include <charconv>
#include <string_view>
#include <utility>

namespace annota {

namespace {

constexpr std::string_view kReference = "ref:";

} // namespace

void FileReferences::pass(Record&& record, const Sink& sink) {
    if (!enabled_) {
        sink(std::move(record));
        return;
    }
    ids_.push_back(record_ids(record, analyzer_).primary());
    waiting_.push_back(std::move(record));
}

void FileReferences::finish(const Sink& sink) {
    for (Record& record : waiting_) {
        for (std::string& link : record.related) {
            if (!link.starts_with(kReference)) continue;
            std::size_t ordinal = 0;
            std::from_chars(link.data() + kReference.size(), link.data() + link.size(), ordinal);
            link = ordinal >= 1 && ordinal <= ids_.size() ? ids_[ordinal - 1] : std::string();
        }
        std::erase(record.related, std::string());
        sink(std::move(record));
    }
    waiting_.clear();
    ids_.clear();
}

} // namespace annota
