// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/column_builder.h"

#include "common/author_forms.h"
#include "common/column_merge.h"
#include "common/column_writer.h"

#include <algorithm>
#include <array>

namespace annota {

namespace {

/// A whole file is written anew where more than one of so many of its documents changed.
constexpr std::uint32_t kDocumentsAChange = 8;

using Ordinals = std::vector<std::uint32_t>;

std::shared_ptr<const Columns> no_columns() {
    std::string bytes;
    merge_columns({}, {}, [&](std::string_view more) { bytes += more; });
    return Columns::from_bytes(std::move(bytes));
}

/// Those of the strings that are used, in the order of `before`.
template <class Before> Ordinals sorted(const std::vector<bool>& used, Before before) {
    Ordinals order;
    for (std::uint32_t i = 0; i < used.size(); ++i)
        if (used[i]) order.push_back(i);
    std::ranges::sort(order, before);
    return order;
}

/// The place of each string in `order`, counted on from `first`.
Ordinals places(const Ordinals& order, std::size_t strings, std::uint32_t first) {
    Ordinals places(strings);
    for (std::uint32_t i = 0; i < order.size(); ++i) places[order[i]] = first + i;
    return places;
}

} // namespace

std::uint32_t ColumnBuilder::Facet::ordinal(std::string_view key, std::string_view printed) {
    const std::optional<std::uint32_t> known = whole_.find_key(key);
    if (known)
        if (const auto found = whole_.find_printed(*known, printed)) return *found;
    const std::uint32_t key_ordinal = known ? *known : whole_.key_count() + keys_.add(0, key);
    return whole_.printed_count() + printed_.add(key_ordinal, printed);
}

std::string_view ColumnBuilder::Facet::key(std::uint32_t ordinal) const {
    return ordinal < whole_.key_count() ? whole_.key(ordinal) : keys_[ordinal - whole_.key_count()];
}

std::string_view ColumnBuilder::Facet::printed(std::uint32_t ordinal) const {
    return ordinal < whole_.printed_count() ? whole_.printed(ordinal) : printed_[ordinal - whole_.printed_count()];
}

std::uint32_t ColumnBuilder::Facet::key_of(std::uint32_t printed) const {
    return printed < whole_.printed_count() ? whole_.key_of(printed)
                                            : printed_.tags()[printed - whole_.printed_count()];
}

void ColumnBuilder::Facet::set(std::uint32_t docid, const std::vector<FacetValue>& list) {
    Ordinals ordinals;
    ordinals.reserve(list.size());
    for (const FacetValue& value : list) ordinals.push_back(ordinal(value.key, value.value));
    if (!docids_.empty() && docid <= docids_.back()) {
        replaced_[docid] = std::move(ordinals);
        return;
    }
    docids_.push_back(docid);
    values_.insert(values_.end(), ordinals.begin(), ordinals.end());
    first_.push_back(static_cast<std::uint32_t>(values_.size()));
}

std::span<const std::uint32_t> ColumnBuilder::Facet::of(std::uint32_t docid) const {
    if (const auto found = replaced_.find(docid); found != replaced_.end()) return found->second;
    const auto at = std::ranges::lower_bound(docids_, docid);
    if (at == docids_.end() || *at != docid) return whole_.of(docid);
    const auto i = static_cast<std::size_t>(at - docids_.begin());
    return std::span(values_).subspan(first_[i], first_[i + 1] - first_[i]);
}

std::vector<FacetValue> ColumnBuilder::Facet::values(std::uint32_t docid) const {
    std::vector<FacetValue> values;
    for (const std::uint32_t value : of(docid))
        values.push_back({std::string(key(key_of(value))), std::string(printed(value))});
    return values;
}

bool ColumnBuilder::Facet::has_values(std::uint32_t docid, const std::vector<FacetValue>& list) const {
    return std::ranges::equal(of(docid), list, [this](std::uint32_t ordinal, const FacetValue& value) {
        return printed(ordinal) == value.value && key(key_of(ordinal)) == value.key;
    });
}

/// Calls `use(docid, values)` in ascending order.
template <class Use> void ColumnBuilder::Facet::for_each_document(Use use) const {
    auto replaced = replaced_.begin();
    for (std::size_t i = 0; i <= docids_.size(); ++i) {
        const std::uint32_t docid = i < docids_.size() ? docids_[i] : static_cast<std::uint32_t>(-1);
        for (; replaced != replaced_.end() && replaced->first < docid; ++replaced)
            use(replaced->first, std::span<const std::uint32_t>(replaced->second));
        if (i == docids_.size()) return;
        if (replaced != replaced_.end() && replaced->first == docid) continue; // comes before the next
        use(docid, std::span<const std::uint32_t>(values_).subspan(first_[i], first_[i + 1] - first_[i]));
    }
}

ColumnBuilder::Layout ColumnBuilder::Facet::layout() const {
    const std::uint32_t whole_printed = whole_.printed_count();
    const std::uint32_t whole_keys = whole_.key_count();
    Layout layout;
    std::vector<bool> used(printed_.size());
    for_each_document([&](std::uint32_t docid, std::span<const std::uint32_t> values) {
        layout.docids.push_back(docid);
        layout.first.push_back(layout.first.back() + static_cast<std::uint32_t>(values.size()));
        for (const std::uint32_t value : values)
            if (value >= whole_printed) used[value - whole_printed] = true;
    });
    std::vector<bool> used_keys(keys_.size());
    for (std::uint32_t p = 0; p < printed_.size(); ++p)
        if (used[p] && printed_.tags()[p] >= whole_keys) used_keys[printed_.tags()[p] - whole_keys] = true;

    layout.printed = sorted(used, [this](std::uint32_t a, std::uint32_t b) {
        const int order = key(printed_.tags()[a]).compare(key(printed_.tags()[b]));
        return order != 0 ? order < 0 : printed_[a] < printed_[b];
    });
    layout.keys = sorted(used_keys, [this](std::uint32_t a, std::uint32_t b) { return keys_[a] < keys_[b]; });
    layout.printed_places = places(layout.printed, printed_.size(), whole_printed);
    layout.key_places = places(layout.keys, keys_.size(), whole_keys);
    return layout;
}

void ColumnBuilder::Facet::write(ColumnWriter& writer, const Layout& layout) const {
    const std::uint32_t whole_printed = whole_.printed_count();
    const std::uint32_t whole_keys = whole_.key_count();
    writer.begin_part();
    writer.words(layout.docids);
    writer.words(layout.first);
    writer.begin_words(layout.first.back());
    for_each_document([&](std::uint32_t, std::span<const std::uint32_t> values) {
        for (const std::uint32_t value : values)
            writer.put(value < whole_printed ? value : layout.printed_places[value - whole_printed]);
    });
    writer.begin_words(layout.printed.size());
    for (const std::uint32_t p : layout.printed) {
        const std::uint32_t key_ordinal = printed_.tags()[p];
        writer.put(key_ordinal < whole_keys ? key_ordinal : layout.key_places[key_ordinal - whole_keys]);
    }
    writer.strings(layout.printed.size(), [&](std::size_t i) { return printed_[layout.printed[i]]; });
    writer.strings(layout.keys.size(), [&](std::size_t i) { return keys_[layout.keys[i]]; });
    writer.end_part();
}

std::uint32_t ColumnBuilder::Facet::key_in_file(std::string_view text, const Layout& layout) const {
    if (const auto known = whole_.find_key(text)) return *known;
    const auto found = std::ranges::lower_bound(layout.keys, text, {}, [this](std::uint32_t k) { return keys_[k]; });
    return layout.key_places[*found];
}

ColumnBuilder::ColumnBuilder() : ColumnBuilder(no_columns(), false) {}

ColumnBuilder::ColumnBuilder(const std::shared_ptr<const Columns>& earlier) : ColumnBuilder(earlier, true) {}

ColumnBuilder::ColumnBuilder(const std::shared_ptr<const Columns>& earlier, bool has_earlier)
    : whole_(earlier->whole()), doc_limit_(earlier->doc_limit()), has_earlier_(has_earlier) {
    for (std::size_t i = 0; i < kColumnCount; ++i) facets_.emplace_back((*whole_)[i]);
    take_changes(*earlier);
}

void ColumnBuilder::take_changes(const Columns& earlier) {
    for (std::size_t i = 0; i < kColumnCount; ++i)
        for (const std::uint32_t docid : earlier[i].changes().docids) {
            std::vector<FacetValue> values;
            for (const std::uint32_t value : earlier[i].of(docid))
                values.push_back(
                    {std::string(earlier[i].key(earlier[i].key_of(value))), std::string(earlier[i].printed(value))});
            facets_[i].set(docid, values);
        }
    for (const std::uint32_t docid : earlier[kAuthorColumn].changes().docids)
        writers_[docid] = writers_in(earlier, docid);
}

ColumnBuilder::Writers ColumnBuilder::writers_in(const Columns& columns, std::uint32_t docid) {
    const Persons& persons = columns.persons();
    const DocumentFacts& facts = *columns.facts();
    Writers writers{std::string(facts.id(docid)), facts.record(docid), facts.length(docid), {}};
    const std::span<const std::uint32_t> list = persons.of(docid);
    if (std::ranges::find(list, kNobody) != list.end()) return writers;
    for (const std::uint32_t person : list) writers.persons.push_back(persons.key(person));
    return writers;
}

/// What was said of the document last.
ColumnBuilder::Writers ColumnBuilder::earlier_writers(std::uint32_t docid) const {
    if (const auto found = writers_.find(docid); found != writers_.end()) return found->second;
    return writers_in(*whole_, docid);
}

/// Whether the document says of its authors just what it said before.
bool ColumnBuilder::keeps_authors(std::uint32_t docid, const FacetValues& values) const {
    return earlier_writers(docid).record == values.record &&
           std::ranges::all_of(std::array{kAuthorColumn, kAffinityColumn, kSerialColumn},
                               [&](std::size_t column) { return facets_[column].has_values(docid, values[column]); });
}

void ColumnBuilder::note_families(std::uint32_t docid) {
    if (!has_earlier_) return;
    for (const FacetValue& author : facets_[kAuthorColumn].values(docid))
        for (const AuthorForm& form : unpack_forms(author.key, author.value))
            changed_families_.emplace(family_key(form.key));
}

void ColumnBuilder::set(std::uint32_t docid, const FacetValues& values) {
    const bool keeps = keeps_authors(docid, values);
    Writers writers{values.id, values.record, values.length, {}};
    if (keeps) writers.persons = earlier_writers(docid).persons;
    if (!keeps) note_families(docid);
    for (std::size_t i = 0; i < kColumnCount; ++i) facets_[i].set(docid, values[i]);
    if (!keeps) note_families(docid);
    writers_.insert_or_assign(docid, std::move(writers));
    journal_buckets_.clear();
    doc_limit_ = std::max(doc_limit_, docid + 1);
}

void ColumnBuilder::set_persons(std::uint32_t docid, std::vector<PersonKey> persons) {
    Writers writers = earlier_writers(docid);
    writers.persons = std::move(persons);
    if (writers_.insert_or_assign(docid, std::move(writers)).second)
        facets_[kAuthorColumn].set(docid, facets_[kAuthorColumn].values(docid));
}

/// Persons who are new and share their names are numbered by these and their records.
void ColumnBuilder::write_persons(ColumnWriter& writer, const Layout& authors) const {
    using Marked = std::pair<std::uint32_t, std::uint64_t>;
    const Facet& column = facets_[kAuthorColumn];
    const Persons& whole = whole_->persons();
    const auto whole_marked = static_cast<std::uint32_t>(whole.whole().names.size());
    std::map<PersonKey, std::uint32_t> ordinals;
    std::vector<Marked> marked;
    for (const auto& [docid, writers] : writers_)
        for (const PersonKey& person : writers.persons) ordinals.emplace(person, 0);
    for (auto& [person, ordinal] : ordinals) {
        const auto known = whole.find(person);
        ordinal = known ? *known : column.key_in_file(person.name, authors);
        if (!known && person.record) marked.emplace_back(ordinal, *person.record);
    }
    std::ranges::sort(marked);
    for (auto& [person, ordinal] : ordinals) {
        if (!person.record || (ordinal & kMarkedPerson) != 0) continue;
        const auto place = std::ranges::lower_bound(marked, Marked(ordinal, *person.record)) - marked.begin();
        ordinal = kMarkedPerson | (whole_marked + static_cast<std::uint32_t>(place));
    }
    writer.begin_part();
    writer.begin_words(authors.first.back());
    std::size_t document = 0;
    for (const auto& [docid, writers] : writers_) {
        const std::uint32_t count = authors.first[document + 1] - authors.first[document];
        ++document;
        for (std::uint32_t i = 0; i < count; ++i)
            writer.put(writers.persons.size() == count ? ordinals.at(writers.persons[i]) : kNobody);
    }
    writer.begin_words(marked.size());
    for (const Marked& one : marked) writer.put(one.first);
    writer.begin_words(2 * marked.size());
    for (const Marked& one : marked) writer.put_mark(one.second);
    for (int none = 0; none < 4; ++none) writer.words({});
    writer.end_part();
}

void ColumnBuilder::write_facts(ColumnWriter& writer) const {
    writer.begin_part();
    writer.begin_words(writers_.size());
    for (const auto& [docid, writers] : writers_) writer.put(docid);
    writer.begin_words(2 * writers_.size());
    for (const auto& [docid, writers] : writers_) writer.put_mark(writers.record);
    writer.begin_words(writers_.size());
    for (const auto& [docid, writers] : writers_) writer.put(writers.length);
    std::vector<std::string_view> ids;
    ids.reserve(writers_.size());
    for (const auto& [docid, writers] : writers_) ids.emplace_back(writers.id);
    writer.strings(ids.size(), [&](std::size_t i) { return ids[i]; });
    writer.end_part();
}

std::string ColumnBuilder::changes_bytes(const IndexState& state, std::uint64_t base) const {
    std::string bytes;
    ColumnWriter writer([&](std::string_view more) { bytes += more; });
    std::optional<Layout> authors;
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        Layout layout = facets_[i].layout();
        facets_[i].write(writer, layout);
        if (i == kAuthorColumn) authors = std::move(layout);
    }
    write_persons(writer, *authors);
    write_facts(writer);
    writer.begin_part();
    writer.words(journal_buckets_);
    writer.end_part();
    writer.finish_changes(state, doc_limit_, base);
    return bytes;
}

bool ColumnBuilder::has_few_changes() const {
    return whole_->whole_generation() && writers_.size() <= whole_->doc_limit() / kDocumentsAChange;
}

std::optional<std::string> ColumnBuilder::changes(const IndexState& state) const {
    if (!has_few_changes()) return std::nullopt;
    return changes_bytes(state, whole_->whole_generation().value());
}

std::shared_ptr<const Columns> ColumnBuilder::columns() const {
    return Columns::from_bytes(changes_bytes({}, 0), whole_.get());
}

std::string ColumnBuilder::finish(const IndexState& state) const {
    std::string bytes;
    merge_columns({{columns()}}, state, [&](std::string_view more) { bytes += more; });
    return bytes;
}

} // namespace annota
