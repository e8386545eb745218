// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/build_summary.h"

#include "common/glass_root.h"
#include "common/index_reader.h"
#include "common/person_rules.h"
#include "common/schema.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>

namespace annota {

namespace {

namespace fs = std::filesystem;

std::uint64_t number_of(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// A commit names its side files before it commits: a bound also where the database cannot be read.
std::uint64_t generation_of_side_files(const fs::path& build) {
    constexpr std::string_view kColumns = "columns-";
    std::uint64_t highest = 0;
    std::error_code missing;
    for (const fs::directory_entry& entry : fs::directory_iterator(build, missing)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(kColumns))
            highest = std::max(highest, number_of(std::string_view(name).substr(kColumns.size())));
    }
    return highest;
}

} // namespace

BuildSummary summarize_build(const IndexFolder& folder, unsigned number) {
    const fs::path build = folder.build_path(number);
    BuildSummary summary;
    summary.number = number;
    summary.generation = generation_of_side_files(build);
    std::error_code missing;
    if (fs::is_directory(build / "index", missing)) summary.bytes = bytes_below(build / "index");
    summary.fault = glass_root_fault(build / "index");
    if (!summary.fault.empty()) return summary;
    try {
        const Xapian::Database database((build / "index").string());
        summary.generation = std::max(summary.generation, number_of(database.get_metadata(kGenerationKey)));
        summary.records = database.get_doccount();
        summary.readable = true;
        const std::string rules = database.get_metadata(kPersonRulesKey);
        if (std::holds_alternative<PersonRules>(read_person_rules(rules))) summary.person_rules = rules;
        check_versions(database, folder.root());
        summary.usable = true;
    } catch (const Xapian::Error& error) {
        summary.fault = error.get_msg();
    } catch (const IndexError& error) {
        summary.fault = error.what();
    }
    return summary;
}

} // namespace annota
