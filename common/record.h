// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a source says of one publication: plain data, the common language of readers, index and renderers.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace annota {

/// Values by language. Keys are ISO 639-1 codes ("ru", "en", "de", ...), or "und" where a text has no
/// letters to tell by. Ordered, so that everything derived from a record is deterministic.
template <class T> using ByLanguage = std::map<std::string, T>;

/// One person of a record, with every form in which the record prints the name.
struct Author {
    std::string name;               ///< The first form: "Данилин И.В." or "Danilin Ivan" (see name.h).
    std::vector<std::string> names; ///< The other forms, as printed, without repeats of `name`.
    std::string orcid;              ///< Bare: 0000-0002-1825-0097. Empty where unknown.
    std::string affiliation;

    friend bool operator==(const Author&, const Author&) = default;
};

/// Where a record was read. Not stored in the index.
struct SourcePosition {
    std::string file;     ///< The path as given on the command line, "-" for standard input.
    std::size_t line = 0; ///< 1-based line of the record's first byte; 0 where unknown.

    friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

/// A publication. All text is valid UTF-8. Every field but a title or an abstract may be empty.
struct Record {
    std::string id;   ///< The record's own identifier in its source, not the record id of the index.
    std::string type; ///< A CSL type: article-journal, book, chapter, thesis, ...
    std::string doi;  ///< As printed but bare ("10.1134/S1019331622050070"); may be cut, see is_whole_doi().
    std::string url;
    std::vector<std::string> issn; ///< "2079-4665", check digit valid.
    std::vector<std::string> isbn; ///< Digits only (and X), 10 or 13, check digit valid.
    ByLanguage<std::string> title;
    ByLanguage<std::string> abstract;
    ByLanguage<std::vector<std::string>> keywords;
    std::vector<Author> authors;
    std::vector<Author> editors;
    ByLanguage<std::string> journal;
    std::string publisher;
    std::string place;
    std::string extent; ///< "96 p."
    int year = 0;       ///< 1500 .. next year; 0 where unknown.
    std::string volume;
    std::string issue;
    std::string pages;                   ///< "384-397" with a plain hyphen, or one page.
    std::vector<std::string> language;   ///< Of the work, as stated; empty: that of its title.
    std::vector<std::string> indexed_in; ///< Citation databases.
    std::vector<std::string> cites;      ///< Ids of cited records.
    std::vector<std::string> related;    ///< Ids of related records; stored one way, shown both ways.
    std::vector<std::string> references; ///< Citations as printed.
    std::string source;                  ///< Name of the source: stated by the record, else the file's path.
    SourcePosition position;

    friend bool operator==(const Record&, const Record&) = default;
};

} // namespace annota
