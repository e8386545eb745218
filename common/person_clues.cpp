// SPDX-License-Identifier: GPL-2.0-or-later
//
// A clue of a printed form is given to all who bear the form; that some record prints it beside one in the other script
// is found out where they are compared (person_columns.cpp).

#include "common/person_clues.h"

#include "common/author_forms.h"
#include "common/given_names.h"
#include "common/name.h"
#include "common/organisation.h"
#include "common/utf8.h"

#include <algorithm>
#include <string>
#include <utility>

namespace annota {

namespace {

/// Two initials or a name written out: what a few persons share, not hundreds.
bool is_specific(const std::vector<std::string_view>& parts) {
    return parts.size() > 2 || (parts.size() == 2 && count_code_points(parts[1]) > 1);
}

bool has_patronymic(const std::vector<std::string_view>& parts) {
    return parts.size() > 2 && count_code_points(parts[1]) > 1 && is_patronymic(parts[2]);
}

using Hashes = std::vector<std::uint64_t>;

void add_coauthor(Hashes& hashes, const std::vector<std::string_view>& parts) {
    if (parts.empty()) return;
    std::string text(parts[0]);
    text += ',';
    const std::string_view letters = parts.size() > 1 ? first_letters(parts[1]) : std::string_view();
    if (letters.empty() || static_cast<unsigned char>(letters.front()) >= 0x80)
        hashes.push_back(clue_hash(text.append(letters)));
    else
        for (const char letter : letters) hashes.push_back(clue_hash(text + letter));
}

void append_list(Hashes& lists, Hashes list) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
    lists.push_back(list.size());
    lists.insert(lists.end(), list.begin(), list.end());
}

std::span<const std::uint64_t> take_list(const std::uint64_t*& at) {
    const std::span<const std::uint64_t> list(at + 1, *at);
    at += 1 + list.size();
    return list;
}

} // namespace

void ClueReader::read_name(std::uint32_t ordinal) {
    Hashes as_coauthor;
    Hashes full_names;
    Hashes forms;
    const Column& authors = columns_[kAuthorColumn];
    for (const AuthorForm& form : unpack_forms(authors.key(authors.key_of(ordinal)), authors.printed(ordinal))) {
        const std::vector<std::string_view> parts = key_parts(form.key);
        add_coauthor(as_coauthor, parts);
        const bool whole = parts.size() == 1 ? is_organisation(form.printed) : has_patronymic(parts);
        if (whole) full_names.push_back(clue_hash(form.key));
        if (is_specific(parts)) forms.push_back(clue_hash(form.key));
    }
    at_[ordinal] = hashes_.size();
    append_list(hashes_, std::move(as_coauthor));
    append_list(hashes_, std::move(full_names));
    append_list(hashes_, std::move(forms));
}

/// Good until the next call.
ClueReader::NameClues ClueReader::name(std::uint32_t ordinal) {
    if (at_.size() <= ordinal) at_.resize(columns_[kAuthorColumn].printed_count());
    if (at_[ordinal] == 0) read_name(ordinal);
    const std::uint64_t* at = hashes_.data() + at_[ordinal];
    NameClues clues;
    clues.as_coauthor = take_list(at);
    clues.full_names = take_list(at);
    clues.forms = take_list(at);
    return clues;
}

std::string_view ClueReader::affinity(std::uint32_t docid, std::size_t place) const {
    const Column& affinities = columns_[kAffinityColumn];
    const std::span<const std::uint32_t> list = affinities.of(docid);
    return list.empty() ? std::string_view() : affinities.printed(list[place]);
}

std::uint64_t ClueReader::orcid(std::uint32_t docid, std::size_t place) const {
    const std::string_view orcid = read_affinity(affinity(docid, place)).orcid;
    return orcid.empty() ? 0 : clue_hash(orcid);
}

std::vector<Clue> ClueReader::of(std::uint32_t docid, std::size_t place) {
    const std::span<const std::uint32_t> authors = columns_[kAuthorColumn].of(docid);
    std::vector<Clue> clues;
    const NameClues own = name(authors[place]);
    for (const std::uint64_t hash : own.full_names) clues.push_back({Evidence::full_name, hash});
    for (const std::uint64_t hash : own.forms) clues.push_back({Evidence::printed_forms, hash});
    for (std::size_t i = 0; i < std::min(authors.size(), kCoauthors); ++i) {
        if (i == place) continue;
        for (const std::uint64_t hash : name(authors[i]).as_coauthor) clues.push_back({Evidence::coauthor, hash});
    }
    const auto [orcid, affiliation] = read_affinity(affinity(docid, place));
    if (!orcid.empty()) clues.push_back({Evidence::orcid, clue_hash(orcid)});
    if (!affiliation.empty()) clues.push_back({Evidence::affiliation, clue_hash(affiliation)});
    const Column& serials = columns_[kSerialColumn];
    for (const std::uint32_t serial : serials.of(docid))
        clues.push_back({Evidence::journal, clue_hash(serials.printed(serial))});
    return clues;
}

} // namespace annota
