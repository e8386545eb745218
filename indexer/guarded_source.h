// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/file_stamp.h"
#include "indexer/peekable_source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace annota {

struct InputFailure {
    std::string code; ///< Of the reject: "truncated" or "unreadable".
    std::string message;
};

/// An input whose failure ends the file, not the run: what was read before it is kept.
class GuardedSource {
public:
    /// The bytes of the file itself are added to the hash and to `raw_bytes`; both must outlive the source.
    GuardedSource(std::string file, FileHasher& hasher, std::uint64_t& raw_bytes)
        : file_(std::move(file)), hasher_(hasher), raw_bytes_(raw_bytes) {}

    /// Null where the input cannot be opened.
    PeekableSource* open();

    const std::optional<InputFailure>& failure() const { return failure_; }

private:
    class Bytes;

    void guarded(const std::function<void()>& work);

    std::string file_;
    FileHasher& hasher_;
    std::uint64_t& raw_bytes_;
    std::unique_ptr<PeekableSource> source_;
    std::optional<InputFailure> failure_;
};

} // namespace annota
