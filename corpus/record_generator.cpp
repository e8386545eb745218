// SPDX-License-Identifier: GPL-2.0-or-later
//
// A record is drawn from a random stream of its own and written straight as JSON; nothing in it needs escaping. The
// pool of persons grows with the record's number instead of depending on how many records are asked for: that keeps
// the shape (one person for three records) and makes every run a part of one endless collection.

#include "corpus/record_generator.h"

#include "corpus/prose.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace annota::corpus {
namespace {

constexpr std::uint32_t kLastYear = 2025;
constexpr std::uint32_t kYears = 66;
// The flat head of the authors' distribution: the busiest write about one record in five hundred.
constexpr std::uint64_t kPersonOffset = 64;
constexpr std::array<std::uint32_t, 20> kAuthorCounts{1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 6, 7, 8};
constexpr std::array<std::string_view, 10> kTypes{
    "article-journal", "article-journal", "article-journal", "article-journal", "article-journal",
    "article-journal", "article-journal", "article-journal", "review",          "paper-conference"};
constexpr std::array<std::string_view, 4> kIndexes{"Index of Invented Citations", "Указатель вымышленных ссылок",
                                                   "Invented Core Collection", "Invented Abstracts"};

// The comma, the name and the colon: no field is the first of its object.
void append_field(std::string& out, std::string_view name) {
    out.append(",\"").append(name).append("\":");
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
    append_field(out, name);
    out.append("\"").append(value).append("\"");
}

// Half of the records are younger than a quarter of the span.
std::uint32_t draw_year(Random& random) {
    const std::uint64_t x = random.below(1U << 16U);
    return kLastYear - static_cast<std::uint32_t>((x * x * kYears) >> 32U);
}

// {"ru":...,"en":...} with the languages that there are.
template <class Writer> void append_by_language(std::string& out, bool ru, bool en, const Writer& write) {
    out += '{';
    if (ru) {
        out += "\"ru\":";
        write(Language::russian);
    }
    if (en) {
        out += ru ? ",\"en\":" : "\"en\":";
        write(Language::english);
    }
    out += '}';
}

void append_imprint(const Journal& journal, std::uint32_t year, Random& random, std::string& out) {
    append_by_language(out, !journal.russian.empty(), !journal.english.empty(), [&](Language language) {
        out.append("\"").append(language == Language::russian ? journal.russian : journal.english).append("\"");
    });
    append_field(out, "issn");
    out.append("[\"").append(journal.issn).append("\"]");
    append_field(out, "year");
    out += std::to_string(year);
    append_field(out, "volume", std::to_string(year - journal.first_year + 1));
    append_field(out, "issue", std::to_string(random.between(1, 12)));
    const std::uint32_t page = random.between(1, 900);
    append_field(out, "pages", std::to_string(page) + "-" + std::to_string(page + random.between(2, 24)));
}

} // namespace

struct RecordGenerator::Plan {
    bool ru = false;
    bool en = false;
    bool is_russian = false; ///< The language of the work itself.
    std::uint32_t year = 0;
    const Journal* journal = nullptr;
};

RecordGenerator::RecordGenerator(std::uint64_t seed)
    : seed_(seed), russian_(Language::russian, seed), english_(Language::english, seed),
      journals_(russian_, english_, seed), persons_(seed) {}

RecordGenerator::Plan RecordGenerator::make_plan(Random& random) const {
    Plan plan;
    const std::uint32_t share = random.below(10);
    plan.ru = share < 4 || share >= 7;
    plan.en = share >= 4;
    plan.is_russian = plan.ru && (!plan.en || random.percent(75));
    plan.year = draw_year(random);
    plan.journal = &journals_.draw(random);
    return plan;
}

void RecordGenerator::append_texts(const Plan& plan, Random& random, std::string& out) const {
    const auto list = [this](Language language) -> const WordList& {
        return language == Language::russian ? russian_ : english_;
    };
    append_field(out, "title");
    append_by_language(out, plan.ru, plan.en, [&](Language language) {
        out += '"';
        append_title(out, list(language), random, random.between(6, 14));
        out += '"';
    });
    append_field(out, "abstract");
    append_by_language(out, plan.ru, plan.en, [&](Language language) {
        out += '"';
        append_abstract(out, list(language), random, random.between(60, 250));
        out += '"';
    });
    append_field(out, "keywords");
    append_by_language(out, plan.ru, plan.en, [&](Language language) {
        out += '[';
        for (std::uint32_t i = random.between(3, 8); i > 0; --i) {
            out += '"';
            append_keyword(out, list(language), random);
            out += i > 1 ? "\"," : "\"";
        }
        out += ']';
    });
}

void RecordGenerator::append_authors(const Plan& plan, std::uint64_t number, Random& random, std::string& out) const {
    std::array<std::uint64_t, 8> chosen{};
    const std::uint32_t count = random.pick(kAuthorCounts);
    append_field(out, "authors");
    out += '[';
    for (std::uint32_t i = 0; i < count; ++i) {
        do {
            chosen[i] = draw_zipf_rank(random, person_pool_size(number), kPersonOffset);
        } while (std::find(chosen.begin(), chosen.begin() + i, chosen[i]) != chosen.begin() + i);
        const PersonForms forms = persons_.person(chosen[i]);
        const bool is_russian = plan.ru && !forms.russian.empty();
        out += i > 0 ? ",{" : "{";
        out.append("\"name\":\"").append(is_russian ? forms.russian : forms.latin).append("\"");
        if (is_russian && plan.en) {
            append_field(out, "names");
            out.append("[\"").append(forms.latin).append("\"]");
        }
        if (!forms.orcid.empty()) {
            append_field(out, "orcid", forms.orcid);
        }
        out += '}';
    }
    out += ']';
}

void RecordGenerator::append(std::uint64_t number, std::string& out) const {
    Random random(seed_, 'n', number);
    const Plan plan = make_plan(random);
    out.append("{\"id\":\"generated-").append(std::to_string(number)).append("\"");
    append_field(out, "type", random.pick(kTypes));
    if (random.percent(80)) {
        append_field(out, "doi",
                     "10.5555/" + plan.journal->issn + "-" + std::to_string(plan.year) + "-" + std::to_string(number));
    }
    append_texts(plan, random, out);
    append_authors(plan, number, random, out);
    append_field(out, "journal");
    append_imprint(*plan.journal, plan.year, random, out);
    append_field(out, "language");
    out += plan.is_russian ? "[\"ru\"]" : "[\"en\"]";
    if (random.percent(60)) {
        append_field(out, "indexed_in");
        out.append("[\"").append(random.pick(kIndexes)).append("\"]");
    }
    out += "}\n";
}

} // namespace annota::corpus
