// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether a file system has room for what is about to be written, asked before hours of work rather than after.

#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>

namespace annota {

/// The message names the path, the bytes needed and those free.
class SpaceShortage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Throws SpaceShortage where less than `needed` bytes are free for us at `path`. Without an answer of the system,
/// there is room.
void require_space(const std::filesystem::path& path, std::uint64_t needed);

/// The same, told what is free: the message to throw, empty where there is room.
std::string shortage_message(const std::filesystem::path& path, std::uint64_t needed, std::uint64_t free);

} // namespace annota
