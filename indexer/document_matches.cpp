// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/document_matches.h"

#include <algorithm>
#include <utility>

namespace annota {

namespace {

// So many records may share a title, a year and an author, or an id that tells nothing ("n/a"), before further ones are
// no longer compared with them: reading all of them for each would take quadratic time.
constexpr std::size_t kMostNamesakes = 64;

/// One of the document's DOIs as an identifier; empty where it has none.
std::string doi_of(const StoredDocument& document) {
    if (document.id.starts_with("doi:")) return document.id;
    const auto found =
        std::ranges::find_if(document.aliases, [](const std::string& alias) { return alias.starts_with("doi:"); });
    return found == document.aliases.end() ? std::string() : *found;
}

bool has_other_doi(const StoredDocument& document, const std::string& doi) {
    const auto names_other = [&](const std::string& id) { return id.starts_with("doi:") && id != doi; };
    return !doi.empty() && (names_other(document.id) || std::ranges::any_of(document.aliases, names_other));
}

/// Ids that a source gave itself tell records apart; fingerprints are ours.
bool has_own_id(const StoredDocument& document) {
    return std::ranges::any_of(document.contributions, [](const Contribution& one) { return !one.record.id.empty(); });
}

} // namespace

std::optional<Matches> find_known_document(DocumentStore& documents, const std::string& id, const ContentHash& hash,
                                           bool read) {
    if (id.empty()) return std::nullopt;
    for (const std::uint32_t docid : documents.find(id, kMostNamesakes)) {
        const std::vector<std::uint64_t> marks = read_content_marks(documents.content(docid));
        if (std::ranges::find(marks, content_mark(hash)) == marks.end()) continue;
        Matches matches{{}, true, marks.size()};
        if (read) matches.documents.push_back({docid, documents.document(docid)});
        return matches;
    }
    return std::nullopt;
}

Matches find_matching_documents(DocumentStore& documents, const RecordIds& ids, const ContentHash& hash) {
    Matches matches;
    // What all of them together must not contradict.
    std::string doi = ids.doi;
    bool named = !ids.own.empty();
    const auto consider = [&](const std::string& id) {
        for (const std::uint32_t docid : documents.find(id, kMostNamesakes)) {
            if (std::ranges::find(matches.documents, docid, &Match::docid) != matches.documents.end()) continue;
            Match match{docid, documents.document(docid)};
            const std::vector<Contribution>& said = match.document.contributions;
            if (std::ranges::find(said, hash, &Contribution::hash) != said.end()) {
                matches = {{}, true, said.size()};
                matches.documents.push_back(std::move(match));
                return;
            }
            const bool has_name = has_own_id(match.document);
            const bool namesake = &id == &ids.fingerprint && named && has_name;
            if (namesake || (&id != &ids.doi && has_other_doi(match.document, doi))) continue;
            if (doi.empty()) doi = doi_of(match.document);
            named = named || has_name;
            matches.documents.push_back(std::move(match));
        }
    };
    for (const std::string* id : {&ids.doi, &ids.own, &ids.fingerprint})
        if (!id->empty() && !matches.known) consider(*id);
    return matches;
}

} // namespace annota
