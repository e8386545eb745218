// SPDX-License-Identifier: GPL-2.0-or-later
//
// Values as a source prints them -> a record in normal form, and warnings about what could not be used.

#pragma once

#include "common/problem.h"
#include "common/record.h"

#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace annota {

/// A person as a source gives it.
struct PrintedAuthor {
    std::string name;               ///< Empty: the first of `names` takes its place.
    std::vector<std::string> names; ///< Other forms.
    std::string orcid;
    std::string affiliation;
};

/// Builds one record. Every text is trimmed and freed of NULs; what is empty then is left out. A value that is not what
/// its field asks for is left out with a warning and never costs the record. Give the work's language first: it stands
/// in where a text has no letters to tell its language by. Empty `language` arguments mean: detect it.
class RecordBuilder {
public:
    using Text = std::string Record::*;
    using List = std::vector<std::string> Record::*;
    using Texts = ByLanguage<std::string> Record::*;
    using Authors = std::vector<Author> Record::*;

    /// `record_number` counts from 1 within the file; years up to `this_year` + 1 are years.
    RecordBuilder(SourcePosition position, std::size_t record_number, int this_year);

    void set_text(Text field, std::string_view text);
    void add_text(List field, std::string_view text);
    void add_language(std::string_view printed);
    void set_type(std::string_view printed);
    void set_doi(std::string_view printed);
    void set_year(std::string_view printed);
    void set_pages(std::string_view printed);
    /// One or several, separated by commas or semicolons.
    void add_issn(std::string_view printed);
    void add_isbn(std::string_view printed);

    /// Of two different texts in one language the second is told and left out; one of detected language moves to the
    /// work's stated language or "und" if there is room.
    void add_text(Texts field, std::string_view language, std::string_view text);
    void add_keyword(std::string_view language, std::string_view keyword);
    /// A list printed in one text, separated by `;` or `|`.
    void add_keyword_list(std::string_view language, std::string_view keywords);

    void add_author(Authors field, const PrintedAuthor& author);
    /// The same persons once more, in another form of their names; they become the authors where there are none yet.
    void add_author_forms(Authors field, const std::vector<std::string>& names);

    void warn(std::string_view code, std::string message, std::string_view fragment);
    std::vector<Problem>& warnings() { return warnings_; }

    const Record& record() const { return record_; }
    /// The record, or why it is none (`no_text`). `text` is what it was read from, for the fragment. Call it last.
    std::variant<Record, Problem> finish(std::string_view text);

private:
    std::string clean(std::string_view text);
    std::string language_of(std::string_view text) const;
    void add_unique(List field, std::string value, std::string_view what);

    Record record_;
    std::size_t record_number_;
    int this_year_;
    std::vector<Problem> warnings_;
    std::set<std::string, std::less<>> warned_; ///< Codes that are told once a record.
};

/// At most 80 code points of `text` for a message, valid UTF-8.
std::string problem_fragment(std::string_view text);

} // namespace annota
