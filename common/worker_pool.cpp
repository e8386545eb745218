// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/worker_pool.h"

#include <algorithm>
#include <csignal>
#include <utility>

namespace annota {

namespace {

/// Signals are for the thread that reads the input: one that waits there has to be woken. SIGPIPE comes to the thread
/// that writes.
class SignalsBlocked {
public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        sigdelset(&all, SIGPIPE);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;

private:
    sigset_t before_{};
};

} // namespace

std::size_t worker_count(std::size_t asked) {
    return asked != 0 ? asked : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

WorkerPool::WorkerPool(std::size_t workers) : workers_(std::max<std::size_t>(workers, 1)) {
    if (workers_ == 1) return;
    const SignalsBlocked inherited_by_threads;
    for (std::size_t worker = 0; worker < workers_; ++worker) threads_.emplace_back([this, worker] { work(worker); });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

void WorkerPool::submit(Job job) {
    if (threads_.empty()) {
        job(0);
        return;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.size() < workers_ || failure_; });
    rethrow_failure();
    waiting_.push_back(std::move(job));
    changed_.notify_all();
}

void WorkerPool::wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return (waiting_.empty() && busy_ == 0) || failure_; });
    rethrow_failure();
}

void WorkerPool::rethrow_failure() {
    if (failure_) std::rethrow_exception(failure_);
}

void WorkerPool::work(std::size_t worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (ending_) return;
        const Job job = std::move(waiting_.front());
        waiting_.pop_front();
        ++busy_;
        lock.unlock();
        changed_.notify_all();
        std::exception_ptr failure;
        try {
            job(worker);
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        --busy_;
        if (failure && !failure_) failure_ = failure;
        changed_.notify_all();
    }
}

} // namespace annota
