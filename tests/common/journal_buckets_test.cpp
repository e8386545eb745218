// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/journal_buckets.h"

#include "common/column_builder.h"
#include "common/facet_counts.h"
#include "common/person_update.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

struct Printed {
    std::string key;
    std::string name;
    std::vector<std::string> issns{};
};

FacetValues values_of(const Printed& printed) {
    FacetValues values;
    values[kJournalColumn] = {{printed.key, printed.name}};
    for (const std::string& issn : printed.issns) values[kSerialColumn].push_back({issn, issn});
    values[kSerialColumn].push_back({printed.key, printed.key});
    return values;
}

std::shared_ptr<const Columns> whole_file(const ColumnBuilder& builder, const IndexState& state = {}) {
    std::string bytes;
    write_with_persons(*Columns::from_bytes(builder.finish(state)), {}, state,
                       [&](std::string_view more) { bytes += more; });
    return Columns::from_bytes(std::move(bytes));
}

/// "key=Name 3, ...", the most frequent first.
std::string counted(const Columns& columns) {
    DocSet all(columns.doc_limit());
    for (std::uint32_t docid = 1; docid < columns.doc_limit(); ++docid) all.insert(docid);
    std::string text;
    for (const Bucket& bucket : count_facet(columns[kJournalColumn], all, {}).buckets)
        text.append(text.empty() ? "" : ", ")
            .append(bucket.key + '=' + bucket.value)
            .append(' ' + std::to_string(bucket.count));
    return text;
}

std::size_t documents_of(const Columns& columns, const std::string& key) {
    return documents_with(columns[kJournalColumn], {key}, columns.doc_limit()).size();
}

const Printed kShort{"vestnik ran", "Вестник РАН"};
const Printed kFull{"vestnik rossiiskoi akademii nauk", "Вестник Российской академии наук"};
const Printed kOther{"voprosy", "Вопросы"};

} // namespace

TEST_CASE("a journal is one bucket, found by any of its names, through every kind of column file") {
    ColumnBuilder builder;
    const std::vector<Printed> printed{kShort, kFull, kShort, kOther};
    for (std::uint32_t i = 0; i < printed.size(); ++i) builder.set(i + 1, values_of(printed[i]));
    const auto whole = whole_file(builder);
    CHECK(counted(*whole) == "vestnik rossiiskoi akademii nauk=Вестник РАН 3, voprosy=Вопросы 1");
    for (const Printed& name : {kShort, kFull}) CHECK(documents_of(*whole, name.key) == 3);
    CHECK(documents_of(*whole, kOther.key) == 1);

    ColumnBuilder later(whole);
    later.set(2, values_of(kOther)); // the full name is gone
    later.set_journal_buckets(journal_buckets(*later.columns()));
    CHECK(counted(*later.columns()) == "vestnik ran=Вестник РАН 2, voprosy=Вопросы 2");
    later.set(5, values_of(kFull));
    later.set(6, values_of({"vestn ran", "Вестн. РАН"})); // a key that the whole file does not have
    later.set_journal_buckets(journal_buckets(*later.columns()));
    CHECK(counted(*later.columns()) == "vestnik rossiiskoi akademii nauk=Вестник РАН 4, voprosy=Вопросы 2");
    CHECK(documents_of(*later.columns(), "vestn ran") == 4);
    CHECK(counted(*whole_file(later)) == counted(*later.columns()));
}

TEST_CASE("ISSNs that records usually give with a name are the name's") {
    ColumnBuilder builder;
    std::uint32_t docid = 0;
    const auto add = [&](const Printed& printed, int times) {
        for (int i = 0; i < times; ++i) builder.set(++docid, values_of(printed));
    };
    add({"a", "Annals", {"1111-1111"}}, 9);
    add({"a", "Annals", {"2222-2222"}}, 1); // wrong, or of another name
    add({"b", "Berichte", {"2222-2222"}}, 4);
    add({"c", "Comptes rendus", {"3333-333X", "4444-4444"}}, 2);
    add({"d", "C. r.", {"4444-4444"}}, 1);
    CHECK(counted(*whole_file(builder)) == "a=Annals 10, b=Berichte 4, c=Comptes rendus 3");
}

} // namespace annota
