// SPDX-License-Identifier: GPL-2.0-or-later
//
// A posting source that could be any document: the matcher asks the rarer lists first and this one about what they leave.

#include "searcher/document_check.h"

#include "common/fold.h"
#include "common/utf8.h"

#include <xapian.h>

#include <algorithm>

namespace annota {

namespace {

/// Iterates over all docids and keeps those that accepts() takes. It claims to be more frequent than any term, so that in a
/// conjunction it is asked last, and only about documents that exist.
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

    void next(double) override { skip_to(docid_ + 1, 0); }
    void skip_to(Xapian::docid docid, double) override {
        if (check(std::max(docid, docid_), 0)) return;
        while (++docid_ <= last_ && !accepts(docid_)) {}
        accepted_ = true;
    }
    bool check(Xapian::docid docid, double) override {
        if (docid > docid_) {
            docid_ = docid;
            accepted_ = docid_ <= last_ && accepts(docid_);
        }
        return accepted_;
    }
    bool at_end() const override { return docid_ > last_; }
    Xapian::docid get_docid() const override { return docid_; }

private:
    virtual bool accepts(Xapian::docid docid) = 0;

    Xapian::docid last_ = 0;
    Xapian::docid docid_ = 0;
    bool accepted_ = false; ///< Whether docid_ is.
};

class PositionSource : public CheckSource {
public:
    PositionSource(const Xapian::Database& database, const PositionCondition& condition)
        : database_(database), condition_(condition) {}

private:
    bool accepts(Xapian::docid docid) override {
        std::vector<std::vector<Xapian::termpos>> positions;
        for (const std::string& term : condition_.terms) {
            positions.emplace_back(database_.positionlist_begin(docid, term), database_.positionlist_end(docid, term));
            if (positions.back().empty()) return false;
        }
        return std::ranges::any_of(positions.front(), [&](Xapian::termpos first) {
            for (std::size_t i = 1; i < positions.size(); ++i)
                if (!std::ranges::binary_search(positions[i], first + static_cast<Xapian::termpos>(i))) return false;
            return in_field(first);
        });
    }

    bool in_field(Xapian::termpos position) const {
        for (std::size_t language = 0; language < kLanguageCount; ++language) {
            const PositionRange range = position_range(condition_.field, language);
            if (position >= range.begin && position < range.end) return true;
        }
        return false;
    }

    Xapian::Database database_;
    PositionCondition condition_;
};

/// Which letters and digits of a word are printed as capitals.
std::vector<bool> capitals(std::string_view word) {
    std::vector<FoldedChar> folded;
    fold_text(word, folded);
    std::vector<bool> capitals;
    for (const FoldedChar& c : folded)
        if (is_letter(c) || is_digit(c)) capitals.push_back(c.capital);
    return capitals;
}

/// Every typed capital beyond the first letter must be one in the text.
bool capitals_agree(std::string_view printed, std::string_view typed) {
    const std::vector<bool> in_text = capitals(printed);
    const std::vector<bool> wanted = capitals(typed);
    for (std::size_t i = 1; i < wanted.size(); ++i)
        if (wanted[i] && (i >= in_text.size() || !in_text[i])) return false;
    return true;
}

class TextSource : public CheckSource {
public:
    TextSource(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition)
        : reader_(reader), analyzer_(analyzer), condition_(condition),
          cased_(!std::ranges::all_of(condition.words, &std::string::empty, &ExactWord::printed)) {}

private:
    bool accepts(Xapian::docid docid) override {
        const Record record = merged_record(reader_.document(docid));
        return std::ranges::any_of(condition_.fields, [&](TextField field) { return accepts_field(record, field); }) ||
               (condition_.journal && accepts_any(record.journal)) ||
               (condition_.names && (accepts_names(record.authors) || accepts_names(record.editors)));
    }

    bool accepts_field(const Record& record, TextField field) {
        if (field != TextField::keyword) return accepts_any(field == TextField::title ? record.title : record.abstract);
        return std::ranges::any_of(record.keywords, [&](const auto& keywords) {
            return std::ranges::any_of(keywords.second, [&](const std::string& text) { return accepts_text(text); });
        });
    }

    bool accepts_any(const ByLanguage<std::string>& texts) {
        return std::ranges::any_of(texts, [&](const auto& text) { return accepts_text(text.second); });
    }

    bool accepts_names(const std::vector<Author>& persons) {
        return std::ranges::any_of(persons, [&](const Author& person) {
            return accepts_text(person.name) ||
                   std::ranges::any_of(person.names, [&](const std::string& form) { return accepts_text(form); });
        });
    }

    bool accepts_text(std::string_view text) {
        analyzer_.analyze(text, tokens_);
        const std::vector<ExactWord>& words = condition_.words;
        // A single word may also be a compound written as one.
        if (words.size() > 1) std::erase_if(tokens_, [](const Token& token) { return token.kind != TokenKind::word; });
        if (cased_) index_code_points(text);
        const auto same = [&](const Token& token, const ExactWord& word) {
            if (condition_.prefix && &word == &words.back()) return token.form.starts_with(word.form);
            return token.form == word.form && (word.printed.empty() || capitals_agree(printed(text, token), word.printed));
        };
        return !std::ranges::search(tokens_, words, same).empty();
    }

    void index_code_points(std::string_view text) {
        starts_.clear();
        for (std::size_t at = 0; at < text.size(); next_code_point(text, at)) starts_.push_back(at);
        starts_.push_back(text.size());
    }

    std::string_view printed(std::string_view text, const Token& token) const {
        return text.substr(starts_[token.begin], starts_[token.end] - starts_[token.begin]);
    }

    IndexReader& reader_;
    Analyzer& analyzer_;
    TextCondition condition_;
    bool cased_; ///< Capitals count.
    std::vector<Token> tokens_;
    std::vector<std::size_t> starts_; ///< Of the code points of the present text, where capitals count.
};

class NameSource : public CheckSource {
public:
    NameSource(IndexReader& reader, Analyzer& analyzer, const SoughtName& name)
        : reader_(reader), analyzer_(analyzer), name_(name) {}

private:
    bool accepts(Xapian::docid docid) override {
        const Record record = merged_record(reader_.document(docid));
        const auto is_person = [this](const Author& author) {
            const auto agrees = [this](const std::string& form) { return name_.agrees(analyzer_, form); };
            return agrees(author.name) || std::ranges::any_of(author.names, agrees);
        };
        return std::ranges::any_of(record.authors, is_person) || std::ranges::any_of(record.editors, is_person);
    }

    IndexReader& reader_;
    Analyzer& analyzer_;
    SoughtName name_;
};

} // namespace

Xapian::Query position_check(const Xapian::Database& database, const PositionCondition& condition) {
    return Xapian::Query((new PositionSource(database, condition))->release());
}

Xapian::Query text_check(IndexReader& reader, Analyzer& analyzer, const TextCondition& condition) {
    return Xapian::Query((new TextSource(reader, analyzer, condition))->release());
}

Xapian::Query name_check(IndexReader& reader, Analyzer& analyzer, const SoughtName& name) {
    return Xapian::Query((new NameSource(reader, analyzer, name))->release());
}

} // namespace annota
