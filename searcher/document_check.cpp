// SPDX-License-Identifier: GPL-2.0-or-later
//
// A posting source that could be any document: the matcher asks the rarer lists first and this one about what they
// leave.

#include "searcher/document_check.h"

#include "common/utf8.h"
#include "common/word_sequence.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace annota {

namespace {

/// Iterates over all docids and keeps those that accepts() takes. It claims to be more frequent than any term, so that
/// in a conjunction it is asked last, and only about documents that exist.
class CheckSource : public Xapian::PostingSource {
public:
    void init(const Xapian::Database& database) override {
        last_ = database.get_lastdocid();
        docid_ = 0;
        accepted_ = false;
        set_maxweight(0);
    }
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return last_ + 1; }
    Xapian::doccount get_termfreq_max() const override { return last_ + 1; }

    void next(double) override { move_to(docid_ + 1); }
    void skip_to(Xapian::docid docid, double) override {
        if (docid > docid_ || !accepted_) move_to(std::max(docid, docid_));
    }
    bool check(Xapian::docid docid, double) override {
        if (docid > docid_ || !accepted_) {
            docid_ = std::max(docid, docid_);
            accepted_ = accepts(docid_);
        }
        return accepted_;
    }
    bool at_end() const override { return docid_ > last_; }
    Xapian::docid get_docid() const override { return docid_; }

private:
    virtual bool accepts(Xapian::docid docid) = 0;

    void move_to(Xapian::docid docid) {
        docid_ = docid;
        while (docid_ <= last_ && !accepts(docid_)) ++docid_;
        accepted_ = true;
    }

    Xapian::docid last_ = 0;
    Xapian::docid docid_ = 0;
    bool accepted_ = false; ///< A failed check leaves it at a document that is none of its own, and may be repeated.
};

/// Asks about the words of each document.
class WordsSource : public CheckSource {
public:
    explicit WordsSource(const Deadline& deadline) : deadline_(deadline) {}

    void init(const Xapian::Database& database) override {
        CheckSource::init(database);
        value_ = database.valuestream_begin(kWordsSlot);
        end_ = database.valuestream_end(kWordsSlot);
    }

private:
    bool accepts(Xapian::docid docid) override {
        if (++asked_ % kAskedBetweenChecks == 0) deadline_.check();
        if (value_ == end_) return false;
        if (value_.get_docid() < docid) value_.skip_to(docid);
        if (value_ == end_ || value_.get_docid() != docid) return false;
        const std::string encoded = *value_;
        return accepts_words(WordSequence(encoded));
    }

    virtual bool accepts_words(const WordSequence& words) = 0;

    static constexpr unsigned kAskedBetweenChecks = 1024;

    Xapian::ValueIterator value_;
    Xapian::ValueIterator end_;
    const Deadline& deadline_;
    unsigned asked_ = 0;
};

class GroupSource : public WordsSource {
public:
    GroupSource(const WordsCondition& condition, const Deadline& deadline)
        : WordsSource(deadline), finder_({hashes_of(condition.terms), condition.window, condition.ordered}) {
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

    bool accepts_words(const WordSequence& words) override { return finder_.stands_in(words, bounds_); }

    WordGroupFinder finder_;
    std::vector<PositionBounds> bounds_;
};

class FormSource : public WordsSource {
public:
    FormSource(const std::string& stem, const std::string& form, const Deadline& deadline)
        : WordsSource(deadline), form_(word_form(stem, form)) {}

private:
    bool accepts_words(const WordSequence& words) override { return words.has_form(form_); }

    TermForm form_;
};

/// For one stem: the words tell the terms of a document apart, but not what it has from what it lacks.
class PrefixSource : public WordsSource {
public:
    PrefixSource(std::string stem, std::string start, const Deadline& deadline)
        : WordsSource(deadline), stem_(std::move(stem)), hash_(word_hash(stem_)), start_(std::move(start)) {}

private:
    bool accepts_words(const WordSequence& words) override { return words.has_form_with_prefix(stem_, hash_, start_); }

    std::string stem_;
    std::uint64_t hash_;
    std::string start_;
};

Xapian::Query filtered(const Xapian::Query& query, WordsSource* source) {
    return {Xapian::Query::OP_FILTER, query, Xapian::Query(source->release())};
}

class TextSource : public CheckSource {
public:
    TextSource(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition, const Deadline& deadline)
        : reader_(reader), analyzer_(analyzer), condition_(condition), deadline_(deadline) {}

private:
    bool accepts(Xapian::docid docid) override {
        deadline_.check();
        const Record record = merged_record(reader_.document(docid));
        return std::ranges::any_of(condition_.fields, [&](FieldId field) { return accepts_field(record, field); });
    }

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

    IndexReader& reader_;
    Analyzer& analyzer_;
    TextCondition condition_;
    const Deadline& deadline_;
    std::vector<Token> tokens_;
};

} // namespace

Xapian::Query words_together(const WordsCondition& condition, const Deadline& deadline) {
    const Xapian::Query terms(Xapian::Query::OP_AND, condition.terms.begin(), condition.terms.end());
    return filtered(terms, new GroupSource(condition, deadline));
}

Xapian::Query word_in_form(const std::string& stem, const std::string& form, const Deadline& deadline) {
    return filtered(Xapian::Query(stem), new FormSource(stem, form, deadline));
}

Xapian::Query word_with_prefix(const std::string& stem, const std::string& start, const Deadline& deadline) {
    return filtered(Xapian::Query(stem), new PrefixSource(stem, start, deadline));
}

Xapian::Query text_check(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition,
                         const Deadline& deadline) {
    return Xapian::Query((new TextSource(reader, analyzer, condition, deadline))->release());
}

} // namespace annota
