// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers for programs: JSON, format version 1. The schema is searcher/schema/annota-1.schema.json.

#pragma once

#include "searcher/hit_writer.h"
#include "searcher/request_json.h"
#include "searcher/result_page.h"

#include <string>
#include <vector>

namespace annota {

inline constexpr unsigned kFormatVersion = 1;

/// One line without its newline. Always valid UTF-8; two runs on one generation differ in `took_ms` alone.
std::string render_json(const ResultPage& page);

/// The hits alone, a line each.
class JsonLinesWriter : public HitWriter {
public:
    std::string begin(const ResultPage& page) override;
    std::string hit(const Hit& hit) override;

private:
    std::vector<std::string> fields_;
    bool with_record_ = false;
};

/// The answer to a request that cannot be answered: {"format_version":1,"id":...,"error":{...}}.
std::string render_error(const RequestError& error);

} // namespace annota
