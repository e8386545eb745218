// SPDX-License-Identifier: GPL-2.0-or-later
//
// Languages, types and years come from the columns, sources from their terms, filled texts from the slot of lengths.

#include "indexer/statistics.h"

#include "common/index_reader.h"
#include "common/record_codec.h"
#include "common/schema.h"

#include <nlohmann/json.hpp>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace annota {

namespace {

using Json = nlohmann::ordered_json;
using Count = std::pair<std::string, std::uint64_t>;

constexpr std::size_t kMostNames = 20; // of sources, languages, types
constexpr std::array<std::string_view, 4> kTables{"postlist", "termlist", "spelling", "synonym"};

double rounded(double value) {
    return std::round(value * 100) / 100;
}

Json sizes(const std::filesystem::path& build, std::uint64_t records) {
    Json size = Json::object();
    std::uint64_t total = 0;
    std::uint64_t columns = 0;
    for (const std::string_view table : kTables) {
        std::error_code missing;
        const auto bytes = std::filesystem::file_size(build / "index" / std::string(table).append(".glass"), missing);
        size[std::string(table)] = missing ? 0 : bytes;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(build)) {
        if (!entry.is_regular_file()) continue;
        total += entry.file_size();
        if (entry.path().filename().string().starts_with("columns-")) columns += entry.file_size();
    }
    size["columns"] = columns;
    size["bytes"] = total;
    size["bytes_per_record"] = records == 0 ? 0.0 : rounded(static_cast<double>(total) / static_cast<double>(records));
    return size;
}

std::size_t count_terms(const Xapian::Database& database) {
    std::size_t count = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) ++count;
    return count;
}

