// SPDX-License-Identifier: GPL-2.0-or-later
//
// Xapian copies every table in order into full blocks; docids stay, so that columns keep their rows.

#include "indexer/compaction.h"

#include "common/exit_code.h"
#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/schema.h"
#include "indexer/build_summary.h"
#include "indexer/column_files.h"
#include "indexer/free_space.h"
#include "indexer/progress.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include <optional>
#include <ostream>

namespace annota {

namespace {

namespace fs = std::filesystem;

// Tables grow by splitting blocks, in the worst case to twice their size; below a third the swap costs more than the
// room that it gives back. Small indexes are not worth it at all.
constexpr double kGrowth = 1.3;
constexpr std::uint64_t kLeastGain = std::uint64_t{1} << 20;

struct Interrupted {};

/// Asks between tables whether to go on.
class TableWatch : public Xapian::Compactor {
public:
    explicit TableWatch(const std::function<void(const std::string& table)>& on_table) : on_table_(on_table) {}

    void set_status(const std::string& table, const std::string& status) override {
        if (interrupt_signal() != 0) throw Interrupted();
        if (status.empty() && on_table_) on_table_(table);
    }

private:
    const std::function<void(const std::string& table)>& on_table_;
};

/// A build in the making, removed where it does not come to its end.
class Unpublished {
public:
    explicit Unpublished(fs::path path) : path_(std::move(path)) { fs::create_directories(path_); }
    ~Unpublished() {
        std::error_code gone; // published, or left for the next writer
        fs::remove_all(path_, gone);
    }
    Unpublished(const Unpublished&) = delete;
    Unpublished& operator=(const Unpublished&) = delete;

private:
    fs::path path_;
};

void copy_tables(const fs::path& from, const fs::path& to,
                 const std::function<void(const std::string& table)>& on_table) {
    TableWatch watch(on_table);
    try {
        Xapian::Database database(from.string());
        database.compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER, 0, watch);
    } catch (const Xapian::DatabaseCorruptError& error) {
        const fs::path root = from.parent_path().parent_path();
        throw IndexError(IndexFault::damaged,
                         root.string() + ": the index is damaged (" + error.get_msg() + "); " + rebuild_advice(root));
    } catch (const Xapian::Error& error) {
        const char* const reason = error.get_error_string();
        throw std::runtime_error(to.string() + ": " + error.get_msg() +
                                 (reason != nullptr ? std::string(": ") + reason : ""));
    }
}

void report(const Compaction& done, const IndexOptions& options, std::ostream& out) {
    if (options.report == ReportStyle::json) {
        out << nlohmann::ordered_json{{"event", "report"},
                                      {"verb", "compact"},
                                      {"dry_run", options.dry_run},
                                      {"build", done.build},
                                      {"replaced_build", done.replaced},
                                      {"records", done.records},
                                      {"bytes_before", done.bytes_before},
                                      {"bytes", done.bytes},
                                      {"generation", done.generation}}
                   .dump()
            << '\n';
    } else if (!options.quiet && options.dry_run) {
        out << "would compact build " << done.replaced << " (" << done.bytes_before << " bytes)\n";
    } else if (!options.quiet) {
        out << "build " << done.build << " in place of build " << done.replaced << ": " << done.bytes_before << " -> "
            << done.bytes << " bytes, generation " << done.generation << '\n';
    }
}

Compaction what_stands(const IndexFolder& folder, unsigned current) {
    const BuildSummary summary = summarize_build(folder, current);
    return {folder.next_build(), current, summary.generation, summary.records, summary.bytes, summary.bytes};
}

} // namespace

bool is_worth_compacting(std::uint64_t bytes_when_made, std::uint64_t bytes_now) {
    return bytes_now >= bytes_when_made + kLeastGain &&
           static_cast<double>(bytes_now) >= kGrowth * static_cast<double>(bytes_when_made);
}

std::optional<Compaction> compact_index(const IndexFolder& folder, Replaced replaced,
                                        const std::function<void(const std::string& table)>& on_table) {
    IndexReader reader(folder.root());
    Compaction done = what_stands(folder, reader.state().build);
    done.generation = reader.state().generation;
    require_space(folder.root(), bytes_below(reader.build_folder()));
    const fs::path making = folder.unpublished_path(done.build);
    const Unpublished unpublished(making);
    try {
        copy_tables(reader.build_folder() / "index", making / "index", on_table);
    } catch (const Interrupted&) {
        return std::nullopt;
    }
    const IndexState state{done.build, done.generation};
    write_whole_columns({{reader.columns()}}, stored_person_rules(reader.database().get_metadata(kPersonRulesKey)),
                        state, making / columns_file_name(done.generation));
    if (interrupt_signal() != 0) return std::nullopt;
    done.bytes = bytes_below(making / "index");
    folder.publish(done.build, "compact", replaced);
    return done;
}

int run_compact(const IndexOptions& options, std::ostream& out) {
    const IndexFolder folder(options.database);
    const std::optional<unsigned> current = folder.current_build();
    if (!current) throw IndexError(IndexFault::missing, folder.root().string() + ": no index here");
    if (options.dry_run) {
        require_space(folder.root(), bytes_below(folder.build_path(*current)));
        report(what_stands(folder, *current), options, out);
        return exit_code::kDone;
    }
    const IndexLock lock(folder, std::chrono::seconds(options.lock_timeout_seconds));
    folder.remove_leftovers();
    Progress progress(options.quiet ? ProgressStyle::none : options.progress);
    const auto done =
        compact_index(folder, Replaced::kept, [&](const std::string&) { progress.show_now({}, "compacting"); });
    progress.clear();
    if (done) report(*done, options, out);
    return exit_code_after_interrupts(exit_code::kDone);
}

} // namespace annota
