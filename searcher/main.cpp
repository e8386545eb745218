// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/exit_code.h"
#include "common/interrupt.h"
#include "common/version.h"
#include "searcher/options.h"
#include "searcher/run.h"

#include <iostream>

int main(int argc, char* argv[]) {
    constexpr std::string_view kName = "annota-search";
    bool as_json = false;
    const auto body = [&] {
        const auto parsed = annota::parse_search_options(argc, argv);
        if (const auto* wrong = std::get_if<annota::SearchUsageError>(&parsed)) {
            if (wrong->as_json) {
                std::cerr << annota::error_json(annota::as_request_error(wrong->error)) << std::endl;
            } else {
                annota::report_usage_error(kName, wrong->error.message);
            }
            return annota::exit_code::kUnusable;
        }
        if (const auto* information = std::get_if<annota::Information>(&parsed)) std::cout << information->text;
        if (std::holds_alternative<annota::VersionRequest>(parsed)) std::cout << annota::version_text(kName, {});
        const auto* options = std::get_if<annota::SearchOptions>(&parsed);
        if (options == nullptr) return annota::exit_code::kDone;
        as_json = options->output.format == annota::OutputFormat::json;
        annota::watch_interrupts();
        return annota::run_search(*options);
    };
    const auto report = [&](const annota::Failure& failure) {
        if (!as_json) return annota::report_message(kName, failure.message);
        std::cerr << annota::error_json({failure.kind, failure.message, std::nullopt, {}, {}}) << std::endl;
    };
    annota::end_quietly_on_closed_pipe();
    return annota::run_to_exit_code(annota::exit_code::kUnusable, body, report);
}
