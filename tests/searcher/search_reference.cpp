// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/searcher/search_reference.h"

#include "common/author_forms.h"
#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace annota {

namespace {

bool is_in(const Field* field, TextField text) {
    if (field == nullptr) return true;
    switch (field->id) {
    case FieldId::title: return text == TextField::title;
    case FieldId::keyword: return text == TextField::keyword;
    case FieldId::abstract: return text == TextField::abstract;
    default: return false;
    }
}

using Terms = std::vector<std::string>;
using Places = std::set<std::uint32_t>;

const Places& places(const std::map<std::string, Places>& positions, const std::string& term) {
    static const Places kNowhere;
    const auto found = positions.find(term);
    return found == positions.end() ? kNowhere : found->second;
}

bool has_sequence(const std::map<std::string, Places>& positions, const Terms& terms) {
    return std::ranges::any_of(places(positions, terms.front()), [&](std::uint32_t at) {
        return std::ranges::all_of(terms, [&](const std::string& term) {
            return places(positions, term).contains(at + static_cast<std::uint32_t>(&term - terms.data()));
        });
    });
}

/// How close words have to stand.
struct Closeness {
    std::uint32_t window;
    bool ordered;
};

/// Whether each term can have a position of its own, all of them within the window.
bool is_close(const std::map<std::string, Places>& positions, const Terms& terms, const Closeness& wanted,
              std::vector<std::uint32_t>& chosen) {
    if (chosen.size() == terms.size()) {
        const auto [first, last] = std::ranges::minmax(chosen);
        return last - first < wanted.window;
    }
    for (const std::uint32_t at : places(positions, terms[chosen.size()])) {
        if (std::ranges::find(chosen, at) != chosen.end()) continue;
        if (wanted.ordered && !chosen.empty() && at < chosen.back()) continue;
        chosen.push_back(at);
        const bool close = is_close(positions, terms, wanted, chosen);
        chosen.pop_back();
        if (close) return true;
    }
    return false;
}

Terms part_terms(const std::vector<QueryWord>& words) {
    Terms terms;
    for (const QueryWord& word : words)
        for (const Token& part : word.parts) terms.push_back(part.term);
    return terms;
}

Terms joined_terms(const std::vector<QueryWord>& words) {
    Terms terms;
    for (const QueryWord& word : words) {
        if (word.joined)
            terms.push_back(word.joined->term);
        else
            for (const Token& part : word.parts) terms.push_back(part.term);
    }
    return terms;
}

void add_name_words(std::set<std::string>& words, std::string_view name) {
    std::string rest(name);
    for (char& c : rest)
        if (c == ',' || c == '.' || c == '-') c = ' ';
    std::size_t at = 0;
    while (at < rest.size()) {
        const std::size_t end = std::min(rest.find(' ', at), rest.size());
        const std::string key = script_free_key(rest.substr(at, end - at));
        if (count_code_points(key) > 1) words.insert(key);
        at = end + 1;
    }
    words.insert(script_free_key(parse_name(name).family));
}

std::vector<std::string> forms_of(const Author& author) {
    std::vector<std::string> forms{author.name};
    forms.insert(forms.end(), author.names.begin(), author.names.end());
    return forms;
}

bool is_compatible(const std::vector<std::string>& keys, const std::string& wanted) {
    return std::ranges::any_of(keys, [&](const std::string& key) { return compatible_names(wanted, key); });
}

} // namespace

