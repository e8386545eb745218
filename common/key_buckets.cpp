// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/key_buckets.h"

#include "common/counted_rows.h"

#include <algorithm>
#include <span>

namespace annota {

KeyBuckets::KeyBuckets(const Column& column, const DocSet& documents)
    : column_(column), by_printed_(column.printed_count()), counts_(column.key_count()) {
    const auto of = [&](std::uint32_t docid) { return column.of(docid); };
    const auto add = [&](std::uint32_t value) { ++by_printed_[below(value, by_printed_.size())]; };
    if (are_most(documents, column)) {
        std::ranges::for_each(column.whole().values, add);
        missing_ = correct_counts(column, column.whole().values, documents, of, add,
                                  [&](std::uint32_t value) { --by_printed_[value]; });
    } else {
        documents.for_each([&](std::uint32_t docid) {
            if (of(docid).empty()) ++missing_;
            std::ranges::for_each(of(docid), add);
        });
    }
    for (std::uint32_t p = 0; p < column.printed_count(); ++p) counts_.add(bucket_of_printed(p), by_printed_[p]);
}

std::vector<bool> KeyBuckets::passing(const std::function<bool(std::string_view printed)>& passes) const {
    std::vector<bool> found(counts_.size());
    for (std::uint32_t p = 0; p < column_.printed_count(); ++p)
        if (by_printed_[p] != 0 && !found[bucket_of_printed(p)])
            found[bucket_of_printed(p)] = passes(column_.printed(p));
    return found;
}

std::vector<PrintedForms> KeyBuckets::forms(const std::vector<std::uint32_t>& buckets, Script) const {
    constexpr auto kNone = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> place(column_.key_count(), kNone);
    for (std::uint32_t i = 0; i < buckets.size(); ++i) place[buckets[i]] = i;
    std::vector<PrintedForms> lists(buckets.size());
    for (std::uint32_t p = 0; p < column_.printed_count(); ++p) {
        const std::uint32_t i = place[bucket_of_printed(p)];
        if (i == kNone) continue;
        PrintedForm& form = lists[i][column_.printed(p)];
        form.count += by_printed_[p];
        form.key_size = column_.key(column_.key_of(p)).size();
    }
    return lists;
}

} // namespace annota
