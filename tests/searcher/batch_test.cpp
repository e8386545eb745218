// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/batch.h"

#include "indexer/index_writer.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <istream>
#include <ostream>
#include <regex>
#include <sstream>
#include <streambuf>
#include <string>
#include <thread>

namespace annota {

namespace {

void write_records(const std::filesystem::path& folder, int count) {
    IndexWriter writer(folder, WriteMode::automatic, std::chrono::seconds(0));
    for (int number = 0; number < count; ++number) {
        Record record;
        record.id = "r" + std::to_string(number);
        record.title["en"] = "title word" + std::to_string(number % 7);
        record.year = 2000 + number % 20;
        record.source = "test";
        writer.upsert(record);
    }
    writer.close();
}

std::string answers(const std::filesystem::path& folder, const std::string& lines, std::size_t workers) {
    std::istringstream in(lines);
    std::ostringstream out;
    answer_lines(in, out, {folder}, {}, workers);
    return std::regex_replace(out.str(), std::regex("\"took_ms\":[0-9.e-]+"), "");
}

/// Counts the lines that were flushed.
class CountingBuffer : public std::stringbuf {
public:
    int flushed() const { return flushed_; }

protected:
    int sync() override {
        ++flushed_;
        return 0;
    }

private:
    std::atomic<int> flushed_{0};
};

/// Asks only when all answers so far have come.
class PatientBuffer : public std::streambuf {
public:
    PatientBuffer(const CountingBuffer& answers, int questions) : answers_(answers), questions_(questions) {}

    bool was_patient() const { return patient_; }

protected:
    int_type underflow() override {
        const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        while (answers_.flushed() < asked_ && std::chrono::steady_clock::now() < end) std::this_thread::yield();
        patient_ = patient_ && answers_.flushed() == asked_;
        if (asked_ == questions_) return traits_type::eof();
        line_ = "word" + std::to_string(asked_++ % 7) + "\n";
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_.front());
    }

private:
    const CountingBuffer& answers_;
    int questions_;
    int asked_ = 0;
    bool patient_ = true;
    std::string line_;
};

} // namespace

TEST_CASE("answers stand in the order of their requests, whoever gives them", "[threads]") {
    const test::TemporaryFolder folder;
    write_records(folder.path("index"), 100);
    std::string lines;
    for (int number = 0; number < 80; ++number) {
        const std::string id = "{\"id\":" + std::to_string(number);
        lines += number % 10 == 3   ? "not json {\n"
                 : number % 10 == 4 ? id + R"(,"limit":-1})" + "\n"
                 : number % 10 == 5 ? id + R"(,"year":"2001..","limit":1})" + "\n"
                 : number % 10 == 6 ? id + R"(,"query":"NOT word3","limit":1})" + "\n"
                 : number % 3 == 0  ? id + R"(,"query":"title","limit":60})" + "\n"
                                    : id + R"(,"query":"word)" + std::to_string(number % 7) + "\",\"limit\":1}\n";
    }
    const std::string alone = answers(folder.path("index"), lines, 1);
    CHECK(std::ranges::count(alone, '\n') == 80);
    CHECK(alone.find("\"id\":79") != std::string::npos);
    for (const std::size_t workers : {2U, 5U}) CHECK(answers(folder.path("index"), lines, workers) == alone);
}

TEST_CASE("who waits for each answer gets it", "[threads]") {
    const test::TemporaryFolder folder;
    write_records(folder.path("index"), 30);
    for (const std::size_t workers : {1U, 3U}) {
        CountingBuffer answers;
        PatientBuffer questions(answers, 20);
        std::istream in(&questions);
        std::ostream out(&answers);
        answer_lines(in, out, {folder.path("index")}, {}, workers);
        CHECK(answers.flushed() == 20);
        CHECK(questions.was_patient());
    }
}

TEST_CASE("without an index there is no answer", "[threads]") {
    const test::TemporaryFolder folder;
    std::istringstream in("word\n");
    std::ostringstream out;
    CHECK_THROWS(answer_lines(in, out, {folder.path("none")}, {}, 2));
    CHECK(out.str().empty());
}

} // namespace annota
