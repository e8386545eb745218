// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/xapian_errors.h"

#include "common/index_folder.h"

#include <xapian.h>

#include <stdexcept>
#include <string>

namespace annota {

bool is_xapian_error(const std::exception_ptr& thrown) {
    try {
        std::rethrow_exception(thrown);
    } catch (const Xapian::Error&) {
        return true;
    } catch (...) {
        return false;
    }
}

void throw_translated(const std::filesystem::path& folder) {
    try {
        throw;
    } catch (const Xapian::DatabaseLockError& error) {
        throw IndexError(IndexFault::locked, folder.string() + ": " + error.get_msg());
    } catch (const Xapian::DatabaseCorruptError& error) {
        throw IndexError(IndexFault::damaged, folder.string() + ": the index is damaged (" + error.get_msg() + "); " +
                                                  rebuild_advice(folder.parent_path()));
    } catch (const Xapian::InvalidOperationError&) {
        // With DB_DANGEROUS Xapian cannot give a failed write up, and says so in place of what failed.
        throw std::runtime_error(folder.string() + ": cannot write; is the disk full?");
    } catch (const Xapian::Error& error) {
        const char* const reason = error.get_error_string();
        throw std::runtime_error(folder.string() + ": " + error.get_msg() +
                                 (reason != nullptr ? std::string(": ") + reason : ""));
    }
}

} // namespace annota
