// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass with a little state: the section that the last label opened, and whether a blank line stood since its text.
// A citation above everything else is the article's own; one that follows the article's block is a related publication.

#include "indexer/page_scan.h"

#include "common/identifiers.h"
#include "common/utf8.h"
#include "indexer/citation_parser.h"
#include "indexer/page_keywords.h"
#include "indexer/page_line.h"
#include "indexer/page_words.h"
#include "indexer/text_lines.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace annota {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;
constexpr std::size_t kParagraph = 250; // code points: more than any title or list of authors of a page's head
constexpr std::size_t kMostReferences = 5000;

class PageScanner {
public:
    explicit PageScanner(ByteSource& bytes) : lines_(bytes, kLongestLine) {}

    PageContents scan() {
        std::string line;
        while (!ended_ && lines_.next(line)) {
            const std::string text = collapse_blanks(line);
            if (text.empty()) {
                blank_ = true;
                continue;
            }
            if (contents_.first_line == 0) contents_.first_line = lines_.number();
            take(text);
            blank_ = false;
        }
        if (!body_) contents_.body = contents_.head.size();
        return std::move(contents_);
    }

private:
    void take(const std::string& line) {
        if (const auto labelled = match_label(line)) {
            take_labels(*labelled);
        } else if (!take_in_section(line)) {
            section_.reset();
            classify_pieces(line);
        }
    }

    /// "Pages 5-19 | Received 14 Feb 2017": several things side by side, if they are told one by one.
    void classify_pieces(const std::string& line) {
        const std::size_t bar = line.find(" | ");
        const std::string first = line.substr(0, bar);
        const std::string rest = bar == std::string::npos ? std::string() : line.substr(bar + 3);
        const auto label = match_label(rest);
        if ((label && !label->value.empty()) || numbering_line(first) || numbering_line(rest)) {
            classify(first);
            if (!rest.empty()) take(rest);
        } else {
            classify(line);
        }
    }

    /// A field of the article has been seen, so that the page is more than a list or a piece of news.
    bool has_evidence() const {
        return !contents_.citations.empty() || !contents_.abstracts.empty() || !contents_.keywords.empty() ||
               contents_.has(PageLabel::doi);
    }

    void begin_body() {
        if (!std::exchange(body_, true)) contents_.body = contents_.head.size();
    }

    /// Short values may have further labels behind them on their line.
    void take_labels(LabelledLine labelled) {
        const bool is_short = labelled.label == PageLabel::type || labelled.label == PageLabel::year ||
                              labelled.label == PageLabel::volume || labelled.label == PageLabel::issue ||
                              labelled.label == PageLabel::pages || labelled.label == PageLabel::language;
        if (!is_short) {
            take_label(labelled.label, labelled.value);
            return;
        }
        std::string_view rest = labelled.value;
        take_label(labelled.label, take_label_value(rest));
        const auto next = match_label(rest);
        if (next && next->value.size() < rest.size()) take_labels(*next);
    }

    void take_label(PageLabel label, std::string_view value) {
        section_ = label;
        waiting_ = value.empty();
        switch (label) {
        case PageLabel::end: ended_ = has_evidence(); break;
        case PageLabel::abstract:
            begin_body();
            take_abstract_label(value);
            break;
        case PageLabel::keywords:
            begin_body();
            keyword_a_line_ = false;
            contents_.keywords.emplace_back(value);
            break;
        default:
            if (!value.empty() && take_value(label, value)) section_.reset();
            break;
        }
    }

    /// "по экономике и бизнесу, автор научной работы — А. Петров": a label that names the authors.
    void take_abstract_label(std::string_view value) {
        const std::size_t author = value.find("автор научной работы");
        if (author != std::string_view::npos) {
            const std::size_t dash = value.find("—", author);
            if (dash != std::string_view::npos)
                contents_.author_lines.emplace_back(trim(value.substr(dash + std::string_view("—").size())));
            value = {};
            waiting_ = true;
        }
        contents_.abstracts.emplace_back(value);
    }