void SearchReference::set(const Record& record) {
    Analysed made;
    made.record = record;
    for (const auto& [language, title] : record.title) made.texts.push_back(text(TextField::title, title));
    for (const auto& [language, abstract] : record.abstract) made.texts.push_back(text(TextField::abstract, abstract));
    for (const auto& [language, keywords] : record.keywords)
        for (const std::string& keyword : keywords) made.texts.push_back(text(TextField::keyword, keyword));
    for (const auto& [language, name] : record.journal) made.journals.push_back(text({}, name));
    for (const Author& author : record.authors)
        for (const std::string& form : forms_of(author)) {
            add_name_words(made.name_words, form);
            made.author_keys.push_back(name_key(parse_name(form)));
            if (&author == record.authors.data()) made.first_author_keys.push_back(made.author_keys.back());
        }
    for (const Author& editor : record.editors)
        for (const std::string& form : forms_of(editor)) add_name_words(made.name_words, form);
    made.facets = facet_values({record.id, {}, {{record, {}}}}, record, analyzer_, name_keys_);
    made.authors = made.facets[kAuthorColumn];
    made.journal_values = made.facets[kJournalColumn];
    made.issns = record.issn;
    records_.insert_or_assign(record.id, std::move(made));
    persons_are_known_ = false;
}

SearchReference::Text SearchReference::text(TextField field, std::string_view text) {
    Text made{field, {}, {}, {}};
    for (const Token& token : analyzer_.analyze(text)) {
        made.terms[token.term].insert({token.position, token.last});
        made.forms[token.form].insert({token.position, token.last});
        if (token.kind == TokenKind::word) made.whole_forms[token.form].insert(token.position);
    }
    return made;
}

const std::vector<QueryWord>& SearchReference::words_of(const std::string& text) {
    const auto [entry, is_new] = words_.try_emplace(text);
    if (is_new) entry->second = query_words(analyzer_, text);
    return entry->second;
}

const std::string& SearchReference::key_of(const std::string& text) {
    const auto [entry, is_new] = keys_.try_emplace(text);
    if (is_new) entry->second = script_free_key(text);
    return entry->second;
}

const std::string& SearchReference::name_of(const std::string& text) {
    const auto [entry, is_new] = names_.try_emplace(text);
    if (is_new) entry->second = name_key(parse_name(text));
    return entry->second;
}

std::set<std::string> SearchReference::matches(const QueryNode& root, ListMode mode) {
    std::set<std::string> ids;
    for (const auto& [id, record] : records_)
        if (node(root, mode, record).value_or(true)) ids.insert(id);
    return ids;
}

/// Nothing where the node asks for nothing.
std::optional<bool> SearchReference::node(const QueryNode& at, ListMode mode, const Analysed& in) {
    const auto is_true = [](std::optional<bool> holds) { return holds.value_or(false); };
    std::vector<std::optional<bool>> children;
    switch (at.kind) {
    case QueryNodeKind::list: return list(at, mode, in);
    case QueryNodeKind::near:
    case QueryNodeKind::adjacent: return near(at, mode, in);
    case QueryNodeKind::none_of: {
        const std::optional<bool> excluded = node(at.children.front(), ListMode::any, in);
        return excluded ? std::optional(!*excluded) : std::nullopt;
    }
    case QueryNodeKind::all_of:
    case QueryNodeKind::any_of: {
        for (const QueryNode& child : at.children) children.push_back(node(child, mode, in));
        std::erase(children, std::nullopt);
        if (children.empty()) return std::nullopt;
        return at.kind == QueryNodeKind::all_of ? std::ranges::all_of(children, is_true)
                                                : std::ranges::any_of(children, is_true);
    }
    default: return leaf(at, in);
    }
}

