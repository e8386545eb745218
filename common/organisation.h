// SPDX-License-Identifier: GPL-2.0-or-later
//
// Bodies that stand where persons stand: ministries, institutes, collaborations.

#pragma once

#include <string_view>

namespace annota {

/// Whether a printed name is that of an organisation, by the words in it that persons do not have ("Collaboration",
/// "университет", "of", "и").
bool is_organisation(std::string_view name);

/// Whether a word names a kind of body: "Collaboration", "университет".
bool is_word_of_body(std::string_view printed);

} // namespace annota