/// The most frequent first, at most kMostNames.
Json most_frequent(std::vector<Count> counts) {
    std::ranges::sort(counts, [](const Count& a, const Count& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (counts.size() > kMostNames) counts.resize(kMostNames);
    Json list = Json::object();
    for (const auto& [name, count] : counts) list[name] = count;
    return list;
}

std::vector<std::uint64_t> documents_by_key(const Column& column) {
    std::vector<std::uint64_t> counts(column.key_count());
    for (std::uint32_t docid = 0; docid < column.doc_limit(); ++docid)
        for (const std::uint32_t value : column.of(docid)) ++counts[column.bucket_of(column.key_of(value))];
    return counts;
}

/// Of a facet that some document has.
std::size_t different_values(const Column& column) {
    std::vector<std::uint64_t> counts;
    if (const Persons* const persons = column.persons()) {
        counts.resize(persons->count());
        for (std::uint32_t docid = 0; docid < column.doc_limit(); ++docid)
            for (const std::uint32_t person : persons->of(docid)) ++counts[persons->place(person)];
    } else {
        counts = documents_by_key(column);
    }
    return counts.size() - static_cast<std::size_t>(std::ranges::count(counts, 0U));
}

Json records_by(const Columns& columns, FieldId id) {
    const Column& column = columns[*facet_ordinal(id)];
    const std::vector<std::uint64_t> counts = documents_by_key(column);
    std::vector<Count> used;
    for (std::uint32_t key = 0; key < counts.size(); ++key)
        if (counts[key] > 0) used.emplace_back(column.key(key), counts[key]);
    return most_frequent(std::move(used));
}

Json year_range(const Columns& columns) {
    const Column& column = columns[*facet_ordinal(FieldId::year)];
    const std::vector<std::uint64_t> counts = documents_by_key(column);
    std::string first;
    std::string last;
    for (std::uint32_t key = 0; key < counts.size(); ++key) {
        if (counts[key] == 0) continue;
        const std::string year(column.key(key));
        if (first.empty() || year < first) first = year;
        last = std::max(last, year);
    }
    if (first.empty()) return nullptr;
    return first + ".." + last;
}

Json sources(const Xapian::Database& database) {
    const std::string prefix(kSourcePrefix);
    std::vector<Count> counts;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
        std::string name = (*term).substr(prefix.size());
        if (name.starts_with(':')) name.erase(0, 1); // make_term()'s, before a capital
        counts.emplace_back(std::move(name), term.get_termfreq());
    }
    const std::size_t number = counts.size();
    return {{"count", number}, {"records", most_frequent(std::move(counts))}};
}

/// Records with a text, by field and language.
Json filled_texts(const Xapian::Database& database) {
    std::array<std::array<std::uint64_t, kLanguageCount>, kTextFieldCount> filled{};
    for (auto at = database.valuestream_begin(kLengthsSlot); at != database.valuestream_end(kLengthsSlot); ++at) {
        const std::string packed = *at;
        std::string_view left = packed;
        for (auto& row : filled)
            for (std::uint64_t& count : row) count += take_varint(left) > 0 ? 1U : 0U;
    }
    constexpr std::array<const char*, kTextFieldCount> kFields{"title", "keywords", "abstract"};
    constexpr std::array<const char*, kLanguageCount> kLanguages{"ru", "en", "other"};
    Json texts = Json::object();
    for (std::size_t field = 0; field < kTextFieldCount; ++field)
        for (std::size_t language = 0; language < kLanguageCount; ++language)
            texts[kFields[field]][kLanguages[language]] = filled[field][language];
    return texts;
}

/// Records with a value and different values by facet.
Json facet_statistics(const Columns& columns) {
    Json facets = Json::object();
    for (std::size_t i = 0; i < kFacetCount; ++i) {
        const Column& column = columns[i];
        std::size_t with_value = 0;
        for (std::uint32_t docid = 0; docid < column.doc_limit(); ++docid)
            if (!column.of(docid).empty()) ++with_value;
        facets[std::string(field(kFacetFields[i]).name)] = {{"records", with_value},
                                                            {"values", different_values(column)}};
    }
    return facets;
}

/// Growth of the database since its build was made, in percent; null where nothing tells.
Json growth(const IndexFolder& folder, unsigned build) {
    const auto made = folder.bytes_when_made(build);
    if (!made || *made == 0) return nullptr;
    const auto now = static_cast<double>(bytes_below(folder.build_path(build) / "index"));
    return rounded((now / static_cast<double>(*made) - 1) * 100);
}

Json previous_build(const IndexFolder& folder) {
    const auto file = folder.index_file();
    if (!file || !file->previous) return nullptr;
    return {{"build", file->previous->number},
            {"replaced", utc_text(file->previous->replaced)},
            {"by", file->previous->by},
            {"kept_until", utc_text(file->previous->replaced + IndexFolder::kKeptSeconds)}};
}

Json statistics(IndexReader& reader) {
    const Xapian::Database& database = reader.database();
    const IndexFolder folder(reader.root());
    const Columns& columns = *reader.columns();
    return {{"event", "stats"},
            {"records", database.get_doccount()},
            {"generation", reader.state().generation},
            {"build", reader.state().build},
            {"previous", previous_build(folder)},
            {"schema", kSchemaVersion},
            {"analyzer", kAnalyzerVersion},
            {"terms", count_terms(database)},
            {"words_per_record", rounded(database.get_avlength())},
            {"size", sizes(reader.build_folder(), database.get_doccount())},
            {"grown_percent", growth(folder, reader.state().build)},
            {"languages", records_by(columns, FieldId::language)},
            {"types", records_by(columns, FieldId::type)},
            {"years", year_range(columns)},
            {"sources", sources(database)},
            {"filled", filled_texts(database)},
            {"facets", facet_statistics(columns)}};
}

/// "size.postlist: 4711", a line a number.
void print_lines(const Json& value, std::string name, std::ostream& out) {
    if (!value.is_object()) {
        out << name << ": "
            << (value.is_null()     ? "none"
                : value.is_string() ? value.get<std::string>()
                                    : value.dump())
            << '\n';
        return;
    }
    if (!name.empty()) name += '.';
    for (const auto& [key, member] : value.items()) {
        if (key != "event") print_lines(member, std::string(name).append(key), out);
    }
}

} // namespace

void print_statistics(const IndexOptions& options, std::ostream& out) {
    IndexReader reader(options.database);
    const Json numbers = with_stable_index(reader, [&] { return statistics(reader); });
    if (options.report == ReportStyle::json)
        out << numbers.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        print_lines(numbers, "", out);
}

} // namespace annota