std::optional<bool> SearchReference::list(const QueryNode& at, ListMode mode, const Analysed& in) {
    std::vector<bool> needed;
    std::vector<bool> wished;
    std::vector<bool> stop_words;
    std::vector<bool> unwanted;
    const bool parts_do = mode == ListMode::any && std::ranges::count_if(at.children, [this](const QueryNode& child) {
                                                       return child.mark == QueryMark::none && !is_stop_word(child);
                                                   }) > 1;
    for (const QueryNode& child : at.children) {
        const bool excluded = child.mark == QueryMark::must_not;
        std::optional<bool> holds = node(child, excluded ? ListMode::any : mode, in);
        if (!holds) continue;
        if (parts_do && child.mark == QueryMark::none) holds = *holds || has_part(child, in);
        std::vector<bool>& group = excluded                        ? unwanted
                                   : child.mark == QueryMark::must ? needed
                                   : is_stop_word(child)           ? stop_words
                                                                   : wished;
        group.push_back(*holds);
    }
    if (needed.empty() && wished.empty()) wished = stop_words;
    if (needed.empty() && wished.empty() && unwanted.empty()) return std::nullopt;
    const auto count_true = [](const std::vector<bool>& group) { return std::ranges::count(group, true); };
    if (count_true(unwanted) > 0) return false;
    if (count_true(needed) < static_cast<std::ptrdiff_t>(needed.size())) return false;
    if (mode == ListMode::all) return count_true(wished) == static_cast<std::ptrdiff_t>(wished.size());
    return !needed.empty() || wished.empty() || count_true(wished) > 0;
}

/// A bare compound's part of two letters or more.
bool SearchReference::has_part(const QueryNode& word, const Analysed& in) {
    if (word.kind != QueryNodeKind::word || word.field != nullptr || words_of(word.text).size() != 1) return false;
    const std::vector<Token>& parts = words_of(word.text).front().parts;
    return parts.size() > 1 && std::ranges::any_of(parts, [&](const Token& part) {
               const bool number = std::ranges::all_of(part.form, [](char c) { return c >= '0' && c <= '9'; });
               return !part.stop && !number && count_code_points(part.form) > 1 &&
                      std::ranges::any_of(in.texts, [&](const Text& text) { return text.terms.contains(part.term); });
           });
}

bool SearchReference::near(const QueryNode& at, ListMode mode, const Analysed& in) {
    Terms terms;
    for (const QueryNode& child : at.children) {
        const std::vector<QueryWord>& words = words_of(child.text);
        if (child.kind != QueryNodeKind::word || child.field != nullptr || words.size() != 1)
            return std::ranges::all_of(at.children,
                                       [&](const QueryNode& one) { return node(one, mode, in).value_or(true); });
        terms.push_back(words.front().joined ? words.front().joined->term : words.front().parts.front().term);
    }
    const Closeness wanted{static_cast<std::uint32_t>(at.distance + terms.size() - 1),
                           at.kind == QueryNodeKind::adjacent};
    return std::ranges::any_of(in.texts, [&](const Text& text) {
        std::vector<std::uint32_t> chosen;
        return is_close(text.terms, terms, wanted, chosen);
    });
}

std::optional<bool> SearchReference::leaf(const QueryNode& at, const Analysed& in) {
    if (at.kind == QueryNodeKind::years)
        return in.record.year >= std::max(at.first_year, 1) &&
               in.record.year <= (at.last_year == 0 ? std::numeric_limits<int>::max() : at.last_year);
    if (at.kind == QueryNodeKind::value) return value(*at.field, at.text, in);
    if (at.kind == QueryNodeKind::wildcard) return prefix(at.text.substr(0, at.text.find('*')), at.field, in);
    if (at.field != nullptr && at.field->kind == FieldKind::name) return name(at.text, at.first_author, in);
    const std::vector<QueryWord>& typed = words_of(at.text);
    if (typed.empty()) return std::nullopt;
    if (at.kind == QueryNodeKind::exact_word || at.kind == QueryNodeKind::exact_phrase) {
        Terms forms;
        for (const QueryWord& word : typed)
            for (const Token& part : word.parts) forms.push_back(part.form);
        const bool in_journal = at.field != nullptr && at.field->id == FieldId::journal;
        return std::ranges::any_of(in_journal ? in.journals : in.texts, [&](const Text& text) {
            return (in_journal || is_in(at.field, text.field)) &&
                   has_sequence(forms.size() > 1 ? text.whole_forms : text.forms, forms);
        });
    }
    if (at.field != nullptr && at.field->id == FieldId::journal) return journal(at.text, in);
    if (words(typed, at.field, in)) return true;
    constexpr std::size_t kLongestName = 4;
    return at.field == nullptr && typed.size() > 1 && typed.size() <= kLongestName &&
           is_compatible(in.author_keys, name_of(at.text));
}

