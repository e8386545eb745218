// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words are matched by their stems over all fields; occurrences in title and keywords add to the weight, but to no set
// of matches, so they are boosts, which totals never read.

#include "searcher/leaf_plan.h"

#include "common/identifiers.h"
#include "common/language.h"
#include "common/name.h"
#include "common/record_id.h"
#include "common/schema.h"
#include "common/utf8.h"

#include <algorithm>
#include <limits>

namespace annota {

namespace {

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

Plan bare_word(const std::string& term) {
    Plan word = plan::word(term);
    for (const FieldId id : {FieldId::title, FieldId::keyword}) {
        const Field& boosted = annota::field(id);
        word.boosts.push_back({make_term(boosted.prefix, term), boosted.boost});
    }
    return word;
}

std::vector<FieldId> LeafPlan::text_fields(const Field* field) {
    if (field == nullptr) return {FieldId::title, FieldId::keyword, FieldId::abstract};
    return {field->id};
}

Plan LeafPlan::any_of(Expansion expansion) {
    capped_ = capped_ || expansion.capped;
    return plan::group(std::move(expansion.terms));
}

/// One term, as a bare word with its boosts or within a field.
Plan LeafPlan::single(const Token& token, const Field* field) {
    if (field == nullptr) return bare_word(token.term);
    if (field->id == FieldId::abstract) return sequence({token.term}, field);
    return plan::word(make_term(field->prefix, token.term));
}

Plan LeafPlan::together(const WordsCondition& condition) {
    std::vector<Plan> words;
    words.reserve(condition.terms.size());
    for (const std::string& term : condition.terms) words.push_back(plan::word(term));
    return plan::checked(plan::all_of(std::move(words)), words_together(condition, deadline_));
}

/// Terms one after another within the field.
Plan LeafPlan::sequence(const std::vector<std::string>& terms, const Field* field) {
    const bool in_abstract = field != nullptr && field->id == FieldId::abstract;
    if (terms.size() == 1 && !in_abstract)
        return plan::word(field == nullptr ? terms.front() : make_term(field->prefix, terms.front()));
    WordsCondition condition{terms, static_cast<std::uint32_t>(terms.size()), true, std::nullopt};
    if (field != nullptr) condition.field = text_field(field->id);
    Plan found = together(condition);
    if (field == nullptr || field->prefix.empty()) return found;
    // Fewer candidates for the check: the words have to be in the field at all.
    std::vector<Plan> candidates{std::move(found.parts.front())};
    for (const std::string& term : terms)
        candidates.push_back(plan::unweighted(plan::word(make_term(field->prefix, term))));
    found.parts.front() = plan::all_of(std::move(candidates));
    return found;
}

/// A word of a name, and what records show to be the same family name.
Plan LeafPlan::name_word(const std::string& printed, const std::string& key) {
    Expansion words{{make_term(kNameWordPrefix, key)}, {}, false};
    for (const std::string& other : learned_spellings(vocabulary_, key))
        words.terms.push_back(make_term(kNameWordPrefix, other));
    note_spellings(printed, key);
    return any_of(std::move(words));
}

void LeafPlan::note_spellings(std::string_view printed, std::string_view family) {
    for (std::string& other : learned_spellings(vocabulary_, family)) {
        QueryExpansion expansion{std::string(printed), std::move(other), "transliteration", 1};
        if (std::ranges::find(expansions_, expansion) == expansions_.end()) expansions_.push_back(std::move(expansion));
    }
}

Plan LeafPlan::word(const QueryWord& word, const Field* field) {
    std::vector<Plan> found;
    if (word.parts.size() == 1) {
        found.push_back(single(word.parts.front(), field));
    } else {
        std::vector<std::string> terms;
        for (const Token& part : word.parts) terms.push_back(part.term);
        found.push_back(sequence(terms, field));
    }
    if (word.joined) found.push_back(single(*word.joined, field));
    return with_other_spellings(std::move(found), word, field);
}

Plan LeafPlan::word_or_part(const QueryWord& word) {
    std::vector<Plan> found;
    for (const Token& part : word.lone_parts()) found.push_back(single(part, nullptr));
    if (found.empty()) return this->word(word, nullptr);
    if (word.joined) {
        found.push_back(single(*word.joined, nullptr));
        found.back().derived_scores = false; // the parts do
    }
    return with_other_spellings(std::move(found), word, nullptr);
}

/// And what looks like the word, or is one in a name.
Plan LeafPlan::with_other_spellings(std::vector<Plan> found, const QueryWord& word, const Field* field) {
    if (word.twin) found.push_back(single(*word.twin, field));
    if (field == nullptr && !word.stop) {
        const std::string key = script_free_key(word.printed);
        if (count_code_points(key) > 1) found.push_back(name_word(word.printed, key));
    }
    return plan::any_of(std::move(found));
}

Plan LeafPlan::phrase(const std::vector<QueryWord>& words, const Field* field, std::string_view text) {
    if (words.size() == 1) return word(words.front(), field);
    std::vector<Plan> found;
    for (const std::vector<std::string>& terms : spellings(words)) found.push_back(sequence(terms, field));
    constexpr std::size_t kLongestName = 4;
    if (field == nullptr && words.size() <= kLongestName) {
        Expansion names = compatible_name_terms(vocabulary_, kAuthorKeyPrefix, text);
        if (!names.terms.empty()) found.push_back(any_of(std::move(names)));
    }
    return plan::any_of(std::move(found));
}

Plan LeafPlan::exact(const std::vector<QueryWord>& words, const Field* field) {
    TextCondition condition{text_fields(field), {}, false};
    std::vector<std::string> stems;
    std::vector<std::shared_ptr<DocumentCheck>> forms;
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
    if (stems.empty()) return {};
    Plan found = sequence(stems, nullptr);
    for (std::shared_ptr<DocumentCheck>& form : forms) found = plan::checked(std::move(found), std::move(form));
    if (stems.size() == 1 && !needs_text) return found;
    return plan::checked(std::move(found), text_check(condition, analyzer_, deadline_));
}

Plan LeafPlan::prefix(std::string_view text, const Field* field) {
    const std::vector<QueryWord> words = query_words(analyzer_, text);
    if (words.size() != 1) return {};
    const QueryWord& word = words.front();
    const std::string& start = word.joined ? word.joined->form : word.parts.front().form;
    Expansion stems = words_with_prefix(vocabulary_, start);
    std::vector<Plan> found;
    for (const std::string& stem : stems.doubtful)
        found.push_back(plan::checked(plan::word(stem), word_with_prefix(stem, start, deadline_)));
    found.push_back(any_of(std::move(stems)));
    if (field == nullptr) {
        found.push_back(name_prefix(text));
        return plan::any_of(std::move(found));
    }
    return plan::checked(plan::any_of(std::move(found)),
                         text_check({text_fields(field), {{start, {}}}, true}, analyzer_, deadline_));
}

/// Stems of the field of which the pattern means a word.
Plan LeafPlan::accepted(const QueryPattern& pattern, const Field* field) {
    const bool in_abstract = field != nullptr && field->id == FieldId::abstract;
    const std::string_view prefix = field == nullptr || in_abstract ? std::string_view() : field->prefix;
    Expansion stems = accepted_stems(
        vocabulary_, prefix, pattern.first_letter(), [&](std::string_view stem) { return pattern.accepts_stem(stem); },
        terms_left_);
    if (!in_abstract) return any_of(std::move(stems));
    constexpr std::size_t kMostInAbstract = 64; // each is looked for in every document that has it
    capped_ = capped_ || stems.capped || stems.terms.size() > kMostInAbstract;
    stems.terms.resize(std::min(stems.terms.size(), kMostInAbstract));
    std::vector<Plan> found;
    found.reserve(stems.terms.size());
    for (const std::string& stem : stems.terms) found.push_back(sequence({stem}, field));
    return plan::any_of(std::move(found));
}

Plan LeafPlan::pattern(const QueryPattern& pattern, const Field* field) {
    std::vector<Plan> found;
    found.push_back(accepted(pattern, field));
    if (field == nullptr)
        found.push_back(any_of(accepted_stems(
            vocabulary_, kNameWordPrefix, {}, [&](std::string_view key) { return pattern.accepts_name(key); },
            terms_left_)));
    return plan::any_of(std::move(found));
}

Plan LeafPlan::name_prefix(std::string_view text) {
    const std::string key = script_free_key(text);
    if (key.empty()) return {};
    return any_of(terms_with_prefix(vocabulary_, kNameWordPrefix, key));
}

Plan LeafPlan::name(std::string_view text, std::string_view key_prefix) {
    const PersonName parsed = parse_name(text);
    if (!parsed.given.empty() || key_prefix != kAuthorKeyPrefix) {
        Expansion names = compatible_name_terms(vocabulary_, key_prefix, text);
        note_spellings(text, script_free_key(parsed.family));
        if (!names.terms.empty() || key_prefix != kAuthorKeyPrefix) return any_of(std::move(names));
    }
    std::vector<Plan> found;
    for (const QueryWord& word : query_words(analyzer_, text)) {
        const std::string key = script_free_key(word.printed);
        if (count_code_points(key) > 1) found.push_back(name_word(word.printed, key));
    }
    return plan::all_of(std::move(found));
}

Plan LeafPlan::journal(const std::vector<QueryWord>& words) {
    const std::string_view prefix = annota::field(FieldId::journal).prefix;
    std::vector<Plan> found;
    for (std::vector<std::string>& terms : spellings(words)) {
        for (std::string& term : terms) term = make_term(prefix, term);
        found.push_back(sequence(terms, nullptr));
    }
    return plan::any_of(std::move(found));
}

Plan LeafPlan::journal_prefix(std::string_view text) {
    const std::string start = analyzer_.fold(text);
    if (start.empty()) return {};
    return plan::checked(any_of(journal_stems(vocabulary_, start)),
                         text_check({{FieldId::journal}, {{start, {}}}, true}, analyzer_, deadline_));
}

Plan LeafPlan::value(const Field& field, std::string_view text) {
    switch (field.id) {
    case FieldId::doi:
    case FieldId::id: {
        const std::string id = normalise_id(text);
        return plan::group({make_term(kIdPrefix, id), make_term(kAliasPrefix, id)});
    }
    case FieldId::issn:
        return plan::word(make_term(field.prefix, to_lower(normalise_issn(text).value_or(std::string(text)))));
    case FieldId::isbn:
        return plan::word(make_term(field.prefix, to_lower(normalise_isbn(text).value_or(std::string(text)))));
    case FieldId::language: return plan::word(make_term(field.prefix, to_lower(normalise_language(text))));
    default: return plan::word(make_term(field.prefix, to_lower(text)));
    }
}

Plan LeafPlan::years(int first, int last) {
    return any_of(year_terms(vocabulary_, first, last == 0 ? std::numeric_limits<int>::max() : last));
}

} // namespace annota
