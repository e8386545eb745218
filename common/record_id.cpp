// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/record_id.h"

#include "common/identifiers.h"
#include "common/name.h"
#include "common/utf8.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace annota {

namespace {

/// The text in the record's first language that has one.
std::string_view first_text(const ByLanguage<std::string>& texts) {
    for (const auto& [language, text] : texts)
        if (!text.empty()) return text;
    return {};
}

std::string fingerprint(const Record& record, const Analyzer& analyzer) {
    std::string_view text = first_text(record.title);
    if (text.empty()) text = first_text(record.abstract);
    std::string content = analyzer.fold(text);
    content += '\n';
    if (record.year > 0) content += std::to_string(record.year);
    content += '\n';
    if (!record.authors.empty()) content += script_free_key(parse_name(record.authors.front().name).family);
    const XXH128_hash_t hash = XXH3_128bits(content.data(), content.size());
    std::array<char, 33> hex{};
    std::snprintf(hex.data(), hex.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                  static_cast<unsigned long long>(hash.low64));
    return std::string("fp:") + hex.data();
}

/// Empty where the record has no whole DOI.
std::string doi_id(const Record& record) {
    return !record.doi.empty() && is_whole_doi(record.doi) ? "doi:" + doi_key(record.doi) : std::string();
}

} // namespace

RecordIds record_ids(const Record& record, const Analyzer& analyzer) {
    RecordIds ids;
    ids.doi = doi_id(record);
    ids.own = normalise_id(record.id);
    ids.fingerprint = fingerprint(record, analyzer);
    return ids;
}

std::string stated_id(const Record& record) {
    std::string doi = doi_id(record);
    return doi.empty() ? normalise_id(record.id) : doi;
}

std::string normalise_id(std::string_view typed) {
    const std::string_view id = trim(typed);
    const std::string lower = to_lower(id);
    const bool names_doi =
        lower.starts_with("doi:") || lower.starts_with("10.") || lower.find("doi.org/") != std::string::npos;
    if (names_doi)
        if (const auto doi = normalise_doi(id); doi && is_whole_doi(*doi)) return "doi:" + doi_key(*doi);
    return std::string(id);
}

} // namespace annota