    /// The value of a label; true where the section ends with it.
    bool take_value(PageLabel label, std::string_view value) {
        switch (label) {
        case PageLabel::citation:
            // "Cite this article https://doi.org/10...": a button, not the citation.
            if (const auto doi = lone_doi(value)) return take_value(PageLabel::doi, *doi);
            // Under a label it is the article's beyond doubt: what only looked so goes.
            if (!std::exchange(contents_.labelled_citation, true)) contents_.citations.clear();
            contents_.citations.emplace_back(value);
            return true;
        case PageLabel::issn: take_numbers(value, normalise_issn, contents_.issn); return true;
        case PageLabel::isbn: take_numbers(value, normalise_isbn, contents_.isbn); return true;
        case PageLabel::doi:
            if (auto doi = normalise_doi(value)) set_field(label, *doi);
            return true;
        case PageLabel::authors: contents_.author_lines.emplace_back(value); return true;
        case PageLabel::indexed_in: take_databases(value); return true;
        case PageLabel::type:
            if (publication_type(value).empty()) return false;
            set_field(label, value);
            return true;
        case PageLabel::references:
            if (contents_.references.size() < kMostReferences) contents_.references.emplace_back(value);
            return false;
        case PageLabel::related:
        case PageLabel::affiliations:
        case PageLabel::other: return false;
        case PageLabel::remark: return true;
        default:
            if (label == PageLabel::journal) journal_number_ = lines_.number();
            set_field(label, value);
            return true;
        }
    }

    void set_field(PageLabel label, std::string_view value) { contents_.fields.emplace(label, std::string(value)); }

