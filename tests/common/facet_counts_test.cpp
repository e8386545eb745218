// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/facet_counts.h"

#include "common/author_forms.h"
#include "common/column_builder.h"
#include "common/column_format.h"
#include "common/person_update.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace annota {

namespace {

/// "key" or "key=Printed".
FacetValue value_of(const std::string& text) {
    const std::size_t at = text.find('=');
    return {text.substr(0, at), at == std::string::npos ? text : text.substr(at + 1)};
}

constexpr std::size_t kPlainColumn = kAuthorColumn == 0 ? 1 : 0;
constexpr std::array kBothColumns{kPlainColumn, kAuthorColumn};

using Documents = std::vector<std::vector<FacetValue>>; ///< Docids count from 1.

std::shared_ptr<const Columns> columns_of(const Documents& documents) {
    ColumnBuilder builder;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        FacetValues values;
        values[kPlainColumn] = values[kAuthorColumn] = documents[i];
        std::vector<PersonKey> persons;
        for (FacetValue& author : values[kAuthorColumn]) {
            persons.push_back(read_person_key(author.key));
            author.key = persons.back().name;
        }
        builder.set(i + 1, values);
        builder.set_persons(i + 1, persons);
    }
    return builder.columns();
}

/// "key=Value 3*, ...; 5 values, 1 missing", the star for selected ones.
std::string text_of(const FacetCounts& counts) {
    std::string text;
    for (const Bucket& bucket : counts.buckets)
        text.append(bucket.key + '=' + bucket.value + ' ' + std::to_string(bucket.count) +
                    (bucket.selected ? "*, " : ", "));
    return text + std::to_string(counts.total_values) + " values, " + std::to_string(counts.missing) + " missing";
}

/// The same by going through all documents with maps.
FacetCounts slow_counts(const Documents& documents, const DocSet& counted, const CountOptions& options) {
    std::map<std::string, std::map<std::string, std::size_t>> forms{};
    std::map<std::string, std::map<std::string, std::size_t>> all_forms;
    FacetCounts counts;
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        const bool is_counted = counted.contains(i + 1);
        if (is_counted && documents[i].empty()) ++counts.missing;
        for (const FacetValue& value : documents[i]) {
            all_forms[value.key][value.value] += is_counted ? 1 : 0;
            if (is_counted) ++forms[value.key][value.value];
        }
    }
    counts.total_values = forms.size();
    std::vector<Bucket> buckets;
    for (const auto& [key, printed] : all_forms) {
        Bucket bucket{"", key, 0, std::ranges::find(options.selected, key) != options.selected.end(), {}};
        std::size_t most = 0;
        for (const auto& [form, count] : printed) {
            bucket.count += count;
            if (bucket.value.empty() || count > most) bucket.value = form;
            most = std::max(most, count);
        }
        buckets.push_back(bucket);
    }
    std::ranges::stable_sort(buckets, [&](const Bucket& a, const Bucket& b) {
        if ((a.count == 0) != (b.count == 0)) return b.count == 0;
        return options.order == BucketOrder::count ? a.count > b.count : a.key > b.key;
    });
    for (std::size_t i = 0; i < buckets.size(); ++i)
        if ((i < options.buckets && buckets[i].count > 0) || buckets[i].selected) counts.buckets.push_back(buckets[i]);
    return counts;
}

DocSet random_set(std::mt19937& random, std::uint32_t limit) {
    DocSet set(limit);
    for (std::uint32_t docid = 1; docid < limit; ++docid)
        if (random() % 2 == 0) set.insert(docid);
    return set;
}

Documents random_documents(std::mt19937& random) {
    Documents documents(random() % 40);
    for (std::vector<FacetValue>& values : documents)
        for (std::size_t key = random() % 5; key < 9; key += 1 + random() % 8)
            values.push_back({std::to_string(2000 + key) + (key % 3 == 1 ? "#0000000000000001" : ""),
                              "Form " + std::to_string(random() % 3)});
    return documents;
}

} // namespace

