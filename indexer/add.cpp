// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the inputs: each record is printed, dry, or handed to the writer; what cannot be used is told and the
// rest goes on. Nothing is committed where a limit was passed.
//
// A file that is unchanged is only counted (source_ledger.h); where one has to be read after all, that happens before
// the record that asks for it, and its own records are not counted again.

#include "indexer/add.h"

#include "common/analyzer.h"
#include "common/exit_code.h"
#include "common/index_folder.h"
#include "common/interrupt.h"
#include "common/person_rules.h"
#include "common/record_id.h"
#include "common/record_json.h"
#include "common/utf8.h"
#include "common/worker_pool.h"
#include "indexer/document_terms.h"
#include "indexer/encoding.h"
#include "indexer/file_references.h"
#include "indexer/format.h"
#include "indexer/guarded_source.h"
#include "indexer/index_writer.h"
#include "indexer/input.h"
#include "indexer/known_ids.h"
#include "indexer/progress.h"
#include "indexer/rejects.h"
#include "indexer/run_counts.h"
#include "indexer/source_ledger.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace annota {

namespace {

/// A limit on rejects or deletions was passed: the run fails without a commit.
class LimitPassed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The file that is being read.
struct FileReading {
    std::string file;
    bool again = false;   ///< It was counted before, when it was passed over.
    bool flawless = true; ///< No problem so far.
    std::uint64_t records = 0;
};

/// Decides with a file's bytes what they become. The year because records of years to come are faulty.
std::string reading_of(const IndexOptions& options) {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    return "format " + options.format + ", readers " + std::to_string(kReadersVersion) + ", year " +
           std::to_string(1900 + parts.tm_year);
}

/// "records/" for each argument that is a folder: how the names of the files below it begin.
std::vector<std::string> given_folders(const std::vector<std::string>& arguments) {
    std::vector<std::string> folders;
    for (const std::string& argument : arguments)
        if (std::filesystem::is_directory(argument))
            folders.push_back(make_valid_utf8((std::filesystem::path(argument) / "").string()));
    return folders;
}

/// The text of a file of rules about persons, which has no fault.
std::string read_rules_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    // An empty file puts nothing into the stream, which is no fault.
    if (!file || (file.peek() != std::ifstream::traits_type::eof() && !(text << file.rdbuf())))
        throw std::runtime_error(path + ": cannot be read");
    const auto rules = read_person_rules(text.str());
    if (const auto* fault = std::get_if<PersonRuleFault>(&rules))
        throw std::runtime_error(path + ":" + std::to_string(fault->line) + ": " + fault->message);
    return text.str();
}

class AddRun {
public:
    explicit AddRun(const IndexOptions& options)
        : options_(options), started_(std::chrono::steady_clock::now()),
          progress_(options.quiet ? ProgressStyle::none : options.progress) {
        if (!options_.rejects_file.empty()) {
            rejects_.open(options_.rejects_file, std::ios::binary);
            if (!rejects_) throw std::runtime_error(options_.rejects_file + ": cannot be written");
        }
        if (!options_.authors_file.empty()) person_rules_ = read_rules_file(options_.authors_file);
    }

