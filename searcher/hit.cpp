// SPDX-License-Identifier: GPL-2.0-or-later
//
// Of texts in several languages the one with the most marks is shown, which is most often the one in the query's
// language.

#include "searcher/hit.h"

#include "common/author_forms.h"
#include "common/facet_values.h"
#include "common/schema.h"
#include "searcher/person_keys.h"

#include <algorithm>
#include <vector>

namespace annota {

namespace {

// Two lines of a terminal and a half.
constexpr std::uint32_t kSnippetLength = 220;

/// Languages of a text, the work's own first.
std::vector<std::string> languages(const ByLanguage<std::string>& texts, const Record& record) {
    std::vector<std::string> order;
    for (const std::string& language : work_languages(record))
        if (texts.contains(language)) order.push_back(language);
    for (const auto& [language, text] : texts)
        if (std::ranges::find(order, language) == order.end()) order.push_back(language);
    return order;
}

} // namespace

bool wants_ids_alone(const SearchRequest& request) {
    return request.fields == std::vector<std::string>{"id"};
}

bool wants_links(const SearchRequest& request) {
    return std::ranges::find(request.fields, "record") != request.fields.end();
}

MarkedText HitMaker::title(const Record& record) {
    MarkedText best;
    for (const std::string& language : languages(record.title, record)) {
        const std::string& text = record.title.at(language);
        std::vector<Mark> marks = highlighter_.marks(text, TextField::title);
        if (best.text.empty() || marks.size() > best.marks.size()) best = {text, std::move(marks), false, false};
    }
    return best;
}

MarkedText HitMaker::snippet(const Record& record) {
    MarkedText best;
    for (const std::string& language : languages(record.abstract, record)) {
        MarkedText snippet = highlighter_.snippet(record.abstract.at(language), TextField::abstract, kSnippetLength);
        if (best.text.empty() || snippet.marks.size() > best.marks.size()) best = std::move(snippet);
    }
    return best;
}

std::vector<MarkedText> HitMaker::keywords(const Record& record) {
    std::vector<MarkedText> marked;
    for (const auto& [language, list] : record.keywords)
        for (const std::string& keyword : list) {
            std::vector<Mark> marks = highlighter_.marks(keyword, TextField::keyword);
            if (!marks.empty()) marked.push_back({keyword, std::move(marks), false, false});
        }
    return marked;
}

Hit HitMaker::bare(const RankedDocument& document, std::uint64_t rank) {
    const StoredDocument stored = collection_[document.shard].document(document.docid);
    Hit hit;
    hit.rank = rank;
    hit.id = stored.id;
    hit.score = document.score;
    hit.record = merged_record(stored);
    if (with_links_) add_links(hit, stored);
    return hit;
}

void HitMaker::add_links(Hit& hit, const StoredDocument& stored) {
    const auto add = [&](std::vector<std::string>& links, std::string_view prefix, const std::string& id) {
        for (std::string& from : collection_.linking(prefix, id))
            if (from != hit.id && std::ranges::find(links, from) == links.end()) links.push_back(std::move(from));
    };
    std::vector<std::string> names = stored.aliases;
    names.insert(names.begin(), stored.id);
    for (const std::string& name : names) {
        add(hit.record.related, kRelatedPrefix, name);
        add(hit.cited_by, kCitesPrefix, name);
    }
}

Hit HitMaker::make(const RankedDocument& document, std::uint64_t rank) {
    Hit hit = bare(document, rank);
    hit.title = title(hit.record);
    hit.snippet = snippet(hit.record);
    hit.keywords = keywords(hit.record);
    const std::map<std::string, std::string> persons =
        person_keys_of(collection_[document.shard].column(kAuthorColumn), document.docid);
    for (const Author& author : hit.record.authors) {
        const auto person = persons.find(fullest_name_key(author));
        const std::string key = person == persons.end() ? std::string() : person->second;
        hit.authors.push_back({{author.name, highlighter_.name_marks(author.name), false, false}, key});
    }
    hit.journal = text_of_work(hit.record, hit.record.journal);
    hit.language = work_languages(hit.record);
    return hit;
}

} // namespace annota
