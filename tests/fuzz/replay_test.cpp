// SPDX-License-Identifier: GPL-2.0-or-later
//
// The seeds of the fuzzers, every past finding among them, and damaged copies of each. What the fuzzer finds is added
// to seeds/TARGET/ under a name that tells what it was.

#include "tests/fuzz/targets.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace annota {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> seeds_of(const test::FuzzTarget& target) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(ANNOTA_FUZZ_SEEDS) / target.name))
        files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// One to four times: a stretch dropped, doubled or moved to the end, or a byte changed.
std::string damaged(std::string bytes, std::mt19937& random) {
    for (std::size_t times = 1 + random() % 4; times > 0 && !bytes.empty(); --times) {
        const std::size_t at = random() % bytes.size();
        const std::string piece = bytes.substr(at, 1 + random() % 12);
        switch (random() % 4) {
        case 0: bytes.erase(at, piece.size()); break;
        case 1: bytes.insert(at, piece); break;
        case 2: bytes.erase(at, piece.size()).append(piece); break;
        default: bytes[at] = static_cast<char>(random() % 256); break;
        }
    }
    return bytes;
}

} // namespace

TEST_CASE("every fuzz target survives its seeds and damaged copies of them", "[fuzz]") {
    constexpr std::size_t kCopies = 40;
    for (const test::FuzzTarget& target : test::fuzz_targets()) {
        const std::vector<fs::path> files = seeds_of(target);
        CAPTURE(target.name);
        CHECK_FALSE(files.empty());
        std::mt19937 random(1);
        for (const fs::path& file : files) {
            const std::string seed = bytes_of(file);
            CAPTURE(file.filename().string());
            CHECK_NOTHROW(target.run(seed));
            for (std::size_t i = 0; i < kCopies; ++i) {
                const std::string copy = damaged(seed, random);
                CAPTURE(copy);
                CHECK_NOTHROW(target.run(copy));
            }
        }
    }
}

} // namespace annota
