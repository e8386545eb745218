// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/person_counts.h"

#include "common/author_forms.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>
#include <unordered_map>

namespace annota {

namespace {

/// A way in which a person is printed.
struct Form {
    bool in_script = false;
    std::uint32_t count = 0;
    std::size_t key_size = 0;
    std::uint32_t first = 0; ///< How often it is the first one that a record prints of the author.

    /// Equal ones are in the order of their texts, so that the choice depends on no other.
    bool is_better_than(const Form& other) const {
        return std::tie(in_script, count, key_size, first) >
               std::tie(other.in_script, other.count, other.key_size, other.first);
    }
};

using Forms = std::map<std::string_view, Form>;

void label_bucket(Bucket& bucket, const Forms& forms) {
    std::vector<const Forms::value_type*> order;
    for (const auto& form : forms) order.push_back(&form);
    std::ranges::stable_sort(order, [](const auto* a, const auto* b) { return a->second.is_better_than(b->second); });
    for (std::size_t i = 0; i < std::min(order.size(), kMostForms + 1); ++i)
        (i == 0 ? bucket.value : bucket.forms.emplace_back()) = order[i]->first;
}

/// How often each of a few persons is printed in which way by the counted documents, all ways known.
class FormTally {
public:
    FormTally(const Column& authors, const DocSet& documents, const std::vector<std::uint32_t>& buckets)
        : authors_(authors), printed_(buckets.size()) {
        std::vector<std::uint32_t> persons;
        for (const std::uint32_t bucket : buckets) persons.push_back(authors.persons()->at_place(bucket));
        authors.persons()->for_each_mention(persons, [&](std::size_t i, std::uint32_t docid, std::uint32_t value) {
            printed_[i][value] += documents.contains(docid) ? 1U : 0U;
        });
    }

    /// Of one of the buckets, by its place among them.
    Forms forms(std::size_t i, Script script) const {
        Forms forms;
        for (const auto& [value, count] : printed_[i]) {
            const auto printed = unpack_forms(authors_.key(authors_.key_of(value)), authors_.printed(value));
            forms[printed.front().printed].first += count;
            for (const AuthorForm& one : printed) {
                Form& form = forms[one.printed];
                form.count += count;
                form.key_size = one.key.size();
                form.in_script = script != Script::any && is_in_cyrillic(one.printed) == (script == Script::cyrillic);
            }
        }
        return forms;
    }

private:
    const Column& authors_;
    std::vector<std::map<std::uint32_t, std::uint32_t>> printed_; ///< Counts by value.
};

} // namespace

PersonBuckets::PersonBuckets(const Column& authors, const DocSet& documents)
    : authors_(authors), persons_(*authors.persons()), documents_(documents), counts_(persons_.count()) {
    documents.for_each([&](std::uint32_t docid) {
        const std::span<const std::uint32_t> persons = persons_.of(docid);
        if (persons.empty()) ++missing_;
        for (const std::uint32_t person : persons) counts_.increment(persons_.place(person));
    });
}

std::optional<std::uint32_t> PersonBuckets::find(const std::string& key) const {
    const auto found = persons_.find(read_person_key(key));
    return found ? std::optional(persons_.place(*found)) : std::nullopt;
}

std::vector<bool> PersonBuckets::passing(const std::function<bool(std::string_view printed)>& passes) const {
    enum class Known : std::uint8_t { no, yes, never };
    std::vector<Known> known(authors_.printed_count(), Known::no);
    std::vector<bool> found(counts_.size());
    const auto is_passing = [&](std::uint32_t value) {
        if (known[value] == Known::no) {
            const auto forms = unpack_forms(authors_.key(authors_.key_of(value)), authors_.printed(value));
            const bool any = std::ranges::any_of(forms, [&](const AuthorForm& form) { return passes(form.printed); });
            known[value] = any ? Known::yes : Known::never;
        }
        return known[value] == Known::yes;
    };
    documents_.for_each([&](std::uint32_t docid) {
        const std::span<const std::uint32_t> persons = persons_.of(docid);
        const std::span<const std::uint32_t> values = authors_.of(docid);
        for (std::size_t i = 0; i < persons.size(); ++i)
            if (const std::uint32_t bucket = persons_.place(persons[i]); !found[bucket] && is_passing(values[i]))
                found[bucket] = true;
    });
    return found;
}

void PersonBuckets::label(std::vector<Bucket>& buckets, const std::vector<std::uint32_t>& ordinals,
                          const CountOptions& options) const {
    if (ordinals.empty()) return;
    const FormTally tally(authors_, documents_, ordinals);
    for (std::size_t i = 0; i < buckets.size(); ++i) label_bucket(buckets[i], tally.forms(i, options.script));
}

} // namespace annota
