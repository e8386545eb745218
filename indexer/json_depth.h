// SPDX-License-Identifier: GPL-2.0-or-later
//
// How deep a byte of JSON stands, without parsing it.

#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace annota {

/// Fed byte by byte from the start of a JSON text. Made to recover: a raw newline ends a string, a bracket that closes
/// the wrong thing closes all up to the right one, and a bracket without its other half is passed over. Each of these
/// is no JSON and makes the text broken().
class JsonDepth {
public:
    void step(char c) {
        if (in_string_) {
            step_in_string(c);
        } else if (c == '"') {
            in_string_ = true;
        } else if (c == '{' || c == '[') {
            open_.push_back(c == '[');
            ++counts_[c == '['];
        } else if (c == '}' || c == ']') {
            close(c == ']');
        }
    }

    bool in_string() const { return in_string_; }
    bool broken() const { return broken_; }
    /// Objects and arrays open behind the last byte.
    std::size_t depth() const { return open_.size(); }

private:
    void step_in_string(char c) {
        if (c == '\n' || (c == '"' && !escaped_)) in_string_ = false;
        broken_ = broken_ || c == '\n';
        escaped_ = in_string_ && c == '\\' && !escaped_;
    }

    void close(bool is_array) {
        broken_ = broken_ || open_.empty() || open_.back() != is_array;
        if (counts_[is_array] == 0) return;
        bool found = false;
        while (!found) {
            found = open_.back() == is_array;
            --counts_[open_.back()];
            open_.pop_back();
        }
    }

    std::vector<bool> open_;              ///< True for arrays.
    std::array<std::size_t, 2> counts_{}; ///< Of open objects and arrays.
    bool in_string_ = false;
    bool escaped_ = false;
    bool broken_ = false;
};

} // namespace annota
