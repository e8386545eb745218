// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/exit_code.h"

#include "common/index_folder.h"
#include "common/interrupt.h"
#include "common/terminal.h"

#include <exception>
#include <iostream>
#include <new>

namespace annota {
namespace {

int code_of(IndexFault fault, int failed) {
    return fault == IndexFault::locked || fault == IndexFault::changing ? exit_code::kBusy : failed;
}

int run_guarded(int failed, const std::function<int()>& body, const FailureReport& report) {
    Failure failure;
    try {
        return body();
    } catch (const IndexError& error) {
        failure = {code_of(error.fault(), failed), std::string(fault_code(error.fault())), error.what()};
    } catch (const std::bad_alloc&) {
        failure = {failed, "out_of_memory", "out of memory"};
    } catch (const std::exception& error) {
        failure = {failed, "failed", error.what()};
    }
    report(failure);
    return exit_code_after_interrupts(failure.code);
}

} // namespace

int run_to_exit_code(int failed, const std::function<int()>& body, const FailureReport& report) {
    const int code = run_guarded(failed, body, report);
    std::cout.flush();
    if (std::cout || code != exit_code::kDone) return code;
    report({failed, "failed", "cannot write to standard output"});
    return failed;
}

void report_message(std::string_view program, std::string_view message) {
    std::cerr << program << ": " << printable(message) << std::endl;
}

void report_usage_error(std::string_view program, std::string_view message) {
    report_message(program, message);
    std::cerr << "Options are listed by: " << program << " --help" << std::endl;
}

} // namespace annota
