// SPDX-License-Identifier: GPL-2.0-or-later
//
// Implements the schema of common/schema.h.

#include "indexer/document_terms.h"

#include "common/author_forms.h"
#include "common/change_log.h"
#include "common/facet_values.h"
#include "common/identifiers.h"
#include "common/record_codec.h"
#include "common/record_id.h"
#include "common/schema.h"
#include "common/utf8.h"
#include "common/word_sequence.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

namespace annota {

namespace {

constexpr std::size_t kSortTitleBytes = 48;

/// Token counts by field and language, what the document's lengths slot holds.
using Lengths = std::array<std::array<std::uint32_t, kLanguageCount>, kTextFieldCount>;

constexpr std::uint32_t kNoTerm = static_cast<std::uint32_t>(-1);

/// Collects the terms of one document.
class TermCollector {
public:
    TermCollector(Analyzer& analyzer, std::vector<Token>& tokens, DocumentTerms& out)
        : analyzer_(analyzer), tokens_(tokens), out_(out) {}

    /// Indexes one text of a field, whose words begin at `first` of the field's range. Returns the position behind
    /// them.
    std::uint32_t add_text(TextField field, std::size_t language, std::string_view text, std::uint32_t first) {
        analyzer_.analyze(text, tokens_);
        const PositionRange range = position_range(field, language);
        std::uint32_t words = 0;
        for (const Token& token : tokens_) {
            const std::uint32_t begin = range.begin + first + token.position;
            const std::uint32_t wdf = token.kind == TokenKind::word ? 1 : 0;
            const std::uint32_t term = add_placed("", token.term, begin < range.end ? begin : 0, wdf);
            const std::uint32_t last = range.begin + first + token.last;
            if (token.last != token.position && last < range.end) add_placed("", token.term, last, 0);
            if (field == TextField::title) add(annota::field(FieldId::title).prefix, token.term, wdf);
            if (field == TextField::keyword) add(annota::field(FieldId::keyword).prefix, token.term, wdf);
            if (term != kNoTerm) add_form(term, token);
            if (token.kind == TokenKind::word) words = std::max(words, token.position + 1);
        }
        lengths_[static_cast<std::size_t>(field)][language] += words;
        return first + words;
    }

    std::uint32_t add_journal(std::size_t language, std::string_view name, std::uint32_t first) {
        analyzer_.analyze(name, tokens_);
        const PositionRange range = position_range(TextField::title, language);
        std::uint32_t words = 0;
        for (const Token& token : tokens_) {
            for (const std::uint32_t at : {token.position, token.last}) {
                const std::uint32_t position = range.begin + first + at;
                add_placed(field(FieldId::journal).prefix, token.term, position < range.end ? position : 0, 0);
            }
            words = std::max(words, token.last + 1);
        }
        return first + words;
    }

    /// Returns the term's ordinal.
    std::uint32_t add(std::string_view prefix, std::string_view value, std::uint32_t wdf = 0) {
        if (value.empty()) return kNoTerm;
        const std::uint32_t term = prefix.empty() && is_surely_short(value)
                                       ? out_.terms.add(0, value)
                                       : out_.terms.add(0, make_term(prefix, value));
        if (term == out_.wdfs.size()) out_.wdfs.push_back(0);
        out_.wdfs[term] += wdf;
        return term;
    }

    void add_value(Slot slot, std::string value) {
        if (!value.empty()) out_.values.emplace_back(slot, std::move(value));
    }

    std::string words() { return encode_words(std::move(words_)); }

    std::string lengths() const {
        std::string packed;
        for (const auto& row : lengths_)
            for (const std::uint32_t count : row) append_varint(packed, count);
        return packed;
    }

private:
    /// Even with nothing but zero bytes, each of which counts twice, half of a term's length needs no hash.
    static bool is_surely_short(std::string_view value) { return value.size() <= kMaxTermBytes / 2; }

    /// Each form of a term once: most words stand in a text more than once.
    void add_form(std::uint32_t term, const Token& token) {
        if (forms_.add(term, token.form) != words_.forms.size()) return;
        if (is_surely_short(token.term) && is_surely_short(token.form))
            words_.forms.push_back(word_form(token.term, token.form));
        else
            words_.forms.push_back(word_form(make_term("", token.term), make_term("", token.form)));
    }

