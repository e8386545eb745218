// SPDX-License-Identifier: GPL-2.0-or-later
//
// What every output format is: something that takes the hits of a search one after another, so that a page and a stream
// of a million hits are written by the same code.

#pragma once

#include "searcher/result_page.h"

#include <string>

namespace annota {

/// begin() once, hit() for each, end() once; each gives the bytes to write next. `page` is the answer; writers look at
/// all but its hits.
class HitWriter {
public:
    HitWriter() = default;
    virtual ~HitWriter() = default;
    HitWriter(const HitWriter&) = delete;
    HitWriter& operator=(const HitWriter&) = delete;

    virtual std::string begin(const ResultPage&) { return {}; }
    virtual std::string hit(const Hit& hit) = 0;
    virtual std::string end(const ResultPage&) { return {}; }
};

} // namespace annota
