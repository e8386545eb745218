// SPDX-License-Identifier: GPL-2.0-or-later
//
// When a search has to stop.

#pragma once

#include <chrono>
#include <exception>
#include <optional>

namespace annota {

/// Thrown where the work is; what was found until then is a part of the whole.
class DeadlinePassed : public std::exception {
public:
    const char* what() const noexcept override { return "the time for the search is over"; }
};

class Deadline {
public:
    /// Never passes.
    Deadline() = default;
    explicit Deadline(std::chrono::milliseconds from_now) : end_(std::chrono::steady_clock::now() + from_now) {}

    bool is_set() const { return end_.has_value(); }

    /// Throws DeadlinePassed. Costs some 25 nanoseconds where a deadline is set.
    void check() const {
        if (end_ && std::chrono::steady_clock::now() >= *end_) throw DeadlinePassed();
    }

private:
    std::optional<std::chrono::steady_clock::time_point> end_;
};

} // namespace annota
