// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every setter takes the same way: clean the text, normalise it by its kind, store it or warn. Lists that are kept free
// of repeats are also kept short, so that no input costs more than time linear in its size.

#include "indexer/record_builder.h"

#include "common/identifiers.h"
#include "common/language.h"
#include "common/name.h"
#include "common/utf8.h"
#include "indexer/author_list.h"

#include <algorithm>
#include <array>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kFragmentCodePoints = 80;

/// More identifiers of one kind, or forms of one name, than any real record has.
constexpr std::size_t kMaxDistinct = 100;

/// Of one record.
constexpr std::size_t kMaxWarnings = 100;

constexpr std::string_view kUndetermined = "und";

/// What other vocabularies (Crossref, DataCite, BibTeX) call a type of CSL.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kTypeNames{{
    {"journal-article", "article-journal"},
    {"journalarticle", "article-journal"},
    {"book-chapter", "chapter"},
    {"bookchapter", "chapter"},
    {"incollection", "chapter"},
    {"proceedings-article", "paper-conference"},
    {"conferencepaper", "paper-conference"},
    {"inproceedings", "paper-conference"},
    {"dissertation", "thesis"},
    {"phdthesis", "thesis"},
    {"monograph", "book"},
    {"posted-content", "article"},
}};

/// Whether there is anything to read in a short text: "-" and "." stand for nothing in volumes, issues and pages.
bool has_letter_or_digit(std::string_view text) {
    return std::any_of(
               text.begin(), text.end(),
               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }) ||
           !script_free_key(text).empty();
}

