// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/facet_counter.h"

#include "common/facet_values.h"
#include "searcher/search.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <span>

namespace annota {

namespace {

struct FacetField {
    FieldId field;
    std::size_t column;
};

FacetField facet_field(const std::string& name) {
    const Field* const field = find_field(name);
    const std::optional<std::size_t> column = field == nullptr ? std::nullopt : facet_ordinal(field->id);
    if (!column) throw RequestFault("unknown_facet", "there is no facet '" + name + "'");
    return {field->id, *column};
}

BucketOrder bucket_order(FacetOrder order, FieldId field) {
    if (order == FacetOrder::value) return BucketOrder::value;
    return order == FacetOrder::usual && field == FieldId::year ? BucketOrder::newest_first : BucketOrder::count;
}

int year_of(const std::string& key) {
    int year = 0;
    std::from_chars(key.data(), key.data() + key.size(), year);
    return year;
}

} // namespace

/// Documents by the first year of their year or decade.
struct FacetCounter::YearCounts {
    std::map<int, std::size_t> by_first_year;
    std::size_t missing = 0;
};

FacetCounter::FacetCounter(Collection& collection, const Filters& filters, const std::vector<DocSet>& matches,
                           const std::vector<DocSet>& shown)
    : collection_(collection), filters_(filters), matches_(matches), shown_(shown) {}

/// What is counted by these fields.
std::vector<DocSet> FacetCounter::counted(std::span<const FieldId> fields) const {
    if (!filters_.restricts(fields)) return shown_;
    std::vector<DocSet> documents = matches_;
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard) filters_.apply(shard, documents[shard], fields);
    return documents;
}

FacetCounts FacetCounter::count(std::size_t column, const std::vector<DocSet>& documents,
                                const CountOptions& options) const {
    std::vector<CountedColumn> columns;
    columns.reserve(documents.size());
    for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
        columns.push_back({collection_[shard].column(column), documents[shard]});
    return count_facet(columns, options);
}

FacetCounter::YearCounts FacetCounter::count_years(std::size_t column, const std::vector<DocSet>& documents,
                                                   int step) const {
    const FacetCounts counts =
        count(column, documents, {std::numeric_limits<std::size_t>::max(), BucketOrder::value, {}});
    YearCounts counted{{}, counts.missing};
    for (const Bucket& bucket : counts.buckets)
        counted.by_first_year[year_of(bucket.key) / step * step] += bucket.count;
    return counted;
}

FacetResult FacetCounter::count(const FacetRequest& wanted, Script script) const {
    const FacetField outer = facet_field(wanted.field);
    std::vector<FieldId> fields{outer.field};
    std::optional<FacetField> inner;
    if (!wanted.inner.empty()) fields.push_back((inner = facet_field(wanted.inner))->field);
    const std::vector<DocSet> documents = counted(fields);
    CountOptions options{wanted.count,
                         bucket_order(wanted.order, outer.field),
                         filters_.selected_keys(outer.field),
                         wanted.offset,
                         wanted.prefix,
                         wanted.contains,
                         script};
    FacetResult result{name_of(wanted), wanted.inner, count(outer.column, documents, options), {}, true};
    if (!inner) return result;
    options = {wanted.inner_count, bucket_order(FacetOrder::usual, inner->field), filters_.selected_keys(inner->field)};
    options.script = script;
    for (const Bucket& bucket : result.counts.buckets) {
        std::vector<DocSet> within = documents;
        for (std::uint32_t shard = 0; shard < collection_.size(); ++shard)
            within[shard] &=
                documents_with(collection_[shard].column(outer.column), {bucket.key}, within[shard].limit());
        result.inner_counts.push_back(count(inner->column, within, options));
    }
    return result;
}

HistogramResult FacetCounter::histogram(Histogram by) const {
    const int step = by == Histogram::decade ? 10 : 1;
    const FacetField year = facet_field("year");
    const std::span fields(&year.field, 1);
    const YearCounts all = count_years(year.column, counted(fields), step);
    HistogramResult result{by, {}, all.missing, true};
    if (all.by_first_year.empty()) return result;
    const bool restricted = filters_.restricts(fields);
    const YearCounts let_through = count_years(year.column, shown_, step);
    const int last = all.by_first_year.rbegin()->first;
    for (int first = all.by_first_year.begin()->first; first <= last; first += step) {
        std::string label = std::to_string(first);
        std::string value = label;
        if (step > 1) {
            const std::string last_year = std::to_string(first + step - 1);
            label.append("–").append(last_year);
            value.append("..").append(last_year);
        }
        const auto bar = all.by_first_year.find(first);
        result.bars.push_back({std::move(label), std::move(value), bar == all.by_first_year.end() ? 0 : bar->second,
                               restricted && let_through.by_first_year.contains(first)});
    }
    return result;
}

} // namespace annota
