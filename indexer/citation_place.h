// SPDX-License-Identifier: GPL-2.0-or-later
//
// Places of publication and houses that publish, by name.

#pragma once

#include "indexer/citation_tokens.h"

namespace annota {

/// A city known by name, or by the abbreviation that citations use: "М", "СПб", "Москва", "Cambridge".
bool is_known_place(const CitationToken& token);

/// All of `piece` is one place: a known city, perhaps of two words, two known cities side by side, or a word formed as
/// names of towns are ("Хабаровск", "Johannesburg").
bool is_place(const CitationText& text, TokenRange piece);

/// One to three words, each a capital or a preposition between, so that it could be a place: "Stratford upon Avon".
bool has_shape_of_place(const CitationText& text, TokenRange piece);

/// `piece` has a word that names of publishers have, or is the name of a well-known one.
bool is_publisher(const CitationText& text, TokenRange piece);

/// Where a well-known publisher's name of several words begins with which `range` ends, else the range's end.
std::size_t publisher_name_begin(const CitationText& text, TokenRange range);

} // namespace annota
