// SPDX-License-Identifier: GPL-2.0-or-later
//
// A program's own pwrite() comes before that of the C library, for the libraries that it is linked with, too.

#include "tests/indexer/failing_write.h"

#include <atomic>
#include <cerrno>
#include <cstddef>

#include <dlfcn.h>
#include <unistd.h>

namespace annota::test {

namespace {

std::atomic<int> left{0}; ///< Writes up to the one that fails; 0: none fails any more.

} // namespace

FailingWrite::FailingWrite(int number) {
    left = number;
}

FailingWrite::~FailingWrite() {
    left = 0;
}

bool FailingWrite::reached() const {
    return left == 0;
}

} // namespace annota::test

// NOLINTNEXTLINE(readability-inconsistent-declaration-parameter-name): the C library's are reserved names.
extern "C" ssize_t pwrite(int file, const void* bytes, std::size_t count, off_t offset) {
    using Write = ssize_t (*)(int, const void*, std::size_t, off_t);
    static const auto next = reinterpret_cast<Write>(::dlsym(RTLD_NEXT, "pwrite"));
    int waiting = annota::test::left;
    while (waiting > 0 && !annota::test::left.compare_exchange_weak(waiting, waiting - 1)) {
    }
    if (waiting == 1) {
        errno = EIO;
        return -1;
    }
    return next(file, bytes, count, offset);
}
