// SPDX-License-Identifier: GPL-2.0-or-later
//
// Signals end or mark a whole process, so each case runs in a child of its own.

#include "common/interrupt.h"

#include "common/exit_code.h"
#include "common/index_folder.h"

#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <iostream>
#include <new>

using namespace annota;

namespace {

/// Exit code of a child process that does `work`; 1000 + n where signal n killed it.
int code_of_child(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

} // namespace

TEST_CASE("the first signal is remembered, the second kills") {
    CHECK(code_of_child([] { return exit_code_after_interrupts(3); }) == 3);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        CAPTURE(number);
        const auto once = [number] {
            watch_interrupts();
            std::raise(number);
            return interrupt_signal() == number ? exit_code_after_interrupts(3) : 99;
        };
        CHECK(code_of_child(once) == 128 + number);
        const auto twice = [number] {
            watch_interrupts();
            std::raise(number);
            std::raise(number);
            return 99;
        };
        CHECK(code_of_child(twice) == 1000 + number);
    }
}

TEST_CASE("a signal ends waiting for input") {
    const auto wait_for_input = [] {
        int ends[2];
        if (pipe(ends) != 0) return 99;
        watch_interrupts();
        alarm(10); // Kills where the read goes on.
        const pid_t parent = getpid();
        const pid_t child = fork();
        if (child == 0) {
            usleep(50'000);
            kill(parent, SIGTERM);
            _exit(0);
        }
        char byte = 0;
        const ssize_t length = read(ends[0], &byte, 1);
        return length < 0 ? exit_code_after_interrupts(0) : 98;
    };
    CHECK(code_of_child(wait_for_input) == 128 + SIGTERM);
}

TEST_CASE("a signal that the parent ignores stays ignored") {
    const auto under_nohup = [] {
        std::signal(SIGHUP, SIG_IGN);
        watch_interrupts();
        std::raise(SIGHUP);
        return interrupt_signal();
    };
    CHECK(code_of_child(under_nohup) == 0);
}

TEST_CASE("a closed pipe ends a search quietly and an indexer not at all") {
    const auto write_to_closed_pipe = [] {
        int ends[2];
        if (pipe(ends) != 0) return 99;
        close(ends[0]);
        return write(ends[1], "x", 1) < 0 ? 7 : 98;
    };
    const auto searching = [&] {
        end_quietly_on_closed_pipe();
        return write_to_closed_pipe();
    };
    const auto indexing = [&] {
        ignore_closed_pipes();
        return write_to_closed_pipe();
    };
    CHECK(code_of_child(searching) == 0);
    CHECK(code_of_child(indexing) == 7);
}

TEST_CASE("what stops a run becomes a code and one report") {
    struct Row {
        std::function<int()> body;
        int code;
        std::string reported;
    };
    const std::vector<Row> rows{
        {[] { return 3; }, 3, ""},
        {[]() -> int { throw std::runtime_error("disk gone"); }, 2, "failed: disk gone"},
        {[]() -> int { throw std::bad_alloc(); }, 2, "out_of_memory: out of memory"},
        {[]() -> int { throw IndexError(IndexFault::missing, "none"); }, 2, "index_missing: none"},
        {[]() -> int { throw IndexError(IndexFault::locked, "held"); }, exit_code::kBusy, "index_locked: held"},
        {[]() -> int { throw IndexError(IndexFault::changing, "new"); }, exit_code::kBusy, "index_changing: new"},
    };
    for (const Row& row : rows) {
        std::string reported;
        const auto report = [&](const Failure& failure) { reported += failure.kind + ": " + failure.message; };
        CHECK(run_to_exit_code(2, row.body, report) == row.code);
        CHECK(reported == row.reported);
    }
    const auto interrupted = [] {
        watch_interrupts();
        std::raise(SIGTERM);
        return run_to_exit_code(
            1, []() -> int { throw std::runtime_error("read failed"); }, [](const Failure&) {});
    };
    CHECK(code_of_child(interrupted) == 128 + SIGTERM);
}
