// SPDX-License-Identifier: GPL-2.0-or-later
//
// Keys are read in the order of docids, and most documents are dropped by comparing theirs with the last key of the
// stretch so far. Record ids are read only where a limit of the stretch falls between equal keys, or these are in it.

#include "searcher/ranking.h"

#include "common/columns.h"
#include "common/facet_values.h"
#include "common/schema.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <optional>
#include <utility>

namespace annota {

namespace {

constexpr unsigned kDocumentsBetweenChecks = 1U << 14U;

/// The values of a slot, for documents in ascending order.
class SlotReader {
public:
    SlotReader(IndexReader& reader, Slot slot)
        : at_(reader.database().valuestream_begin(slot)), end_(reader.database().valuestream_end(slot)) {}

    /// Empty where the document has none.
    std::string operator()(std::uint32_t docid) {
        if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
        return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
    }

private:
    Xapian::ValueIterator at_;
    Xapian::ValueIterator end_;
};

const std::string kAfterAllValues = "\xFF";

/// The opposite order of texts of which none is the beginning of another.
std::string descending(std::string text) {
    for (char& byte : text) byte = static_cast<char>(~byte);
    return text;
}

/// Gives the key of documents in ascending order.
using KeyOf = std::function<std::string(std::uint32_t docid)>;

/// Authors are in no value slot but in the columns beside the index, the first author first.
KeyOf first_author_keys(const Column& authors) {
    return [&authors](std::uint32_t docid) {
        const std::span<const std::uint32_t> values = authors.of(docid);
        return values.empty() ? kAfterAllValues : std::string(authors.key(authors.key_of(values.front())));
    };
}

KeyOf slot_keys(IndexReader& reader, Slot slot, bool descends) {
    return [slot_reader = SlotReader(reader, slot), descends](std::uint32_t docid) mutable {
        std::string value = slot_reader(docid);
        if (value.empty()) return kAfterAllValues;
        return descends ? descending(std::move(value)) : value;
    };
}

KeyOf make_keys(IndexReader& reader, SortOrder order) {
    switch (order) {
    case SortOrder::author: return first_author_keys(reader.column(kAuthorColumn));
    case SortOrder::oldest: return slot_keys(reader, kYearSlot, false);
    case SortOrder::newest: return slot_keys(reader, kYearSlot, true);
    case SortOrder::title: return slot_keys(reader, kTitleSlot, false);
    case SortOrder::first_added: return slot_keys(reader, kAddedSlot, false);
    case SortOrder::last_added: return slot_keys(reader, kAddedSlot, true);
    case SortOrder::relevance: break;
    }
    return [](std::uint32_t) { return std::string(); };
}

/// Gives the year of documents as a number, missing ones last.
auto year_numbers(const Column& years, bool descends) {
    std::vector<int> numbers(years.key_count());
    for (std::uint32_t key = 0; key < numbers.size(); ++key) {
        const std::string_view text = years.key(key);
        std::from_chars(text.data(), text.data() + text.size(), numbers[key]);
        if (descends) numbers[key] = -numbers[key];
    }
    return [&years, numbers = std::move(numbers)](std::uint32_t docid) {
        const std::span<const std::uint32_t> values = years.of(docid);
        return values.empty() ? std::numeric_limits<int>::max() : numbers[years.key_of(values.front())];
    };
}

template <class Key> using Keyed = std::pair<Key, std::uint32_t>; // with the docid

/// Documents whose key is at most the `count`-th smallest one, by key, equal ones by docid.
template <class Key, class Of>
std::vector<Keyed<Key>> smallest(const DocSet& documents, std::uint64_t count, Of key_of, const Deadline& deadline) {
    std::vector<Keyed<Key>> found;
    if (count == 0) return found;
    std::vector<Key> heap; // the smallest keys so far, the greatest of them on top
    unsigned seen = 0;
    documents.for_each([&](std::uint32_t docid) {
        if (++seen % kDocumentsBetweenChecks == 0) deadline.check();
        Key key = key_of(docid);
        if (heap.size() == count) {
            if (heap.front() < key) return;
            if (key < heap.front()) {
                std::ranges::pop_heap(heap);
                heap.back() = key;
                std::ranges::push_heap(heap);
            }
        } else {
            heap.push_back(key);
            std::ranges::push_heap(heap);
        }
        found.emplace_back(std::move(key), docid);
    });
    std::erase_if(found, [&](const Keyed<Key>& one) { return heap.front() < one.first; });
    std::ranges::sort(found);
    return found;
}

/// Those of some documents, in ascending order, that have the first `count` ids, in the order of these.
template <class Key>
void order_by_id(std::span<Keyed<Key>> documents, std::size_t count, IndexReader& reader, const Deadline& deadline) {
    const DocumentFacts& facts = reader.facts();
    std::vector<std::pair<std::string_view, std::uint32_t>> first; // a heap, the last id on top
    first.reserve(count);
    unsigned seen = 0;
    for (const auto& [key, docid] : documents) {
        if (++seen % kDocumentsBetweenChecks == 0) deadline.check();
        const std::pair entry(facts.id(docid), docid);
        if (first.size() == count) {
            if (first.front() < entry) continue;
            std::ranges::pop_heap(first);
            first.pop_back();
        }
        first.push_back(entry);
        std::ranges::push_heap(first);
    }
    std::ranges::sort_heap(first);
    for (std::size_t i = 0; i < first.size(); ++i) documents[i].second = first[i].second;
}

/// The stretch of documents by key, then by id.
template <class Key, class Of>
std::vector<Keyed<Key>> stretch_of(const DocSet& documents, Stretch stretch, Of key_of, IndexReader& reader,
                                   const Deadline& deadline) {
    const std::uint64_t all = documents.size();
    const std::uint64_t begin = std::min(stretch.offset, all);
    const std::uint64_t end = begin + std::min(stretch.limit, all - begin);
    std::vector<Keyed<Key>> found = smallest<Key>(documents, end, std::move(key_of), deadline);
    for (std::size_t i = 0; i < found.size();) {
        std::size_t next = i + 1;
        while (next < found.size() && found[next].first == found[i].first) ++next;
        if (next - i > 1 && next > begin && i < end)
            order_by_id(std::span(found).subspan(i, next - i), std::min<std::size_t>(next, end) - i, reader, deadline);
        i = next;
    }
    found.resize(end);
    found.erase(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(begin));
    return found;
}

} // namespace

std::vector<RankedDocument> rank(const DocSet& documents, const Evaluation& scored, Stretch stretch,
                                 IndexReader& reader, const Deadline& deadline) {
    const auto key_of = [&](std::uint32_t docid) { return -scored.score_of(docid); };
    const std::vector<Keyed<float>> found = stretch_of<float>(documents, stretch, key_of, reader, deadline);
    std::vector<RankedDocument> ranked;
    ranked.reserve(found.size());
    for (const auto& [key, docid] : found) ranked.push_back({docid, -key});
    return ranked;
}

std::vector<std::uint32_t> sort(const DocSet& documents, SortOrder order, Stretch stretch, IndexReader& reader,
                                const Deadline& deadline) {
    const auto docids = [&]<class Key>(const std::vector<Keyed<Key>>& found) {
        std::vector<std::uint32_t> list;
        list.reserve(found.size());
        for (const Keyed<Key>& one : found) list.push_back(one.second);
        return list;
    };
    if (order == SortOrder::newest || order == SortOrder::oldest) {
        const Column& years = reader.column(*facet_ordinal(FieldId::year));
        return docids(
            stretch_of<int>(documents, stretch, year_numbers(years, order == SortOrder::newest), reader, deadline));
    }
    return docids(stretch_of<std::string>(documents, stretch, make_keys(reader, order), reader, deadline));
}

std::string sort_key(IndexReader& reader, std::uint32_t docid, SortOrder order) {
    std::string key = make_keys(reader, order)(docid);
    if (order != SortOrder::relevance) key.push_back('\0'); // before every letter of a longer key
    return key + reader.id(docid);
}

} // namespace annota
