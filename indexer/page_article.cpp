// SPDX-License-Identifier: GPL-2.0-or-later
//
// The citation gives most fields; labels and the lines of the head complete it. A title without a citation is chosen
// among the short lines of the head by where it stands and how often.

#include "indexer/page_article.h"

#include "common/identifiers.h"
#include "common/language.h"
#include "common/utf8.h"
#include "indexer/author_line.h"
#include "indexer/citation_draft.h"
#include "indexer/citation_numbering.h"
#include "indexer/citation_parser.h"
#include "indexer/page_keywords.h"
#include "indexer/page_line.h"
#include "indexer/page_words.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace annota {
namespace {

constexpr std::size_t kMostKeywords = 500;

/// "Научная статья на тему '...'", "... Текст научной статьи по специальности «...»", "... | Site": what sites add to a
/// title.
std::string_view bare_title(std::string_view line) {
    constexpr std::string_view kTopic = "Научная статья на тему '";
    if (line.starts_with(kTopic) && line.ends_with('\''))
        return line.substr(kTopic.size(), line.size() - kTopic.size() - 1);
    for (const std::string_view added :
         {" Текст научной статьи по специальности", " текст научной работы на тему", " – научная статья по", " | "}) {
        const std::size_t at = line.find(added);
        if (at != std::string_view::npos && at > 10) line = trim(line.substr(0, at));
    }
    return line;
}

std::size_t count_words(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool is_names(HeadLineKind kind) {
    return kind == HeadLineKind::authors || kind == HeadLineKind::maybe_authors;
}

std::vector<Author> bare(std::vector<LineAuthor> line) {
    std::vector<Author> authors;
    authors.reserve(line.size());
    for (LineAuthor& author : line) authors.push_back(std::move(author.author));
    return authors;
}

std::vector<Author> authors_of(std::string_view line) {
    return bare(parse_author_line(line, true));
}

class ArticleMaker {
public:
    explicit ArticleMaker(const PageContents& page) : page_(page) {}

    std::optional<Record> make() {
        take_citations();
        take_title();
        take_authors();
        take_other_titles();
        take_labels();
        take_head_numbers();
        take_texts();
        complete_from_doi(record_);
        take_type();
        if (record_.title.empty() || !is_article()) return std::nullopt;
        if (record_.position.line == 0) record_.position.line = page_.first_line;
        return std::move(record_);
    }

private:
    void take_citations() {
        bool first = true;
        for (const std::string& printed : page_.citations) {
            Record citation = parse_citation(printed);
            if (citation.title.empty()) continue;
            if (std::exchange(first, false)) {
                record_ = std::move(citation);
                continue;
            }
            // The same article in another language.
            record_.title.merge(citation.title);
            record_.journal.merge(citation.journal);
            record_.authors = pair_authors(std::move(record_.authors), citation.authors);
            if (record_.doi.empty()) record_.doi = citation.doi;
        }
        cited_ = !first;
        for (const HeadLine& line : page_.head) {
            if (line.kind == HeadLineKind::citation) start_at(line.number);
        }
    }

    void start_at(std::size_t line) {
        record_.position.line = record_.position.line == 0 ? line : std::min(record_.position.line, line);
    }

    void take_title() {
        find_site_name();
        title_line_ = best_title();
        if (title_line_ < page_.head.size()) start_at(page_.head[title_line_].number);
        if (const auto found = page_.fields.find(PageLabel::title); found != page_.fields.end()) {
            add_title(found->second);
        } else if (!cited_ && title_line_ < page_.head.size()) {
            add_title(bare_title(page_.head[title_line_].text));
        }
    }

    void add_title(std::string_view title) { record_.title.emplace(detect_language(title), std::string(title)); }

    /// On a journal's site its name stands before the search.
    void find_site_name() {
        for (std::size_t i = 0; i + 1 < page_.head.size() && i < page_.body; ++i) {
            if (page_.head[i].kind == HeadLineKind::text && page_.head[i + 1].kind == HeadLineKind::site_menu) {
                site_name_ = i;
                return;
            }
        }
    }

    /// The number of the head line that is the title; the head's size where none can be.
    std::size_t best_title() const {
        const std::size_t end = std::min(page_.body, page_.head.size());
        std::unordered_map<std::string_view, int> times;
        for (const HeadLine& line : page_.head) ++times[bare_title(line.text)];
        std::size_t best = page_.head.size();
        int best_score = 0;
        for (std::size_t i = 0; i < end; ++i) {
            if (!may_be_title(i)) continue;
            const int score = title_score(i, times);
            if (best == page_.head.size() || score > best_score) {
                best = i;
                best_score = score;
            }
        }
        if (best_score > 0) return best;
        if (cited_) return page_.head.size();
        // Of lines that could be names the first is the title: authors may be left out, a title never is.
        const auto named = std::find_if(page_.head.begin(), page_.head.begin() + static_cast<std::ptrdiff_t>(end),
                                        [](const HeadLine& line) { return line.kind == HeadLineKind::maybe_authors; });
        return named == page_.head.begin() + static_cast<std::ptrdiff_t>(end)
                   ? page_.head.size()
                   : static_cast<std::size_t>(named - page_.head.begin());
    }

    /// A title of a few capitals looks like names written out ("Ice Roads and Their Drivers"), but has names below it.
    bool may_be_title(std::size_t i) const {
        if (page_.head[i].kind == HeadLineKind::text) return i != site_name_;
        return !cited_ && page_.head[i].kind == HeadLineKind::maybe_authors && i + 1 < page_.head.size() &&
               is_names(page_.head[i + 1].kind);
    }

    int title_score(std::size_t i, const std::unordered_map<std::string_view, int>& times) const {
        const HeadLine& line = page_.head[i];
        const std::string_view title = bare_title(line.text);
        int score = count_words(title) >= 3 ? 2 : 0;
        if (title.size() < line.text.size()) score += 3;
        if (times.at(title) > 1) score += 2;
        if (i + 1 < page_.head.size()) {
            const HeadLineKind next = page_.head[i + 1].kind;
            if (is_names(next)) score += 3;
            if (next == HeadLineKind::doi) score += 3;
            if (next == HeadLineKind::numbering) score -= 1; // The journal's place.
        }
        // A sentence or a journal with its databases is no title.
        std::string_view text = line.text;
        if (title.ends_with('.') || !take_citation_databases(text).empty()) score -= 2;
        if (line.kind == HeadLineKind::maybe_authors) score -= 3;
        return score;
    }

    void take_authors() {
        std::vector<LineAuthor> found;
        for (const std::string& line : page_.author_lines) append(found, parse_author_line(line, true));
        if (found.empty()) found = head_authors();
        add_affiliations(found);
        record_.authors = pair_authors(bare(std::move(found)), record_.authors);
    }

    /// Between the abstracts of two languages: the title once more, above the same persons.
    void take_other_titles() {
        for (std::size_t i = page_.body; i + 1 < page_.head.size(); ++i) {
            const HeadLine& line = page_.head[i];
            const HeadLineKind next = page_.head[i + 1].kind;
            // A title of a few words looks like names written out.
            const bool titled = line.kind == HeadLineKind::maybe_authors && next == HeadLineKind::authors;
            if (!titled && (line.kind != HeadLineKind::text || !is_names(next))) continue;
            std::vector<Author> names = authors_of(page_.head[i + 1].text);
            std::vector<Author> paired = pair_authors(record_.authors, names);
            if (names.empty() || paired.size() != record_.authors.size()) continue;
            record_.authors = std::move(paired);
            add_title(line.text);
        }
    }

    static void append(std::vector<LineAuthor>& found, std::vector<LineAuthor> more) {
        found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }

    /// Names written out count only beside the title or the citation.
    std::vector<LineAuthor> head_authors() {
        std::vector<LineAuthor> found;
        for (std::size_t i = 0; i < page_.head.size(); ++i) {
            const HeadLine& line = page_.head[i];
            if (i == title_line_) continue;
            const bool beside = i == title_line_ + 1 || i + 1 == title_line_ ||
                                (i > 0 && is_names(page_.head[i - 1].kind) && !found.empty()) ||
                                (i + 1 < page_.head.size() && page_.head[i + 1].kind == HeadLineKind::citation);
            if (line.kind == HeadLineKind::authors || (line.kind == HeadLineKind::maybe_authors && beside)) {
                append(found, parse_author_line(line.text, true));
                start_at(line.number);
                continue;
            }
            // Authors stand together, with their affiliations between them.
            if (!found.empty() && line.kind != HeadLineKind::affiliation) break;
        }
        return found;
    }

    /// "1 Kazan University": the affiliation of those whose name bears the mark.
    void add_affiliations(std::vector<LineAuthor>& authors) const {
        for (const HeadLine& line : page_.head) {
            if (line.kind != HeadLineKind::affiliation) continue;
            const std::size_t blank = line.text.find_first_not_of("0123456789");
            if (blank == 0 || blank == std::string::npos) continue;
            const std::string mark = line.text.substr(0, blank);
            for (LineAuthor& author : authors) {
                if (std::ranges::find(author.marks, mark) == author.marks.end()) continue;
                std::string& affiliation = author.author.affiliation;
                affiliation +=
                    (affiliation.empty() ? "" : "; ") + std::string(trim(std::string_view(line.text).substr(blank)));
            }
        }
    }

    void set_from(PageLabel label, std::string& field) const {
        const auto found = page_.fields.find(label);
        if (field.empty() && found != page_.fields.end()) field = found->second;
    }

    void take_labels() {
        if (const auto doi = page_.fields.find(PageLabel::doi); doi != page_.fields.end()) record_.doi = doi->second;
        set_from(PageLabel::volume, record_.volume);
        set_from(PageLabel::issue, record_.issue);
        set_from(PageLabel::publisher, record_.publisher);
        if (const auto pages = page_.fields.find(PageLabel::pages);
            pages != page_.fields.end() && record_.pages.empty())
            record_.pages = normalise_pages(pages->second);
        if (const auto year = page_.fields.find(PageLabel::year); year != page_.fields.end() && record_.year == 0)
            record_.year = parse_year(year->second, current_year()).value_or(0);
        if (const auto language = page_.fields.find(PageLabel::language); language != page_.fields.end())
            record_.language.assign(1, normalise_language(language->second));
        if (!page_.issn.empty()) record_.issn = page_.issn;
        if (!page_.isbn.empty()) record_.isbn = page_.isbn;
        record_.indexed_in = page_.indexed_in;
        take_journal();
    }

    void take_journal() {
        std::string journal;
        set_from(PageLabel::journal, journal);
        for (const HeadLine& line : page_.head) {
            if (line.kind != HeadLineKind::text) continue;
            std::string_view name = line.text;
            std::vector<std::string> databases = take_citation_databases(name);
            if (databases.empty()) continue;
            if (journal.empty()) journal = name;
            for (std::string& database : databases) {
                if (std::ranges::find(record_.indexed_in, database) == record_.indexed_in.end())
                    record_.indexed_in.push_back(std::move(database));
            }
        }
        if (journal.empty()) journal = journal_of_numbering();
        if (journal.empty() && site_name_ < page_.head.size()) journal = page_.head[site_name_].text;
        if (record_.journal.empty() && !journal.empty()) record_.journal.emplace(detect_language(journal), journal);
    }

    /// The name on the line of the numbers, or on a line of its own above it.
    std::string journal_of_numbering() const {
        for (std::size_t i = 0; i < page_.head.size(); ++i) {
            if (page_.head[i].kind != HeadLineKind::numbering) continue;
            if (const auto line = numbering_line(page_.head[i].text); line && !line->journal.empty())
                return std::string(line->journal);
            const bool above = i > 0 && page_.head[i - 1].kind == HeadLineKind::text && i - 1 != title_line_;
            if (above) return page_.head[i - 1].text;
        }
        return {};
    }

    void take_head_numbers() {
        for (const HeadLine& line : page_.head) {
            if (line.kind != HeadLineKind::numbering) continue;
            numbered_ = true;
            const CitationText text(numbering_line(line.text)->numbers);
            for (const NumberingRun& run : find_numbering(text, text.all())) {
                if (record_.year == 0) record_.year = run.numbering.year;
                if (record_.volume.empty()) record_.volume = run.numbering.volume;
                if (record_.issue.empty()) record_.issue = run.numbering.issue;
                if (record_.pages.empty()) record_.pages = run.numbering.pages;
            }
        }
    }

    void take_texts() {
        for (const std::string& abstract : page_.abstracts) {
            if (!abstract.empty()) record_.abstract.emplace(detect_language(abstract), abstract);
        }
        if (record_.abstract.empty()) {
            // Without a label: the long text of the article's block.
            for (const HeadLine& line : page_.head) {
                if (line.kind != HeadLineKind::paragraph) continue;
                record_.abstract.emplace(detect_language(line.text), line.text);
            }
        }
        for (const std::string& list : page_.keywords) {
            for (auto& [language, keywords] : split_keywords(list)) {
                std::vector<std::string>& known = record_.keywords[language];
                for (std::string& keyword : keywords) {
                    if (known.size() < kMostKeywords && std::ranges::find(known, keyword) == known.end())
                        known.push_back(std::move(keyword));
                }
            }
        }
        for (const std::string& reference : page_.references) {
            record_.references.push_back(reference);
            const Record cited = parse_citation(reference);
            if (is_whole_doi(cited.doi)) record_.cites.push_back("doi:" + doi_key(cited.doi));
        }
    }

    void take_type() {
        if (const auto type = page_.fields.find(PageLabel::type); type != page_.fields.end()) {
            record_.type = publication_type(type->second);
        } else if (record_.type.empty() && (!record_.journal.empty() || !record_.issn.empty())) {
            record_.type = "article-journal";
        }
    }

    bool is_article() const {
        const bool doi = page_.has(PageLabel::doi);
        const bool abstract =
            std::ranges::any_of(page_.abstracts, [](const std::string& text) { return !text.empty(); });
        if (!doi && !cited_ && !abstract) return false;
        const int evidence = (doi ? 1 : 0) + (abstract ? 1 : 0) + (cited_ ? 1 : 0) +
                             (page_.labelled_citation && cited_ ? 1 : 0) + (page_.keywords.empty() ? 0 : 1) +
                             (page_.issn.empty() ? 0 : 1) + (page_.has(PageLabel::type) ? 1 : 0) + (numbered_ ? 1 : 0) +
                             (record_.authors.empty() ? 0 : 1);
        return evidence >= 2;
    }

    const PageContents& page_;
    Record record_;
    std::size_t title_line_ = static_cast<std::size_t>(-2);
    std::size_t site_name_ = static_cast<std::size_t>(-2);
    bool cited_ = false;
    bool numbered_ = false;
};

} // namespace

std::optional<Record> make_article(const PageContents& page) {
    return ArticleMaker(page).make();
}

Record make_related(const RelatedPublication& publication) {
    Record record = parse_citation(publication.citation);
    record.authors = pair_authors(authors_of(publication.authors), record.authors);
    record.position.line = publication.number;
    return record;
}

} // namespace annota
