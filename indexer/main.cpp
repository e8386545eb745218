// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/exit_code.h"
#include "common/interrupt.h"
#include "indexer/libraries.h"
#include "indexer/options.h"
#include "indexer/run.h"
#include "searcher/find_ids.h"

#include <iostream>

int main(int argc, char* argv[]) {
    constexpr std::string_view kName = "annota-index";
    const auto body = [&] {
        const auto parsed = annota::parse_index_options(argc, argv);
        if (const auto* wrong = std::get_if<annota::UsageError>(&parsed)) {
            annota::report_usage_error(kName, wrong->message);
            return annota::exit_code::kUnusable;
        }
        const auto* options = std::get_if<annota::IndexOptions>(&parsed);
        if (options == nullptr) annota::end_quietly_on_closed_pipe();
        if (const auto* information = std::get_if<annota::Information>(&parsed)) std::cout << information->text;
        if (std::holds_alternative<annota::VersionRequest>(parsed)) {
            std::cout << annota::version_text(kName, annota::indexer_libraries());
        }
        if (options == nullptr) return annota::exit_code::kDone;
        annota::watch_interrupts();
        return annota::run_index(*options, annota::find_ids);
    };
    const auto report = [&](const annota::Failure& failure) { annota::report_message(kName, failure.message); };
    annota::ignore_closed_pipes();
    return annota::run_to_exit_code(annota::exit_code::kFailed, body, report);
}
