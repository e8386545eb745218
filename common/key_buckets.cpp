// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/key_buckets.h"

#include <span>

namespace annota {

KeyBuckets::KeyBuckets(const Column& column, const DocSet& documents)
    : column_(column), by_printed_(column.printed_count()), counts_(column.key_count()) {
    documents.for_each([&](std::uint32_t docid) {
        const std::span<const std::uint32_t> values = column.of(docid);
        if (values.empty()) ++missing_;
        for (const std::uint32_t value : values) ++by_printed_[value];
    });
    for (std::uint32_t p = 0; p < column.printed_count(); ++p) counts_.add(column.key_of(p), by_printed_[p]);
}

std::vector<bool> KeyBuckets::passing(const std::function<bool(std::string_view printed)>& passes) const {
    std::vector<bool> found(counts_.size());
    for (std::uint32_t p = 0; p < column_.printed_count(); ++p)
        if (by_printed_[p] != 0 && !found[column_.key_of(p)]) found[column_.key_of(p)] = passes(column_.printed(p));
    return found;
}

std::vector<PrintedForms> KeyBuckets::forms(const std::vector<std::uint32_t>& buckets, Script) const {
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> place(column_.key_count(), kNone);
    for (std::uint32_t i = 0; i < buckets.size(); ++i) place[buckets[i]] = i;
    std::vector<PrintedForms> lists(buckets.size());
    for (std::uint32_t p = 0; p < column_.printed_count(); ++p)
        if (const std::uint32_t i = place[column_.key_of(p)]; i != kNone)
            lists[i][column_.printed(p)].count += by_printed_[p];
    return lists;
}

} // namespace annota
