// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/journal_buckets.h"

#include "common/journal_names.h"

#include <algorithm>
#include <map>
#include <span>

namespace annota {

namespace {

/// An ISSN is of a name where at least one of so many of the name's records state it that state the name's usual one:
/// printed and electronic issues have their own.
constexpr std::uint32_t kRecordsAnIssn = 4;

/// What the records that print a name say.
struct NameFacts {
    std::map<std::uint32_t, std::uint32_t> printed; ///< Records by ordinal.
    std::map<std::uint32_t, std::uint32_t> issns;   ///< The same by ordinal in the column of serials.
};

bool is_issn(std::string_view serial) {
    constexpr std::size_t kLength = 9;
    constexpr std::size_t kHyphen = 4;
    return serial.size() == kLength && serial[kHyphen] == '-' && serial[0] >= '0' && serial[0] <= '9';
}

std::vector<NameFacts> facts_of_names(const Column& journals, const Column& serials) {
    std::vector<bool> issns(serials.printed_count());
    for (std::uint32_t serial = 0; serial < serials.printed_count(); ++serial)
        issns[serial] = is_issn(serials.printed(serial));
    std::vector<NameFacts> facts(journals.key_count());
    for (std::uint32_t docid = 1; docid < journals.doc_limit(); ++docid)
        for (const std::uint32_t printed : journals.of(docid)) {
            NameFacts& name = facts[journals.key_of(printed)];
            ++name.printed[printed];
            for (const std::uint32_t serial : serials.of(docid))
                if (issns[serial]) ++name.issns[serials.key_of(serial)];
        }
    return facts;
}

/// The smallest of those that are printed most.
std::string_view usual_form(const NameFacts& facts, const Column& journals) {
    std::string_view usual;
    std::uint32_t most = 0;
    for (const auto& [printed, count] : facts.printed) {
        const std::string_view form = journals.printed(printed);
        if (count < most || (count == most && form > usual)) continue;
        usual = form;
        most = count;
    }
    return usual;
}

std::vector<std::uint64_t> usual_issns(const NameFacts& facts) {
    std::uint32_t most = 0;
    for (const auto& [issn, count] : facts.issns) most = std::max(most, count);
    std::vector<std::uint64_t> usual;
    for (const auto& [issn, count] : facts.issns)
        if (count * kRecordsAnIssn >= most) usual.push_back(issn);
    return usual;
}

} // namespace

std::vector<std::uint32_t> journal_buckets(const Columns& columns) {
    const Column& journals = columns[kJournalColumn];
    const std::vector<NameFacts> facts = facts_of_names(journals, columns[kSerialColumn]);
    std::vector<JournalName> names;
    std::vector<std::uint32_t> keys;
    for (std::uint32_t key = 0; key < facts.size(); ++key) {
        if (facts[key].printed.empty()) continue; // of records that are gone
        names.push_back({usual_form(facts[key], journals), usual_issns(facts[key])});
        keys.push_back(key);
    }
    const std::vector<std::uint32_t> groups = group_journals(names);
    std::vector<std::uint32_t> buckets;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (groups[i] == i) continue;
        if (buckets.empty())
            for (std::uint32_t key = 0; key < facts.size(); ++key) buckets.push_back(key);
        buckets[keys[i]] = keys[groups[i]];
    }
    return buckets;
}

} // namespace annota
