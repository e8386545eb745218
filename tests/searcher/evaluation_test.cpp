// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a plan matches and scores, against the same asked document by document of its own list of terms.

#include "searcher/evaluation.h"

#include "common/index_reader.h"
#include "tests/searcher/random_searches.h"
#include "tests/searcher/sample_index.h"

#include <catch2/catch.hpp>
#include <xapian.h>

#include <cmath>
#include <map>
#include <set>

namespace annota {

namespace {

/// Lets every third docid through.
class ThirdsCheck : public DocumentCheck {
public:
    void apply(DocSet& documents, IndexReader&) override {
        documents.for_each([&](std::uint32_t docid) {
            if (!passes(docid)) documents.erase(docid);
        });
    }
    static bool passes(std::uint32_t docid) { return docid % 3 == 0; }
};

const Bm25Parameters kParameters{1.2, 0.6, 0.5};

/// The obvious way.
class Reference {
public:
    explicit Reference(IndexReader& reader) : database_(reader.database()) {
        for (std::uint32_t docid = 1; docid < reader.doc_limit(); ++docid) {
            auto& terms = documents_.emplace(docid, std::map<std::string, std::uint32_t>()).first->second;
            for (auto at = database_.termlist_begin(docid); at != database_.termlist_end(docid); ++at)
                terms[*at] = at.get_wdf();
        }
    }

    const auto& documents() const { return documents_; }

    bool matches(const Plan& plan, std::uint32_t docid) const {
        const auto part = [&](std::size_t i) { return matches(plan.parts[i], docid); };
        const auto any = [&](std::size_t from) {
            for (std::size_t i = from; i < plan.parts.size(); ++i)
                if (part(i)) return true;
            return false;
        };
        switch (plan.kind) {
        case PlanKind::nothing: return false;
        case PlanKind::everything: return true;
        case PlanKind::word:
        case PlanKind::group: return occurrences(plan, docid).has_value();
        case PlanKind::any_of: return any(0);
        case PlanKind::all_of:
            return std::ranges::all_of(plan.parts, [&](const Plan& one) { return matches(one, docid); });
        case PlanKind::but_not: return part(0) && !any(1);
        case PlanKind::with_bonus: return part(0);
        case PlanKind::checked: return part(0) && ThirdsCheck::passes(docid);
        }
        return false;
    }

    double score(const Plan& plan, std::uint32_t docid) const {
        if (!plan.weighted || !matches(plan, docid)) return 0;
        if (plan.kind == PlanKind::word || plan.kind == PlanKind::group) return weight(plan, docid);
        const bool first_alone = plan.kind == PlanKind::but_not || plan.kind == PlanKind::checked;
        double sum = 0;
        for (const Plan& part : plan.parts) {
            sum += score(part, docid);
            if (first_alone) break;
        }
        return sum;
    }

private:
    std::optional<std::uint32_t> occurrences(const Plan& plan, std::uint32_t docid) const {
        std::optional<std::uint32_t> sum;
        for (const std::string& term : plan.terms)
            if (const auto found = documents_.at(docid).find(term); found != documents_.at(docid).end())
                sum = sum.value_or(0) + found->second;
        return sum;
    }

    double weight(const Plan& plan, std::uint32_t docid) const {
        double with_term = 0;
        double occurrences_of_all = 0;
        for (const auto& [other, terms] : documents_) {
            with_term += occurrences(plan, other) ? 1 : 0;
            occurrences_of_all += occurrences(plan, other).value_or(0);
        }
        const auto all = static_cast<double>(documents_.size());
        const double rarity = std::log(1 + (all - with_term + 0.5) / (with_term + 0.5));
        const double bursts = std::pow(std::max(occurrences_of_all / with_term, 1.0), kParameters.burstiness);
        double often = std::max(occurrences(plan, docid).value(), 1U);
        for (const BoostedTerm& boost : plan.boosts)
            often += boost.factor * occurrences(plan::word(boost.term), docid).value_or(0);
        const double length = database_.get_doclength(docid) / database_.get_average_length();
        return plan.factor * rarity * bursts * 2.2 * often / (often + 1.2 * (0.4 + 0.6 * length));
    }

    const Xapian::Database& database_;
    std::map<std::uint32_t, std::map<std::string, std::uint32_t>> documents_;
};

const Deadline kNever;

class RandomPlans : public test::RandomSearches {
public:
    RandomPlans(std::uint32_t seed, const Xapian::Database& database) : RandomSearches(seed) {
        for (auto at = database.allterms_begin(); at != database.allterms_end(); ++at)
            if ((*at)[0] == 'S')
                words_.push_back((*at).substr(1));
            else
                terms_.push_back(*at);
        terms_.emplace_back("absent");
    }

