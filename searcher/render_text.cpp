// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/render_text.h"

#include "common/terminal.h"
#include "common/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
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

    std::string take() { return std::move(out_); }

    /// "2 hits" where all are shown, else "1-10 of 57 hits" or "11 of 57 hits".
    void heading(const ResultPage& page) {
        if (page.request.terms) return;
        std::string line;
        if (!page.hits.empty() && page.hits.size() < page.total) {
            line = std::to_string(page.hits.front().rank);
            if (page.hits.size() > 1) line += '-' + std::to_string(page.hits.back().rank);
            line += " of ";
        }
        if (!page.total_exact) line += "at least ";
        line += std::to_string(page.total) + (page.total == 1 ? " hit" : " hits");
        out_ += paint(line, kDim);
        if (page.timed_out) out_ += " (stopped by --timeout)";
        out_ += '\n';
    }

    void add_hit(const Hit& hit) {
        std::string number = std::to_string(hit.rank) + ". ";
        number.resize(std::max(number.size(), kIndent.size()), ' ');
        out_ += '\n';
        wrap(number, number.size(), hit.title.text.empty() ? split("(without title)") : marked(hit.title), true);
        add_lines(author_words(hit));
        add_lines(split(printable(source_line(hit))));
        if (!hit.snippet.text.empty()) {
            std::vector<std::string> words = marked(hit.snippet);
            if (hit.snippet.cut_before && !words.empty()) words.front().insert(0, "…");
            if (hit.snippet.cut_after && !words.empty()) words.back() += "…";
            add_lines(words);
        }
        out_.append(kIndent).append(paint(printable(hit.id), kDim)).append("\n");
        for (const std::string& line : explain_score(hit, style_.language))
            out_.append(kIndent).append(printable(line)).append("\n");
    }

    void add_explanation(const ResultPage& page) {
        for (const std::string& line : explain_query(page, style_.language)) out_.append(printable(line)).append("\n");
    }

    void add_counts(const ResultPage& page) {
        if (page.request.terms) return add_terms(page);
        add_facets(page);
        add_histogram(page);
    }

