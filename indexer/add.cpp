// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the inputs: each record is printed, dry, or handed to the writer; what cannot be used is told and the
// rest goes on. Nothing is committed where a limit on rejects was passed.

#include "indexer/add.h"

#include "common/analyzer.h"
#include "common/exit_code.h"
#include "common/index_folder.h"
#include "common/interrupt.h"
#include "common/record_id.h"
#include "common/record_json.h"
#include "common/utf8.h"
#include "indexer/document_terms.h"
#include "indexer/encoding.h"
#include "indexer/file_references.h"
#include "indexer/format.h"
#include "indexer/index_writer.h"
#include "indexer/input.h"
#include "indexer/known_ids.h"
#include "indexer/peekable_source.h"
#include "indexer/progress.h"
#include "indexer/rejects.h"
#include "indexer/run_counts.h"

#include <chrono>
#include <fstream>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <utility>

namespace annota {

namespace {

/// A limit was passed: the run fails without a commit.
class LimitPassed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct InputFailure {
    std::string code;
    std::string message;
};

/// An input whose failure ends the file, not the run: what was read before it is kept.
class GuardedSource {
public:
    GuardedSource(std::string file, std::uint64_t& raw_bytes) : file_(std::move(file)), raw_bytes_(raw_bytes) {}

    /// Null where the input cannot be opened.
    PeekableSource* open() {
        guarded([this] {
            source_ = std::make_unique<PeekableSource>(std::make_unique<Bytes>(*this, open_input(file_, &raw_bytes_)));
        });
        return source_.get();
    }

    const std::optional<InputFailure>& failure() const { return failure_; }

private:
    struct Bytes : ByteSource {
        Bytes(GuardedSource& by, std::unique_ptr<ByteSource> from) : guard(by), bytes(std::move(from)) {}
        std::size_t read(char* buffer, std::size_t capacity) override {
            std::size_t count = 0;
            if (!guard.failure_) guard.guarded([&] { count = bytes->read(buffer, capacity); });
            return count;
        }
        GuardedSource& guard;
        std::unique_ptr<ByteSource> bytes;
    };

    template <class Work> void guarded(Work work) {
        try {
            work();
        } catch (const TruncatedInput& error) {
            failure_ = {"truncated", error.what()};
        } catch (const std::runtime_error& error) {
            failure_ = {"unreadable", error.what()};
        }
    }

    std::string file_;
    std::uint64_t& raw_bytes_;
    std::unique_ptr<PeekableSource> source_;
    std::optional<InputFailure> failure_;
};

class AddRun {
public:
    explicit AddRun(const IndexOptions& options)
        : options_(options), started_(std::chrono::steady_clock::now()),
          progress_(options.quiet ? ProgressStyle::none : options.progress) {
        if (!options_.rejects_file.empty()) {
            rejects_.open(options_.rejects_file, std::ios::binary);
            if (!rejects_) throw std::runtime_error(options_.rejects_file + ": cannot be written");
        }
    }

    int run() {
        const std::vector<std::string> files = list_inputs(options_.words);
        progress_.expect_bytes(raw_bytes_of(files));
        if (!options_.dry_run) {
            const auto timeout = std::chrono::seconds(options_.lock_timeout_seconds);
            const WriteMode mode = rebuilds()              ? WriteMode::rebuild
                                   : options_.commit_every ? WriteMode::incremental
                                                           : WriteMode::automatic;
            writer_ = std::make_unique<IndexWriter>(options_.database, mode, timeout);
        }
        for (const std::string& file : files) {
            read_file(file);
            if (interrupt_signal() != 0) break;
        }
        check_rejects(true);
        if (interrupt_signal() == 0) finish();
        return exit_code_after_interrupts(counts_.rejected > 0 ? exit_code::kRejected : exit_code::kDone);
    }

private:
    bool rebuilds() const { return options_.verb == IndexVerb::rebuild; }

    void read_file(const std::string& file) {
        GuardedSource bytes(file, counts_.bytes);
        PeekableSource* const source = bytes.open();
        if (source != nullptr) read_records(*source, bytes, file);
        if (bytes.failure()) take(unreadable(file, *bytes.failure()));
    }

    void read_records(PeekableSource& source, GuardedSource& bytes, const std::string& file) {
        const std::string_view head = source.peek(kFormatHeadBytes);
        const std::optional<Format> format =
            options_.format == "auto" ? recognise_format(head, file) : find_format(options_.format);
        // JSON Lines are strict by the line: what is good of a damaged file is kept.
        const Encoding encoding = guess_encoding(head);
        if (format != Format::json_lines || encoding == Encoding::utf16) {
            if (const auto problem = encoding_problem(encoding, file)) {
                take(*problem);
                return;
            }
        }
        if (!format) {
            if (!bytes.failure()) take(unknown_format(head, file));
            return;
        }
        FileReferences references(analyzer_, *format == Format::page);
        const auto pass_on = [this](Record&& record) { take(std::move(record)); };
        make_reader(*format)->read(source, file, [&](std::variant<Record, Problem>&& item) {
            if (const auto* problem = std::get_if<Problem>(&item))
                take(*problem);
            else
                references.pass(std::move(std::get<Record>(item)), pass_on);
            return interrupt_signal() == 0;
        });
        references.finish(pass_on);
    }

