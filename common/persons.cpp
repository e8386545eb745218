// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/persons.h"

#include "common/columns.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <unordered_map>

namespace annota {

namespace {

constexpr std::size_t kMarkDigits = 16;
// Stands before all that keys are made of, so that keys of persons are in the order of names, then of marks.
constexpr char kMarkSign = '#';

std::optional<std::uint64_t> read_mark(std::string_view digits) {
    std::uint64_t mark = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), mark, 16);
    const bool whole = error == std::errc() && end == digits.data() + digits.size() && digits.size() == kMarkDigits;
    return whole ? std::optional(mark) : std::nullopt;
}

/// Which of a part's marked persons this is.
std::optional<std::uint32_t> find_marked(const PersonPart& part, std::uint32_t name, std::uint64_t mark) {
    const auto same = std::equal_range(part.names.begin(), part.names.end(), name);
    auto begin = static_cast<std::size_t>(same.first - part.names.begin());
    const auto last = static_cast<std::size_t>(same.second - part.names.begin());
    for (std::size_t end = last; begin < end;) {
        const std::size_t middle = begin + (end - begin) / 2;
        if (mark_at(part.marks, middle) < mark)
            begin = middle + 1;
        else
            end = middle;
    }
    if (begin == last || mark_at(part.marks, begin) != mark) return std::nullopt;
    return static_cast<std::uint32_t>(begin);
}

} // namespace

std::string to_text(const PersonKey& key) {
    if (!key.record) return key.name;
    std::array<char, kMarkDigits + 1> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(*key.record));
    return key.name + kMarkSign + digits.data();
}

PersonKey read_person_key(std::string_view text) {
    const std::size_t at = text.rfind(kMarkSign);
    if (at != std::string_view::npos)
        if (const auto mark = read_mark(text.substr(at + 1))) return {std::string(text.substr(0, at)), mark};
    return {std::string(text), std::nullopt};
}

std::uint32_t Persons::count() const {
    return authors_->key_count() + static_cast<std::uint32_t>(whole_.names.size() + changes_.names.size());
}

std::uint32_t Persons::at_place(std::uint32_t place) const {
    const std::uint32_t keys = authors_->key_count();
    return place < keys ? place : kMarkedPerson | (place - keys);
}

std::uint64_t Persons::mark(std::uint32_t person) const {
    if ((person & kMarkedPerson) == 0) return 0;
    const std::size_t marked = person & ~kMarkedPerson;
    const std::size_t whole = whole_.names.size();
    return marked < whole
               ? mark_at(whole_.marks, marked)
               : mark_at(changes_.marks, below(static_cast<std::uint32_t>(marked - whole), changes_.names.size()));
}

PersonKey Persons::key(std::uint32_t person) const {
    PersonKey key{std::string(authors_->key(name_ordinal(person))), std::nullopt};
    if ((person & kMarkedPerson) != 0) key.record = mark(person);
    return key;
}

std::uint32_t Persons::name_ordinal(std::uint32_t person) const {
    if ((person & kMarkedPerson) == 0) return person;
    const std::size_t marked = person & ~kMarkedPerson;
    const std::size_t whole = whole_.names.size();
    return marked < whole ? whole_.names[marked]
                          : changes_.names[below(static_cast<std::uint32_t>(marked - whole), changes_.names.size())];
}

std::pair<std::uint32_t, std::uint32_t> Persons::whole_spellings(std::uint32_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : whole_.ends[i - 1];
    const std::uint32_t end = whole_.ends[i];
    if (begin > end || end > whole_.spellings.size()) throw DamagedColumns();
    return {begin, end};
}

std::span<const std::uint32_t> Persons::documents_of_spelling(std::uint32_t spelling) const {
    return stretch(whole_.docids, spelling == 0 ? 0 : whole_.spelling_ends[spelling - 1],
                   whole_.spelling_ends[spelling]);
}

std::span<const std::uint32_t> Persons::whole_documents(std::uint32_t i) const {
    const auto [begin, end] = whole_spellings(i);
    if (begin == end) return {};
    return stretch(whole_.docids, begin == 0 ? 0 : whole_.spelling_ends[begin - 1], whole_.spelling_ends[end - 1]);
}

/// As of PersonPart::ends; nullopt for a person of whom the whole file says nothing.
std::optional<std::uint32_t> Persons::place_in_whole(std::uint32_t person) const {
    const std::uint32_t keys = authors_->whole().keys.size();
    const bool is_marked = (person & kMarkedPerson) != 0;
    if (!is_marked && person >= keys) return std::nullopt;
    const std::uint32_t place = is_marked ? keys + (person & ~kMarkedPerson) : person;
    return place < whole_.ends.size() ? std::optional(place) : std::nullopt;
}

void Persons::for_each_mention(
    std::span<const std::uint32_t> persons,
    const std::function<void(std::size_t i, std::uint32_t docid, std::uint32_t value)>& use) const {
    for (std::size_t i = 0; i < persons.size(); ++i) {
        const std::optional<std::uint32_t> place = place_in_whole(persons[i]);
        if (!place) continue;
        const auto [begin, end] = whole_spellings(*place);
        for (std::uint32_t spelling = begin; spelling < end; ++spelling)
            for (const std::uint32_t docid : documents_of_spelling(spelling))
                if (!authors_->changed_place(docid)) use(i, docid, whole_.spellings[spelling]);
    }
    const ColumnPart& changes = authors_->changes();
    std::unordered_map<std::uint32_t, std::size_t> wanted;
    for (std::size_t i = 0; i < persons.size(); ++i) wanted.emplace(persons[i], i);
    for (std::size_t row = 0; row < changes.docids.size() && !changes_.persons.empty(); ++row)
        for (std::uint32_t place = changes.first[row]; place < changes.first[row + 1]; ++place)
            if (const auto found = wanted.find(changes_.persons[below(place, changes_.persons.size())]);
                found != wanted.end())
                use(found->second, changes.docids[row], changes.values[place]);
}

bool Persons::is_before(std::uint32_t person, std::uint32_t other) const {
    const std::uint32_t name = name_ordinal(person);
    const std::uint32_t other_name = name_ordinal(other);
    return name == other_name ? mark(person) < mark(other) : authors_->is_key_before(name, other_name);
}

std::optional<std::uint32_t> Persons::find(const PersonKey& key) const {
    const std::optional<std::uint32_t> name = authors_->find_key(key.name);
    if (!name || !key.record) return name;
    if (const auto found = find_marked(whole_, *name, *key.record)) return kMarkedPerson | *found;
    const auto found = find_marked(changes_, *name, *key.record);
    if (!found) return std::nullopt;
    return kMarkedPerson | (static_cast<std::uint32_t>(whole_.names.size()) + *found);
}

} // namespace annota
