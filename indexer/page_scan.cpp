// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass with a little state: the section that the last label opened, and whether a blank line stood since its text.
// A citation above everything else is the article's own; one that follows the article's block is a related publication.

#include "indexer/page_scan.h"

#include "common/identifiers.h"
#include "common/utf8.h"
#include "indexer/citation_parser.h"
#include "indexer/citation_tokens.h"
#include "indexer/page_words.h"
#include "indexer/text_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace annota {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20;
constexpr std::size_t kParagraph = 250; // code points: more than any title or list of authors of a page's head
constexpr std::size_t kMostReferences = 5000;

/// "Цель.", "Methods:", "Conclusions": the next paragraph of a structured abstract.
bool continues_abstract(std::string_view line) {
    static constexpr std::array<std::string_view, 24> kHeadings{
        "цель",       "методы",   "метод",        "материалы",  "результаты",  "выводы",
        "заключение", "введение", "актуальность", "обсуждение", "purpose",     "objective",
        "background", "aim",      "method",       "materials",  "results",     "conclusion",
        "relevance",  "findings", "discussion",   "design",     "originality", "научная новизна"};
    const std::string lower = to_lower(line.substr(0, 64));
    return std::ranges::any_of(kHeadings, [&](std::string_view heading) { return lower.starts_with(heading); });
}

/// A heading that is in no table: short, and a colon closes it.
bool is_heading(std::string_view line) {
    constexpr std::size_t kLongest = 120; // bytes
    return line.size() <= kLongest && line.ends_with(':');
}

/// The DOI of a line that holds nothing else.
std::optional<std::string> lone_doi(std::string_view line) {
    const std::string lower = to_lower(line.substr(0, 24));
    const bool begins = lower.starts_with("http://d") || lower.starts_with("https://d") || lower.starts_with("doi") ||
                        lower.starts_with("10.") || lower.starts_with("https://www.doi");
    if (!begins || line.size() > 300 || line.find("10.") == std::string_view::npos) return std::nullopt;
    return normalise_doi(line);
}

/// "Том 2, Номер 3 (Июль-сентябрь 2021)": numbers of an issue and hardly a word more.
bool is_numbering_line(std::string_view line) {
    if (line.size() > 200) return false;
    const CitationText text(line);
    std::size_t covered = 0;
    int fields = 0;
    bool labelled = false;
    for (const NumberingRun& run : find_numbering(text, text.all())) {
        covered += run.tokens.size();
        fields += run.numbering.count();
        labelled = labelled || run.labelled;
    }
    return labelled && fields >= 2 && covered * 10 >= text.size() * 7;
}

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
        default: set_field(label, value); return true;
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

    bool take_keywords(const std::string& line) {
        std::string& keywords = contents_.keywords.back();
        if (!keywords.empty() && (blank_ || is_heading(line) || lone_doi(line) || looks_like_citation(line)))
            return false;
        // One keyword a line, or one list over several lines.
        const bool list = keywords.find_first_of(",;|/") != std::string::npos;
        keywords += (keywords.empty() ? "" : list ? " " : "; ") + line;
        return true;
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
        } else if (is_numbering_line(line)) {
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
    bool waiting_ = false; ///< The section's label stood alone on its line.
    bool blank_ = false;   ///< A blank line stands before the present one.
    bool body_ = false;
    bool ended_ = false;
};

} // namespace

PageContents scan_page(ByteSource& bytes) {
    return PageScanner(bytes).scan();
}

} // namespace annota