/// Calls `use` for each part between separators.
template <class Use> void split(std::string_view text, std::string_view separators, Use use) {
    while (true) {
        const std::size_t end = text.find_first_of(separators);
        use(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string problem_fragment(std::string_view text) {
    constexpr std::size_t kBytes = 4 * kFragmentCodePoints; // saves reading a megabyte for 80 code points
    return std::string(first_code_points(make_valid_utf8(text.substr(0, kBytes)), kFragmentCodePoints));
}

RecordBuilder::RecordBuilder(SourcePosition position, std::size_t record_number, int this_year)
    : record_number_(record_number), this_year_(this_year) {
    record_.position = std::move(position);
}

void RecordBuilder::warn(std::string_view code, std::string message, std::string_view fragment) {
    if (warnings_.size() > kMaxWarnings) return;
    if (warnings_.size() == kMaxWarnings) {
        code = "more_warnings";
        message = "further warnings about this record are left out";
        fragment = {};
    }
    warnings_.push_back({Severity::warning, record_.position, record_number_, record_.id, std::string(code),
                         std::move(message), problem_fragment(fragment)});
}

std::string RecordBuilder::clean(std::string_view text) {
    if (text.find('\0') == std::string_view::npos) return std::string(trim(text));
    if (warned_.insert("nul_removed").second) warn("nul_removed", "a NUL character was removed", text);
    std::string without(text);
    std::erase(without, '\0');
    return std::string(trim(without));
}

void RecordBuilder::set_text(Text field, std::string_view text) {
    std::string value = clean(text);
    const bool is_short = field == &Record::volume || field == &Record::issue;
    if (is_short && !has_letter_or_digit(value)) return;
    record_.*field = std::move(value);
}

void RecordBuilder::add_text(List field, std::string_view text) {
    if (std::string value = clean(text); !value.empty()) (record_.*field).push_back(std::move(value));
}

void RecordBuilder::add_unique(List field, std::string value, std::string_view what) {
    std::vector<std::string>& list = record_.*field;
    if (std::find(list.begin(), list.end(), value) != list.end()) return;
    if (list.size() < kMaxDistinct) {
        list.push_back(std::move(value));
    } else if (warned_.emplace(what).second) {
        warn("too_many_values", "more than " + std::to_string(kMaxDistinct) + " values of " + std::string(what), value);
    }
}

void RecordBuilder::add_language(std::string_view printed) {
    split(clean(printed), ",;", [this](std::string_view part) {
        if (std::string language = normalise_language(trim(part)); !language.empty()) {
            add_unique(&Record::language, std::move(language), "language");
        }
    });
}

void RecordBuilder::set_type(std::string_view printed) {
    std::string type = clean(printed);
    const std::string key = to_lower(type);
    const auto* found =
        std::find_if(kTypeNames.begin(), kTypeNames.end(), [&key](const auto& row) { return row.first == key; });
    record_.type = found == kTypeNames.end() ? std::move(type) : std::string(found->second);
}

void RecordBuilder::set_doi(std::string_view printed) {
    const std::string text = clean(printed);
    if (text.empty()) return;
    if (std::optional<std::string> doi = normalise_doi(text)) {
        record_.doi = *std::move(doi);
    } else {
        warn("bad_doi", "not a DOI", text);
    }
}

void RecordBuilder::set_year(std::string_view printed) {
    const std::string text = clean(printed);
    if (text.empty()) return;
    if (const std::optional<int> year = parse_year(text, this_year_)) {
        record_.year = *year;
    } else {
        warn("bad_year", "not a year from 1500 to " + std::to_string(this_year_ + 1), text);
    }
}

void RecordBuilder::set_pages(std::string_view printed) {
    std::string pages = normalise_pages(clean(printed));
    if (has_letter_or_digit(pages)) record_.pages = std::move(pages);
}

void RecordBuilder::add_issn(std::string_view printed) {
    split(clean(printed), ",;", [this](std::string_view part) {
        if (trim(part).empty()) return;
        if (std::optional<std::string> issn = normalise_issn(part)) {
            add_unique(&Record::issn, *std::move(issn), "issn");
        } else {
            warn("bad_issn", "not an ISSN with a valid check digit", part);
        }
    });
}

void RecordBuilder::add_isbn(std::string_view printed) {
    split(clean(printed), ",;", [this](std::string_view part) {
        if (trim(part).empty()) return;
        if (std::optional<std::string> isbn = normalise_isbn(part)) {
            add_unique(&Record::isbn, *std::move(isbn), "isbn");
        } else {
            warn("bad_isbn", "not an ISBN with a valid check digit", part);
        }
    });
}

/// The detected language; the stated one, if there is just one, where nothing can be detected.
std::string RecordBuilder::language_of(std::string_view text) const {
    std::string language = detect_language(text);
    return language == kUndetermined && record_.language.size() == 1 ? record_.language.front() : language;
}

void RecordBuilder::add_text(Texts field, std::string_view language, std::string_view text) {
    std::string value = clean(text);
    if (value.empty()) return;
    ByLanguage<std::string>& texts = record_.*field;
    std::vector<std::string> choices{normalise_language(language)};
    if (choices.front().empty()) {
        choices.front() = language_of(value);
        if (record_.language.size() == 1) choices.push_back(record_.language.front());
        choices.emplace_back(kUndetermined);
    }
    for (const std::string& choice : choices) {
        std::string& text_there = texts[choice];
        if (text_there.empty()) text_there = value;
        if (text_there == value) return;
    }
    warn("extra_text", "a second text of one field in one language is left out", value);
}

void RecordBuilder::add_keyword(std::string_view language, std::string_view keyword) {
    std::string value = clean(keyword);
    if (value.empty()) return;
    const std::string stated = normalise_language(language);
    record_.keywords[stated.empty() ? language_of(value) : stated].push_back(std::move(value));
}

void RecordBuilder::add_keyword_list(std::string_view language, std::string_view keywords) {
    split(keywords, ";|", [&](std::string_view keyword) { add_keyword(language, keyword); });
}

void RecordBuilder::add_author(Authors field, const PrintedAuthor& author) {
    Author made;
    made.name = normalise_name(clean(author.name));
    for (const std::string& printed : author.names) {
        if (made.names.size() == kMaxDistinct) {
            warn("too_many_values", "more than " + std::to_string(kMaxDistinct) + " forms of a name", made.name);
            break;
        }
        const std::string form = clean(printed);
        if (made.name.empty()) {
            made.name = normalise_name(form);
        } else {
            add_name_form(made, form);
        }
    }
    if (made.name.empty()) return;
    if (const std::string orcid = clean(author.orcid); !orcid.empty()) {
        made.orcid = normalise_orcid(orcid).value_or("");
        if (made.orcid.empty()) warn("bad_orcid", "not an ORCID with a valid check digit", orcid);
    }
    made.affiliation = clean(author.affiliation);
    (record_.*field).push_back(std::move(made));
}

void RecordBuilder::add_author_forms(Authors field, const std::vector<std::string>& names) {
    std::vector<std::string> forms;
    for (const std::string& name : names) {
        if (std::string form = clean(name); !form.empty()) forms.push_back(std::move(form));
    }
    if ((record_.*field).empty()) {
        for (const std::string& form : forms) add_author(field, {form, {}, {}, {}});
        return;
    }
    if (const std::size_t left = attach_name_forms(record_.*field, forms); left > 0) {
        warn("unpaired_names",
             std::to_string(left) + " of " + std::to_string(forms.size()) +
                 " names in a second list belong to none of the authors",
             forms.front());
    }
}

std::variant<Record, Problem> RecordBuilder::finish(std::string_view text) {
    if (record_.title.empty() && record_.abstract.empty()) {
        return Problem{Severity::rejection,
                       record_.position,
                       record_number_,
                       record_.id,
                       "no_text",
                       "neither a title nor an abstract",
                       problem_fragment(text)};
    }
    return std::move(record_);
}

} // namespace annota
