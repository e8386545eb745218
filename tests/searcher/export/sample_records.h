// SPDX-License-Identifier: GPL-2.0-or-later
//
// Invented records with something in every field, for the tests of export formats.

#pragma once

#include "common/record.h"

namespace annota::test {

/// A Russian article with its English side: two authors in both scripts, keywords and abstracts in both languages.
Record russian_article();

/// An English chapter with an editor, publisher, place and ISBN.
Record english_chapter();

/// A Russian thesis, and a book of two editors.
Record russian_thesis();
Record edited_book();

/// A title and an author full of signs that formats obey: braces, quotes, formulas, line ends, controls, bidi marks.
Record hostile_record();

} // namespace annota::test
