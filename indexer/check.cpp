// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writers wait meanwhile: a check of something that changes would cry wolf.

#include "indexer/check.h"

#include "common/exit_code.h"
#include "common/index_folder.h"
#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/terminal.h"
#include "indexer/index_check.h"
#include "indexer/progress.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>
#include <ostream>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;

class CheckRun {
public:
    CheckRun(const IndexOptions& options, std::ostream& out)
        : options_(options), out_(out), started_(std::chrono::steady_clock::now()),
          progress_(options.quiet ? ProgressStyle::none : options.progress) {}

    int run() {
        const std::unique_ptr<IndexLock> lock = lock_if_writable();
        try {
            const IndexReader reader(options_.database);
            IndexCheck check(
                reader, options_.deep, [this](const IndexFlaw& flaw) { tell(flaw); },
                [this](const CheckCounts& counts) { show(counts); });
            check.run();
            counts_ = check.counts();
            state_ = reader.state();
        } catch (const IndexError& error) {
            if (error.fault() != IndexFault::damaged) throw;
            tell({"index", {}, error.what()});
            counts_.flaws = 1;
            advised_ = true;
        }
        progress_.clear();
        if (interrupt_signal() == 0) finish();
        return exit_code_after_interrupts(counts_.flaws == 0 ? exit_code::kDone : exit_code::kFailed);
    }

private:
    /// None for what cannot be written anyway, as a copy on a medium.
    std::unique_ptr<IndexLock> lock_if_writable() const {
        const IndexFolder folder(options_.database);
        if (!std::filesystem::exists(folder.root()))
            throw IndexError(IndexFault::missing, folder.root().string() + ": no index here");
        std::unique_ptr<IndexLock> lock;
        try {
            lock = std::make_unique<IndexLock>(folder, std::chrono::seconds(options_.lock_timeout_seconds));
        } catch (const IndexError&) {
            throw;
        } catch (const std::runtime_error&) { // nobody else can write it either
        }
        return lock;
    }

    void show(const CheckCounts& counts) {
        RunCounts shown;
        shown.read = counts.documents;
        progress_.show(shown, "checking");
    }

    void tell(const IndexFlaw& flaw) {
        progress_.clear();
        only_columns_ = only_columns_ && flaw.code == "columns";
        if (options_.report == ReportStyle::json) {
            const Json line{{"event", "fault"}, {"code", flaw.code}, {"id", flaw.id}, {"message", flaw.message}};
            out_ << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        } else {
            out_ << printable(flaw.code + (flaw.id.empty() ? "" : " " + flaw.id) + ": " + flaw.message) << '\n';
        }
    }

    std::string advice() const {
        // Columns are made of the records: no source is needed.
        if (only_columns_) return "mend it: annota-index compact --db " + options_.database;
        return rebuild_advice(options_.database) + "; what can still be read: annota-index dump --salvage --db " +
               options_.database;
    }

    void finish() {
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
        if (options_.report == ReportStyle::json) {
            out_ << Json{{"event", "report"},
                         {"verb", "check"},
                         {"deep", options_.deep},
                         {"documents", counts_.documents},
                         {"terms", counts_.terms},
                         {"postings", counts_.postings},
                         {"faults", counts_.flaws},
                         {"build", state_.build},
                         {"generation", state_.generation},
                         {"seconds", seconds}}
                        .dump()
                 << '\n';
        } else if (!options_.quiet) {
            out_ << counts_.documents << " documents, " << counts_.terms << " terms, " << counts_.postings
                 << " postings, " << counts_.flaws << " faults\n";
        }
        if (counts_.flaws == 0 || advised_) return;
        out_.flush();
        report_message("annota-index", options_.database + ": the index is damaged; " + advice());
    }

    const IndexOptions& options_;
    std::ostream& out_;
    std::chrono::steady_clock::time_point started_;
    Progress progress_;
    CheckCounts counts_;
    IndexState state_;
    bool only_columns_ = true;
    bool advised_ = false; ///< The flaw says itself what helps.
};

} // namespace

int run_check(const IndexOptions& options, std::ostream& out) {
    return CheckRun(options, out).run();
}

} // namespace annota