    int run() {
        const std::vector<std::string> files = list_inputs(options_.words);
        progress_.expect_bytes(raw_bytes_of(files));
        if (!options_.dry_run) open_index();
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

    void open_index() {
        const auto timeout = std::chrono::seconds(options_.lock_timeout_seconds);
        const WriteMode mode = rebuilds()              ? WriteMode::rebuild
                               : options_.commit_every ? WriteMode::incremental
                                                       : WriteMode::automatic;
        writer_ = std::make_unique<IndexWriter>(options_.database, mode, timeout, writer_settings());
        if (person_rules_) writer_->set_person_rules(*person_rules_);
        documents_before_ = writer_->document_count();
        // By the other rules the records of a file do not settle what the index has of them.
        const bool merges = options_.on_duplicate == DuplicateRule::merge;
        const bool skips = merges && options_.skip_unchanged && options_.print == PrintedForm::nothing;
        ledger_ =
            std::make_unique<SourceLedger>(*writer_, LedgerRules{skips, merges, options_.prune, reading_of(options_)});
        next_commit_ = options_.commit_every.value_or(0);
    }

    WriterSettings writer_settings() const {
        return {options_.on_duplicate, options_.tombstone_days, {worker_count(options_.jobs), options_.memory_mb}};
    }

    void read_file(const std::string& file) {
        const FileStamp* const stamp = ledger_ ? ledger_->unchanged(file) : nullptr;
        if (stamp == nullptr) {
            read_all_of(file, false);
            return;
        }
        counts_.read += stamp->records;
        counts_.unchanged += stamp->records;
        progress_.show(counts_, "indexing");
        commit_if_due();
    }

    void read_all_of(const std::string& file, bool again) {
        FileReading outer = std::exchange(reading_, {file, again, true, 0});
        if (ledger_) ledger_->begin(file);
        FileHasher hasher;
        read_bytes(file, hasher);
        const bool is_whole = reading_.flawless && interrupt_signal() == 0;
        if (ledger_ && is_whole && regular_file_bytes(file) == hasher.bytes())
            ledger_->stamp({file, hasher.bytes(), hasher.hash(), {}, reading_.records, {}, false});
        reading_ = std::move(outer);
    }

    void read_bytes(const std::string& file, FileHasher& hasher) {
        GuardedSource bytes(file, hasher, counts_.bytes);
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
        reading_.flawless = false;
        if (ledger_ && problem.severity == Severity::rejection) ledger_->spoil(reading_.file);
        if (reading_.again) return;
        tell(problem);
        if (problem.severity == Severity::warning) {
            ++counts_.warnings;
            return;
        }
        ++counts_.read;
        count_reject();
    }

    void tell(const Problem& problem) {
        if (rejects_.is_open()) rejects_ << problem_to_json(problem) << '\n';
        if (!options_.quiet) {
            progress_.clear();
            std::cerr << problem_to_line(problem) << '\n';
        }
    }

    void count_reject() {
        ++counts_.rejected;
        check_rejects(false);
        commit_if_due();
    }

    void take(Record&& record) {
        ++reading_.records;
        if (record.source.empty()) record.source = make_valid_utf8(record.position.file);
        if (reading_.again) {
            ledger_->bring(reading_.file, record.source);
            writer_->upsert(std::move(record));
            return;
        }
        ++counts_.read;
        print(record);
        if (rebuilds() && options_.dry_run) known_ids_.add(record_ids(record, analyzer_));
        if (writer_) write(std::move(record));
        progress_.show(counts_, options_.dry_run ? "reading" : "indexing");
        commit_if_due();
    }

    void write(Record&& record) {
        for (const std::string& other : ledger_->bring(reading_.file, record.source)) read_all_of(other, true);
        Problem duplicate{
            Severity::rejection, record.position, 0, record.id, "duplicate", "the record is there already", {}};
        const Upsert upsert = writer_->upsert(std::move(record));
        counts_.added += upsert.outcome == Outcome::added ? 1 : 0;
        counts_.updated += upsert.outcome == Outcome::updated ? 1 : 0;
        counts_.unchanged += upsert.outcome == Outcome::unchanged ? 1 : 0;
        counts_.merged += upsert.merged ? 1 : 0;
        if (upsert.outcome != Outcome::refused) return;
        tell(duplicate);
        count_reject();
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
        if (!writer_ || !options_.commit_every || counts_.read < next_commit_) return;
        next_commit_ = (counts_.read / *options_.commit_every + 1) * *options_.commit_every;
        writer_->commit();
        acknowledge();
    }

    void acknowledge() {
        if (options_.acknowledge && acknowledged_ != counts_.read)
            std::cout << committed_line(counts_.read) << std::endl;
        acknowledged_ = counts_.read;
    }

    /// Removes what the given sources no longer say.
    void prune() {
        for (const std::string& file : ledger_->spoiled())
            if (!options_.quiet)
                report_message("annota-index", file + ": not all of it could be used, so nothing of it is pruned");
        const PruneScope scope = ledger_->scope(given_folders(options_.words));
        const Outdated outdated = writer_->find_outdated(scope);
        if (options_.max_delete.value_or(kUsualDeleteLimit).exceeded(outdated.documents, documents_before_))
            throw LimitPassed(too_many_deleted(outdated.documents, documents_before_));
        writer_->remove_outdated(outdated, scope);
        counts_.deleted += outdated.documents;
    }

    /// What a rebuild would lose.
    void check_missing() {
        if (!rebuilds()) return;
        const auto told = [this](const char* phase) { progress_.show_now(counts_, phase); };
        const auto comparison = writer_ ? writer_->finish_rebuild(told) : known_ids_.compare(options_.database);
        if (!comparison) return;
        counts_.deleted = comparison->missing;
        if (!options_.max_delete.value_or(kUsualDeleteLimit).exceeded(comparison->missing, comparison->before)) return;
        std::string examples;
        for (const std::string& id : comparison->examples) examples += (examples.empty() ? "" : ", ") + id;
        throw LimitPassed(std::to_string(comparison->missing) + " of " + std::to_string(comparison->before) +
                          " records of the index are missing from the inputs (" + examples +
                          (comparison->missing > comparison->examples.size() ? ", ..." : "") +
                          "), more than --max-delete allows; the index is as it was");
    }

    void finish() {
        if (writer_ && options_.prune) prune();
        if (ledger_) ledger_->finish();
        check_missing();
        if (interrupt_signal() != 0) return;
        if (writer_) {
            progress_.show_now(counts_, "publishing");
            writer_->close([this](const char* phase) { progress_.show_now(counts_, phase); });
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
    std::optional<std::string> person_rules_; ///< Their text; nullopt where none were given.
    Analyzer analyzer_;
    DocumentAnalyzer document_analyzer_;
    KnownIds known_ids_; ///< Of a rebuild that is not written.
    std::unique_ptr<IndexWriter> writer_;
    std::unique_ptr<SourceLedger> ledger_; ///< With a writer.
    FileReading reading_;
    std::uint64_t documents_before_ = 0;
    std::uint64_t next_commit_ = 0; ///< Due where so many records have been read.
};

} // namespace

int run_add(const IndexOptions& options) {
    AddRun run(options);
    return run.run();
}

} // namespace annota
