// SPDX-License-Identifier: GPL-2.0-or-later
//
// The border at which Xapian's exceptions become ours.

#pragma once

#include <exception>
#include <filesystem>

namespace annota {

/// For a catch block: throws an exception of Xapian's as IndexError or as std::runtime_error with the folder, all else
/// as it is.
[[noreturn]] void throw_translated(const std::filesystem::path& folder);

/// `thrown` is not null.
bool is_xapian_error(const std::exception_ptr& thrown);

/// Runs `work`, which uses a database in `folder`.
template <class Work> auto with_translated_errors(const std::filesystem::path& folder, Work work) {
    try {
        return work();
    } catch (...) {
        throw_translated(folder);
    }
}

} // namespace annota
