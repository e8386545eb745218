// SPDX-License-Identifier: GPL-2.0-or-later
//
// Threads that take jobs from a bounded queue.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace annota {

/// `asked`, or as many as there are cores where that is 0.
std::size_t worker_count(std::size_t asked);

class WorkerPool {
public:
    /// Called with the number of the worker that does it, below workers().
    using Job = std::function<void(std::size_t worker)>;

    /// With one worker jobs are done by the caller of submit().
    explicit WorkerPool(std::size_t workers);
    /// Gives up the jobs that nobody has begun.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    std::size_t workers() const { return workers_; }

    /// Waits while one job for each worker is waiting. Throws what a job before has thrown, and does nothing then.
    void submit(Job job);

    /// Returns when all jobs are done. Throws what one of them has thrown, maybe while others go on: what a job refers
    /// to must live as long as the pool.
    void wait();

private:
    void work(std::size_t worker);
    void rethrow_failure();

    std::size_t workers_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> waiting_;
    std::size_t busy_ = 0;
    bool ending_ = false;
    std::exception_ptr failure_;
    std::vector<std::thread> threads_;
};

} // namespace annota
