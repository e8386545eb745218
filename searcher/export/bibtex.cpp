// SPDX-License-Identifier: GPL-2.0-or-later
//
// BibTeX as "BibTeXing" (Patashnik, 1988) has it, with the fields of biblatex 3 (Kime, Wemheuer, Lehman: The biblatex
// Package, chapter 2). Names are "Family, Given" with " and " between; words of a title with capitals stand in braces,
// as styles write all others small.

#include "searcher/export/bibtex.h"

#include "common/terminal.h"
#include "common/utf8.h"
#include "common/word_list.h"
#include "searcher/export/citation_key.h"
#include "searcher/export/record_field.h"

#include <algorithm>
#include <array>

namespace annota {

namespace {

struct EntryType {
    std::string_view type; ///< CSL's.
    std::string_view entry;
    std::string_view host;      ///< The field for what the work is part of.
    std::string_view publisher; ///< The field for who issued it.
};

constexpr EntryType kOther{"", "misc", "journal", "publisher"};
constexpr EntryType kOtherPart{"", "article", "journal", "publisher"};

constexpr std::array kEntryTypes{
    EntryType{"article", "article", "journal", "publisher"},
    EntryType{"article-journal", "article", "journal", "publisher"},
    EntryType{"article-magazine", "article", "journal", "publisher"},
    EntryType{"article-newspaper", "article", "journal", "publisher"},
    EntryType{"review", "article", "journal", "publisher"},
    EntryType{"review-book", "article", "journal", "publisher"},
    EntryType{"book", "book", "series", "publisher"},
    EntryType{"classic", "book", "series", "publisher"},
    EntryType{"collection", "book", "series", "publisher"},
    EntryType{"pamphlet", "booklet", "series", "publisher"},
    EntryType{"chapter", "incollection", "booktitle", "publisher"},
    EntryType{"entry", "incollection", "booktitle", "publisher"},
    EntryType{"entry-dictionary", "incollection", "booktitle", "publisher"},
    EntryType{"entry-encyclopedia", "incollection", "booktitle", "publisher"},
    EntryType{"paper-conference", "inproceedings", "booktitle", "publisher"},
    EntryType{"thesis", "phdthesis", "series", "school"},
    EntryType{"report", "techreport", "series", "institution"},
    EntryType{"manuscript", "unpublished", "series", "publisher"},
};

/// What stands in a periodical is an article, whatever else it is.
const EntryType& entry_type(const ExportedRecord& exported) {
    const auto found = std::ranges::find(kEntryTypes, exported.record.type, &EntryType::type);
    if (found != kEntryTypes.end()) return *found;
    return exported.journal.empty() ? kOther : kOtherPart;
}

struct LanguageName {
    std::string_view code;
    std::string_view name; ///< Of babel and polyglossia.
};

constexpr std::array kLanguageNames{
    LanguageName{"ru", "russian"},    LanguageName{"en", "english"},   LanguageName{"de", "german"},
    LanguageName{"fr", "french"},     LanguageName{"es", "spanish"},   LanguageName{"it", "italian"},
    LanguageName{"pt", "portuguese"}, LanguageName{"pl", "polish"},    LanguageName{"uk", "ukrainian"},
    LanguageName{"be", "belarusian"}, LanguageName{"bg", "bulgarian"}, LanguageName{"sr", "serbian"},
};

std::string_view language_name(std::string_view code) {
    const auto found = std::ranges::find(kLanguageNames, code, &LanguageName::code);
    return found == kLanguageNames.end() ? std::string_view() : found->name;
}

/// What a byte of plain text is in TeX; empty: itself. BibTeX counts the braces of "\{", too, so that those of a text
/// where they do not match have names.
std::string_view tex_escape(char c, bool match) {
    switch (c) {
    case '\\': return "\\textbackslash{}";
    case '{': return match ? "\\{" : "\\textbraceleft{}";
    case '}': return match ? "\\}" : "\\textbraceright{}";
    case '~': return "\\textasciitilde{}";
    case '^': return "\\textasciicircum{}";
    case '%': return "\\%";
    case '&': return "\\&";
    case '#': return "\\#";
    case '$': return "\\$";
    case '_': return "\\_";
    default: return {};
    }
}

bool braces_match(std::string_view text) {
    int open = 0;
    for (const char c : text) {
        if (c == '{') ++open;
        if (c == '}' && --open < 0) return false;
    }
    return open == 0;
}

std::string escaped(std::string_view text, bool match) {
    std::string out;
    for (const char c : text) {
        const std::string_view escape = tex_escape(c, match);
        if (escape.empty())
            out.push_back(c);
        else
            out += escape;
    }
    return out;
}

/// Records may state anything for a language; names of fields are letters.
std::string name_part(std::string_view language) {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz-";
    return std::string(language.find_first_not_of(kLetters) == std::string_view::npos ? language : "other");
}

/// For fields that TeX reads as they are: nothing is escaped, and braces, which it would count, are percent-encoded.
std::string verbatim(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
        case '{': out += "%7B"; break;
        case '}': out += "%7D"; break;
        case '\\': out += "%5C"; break;
        default: out.push_back(c);
        }
    }
    return out;
}

