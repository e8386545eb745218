// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the index makes of printed names, remembered: the same few names are asked for by terms, facets and many
// records, and reading one costs more than indexing a sentence.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct NameKeys {
    std::string key; ///< name_key() of the name as parse_name() reads it.
    /// Script-free keys of the name's words, of their parts around hyphens, and of the family name written as one word:
    /// those of two letters or more, sorted, each once.
    std::vector<std::string> words;
};

/// Not thread-safe: one a thread. Holds a bounded number of short names.
class NameKeyCache {
public:
    NameKeyCache();

    /// Good until the next call.
    const NameKeys& of(std::string_view printed);

private:
    struct Slot {
        std::string printed;
        NameKeys keys;
    };
    std::vector<Slot> slots_; ///< By hash of the name; the last one is for names too long to keep.
};

} // namespace annota
