// SPDX-License-Identifier: GPL-2.0-or-later
//
// Implements the schema of common/schema.h.

#include "indexer/document_terms.h"

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

namespace annota {

namespace {

constexpr std::size_t kSortTitleBytes = 48;

/// Token counts by field and language, what the document's lengths slot holds.
using Lengths = std::array<std::array<std::uint32_t, kLanguageCount>, kTextFieldCount>;

/// Collects the postings of one document.
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
            add_word(token.term, begin < range.end ? begin : 0, wdf);
            const std::uint32_t last = range.begin + first + token.last;
            if (token.last != token.position && last < range.end) add_word(token.term, last, 0);
            if (field == TextField::title) add(annota::field(FieldId::title).prefix, token.term, 0, wdf);
            if (field == TextField::keyword) add(annota::field(FieldId::keyword).prefix, token.term, 0, wdf);
            add_form(token);
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

    void add(std::string_view prefix, std::string_view value, std::uint32_t position = 0, std::uint32_t wdf = 0) {
        if (value.empty()) return;
        Posting& posting = out_.postings.emplace_back();
        // Even with nothing but zero bytes, each of which counts twice, half of a term's length needs no hash.
        if (prefix.empty() && value.size() <= kMaxTermBytes / 2)
            posting.term = value;
        else
            posting.term = make_term(prefix, value);
        posting.position = position;
        posting.wdf = wdf;
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
    void add_word(const std::string& term, std::uint32_t position, std::uint32_t wdf) {
        add_placed("", term, position, wdf);
    }

    void add_form(const Token& token) {
        constexpr std::size_t kSurelyShort = kMaxTermBytes / 2; // zero bytes count twice
        if (token.term.size() <= kSurelyShort && token.form.size() <= kSurelyShort)
            words_.forms.push_back(word_form(token.term, token.form));
        else
            words_.forms.push_back(word_form(make_term("", token.term), make_term("", token.form)));
    }

    /// A term that phrases may ask for, at a position or, beyond a field's range, at none.
    void add_placed(std::string_view prefix, std::string_view value, std::uint32_t position, std::uint32_t wdf) {
        if (value.empty()) return;
        add(prefix, value, position, wdf);
        const std::uint64_t hash = word_hash(out_.postings.back().term);
        if (position != 0)
            words_.placed.push_back({position, hash});
        else
            words_.unplaced.push_back(hash);
    }

    Analyzer& analyzer_;
    std::vector<Token>& tokens_;
    DocumentTerms& out_;
    Lengths lengths_{};
    DocumentWords words_;
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

} // namespace

DocumentTerms DocumentAnalyzer::analyze(const StoredDocument& document, const Record& merged) {
    constexpr std::size_t kUsualPostings = 400; // of an abstract of 200 words
    DocumentTerms terms;
    terms.postings.reserve(kUsualPostings);
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
    std::map<std::string, std::pair<std::uint32_t, std::set<std::uint32_t>>> by_term;
    for (const Posting& posting : terms.postings) {
        auto& [wdf, positions] = by_term[posting.term];
        wdf += posting.wdf;
        if (posting.position != 0) positions.insert(posting.position);
    }
    std::string text;
    for (const auto& [term, occurrences] : by_term) {
        text += term + " wdf=" + std::to_string(occurrences.first);
        const char* separator = " positions=";
        for (const std::uint32_t position : occurrences.second) {
            text += separator + std::to_string(position);
            separator = ",";
        }
        text += '\n';
    }
    for (const auto& [slot, value] : terms.values) {
        if (slot == kWordsSlot) continue; // made of the positions above
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
