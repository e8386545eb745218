// SPDX-License-Identifier: GPL-2.0-or-later
//
// A result page for people: numbered hits with marked snippets, then the facets.

#pragma once

#include "searcher/hit_writer.h"
#include "searcher/render_explanation.h"
#include "searcher/result_page.h"

#include <string>

namespace annota {

struct TextStyle {
    bool color = false;  ///< Marks and headings by escape sequences; else marks stand between asterisks.
    unsigned width = 80; ///< Columns.
    UserLanguage language = UserLanguage::english; ///< Of explanations.
};

/// Nothing of a record reaches the terminal as a control sequence.
class TextWriter : public HitWriter {
public:
    explicit TextWriter(const TextStyle& style) : style_(style) {}
    std::string begin(const ResultPage& page) override;
    std::string hit(const Hit& hit) override;
    std::string end(const ResultPage& page) override;

private:
    TextStyle style_;
};

} // namespace annota
