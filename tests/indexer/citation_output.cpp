// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/indexer/citation_output.h"

#include "indexer/citation_parser.h"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

namespace annota::test {

namespace {

class FieldPrinter {
public:
    void add(std::string_view label, std::string_view value) {
        if (value.empty()) return;
        if (!printed_.empty()) printed_ += " | ";
        printed_.append(label).append(label.empty() ? "" : " ").append(value);
    }

    void add(std::string_view label, const std::vector<std::string>& values) {
        for (const std::string& value : values) add(label, value);
    }

    void add(std::string_view label, const ByLanguage<std::string>& texts) {
        for (const auto& [language, text] : texts) {
            std::string name(label);
            if (texts.size() > 1) name.append("(").append(language).append(")");
            add(name, text);
        }
    }

    void add(std::string_view label, const std::vector<Author>& persons) {
        std::string value;
        for (const Author& person : persons) {
            if (!value.empty()) value += ", ";
            value += person.name;
            for (const std::string& form : person.names) value += '=' + form;
        }
        add(label, value);
    }

    std::string take() { return std::move(printed_); }

private:
    std::string printed_;
};

} // namespace

std::string print_fields(const Record& record) {
    FieldPrinter printer;
    printer.add("", record.type);
    printer.add("by", record.authors);
    printer.add("edited by", record.editors);
    printer.add("title", record.title);
    printer.add("in", record.journal);
    printer.add("publisher", record.publisher);
    printer.add("place", record.place);
    printer.add("year", record.year == 0 ? std::string() : std::to_string(record.year));
    printer.add("volume", record.volume);
    printer.add("issue", record.issue);
    printer.add("pages", record.pages);
    printer.add("extent", record.extent);
    printer.add("doi", record.doi);
    printer.add("isbn", record.isbn);
    printer.add("issn", record.issn);
    printer.add("url", record.url);
    printer.add("language", record.language);
    printer.add("left", record.references);
    return printer.take();
}

void check_citations(std::span<const CitationRow> rows) {
    for (const CitationRow& row : rows) {
        CAPTURE(row.citation);
        CHECK(print_fields(parse_citation(row.citation)) == row.fields);
    }
}

} // namespace annota::test