private:
    void add_lines(const std::vector<std::string>& words) {
        if (!words.empty()) wrap(std::string(kIndent), kIndent.size(), words, false);
    }

    std::vector<std::string> author_words(const Hit& hit) const {
        constexpr std::size_t kShownAuthors = 5;
        std::vector<std::string> line;
        for (std::size_t i = 0; i < std::min(hit.authors.size(), kShownAuthors); ++i) {
            std::vector<std::string> words = marked(hit.authors[i].name);
            if (!words.empty() && i + 1 < hit.authors.size()) words.back() += ',';
            line.insert(line.end(), words.begin(), words.end());
        }
        if (hit.authors.size() > kShownAuthors)
            line.push_back("and " + std::to_string(hit.authors.size() - kShownAuthors) + " more");
        return line;
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

    /// Those with anything to show, their names in a column of their own.
    void add_facets(const ResultPage& page) {
        const auto is_empty = [](const FacetResult& facet) {
            return facet.counts.buckets.empty() && facet.counts.missing == 0;
        };
        std::size_t longest = 0;
        for (const FacetResult& facet : page.facets) longest = std::max(longest, facet.name.size());
        if (!std::ranges::all_of(page.facets, is_empty)) out_ += '\n';
        for (const FacetResult& facet : page.facets) {
            if (is_empty(facet)) continue;
            const std::string lead = paint(facet.name, kDim) + std::string(longest - facet.name.size() + 2, ' ');
            if (facet.inner.empty())
                wrap(lead, longest + 2, bucket_words(facet.counts, longest + 2), false);
            else
                add_pivot(facet, lead, longest + 2);
        }
    }

    /// A line for each bucket, with its own buckets behind it.
    void add_pivot(const FacetResult& facet, std::string lead, std::size_t indent) {
        for (std::size_t i = 0; i < facet.counts.buckets.size(); ++i) {
            std::vector<std::string> words = split(bucket_text(facet.counts.buckets[i]) + ':');
            const std::vector<std::string> inner = bucket_words(facet.inner_counts[i], indent);
            words.insert(words.end(), inner.begin(), inner.end());
            wrap(std::exchange(lead, std::string(indent, ' ')), indent, words, false);
        }
        const std::vector<std::string> rest = rest_texts(facet.counts);
        if (!rest.empty()) wrap(lead, indent, joined_words(rest, indent), false);
    }

    /// "     13  Данилин И.В." a line.
    void add_terms(const ResultPage& page) {
        for (const FacetResult& list : page.facets) {
            for (const Bucket& bucket : list.counts.buckets) {
                constexpr std::size_t kDigits = 7;
                const std::string count = std::to_string(bucket.count);
                out_.append(kDigits - std::min(count.size(), kDigits), ' ').append(count).append("  ");
                out_.append(printable(bucket.value)).append("\n");
            }
            const std::size_t listed = page.request.offset + list.counts.buckets.size();
            if (listed < list.counts.total_values)
                out_ +=
                    paint((list.exact ? "" : "at least ") + std::to_string(list.counts.total_values - listed) + " more",
                          kDim) +
                    '\n';
        }
    }

    /// "2017  ██████▌ 13" a line, the longest bar as long as there is room for.
    void add_histogram(const ResultPage& page) {
        if (!page.histogram || page.histogram->bars.empty()) return;
        std::size_t most = 1;
        for (const Bucket& bar : page.histogram->bars) most = std::max(most, bar.count);
        const std::size_t label = columns(page.histogram->bars.front().value) + 4; // a mark and blanks
        const std::size_t number = std::to_string(most).size() + 1;
        constexpr std::size_t kShortest = 8;
        const std::size_t longest = std::max<std::size_t>(style_.width, label + number + kShortest) - label - number;
        out_ += '\n';
        for (const Bucket& bar : page.histogram->bars) {
            out_.append(bar.selected ? "✓ " : "  ").append(bar.value).append("  ");
            out_.append(bar_text(bar.count * longest * kEighths / most, bar.count > 0));
            out_.append(bar.count > 0 ? " " : "").append(std::to_string(bar.count)).append("\n");
        }
        if (page.histogram->missing > 0) out_ += "  none  " + std::to_string(page.histogram->missing) + '\n';
    }

    static constexpr std::size_t kEighths = 8;

    /// Of so many eighths of a column; at least one where there is anything to show.
    static std::string bar_text(std::size_t eighths, bool visible) {
        static constexpr std::array<std::string_view, kEighths> kParts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
        if (visible && eighths == 0) eighths = 1;
        std::string bar;
        for (std::size_t i = 0; i < eighths / kEighths; ++i) bar += "█";
        return bar.append(kParts[eighths % kEighths]);
    }

    static std::string bucket_text(const Bucket& bucket) {
        return (bucket.selected ? "✓ " : "") + printable(bucket.value) + " (" + std::to_string(bucket.count) + ')';
    }

    /// What the buckets do not say.
    static std::vector<std::string> rest_texts(const FacetCounts& counts) {
        std::vector<std::string> texts;
        if (counts.missing > 0)
            texts.push_back((counts.missing_selected ? "✓ none (" : "none (") + std::to_string(counts.missing) + ')');
        if (const std::size_t shown = counts.buckets.size(); counts.total_values > shown)
            texts.push_back(std::to_string(counts.total_values - shown) + " more");
        return texts;
    }

    std::vector<std::string> bucket_words(const FacetCounts& counts, std::size_t indent) const {
        std::vector<std::string> texts;
        for (const Bucket& bucket : counts.buckets) texts.push_back(bucket_text(bucket));
        const std::vector<std::string> rest = rest_texts(counts);
        texts.insert(texts.end(), rest.begin(), rest.end());
        return joined_words(texts, indent);
    }

    /// With dots between them. A text stays on one line where a line has room for it.
    std::vector<std::string> joined_words(std::vector<std::string> texts, std::size_t indent) const {
        std::vector<std::string> words;
        for (std::string& text : texts) {
            if (&text != &texts.back()) text += " ·";
            if (indent + columns(text) <= style_.width) {
                words.push_back(std::move(text));
            } else {
                const std::vector<std::string> parts = split(text);
                words.insert(words.end(), parts.begin(), parts.end());
            }
        }
        return words;
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

    /// Words in lines that begin `indent` columns from the left, the first behind `lead`, which is as wide as that.
    void wrap(const std::string& lead, std::size_t indent, const std::vector<std::string>& words, bool bold) {
        std::string line = lead;
        std::size_t used = indent;
        bool first = true;
        for (const std::string& word : words) {
            const std::size_t width = columns(word);
            if (!first && used + 1 + width > style_.width) {
                out_ += line + '\n';
                line.assign(indent, ' ');
                used = indent;
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

std::string TextWriter::begin(const ResultPage& page) {
    TextRenderer renderer(style_);
    renderer.add_explanation(page);
    renderer.heading(page);
    return renderer.take();
}

std::string TextWriter::hit(const Hit& hit) {
    TextRenderer renderer(style_);
    renderer.add_hit(hit);
    return renderer.take();
}

std::string TextWriter::end(const ResultPage& page) {
    TextRenderer renderer(style_);
    renderer.add_counts(page);
    return renderer.take();
}

} // namespace annota
