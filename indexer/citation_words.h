// SPDX-License-Identifier: GPL-2.0-or-later
//
// The vocabulary of printed citations: what Russian, Ukrainian, Bulgarian, Serbian and English ones call their parts.

#pragma once

#include "indexer/citation_tokens.h"

#include <cstdint>

namespace annota {

/// Labels before a number, or behind one ("96 p.").
enum class NumberLabel : std::uint8_t { none, volume, issue, part, pages };

NumberLabel number_label(const CitationToken& token);

/// Letters that mean pages only with a full stop: "с." is the page mark, "с" a preposition.
bool needs_full_stop(const CitationToken& token);

bool is_year_word(const CitationToken& token);           ///< "г.", "год", "р."
bool is_body_word(const CitationToken& token);           ///< "23 см", "ил.", "300 экз."
bool is_month(const CitationToken& token);               ///< In any of the languages, whole or cut
bool is_undated_word(const CitationToken& token);        ///< Begins what stands for a year: "n.d.", "in press"
bool is_article_number_word(const CitationToken& token); ///< "Article 1017", "Art. no. 12", "paper 5"

/// One to four letters that can stand for a given name: "И", "Yu", "Дж".
bool is_initial(const CitationToken& token);
/// A word whose full stop does not end a sentence.
bool is_abbreviation(const CitationToken& token);
bool is_name_particle(const CitationToken& token); ///< "von", "де"

bool is_editor_word(const CitationToken& token); ///< "ред.", "ed.", "сост."
bool is_before_editor(const CitationToken& token); ///< "под" общей "ред.", "отв." ред., "under" the editorship
bool is_translator_word(const CitationToken& token); ///< "пер.", "transl."
bool is_and(const CitationToken& token);             ///< "and", "и", "&"

bool is_publisher_word(const CitationToken& token);  ///< "Изд-во", "Press", "Publ."
bool is_journal_word(const CitationToken& token);    ///< Begins names of periodicals: "Вестник", "Journal"
bool is_series_word(const CitationToken& token);     ///< "Серия", "Ser."
bool is_conference_word(const CitationToken& token); ///< "конференции", "Symposium"
bool is_collection_word(const CitationToken& token); ///< "Труды", "Сборник", "Proceedings"
bool is_thesis_word(const CitationToken& token);     ///< "Автореф.", "Dissertation"
bool is_report_word(const CitationToken& token);     ///< "Препринт", "Отчет", "Report"
bool is_edition_word(const CitationToken& token);    ///< "изд.", "edition"

} // namespace annota
