// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pairing runs in passes, the surest first: same place and same family name; same family name alone; any word of the
// form that is an author's family name, as the order of a name's words is a guess; same place among what is left. The
// first and the last need lists of equal length. All passes are linear, as lists of 10,000 names exist.

#include "indexer/author_list.h"

#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <unordered_map>

namespace annota {

namespace {

/// Longer texts are no names, and are not worth taking apart.
constexpr std::size_t kMaxNameBytes = 1024;

bool is_letter(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return c >= 0xC0 && (c < 0x02B0 || c > 0x02FF) && (c < 0x2000 || c > 0x206F);
}

/// The lower-case letters of a name, sorted.
std::u32string sorted_letters(std::string_view name) {
    std::u32string letters;
    const std::string lower = to_lower(name);
    for (std::size_t at = 0; at < lower.size();) {
        const char32_t c = next_code_point(lower, at);
        if (is_letter(c)) letters.push_back(c);
    }
    std::sort(letters.begin(), letters.end());
    return letters;
}

std::string family_key(std::string_view name) {
    return name.size() > kMaxNameBytes ? std::string() : script_free_key(parse_name(name).family);
}

/// The keys of the words that are no initials.
std::vector<std::string> word_keys(std::string_view name) {
    constexpr std::size_t kShortest = 3;
    std::vector<std::string> keys;
    name = name.substr(0, kMaxNameBytes);
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of(" ,"), name.size());
        if (std::string key = script_free_key(name.substr(0, end)); key.size() >= kShortest) {
            keys.push_back(std::move(key));
        }
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return keys;
}

std::vector<std::string> family_keys(const std::vector<Author>& authors) {
    std::vector<std::string> keys;
    keys.reserve(authors.size());
    for (const Author& author : authors) keys.push_back(family_key(author.name));
    return keys;
}

constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

/// The state of one pairing: which forms and authors are still free.
class Pairing {
public:
    Pairing(std::vector<Author>& authors, const std::vector<std::string>& forms)
        : authors_(authors), forms_(forms), author_keys_(family_keys(authors)), author_free_(authors.size(), true),
          form_free_(forms.size(), true) {
        form_keys_.reserve(forms.size());
        for (const std::string& form : forms) form_keys_.push_back(family_key(form));
    }

    void pair_same_place() {
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (!form_keys_[i].empty() && form_keys_[i] == author_keys_[i]) join(i, i);
        }
    }

    void pair_same_key() {
        const KeyMap authors = authors_by_key();
        for (std::size_t i = 0; i < forms_.size(); ++i) join_one_of(authors, {form_keys_[i]}, i);
    }

    void pair_any_word() {
        const KeyMap authors = authors_by_key();
        for (std::size_t i = 0; i < forms_.size(); ++i) join_one_of(authors, word_keys(forms_[i]), i);
    }

    void pair_in_order() {
        std::size_t author = 0;
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (!form_free_[i]) continue;
            while (!author_free_[author]) ++author;
            join(author, i);
        }
    }

    std::size_t left() const {
        return static_cast<std::size_t>(std::count(form_free_.begin(), form_free_.end(), true));
    }

private:
    /// Free authors by their family key; kSeveral where more than one has it.
    using KeyMap = std::unordered_map<std::string, std::size_t>;

    KeyMap authors_by_key() const {
        KeyMap authors;
        for (std::size_t i = 0; i < authors_.size(); ++i) {
            if (!author_free_[i] || author_keys_[i].empty()) continue;
            const auto [entry, is_new] = authors.try_emplace(author_keys_[i], i);
            if (!is_new) entry->second = kSeveral;
        }
        return authors;
    }

    /// Joins a form, if it is free, with the first free author that one of the keys names alone.
    void join_one_of(const KeyMap& authors, const std::vector<std::string>& keys, std::size_t form) {
        for (const std::string& key : keys) {
            const auto found = authors.find(key);
            if (!form_free_[form] || found == authors.end() || found->second == kSeveral) continue;
            if (author_free_[found->second]) join(found->second, form);
        }
    }

    void join(std::size_t author, std::size_t form) {
        add_name_form(authors_[author], forms_[form]);
        author_free_[author] = false;
        form_free_[form] = false;
    }

    std::vector<Author>& authors_;
    const std::vector<std::string>& forms_;
    std::vector<std::string> author_keys_;
    std::vector<std::string> form_keys_;
    std::vector<bool> author_free_;
    std::vector<bool> form_free_;
};

} // namespace

std::string normalise_name(std::string_view printed) {
    std::string name = collapse_blanks(printed);
    if (name.size() > kMaxNameBytes) return name;
    std::string shown = display_name(parse_name(name));
    if (shown == name || shown.empty()) return name;
    const bool stable = display_name(parse_name(shown)) == shown;
    return stable && sorted_letters(shown) == sorted_letters(name) ? shown : name;
}

void add_name_form(Author& author, std::string_view printed) {
    std::string form = collapse_blanks(printed);
    if (form.empty() || form == author.name) return;
    if (std::find(author.names.begin(), author.names.end(), form) != author.names.end()) return;
    author.names.push_back(std::move(form));
}

std::size_t attach_name_forms(std::vector<Author>& authors, const std::vector<std::string>& forms) {
    Pairing pairing(authors, forms);
    const bool same_length = authors.size() == forms.size();
    if (same_length) pairing.pair_same_place();
    pairing.pair_same_key();
    pairing.pair_any_word();
    if (same_length) pairing.pair_in_order();
    return pairing.left();
}

} // namespace annota