    static Problem unreadable(const std::string& file, const InputFailure& failure) {
        // The message of an input begins with its path, which the position names already.
        std::string message = failure.message;
        if (message.starts_with(file + ": ")) message.erase(0, file.size() + 2);
        return {Severity::rejection, {file, 0}, 0, {}, failure.code, std::move(message), {}};
    }

    void take(const Problem& problem) {
        if (rejects_.is_open()) rejects_ << problem_to_json(problem) << '\n';
        if (!options_.quiet) {
            progress_.clear();
            std::cerr << problem_to_line(problem) << '\n';
        }
        if (problem.severity == Severity::warning) {
            ++counts_.warnings;
            return;
        }
        ++counts_.read;
        ++counts_.rejected;
        check_rejects(false);
        commit_if_due();
    }

    void take(Record&& record) {
        ++counts_.read;
        if (record.source.empty()) record.source = make_valid_utf8(record.position.file);
        print(record);
        if (rebuilds() && options_.dry_run) known_ids_.add(record_ids(record, analyzer_));
        if (writer_) {
            const Upsert upsert = writer_->upsert(std::move(record));
            counts_.added += upsert.outcome == Outcome::added ? 1 : 0;
            counts_.updated += upsert.outcome == Outcome::updated ? 1 : 0;
            counts_.unchanged += upsert.outcome == Outcome::unchanged ? 1 : 0;
            counts_.merged += upsert.merged ? 1 : 0;
        }
        progress_.show(counts_, options_.dry_run ? "reading" : "indexing");
        commit_if_due();
    }

    void print(const Record& record) {
        if (options_.print == PrintedForm::records) {
            Record printed = record;
            printed.source = record.position.file + ':' + std::to_string(record.position.line);
            std::cout << record_to_json(printed) << '\n';
        }
        if (options_.print == PrintedForm::terms) {
            StoredDocument document{record_ids(record, analyzer_).primary(), {}, {{record, {}}}};
            std::cout << to_text(document_analyzer_.analyze(document, record)) << '\n';
        }
    }

    void check_rejects(bool at_end) {
        const std::string rejected = std::to_string(counts_.rejected);
        if (options_.strict && counts_.rejected > 0)
            throw LimitPassed("a record was rejected and --strict was given; nothing was committed");
        if (!options_.max_rejects) return;
        // A share is known only when all is read.
        const bool known = at_end || !options_.max_rejects->percent;
        if (known && options_.max_rejects->exceeded(counts_.rejected, counts_.read))
            throw LimitPassed(rejected + " of " + std::to_string(counts_.read) +
                              " records were rejected, more than --max-rejects allows; nothing was committed");
    }

    void commit_if_due() {
        if (!writer_ || !options_.commit_every || counts_.read % *options_.commit_every != 0) return;
        writer_->commit();
        acknowledge();
    }

    void acknowledge() {
        if (options_.acknowledge && acknowledged_ != counts_.read)
            std::cout << committed_line(counts_.read) << std::endl;
        acknowledged_ = counts_.read;
    }

    /// What a rebuild would lose.
    void check_missing() {
        if (!rebuilds()) return;
        progress_.show_now(counts_, "merging");
        const auto comparison = writer_ ? writer_->finish_rebuild() : known_ids_.compare(options_.database);
        if (!comparison) return;
        counts_.deleted = comparison->missing;
        if (!options_.max_delete.exceeded(comparison->missing, comparison->before)) return;
        std::string examples;
        for (const std::string& id : comparison->examples) examples += (examples.empty() ? "" : ", ") + id;
        throw LimitPassed(std::to_string(comparison->missing) + " of " + std::to_string(comparison->before) +
                          " records of the index are missing from the inputs (" + examples +
                          (comparison->missing > comparison->examples.size() ? ", ..." : "") +
                          "), more than --max-delete allows; the index is as it was");
    }

    void finish() {
        check_missing();
        if (interrupt_signal() != 0) return;
        if (writer_) {
            progress_.show_now(counts_, "publishing");
            writer_->close();
            counts_.generation = writer_->generation();
            acknowledge();
            compact_if_grown();
        }
        progress_.show_now(counts_, "done");
        progress_.clear();
        counts_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
        if (!options_.quiet) std::cout << report_line(counts_, options_.report) << '\n';
    }

    /// What the run was for is done and safe: a failure here is a note.
    void compact_if_grown() {
        if (options_.no_compact) return;
        try {
            progress_.show_now(counts_, "compacting");
            writer_->compact_if_grown();
        } catch (const IndexError&) {
            throw;
        } catch (const std::runtime_error& error) {
            progress_.clear();
            if (!options_.quiet) report_message("annota-index", std::string("note: not compacted: ") + error.what());
        }
    }

    const IndexOptions& options_;
    std::chrono::steady_clock::time_point started_;
    Progress progress_;
    RunCounts counts_;
    std::uint64_t acknowledged_ = 0;
    std::ofstream rejects_;
    Analyzer analyzer_;
    DocumentAnalyzer document_analyzer_;
    KnownIds known_ids_; ///< Of a rebuild that is not written.
    std::unique_ptr<IndexWriter> writer_;
};

} // namespace

int run_add(const IndexOptions& options) {
    AddRun run(options);
    return run.run();
}

} // namespace annota
