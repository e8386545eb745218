// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/expansion.h"

#include "common/author_forms.h"
#include "common/field.h"
#include "common/name.h"
#include "common/schema.h"
#include "common/stemmer.h"
#include "common/utf8.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace annota {

namespace {

/// Reading stops after so many terms, whatever they weigh: the bound on time for a pattern of one letter.
constexpr std::size_t kMaxRead = 200'000;

using Counted = std::pair<std::size_t, std::string>; // documents, term

/// Adds the terms that begin with `start`; false where reading was cut short.
bool read_terms(const Xapian::Database& database, const std::string& start, std::vector<Counted>& terms) {
    const Xapian::TermIterator end = database.allterms_end(start);
    for (Xapian::TermIterator at = database.allterms_begin(start); at != end; ++at) {
        if (terms.size() == kMaxRead) return false;
        terms.emplace_back(at.get_termfreq(), *at);
    }
    return true;
}

Expansion most_frequent(std::vector<Counted> terms, bool complete) {
    Expansion expansion;
    expansion.capped = !complete || terms.size() > kMaxExpansion;
    const auto before = [](const Counted& a, const Counted& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    const std::size_t kept = std::min(terms.size(), kMaxExpansion);
    std::ranges::partial_sort(terms, terms.begin() + static_cast<std::ptrdiff_t>(kept), before);
    terms.resize(kept);
    for (Counted& term : terms) expansion.terms.push_back(std::move(term.second));
    return expansion;
}

} // namespace

Expansion terms_with_prefix(const Xapian::Database& database, std::string_view prefix, std::string_view start) {
    std::vector<Counted> terms;
    const bool complete = read_terms(database, make_term(prefix, start), terms);
    return most_frequent(std::move(terms), complete);
}

Expansion words_with_prefix(const Xapian::Database& database, std::string_view start) {
    std::vector<Counted> terms;
    const bool complete = read_terms(database, std::string(start), terms);
    Expansion expansion = most_frequent(std::move(terms), complete);
    const auto doubtful =
        std::stable_partition(expansion.terms.begin(), expansion.terms.end(),
                              [&](const std::string& term) { return sure_beginning(term).starts_with(start); });
    expansion.doubtful.assign(std::make_move_iterator(doubtful), std::make_move_iterator(expansion.terms.end()));
    expansion.terms.erase(doubtful, expansion.terms.end());
    // Longer words than their stems: none of a stem of one letter (see Stemmer::stem).
    for (std::size_t size = first_code_points(start, 2).size(); size < start.size(); ++size)
        for (const std::string& stem : stems_with_sure_beginning(start.substr(0, size)))
            if (!std::string_view(stem).starts_with(start) && database.term_exists(stem))
                expansion.doubtful.push_back(stem);
    std::ranges::sort(expansion.doubtful);
    expansion.doubtful.erase(std::unique(expansion.doubtful.begin(), expansion.doubtful.end()),
                             expansion.doubtful.end());
    return expansion;
}

Expansion accepted_stems(const Xapian::Database& database, std::string_view prefix, std::string_view first,
                         const std::function<bool(std::string_view stem)>& accepts, std::size_t& budget) {
    std::vector<Counted> terms;
    const std::string start = make_term(prefix, first);
    const Xapian::TermIterator end = database.allterms_end(start);
    for (Xapian::TermIterator at = database.allterms_begin(start); at != end;) {
        if (budget == 0) return most_frequent(std::move(terms), false);
        --budget;
        const std::string term = *at;
        if (start.empty() && term.front() >= 'A' && term.front() <= 'Z') { // terms under prefixes
            at.skip_to("[");
            continue;
        }
        if (accepts(std::string_view(term).substr(prefix.size()))) terms.emplace_back(at.get_termfreq(), term);
        ++at;
    }
    return most_frequent(std::move(terms), true);
}

Expansion journal_stems(const Xapian::Database& database, std::string_view start) {
    const std::string_view prefix = field(FieldId::journal).prefix;
    std::vector<Counted> terms;
    const bool complete = read_terms(database, make_term(prefix, first_code_points(start, 1)), terms);
    std::erase_if(terms, [&](const Counted& term) {
        const std::string_view stem = std::string_view(term.second).substr(prefix.size());
        return !stem.starts_with(start) && !start.starts_with(sure_beginning(stem));
    });
    return most_frequent(std::move(terms), complete);
}

std::vector<std::string> learned_spellings(const Xapian::Database& database, std::string_view family) {
    const std::string start = make_term(kSpellingPrefix, std::string(family) + "=");
    std::vector<Counted> terms;
    read_terms(database, start, terms);
    std::vector<std::string> spellings;
    spellings.reserve(terms.size());
    for (const Counted& term : terms) spellings.push_back(term.second.substr(start.size()));
    return spellings;
}

Expansion compatible_name_terms(const Xapian::Database& database, std::string_view prefix, std::string_view name) {
    const std::string key = name_key(parse_name(name));
    const std::string family(family_key(key));
    if (family.empty()) return {};
    std::vector<std::string> spellings = learned_spellings(database, family);
    spellings.push_back(family);
    std::vector<Counted> terms;
    bool complete = true;
    for (const std::string& spelling : spellings) {
        const std::string wanted = spelling + key.substr(family.size());
        std::vector<Counted> spelt;
        complete = read_terms(database, make_term(prefix, spelling), spelt) && complete;
        std::erase_if(spelt, [&](const Counted& term) {
            return !compatible_names(wanted, std::string_view(term.second).substr(prefix.size()));
        });
        terms.insert(terms.end(), spelt.begin(), spelt.end());
    }
    return most_frequent(std::move(terms), complete);
}

Expansion year_terms(const Xapian::Database& database, int first, int last) {
    const std::string_view prefix = field(FieldId::year).prefix;
    std::vector<Counted> terms;
    const bool complete = read_terms(database, std::string(prefix), terms);
    std::erase_if(terms, [&](const Counted& term) {
        int year = 0;
        std::from_chars(term.second.data() + prefix.size(), term.second.data() + term.second.size(), year);
        return year < first || year > last;
    });
    return most_frequent(std::move(terms), complete);
}

} // namespace annota
