// SPDX-License-Identifier: GPL-2.0-or-later
//
// The strings of each source stand in order, those of a whole file and those that came with changes, so that all of
// them are merged as sorted streams.

#include "common/column_merge.h"

#include "common/column_writer.h"

#include <algorithm>
#include <queue>
#include <span>
#include <utility>

namespace annota {

namespace {

/// The first bytes as a number in the order of texts: most comparisons end there.
std::uint64_t first_bytes(std::string_view text) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return number;
}

/// A printed value at the head of a stream.
struct Head {
    std::uint64_t key_begin;
    std::string_view key;
    std::string_view printed;
    std::uint32_t source;
    std::uint32_t ordinal;
    std::uint32_t end; ///< Of the stream.

    bool same_value(const Head& other) const { return key == other.key && printed == other.printed; }
};

struct Behind {
    bool operator()(const Head& a, const Head& b) const {
        if (a.key_begin != b.key_begin) return a.key_begin > b.key_begin;
        if (const int order = a.key.compare(b.key); order != 0) return order > 0;
        return a.printed > b.printed;
    }
};

struct Place {
    std::uint32_t source;
    std::uint32_t ordinal;
};

/// One column of all sources.
class ColumnMerge {
public:
    ColumnMerge(const std::vector<ColumnSource>& sources, std::size_t column) : sources_(sources) {
        for (const ColumnSource& source : sources) {
            columns_.push_back(source.columns->find(column));
            renumbered_.emplace_back(columns_.back()->printed_count(), kUnused);
        }
        find_used();
        merge_strings();
    }

    void write(ColumnWriter& writer, std::uint32_t doc_limit) const {
        writer.begin_part();
        writer.words({});
        write_documents(writer, doc_limit);
        writer.begin_words(printed_.size());
        for (std::uint32_t p = 0, key = 0; p < printed_.size(); ++p) {
            while (key + 1 < key_begins_.size() && key_begins_[key + 1] <= p) ++key;
            writer.put(key);
        }
        writer.strings(printed_.size(),
                       [&](std::size_t p) { return columns_[printed_[p].source]->printed(printed_[p].ordinal); });
        writer.strings(key_begins_.size(), [&](std::size_t k) {
            const Place& place = printed_[key_begins_[k]];
            const Column& column = *columns_[place.source];
            return column.key(column.key_of(place.ordinal));
        });
        writer.end_part();
    }

private:
    static constexpr auto kUnused = static_cast<std::uint32_t>(-1);
    static constexpr std::uint32_t kUsed = 0;

    void find_used() {
        for (std::size_t s = 0; s < sources_.size(); ++s) {
            const Column& column = *columns_[s];
            if (column.changes().docids.empty()) { // a whole file has no unused values
                std::ranges::fill(renumbered_[s], kUsed);
                continue;
            }
            for (std::uint32_t docid = 0; docid < column.doc_limit(); ++docid)
                for (const std::uint32_t value : column.of(docid)) renumbered_[s][value] = kUsed;
        }
    }

    /// The head of a stream from `ordinal` on, where there is a used value.
    void push(std::uint32_t source, std::uint32_t ordinal, std::uint32_t end) {
        while (ordinal < end && renumbered_[source][ordinal] == kUnused) ++ordinal;
        if (ordinal == end) return;
        const Column& column = *columns_[source];
        const std::string_view key = column.key(column.key_of(ordinal));
        heads_.push({first_bytes(key), key, column.printed(ordinal), source, ordinal, end});
    }

    void merge_strings() {
        for (std::uint32_t s = 0; s < sources_.size(); ++s) {
            const std::uint32_t whole = columns_[s]->whole().printed.size();
            push(s, 0, whole);
            push(s, whole, columns_[s]->printed_count());
        }
        Head last{};
        while (!heads_.empty()) {
            const Head head = heads_.top();
            heads_.pop();
            if (printed_.empty() || !head.same_value(last)) {
                if (printed_.empty() || head.key != last.key)
                    key_begins_.push_back(static_cast<std::uint32_t>(printed_.size()));
                printed_.push_back({head.source, head.ordinal});
                last = head;
            }
            renumbered_[head.source][head.ordinal] = static_cast<std::uint32_t>(printed_.size() - 1);
            push(head.source, head.ordinal + 1, head.end);
        }
    }

