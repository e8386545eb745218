// SPDX-License-Identifier: GPL-2.0-or-later
//
// Links between records of one file, which readers write as "ref:<n>" (the n-th record of the file, from 1), replaced
// by record ids.

#pragma once

#include "common/analyzer.h"
#include "common/record.h"

#include <functional>
#include <string>
#include <vector>

namespace annota {

/// One a file. Where the format has such links, records wait for the end of their file and then come in order.
class FileReferences {
public:
    using Sink = std::function<void(Record&&)>;

    /// Without `enabled` records pass at once.
    FileReferences(const Analyzer& analyzer, bool enabled) : analyzer_(analyzer), enabled_(enabled) {}

    void pass(Record&& record, const Sink& sink);
    void finish(const Sink& sink);

private:
    const Analyzer& analyzer_;
    bool enabled_;
    std::vector<std::string> ids_; ///< Of the file's records, in order.
    std::vector<Record> waiting_;
};

} // namespace annota
