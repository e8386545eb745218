// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words are matched by their stems over all fields; occurrences in title and keywords add to the weight, but to no set
// of matches, so they stand on the optional side (AND_MAYBE) and totals never read them.

#include "searcher/leaf_query.h"

#include "common/identifiers.h"
#include "common/language.h"
#include "common/name.h"
#include "common/record_id.h"
#include "common/schema.h"
#include "common/utf8.h"

#include <xapian.h>

#include <algorithm>
#include <limits>

namespace annota {

namespace {

using Query = Xapian::Query;

Query either(const Query& a, const Query& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    return Query(Query::OP_OR, a, b);
}

bool has_typed_capital_inside(std::string_view printed) {
    const std::string_view rest = printed.substr(first_code_points(printed, 1).size());
    return to_lower(rest) != rest;
}

TextField text_field(FieldId id) {
    switch (id) {
    case FieldId::title: return TextField::title;
    case FieldId::keyword: return TextField::keyword;
    default: return TextField::abstract;
    }
}

/// The sequences of terms that words can stand as: compounds in parts and, where there are any, joined.
std::vector<std::vector<std::string>> spellings(const std::vector<QueryWord>& words) {
    std::vector<std::string> parts;
    std::vector<std::string> joined;
    for (const QueryWord& word : words) {
        for (const Token& part : word.parts) parts.push_back(part.term);
        if (word.joined)
            joined.push_back(word.joined->term);
        else
            for (const Token& part : word.parts) joined.push_back(part.term);
    }
    std::vector<std::vector<std::string>> found{parts};
    if (joined != parts) found.push_back(joined);
    if (words.size() == 1 && words.front().twin) found.push_back({words.front().twin->term});
    return found;
}

} // namespace

std::vector<FieldId> LeafQuery::text_fields(const Field* field) {
    if (field == nullptr) return {FieldId::title, FieldId::keyword, FieldId::abstract};
    return {field->id};
}

Query LeafQuery::any_of(const Expansion& expansion) {
    capped_ = capped_ || expansion.capped;
    if (expansion.terms.empty()) return Query::MatchNothing;
    return Query(Query::OP_SYNONYM, expansion.terms.begin(), expansion.terms.end());
}

/// One term, as a bare word with its boosts or within a field.
Query LeafQuery::single(const Token& token, const Field* field) {
    if (field == nullptr) {
        Query boosts;
        for (const FieldId id : {FieldId::title, FieldId::keyword}) {
            const Field& boosted = annota::field(id);
            boosts = either(boosts,
                            Query(Query::OP_SCALE_WEIGHT, Query(make_term(boosted.prefix, token.term)), boosted.boost));
        }
        return Query(Query::OP_AND_MAYBE, Query(token.term), boosts);
    }
    if (field->id == FieldId::abstract) return sequence({token.term}, field);
    return Query(make_term(field->prefix, token.term));
}

/// Terms one after another within the field.
Query LeafQuery::sequence(const std::vector<std::string>& terms, const Field* field) {
    const bool in_abstract = field != nullptr && field->id == FieldId::abstract;
    if (terms.size() == 1 && !in_abstract)
        return Query(field == nullptr ? terms.front() : make_term(field->prefix, terms.front()));
    WordsCondition condition{terms, static_cast<std::uint32_t>(terms.size()), true, std::nullopt};
    if (field != nullptr) condition.field = text_field(field->id);
    Query found = words_together(condition, deadline_);
    if (field == nullptr || field->prefix.empty()) return found;
    for (const std::string& term : terms) found = Query(Query::OP_FILTER, found, Query(make_term(field->prefix, term)));
    return found;
}

/// A word of a name, and what records show to be the same family name.
Query LeafQuery::name_word(const std::string& printed, const std::string& key) {
    Expansion words{{make_term(kNameWordPrefix, key)}, {}, false};
    for (const std::string& other : learned_spellings(reader_.database(), key))
        words.terms.push_back(make_term(kNameWordPrefix, other));
    note_spellings(printed, key);
    return words.terms.size() == 1 ? Query(words.terms.front()) : any_of(words);
}

void LeafQuery::note_spellings(std::string_view printed, std::string_view family) {
    for (std::string& other : learned_spellings(reader_.database(), family)) {
        QueryExpansion expansion{std::string(printed), std::move(other), "transliteration", 1};
        if (std::ranges::find(expansions_, expansion) == expansions_.end()) expansions_.push_back(std::move(expansion));
    }
}

Query LeafQuery::word(const QueryWord& word, const Field* field) {
    Query found;
    if (word.parts.size() == 1) {
        found = single(word.parts.front(), field);
    } else {
        std::vector<std::string> terms;
        for (const Token& part : word.parts) terms.push_back(part.term);
        found = sequence(terms, field);
    }
    if (word.joined) found = either(found, single(*word.joined, field));
    if (word.twin) found = either(found, single(*word.twin, field));
    if (field == nullptr && !word.stop) {
        const std::string key = script_free_key(word.printed);
        if (count_code_points(key) > 1) found = either(found, name_word(word.printed, key));
    }
    return found;
}

Query LeafQuery::phrase(const std::vector<QueryWord>& words, const Field* field, std::string_view text) {
    if (words.size() == 1) return word(words.front(), field);
    Query found;
    for (const std::vector<std::string>& terms : spellings(words)) found = either(found, sequence(terms, field));
    constexpr std::size_t kLongestName = 4;
    if (field == nullptr && words.size() <= kLongestName) {
        const Expansion names = compatible_name_terms(reader_.database(), kAuthorKeyPrefix, text);
        if (!names.terms.empty()) found = either(found, any_of(names));
    }
    return found;
}

Query LeafQuery::exact(const std::vector<QueryWord>& words, const Field* field) {
    TextCondition condition{text_fields(field), {}, false};
    std::vector<std::string> stems;
    std::vector<Query> forms;
    const bool in_journal = field != nullptr && field->id == FieldId::journal;
    bool needs_text = field != nullptr;
    const auto add = [&](const Token& token, const std::string& printed) {
        const bool cased = has_typed_capital_inside(printed);
        condition.words.push_back({token.form, cased ? printed : std::string()});
        stems.push_back(in_journal ? make_term(field->prefix, token.term) : token.term);
        if (!in_journal) forms.push_back(word_in_form(token.term, make_term("", token.form), deadline_));
        needs_text = needs_text || cased || in_journal;
    };
    for (const QueryWord& word : words) {
        if (word.parts.size() == 1)
            add(word.parts.front(), word.printed);
        else
            for (const Token& part : word.parts) add(part, {});
    }
    if (stems.empty()) return Query::MatchNothing;
    Query found = sequence(stems, nullptr);
    for (const Query& form : forms) found = Query(Query::OP_FILTER, found, form);
    const bool only_word = stems.size() == 1 && !needs_text;
    return only_word ? found : Query(Query::OP_FILTER, found, text_check(reader_, analyzer_, condition, deadline_));
}

Query LeafQuery::prefix(std::string_view text, const Field* field) {
    const std::vector<QueryWord> words = query_words(analyzer_, text);
    if (words.size() != 1) return Query::MatchNothing;
    const QueryWord& word = words.front();
    const std::string& start = word.joined ? word.joined->form : word.parts.front().form;
    const Expansion stems = words_with_prefix(reader_.database(), start);
    Query found = any_of(stems);
    // Not within OP_SYNONYM, which cannot hold a posting source.
    for (const std::string& stem : stems.doubtful)
        found = Query(Query::OP_OR, found, word_with_prefix(stem, start, deadline_));
    if (field != nullptr)
        return Query(Query::OP_FILTER, found,
                     text_check(reader_, analyzer_, {text_fields(field), {{start, {}}}, true}, deadline_));
    return either(found, name_prefix(text));
}

Query LeafQuery::name_prefix(std::string_view text) {
    const std::string key = script_free_key(text);
    if (key.empty()) return Query::MatchNothing;
    return any_of(terms_with_prefix(reader_.database(), kNameWordPrefix, key));
}

Query LeafQuery::name(std::string_view text, std::string_view key_prefix) {
    const PersonName parsed = parse_name(text);
    if (!parsed.given.empty() || key_prefix != kAuthorKeyPrefix) {
        const Expansion names = compatible_name_terms(reader_.database(), key_prefix, text);
        note_spellings(text, script_free_key(parsed.family));
        if (!names.terms.empty() || key_prefix != kAuthorKeyPrefix) return any_of(names);
    }
    Query found;
    for (const QueryWord& word : query_words(analyzer_, text)) {
        const std::string key = script_free_key(word.printed);
        if (count_code_points(key) < 2) continue;
        const Query term = name_word(word.printed, key);
        found = found.empty() ? term : Query(Query::OP_AND, found, term);
    }
    return found.empty() ? Query::MatchNothing : found;
}

Query LeafQuery::journal(const std::vector<QueryWord>& words) {
    const std::string_view prefix = annota::field(FieldId::journal).prefix;
    Query found;
    for (std::vector<std::string>& terms : spellings(words)) {
        for (std::string& term : terms) term = make_term(prefix, term);
        found = either(found, sequence(terms, nullptr));
    }
    return found;
}

Query LeafQuery::journal_prefix(std::string_view text) {
    const std::string start = analyzer_.fold(text);
    if (start.empty()) return Query::MatchNothing;
    return Query(Query::OP_FILTER, any_of(journal_stems(reader_.database(), start)),
                 text_check(reader_, analyzer_, {{FieldId::journal}, {{start, {}}}, true}, deadline_));
}

Query LeafQuery::value(const Field& field, std::string_view text) {
    switch (field.id) {
    case FieldId::doi:
    case FieldId::id: {
        const std::string id = normalise_id(text);
        return either(Query(make_term(kIdPrefix, id)), Query(make_term(kAliasPrefix, id)));
    }
    case FieldId::issn:
        return Query(make_term(field.prefix, to_lower(normalise_issn(text).value_or(std::string(text)))));
    case FieldId::isbn:
        return Query(make_term(field.prefix, to_lower(normalise_isbn(text).value_or(std::string(text)))));
    case FieldId::language: return Query(make_term(field.prefix, to_lower(normalise_language(text))));
    default: return Query(make_term(field.prefix, to_lower(text)));
    }
}

Query LeafQuery::years(int first, int last) {
    return any_of(year_terms(reader_.database(), first, last == 0 ? std::numeric_limits<int>::max() : last));
}

} // namespace annota
