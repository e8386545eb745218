// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/document_check.h"

#include "common/utf8.h"
#include "common/word_sequence.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace annota {

namespace {

/// Asks about the words of each document.
class WordsCheck : public DocumentCheck {
public:
    explicit WordsCheck(const Deadline& deadline) : deadline_(deadline) {}

    void apply(DocSet& documents, IndexReader& reader) override {
        deadline_.check();
        const Xapian::ValueIterator end = reader.database().valuestream_end(kWordsSlot);
        Xapian::ValueIterator value = reader.database().valuestream_begin(kWordsSlot);
        unsigned asked = 0;
        documents.for_each([&](std::uint32_t docid) {
            if (++asked % kAskedBetweenChecks == 0) deadline_.check();
            if (value != end && value.get_docid() < docid) value.skip_to(docid);
            if (value == end || value.get_docid() != docid || !accepts(WordSequence(encoded_ = *value)))
                documents.erase(docid);
        });
    }

private:
    virtual bool accepts(const WordSequence& words) = 0;

    static constexpr unsigned kAskedBetweenChecks = 1024;

    const Deadline& deadline_;
    std::string encoded_; ///< Of the document that is being asked about.
};

class GroupCheck : public WordsCheck {
public:
    GroupCheck(const WordsCondition& condition, const Deadline& deadline)
        : WordsCheck(deadline), finder_({hashes_of(condition.terms), condition.window, condition.ordered}) {
        for (std::size_t language = 0; condition.field && language < kLanguageCount; ++language) {
            const PositionRange range = position_range(*condition.field, language);
            bounds_.push_back({range.begin, range.end});
        }
    }

private:
    static std::vector<std::uint64_t> hashes_of(const std::vector<std::string>& terms) {
        std::vector<std::uint64_t> hashes;
        hashes.reserve(terms.size());
        for (const std::string& term : terms) hashes.push_back(word_hash(term));
        return hashes;
    }

    bool accepts(const WordSequence& words) override { return finder_.stands_in(words, bounds_); }

    WordGroupFinder finder_;
    std::vector<PositionBounds> bounds_;
};

class FormCheck : public WordsCheck {
public:
    FormCheck(TermForm form, const Deadline& deadline) : WordsCheck(deadline), form_(std::move(form)) {}

private:
    bool accepts(const WordSequence& words) override { return words.has_form(form_); }

    TermForm form_;
};

/// For one stem: the words tell the terms of a document apart, but not what it has from what it lacks.
class PrefixCheck : public WordsCheck {
public:
    PrefixCheck(std::string stem, std::string start, const Deadline& deadline)
        : WordsCheck(deadline), stem_(std::move(stem)), hash_(word_hash(stem_)), start_(std::move(start)) {}

private:
    bool accepts(const WordSequence& words) override { return words.has_form_with_prefix(stem_, hash_, start_); }

    std::string stem_;
    std::uint64_t hash_;
    std::string start_;
};

class TextCheck : public DocumentCheck {
public:
    TextCheck(TextCondition condition, Analyzer& analyzer, const Deadline& deadline)
        : condition_(std::move(condition)), analyzer_(analyzer), deadline_(deadline) {}

    void apply(DocSet& documents, IndexReader& reader) override {
        documents.for_each([&](std::uint32_t docid) {
            deadline_.check();
            const Record record = merged_record(reader.document(docid));
            if (std::ranges::none_of(condition_.fields, [&](FieldId field) { return accepts_field(record, field); }))
                documents.erase(docid);
        });
    }

private:
    bool accepts_field(const Record& record, FieldId field) {
        const auto accepts_one = [&](const auto& entry) { return accepts_text(entry.second); };
        switch (field) {
        case FieldId::title: return std::ranges::any_of(record.title, accepts_one);
        case FieldId::journal: return std::ranges::any_of(record.journal, accepts_one);
        case FieldId::keyword:
            return std::ranges::any_of(record.keywords, [&](const auto& entry) {
                return std::ranges::any_of(entry.second, [&](const std::string& text) { return accepts_text(text); });
            });
        default: return std::ranges::any_of(record.abstract, accepts_one);
        }
    }

    bool accepts_text(const std::string& text) {
        analyzer_.analyze(text, tokens_);
        if (condition_.words.size() == 1)
            return std::ranges::any_of(
                tokens_, [&](const Token& token) { return agrees(token, condition_.words.front(), text); });
        std::erase_if(tokens_, [](const Token& token) { return token.kind != TokenKind::word; });
        const auto same = [&](const Token& token, const ExactWord& word) { return agrees(token, word, text); };
        // Not std::ranges::search, whose result clang 14 cannot compile.
        return std::search(tokens_.begin(), tokens_.end(), condition_.words.begin(), condition_.words.end(), same) !=
               tokens_.end();
    }

    bool agrees(const Token& token, const ExactWord& word, const std::string& text) const {
        if (condition_.prefix) return token.form.starts_with(word.form);
        if (token.form != word.form) return false;
        if (word.printed.empty()) return true;
        const std::string_view printed = std::string_view(text).substr(first_code_points(text, token.begin).size());
        return capitals_agree(first_code_points(printed, token.end - token.begin), word.printed);
    }

    /// Every typed capital beyond the first letter must be one in the text.
    static bool capitals_agree(std::string_view printed, std::string_view typed) {
        std::size_t p = 0;
        std::size_t t = 0;
        for (bool first = true; p < printed.size() && t < typed.size(); first = false) {
            const std::size_t p_start = p;
            const std::size_t t_start = t;
            next_code_point(printed, p);
            next_code_point(typed, t);
            const std::string_view typed_letter = typed.substr(t_start, t - t_start);
            const bool typed_capital = to_lower(typed_letter) != typed_letter;
            const std::string_view letter = printed.substr(p_start, p - p_start);
            if (!first && typed_capital && to_lower(letter) == letter) return false;
        }
        return true;
    }

    TextCondition condition_;
    Analyzer& analyzer_;
    const Deadline& deadline_;
    std::vector<Token> tokens_;
};

} // namespace

std::shared_ptr<DocumentCheck> words_together(const WordsCondition& condition, const Deadline& deadline) {
    return std::make_shared<GroupCheck>(condition, deadline);
}

std::shared_ptr<DocumentCheck> word_in_form(const std::string& stem, const std::string& form,
                                            const Deadline& deadline) {
    return std::make_shared<FormCheck>(word_form(stem, form), deadline);
}

std::shared_ptr<DocumentCheck> word_with_prefix(const std::string& stem, const std::string& start,
                                                const Deadline& deadline) {
    return std::make_shared<PrefixCheck>(stem, start, deadline);
}

std::shared_ptr<DocumentCheck> text_check(const TextCondition& condition, Analyzer& analyzer,
                                          const Deadline& deadline) {
    return std::make_shared<TextCheck>(condition, analyzer, deadline);
}

} // namespace annota
