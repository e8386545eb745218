// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/render_text.h"

#include "common/terminal.h"
#include "common/utf8.h"

#include <algorithm>
#include <cstdio>
#include <string_view>
#include <vector>

namespace annota {

namespace {

constexpr std::string_view kReset = "\033[0m";
constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kMark = "\033[1;33m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kIndent = "    ";

class TextRenderer {
public:
    explicit TextRenderer(const TextStyle& style) : style_(style) {}

    std::string render(const ResultPage& page) {
        heading(page);
        for (const Hit& hit : page.hits) add_hit(hit);
        for (const FacetResult& facet : page.facets)
            if (!facet.counts.buckets.empty() || facet.counts.missing > 0) add_facet(facet);
        return std::move(out_);
    }

private:
    void heading(const ResultPage& page) {
        char line[128];
        const auto total = static_cast<unsigned long long>(page.total);
        const char* const bound = page.total_exact ? "" : "at least ";
        if (page.hits.empty())
            std::snprintf(line, sizeof line, "%s%llu hits", bound, total);
        else
            std::snprintf(line, sizeof line, "%llu-%llu of %s%llu hits",
                          static_cast<unsigned long long>(page.hits.front().rank),
                          static_cast<unsigned long long>(page.hits.back().rank), bound, total);
        out_ += paint(line, kDim);
        if (page.timed_out) out_ += " (stopped by --timeout)";
        out_ += '\n';
    }

    void add_hit(const Hit& hit) {
        const std::string number = std::to_string(hit.rank) + ". ";
        out_ += '\n';
        const std::string_view title = hit.title.text.empty() ? "(without title)" : "";
        wrap(number, title.empty() ? marked(hit.title) : std::vector<std::string>{std::string(title)}, true);
        std::vector<std::string> line;
        constexpr std::size_t kShownAuthors = 5;
        for (std::size_t i = 0; i < std::min(hit.authors.size(), kShownAuthors); ++i) {
            std::vector<std::string> words = marked(hit.authors[i].name);
            if (!words.empty() && i + 1 < hit.authors.size()) words.back() += ',';
            line.insert(line.end(), words.begin(), words.end());
        }
        if (hit.authors.size() > kShownAuthors)
            line.push_back("and " + std::to_string(hit.authors.size() - kShownAuthors) + " more");
        if (!line.empty()) wrap(std::string(kIndent), line, false);
        const std::string source = source_line(hit);
        if (!source.empty()) wrap(std::string(kIndent), split(printable(source)), false);
        if (!hit.snippet.text.empty()) {
            std::vector<std::string> words = marked(hit.snippet);
            if (hit.snippet.cut_before && !words.empty()) words.front().insert(0, "…");
            if (hit.snippet.cut_after && !words.empty()) words.back() += "…";
            wrap(std::string(kIndent), words, false);
        }
        out_ += kIndent;
        out_ += paint(printable(hit.id), kDim);
        out_ += '\n';
    }

    static std::string source_line(const Hit& hit) {
        const Record& record = hit.record;
        std::string line = !hit.journal.empty() ? hit.journal : record.publisher;
        const auto add = [&line](const std::string& part) {
            if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
        };
        add(record.year > 0 ? std::to_string(record.year) : std::string());
        std::string numbers = record.volume;
        if (!record.issue.empty()) numbers += "(" + record.issue + ")";
        add(numbers);
        add(record.pages);
        return line;
    }

    void add_facet(const FacetResult& facet) {
        std::vector<std::string> words{facet.field + ":"};
        for (const Bucket& bucket : facet.counts.buckets) {
            const std::string value = (bucket.selected ? "✓ " : "") + printable(bucket.value);
            words.push_back(value + " (" + std::to_string(bucket.count) + ")");
            words.emplace_back("·");
        }
        if (facet.counts.missing > 0)
            words.push_back("(none) (" + std::to_string(facet.counts.missing) + ")");
        else if (words.size() > 1)
            words.pop_back();
        const std::size_t shown = facet.counts.buckets.size();
        if (facet.counts.total_values > shown)
            words.push_back("+ " + std::to_string(facet.counts.total_values - shown) + " more");
        out_ += '\n';
        wrap("", words, false);
    }

    /// The blank-separated words of a text, its marks around the letters that they cover.
    std::vector<std::string> marked(const MarkedText& text) const {
        std::string painted;
        std::size_t at = 0;
        std::uint32_t index = 0;
        auto mark = text.marks.begin();
        while (at < text.text.size()) {
            if (mark != text.marks.end() && index == mark->start)
                painted += style_.color ? kMark : std::string_view("*");
            const std::size_t before = at;
            next_code_point(text.text, at);
            painted += printable(std::string_view(text.text).substr(before, at - before));
            ++index;
            if (mark != text.marks.end() && index == mark->end) {
                painted += style_.color ? kReset : std::string_view("*");
                ++mark;
            }
        }
        return split(painted);
    }

    static std::vector<std::string> split(const std::string& text) {
        std::vector<std::string> words;
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find(' ', begin), text.size());
            if (end > begin) words.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
        return words;
    }

    std::string paint(std::string_view text, std::string_view color) const {
        if (!style_.color) return std::string(text);
        return std::string(color).append(text).append(kReset);
    }

    /// Columns that a word takes, without escape sequences.
    static std::size_t columns(std::string_view word) {
        std::size_t count = 0;
        bool in_escape = false;
        for (std::size_t at = 0; at < word.size();) {
            const char32_t c = next_code_point(word, at);
            if (c == U'\033')
                in_escape = true;
            else if (in_escape)
                in_escape = c != U'm';
            else
                ++count;
        }
        return count;
    }

    void wrap(const std::string& lead, const std::vector<std::string>& words, bool bold) {
        const std::string indent = lead.empty() ? "  " : std::string(std::max(lead.size(), kIndent.size()), ' ');
        std::string line = lead + std::string(lead.empty() ? 0 : indent.size() - lead.size(), ' ');
        std::size_t used = line.size();
        bool first = true;
        for (const std::string& word : words) {
            const std::size_t width = columns(word);
            if (!first && used + 1 + width > style_.width) {
                out_ += line + '\n';
                line = indent;
                used = indent.size();
                first = true;
            }
            if (!first) line += ' ';
            line += bold && word.find('\033') == std::string::npos ? paint(word, kBold) : word;
            used += width + (first ? 0 : 1);
            first = false;
        }
        out_ += line + '\n';
    }

    TextStyle style_;
    std::string out_;
};

} // namespace

std::string render_text(const ResultPage& page, const TextStyle& style) {
    TextRenderer renderer(style);
    return renderer.render(page);
}

} // namespace annota
