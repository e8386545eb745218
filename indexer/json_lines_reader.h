// SPDX-License-Identifier: GPL-2.0-or-later
//
// Records as JSON Lines: one object a line, or the elements of one array.

#pragma once

#include "indexer/record_reader.h"

#include <string_view>

namespace annota {

/// Reads strict UTF-8 and strict JSON. A bad text costs its own record only, with one of the codes bad_utf8, bad_json,
/// lone_surrogate, too_deep, too_long, not_an_object, no_text, cut_array, text_after_array. Warnings come just before
/// their record. Time is linear in the input; memory is bounded by the longest record (kMaxJsonText).
///
/// Fields are those of record_to_json(), in these forms too: texts by language as one text or a list, keywords as a
/// text with `;` or `|`, authors as names or one text with `;`, lists as one text, texts as numbers, `lang` for
/// `language`, and for texts by language and persons flat names with a language (`title_en`, `authors_en`). Other
/// fields are ignored.
class JsonLinesReader : public RecordReader {
public:
    /// Years up to `this_year` + 1 are years.
    explicit JsonLinesReader(int this_year);
    JsonLinesReader();

    void read(ByteSource& bytes, std::string_view file, const RecordSink& sink) override;

private:
    int this_year_;
};

/// Whether a file that begins so is JSON Lines or an array of objects, though some lines may be bad.
bool looks_like_json_lines(std::string_view head);

} // namespace annota
