// SPDX-License-Identifier: GPL-2.0-or-later
//
// Passing over unchanged files is the same as reading them: histories of random changes of files and of runs over them
// leave the same index, and the same log of changes, with it and without.

#include "indexer/changed.h"
#include "indexer/run.h"
#include "indexer/source_ledger.h"
#include "tests/common/random_records.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>

#include <set>
#include <sstream>

namespace annota {

namespace {

namespace fs = std::filesystem;

IndexOptions quiet(const std::string& database, IndexVerb verb) {
    IndexOptions options;
    options.verb = verb;
    options.database = database;
    options.quiet = true;
    return options;
}

std::string log_of(const std::string& database, std::uint64_t since) {
    IndexOptions options = quiet(database, IndexVerb::changed);
    options.since = since;
    std::ostringstream out;
    print_changes(options, out);
    return out.str();
}

/// Files of records that overlap in ids, DOIs and sources, and two indexes that live through the same.
class History {
public:
    explicit History(std::uint32_t seed) : random_(seed) {
        for (const char* name : {"a.jsonl", "b.jsonl", "sub/c.jsonl", "sub/d.jsonl"}) write_file(name);
    }

    void step() {
        if (random_.chance(0.6)) change_a_file();
        if (random_.chance(0.2) && fs::exists(folder_.path("with/annota.index")))
            remove();
        else
            add();
    }

    void check() const {
        if (!fs::exists(folder_.path("with/annota.index"))) return;
        CHECK(test::dump_of(folder_.path("with")) == test::dump_of(folder_.path("without")));
        CHECK(test::contents_of(folder_.path("with")) == test::contents_of(folder_.path("without")));
        for (const std::uint64_t since : {0U, 1U, 3U, 7U})
            CHECK(log_of(folder_.path("with"), since) == log_of(folder_.path("without"), since));
    }

    const std::string& story() const { return story_; }

private:
    std::string line() {
        const std::string work = std::to_string(random_.below(8));
        std::string text = R"({"title":"Work )" + work + (random_.chance(0.3) ? " anew" : "") + '"';
        if (random_.chance(0.6)) text += R"(,"id":"w)" + work + '"';
        if (random_.chance(0.3)) text += R"(,"doi":"10.1000/)" + (random_.chance(0.9) ? work : "0") + '"';
        if (random_.chance(0.2)) text += random_.chance(0.7) ? R"(,"source":"shelf")" : R"(,"source":"board")";
        if (random_.chance(0.05)) text += R"(,"source":")" + folder_.path("a.jsonl") + '"';
        return text + "}\n";
    }

    void write_file(const std::string& name) {
        std::string text;
        for (std::size_t left = random_.below(5); left > 0; --left) text += line();
        if (random_.chance(0.1)) text += "{}\n"; // a reject
        folder_.write(name, text);
        files_.insert(name);
        story_ += "write " + name + ":\n" + text;
    }

    void change_a_file() {
        const std::vector<std::string> names(files_.begin(), files_.end());
        const std::string name = random_.pick(names);
        if (random_.chance(0.7)) {
            write_file(name);
        } else if (random_.chance(0.5) && files_.size() > 1) {
            fs::remove(folder_.path(name));
            files_.erase(name);
            story_ += "remove " + name + '\n';
        } else {
            const std::string other = random_.pick(std::vector<std::string>{"a.jsonl", "e.jsonl", "sub/f.jsonl"});
            fs::rename(folder_.path(name), folder_.path(other));
            files_.erase(name);
            files_.insert(other);
            story_ += "rename " + name + " to " + other + '\n';
        }
    }

    void add() {
        IndexOptions options = quiet({}, IndexVerb::add);
        story_ += "add";
        for (const std::string& name : files_)
            if (random_.chance(0.5)) options.words.push_back(folder_.path(name));
        fs::create_directories(folder_.path("sub"));
        if (random_.chance(0.3)) options.words.push_back(folder_.path("sub"));
        options.prune = random_.chance(0.4);
        options.max_delete = RecordLimit{random_.chance(0.9) ? 100.0 : 20.0, true};
        for (const std::string& word : options.words) story_ += ' ' + word;
        story_ += options.prune ? " pruned\n" : "\n";
        run_both(options);
    }

    void remove() {
        IndexOptions options = quiet({}, IndexVerb::remove);
        options.words = {"w" + std::to_string(random_.below(8))};
        story_ += "delete " + options.words[0] + '\n';
        run_both(options);
    }

    void run_both(IndexOptions options) const {
        CHECK(outcome(options, "with", true) == outcome(options, "without", false));
    }

    std::string outcome(IndexOptions& options, const std::string& index, bool skips) const {
        options.database = folder_.path(index);
        options.skip_unchanged = skips;
        try {
            return std::to_string(run_index(options));
        } catch (const std::runtime_error& error) {
            return error.what();
        }
    }

    test::RandomRecords random_;
    test::TemporaryFolder folder_;
    std::set<std::string> files_;
    std::string story_;
};

} // namespace

TEST_CASE("passing over unchanged files is the same as reading them") {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        History history(seed);
        for (int step = 0; step < 14; ++step) history.step();
        INFO(history.story());
        history.check();
    }
}

TEST_CASE("which files are passed over") {
    const test::TemporaryFolder folder;
    const std::string a = folder.write("a.jsonl", R"({"id":"x","title":"Rivers"})"
                                                  "\n");
    const std::string b = folder.write("b.jsonl", R"({"id":"y","title":"Lakes","source":"shelf"})"
                                                  "\n");
    const std::string c = folder.write("c.jsonl", R"({"id":"z","title":"Seas","source":"shelf"})"
                                                  "\n");
    const std::string index = folder.path("index");
    const auto add = [&](const std::vector<std::string>& files) {
        IndexOptions options = quiet(index, IndexVerb::add);
        options.words = files;
        run_index(options);
    };
    const auto unchanged = [&](bool prunes = false) {
        IndexWriter writer(index, WriteMode::existing, std::chrono::milliseconds(0));
        const std::vector<FileStamp> stamps = writer.stamps();
        std::string names;
        for (const std::string& file : {a, b, c}) {
            const std::string reading = stamps.empty() ? std::string() : stamps[0].reading;
            SourceLedger ledger(writer, LedgerRules{true, true, prunes, reading});
            if (ledger.unchanged(file) != nullptr) names += fs::path(file).stem();
        }
        return names;
    };
    add({a, b});
    CHECK(unchanged() == "ab");
    CHECK(unchanged(true) == "ab"); // the index was empty
    add({c});                       // brings the source of b
    CHECK(unchanged() == "ac");
    CHECK(unchanged(true) == "a");
    add({b, c}); // share a source
    CHECK(unchanged() == "abc");
    CHECK(unchanged(true) == "a");
    IndexOptions removal = quiet(index, IndexVerb::remove);
    removal.words = {"x"};
    run_index(removal);
    CHECK(unchanged() == "bc");
    add({a});
    CHECK(unchanged() == "abc");
    folder.write("a.jsonl", R"({"id":"x","title":"Brooks"})"
                            "\n");
    CHECK(unchanged() == "bc");
    folder.write("a.jsonl", "{}\n");
    add({a}); // a reject
    CHECK(unchanged() == "bc");
}

} // namespace annota
