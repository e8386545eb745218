// SPDX-License-Identifier: GPL-2.0-or-later
//
// Several indexes answer as one index of all their records does.

#include "searcher/collection.h"

#include "searcher/search.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <memory>

namespace annota {

namespace {

/// The same records as one index, and as several, of which later ones repeat some of the earlier.
class Divided {
public:
    Divided(const std::vector<Record>& records, std::size_t parts, test::RandomSearches& random) : one_(records) {
        std::vector<std::vector<Record>> lists(parts);
        for (const Record& record : records) {
            const std::size_t first = random.below(parts);
            lists[first].push_back(record);
            if (random.chance(0.2)) lists[random.below(parts)].push_back(record);
        }
        std::vector<std::filesystem::path> folders;
        for (const std::vector<Record>& list : lists) {
            indexes_.push_back(std::make_unique<SampleIndex>(list));
            folders.push_back(indexes_.back()->folder());
        }
        searcher_ = std::make_unique<Searcher>(folders);
    }

    ResultPage as_one(const SearchRequest& request) { return one_.search(request); }
    ResultPage divided(const SearchRequest& request) { return searcher_->search(request); }
    HitStream stream(const SearchRequest& request) { return searcher_->stream(request); }

private:
    SampleIndex one_;
    std::vector<std::unique_ptr<SampleIndex>> indexes_;
    std::unique_ptr<Searcher> searcher_;
};

std::string text_of(const FacetCounts& counts) {
    std::string text = std::to_string(counts.total_values) + " values, " + std::to_string(counts.missing) + " missing:";
    for (const Bucket& bucket : counts.buckets) {
        text.append(" ").append(bucket.key).append("=").append(bucket.value).append(" ");
        text.append(std::to_string(bucket.count)).append(bucket.selected ? " selected" : "");
        for (const std::string& form : bucket.forms) text.append(" | ").append(form);
    }
    return text;
}

/// All that an answer says of what was found.
std::string text_of(const ResultPage& page) {
    std::string text = page.parsed + "\n" + std::to_string(page.total) + (page.total_exact ? "" : " or more") + "\n";
    for (const Hit& hit : page.hits) {
        text.append(std::to_string(hit.rank)).append(" ").append(hit.id).append(" ").append(std::to_string(hit.score));
        text.append(" ").append(hit.snippet.text).append("\n");
    }
    for (const QueryExpansion& expansion : page.expansions)
        text.append(expansion.term).append(" -> ").append(expansion.to).append("\n");
    for (const FacetResult& facet : page.facets) {
        text.append(facet.name).append(": ").append(text_of(facet.counts)).append("\n");
        for (const FacetCounts& inner : facet.inner_counts) text.append("    ").append(text_of(inner)).append("\n");
    }
    if (page.histogram)
        for (const Bucket& bar : page.histogram->bars)
            text.append(bar.key).append("=").append(std::to_string(bar.count)).append(" ");
    return text;
}

void leave_out_authors(SearchRequest& request) {
    std::erase_if(request.filters, [](const Filter& filter) { return filter.field == "author"; });
    std::erase_if(request.facets,
                  [](const FacetRequest& facet) { return facet.field == "author" || facet.inner == "author"; });
}

SearchRequest random_request(test::RandomSearches& random) {
    SearchRequest request = random.request();
    random.add_facets(request);
    request.match = random.pick(std::array{MatchMode::any, MatchMode::all, MatchMode::automatic});
    request.sort = random.pick(std::array{SortOrder::relevance, SortOrder::relevance, SortOrder::oldest,
                                          SortOrder::newest, SortOrder::title, SortOrder::author});
    request.limit = random.below(12);
    request.offset = random.chance(0.5) ? 0 : random.below(8);
    return request;
}

/// Its journal has one name: what parts of the records tell of names of one journal differs from what all tell.
Record searched_record(test::RandomSearches& random, const std::string& id) {
    Record record = random.searched_record(id);
    record.issn.clear();
    for (auto& [language, name] : record.journal)
        name = std::array{"sky", "policy", "рынок", "научное"}[name.size() % 4];
    return record;
}

/// An ORCID that nobody has, with its check digit (ISO 7064, mod 11-2).
std::string orcid_of(std::size_t number) {
    std::string digits = std::to_string(number);
    digits.insert(0, 15 - digits.size(), '0');
    unsigned sum = 0;
    for (const char digit : digits) sum = (sum + static_cast<unsigned>(digit - '0')) * 2;
    const unsigned check = (12 - sum % 11) % 11;
    digits += check == 10 ? 'X' : static_cast<char>('0' + check);
    for (const std::size_t at : {12U, 8U, 4U}) digits.insert(at, 1, '-');
    return digits;
}

/// Whoever is printed in one way is one person, as an ORCID says; so are persons the same in parts of the records.
void identify_authors(Record& record, std::map<std::string, std::string>& known) {
    for (Author& author : record.authors) {
        author.names.clear();
        author.orcid = known.try_emplace(author.name, orcid_of(known.size() + 1)).first->second;
    }
}

} // namespace

TEST_CASE("Several indexes give the hits, scores, totals and facets of one") {
    test::RandomSearches random(80);
    for (int i = 0; i < 12; ++i) {
        std::vector<Record> records;
        for (std::size_t r = 0; r < 60; ++r)
            records.push_back(searched_record(random, "r" + std::to_string(r * 7 % 60)));
        Divided collection(records, 2 + random.below(2), random);
        for (int q = 0; q < 60; ++q) {
            SearchRequest request = random_request(random);
            leave_out_authors(request); // Who is one person, evidence in other records may say.
            CAPTURE(i, q, describe(request));
            CHECK(text_of(collection.divided(request)) == text_of(collection.as_one(request)));
        }
    }
}

TEST_CASE("Several indexes count persons whom their records identify as one does") {
    test::RandomSearches random(81);
    std::map<std::string, std::string> orcids;
    for (int i = 0; i < 6; ++i) {
        std::vector<Record> records;
        for (std::size_t r = 0; r < 60; ++r) {
            records.push_back(searched_record(random, "r" + std::to_string(r)));
            identify_authors(records.back(), orcids);
        }
        Divided collection(records, 2 + random.below(2), random);
        for (int q = 0; q < 40; ++q) {
            const SearchRequest request = random_request(random);
            CAPTURE(i, q, describe(request));
            CHECK(text_of(collection.divided(request)) == text_of(collection.as_one(request)));
        }
    }
}

TEST_CASE("Pages and streams of several indexes make up the list of one") {
    test::RandomSearches random(82);
    std::vector<Record> records;
    for (std::size_t r = 0; r < 80; ++r) records.push_back(searched_record(random, "r" + std::to_string(r)));
    Divided collection(records, 3, random);
    for (int i = 0; i < 60; ++i) {
        SearchRequest request = random_request(random);
        leave_out_authors(request);
        CAPTURE(describe(request));
        request.offset = 0;
        request.limit = 1000;
        std::vector<std::string> whole;
        for (const Hit& hit : collection.as_one(request).hits) whole.push_back(hit.id);
        std::vector<std::string> streamed;
        {
            HitStream hits = collection.stream(request);
            while (const std::optional<Hit> hit = hits.next()) streamed.push_back(hit->id);
            CHECK(hits.complete());
        }
        CHECK(streamed == whole);
        std::vector<std::string> paged;
        request.limit = 7;
        for (ResultPage page = collection.divided(request);; page = collection.divided(request)) {
            for (const Hit& hit : page.hits) paged.push_back(hit.id);
            if (page.next_cursor.empty()) break;
            request.cursor = page.next_cursor;
        }
        CHECK(paged == whole);
    }
}

TEST_CASE("A commit in one of several indexes is seen, and which record is whose decided anew") {
    SampleIndex first({titled("a", "Ледостав на озере"), titled("b", "Ледостав на реке")});
    SampleIndex second({titled("b", "Ледостав на пруду"), titled("c", "Ледостав на море")});
    Searcher searcher({first.folder(), second.folder()});
    SearchRequest request;
    request.text = "ледостав";
    const auto titles = [&] {
        std::string text;
        for (const Hit& hit : searcher.search(request).hits)
            text.append(hit.id).append(" ").append(hit.title.text + "; ");
        return text;
    };
    const std::uint64_t before = searcher.search(request).generation;
    CHECK(titles() == "a Ледостав на озере; b Ледостав на реке; c Ледостав на море; ");
    first.remove("b");
    CHECK(titles() == "a Ледостав на озере; b Ледостав на пруду; c Ледостав на море; ");
    CHECK(searcher.search(request).generation == before + 1);
    request.get = {"b", "c", "d"};
    const ResultPage page = searcher.search(request);
    CHECK(page.hits.size() == 2);
    CHECK(page.missing_ids == std::vector<std::string>{"d"});
    CHECK(page.shards.size() == 2);
}

} // namespace annota
