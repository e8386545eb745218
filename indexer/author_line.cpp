// SPDX-License-Identifier: GPL-2.0-or-later
//
// The line is cut at its separators; every piece must be a name from its first to its last token, or the line is none.

#include "indexer/author_line.h"

#include "common/name.h"
#include "common/utf8.h"
#include "indexer/author_list.h"
#include "indexer/citation_author.h"
#include "indexer/citation_names.h"
#include "indexer/citation_place.h"
#include "indexer/citation_tokens.h"
#include "indexer/citation_words.h"
#include "indexer/page_words.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace annota {
namespace {

constexpr std::size_t kLongestLine = 8192; // bytes
constexpr std::size_t kMostAuthors = 300;

/// A superscript digit as a plain one; signs of correspondence ("*", "†") as nothing.
std::string plain_marks(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = next_code_point(line, at);
        if (c == 0xB9 || c == 0xB2 || c == 0xB3) {
            out.push_back(c == 0xB9 ? '1' : static_cast<char>('0' + (c - 0xB0)));
        } else if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) {
            out.push_back(static_cast<char>('0' + (c - 0x2070)));
        } else if (c != '*' && c != 0x2020 && c != 0x2021 && c != 0xA7) {
            append_code_point(out, c);
        }
    }
    return collapse_blanks(out);
}

bool separates(const CitationToken& token) {
    return token.is(",") || token.is(";") || token.is("|") || token.is("•") || token.is("·") || is_and(token);
}

bool is_full_name(const CitationText& text, TokenRange piece) {
    if (full_name_end(text, piece.begin) != piece.end) return false;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        const CitationToken& token = text[i];
        if (token.is_word() && (is_heading_word(token.text) || is_known_place(token) || is_publisher_word(token) ||
                                is_conference_word(token) || is_collection_word(token))) {
            return false;
        }
    }
    return true;
}

class LineReader {
public:
    LineReader(const CitationText& text, bool full_names) : text_(text), full_names_(full_names) {}

    std::vector<LineAuthor> read() {
        TokenRange piece{0, 0};
        for (std::size_t i = 0; i <= text_.size(); ++i) {
            if (i < text_.size() && !separates(text_[i])) continue;
            piece.end = i;
            if (!piece.empty() && !take(piece)) return {};
            piece.begin = i + 1;
        }
        if (pending_ || found_.size() > kMostAuthors) return {};
        return std::move(found_);
    }

private:
    /// A name with its marks, marks alone, or a family name that waits for the initials behind its comma.
    bool take(TokenRange piece) {
        std::vector<std::string> marks;
        TokenRange name = piece;
        while (!name.empty() && (text_[name.end - 1].is_number() || text_[name.end - 1].is(".") ||
                                 text_[name.end - 1].is("(") || text_[name.end - 1].is(")"))) {
            // The full stop of an initial is the name's.
            if (text_[name.end - 1].is(".") && name.size() > 1 && text_[name.end - 2].is_word() &&
                is_initial(text_[name.end - 2]))
                break;
            if (text_[name.end - 1].is_number()) marks.insert(marks.begin(), std::string(text_[name.end - 1].text));
            --name.end;
        }
        if (name.empty()) {
            if (found_.empty() || marks.empty()) return false;
            auto& known = found_.back().marks;
            known.insert(known.end(), marks.begin(), marks.end());
            return true;
        }
        if (pending_) name.begin = *std::exchange(pending_, std::nullopt);
        const bool initials = name_with_initials_end(text_, name.begin) == name.end || bare_initials(name);
        if (initials || (full_names_ && is_full_name(text_, name))) {
            found_.push_back({make_author(text_.slice(name)), std::move(marks)});
            return true;
        }
        const bool family = name.size() == 1 && text_[name.begin].is_word() && text_[name.begin].capital &&
                            text_[piece.end].is(",") && marks.empty();
        if (family) pending_ = name.begin;
        return family;
    }

    /// "Smith AB" at the end of its piece.
    bool bare_initials(TokenRange name) const {
        return bare_initials_name_end(text_, name.begin) == name.end && name.size() <= 3;
    }

    const CitationText& text_;
    bool full_names_;
    std::vector<LineAuthor> found_;
    std::optional<std::size_t> pending_; ///< First token of a family name whose initials stand behind a comma.
};

std::string family_key(const Author& author) {
    return script_free_key(parse_name(author.name).family);
}

/// Whether two keys differ in a way that transliteration explains: the same first letter and at most a third of the
/// letters inserted, dropped or replaced.
bool similar_keys(const std::string& a, const std::string& b) {
    constexpr std::size_t kLongestKey = 40;
    if (a.empty() || b.empty() || a[0] != b[0] || a.size() > kLongestKey || b.size() > kLongestKey) return false;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return 3 * row[b.size()] <= std::max(a.size(), b.size());
}

void join(Author& author, const Author& other) {
    add_name_form(author, other.name);
    for (const std::string& name : other.names) add_name_form(author, name);
}

} // namespace

std::vector<LineAuthor> parse_author_line(std::string_view line, bool full_names) {
    if (line.size() > kLongestLine) return {};
    const std::string plain = plain_marks(line);
    const CitationText text(plain);
    return LineReader(text, full_names).read();
}

std::vector<Author> pair_authors(std::vector<Author> line, const std::vector<Author>& citation) {
    if (line.empty()) return citation;
    std::vector<std::string> keys;
    keys.reserve(line.size());
    for (const Author& author : line) keys.push_back(family_key(author));
    const std::size_t known = line.size();
    const bool equal_length = known == citation.size();
    std::size_t next = 0; // of the line: both lists keep one order
    for (std::size_t i = 0; i < citation.size(); ++i) {
        const std::string key = family_key(citation[i]);
        const auto found = std::find(keys.begin() + static_cast<std::ptrdiff_t>(next), keys.end(), key);
        if (!key.empty() && found != keys.end()) {
            next = static_cast<std::size_t>(found - keys.begin()) + 1;
            join(line[next - 1], citation[i]);
        } else if (equal_length && next == i && similar_keys(keys[i], key)) {
            next = i + 1;
            join(line[i], citation[i]);
        } else {
            line.push_back(citation[i]);
        }
    }
    return line;
}

} // namespace annota
