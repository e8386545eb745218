// SPDX-License-Identifier: GPL-2.0-or-later
//
// A program may wait for each answer before it asks again, so whoever completes the next answer writes it at once, and
// those behind it that are complete already.

#include "searcher/batch.h"

#include "common/interrupt.h"
#include "common/worker_pool.h"
#include "searcher/render_json.h"
#include "searcher/request_json.h"
#include "searcher/search.h"

#include <condition_variable>
#include <istream>
#include <map>
#include <memory>
#include <mutex>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace annota {

namespace {

/// Answers that wait for a slow one before them, for each worker.
constexpr std::size_t kWaitingAnswers = 16;

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

/// Writes numbered answers in order.
class AnswerQueue {
public:
    AnswerQueue(std::ostream& out, std::size_t most_waiting) : out_(out), most_waiting_(most_waiting) {}

    /// Waits until request `number` is near enough to the next answer that is written.
    void wait_for_place(std::size_t number) {
        std::unique_lock lock(mutex_);
        written_.wait(lock, [&] { return number < next_ + most_waiting_ || given_up_; });
    }

    /// There will be no next answer: nobody waits any more.
    void give_up() {
        const std::lock_guard lock(mutex_);
        given_up_ = true;
        written_.notify_all();
    }

    void add(std::size_t number, std::string answer) {
        const std::lock_guard lock(mutex_);
        waiting_.emplace(number, std::move(answer));
        for (auto first = waiting_.begin(); first != waiting_.end() && first->first == next_; ++next_) {
            out_ << first->second << std::endl;
            first = waiting_.erase(first);
        }
        written_.notify_all();
    }

private:
    std::ostream& out_;
    const std::size_t most_waiting_;
    std::mutex mutex_;
    std::condition_variable written_;
    std::map<std::size_t, std::string> waiting_;
    std::size_t next_ = 0;
    bool given_up_ = false;
};

} // namespace

void answer_lines(std::istream& in, std::ostream& out, const std::vector<std::filesystem::path>& databases,
                  const SearchRequest& defaults, std::size_t workers) {
    std::vector<std::unique_ptr<Searcher>> searchers(workers); // A worker that is never needed opens no index.
    searchers.front() = std::make_unique<Searcher>(databases);
    AnswerQueue answers(out, kWaitingAnswers * workers);
    WorkerPool pool(workers);
    std::string line;
    for (std::size_t number = 0; interrupt_signal() == 0 && std::getline(in, line); ++number) {
        answers.wait_for_place(number);
        pool.submit([&, number, line](std::size_t worker) {
            std::unique_ptr<Searcher>& searcher = searchers[worker];
            try {
                if (!searcher) searcher = std::make_unique<Searcher>(databases);
                answers.add(number, answer_line(*searcher, line, defaults));
            } catch (...) {
                answers.give_up();
                throw;
            }
        });
    }
    pool.wait();
}

} // namespace annota
