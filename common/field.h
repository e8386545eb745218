// SPDX-License-Identifier: GPL-2.0-or-later
//
// The one table of fields, from which indexing, query parsing, facets and help are derived.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace annota {

enum class FieldId : std::uint8_t {
    title,
    abstract,
    keyword,
    author,
    journal,
    year,
    doi,
    issn,
    isbn,
    language,
    type,
    id,
    indexed_in,
    publisher,
    source,
};

/// How a field's text becomes terms, and how a query value for it is read.
enum class FieldKind : std::uint8_t {
    text,  ///< Analysed words.
    name,  ///< Names of persons, by script-free keys.
    year,  ///< Four digits; queries may give ranges.
    value, ///< One boolean term a value, folded in case; queries take the text as it is up to a blank.
    facet, ///< Only counted and filtered by, not a field of the query language.
};

/// One row of the table. `prefix` is stored in the index: a change needs a new schema version.
struct Field {
    FieldId id;
    std::string_view name;                   ///< As users write it: "author".
    std::array<std::string_view, 4> aliases; ///< Other names, in Russian and English; unused ones empty.
    std::string_view prefix;                 ///< Xapian term prefix after Omega's convention; "" = no terms of its own.
    FieldKind kind;
    bool facet;   ///< Has buckets.
    double boost; ///< So many times more than in the abstract does a bare word count for an occurrence in this field.
    std::string_view help;
};

// Boosts: title and keywords weigh above the abstract. On judged collections twice for the title gains on sentences and
// costs little on short known-item queries; more hurts these.
inline constexpr std::array kFields{
    Field{FieldId::title,
          "title",
          {"заглавие", "название", "ti"},
          "S",
          FieldKind::text,
          false,
          1.0,
          "words of the title"},
    Field{FieldId::abstract,
          "abstract",
          {"аннотация", "реферат", "ab"},
          "",
          FieldKind::text,
          false,
          0.0,
          "words of the abstract"},
    Field{FieldId::keyword,
          "keyword",
          {"ключевое", "ключевые", "keywords", "kw"},
          "K",
          FieldKind::text,
          true,
          0.5,
          "words of the keywords"},
    Field{FieldId::author,
          "author",
          {"автор", "авторы", "authors", "au"},
          "A",
          FieldKind::name,
          true,
          0.0,
          "names of authors and editors, in either script"},
    Field{
        FieldId::journal, "journal", {"журнал", "jo"}, "XJ", FieldKind::text, true, 0.0, "words of the journal's name"},
    Field{FieldId::year,
          "year",
          {"год", "py"},
          "Y",
          FieldKind::year,
          true,
          0.0,
          "year or range: 2020, 2015..2020, 2015.., ..2020"},
    Field{FieldId::doi, "doi", {}, "Q", FieldKind::value, false, 0.0, "DOI, whole"},
    Field{FieldId::issn, "issn", {}, "XN", FieldKind::value, false, 0.0, "ISSN of the journal"},
    Field{FieldId::isbn, "isbn", {}, "XB", FieldKind::value, false, 0.0, "ISBN of the book"},
    Field{FieldId::language,
          "language",
          {"язык", "lang"},
          "L",
          FieldKind::value,
          true,
          0.0,
          "language of the work: ru, en, ..."},
    Field{FieldId::type,
          "type",
          {"тип"},
          "T",
          FieldKind::value,
          true,
          0.0,
          "type of the work: article-journal, book, chapter, thesis, ..."},
    Field{FieldId::id, "id", {}, "Q", FieldKind::value, false, 0.0, "record id or another identifier of the record"},
    Field{FieldId::indexed_in,
          "indexed-in",
          {},
          "",
          FieldKind::facet,
          true,
          0.0,
          "citation database that indexes the work"},
    Field{FieldId::publisher, "publisher", {}, "", FieldKind::facet, true, 0.0, "publisher of the work"},
    Field{FieldId::source, "source", {}, "", FieldKind::facet, true, 0.0, "where the record came from"},
};

inline constexpr std::size_t kFieldCount = kFields.size();

constexpr const Field& field(FieldId id) {
    return kFields[static_cast<std::size_t>(id)];
}

/// The field of this name or alias, in any case; nullptr where there is none.
const Field* find_field(std::string_view name);

} // namespace annota
