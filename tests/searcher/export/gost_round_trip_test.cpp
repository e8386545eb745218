// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the citation parser reads in the citations that we print: the record, as far as a citation holds it. Left out of
// the comparison, as no citation has them: abstract, keywords, texts in further languages, affiliations, ORCIDs, links,
// databases, and types that look like articles. Given names come back as the initials that are printed, and of many
// authors the first three.

#include "common/utf8.h"
#include "common/word_list.h"
#include "corpus/record_generator.h"
#include "indexer/citation_parser.h"
#include "indexer/input.h"
#include "indexer/json_lines_reader.h"
#include "searcher/export/gost.h"
#include "tests/indexer/reader_output.h"
#include "tests/searcher/export/sample_records.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>

namespace annota {

namespace {

using Fields = std::map<std::string, std::string>;

/// "Рябов ГД, Сомова ЛК": all that is printed of the first three.
std::string names_text(const std::vector<PersonName>& names) {
    constexpr std::size_t kNamed = 3;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) {
        texts.push_back(names[i].family + ' ');
        for (const std::string& given : names[i].given) texts.back() += first_code_points(given, 1);
    }
    return joined(texts, ", ");
}

/// Blanks are a matter of print, and so is the full stop behind a text.
std::string plain(std::string text) {
    text = collapse_blanks(text);
    while (text.ends_with('.')) text.pop_back();
    return text;
}

bool is_printed_type(std::string_view type) {
    return type == "article-journal" || type == "book" || type == "chapter" || type == "thesis";
}

Fields fields_of(const Record& record) {
    const ExportedRecord exported = exported_record(record, "");
    return {{"title", plain(exported.title)},
            {"journal", plain(exported.journal)},
            {"authors", names_text(exported.authors)},
            {"editors", names_text(exported.editors)},
            {"year", record.year == 0 ? "" : std::to_string(record.year)},
            {"volume", record.volume},
            {"issue", record.issue},
            {"pages", record.pages == "-" ? "" : record.pages}, // What some sources have for none.
            {"publisher", plain(record.publisher)},
            {"place", plain(record.place)},
            {"extent", record.extent},
            {"doi", record.doi},
            {"url", record.url},
            {"isbn", joined(record.isbn, " ")},
            {"issn", joined(record.issn, " ")},
            {"type", is_printed_type(record.type) ? record.type : ""}};
}

struct Score {
    int all = 0;
    int right = 0;
    double percent() const { return all == 0 ? 100 : 100.0 * right / all; }
};

class RoundTrips {
public:
    explicit RoundTrips(GostStandard standard) : standard_(standard) {}

    void add(const Record& record) {
        const Fields wanted = fields_of(record);
        const std::string printed = gost_citation(exported_record(record, ""), standard_);
        const Fields got = fields_of(parse_citation(printed));
        bool whole = true;
        for (const auto& [field, value] : wanted) {
            if (value.empty()) continue;
            ++scores_[field].all;
            if (got.at(field) == value) {
                ++scores_[field].right;
            } else {
                whole = false;
                note(field, value, got.at(field), printed);
            }
        }
        ++scores_["whole"].all;
        if (whole) ++scores_["whole"].right;
    }

    double percent(const std::string& field) const { return scores_.at(field).percent(); }

    std::string report() const {
        std::ostringstream out;
        for (const auto& [field, score] : scores_) out << field << ' ' << score.right << '/' << score.all << "; ";
        return out.str() + examples_;
    }

private:
    void note(const std::string& field, const std::string& wanted, const std::string& got, const std::string& printed) {
        constexpr int kShown = 4;
        if (++noted_[field] <= kShown)
            examples_ += "\n  " + field + ": «" + wanted + "» became «" + got + "» in " + printed;
    }

    GostStandard standard_;
    std::map<std::string, Score> scores_;
    std::map<std::string, int> noted_;
    std::string examples_;
};

std::vector<Record> generated(std::uint64_t count) {
    const corpus::RecordGenerator generator(7);
    std::string lines;
    for (std::uint64_t i = 0; i < count; ++i) generator.append(i, lines);
    JsonLinesReader reader;
    return test::read_text(reader, lines).records;
}

/// At most `limit` records of a JSON Lines file, compressed or not.
std::vector<Record> records_of(const std::string& path, std::size_t limit) {
    std::vector<Record> records;
    JsonLinesReader reader;
    const std::unique_ptr<ByteSource> bytes = open_input(path);
    reader.read(*bytes, path, [&](std::variant<Record, Problem>&& item) {
        if (auto* record = std::get_if<Record>(&item)) records.push_back(std::move(*record));
        return records.size() < limit;
    });
    return records;
}

/// At least so many per cent of the records come back whole.
void check_round_trips(const std::vector<Record>& records, double whole) {
    REQUIRE_FALSE(records.empty());
    for (const GostStandard standard : {GostStandard::reference, GostStandard::description}) {
        RoundTrips trips(standard);
        for (const Record& record : records) trips.add(record);
        CAPTURE(trips.report());
        CHECK(trips.percent("whole") >= whole);
    }
}

} // namespace

TEST_CASE("Every kind of work comes back from both standards") {
    Record book = test::edited_book();
    book.extent += " с."; // Which is printed behind bare digits.
    Record chapter = test::english_chapter();
    chapter.pages = "5-16"; // Of several ranges the reader takes the first.
    check_round_trips({test::russian_article(), chapter, test::russian_thesis(), book}, 100);
}

TEST_CASE("Generated records come back from both standards") {
    check_round_trips(generated(2000), 99.9);
}

TEST_CASE("Records of real journals come back from both standards") {
    const char* const shared = std::getenv("ANNOTA_SHARED");
    if (shared == nullptr) {
        WARN("skipped: ANNOTA_SHARED is not set");
        return;
    }
    const std::string corpora = std::string(shared) + "/corpora/";
    check_round_trips(records_of(corpora + "npe/npe-dev.jsonl", 10'000), 99);
    check_round_trips(records_of(corpora + "arxiv/arxiv-100k.jsonl.gz", 3'000), 93);
}

} // namespace annota
