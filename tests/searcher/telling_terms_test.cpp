// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/telling_terms.h"

#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace annota {

namespace {

Record article(const std::string& id, const std::string& title, const std::string& abstract, int year = 2020,
               const std::vector<std::string>& authors = {}) {
    Record record = titled(id, title);
    record.abstract[record.title.begin()->first] = abstract;
    record.language = {record.title.begin()->first};
    record.year = year;
    if (!authors.empty()) record.authors = written_by(id, authors).authors;
    return record;
}

std::vector<Record> articles() {
    return {
        article("heat", "Heat transfer in reactors", "The turbulent heat transfer of reactors is what we measure 1999"),
        article("flow", "Turbulent flow", "Flow with heat transfer and turbulent boundary layers"),
        article("core", "Reactor cores", "Cores of reactors melt in accidents"),
        article("bank", "Banks and sanctions", "Sanctions against banks and markets"),
        article("rynok", "Рынки и санкции", "Санкции против банков и рынки", 2021, {"Иванов П.С."}),
        article("market", "Markets under sanctions", "How markets of the banks live with sanctions", 2021,
                {"Ivanov P."}),
        article("other", "Markets again", "Markets once more", 2021, {"Petrov P."}),
    };
}

std::string ids_of(const ResultPage& page) {
    std::string out;
    for (const Hit& hit : page.hits) out.append(out.empty() ? "" : " ").append(hit.id);
    return out;
}

} // namespace

TEST_CASE("the words that tell what documents are about") {
    const SampleIndex index(articles());
    Collection collection({index.folder()});
    const auto terms_of = [&](const std::vector<std::string>& ids, std::size_t most, std::size_t least) {
        std::vector<RankedDocument> documents;
        documents.reserve(ids.size());
        for (const std::string& id : ids) documents.push_back({collection.find(id)->docid, 1, 0});
        std::string out;
        double before = 1;
        for (const TellingTerm& term : telling_terms(documents, most, least, collection)) {
            CHECK(term.share <= before);
            CHECK(term.share > 0);
            before = term.share;
            out.append(out.empty() ? "" : " ").append(term.term);
        }
        return out;
    };
    CHECK(terms_of({"heat"}, 10, 1) ==
          "heat reactor transfer turbul"); // "measur" finds nothing else, "what" is no word
    CHECK(terms_of({"heat"}, 1, 1) == "heat");
    CHECK(terms_of({"heat", "flow"}, 10, 2).empty()); // what both have nobody else has
    CHECK(terms_of({"heat", "core"}, 10, 2).empty());
    CHECK(terms_of({"bank", "market"}, 10, 1) == "market");
    CHECK(terms_of({}, 10, 1).empty());
}

TEST_CASE("records like one") {
    SampleIndex index(articles());
    SearchRequest request;
    request.similar = "heat";
    ResultPage page = index.search(request);
    CHECK(ids_of(page) == "flow core");
    CHECK(page.total == 2);
    request.similar = "bank";
    CHECK(ids_of(index.search(request)) == "market other");
    request.similar = "market"; // not its version in Russian, not itself
    CHECK(ids_of(index.search(request)) == "bank other");
    request.text = "sanctions";
    CHECK(ids_of(index.search(request)) == "bank");
    request.text = "nothing";
    CHECK(ids_of(index.search(request)).empty());
    request.text.clear();
    request.filters.push_back({"year", {"2020"}, false, true});
    CHECK(ids_of(index.search(request)) == "bank");
    request.similar = "nobody";
    page = index.search(request);
    CHECK(page.hits.empty());
    REQUIRE(page.notes.size() == 1);
    CHECK(page.notes.front().code == "unknown_id");
}

TEST_CASE("feedback finds what has words of the best hits, behind these") {
    std::vector<Record> records = articles();
    records.push_back(article("more", "Transfer", "Of turbulent transfer"));
    SampleIndex index(records);
    SearchRequest request;
    request.text = "heat";
    CHECK(ids_of(index.search(request)) == "heat flow");
    request.feedback = true;
    const ResultPage page = index.search(request);
    CHECK(ids_of(page) == "heat flow more");
    CHECK(page.total == 3);
    std::string added;
    for (const QueryExpansion& one : page.expansions) {
        CHECK(one.why == "feedback");
        added.append(added.empty() ? "" : " ").append(one.to);
    }
    CHECK(added == "transfer turbul");
    request.sort = SortOrder::title;
    const ResultPage by_title = index.search(request);
    CHECK(by_title.total == 3);
    REQUIRE(by_title.expansions.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(by_title.expansions[i].to == page.expansions[i].to);
        CHECK(by_title.expansions[i].weight == page.expansions[i].weight);
    }
    request.sort = SortOrder::relevance;
    request.text = "nothing";
    CHECK(index.search(request).total == 0);
}

} // namespace annota