    Plan plan(std::size_t depth) {
        Plan made = depth == 0 ? leaf() : inner(depth);
        if (chance(0.15)) made = plan::unweighted(std::move(made));
        return made;
    }

private:
    std::vector<Plan> plans(std::size_t depth) {
        std::vector<Plan> list;
        for (std::size_t left = 1 + below(4); left > 0; --left) list.push_back(plan(depth - 1));
        return list;
    }

    Plan inner(std::size_t depth) {
        switch (below(7)) {
        case 0:
        case 1: return plan::any_of(plans(depth));
        case 2: return plan::all_of(plans(depth));
        case 3: return plan::but_not(plan(depth - 1), plan(depth - 1));
        case 4: return plan::with_bonus(plan(depth - 1), plan(depth - 1));
        case 5: return plan::checked(plan(depth - 1), std::make_shared<ThirdsCheck>());
        default: return leaf();
        }
    }

    Plan leaf() {
        if (chance(0.05)) return chance(0.5) ? plan::everything() : Plan();
        if (chance(0.4)) {
            const std::string word = pick(words_);
            Plan made = plan::word(word);
            if (chance(0.7)) made.boosts.push_back({"S" + word, 0.5});
            if (chance(0.3)) made.factor = 0.25;
            return made;
        }
        std::vector<std::string> terms;
        // Few and many are read in different ways.
        const std::size_t count = chance(0.2) ? 20 + below(20) : 1 + below(4);
        for (std::size_t left = count; left > 0; --left) terms.push_back(pick(terms_));
        std::ranges::sort(terms);
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
        return plan::group(std::move(terms));
    }

    std::vector<std::string> words_; ///< That stand in titles.
    std::vector<std::string> terms_;
};

std::set<std::uint32_t> members(const DocSet& documents) {
    std::set<std::uint32_t> docids;
    documents.for_each([&](std::uint32_t docid) { docids.insert(docid); });
    return docids;
}

std::vector<Record> random_records(std::size_t count) {
    test::RandomSearches random(30);
    std::vector<Record> records;
    for (std::size_t i = 0; i < count; ++i) records.push_back(random.searched_record("r" + std::to_string(i)));
    return records;
}

} // namespace

TEST_CASE("Random plans match and score what their parts say of each document") {
    const SampleIndex index(random_records(60));
    IndexReader reader(index.folder());
    const Reference reference(reader);
    RandomPlans random(31, reader.database());
    std::size_t matched = 0;
    for (int i = 0; i < 1500; ++i) {
        CAPTURE(i);
        const Plan plan = random.plan(3);
        Evaluation evaluation(plan, reader, kNever, kParameters);
        const DocSet documents = evaluation.scored_matches();
        std::set<std::uint32_t> expected;
        for (const auto& [docid, terms] : reference.documents())
            if (reference.matches(plan, docid)) expected.insert(docid);
        REQUIRE(members(documents) == expected);
        CHECK(members(matching_documents(plan, reader, kNever)) == expected);
        for (const std::uint32_t docid : expected)
            CHECK(evaluation.score_of(docid) == Approx(reference.score(plan, docid)).epsilon(1e-5));
        for (const std::uint32_t docid : expected) {
            double sum = 0;
            for (const LeafScore& leaf : evaluation.leaf_scores(docid)) sum += leaf.score;
            CHECK(sum == Approx(reference.score(plan, docid)).epsilon(1e-4).margin(1e-5));
        }
        matched += expected.size();
    }
    CHECK(matched > 10'000);
}

TEST_CASE("Some of the matches get the scores that they have among all") {
    const SampleIndex index(random_records(60));
    IndexReader reader(index.folder());
    RandomPlans random(32, reader.database());
    for (int i = 0; i < 500; ++i) {
        CAPTURE(i);
        const Plan plan = random.plan(3);
        Evaluation whole(plan, reader, kNever, kParameters);
        whole.scored_matches();
        Evaluation evaluation(plan, reader, kNever, kParameters);
        DocSet some = evaluation.matches();
        some.for_each([&](std::uint32_t docid) {
            if (random.chance(0.7)) some.erase(docid);
        });
        for (int twice = 0; twice < 2; ++twice) {
            evaluation.score(some);
            some.for_each([&](std::uint32_t docid) { CHECK(evaluation.score_of(docid) == whole.score_of(docid)); });
        }
    }
}

} // namespace annota
