// SPDX-License-Identifier: GPL-2.0-or-later
//
// A disk that fails once, for whatever this program writes by pwrite(), as Xapian writes its tables.

#pragma once

namespace annota::test {

/// While it lives, the write of that number, from 1, fails with EIO. One at a time.
class FailingWrite {
public:
    explicit FailingWrite(int number);
    ~FailingWrite();
    FailingWrite(const FailingWrite&) = delete;
    FailingWrite& operator=(const FailingWrite&) = delete;

    bool reached() const;
};

} // namespace annota::test