    /// A term that phrases may ask for, at a position or, beyond a field's range, at none.
    std::uint32_t add_placed(std::string_view prefix, std::string_view value, std::uint32_t position,
                             std::uint32_t wdf) {
        const std::uint32_t term = add(prefix, value, wdf);
        if (term == kNoTerm) return term;
        hashes_.resize(std::max<std::size_t>(hashes_.size(), out_.terms.size()));
        std::uint64_t& hash = hashes_[term];
        if (hash == 0) words_.terms.push_back(hash = word_hash(out_.terms[term]));
        if (position != 0) words_.placed.push_back({position, hash});
        return term;
    }

    Analyzer& analyzer_;
    std::vector<Token>& tokens_;
    DocumentTerms& out_;
    Lengths lengths_{};
    DocumentWords words_;
    std::vector<std::uint64_t> hashes_; ///< By ordinal of the term; 0 for those that stand nowhere.
    StringPool forms_;                  ///< Those of words_.forms, under the ordinals of their terms.
};

/// Where the next text of each language begins within its range.
using Next = std::array<std::uint32_t, kLanguageCount>;

void add_texts(TermCollector& collect, const Record& record) {
    const auto add_field = [&](TextField field, const ByLanguage<std::string>& texts) {
        Next next{};
        for (const auto& [language, text] : texts) {
            const std::size_t ordinal = language_ordinal(language);
            next[ordinal] = collect.add_text(field, ordinal, text, next[ordinal]) + kTextGap;
        }
    };
    add_field(TextField::title, record.title);
    add_field(TextField::abstract, record.abstract);
    Next next{};
    for (const auto& [language, list] : record.keywords) {
        const std::size_t ordinal = language_ordinal(language);
        for (const std::string& keyword : list)
            next[ordinal] = collect.add_text(TextField::keyword, ordinal, keyword, next[ordinal]) + kTextGap;
    }
    next = {};
    for (const auto& [language, name] : record.journal) {
        const std::size_t ordinal = language_ordinal(language);
        next[ordinal] = collect.add_journal(ordinal, name, next[ordinal]) + kTextGap;
    }
}

/// Spellings of the family name that the keys do not make one already.
void add_spellings(TermCollector& collect, const Author& person, NameKeyCache& names) {
    const std::string key = names.of(person.name).key;
    for (const std::string& form : person.names) {
        const std::string& other_key = names.of(form).key;
        if (!teach_spelling(key, other_key)) continue;
        const std::string_view one = family_key(key);
        const std::string_view other = family_key(other_key);
        collect.add(kSpellingPrefix, std::string(one).append("=").append(other));
        collect.add(kSpellingPrefix, std::string(other).append("=").append(one));
    }
}

void add_persons(TermCollector& collect, const std::vector<Author>& persons, std::string_view key_prefix,
                 NameKeyCache& names) {
    std::set<std::string> words;
    std::set<std::string> keys;
    const auto add_form = [&](const std::string& form) {
        const NameKeys& form_keys = names.of(form);
        words.insert(form_keys.words.begin(), form_keys.words.end());
        keys.insert(form_keys.key);
    };
    for (const Author& person : persons) {
        add_form(person.name);
        for (const std::string& form : person.names) add_form(form);
        add_spellings(collect, person, names);
    }
    for (const std::string& word : words) collect.add(kNameWordPrefix, word);
    for (const std::string& key : keys) collect.add(key_prefix, key);
}

void add_first_author(TermCollector& collect, const std::vector<Author>& authors, NameKeyCache& names) {
    if (authors.empty()) return;
    const Author& first = authors.front();
    collect.add(kFirstAuthorPrefix, names.of(first.name).key);
    for (const std::string& form : first.names) collect.add(kFirstAuthorPrefix, names.of(form).key);
}

void add_facts(TermCollector& collect, const Record& record) {
    if (record.year > 0) collect.add(field(FieldId::year).prefix, std::to_string(record.year));
    for (const std::string& language : work_languages(record))
        collect.add(field(FieldId::language).prefix, to_lower(language));
    collect.add(field(FieldId::type).prefix, to_lower(record.type));
    for (const std::string& issn : record.issn) collect.add(field(FieldId::issn).prefix, to_lower(issn));
    for (const std::string& isbn : record.isbn) collect.add(field(FieldId::isbn).prefix, to_lower(isbn));
    for (const std::string& id : record.related) collect.add(kRelatedPrefix, normalise_id(id));
    for (const std::string& id : record.cites) collect.add(kCitesPrefix, normalise_id(id));
}

void add_ids(TermCollector& collect, const StoredDocument& document) {
    collect.add(kIdPrefix, document.id);
    for (const std::string& alias : document.aliases) collect.add(kAliasPrefix, alias);
    for (const Contribution& contribution : document.contributions)
        collect.add(kSourcePrefix, contribution.record.source);
}

std::string sort_title(const Record& record, const Analyzer& analyzer) {
    std::string folded = analyzer.fold(text_of_work(record, record.title));
    std::size_t size = std::min(folded.size(), kSortTitleBytes);
    while (size > 0 && size < folded.size() && (static_cast<unsigned char>(folded[size]) & 0xC0) == 0x80) --size;
    folded.resize(size);
    return folded;
}

/// " NAME=one,two"; empty without values.
template <class Values> std::string list_text(const char* name, const Values& values) {
    std::ostringstream text;
    const char* separator = "=";
    for (const auto& value : values) {
        text << (separator[0] == '=' ? name : "") << separator << value;
        separator = ",";
    }
    return text.str();
}

} // namespace

DocumentTerms DocumentAnalyzer::analyze(const StoredDocument& document, const Record& merged) {
    DocumentTerms terms;
    TermCollector collect(analyzer_, tokens_, terms);
    add_texts(collect, merged);
    add_persons(collect, merged.authors, kAuthorKeyPrefix, names_);
    add_persons(collect, merged.editors, kEditorKeyPrefix, names_);
    add_first_author(collect, merged.authors, names_);
    add_facts(collect, merged);
    add_ids(collect, document);
    if (merged.year > 0) collect.add_value(kYearSlot, std::to_string(merged.year));
    collect.add_value(kTitleSlot, sort_title(merged, analyzer_));
    collect.add_value(kIdSlot, document.id);
    collect.add_value(kLengthsSlot, collect.lengths());
    collect.add_value(kWordsSlot, collect.words());
    collect.add_value(kJournalSlot, analyzer_.fold(text_of_work(merged, merged.journal)));
    return terms;
}

void add_history(DocumentTerms& terms, const StoredDocument& document, std::uint64_t added, std::uint64_t changed) {
    terms.values.emplace_back(kAddedSlot, encode_generation(added));
    terms.values.emplace_back(kChangedSlot, encode_generation(changed));
    if (std::string marks = content_marks(document); !marks.empty())
        terms.values.emplace_back(kContentSlot, std::move(marks));
}

std::string to_text(const DocumentTerms& terms) {
    std::string_view encoded;
    for (const auto& [slot, value] : terms.values)
        if (slot == kWordsSlot) encoded = value;
    const WordSequence words(encoded);
    const std::string_view journal = field(FieldId::journal).prefix;
    std::map<std::string_view, std::uint32_t> wdfs;
    for (std::uint32_t term = 0; term < terms.terms.size(); ++term) wdfs[terms.terms[term]] = terms.wdfs[term];
    std::vector<std::uint32_t> positions;
    std::string text;
    for (const auto& [term, wdf] : wdfs) {
        text.append(term).append(" wdf=").append(std::to_string(wdf));
        const bool is_word = term[0] < 'A' || term[0] > 'Z';
        const std::uint64_t hash = word_hash(term);
        if (is_word || term.starts_with(journal)) {
            words.find(hash, positions);
            text += list_text(" positions", positions);
        }
        if (is_word) text += list_text(" forms", words.forms(term, hash));
        text += '\n';
    }
    for (const auto& [slot, value] : terms.values) {
        if (slot == kWordsSlot) continue; // the positions and forms above
        text += "value " + std::to_string(slot) + " =";
        if (slot == kLengthsSlot) {
            for (std::string_view packed = value; !packed.empty();) text += ' ' + std::to_string(take_varint(packed));
        } else {
            text += ' ' + value;
        }
        text += '\n';
    }
    return text;
}

} // namespace annota
