// SPDX-License-Identifier: GPL-2.0-or-later
//
// Citations as the two standards print them.

#include "searcher/export/gost.h"

#include "common/terminal.h"
#include "tests/common/random_records.h"
#include "tests/searcher/export/sample_records.h"

#include <catch2/catch.hpp>

namespace annota {

namespace {

struct Row {
    Record record;
    std::string_view reference;
    std::string_view description;
};

std::string cited(const Record& record, GostStandard standard, std::string_view language = "") {
    return gost_citation(exported_record(record, "id", language), standard);
}

Record written_by(std::size_t count, bool russian) {
    Record record;
    record.type = "article-journal";
    record.title = {{russian ? "ru" : "en", russian ? "Лёд" : "Ice"}};
    record.journal = {{russian ? "ru" : "en", russian ? "Берега" : "Coasts"}};
    for (std::size_t i = 0; i < count; ++i)
        record.authors.push_back(
            {(russian ? "Рябов " : "Ryabov ") + std::string(russian ? "А.Б." : "A.B."), {}, "", ""});
    return record;
}

} // namespace

TEST_CASE("Articles, chapters, theses and books are printed by both standards") {
    const std::vector<Row> rows{
        {test::russian_article(),
         "Рябов Г. Д., Сомова Л. К. О ценах на лёд в XXI веке // Вестник озёр. 2020. Т. 11, № 4. С. 384–397. "
         "ISSN 2079-4665. ISSN 1019-3316. DOI: 10.5555/Lake_1(2). URL: https://lakes.example.org/a_b?x=1&y=2%20",
         "Рябов, Г. Д. О ценах на лёд в XXI веке / Г. Д. Рябов, Л. К. Сомова // Вестник озёр. – 2020. – Т. 11, № 4. – "
         "С. 384–397. – ISSN 2079-4665. – ISSN 1019-3316. – DOI 10.5555/Lake_1(2). – URL: "
         "https://lakes.example.org/a_b?x=1&y=2%20"},
        {test::english_chapter(),
         "Ray T. A. Ice and the people of Lakeland: 1990–2000 // Lakes and people / ed. by M. A. Belov. London: Lake "
         "Press & Sons, 2001. P. 5–16, 20. ISBN 9785020378933.",
         "Ray, T. A. Ice and the people of Lakeland: 1990–2000 / T. A. Ray // Lakes and people / ed. by M. A. Belov. – "
         "London : Lake Press & Sons, 2001. – P. 5–16, 20. – ISBN 9785020378933."},
        {test::russian_thesis(), "Седов И. Зимний лов на озере: диссертация. Тверь: Заречный университет, 2006. 142 с.",
         "Седов, И. Зимний лов на озере : диссертация / И. Седов. – Тверь : Заречный университет, 2006. – 142 с."},
        {test::edited_book(), "Озёра и люди / ред. Г. В. Суханов, О. С. Ильина. Казань: Прибой, 2008. 256 с.",
         "Озёра и люди / ред. Г. В. Суханов, О. С. Ильина. – Казань : Прибой, 2008. – 256 с."},
    };
    for (const Row& row : rows) {
        CHECK(cited(row.record, GostStandard::reference) == row.reference);
        CHECK(cited(row.record, GostStandard::description) == row.description);
    }
    CHECK(cited(test::russian_article(), GostStandard::reference, "en")
              .starts_with(
                  "Ryabov G., Somova L. On prices of ice // Herald of Lakes. 2020. Vol. 11, No. 4. P. 384–397."));
}

TEST_CASE("Of many authors the first three are named, as each standard has it") {
    const auto reference = [](std::size_t count, bool russian) {
        return cited(written_by(count, russian), GostStandard::reference);
    };
    const auto description = [](std::size_t count, bool russian) {
        return cited(written_by(count, russian), GostStandard::description);
    };
    CHECK(reference(0, true) == "Лёд // Берега.");
    CHECK(reference(3, true) == "Рябов А. Б., Рябов А. Б., Рябов А. Б. Лёд // Берега.");
    CHECK(reference(4, true) == "Лёд / А. Б. Рябов, А. Б. Рябов, А. Б. Рябов [и др.] // Берега.");
    CHECK(reference(4, false) == "Ice / A. B. Ryabov, A. B. Ryabov, A. B. Ryabov [et al.] // Coasts.");
    CHECK(description(3, true) == "Рябов, А. Б. Лёд / А. Б. Рябов, А. Б. Рябов, А. Б. Рябов // Берега.");
    CHECK(description(4, true) == "Лёд / А. Б. Рябов, А. Б. Рябов, А. Б. Рябов, А. Б. Рябов // Берега.");
    CHECK(description(5, false) == "Ice / A. B. Ryabov, A. B. Ryabov, A. B. Ryabov [et al.] // Coasts.");
}

TEST_CASE("Given names become initials, bodies stand behind the title") {
    const auto by = [](const std::string& name) {
        Record record = written_by(0, true);
        record.authors = {{name, {}, "", ""}};
        return cited(record, GostStandard::reference);
    };
    CHECK(by("Рябов Глеб Данилович") == "Рябов Г. Д. Лёд // Берега.");
    CHECK(by("Сартр Жан-Поль") == "Сартр Ж.-П. Лёд // Берега.");
    CHECK(by("Ryabov Yu.D.") == "Ryabov Yu. D. Лёд // Берега.");
    CHECK(by("Институт льда и снега") == "Лёд / Институт льда и снега // Берега.");
}

TEST_CASE("A citation is one safe line, whatever the record holds") {
    test::RandomRecords random(46);
    for (int i = 0; i < 500; ++i) {
        const Record record = i == 0 ? test::hostile_record() : random.record();
        for (const GostStandard standard : {GostStandard::reference, GostStandard::description}) {
            const std::string text = cited(record, standard);
            CHECK(text == printable(text));
            CHECK_FALSE(text.empty());
        }
    }
    CHECK(cited(Record(), GostStandard::reference).empty());
}

} // namespace annota
