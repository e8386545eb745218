// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the lines of publication pages can be that have no label, by their shape.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annota {

/// "Цель.", "Methods:", "Conclusions": the next paragraph of a structured abstract.
bool continues_abstract(std::string_view line);

/// A heading that is in no table: short, and a colon closes it.
bool is_heading(std::string_view line);

/// The DOI of a line that holds nothing else.
std::optional<std::string> lone_doi(std::string_view line);

/// The place of an article as a line of its own.
struct NumberingLine {
    std::string_view journal; ///< What stands before the numbers, if it is a name.
    std::string_view numbers;
};

/// "Том 2, Номер 3 (Июль-сентябрь 2021)", "Pages 5-19": labelled numbers and hardly a word more
/// outside of brackets; or three numbers at
/// least that close a line which begins with the journal ("Polar Notes volume 9, pages 43-49 (2021)").
std::optional<NumberingLine> numbering_line(std::string_view line);

} // namespace annota
