// SPDX-License-Identifier: GPL-2.0-or-later
//
// A posting source that could be any document: the matcher asks the rarer lists first and this one about what they
// leave.

#include "searcher/document_check.h"

#include "common/utf8.h"
#include "common/word_sequence.h"

#include <xapian.h>

#include <algorithm>

namespace annota {

namespace {

/// Iterates over all docids and keeps those that accepts() takes. It claims to be more frequent than any term, so that
/// in a conjunction it is asked last, and only about documents that exist.
class CheckSource : public Xapian::PostingSource {
public:
    void init(const Xapian::Database& database) override {
        last_ = database.get_lastdocid();
        docid_ = 0;
        set_maxweight(0);
    }
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return last_ + 1; }
    Xapian::doccount get_termfreq_max() const override { return last_ + 1; }

    void next(double) override {
        do ++docid_;
        while (docid_ <= last_ && !accepts(docid_));
    }
    void skip_to(Xapian::docid docid, double) override {
        if (docid <= docid_) return;
        docid_ = docid;
        while (docid_ <= last_ && !accepts(docid_)) ++docid_;
    }
    bool check(Xapian::docid docid, double) override {
        if (docid <= docid_) return true;
        docid_ = docid;
        return accepts(docid);
    }
    bool at_end() const override { return docid_ > last_; }
    Xapian::docid get_docid() const override { return docid_; }

private:
    virtual bool accepts(Xapian::docid docid) = 0;

    Xapian::docid last_ = 0;
    Xapian::docid docid_ = 0;
};

class WordsSource : public CheckSource {
public:
    WordsSource(const WordsCondition& condition, const Deadline& deadline)
        : finder_({hashes_of(condition.terms), condition.window, condition.ordered}), deadline_(deadline) {
        for (std::size_t language = 0; condition.field && language < kLanguageCount; ++language) {
            const PositionRange range = position_range(*condition.field, language);
            bounds_.push_back({range.begin, range.end});
        }
    }

    void init(const Xapian::Database& database) override {
        CheckSource::init(database);
        value_ = database.valuestream_begin(kWordsSlot);
        end_ = database.valuestream_end(kWordsSlot);
    }

private:
    static std::vector<std::uint64_t> hashes_of(const std::vector<std::string>& terms) {
        std::vector<std::uint64_t> hashes;
        for (const std::string& term : terms) hashes.push_back(word_hash(term));
        return hashes;
    }

    bool accepts(Xapian::docid docid) override {
        if (++asked_ % kAskedBetweenChecks == 0) deadline_.check();
        if (value_ == end_) return false;
        if (value_.get_docid() < docid) value_.skip_to(docid);
        if (value_ == end_ || value_.get_docid() != docid) return false;
        const std::string encoded = *value_;
        return finder_.stands_in(WordSequence(encoded), bounds_);
    }

    static constexpr unsigned kAskedBetweenChecks = 1024;

    WordGroupFinder finder_;
    std::vector<PositionBounds> bounds_;
    Xapian::ValueIterator value_;
    Xapian::ValueIterator end_;
    const Deadline& deadline_;
    unsigned asked_ = 0;
};

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
    return {Xapian::Query::OP_FILTER, terms, Xapian::Query((new WordsSource(condition, deadline))->release())};
}

Xapian::Query text_check(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition,
                         const Deadline& deadline) {
    return Xapian::Query((new TextSource(reader, analyzer, condition, deadline))->release());
}

} // namespace annota
