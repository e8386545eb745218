// SPDX-License-Identifier: GPL-2.0-or-later
//
// The buckets of the author facet (facet_counts.cpp): one a person, by Persons::place().

#pragma once

#include "common/facet_counts.h"
#include "common/printed_forms.h"
#include "common/small_counts.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

class PersonBuckets {
public:
    /// Refers to both.
    PersonBuckets(const Column& authors, const DocSet& documents);

    const SmallCounts& counts() const { return counts_; }
    std::size_t missing() const { return missing_; }

    std::string key(std::uint32_t bucket) const { return persons_.text(persons_.at_place(bucket)); }
    bool is_before(std::uint32_t a, std::uint32_t b) const {
        return persons_.is_before(persons_.at_place(a), persons_.at_place(b));
    }
    /// Of persons who wrote something.
    std::optional<std::uint32_t> find(const std::string& key) const;

    /// Of which buckets a form that a counted document prints passes.
    std::vector<bool> passing(const std::function<bool(std::string_view printed)>& passes) const;

    /// For each of some buckets the forms of the name that records print, those that no counted document prints too.
    std::vector<PrintedForms> forms(const std::vector<std::uint32_t>& buckets, Script script) const;

    static constexpr std::size_t kMostOtherForms = kMostForms; ///< That are listed beside the best one.

private:
    std::uint32_t bucket(std::uint32_t person) const { return below(persons_.place(person), counts_.size()); }

    const Column& authors_;
    const Persons& persons_;
    const DocSet& documents_;
    SmallCounts counts_;
    std::size_t missing_ = 0;
};

} // namespace annota
