// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/run.h"

#include "common/exit_code.h"
#include "common/index_reader.h"
#include "common/interrupt.h"
#include "common/terminal.h"
#include "common/utf8.h"
#include "common/worker_pool.h"
#include "searcher/answer_schema.h"
#include "searcher/batch.h"
#include "searcher/output.h"
#include "searcher/render_json.h"
#include "searcher/search.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <istream>
#include <memory>
#include <optional>

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
    if (page.suggestion) report_message(kProgram, "did you mean: " + *page.suggestion);
    for (const std::string& id : page.missing_ids) report_message(kProgram, id + ": there is no such record");
}

void write_page(const ResultPage& page, const SearchOptions& options) {
    if (options.output.format == OutputFormat::json) {
        std::cout << render_json(page) << '\n';
        return;
    }
    if (options.output.format == OutputFormat::text && page.request.count_only) {
        std::cout << page.total << '\n';
        return;
    }
    const std::unique_ptr<HitWriter> writer = make_hit_writer(options.output, process_environment());
    std::cout << writer->begin(page);
    for (const Hit& hit : page.hits) std::cout << writer->hit(hit);
    std::cout << writer->end(page);
}

int write_one_page(Searcher& searcher, const SearchOptions& options) {
    const ResultPage page = searcher.search(options.request);
    write_page(page, options);
    if (options.output.format != OutputFormat::json) tell_notes(page);
    const bool listed = !page.request.terms || std::ranges::any_of(page.facets, [](const FacetResult& list) {
        return list.counts.total_values > 0;
    });
    return page.total == 0 || !listed || !page.missing_ids.empty() ? exit_code::kNoHit : exit_code::kDone;
}

void tell_missing_hits(const HitStream& hits) {
    if (hits.deleted() > 0)
        report_message(kProgram, "left out, as they were deleted meanwhile: " + std::to_string(hits.deleted()) +
                                     " of " + std::to_string(hits.page().total) + " records");
    if (!hits.complete())
        report_message(kProgram, "not all hits were written: " + std::to_string(hits.given()) + " of " +
                                     std::to_string(hits.page().total));
}

/// Ends early, but properly, where a signal comes or nothing can be written any more.
int write_all(Searcher& searcher, const SearchOptions& options) {
    HitStream hits = searcher.stream(options.request);
    const std::unique_ptr<HitWriter> writer = make_hit_writer(options.output, process_environment());
    std::cout << writer->begin(hits.page());
    while (interrupt_signal() == 0 && std::cout) {
        const std::optional<Hit> hit = hits.next();
        if (!hit) break;
        std::cout << writer->hit(*hit);
    }
    std::cout << writer->end(hits.page());
    tell_notes(hits.page());
    tell_missing_hits(hits);
    const bool fine = hits.complete() && hits.page().total > 0;
    return exit_code_after_interrupts(fine ? exit_code::kDone : exit_code::kNoHit);
}

int run_one(const SearchOptions& options) {
    Searcher searcher(options.databases);
    try {
        return options.all ? write_all(searcher, options) : write_one_page(searcher, options);
    } catch (const RequestFault& fault) {
        if (options.output.format == OutputFormat::json)
            std::cerr << error_json({fault.code(), fault.what(), std::nullopt, {}, options.request.id}) << '\n';
        else
            report_message(kProgram, fault.what());
        return exit_code::kUnusable;
    }
}

int run_batch(const SearchOptions& options) {
    answer_lines(std::cin, std::cout, options.databases, options.request, worker_count(options.jobs));
    return exit_code::kDone;
}

/// One line is "qid<TAB>text"; empty lines are passed over.
int run_queries(const SearchOptions& options) {
    Searcher searcher(options.databases);
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
        TrecWriter writer(line.substr(0, tab), options.output.run_name);
        for (const Hit& hit : searcher.search(request).hits) std::cout << writer.hit(hit);
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
