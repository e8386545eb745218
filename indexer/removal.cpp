// SPDX-License-Identifier: GPL-2.0-or-later
//
// First everything is resolved to record ids, then the limit is checked, then the records go. So an alias of two
// records, given twice, removes one.

#include "indexer/removal.h"

#include "common/exit_code.h"
#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/record_id.h"
#include "common/terminal.h"
#include "common/utf8.h"
#include "indexer/index_writer.h"
#include "indexer/run_counts.h"

#include <xapian.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

namespace annota {

namespace {

constexpr std::string_view kProgram = "annota-index";

/// The index as `delete` needs it: to be changed, or only looked at where nothing is to be written.
class Records {
public:
    explicit Records(const IndexOptions& options) {
        if (options.dry_run) {
            reader_ = std::make_unique<IndexReader>(options.database);
            return;
        }
        writer_ = std::make_unique<IndexWriter>(options.database, WriteMode::existing,
                                                std::chrono::seconds(options.lock_timeout_seconds),
                                                WriterSettings{DuplicateRule::merge, options.tombstone_days});
    }

    std::optional<std::string> find(std::string_view id) {
        if (writer_) return writer_->find(id);
        return with_stable_index(*reader_, [&]() -> std::optional<std::string> {
            const std::optional<std::uint32_t> docid = reader_->find(id);
            if (!docid) return std::nullopt;
            return reader_->document(*docid).id;
        });
    }

    std::uint64_t count() const { return writer_ ? writer_->document_count() : reader_->database().get_doccount(); }

    std::uint64_t generation() const { return writer_ ? writer_->generation() : reader_->state().generation; }

    void remove(const std::set<std::string>& ids) {
        if (!writer_) return;
        for (const std::string& id : ids) writer_->remove(id);
        if (interrupt_signal() == 0) writer_->close();
    }

private:
    std::unique_ptr<IndexWriter> writer_;
    std::unique_ptr<IndexReader> reader_;
};

/// One id a line; blank lines are passed over.
std::vector<std::string> read_ids(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path);
        if (!file) throw std::runtime_error(path + ": cannot be read");
    }
    std::istream& lines = path == "-" ? std::cin : file;
    std::vector<std::string> ids;
    for (std::string line; std::getline(lines, line);)
        if (const std::string_view id = trim(line); !id.empty()) ids.emplace_back(id);
    if (lines.bad()) throw std::runtime_error(path + ": cannot be read to its end");
    return ids;
}

} // namespace

int run_delete(const IndexOptions& options, const SelectRecords& select) {
    const auto started = std::chrono::steady_clock::now();
    std::vector<std::string> named = options.words;
    if (!options.ids_file.empty()) {
        const std::vector<std::string> more = read_ids(options.ids_file);
        named.insert(named.end(), more.begin(), more.end());
    }
    Records records(options);
    std::set<std::string> ids;
    if (!options.query.empty()) {
        const SelectedRecords selected = select(options.database, options.query);
        if (!selected.complaint.empty()) {
            report_usage_error(kProgram, "--query: " + selected.complaint + "; nothing was deleted");
            return exit_code::kUnusable;
        }
        ids.insert(selected.ids.begin(), selected.ids.end());
    }
    for (const std::string& name : named) {
        if (const auto id = records.find(normalise_id(name)))
            ids.insert(*id);
        else if (!options.quiet)
            report_message(kProgram, name + ": there is no such record");
    }
    if (options.dry_run)
        for (const std::string& id : ids) std::cout << printable(id) << '\n';
    std::optional<RecordLimit> limit = options.max_delete;
    if (!limit && !options.query.empty()) limit = kUsualDeleteLimit;
    if (limit && limit->exceeded(ids.size(), records.count()))
        throw std::runtime_error(too_many_deleted(ids.size(), records.count()));
    records.remove(ids);
    RunCounts counts;
    counts.deleted = ids.size();
    counts.generation = records.generation();
    counts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    if (!options.quiet && interrupt_signal() == 0) std::cout << report_line(counts, options.report) << '\n';
    return exit_code_after_interrupts(exit_code::kDone);
}

} // namespace annota
