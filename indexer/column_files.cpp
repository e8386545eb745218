// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/column_files.h"

#include "common/index_folder.h"
#include "common/person_update.h"

#include <fstream>
#include <stdexcept>

namespace annota {

namespace {

namespace fs = std::filesystem;

/// A file that is gone afterwards. What a kill leaves is named as a column file of no state.
class ScratchFile {
public:
    explicit ScratchFile(fs::path path) : path_(std::move(path)) {}
    ~ScratchFile() {
        std::error_code gone;
        fs::remove(path_, gone);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

} // namespace

void write_whole_columns(const std::vector<ColumnSource>& sources, const PersonRules& rules, const IndexState& state,
                         const fs::path& path) {
    const ScratchFile scratch(path.string() + ".merged");
    std::ofstream file(scratch.path(), std::ios::binary);
    merge_columns(sources, state, [&](std::string_view bytes) {
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    });
    file.close();
    const auto merged = file ? Columns::open(scratch.path(), state) : nullptr;
    if (!merged || !merged->sound())
        throw std::runtime_error(scratch.path().string() + ": cannot write; is the disk full?");
    write_file_durably(path, [&](const ByteSink& sink) { write_with_persons(*merged, rules, state, sink); });
}

} // namespace annota