TEST_CASE("buckets, their order, their names") {
    const auto columns =
        columns_of({{value_of("b=B"), value_of("a=A")}, {value_of("b=Be")}, {value_of("b=B")}, {}, {value_of("c")}});
    struct Row {
        const char* what;
        std::vector<std::uint32_t> documents;
        CountOptions options;
        std::string counts;
    };
    const std::vector<Row> rows{
        {"all", {1, 2, 3, 4, 5}, {}, "b=B 3, a=A 1, c=c 1, 3 values, 1 missing"},
        {"the form that is printed most among these", {2}, {}, "b=Be 1, 1 values, 0 missing"},
        {"the smaller of equal forms", {2, 3}, {}, "b=B 2, 1 values, 0 missing"},
        {"few buckets", {1, 2, 5}, {1, BucketOrder::count, {}}, "b=B 2, 3 values, 0 missing"},
        {"none", {1, 2, 5}, {0, BucketOrder::count, {}}, "3 values, 0 missing"},
        {"keys downwards", {1, 5}, {2, BucketOrder::newest_first, {}}, "c=c 1, b=B 1, 3 values, 0 missing"},
        {"selected ones in any case",
         {1, 2},
         {1, BucketOrder::count, {"a", "c", "unknown"}},
         "b=B 2, a=A 1*, c=c 0*, 2 values, 0 missing"},
        {"no document", {}, {}, "0 values, 0 missing"},
        {"a document that the columns do not know", {4, 6}, {}, "0 values, 2 missing"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        DocSet documents(8);
        for (const std::uint32_t docid : row.documents) documents.insert(docid);
        for (const std::size_t column : kBothColumns)
            CHECK(text_of(count_facet((*columns)[column], documents, row.options)) == row.counts);
    }
}

TEST_CASE("a person is called as the query is written") {
    NameKeyCache names;
    const auto author = [&](std::string name, std::vector<std::string> forms) {
        return pack_forms({std::move(name), std::move(forms), {}, {}}, names);
    };
    ColumnBuilder builder;
    for (const FacetValue& value : {author("Danilin Ivan", {}), author("Danilin Ivan", {"Данилин И.В."}),
                                    author("Danilin I.", {}), author("Данилин Иван", {})}) {
        FacetValues values;
        values[kAuthorColumn] = {value};
        const std::uint32_t docid = builder.columns()->doc_limit();
        builder.set(docid, values);
        builder.set_persons(docid, {{"danilin,ivan", std::nullopt}});
    }
    const auto columns = builder.columns();
    DocSet documents(5);
    for (const std::uint32_t docid : {1U, 2U, 3U}) documents.insert(docid);
    const auto called = [&](Script script) {
        CountOptions options;
        options.script = script;
        const Bucket bucket = count_facet((*columns)[kAuthorColumn], documents, options).buckets.at(0);
        std::string text = std::to_string(bucket.count) + " " + bucket.value;
        for (const std::string& form : bucket.forms) text += ", " + form;
        return text;
    };
    // Most printed among those counted; of equally often printed ones the longer key; a form that only others print
    // last.
    CHECK(called(Script::any) == "3 Danilin Ivan, Данилин И.В., Danilin I., Данилин Иван");
    CHECK(called(Script::latin) == "3 Danilin Ivan, Danilin I., Данилин И.В., Данилин Иван");
    CHECK(called(Script::cyrillic) == "3 Данилин И.В., Данилин Иван, Danilin Ivan, Danilin I.");
}

TEST_CASE("counts are those of going through all documents") {
    std::mt19937 random(31);
    for (int round = 0; round < 400; ++round) {
        const Documents documents = random_documents(random);
        const auto columns = columns_of(documents);
        const DocSet counted = random_set(random, static_cast<std::uint32_t>(documents.size() + 1));
        CountOptions options{random() % 6, random() % 2 == 0 ? BucketOrder::count : BucketOrder::newest_first, {}};
        const auto sorted = [](FacetCounts counts) {
            // Selected values behind the others come in the order of the request.
            std::ranges::sort(counts.buckets, {}, &Bucket::key);
            return text_of(counts);
        };
        for (const std::size_t column : kBothColumns)
            CHECK(text_of(count_facet((*columns)[column], counted, options)) ==
                  text_of(slow_counts(documents, counted, options)));
        options.selected = {"2003", "2007#0000000000000001"};
        for (const std::size_t column : kBothColumns)
            CHECK(sorted(count_facet((*columns)[column], counted, options)) ==
                  sorted(slow_counts(documents, counted, options)));
    }
}

TEST_CASE("a whole file in which nobody is told apart counts no person") {
    ColumnBuilder builder;
    FacetValues values;
    values[kAuthorColumn] = {{"ivanov,a", "Ivanov A."}};
    for (std::uint32_t docid = 1; docid <= 4; ++docid) builder.set(docid, values);
    const auto columns = Columns::from_bytes(builder.finish({}));
    REQUIRE(columns);
    DocSet most(5);
    most.insert_range(1, 3);
    const FacetCounts counts = count_facet((*columns)[kAuthorColumn], most, {});
    CHECK(counts.buckets.empty());
    CHECK(counts.missing == 3);
}

TEST_CASE("documents with a key are those that have it") {
    std::mt19937 random(32);
    for (int round = 0; round < 200; ++round) {
        const Documents documents = random_documents(random);
        const auto columns = columns_of(documents);
        const auto limit = static_cast<std::uint32_t>(documents.size() + 1 + random() % 3);
        const std::vector<std::string> keys{std::to_string(2000 + random() % 9),
                                            std::to_string(2000 + random() % 9) + "#0000000000000001", "none"};
        DocSet expected(limit);
        for (std::uint32_t i = 0; i < documents.size(); ++i)
            for (const FacetValue& value : documents[i])
                if (std::ranges::find(keys, value.key) != keys.end()) expected.insert(i + 1);
        for (const std::size_t column : kBothColumns) {
            CHECK(documents_with((*columns)[column], keys, limit) == expected);
            CHECK(documents_with((*columns)[column], {"none"}, limit).size() == 0);
        }
    }
}

TEST_CASE("a damaged column file is told or counted, never read beyond its end") {
    std::mt19937 random(5);
    std::string whole;
    ColumnBuilder builder;
    for (std::uint32_t docid = 1; docid < 60; ++docid) {
        FacetValues values;
        values.id = "r" + std::to_string(docid);
        values.record = docid;
        for (std::size_t column = 0; column < kFacetCount; ++column)
            for (std::size_t key = random() % 3; key < 6; key += 1 + random() % 4)
                values[column].push_back({"smith,a" + std::to_string(key), "Smith " + std::to_string(random() % 3)});
        builder.set(docid, values);
    }
    write_with_persons(*Columns::from_bytes(builder.finish({})), {}, {}, [&](std::string_view more) { whole += more; });
    CountOptions found;
    found.contains = "smith";
    const std::vector<CountOptions> asked{{}, found, {3, BucketOrder::value, {"smith,a1", "smith,a2"}}};
    int told = 0;
    int counted = 0;
    for (int round = 0; round < 600; ++round) {
        std::string damaged = whole;
        for (std::size_t harms = 1 + random() % 4; harms > 0; --harms)
            damaged[random() % (damaged.size() - sizeof(ColumnFileFooter))] =
                static_cast<char>(random() % 2 == 0 ? random() : random() % 8);
        const auto columns = Columns::from_bytes(damaged);
        REQUIRE(columns);
        const DocSet documents = random_set(random, static_cast<std::uint32_t>(1 + random() % 70));
        try {
            for (std::size_t column = 0; column < kColumnCount; ++column) {
                if (columns->find(column) == nullptr) continue; // a reader makes it anew
                for (const CountOptions& options : asked) count_facet((*columns)[column], documents, options);
                documents_with((*columns)[column], {"smith,a1", ""}, 70);
            }
            std::vector<std::uint32_t> room;
            if (columns->facts() != nullptr) {
                columns->facts()->lengths(70, room);
                for (std::uint32_t docid = 0; docid < 70; ++docid) columns->facts()->id(docid);
            }
            ++counted;
        } catch (const DamagedColumns&) {
            ++told;
        }
    }
    CHECK(told > 100);
    CHECK(counted > 100);
}

} // namespace annota