bool SearchReference::words(const std::vector<QueryWord>& words, const Field* field, const Analysed& in) {
    std::vector<Terms> spellings{part_terms(words), joined_terms(words)};
    if (words.size() == 1 && words.front().twin) spellings.push_back({words.front().twin->term});
    const bool in_journal = field != nullptr && field->id == FieldId::journal;
    for (const Text& text : in_journal ? in.journals : in.texts)
        if (in_journal || is_in(field, text.field))
            for (const Terms& terms : spellings)
                if (has_sequence(text.terms, terms)) return true;
    return field == nullptr && words.size() == 1 && !words.front().stop &&
           in.name_words.contains(key_of(words.front().printed));
}

/// The words themselves, or those of another name of the journal that they are a name of.
bool SearchReference::journal(const std::string& text, const Analysed& in) {
    tell_persons();
    std::set<std::string> names{text};
    const std::set<std::string> keys = present_keys(FieldId::journal, analyzer_.fold(text));
    for (const auto& [id, record] : records_)
        for (std::size_t i = 0; i < record.journal_values.size(); ++i)
            if (keys.contains(record.facets[kJournalColumn][i].key)) names.insert(record.journal_values[i].key);
    return std::ranges::any_of(
        names, [&](const std::string& name) { return words(words_of(name), &field(FieldId::journal), in); });
}

bool SearchReference::prefix(const std::string& start, const Field* field, const Analysed& in) {
    const std::string& key = key_of(start);
    const bool names = field == nullptr || field->kind == FieldKind::name;
    if (names && !key.empty() &&
        std::ranges::any_of(in.name_words, [&](const std::string& word) { return word.starts_with(key); }))
        return true;
    const bool in_journal = field != nullptr && field->id == FieldId::journal;
    const std::string folded = analyzer_.fold(start);
    return std::ranges::any_of(in_journal ? in.journals : in.texts, [&](const Text& text) {
        return (in_journal || is_in(field, text.field)) &&
               std::ranges::any_of(text.forms, [&](const auto& form) { return form.first.starts_with(folded); });
    });
}

/// A family name alone goes by words; a name that nobody has does, too.
bool SearchReference::name(const std::string& text, bool first_author, const Analysed& in) {
    const std::string& wanted = name_of(text);
    if (first_author) return is_compatible(in.first_author_keys, wanted);
    const auto somebody = [&](const auto& entry) { return is_compatible(entry.second.author_keys, wanted); };
    if (wanted.find(',') != std::string::npos && std::ranges::any_of(records_, somebody))
        return is_compatible(in.author_keys, wanted);
    std::vector<std::string> keys;
    for (const QueryWord& word : words_of(text)) keys.push_back(key_of(word.printed));
    std::erase_if(keys, [](const std::string& key) { return count_code_points(key) < 2; });
    return !keys.empty() &&
           std::ranges::all_of(keys, [&](const std::string& key) { return in.name_words.contains(key); });
}

bool SearchReference::value(const Field& field, const std::string& text, const Analysed& in) {
    const auto is_same = [&](const std::string& one) { return to_lower(one) == to_lower(text); };
    switch (field.id) {
    case FieldId::author: return name(text, false, in);
    case FieldId::journal: return journal(text, in);
    case FieldId::keyword: return words(words_of(text), &field, in);
    case FieldId::year: return text == std::to_string(in.record.year);
    case FieldId::language: return std::ranges::any_of(work_languages(in.record), is_same);
    case FieldId::type: return is_same(in.record.type);
    case FieldId::issn: return std::ranges::any_of(in.record.issn, is_same);
    case FieldId::id: return text == in.record.id;
    default: return false;
    }
}

