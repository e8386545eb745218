// SPDX-License-Identifier: GPL-2.0-or-later
//
// One pass over the code points. A unit begins behind a blank, a parenthesis or another unit: a mark, then a field,
// then a word, phrase or value. Signs (+ - = and so on) count only behind a blank or an opening parenthesis, so that
// "научно-техническое", "C++" and "бета-(1,3)-глюкан" stay words. Quotes and parentheses always end a word. Words
// without a letter, digit or symbol are no words, for no index holds them.
// The field of a group is kept on a stack, one entry for each open parenthesis, and goes to every leaf in it.

#include "searcher/query_lexer.h"

#include "searcher/query_scanner.h"
#include "searcher/query_signs.h"
#include "searcher/query_word.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace annota {
namespace {

/// Where the words of a group are looked for.
struct Scope {
    const Field* field = nullptr;
    bool first_author = false;

    bool is(FieldKind kind) const { return field != nullptr && field->kind == kind; }
    /// language:ru,en is two values; identifiers may hold commas.
    bool takes_value_lists() const {
        return is(FieldKind::value) && field->id != FieldId::doi && field->id != FieldId::id;
    }
};

/// Calls `use` for each part between commas that is not empty.
template <class Use> void for_each_part(std::u32string_view text, Use use) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(U','), text.size());
        if (comma > 0) use(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

class QueryLexer {
public:
    QueryLexer(std::u32string_view text, QueryNotes& notes) : scanner_(text), notes_(notes) {}

    std::vector<QueryToken> lex();
    std::vector<QueryToken> lex_plain();

private:
    Scope scope() const { return scopes_.empty() ? Scope{} : scopes_.back(); }
    /// Of a word that is not of the kind which the group is about.
    Scope word_scope() const { return scope().is(FieldKind::value) || scope().is(FieldKind::year) ? Scope{} : scope(); }
    bool marked() const;
    bool at_content() const { return !scanner_.at_nothing() && !scanner_.at(U'('); }

    void lex_open(Scope scope, std::size_t start);
    void lex_close();
    void lex_signs();
    void lex_unit(bool fresh);
    bool lex_operator();
    void lex_field(const FieldPrefix& prefix, std::size_t start, bool exact);
    void skip_blanks_before_doi();
    bool lex_quote(Scope scope, std::size_t start, bool exact);
    void lex_content(Scope scope, std::size_t start, bool exact);
    void lex_phrase(std::u32string_view phrase, QueryNode leaf);
    void lex_value(Scope scope, std::size_t start);
    void lex_years(Scope scope, std::size_t start);
    void lex_word(Scope scope, std::size_t start, bool exact);

    void drop_question_mark(std::u32string& word);

    QueryNode node(QueryNodeKind kind, Scope scope, std::size_t start) const;
    void note(const QueryNoteKind& kind, std::size_t start) { notes_.add(kind, start, scanner_.position()); }
    void add(QueryTokenKind kind, QueryNode node);
    void add_leaf(QueryNode leaf) { add(QueryTokenKind::leaf, std::move(leaf)); }
    void add_nothing() { add(QueryTokenKind::nothing, node(QueryNodeKind::list, {}, scanner_.position())); }
    void add_operator(const OperatorWord& op, QueryNode spare);
    void add_alternatives(std::vector<QueryNode> leaves);

    QueryScanner scanner_;
    QueryNotes& notes_;
    bool fresh_ = true;  ///< Behind a blank or an opening parenthesis, where signs count.
    bool asked_ = false; ///< There is a leaf already.
    std::vector<Scope> scopes_;
    std::vector<QueryToken> tokens_;
};

std::vector<QueryToken> QueryLexer::lex() {
    while (!scanner_.at_end()) {
        if (scanner_.at_blank()) {
            scanner_.skip_blanks();
            fresh_ = true;
        } else if (scanner_.at(U'(')) {
            lex_open(scope(), scanner_.position());
        } else if (scanner_.at(U')')) {
            lex_close();
        } else {
            lex_signs();
        }
    }
    return std::move(tokens_);
}

std::vector<QueryToken> QueryLexer::lex_plain() {
    for (scanner_.skip_blanks(); !scanner_.at_end(); scanner_.skip_blanks()) {
        const std::size_t start = scanner_.position();
        while (!scanner_.at_end() && !scanner_.at_blank()) scanner_.skip(1);
        const std::u32string_view word = scanner_.slice(start);
        if (is_mere_punctuation(word)) continue;
        QueryNode leaf = node(QueryNodeKind::word, {}, start);
        leaf.text = to_utf8(cut_query_word(word, leaf, notes_));
        add_leaf(std::move(leaf));
    }
    return std::move(tokens_);
}

QueryNode QueryLexer::node(QueryNodeKind kind, Scope scope, std::size_t start) const {
    QueryNode made;
    made.kind = kind;
    made.field = scope.field;
    made.first_author = scope.first_author;
    made.start = start;
    made.end = scanner_.position();
    return made;
}

void QueryLexer::add(QueryTokenKind kind, QueryNode node) {
    asked_ = asked_ || kind == QueryTokenKind::leaf;
    tokens_.push_back({kind, std::move(node)});
}

void QueryLexer::add_operator(const OperatorWord& op, QueryNode spare) {
    const bool unary = op.makes == QueryNodeKind::none_of;
    tokens_.push_back(
        {unary ? QueryTokenKind::negation : QueryTokenKind::binary, std::move(spare), op.makes, op.distance});
}

/// Values listed with commas are as good as (a OR b).
void QueryLexer::add_alternatives(std::vector<QueryNode> leaves) {
    if (leaves.size() == 1) return add_leaf(std::move(leaves.front()));
    const QueryNode around = node(QueryNodeKind::word, {}, leaves.front().start);
    add(QueryTokenKind::open, around);
    for (QueryNode& leaf : leaves) {
        if (tokens_.back().kind == QueryTokenKind::leaf) add_operator({QueryNodeKind::any_of}, around);
        add_leaf(std::move(leaf));
    }
    add(QueryTokenKind::close, around);
}

bool QueryLexer::marked() const {
    return !tokens_.empty() &&
           (tokens_.back().kind == QueryTokenKind::must || tokens_.back().kind == QueryTokenKind::must_not);
}

void QueryLexer::lex_open(Scope scope, std::size_t start) {
    scanner_.skip(1);
    scopes_.push_back(scope);
    add(QueryTokenKind::open, node(QueryNodeKind::list, {}, start));
    fresh_ = true;
}

void QueryLexer::lex_close() {
    const std::size_t start = scanner_.position();
    scanner_.skip(1);
    if (!scopes_.empty()) scopes_.pop_back();
    add(QueryTokenKind::close, node(QueryNodeKind::list, {}, start));
    fresh_ = false;
}

/// + and - before a unit; signs that cannot count where they stand are passed over.
void QueryLexer::lex_signs() {
    const std::size_t start = scanner_.position();
    bool fresh = std::exchange(fresh_, false);
    const bool must = scanner_.at(U'+');
    const bool signs = scanner_.skip_any(fresh ? U"+-" : U"+-=*?~") > 0;
    if (fresh && signs) {
        if (scanner_.at_nothing()) return note(query_note::kLoneSign, start);
        add(must ? QueryTokenKind::must : QueryTokenKind::must_not, node(QueryNodeKind::list, {}, start));
    }
    const std::size_t colon = scanner_.position();
    if (scanner_.skip_any(U":") > 0) {
        note(query_note::kStrayColon, colon);
        scanner_.skip_any(U":+-=*?~");
        fresh = false;
    }
    if (at_content()) lex_unit(fresh);
    // A mark is for what it stands right before, not for what comes later.
    if (marked() && scanner_.at_nothing()) add_nothing();
}

void QueryLexer::lex_unit(bool fresh) {
    if (!marked() && lex_operator()) return;
    const std::size_t start = scanner_.position();
    const bool exact = fresh && scanner_.skip_any(U"=") > 0;
    if (exact) scanner_.skip_any(U"+-=:");
    if (const auto prefix = read_field_prefix(scanner_.rest())) {
        lex_field(*prefix, start, exact);
    } else if (exact && !at_content()) {
        note(query_note::kLoneSign, start);
    } else if (scanner_.at_quote()) {
        lex_quote(scope(), start, exact);
    } else {
        lex_content(scope(), start, exact);
    }
}

bool QueryLexer::lex_operator() {
    const std::u32string_view word = scanner_.peek_word();
    const std::optional<OperatorWord> found = read_operator(word);
    if (!found) return false;
    const std::size_t start = scanner_.position();
    scanner_.skip(word.size());
    QueryNode spare = node(QueryNodeKind::word, word_scope(), start);
    spare.text = to_utf8(word);
    add_operator(*found, std::move(spare));
    return true;
}

void QueryLexer::lex_field(const FieldPrefix& prefix, std::size_t start, bool exact) {
    const std::size_t name = scanner_.position();
    scanner_.skip(prefix.length);
    Scope inner{prefix.field, prefix.first_author};
    if (inner.first_author && inner.field->id != FieldId::author) {
        inner.first_author = false;
        notes_.add(query_note::kFirstAuthorOnly, name, name + 1);
    }
    if (inner.field->id == FieldId::doi) skip_blanks_before_doi();
    if (scanner_.at_nothing()) {
        notes_.add(query_note::kStrayColon, scanner_.position() - 1, scanner_.position());
        QueryNode word = node(QueryNodeKind::word, word_scope(), start);
        word.text = to_utf8(scanner_.slice(name).substr(0, prefix.length - 1));
        return add_leaf(std::move(word));
    }
    exact = (scanner_.at(U'=') && !inner.is(FieldKind::value) && scanner_.skip_any(U"=") > 0) || exact;
    if (scanner_.at(U'(')) return lex_open(inner, start);
    const std::size_t before = tokens_.size();
    while (scanner_.at_quote()) {
        if (lex_quote(inner, start, exact)) return;
        scanner_.skip_any(U"=");
    }
    if (at_content()) lex_content(inner, start, exact);
    if (tokens_.size() == before) add_nothing();
}

/// A label before a DOI as it is printed: "DOI: 10.1134/...".
void QueryLexer::skip_blanks_before_doi() {
    QueryScanner ahead = scanner_;
    ahead.skip_blanks();
    if (begins_with_doi(ahead.rest())) scanner_ = ahead;
}

/// A phrase; false where the quote that stands here opens none, and is passed over.
bool QueryLexer::lex_quote(Scope scope, std::size_t start, bool exact) {
    const std::size_t quote = scanner_.position();
    if (const std::optional<std::u32string> phrase = scanner_.take_phrase()) {
        lex_phrase(*phrase, node(exact ? QueryNodeKind::exact_phrase : QueryNodeKind::phrase, scope, start));
        return true;
    }
    scanner_.skip(1);
    note(query_note::kUnbalancedQuote, quote);
    return false;
}

/// A value or word.
void QueryLexer::lex_content(Scope scope, std::size_t start, bool exact) {
    if (scope.is(FieldKind::value)) return lex_value(scope, start);
    if (scope.is(FieldKind::year)) return lex_years(scope, start);
    const bool doi = scope.field == nullptr && begins_with_doi(scanner_.rest());
    if (doi) return lex_value({&field(FieldId::doi)}, start);
    lex_word(scope, start, exact);
}

void QueryLexer::lex_phrase(std::u32string_view phrase, QueryNode leaf) {
    const Scope scope{leaf.field};
    if (phrase.empty() || (is_mere_punctuation(phrase) && !scope.is(FieldKind::value))) {
        note(query_note::kEmptyPhrase, leaf.start);
        return add_nothing();
    }
    if (scope.is(FieldKind::value)) leaf.kind = QueryNodeKind::value;
    if (scope.is(FieldKind::year)) {
        if (read_year_range(phrase, leaf, notes_)) return add_leaf(std::move(leaf));
        note(query_note::kUnknownRange, leaf.start);
        leaf.field = nullptr;
    }
    leaf.text = to_utf8(phrase);
    const std::size_t suffix = scanner_.position();
    if (scanner_.skip_any(U"*~") > 0) {
        scanner_.skip_any(U"0123456789");
        note(query_note::kPhraseSuffix, suffix);
    }
    add_leaf(std::move(leaf));
}

void QueryLexer::lex_value(Scope scope, std::size_t start) {
    const std::u32string_view typed = scanner_.take_value(!scopes_.empty());
    std::vector<QueryNode> leaves;
    const auto add_value = [&](std::u32string_view part) {
        leaves.push_back(node(QueryNodeKind::value, scope, start));
        leaves.back().text = to_utf8(part);
    };
    if (scope.takes_value_lists()) {
        for_each_part(typed, add_value);
    } else {
        add_value(typed);
    }
    if (leaves.empty()) return note(query_note::kStrayColon, start);
    add_alternatives(std::move(leaves));
}

void QueryLexer::lex_years(Scope scope, std::size_t start) {
    const std::u32string typed = scanner_.take_word().text;
    std::vector<QueryNode> leaves;
    bool known = true;
    for_each_part(typed, [&](std::u32string_view part) {
        leaves.push_back(node(QueryNodeKind::years, scope, start));
        known = known && read_year_range(part, leaves.back(), notes_);
    });
    if (known && !leaves.empty()) return add_alternatives(std::move(leaves));
    note(query_note::kUnknownRange, start);
    QueryNode word = node(QueryNodeKind::word, {}, start);
    word.text = to_utf8(cut_query_word(scanner_.slice(start), word, notes_));
    add_leaf(std::move(word));
}

void QueryLexer::lex_word(Scope scope, std::size_t start, bool exact) {
    auto [text, literal] = scanner_.take_word();
    QueryNode leaf = node(exact ? QueryNodeKind::exact_word : QueryNodeKind::word, scope, start);
    text.resize(cut_query_word(text, leaf, notes_).size());
    if (!literal) {
        drop_question_mark(text);
        if (is_mere_punctuation(text)) {
            if (!has_wildcards(text)) return;
            note(query_note::kBareWildcard, start);
            return add_nothing();
        }
        read_word_signs(text, leaf, notes_);
    }
    if (text.empty()) return;
    leaf.text = to_utf8(text);
    add_leaf(std::move(leaf));
}

/// Questions and titles that were typed or pasted have words that end with a ?, which is no wildcard there. It is one
/// where the word is alone, in the text or in its parentheses.
void QueryLexer::drop_question_mark(std::u32string& word) {
    const std::size_t tail = question_tail(word);
    const bool alone_in_text = !asked_ && scanner_.at_last_blanks();
    const bool alone_in_group = !tokens_.empty() && tokens_.back().kind == QueryTokenKind::open && scanner_.at(U')');
    if (tail == 0 || alone_in_text || alone_in_group) return;
    if (tail < word.size()) notes_.add(query_note::kQuestionMark, scanner_.position() - 1, scanner_.position());
    word.resize(word.size() - tail);
}

} // namespace

std::vector<QueryToken> lex_query(std::u32string_view text, QueryNotes& notes) {
    return QueryLexer(text, notes).lex();
}

std::vector<QueryToken> lex_plain_query(std::u32string_view text, QueryNotes& notes) {
    return QueryLexer(text, notes).lex_plain();
}

} // namespace annota