/// Whether a style that writes titles small would spoil the word. The first letter of a title stays.
bool has_capitals(std::string_view word, bool first) {
    if (first) word.remove_prefix(first_code_points(word, 1).size());
    return to_lower(word) != word;
}

std::string protected_title(std::string_view title) {
    std::string out;
    const std::string text = printable(title);
    const bool match = braces_match(text);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        const bool capitals = has_capitals(word, begin == 0);
        if (begin > 0) out.push_back(' ');
        out.append(capitals ? "{" : "").append(escaped(word, match)).append(capitals ? "}" : "");
        begin = end + 1;
    }
    return out;
}

/// A comma or an "and" within a name would part it.
std::string name_text(const PersonName& name) {
    if (is_one_piece(name) || name.family.find(',') != std::string::npos) return '{' + tex_text(name.family) + '}';
    std::vector<std::string> parts{tex_text(name.family), tex_text(name.suffix), tex_text(given_names(name))};
    for (std::string& part : parts)
        if (part == "and" || part.find(" and ") != std::string::npos) part.insert(0, 1, '{').push_back('}');
    return joined(parts, ", ");
}

std::string names_text(const std::vector<PersonName>& names) {
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const PersonName& name : names) texts.push_back(name_text(name));
    return joined(texts, " and ");
}

class EntryBuilder {
public:
    EntryBuilder(const ExportedRecord& exported, const std::string& key)
        : exported_(exported), type_(entry_type(exported)) {
        out_ = '@' + std::string(type_.entry) + '{' + key;
    }

    std::string build() {
        add_description();
        add_numbers();
        add_texts();
        return std::move(out_) + "\n}\n\n";
    }

private:
    void add(std::string_view field, const std::string& value) {
        if (!value.empty()) out_.append(",\n  ").append(field).append(" = {").append(value).append("}");
    }

    void add_description() {
        const Record& record = exported_.record;
        add("author", names_text(exported_.authors));
        add("editor", names_text(exported_.editors));
        add("title", protected_title(exported_.title));
        add(type_.host, tex_text(exported_.journal));
        add(type_.publisher, tex_text(record.publisher));
        add("address", tex_text(record.place));
        if (record.year > 0) add("year", std::to_string(record.year));
    }

    void add_numbers() {
        const Record& record = exported_.record;
        add("volume", tex_text(record.volume));
        add("number", tex_text(record.issue));
        std::string pages = tex_text(record.pages);
        if (const std::size_t dash = pages.find('-'); dash != std::string::npos) pages.insert(dash, 1, '-');
        add("pages", pages);
        add("pagetotal", tex_text(record.extent));
        add("doi", verbatim(record.doi));
        add("url", verbatim(record.url));
        add("issn", tex_text(joined(record.issn, ", ")));
        add("isbn", tex_text(joined(record.isbn, ", ")));
        add("annotaid", verbatim(exported_.id));
    }

    void add_texts() {
        const Record& record = exported_.record;
        add("langid", std::string(language_name(exported_.language)));
        add("language", tex_text(joined(record.language, " and ")));
        add("keywords", tex_text(joined(exported_.keywords, ", ")));
        add("abstract", tex_text(exported_.abstract));
        add_others("title", record.title, [](const std::string& text) { return text; });
        add_others("journal", record.journal, [](const std::string& text) { return text; });
        add_others("keywords", record.keywords,
                   [](const std::vector<std::string>& list) { return joined(list, ", "); });
        add_others("abstract", record.abstract, [](const std::string& text) { return text; });
    }

    /// The text in the languages that the entry does not show.
    template <class T, class ToText>
    void add_others(std::string_view field, const ByLanguage<T>& texts, ToText to_text) {
        for (const auto& [language, text] : texts) {
            if (texts.size() > 1 && language != exported_.language)
                add(std::string(field) + '_' + name_part(language), tex_text(to_text(text)));
        }
    }

    const ExportedRecord& exported_;
    const EntryType& type_;
    std::string out_;
};

} // namespace

std::string tex_text(std::string_view text) {
    const std::string line = printable(text);
    return escaped(line, braces_match(line));
}

std::string bibtex_entry(const ExportedRecord& exported, const std::string& key) {
    return EntryBuilder(exported, key).build();
}

std::string BibtexWriter::hit(const Hit& hit) {
    const ExportedRecord whole = exported_record(hit.record, hit.id);
    const std::string key = citation_key(whole);
    if (language_.empty() && fields_.empty()) return bibtex_entry(whole, key);
    Record chosen = hit.record;
    keep_fields(chosen, fields_);
    return bibtex_entry(exported_record(chosen, hit.id, language_), key);
}

} // namespace annota
