// SPDX-License-Identifier: GPL-2.0-or-later
//
// A handler may touch nothing but a lock-free atomic, hence the one variable of the process that is not a constant.

#include "common/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace annota {
namespace {

std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void remember_signal(int number) {
    received.store(number, std::memory_order_relaxed);
}
extern "C" void end_process(int) {
    _exit(0);
}

void handle(int number, void (*handler)(int), int flags) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, nullptr);
}

bool is_ignored(int number) {
    struct sigaction present {};
    return sigaction(number, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
}

} // namespace

void watch_interrupts() {
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        // Without SA_RESTART, so that waiting for input ends.
        if (!is_ignored(number)) handle(number, remember_signal, static_cast<int>(SA_RESETHAND));
    }
}

int interrupt_signal() {
    return received.load(std::memory_order_relaxed);
}

int exit_code_after_interrupts(int code) {
    const int number = interrupt_signal();
    return number == 0 ? code : 128 + number;
}

void end_quietly_on_closed_pipe() {
    handle(SIGPIPE, end_process, 0);
}

void ignore_closed_pipes() {
    handle(SIGPIPE, SIG_IGN, 0);
}

} // namespace annota
