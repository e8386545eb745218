// SPDX-License-Identifier: GPL-2.0-or-later
//
// The page is scanned as a whole (page_scan.h) before the first record leaves, since what it is shows only at its end.

#include "indexer/page_reader.h"

#include "common/identifiers.h"
#include "common/utf8.h"
#include "indexer/page_article.h"
#include "indexer/page_labels.h"
#include "indexer/page_line.h"
#include "indexer/page_scan.h"
#include "indexer/page_words.h"
#include "indexer/record_builder.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

namespace annota {
namespace {

/// Keeps the page's first line for the message.
Problem no_article(std::string_view file, std::size_t line) {
    Problem problem;
    problem.position = {std::string(file), line};
    problem.record_number = 1;
    problem.code = "no_article";
    problem.message = "the page is about no publication";
    return problem;
}

/// Links from the article to the records behind it.
std::vector<std::string> links_to(const std::vector<Record>& related) {
    std::vector<std::string> links;
    for (std::size_t i = 0; i < related.size(); ++i) {
        const bool whole = is_whole_doi(related[i].doi);
        links.push_back(whole ? "doi:" + doi_key(related[i].doi) : "ref:" + std::to_string(i + 2));
    }
    return links;
}

/// What lines of unknown text have in common with publication pages.
class PageMarks {
public:
    void take(std::string_view line) {
        if (line.empty()) return;
        if (lone_doi(line)) {
            telling_.insert(PageLabel::doi);
        } else if (const auto label = match_label(line)) {
            if (std::ranges::find(kTelling, label->label) != kTelling.end())
                telling_.insert(label->label);
            else if (label->label != PageLabel::end)
                others_.insert(label->label);
            else if (label->value.empty())
                site_.emplace(line);
        } else if (is_site_menu(line)) {
            site_.emplace(line);
        }
    }

    bool enough() const {
        return telling_.size() >= 2 || site_.size() >= 2 || (!telling_.empty() && !(others_.empty() && site_.empty()));
    }

private:
    static constexpr std::array kTelling{PageLabel::citation,  PageLabel::doi,      PageLabel::issn,
                                         PageLabel::abstract,  PageLabel::keywords, PageLabel::references,
                                         PageLabel::indexed_in};
    std::set<PageLabel> telling_; ///< Labels that hardly stand elsewhere.
    std::set<PageLabel> others_;
    std::set<std::string_view> site_; ///< Lines of a site's own: headings of comments and news, menus.
};

} // namespace

void PageReader::read(ByteSource& bytes, std::string_view file, const RecordSink& sink) {
    const PageContents page = scan_page(bytes);
    if (page.first_line == 0) return;
    std::optional<Record> article = make_article(page);
    if (!article) {
        Problem problem = no_article(file, page.first_line);
        if (!page.head.empty()) problem.fragment = problem_fragment(page.head.front().text);
        sink(std::move(problem));
        return;
    }
    std::vector<Record> related;
    for (const RelatedPublication& publication : page.related) related.push_back(make_related(publication));
    article->related = links_to(related);
    article->position.file = file;
    if (!sink(std::move(*article))) return;
    for (Record& record : related) {
        record.position.file = file;
        if (!sink(std::move(record))) return;
    }
}

bool looks_like_page(std::string_view head) {
    head = trim(head);
    if (head.empty() || head.front() == '{' || head.front() == '[' || head.front() == '<' || head.front() == '@')
        return false;
    PageMarks marks;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find_first_of("\r\n", at), head.size());
        marks.take(trim(head.substr(at, end - at)));
        at = end + 1;
    }
    return marks.enough();
}

} // namespace annota