bool SearchReference::is_stop_word(const QueryNode& node) {
    if (node.kind != QueryNodeKind::word || node.field != nullptr) return false;
    const std::vector<QueryWord>& words = words_of(node.text);
    return !words.empty() && std::ranges::all_of(words, &QueryWord::stop);
}

bool SearchReference::has_key(FieldId facet, const std::string& key, const Analysed& in) const {
    const std::optional<std::size_t> ordinal = facet_ordinal(facet);
    if (!ordinal) return false;
    const std::vector<FacetValue>& values = in.facets[*ordinal];
    return key.empty() ? values.empty() : std::ranges::find(values, key, &FacetValue::key) != values.end();
}

bool SearchReference::passes(const Filter& filter, const Analysed& in) {
    const Field& field = *find_field(filter.field);
    return std::ranges::any_of(filter.values, [&](const std::string& wanted) {
        const std::set<std::string> keys = present_keys(field.id, wanted);
        const auto has_one = [&](const Analysed& record) {
            return std::ranges::any_of(keys, [&](const std::string& key) { return has_key(field.id, key, record); });
        };
        if (has_one(in)) return true;
        const auto has_it = [&](const auto& entry) { return has_one(entry.second); };
        const bool is_family_name = field.kind == FieldKind::name && wanted.find(',') == std::string::npos;
        const bool is_key = filter.keys_only || (!is_family_name && std::ranges::any_of(records_, has_it));
        return !is_key && (value(field, wanted, in) || (field.id == FieldId::author && is_bearer(wanted, in)));
    });
}

std::set<std::string> SearchReference::filtered(const std::set<std::string>& ids, const SearchRequest& request,
                                                const std::set<FieldId>& left_out) {
    tell_persons();
    std::set<std::string> kept;
    for (const std::string& id : ids) {
        const Analysed& in = records_.at(id);
        std::map<FieldId, bool> by_field;
        bool excluded = false;
        for (const Filter& filter : request.filters) {
            const bool holds = passes(filter, in);
            if (filter.exclude)
                excluded = excluded || holds;
            else
                by_field[find_field(filter.field)->id] |= holds;
        }
        if (request.first_year || request.last_year)
            by_field[FieldId::year] |= in.record.year >= std::max(request.first_year.value_or(1), 1) &&
                                       in.record.year <= request.last_year.value_or(std::numeric_limits<int>::max());
        const auto holds = [&](const auto& one) { return one.second || left_out.contains(one.first); };
        if (!excluded && std::ranges::all_of(by_field, holds)) kept.insert(id);
    }
    return kept;
}

SearchReference::Counts SearchReference::counts(const std::set<std::string>& ids, FieldId facet) const {
    Counts counts;
    for (const std::string& id : ids) {
        const std::vector<FacetValue>& values = records_.at(id).facets[facet_ordinal(facet).value()];
        if (values.empty()) counts[""].ids.insert(id);
        for (const FacetValue& value : values) {
            Counted& counted = counts[value.key];
            counted.ids.insert(id);
            if (facet != FieldId::author)
                ++counted.forms[value.value];
            else
                for (const AuthorForm& form : unpack_forms({}, value.value)) ++counted.forms[std::string(form.printed)];
            if (facet == FieldId::author)
                ++counted.first_forms[std::string(unpack_forms({}, value.value).front().printed)];
        }
    }
    if (facet == FieldId::author) // persons are called as other records print them, too
        for (const auto& [id, record] : records_)
            for (const FacetValue& value : record.facets[kAuthorColumn])
                if (const auto found = counts.find(value.key); found != counts.end())
                    for (const AuthorForm& form : unpack_forms({}, value.value))
                        found->second.forms.try_emplace(std::string(form.printed), 0);
    return counts;
}

} // namespace annota
