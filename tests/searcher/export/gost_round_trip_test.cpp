// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the citation parser reads in the citations that we print: the record, as far as a citation holds it. Left out of
// the comparison, as no citation has them: abstract, keywords, texts in further languages, affiliations, ORCIDs, links,
// databases. Given names come back as the initials that are printed, authors behind "et al." not at all, and an ISSN
// only where there is one.

#include "common/facet_values.h"
#include "common/identifiers.h"
#include "common/utf8.h"
#include "corpus/record_generator.h"
#include "indexer/citation_parser.h"
#include "indexer/input.h"
#include "indexer/json_lines_reader.h"
#include "searcher/export/gost.h"
#include "tests/indexer/reader_output.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace annota {

namespace {

using Fields = std::map<std::string, std::string>;

constexpr std::size_t kMostAuthors = 3;

std::string initials_of(const PersonName& name) {
    std::string text;
    for (const std::string& given : name.given) text += first_code_points(given, 1);
    return text;
}

std::string names_text(const std::vector<PersonName>& names, std::size_t most) {
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
        text += (text.empty() ? "" : ", ") + names[i].family + ' ' + initials_of(names[i]);
    return text;
}

/// What a title loses at its end and around signs when it becomes part of a citation.
std::string plain(std::string text) {
    text = collapse_blanks(text);
    while (text.ends_with('.')) text.pop_back();
    return text;
}

Fields fields_of(const Record& record) {
    const ExportedRecord exported = exported_record(record, "");
    Fields fields{{"title", plain(exported.title)},
                  {"journal", plain(exported.journal)},
                  {"volume", record.volume},
                  {"issue", record.issue},
                  {"pages", record.pages},
                  {"publisher", plain(record.publisher)},
                  {"place", plain(record.place)},
                  {"doi", record.doi},
                  {"year", std::to_string(record.year)},
                  {"type", record.type}};
    fields["authors"] = names_text(exported.authors, exported.authors.size() == 4 ? 3 : kMostAuthors);
    return fields;
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
            if (value.empty() || value == "0") continue;
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

    double percent(const std::string& field) { return scores_[field].percent(); }

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

} // namespace

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

TEST_CASE("Generated records come back whole from both standards") {
    for (const GostStandard standard : {GostStandard::reference, GostStandard::description}) {
        RoundTrips trips(standard);
        for (const Record& record : generated(2000)) trips.add(record);
        CAPTURE(trips.report());
        CHECK(trips.percent("whole") == 100);
    }
}

} // namespace annota
