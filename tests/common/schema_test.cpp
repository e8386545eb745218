// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/schema.h"

#include "common/field.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <algorithm>
#include <set>
#include <vector>

namespace annota {

TEST_CASE("terms are prefix and value") {
    struct Row {
        std::string_view prefix, value;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"", "слово", "слово"},    {"S", "слово", "Sслово"}, {"S", "Word", "SWord"}, {"XW", "word", "XWword"},
        {"XW", "Word", "XW:Word"}, {"XQ", ":x", "XQ::x"},    {"XQ", "a1", "XQa1"},   {"Q", "doi:10.1/a", "Qdoi:10.1/a"},
        {"XS", "", "XS"},          {"XQ", "Ёлка", "XQЁлка"}, {"Y", "2020", "Y2020"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.prefix, row.value);
        CHECK(make_term(row.prefix, row.value) == row.expected);
    }
}

TEST_CASE("long terms end in a hash of the rest") {
    const std::string longest(kMaxTermBytes - 2, 'a');
    CHECK(make_term("XW", longest) == "XW" + longest);
    const std::string over = make_term("XW", longest + "a");
    CHECK(over.size() == kMaxTermBytes);
    CHECK(over.starts_with("XW" + std::string(kMaxTermBytes - 2 - 16, 'a')));
    CHECK(over.find_first_not_of("0123456789abcdef", kMaxTermBytes - 16) == std::string::npos);
    CHECK(make_term("XW", longest + "b") != over);
    CHECK(make_term("XW", longest + "ab") != over);
    CHECK(make_term("XW", std::string(1'000'000, 'a')).size() == kMaxTermBytes);
    CHECK(make_term("XW", "A" + longest).size() == kMaxTermBytes);
}

TEST_CASE("Xapian takes every term") {
    // A zero byte is stored as two.
    std::vector<std::string> values{std::string(300, '\0'), std::string(130, '\0'), std::string(123, '\0')};
    for (std::size_t size = 100; size < 260; ++size) {
        std::string value(size, 'x');
        for (std::size_t i = 0; i < size; i += 3) value[i] = '\0';
        values.push_back(value);
    }
    const test::TemporaryFolder folder;
    Xapian::WritableDatabase database(folder.path("index"));
    Xapian::Document document;
    for (const std::string& value : values) {
        const std::string term = make_term("XQ", value);
        CAPTURE(value.size());
        CHECK(term.size() + static_cast<std::size_t>(std::ranges::count(term, '\0')) <= kMaxTermBytes);
        document.add_boolean_term(term);
    }
    CHECK(document.termlist_count() == values.size());
    database.add_document(document);
    CHECK_NOTHROW(database.commit());
}

TEST_CASE("prefixes are each for one thing") {
    std::vector<std::string_view> prefixes{kNameWordPrefix,    kAuthorKeyPrefix, kEditorKeyPrefix,
                                           kFirstAuthorPrefix, kIdPrefix,        kAliasPrefix,
                                           kRelatedPrefix,     kCitesPrefix,     kSourcePrefix};
    std::set<std::string_view> known(prefixes.begin(), prefixes.end());
    CHECK(known.size() == prefixes.size());
    for (const Field& row : kFields) {
        if (row.prefix.empty()) continue;
        CAPTURE(row.name);
        const bool shared = row.id == FieldId::author || row.id == FieldId::doi || row.id == FieldId::id;
        CHECK(known.insert(row.prefix).second == !shared);
    }
    for (const std::string_view prefix : known) {
        CAPTURE(prefix);
        // Omega's convention: one capital, or several of which the first is X.
        CHECK((prefix.size() == 1 || (prefix.size() == 2 && prefix[0] == 'X')));
        CHECK(std::ranges::all_of(prefix, [](char c) { return c >= 'A' && c <= 'Z'; }));
    }
}

TEST_CASE("languages have ordinals") {
    CHECK(language_ordinal("ru") == 0);
    CHECK(language_ordinal("en") == 1);
    for (const char* other : {"de", "und", "", "RU", "rus"}) CHECK(language_ordinal(other) == 2);
}

TEST_CASE("ranges of positions lie further apart than NEAR reaches") {
    std::vector<PositionRange> ranges;
    for (const TextField field : {TextField::title, TextField::keyword, TextField::abstract})
        for (std::size_t language = 0; language < kLanguageCount; ++language)
            ranges.push_back(position_range(field, language));
    CHECK(ranges.size() == kTextFieldCount * kLanguageCount);
    std::ranges::sort(ranges, {}, &PositionRange::begin);
    CHECK(ranges.front().begin > 0); // 0 means "no position"
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        CAPTURE(i);
        CHECK(ranges[i].begin + 250 < ranges[i].end);
        if (i > 0) CHECK(ranges[i - 1].end + kRangeGap == ranges[i].begin);
    }
}

} // namespace annota
