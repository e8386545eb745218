// SPDX-License-Identifier: GPL-2.0-or-later
//
// Signals that ask a program to stop. Programs watch, libraries only ask whether they should stop.

#pragma once

namespace annota {

/// From now on the first SIGINT, SIGTERM or SIGHUP is only remembered, and ends a blocking read with EINTR; a second
/// one of the same kind kills. A signal that the parent process ignores (nohup) stays ignored. Call once, before other
/// threads.
void watch_interrupts();

/// The signal that came, 0 while there was none. Any thread, cheap enough to ask for each record.
int interrupt_signal();

/// 128 + n after signal n, else `code`.
int exit_code_after_interrupts(int code);

/// A reader that closed the pipe has seen enough: the program ends at once with 0.
void end_quietly_on_closed_pipe();

/// Writing into a closed pipe fails like any other write: for programs that have more to do than print.
void ignore_closed_pipes();

} // namespace annota
