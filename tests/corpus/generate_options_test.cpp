// SPDX-License-Identifier: GPL-2.0-or-later

#include "corpus/generate_options.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota::corpus {
namespace {

using Arguments = std::vector<const char*>;

TEST_CASE("parse_generate_options: what is understood", "[corpus]") {
    struct Row {
        Arguments arguments;
        std::uint64_t records, seed, start;
        bool help;
    };
    const std::vector<Row> rows = {{{"10"}, 10, 1, 0, false},
                                   {{"0"}, 0, 1, 0, false},
                                   {{"--seed", "7", "10", "--start=5"}, 10, 7, 5, false},
                                   {{"10", "--seed=18446744073709551615"}, 10, 18446744073709551615U, 0, false},
                                   {{"--help"}, 0, 1, 0, true},
                                   {{"5", "-h"}, 5, 1, 0, true}};
    for (const Row& row : rows) {
        const GenerateOptions options = parse_generate_options(row.arguments);
        CAPTURE(row.arguments.front());
        CHECK(options.records == row.records);
        CHECK(options.seed == row.seed);
        CHECK(options.start == row.start);
        CHECK(options.help == row.help);
    }
}

TEST_CASE("parse_generate_options: what is refused", "[corpus]") {
    const std::vector<std::pair<Arguments, std::string>> rows = {
        {{}, "the number of records is missing"},
        {{"--seed", "1"}, "the number of records is missing"},
        {{"ten"}, "the number of records must be a whole number from 0, not 'ten'"},
        {{"10x"}, "the number of records must be a whole number from 0, not '10x'"},
        {{""}, "the number of records must be a whole number from 0, not ''"},
        {{"99999999999999999999"}, "the number of records must be a whole number from 0, not '99999999999999999999'"},
        {{"1", "--seed"}, "--seed needs a number"},
        {{"1", "--seed="}, "--seed must be a whole number from 0, not ''"},
        {{"1", "--start", "-2"}, "--start must be a whole number from 0, not '-2'"},
        {{"1", "2"}, "unexpected argument '2'"},
        {{"-1"}, "unknown option '-1'"},
        {{"1", "--seeds=2"}, "unknown option '--seeds=2'"},
        {{"2", "--start=18446744073709551615"}, "--start and the number of records together are too large"}};
    for (const auto& [arguments, message] : rows) {
        CHECK_THROWS_WITH(parse_generate_options(arguments), message);
    }
}

} // namespace
} // namespace annota::corpus
