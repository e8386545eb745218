// SPDX-License-Identifier: GPL-2.0-or-later
//
// Short ways to write an index in a test, and all that it holds as text to compare.

#pragma once

#include "common/record.h"
#include "common/stored_document.h"
#include "indexer/index_writer.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace annota::test {

/// A record of `source` with what can identify it; empty for nothing. The DOI stands for "10.1000/" and itself.
Record identified(std::string source, std::string id, const std::string& doi, const std::string& title);

/// A document of one contribution, with nothing but a title.
StoredDocument document(std::string id, std::vector<std::string> aliases, const std::string& title);

/// One run of a writer. Gives for each record "added", "updated" or "unchanged", with " merged" behind it where it was.
std::vector<std::string> write_run(const std::filesystem::path& folder, const std::vector<Record>& records,
                                   WriteMode mode = WriteMode::automatic);

/// A line a document, sorted: "id [aliases] source:title ...". Fingerprints are "fp", and are left out of aliases.
std::vector<std::string> documents_of(const std::filesystem::path& folder);

/// Everything that answers are made of, without docids: ids, aliases, contributions, terms, values, facet counts.
std::string contents_of(const std::filesystem::path& folder);

/// What `annota-index dump` prints.
std::string dump_of(const std::filesystem::path& folder);

/// Names, times and hashes of all files of an index but locks.
std::string files_of(const std::filesystem::path& folder);

} // namespace annota::test