    template <class Normalise>
    void take_numbers(std::string_view value, Normalise normalise, std::vector<std::string>& numbers) {
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t end = std::min(value.find_first_of(" ,;/()", at), value.size());
            const auto number = normalise(value.substr(at, end - at));
            if (number && std::ranges::find(numbers, *number) == numbers.end()) numbers.push_back(*number);
            at = end + 1;
        }
    }

    /// Names out of "РИНЦ, см. https://..." as well as out of a list.
    void take_databases(std::string_view value) {
        for (std::size_t at = 0; at <= value.size();) {
            const std::size_t end = std::min(value.find_first_of(",;|", at), value.size());
            for (std::string& name : citation_databases(trim(value.substr(at, end - at))))
                add_database(std::move(name));
            at = end + 1;
        }
    }

    void add_database(std::string name) {
        if (std::ranges::find(contents_.indexed_in, name) == contents_.indexed_in.end())
            contents_.indexed_in.push_back(std::move(name));
    }

    /// A line without a label in the section of the last one; false where it does not belong there.
    bool take_in_section(const std::string& line) {
        if (!section_) return false;
        switch (*section_) {
        case PageLabel::abstract: return take_abstract(line);
        case PageLabel::keywords: return take_keywords(line);
        case PageLabel::references:
            if (contents_.references.size() < kMostReferences) contents_.references.push_back(line);
            return true;
        case PageLabel::affiliations:
        case PageLabel::other: return true;
        case PageLabel::related: take_related(line); return true;
        case PageLabel::type:
            if (!publication_type(line).empty()) set_field(PageLabel::type, line);
            section_.reset();
            return contents_.has(PageLabel::type);
        case PageLabel::remark:
        case PageLabel::end: return false;
        default: break;
        }
        // A label alone on its line has its value on the next.
        if (!waiting_) return false;
        const PageLabel label = *section_;
        section_.reset();
        take_value(label, line);
        return true;
    }

    bool take_abstract(const std::string& line) {
        std::string& abstract = contents_.abstracts.back();
        if (is_boilerplate(line) || is_heading(line) || !citation_databases(line).empty()) return false;
        if (!abstract.empty() && blank_ && !continues_abstract(line)) return false;
        abstract += (abstract.empty() ? "" : " ") + line;
        return true;
    }

    /// One keyword a line, or one list over several lines.
    bool take_keywords(const std::string& line) {
        std::string& keywords = contents_.keywords.back();
        if (keywords.empty()) {
            keyword_a_line_ = keyword_separator(line).empty();
            keywords = line;
            return true;
        }
        if (!continues_keywords(line)) return false;
        keywords += (keyword_a_line_ ? "; " : " ") + line;
        return true;
    }

    bool continues_keywords(const std::string& line) const {
        const std::string& keywords = contents_.keywords.back();
        if (blank_ || keywords.ends_with('.') || is_heading(line) || is_boilerplate(line) || lone_doi(line) ||
            !parse_author_line(line, false).empty() || looks_like_citation(line))
            return false;
        if (keyword_a_line_) return true;
        const std::string_view separator = trim(keyword_separator(keywords));
        const bool open = !separator.empty() && keywords.ends_with(separator);
        const bool lower = to_lower(first_code_points(line, 1)) == first_code_points(line, 1);
        return open || lower || (!separator.empty() && line.find(separator) != std::string::npos);
    }

    void take_related(const std::string& line) {
        if (looks_like_citation(line)) {
            add_related(line);
        } else {
            above_ = parse_author_line(line, true).empty() ? std::string() : line;
            above_number_ = lines_.number();
        }
    }

    void add_related(const std::string& citation) {
        const bool named = !above_.empty();
        contents_.related.push_back({std::exchange(above_, {}), citation, named ? above_number_ : lines_.number()});
    }

    void classify(const std::string& line) {
        if (citation_databases(line).empty()) {
            classify_text(line);
        } else {
            for (std::string& name : citation_databases(line)) add_database(std::move(name));
        }
    }

    void classify_text(const std::string& line) {
        if (auto doi = lone_doi(line)) {
            set_field(PageLabel::doi, *doi);
            add_head(HeadLineKind::doi, line);
        } else if (is_site_menu(line)) {
            add_head(HeadLineKind::site_menu, line);
        } else if (!publication_type(line).empty()) {
            set_field(PageLabel::type, line);
        } else if (lines_.number() == journal_number_ + 1 && parse_year(line, current_year()).has_value() &&
                   line.size() == 4) {
            set_field(PageLabel::year, line); // Below the journal it is no counter.
        } else if (numbering_line(line)) {
            add_head(HeadLineKind::numbering, line);
        } else if (!parse_author_line(line, false).empty()) {
            add_head(HeadLineKind::authors, line);
        } else if (looks_like_citation(line)) {
            take_citation(line);
        } else if (is_boilerplate(line)) {
            add_head(HeadLineKind::boilerplate, line);
        } else if (!parse_author_line(line, true).empty()) {
            add_head(HeadLineKind::maybe_authors, line);
        } else if (first_code_points(line, kParagraph).size() < line.size()) {
            add_head(HeadLineKind::paragraph, line);
        } else {
            add_head(is_affiliation(line) ? HeadLineKind::affiliation : HeadLineKind::text, line);
        }
    }

    /// The line above a citation may name its authors.
    void add_head(HeadLineKind kind, const std::string& line) {
        const bool names = kind == HeadLineKind::authors || kind == HeadLineKind::maybe_authors;
        above_ = names ? line : std::string();
        above_number_ = lines_.number();
        if (contents_.related.empty()) contents_.head.push_back({kind, line, lines_.number()});
    }

    void take_citation(const std::string& line) {
        const bool own = contents_.citations.empty() && !body_ && !contents_.has(PageLabel::doi) &&
                         contents_.issn.empty() && contents_.related.empty();
        if (own) {
            contents_.citations.push_back(line);
            contents_.head.push_back({HeadLineKind::citation, line, lines_.number()});
            above_.clear();
            return;
        }
        // The authors above the first related publication are not the article's.
        if (!above_.empty() && contents_.related.empty() && !contents_.head.empty() &&
            contents_.head.back().number == above_number_)
            contents_.head.pop_back();
        contents_.body = std::min(contents_.body, contents_.head.size());
        add_related(line);
    }

    TextLines lines_;
    PageContents contents_;
    std::optional<PageLabel> section_;
    std::string above_; ///< The last line, if it names authors.
    std::size_t above_number_ = 0;
    std::size_t journal_number_ = 0; ///< Line of a labelled journal.
    bool waiting_ = false;           ///< The section's label stood alone on its line.
    bool blank_ = false;             ///< A blank line stands before the present one.
    bool body_ = false;
    bool keyword_a_line_ = false;
    bool ended_ = false;
};

} // namespace

PageContents scan_page(ByteSource& bytes) {
    return PageScanner(bytes).scan();
}

} // namespace annota
