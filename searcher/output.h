// SPDX-License-Identifier: GPL-2.0-or-later
//
// How an answer is written: the formats by name, and what their options say.

#pragma once

#include "common/environment.h"
#include "common/terminal.h"
#include "searcher/export/gost.h"
#include "searcher/hit_writer.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

enum class OutputFormat : std::uint8_t { text, json, jsonl, csv, tsv, bibtex, ris, csl_json, gost, trec };

/// As users write them, in the order of the enumerators.
inline constexpr std::array<std::string_view, 10> kFormatNames{"text",   "json", "jsonl",    "csv",  "tsv",
                                                               "bibtex", "ris",  "csl-json", "gost", "trec"};

/// Whether a format is made of records alone, for other programs to read.
bool is_export(OutputFormat format);

struct OutputOptions {
    OutputFormat format = OutputFormat::text;
    ColorChoice color = ColorChoice::automatic;
    std::string run_name = "annota";                 ///< Of trec.
    GostStandard standard = GostStandard::reference; ///< Of gost.
    bool byte_order_mark = false;                    ///< Of csv and tsv.
    std::string language;                            ///< Of exports: see exported_record().
    std::vector<std::string> fields;                 ///< Of exports: see keep_fields(); else a matter of the request.
};

/// For every format but json, which is one object a page (render_json.h).
std::unique_ptr<HitWriter> make_hit_writer(const OutputOptions& options, const Environment& environment);

/// One line of a TREC run for each hit: "qid Q0 id rank score NAME".
class TrecWriter : public HitWriter {
public:
    TrecWriter(std::string query_id, std::string run) : query_id_(std::move(query_id)), run_(std::move(run)) {}
    std::string hit(const Hit& hit) override;

private:
    std::string query_id_;
    std::string run_;
};

} // namespace annota
