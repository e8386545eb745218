// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/person_counts.h"

#include "common/author_forms.h"
#include "common/counted_rows.h"

#include <algorithm>
#include <map>
#include <span>

namespace annota {

PersonBuckets::PersonBuckets(const Column& authors, const DocSet& documents)
    : authors_(authors), persons_(*authors.persons()), documents_(documents), counts_(persons_.count()) {
    const auto of = [&](std::uint32_t docid) { return persons_.of(docid); };
    const auto add = [&](std::uint32_t person) { counts_.increment(bucket(person)); };
    if (are_most(documents, authors)) {
        persons_.for_each_whole_count(
            [&](std::uint32_t place, std::uint32_t count) { counts_.add(below(place, counts_.size()), count); });
        missing_ = correct_counts(authors, persons_.whole().persons, documents, of, add,
                                  [&](std::uint32_t person) { counts_.decrement(bucket(person)); });
    } else {
        documents.for_each([&](std::uint32_t docid) {
            const std::span<const std::uint32_t> persons = of(docid);
            if (persons.empty()) ++missing_;
            for (const std::uint32_t person : persons) add(person);
        });
    }
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
            if (const std::uint32_t at = bucket(persons[i]); !found[at] && is_passing(below(values[i], known.size())))
                found[at] = true;
    });
    return found;
}

std::vector<PrintedForms> PersonBuckets::forms(const std::vector<std::uint32_t>& buckets, Script script) const {
    std::vector<std::uint32_t> persons(buckets.size());
    std::ranges::transform(buckets, persons.begin(),
                           [this](std::uint32_t bucket) { return persons_.at_place(bucket); });
    std::vector<std::map<std::uint32_t, std::uint32_t>> printed(buckets.size()); // counts by value
    persons_.for_each_mention(persons, [&](std::size_t i, std::uint32_t docid, std::uint32_t value) {
        printed[i][value] += documents_.contains(docid) ? 1U : 0U;
    });
    std::vector<PrintedForms> lists(buckets.size());
    for (std::size_t i = 0; i < buckets.size(); ++i)
        for (const auto& [value, count] : printed[i]) {
            const auto forms = unpack_forms(authors_.key(authors_.key_of(value)), authors_.printed(value));
            lists[i][forms.front().printed].first += count;
            for (const AuthorForm& one : forms) {
                PrintedForm& form = lists[i][one.printed];
                form.count += count;
                form.key_size = one.key.size();
                form.in_script = script != Script::any && is_in_cyrillic(one.printed) == (script == Script::cyrillic);
            }
        }
    return lists;
}

} // namespace annota
