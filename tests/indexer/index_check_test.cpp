// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/index_check.h"

#include "common/column_builder.h"
#include "common/schema.h"
#include "tests/common/shell.h"
#include "tests/indexer/written_index.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <set>

namespace annota {

namespace {

namespace fs = std::filesystem;
using Codes = std::set<std::string>;
using Harm = std::function<void(Xapian::WritableDatabase&)>;

Codes codes_of(const fs::path& folder, bool deep) {
    const IndexReader reader(folder);
    Codes codes;
    IndexCheck check(
        reader, deep, [&](const IndexFlaw& flaw) { codes.insert(flaw.code); }, [](const CheckCounts&) {});
    check.run();
    CHECK((check.counts().flaws == 0) == codes.empty());
    return codes;
}

std::string write_index(const test::TemporaryFolder& folder) {
    Record first = test::identified("a", "x", "1", "Rivers and lakes");
    first.journal["en"] = "Herald";
    first.year = 2001;
    test::write_run(folder.path(), {first, test::identified("b", "y", "", "Острова")});
    return folder.path("build-000001/index");
}

Harm to_document(std::function<void(Xapian::Document&)> change) {
    return [change = std::move(change)](Xapian::WritableDatabase& database) {
        Xapian::Document document = database.get_document(1);
        change(document);
        database.replace_document(1, document);
    };
}

} // namespace

TEST_CASE("a whole index has no flaw") {
    const test::TemporaryFolder folder;
    write_index(folder);
    CHECK(codes_of(folder.path(), false).empty());
    CHECK(codes_of(folder.path(), true).empty());
    const test::TemporaryFolder empty;
    test::write_run(empty.path(), {});
    CHECK(codes_of(empty.path(), true).empty());
}

TEST_CASE("what is wrong with a document has a code") {
    struct Row {
        const char* what;
        Harm harm;
        Codes plain;
        Codes deep; ///< Besides.
    };
    const auto changed_byte = [](std::size_t at) {
        return to_document([at](Xapian::Document& document) {
            std::string data = document.get_value(kRecordSlot);
            data[at] = static_cast<char>(data[at] ^ 1);
            document.add_value(kRecordSlot, data);
        });
    };
    const std::vector<Row> rows{
        {"a byte of a checksum", changed_byte(3), {"record"}, {}},
        {"a byte of a record", changed_byte(20), {"record"}, {}},
        {"another id in the slot", to_document([](auto& d) { d.add_value(kIdSlot, "z"); }), {"id_value"}, {"value"}},
        {"no unique term", to_document([](auto& d) { d.remove_term("Qdoi:10.1000/1"); }), {"id_term"}, {"analysis"}},
        {"a foreign alias", to_document([](auto& d) { d.add_boolean_term("XQforeign"); }), {"id_term"}, {"analysis"}},
        {"an id twice", to_document([](auto& d) { d.add_boolean_term("Qy"); }), {"id_term"}, {"analysis"}},
        {"a word more", to_document([](auto& d) { d.add_term("seas"); }), {"columns"}, {"analysis"}},
        {"no words", to_document([](auto& d) { d.remove_value(kWordsSlot); }), {}, {"value"}},
        {"another year", to_document([](auto& d) { d.add_value(kYearSlot, "1999"); }), {}, {"value"}},
        {"no generation",
         [](auto& database) { database.set_metadata(kGenerationKey, ""); },
         {"columns", "generation"},
         {}},
        {"a document gone", [](auto& database) { database.delete_document(1); }, {"columns"}, {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        const test::TemporaryFolder folder;
        {
            Xapian::WritableDatabase database(write_index(folder), Xapian::DB_OPEN);
            row.harm(database);
            database.commit();
        }
        const Codes plain = codes_of(folder.path(), false);
        Codes both = row.plain;
        both.insert(row.deep.begin(), row.deep.end());
        CHECK(plain == row.plain);
        CHECK(codes_of(folder.path(), true) == both);
    }
}

TEST_CASE("columns are checked: that they are there, and that they count right") {
    const test::TemporaryFolder folder;
    write_index(folder);
    const std::string path = folder.path("build-000001/columns-1");
    const IndexState state{1, 1};
    const auto columns = Columns::open(path, state);
    ColumnBuilder builder(columns);
    FacetValues values;
    values.length = columns->facts()->length(1);
    values[*facet_ordinal(FieldId::journal)] = {{"other", "Other"}};
    builder.set(1, values);
    write_file_durably(path, builder.finish(state));
    CHECK(codes_of(folder.path(), false).empty());
    CHECK(codes_of(folder.path(), true) == Codes{"facet", "facet_counts"});
    fs::remove(path);
    CHECK(codes_of(folder.path(), false) == Codes{"columns"});
}

} // namespace annota