    /// Calls `use(values, source)` for every docid below the limit.
    template <class Use> void for_each_document(std::uint32_t doc_limit, Use use) const {
        std::uint32_t docid = 0;
        for (std::size_t s = 0; s < sources_.size(); ++s) {
            for (; docid < sources_[s].first; ++docid) use(std::span<const std::uint32_t>(), s);
            const std::uint32_t end = sources_[s].first - 1 + columns_[s]->doc_limit();
            for (; docid < end; ++docid) use(columns_[s]->of(docid - (sources_[s].first - 1)), s);
        }
        for (; docid < doc_limit; ++docid) use(std::span<const std::uint32_t>(), 0);
    }

    void write_documents(ColumnWriter& writer, std::uint32_t doc_limit) const {
        writer.begin_words(std::size_t{doc_limit} + 1);
        std::uint32_t count = 0;
        writer.put(count);
        for_each_document(doc_limit, [&](std::span<const std::uint32_t> values, std::size_t) {
            count += static_cast<std::uint32_t>(values.size());
            writer.put(count);
        });
        writer.begin_words(count);
        for_each_document(doc_limit, [&](std::span<const std::uint32_t> values, std::size_t source) {
            for (const std::uint32_t value : values) writer.put(renumbered_[source][value]);
        });
    }

    const std::vector<ColumnSource>& sources_;
    std::vector<const Column*> columns_;
    std::vector<std::vector<std::uint32_t>> renumbered_; ///< By source and printed ordinal there.
    std::priority_queue<Head, std::vector<Head>, Behind> heads_;
    std::vector<Place> printed_;            ///< Of the merged column.
    std::vector<std::uint32_t> key_begins_; ///< First printed value of each key.
};

/// Whoever merges tells persons apart again.
void write_no_persons(ColumnWriter& writer) {
    writer.begin_part();
    for (int none = 0; none < 7; ++none) writer.words({});
    writer.end_part();
}

/// The facts of documents of all sources; cheapest in ascending order.
class MergedFacts {
public:
    explicit MergedFacts(const std::vector<ColumnSource>& sources) : sources_(sources) {}

    std::uint64_t record(std::uint32_t docid) {
        const auto [facts, own] = find(docid);
        return facts != nullptr ? facts->record(own) : 0;
    }
    std::uint32_t length(std::uint32_t docid) {
        const auto [facts, own] = find(docid);
        return facts != nullptr ? facts->length(own) : 0;
    }
    std::string_view id(std::uint32_t docid) {
        const auto [facts, own] = find(docid);
        return facts != nullptr ? facts->id(own) : std::string_view();
    }

private:
    /// With the docid in its source; nullptr where it is of none.
    std::pair<const DocumentFacts*, std::uint32_t> find(std::uint32_t docid) {
        if (at_ < sources_.size() && docid < sources_[at_].first) at_ = 0;
        while (at_ < sources_.size() && docid >= sources_[at_].first - 1 + sources_[at_].columns->doc_limit()) ++at_;
        if (at_ == sources_.size() || docid < sources_[at_].first) return {nullptr, 0};
        return {sources_[at_].columns->facts(), docid - (sources_[at_].first - 1)};
    }

    const std::vector<ColumnSource>& sources_;
    std::size_t at_ = 0;
};

void write_facts(ColumnWriter& writer, const std::vector<ColumnSource>& sources, std::uint32_t doc_limit) {
    writer.begin_part();
    writer.words({});
    MergedFacts facts(sources);
    writer.begin_words(2 * std::size_t{doc_limit});
    for (std::uint32_t docid = 0; docid < doc_limit; ++docid) writer.put_mark(facts.record(docid));
    writer.begin_words(doc_limit);
    for (std::uint32_t docid = 0; docid < doc_limit; ++docid) writer.put(facts.length(docid));
    writer.strings(doc_limit, [&](std::size_t docid) { return facts.id(static_cast<std::uint32_t>(docid)); });
    writer.end_part();
}

} // namespace

void merge_columns(const std::vector<ColumnSource>& sources, const IndexState& state, const ByteSink& sink) {
    std::uint32_t doc_limit = 1;
    for (const ColumnSource& source : sources)
        doc_limit = std::max(doc_limit, source.first - 1 + source.columns->doc_limit());
    ColumnWriter writer(sink);
    for (std::size_t column = 0; column < kColumnCount; ++column) ColumnMerge(sources, column).write(writer, doc_limit);
    write_no_persons(writer);
    write_facts(writer, sources, doc_limit);
    writer.begin_part();
    writer.words({});
    writer.end_part();
    writer.finish(state, doc_limit);
}

} // namespace annota
