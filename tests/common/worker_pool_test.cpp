// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/worker_pool.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>

namespace annota {

TEST_CASE("a pool does every job once", "[threads]") {
    for (const std::size_t workers : {1u, 2u, 5u}) {
        CAPTURE(workers);
        WorkerPool pool(workers);
        std::vector<std::atomic<int>> done(200);
        std::atomic<bool> in_bounds{true};
        for (std::atomic<int>& times : done)
            pool.submit([&](std::size_t worker) {
                if (worker >= workers) in_bounds = false;
                ++times;
            });
        pool.wait();
        CHECK(in_bounds);
        for (const auto& times : done) CHECK(times == 1);
    }
}

TEST_CASE("a pool throws what a job has thrown", "[threads]") {
    for (const std::size_t workers : {1u, 3u}) {
        CAPTURE(workers);
        WorkerPool pool(workers);
        const auto fail = [&] {
            for (int i = 0; i < 100; ++i)
                pool.submit([i](std::size_t) {
                    if (i == 7) throw std::runtime_error("seven");
                });
            pool.wait();
        };
        CHECK_THROWS_WITH(fail(), "seven");
    }
}

TEST_CASE("a pool that ends gives up what waits", "[threads]") {
    std::atomic<int> done{0};
    {
        WorkerPool pool(2);
        for (int i = 0; i < 4; ++i) pool.submit([&](std::size_t) { ++done; });
    }
    CHECK(done <= 4);
}

} // namespace annota
