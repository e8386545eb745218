// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which files have which sources: those of earlier runs by their stamps, those of this run as it goes. From this follow
// the files that need not be read, and what may be pruned.
//
// A file is passed over where it is unchanged and nobody else has touched its sources: whoever brings records of a
// source takes the stamps of other files with this source away. Where such a file was passed over in the same run, it
// is read before the first of these records, so that its contributions are known to be current.

#pragma once

#include "indexer/file_stamp.h"
#include "indexer/index_writer.h"
#include "indexer/prune_scope.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace annota {

struct LedgerRules {
    bool skips = true;   ///< Unchanged files are passed over.
    bool stamps = true;  ///< Files get stamps.
    bool prunes = false; ///< Only whole stamps (FileStamp::whole) count.
    std::string reading; ///< Of this run's stamps.
};

/// One a run. Files are called by their paths as given.
class SourceLedger {
public:
    SourceLedger(IndexWriter& writer, LedgerRules rules);

    /// The stamp of a file that need not be read, which counts as passed over from now on; else nullptr. Reads the file
    /// for its hash. The stamp lives until the next call.
    const FileStamp* unchanged(const std::string& file);

    /// Reading begins, for the first time or for what was passed over.
    void begin(const std::string& file);

    /// A record of this source comes from the file. Gives the files passed over that have to be read before it.
    std::vector<std::string> bring(const std::string& file, const std::string& source);

    /// Something in the file could not be used: nothing is missing from it for sure.
    void spoil(const std::string& file);

    /// The file was read to its end, and all of it was used without a warning. `stamp` needs no sources.
    void stamp(FileStamp stamp);

    /// What of this run's sources may be pruned, and of those whose names begin like the folders.
    PruneScope scope(const std::vector<std::string>& folders) const;

    /// Files that take nothing away.
    std::vector<std::string> spoiled() const;

    /// At the end of a run, behind the pruning: which stamps are whole.
    void finish();

private:
    struct File {
        bool passed_over = false;
        bool spoiled = false;
        std::set<std::string> sources;    ///< That its records state.
        std::vector<std::string> earlier; ///< The same, by the stamp that it had.
    };

    void remember(const FileStamp& stamp);
    void forget(const std::string& file);
    void share(const std::string& file, const std::string& source);
    bool any_spoiled() const;

    IndexWriter& writer_;
    LedgerRules rules_;
    bool was_empty_;
    std::map<std::string, FileStamp> stamps_;              ///< By file.
    std::map<std::string, std::set<std::string>> stamped_; ///< Files by source, their own one too.
    std::map<std::string, File> files_;                    ///< Of this run.
    std::map<std::string, std::string> brought_;           ///< By source, the file that brought it first.
    std::set<std::string> shared_;                         ///< Sources that several files of this run brought.
    std::string last_file_;                                ///< What bring() was called for last.
    std::string last_source_;
};

} // namespace annota
