// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/run.h"

#include "common/exit_code.h"
#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/terminal.h"
#include "common/utf8.h"
#include "searcher/answer_schema.h"
#include "searcher/render_json.h"
#include "searcher/render_text.h"
#include "searcher/search.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <istream>
#include <ostream>
#include <sstream>
#include <utility>

namespace annota {

namespace {

constexpr std::string_view kProgram = "annota-search";

void tell_notes(const ResultPage& page) {
    for (const QueryNote& note : page.notes) {
        const std::string_view rest =
            std::string_view(page.request.text).substr(first_code_points(page.request.text, note.start).size());
        const std::string fragment(first_code_points(rest, note.end - note.start));
        report_message(kProgram, (fragment.empty() ? "note" : "note on '" + fragment + "'") + ": " + note.message);
    }
    for (const std::string& id : page.missing_ids) report_message(kProgram, id + ": there is no such record");
}

/// One word, as the columns of a run are parted by blanks.
std::string trec_id(const Hit& hit) {
    std::string id = printable(hit.record.id.empty() ? hit.id : hit.record.id);
    std::ranges::replace(id, ' ', '_');
    return id;
}

/// A TREC run names records as their source does, so that judgements of the source fit.
std::string trec_lines(const ResultPage& page, const std::string& query_id, const std::string& run) {
    std::ostringstream lines;
    lines << std::fixed << std::setprecision(6);
    for (const Hit& hit : page.hits) {
        lines << query_id << " Q0 " << trec_id(hit) << ' ' << hit.rank << ' ' << hit.score << ' ' << run << '\n';
    }
    return std::move(lines).str();
}

std::string rendered(const ResultPage& page, const SearchOptions& options) {
    switch (options.format) {
    case OutputFormat::json: return render_json(page) + '\n';
    case OutputFormat::jsonl: return render_json_lines(page);
    case OutputFormat::trec: return trec_lines(page, "1", options.run_name);
    case OutputFormat::text: break;
    }
    if (page.request.count_only) return std::to_string(page.total) + '\n';
    const Environment environment = process_environment();
    const bool color = wants_color(options.color, is_terminal(1), environment);
    return render_text(page, {color, terminal_width(1, environment)});
}

int run_one(const SearchOptions& options) {
    Searcher searcher(options.database);
    try {
        const ResultPage page = searcher.search(options.request);
        std::cout << rendered(page, options);
        if (options.format != OutputFormat::json) tell_notes(page);
        return page.total == 0 || !page.missing_ids.empty() ? exit_code::kNoHit : exit_code::kDone;
    } catch (const RequestFault& fault) {
        if (options.format == OutputFormat::json)
            std::cerr << error_json({fault.code(), fault.what(), std::nullopt, {}, options.request.id}) << '\n';
        else
            report_message(kProgram, fault.what());
        return exit_code::kUnusable;
    }
}

std::string answer_line(Searcher& searcher, const std::string& line, const SearchRequest& defaults) {
    const std::variant<SearchRequest, RequestError> request = parse_request(line, defaults);
    if (const auto* error = std::get_if<RequestError>(&request)) return render_error(*error);
    const auto& asked = std::get<SearchRequest>(request);
    try {
        return render_json(searcher.search(asked));
    } catch (const RequestFault& fault) {
        return render_error({fault.code(), fault.what(), std::nullopt, {}, asked.id});
    } catch (const IndexError& error) {
        // The index may be whole again for the next line.
        return render_error({std::string(fault_code(error.fault())), error.what(), std::nullopt, {}, asked.id});
    }
}

int run_batch(const SearchOptions& options) {
    Searcher searcher(options.database);
    std::string line;
    while (interrupt_signal() == 0 && std::getline(std::cin, line))
        std::cout << answer_line(searcher, line, options.request) << std::endl;
    return exit_code::kDone;
}

/// One line is "qid<TAB>text"; empty lines are passed over.
int run_queries(const SearchOptions& options) {
    Searcher searcher(options.database);
    std::ifstream file;
    if (options.queries_file != "-") {
        file.open(options.queries_file);
        if (!file) throw std::runtime_error(options.queries_file + ": cannot be read");
    }
    std::istream& lines = options.queries_file == "-" ? std::cin : file;
    std::size_t number = 0;
    bool all_answered = true;
    for (std::string line; interrupt_signal() == 0 && std::getline(lines, line);) {
        ++number;
        if (trim(line).empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos || tab == 0) {
            report_message(kProgram, options.queries_file + ':' + std::to_string(number) +
                                         ": no query id and tab before the query");
            all_answered = false;
            continue;
        }
        SearchRequest request = options.request;
        request.text = std::string(trim(std::string_view(line).substr(tab + 1)));
        if (request.text.empty()) continue;
        std::cout << trec_lines(searcher.search(request), line.substr(0, tab), options.run_name);
    }
    return all_answered ? exit_code::kDone : exit_code::kUnusable;
}

} // namespace

int run_search(const SearchOptions& options) {
    switch (options.task) {
    case SearchTask::search: return run_one(options);
    case SearchTask::batch: return exit_code_after_interrupts(run_batch(options));
    case SearchTask::queries: return exit_code_after_interrupts(run_queries(options));
    case SearchTask::json_schema: std::cout << answer_schema(); return exit_code::kDone;
    }
    return exit_code::kUnusable;
}

} // namespace annota
