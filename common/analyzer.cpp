// SPDX-License-Identifier: GPL-2.0-or-later
//
// The stages in a row: fold_text() -> Tokenizer -> PrintedWord -> Stemmer, each in its own file; here their results
// become tokens. A printed word gives one token a piece (scripts without blanks: one a pair of letters), then its
// joined token, then the twins of pieces that could be Latin. Plain words (common/text_stretches.h) take a short cut
// from their letters to the stemmer; what lies between them goes through all stages.

#include "common/analyzer.h"

#include "common/fold.h"
#include "common/look_alike.h"
#include "common/printed_word.h"
#include "common/simple_fold.h"
#include "common/stemmer.h"
#include "common/stop_words.h"
#include "common/text_stretches.h"
#include "common/tokenizer.h"

#include <algorithm>
#include <optional>
#include <span>

namespace annota {
namespace {

using Letters = std::span<const FoldedChar>;

/// Sequences and the like are no words of a language.
constexpr std::size_t kLongestStemmed = 64;

/// A buffer that a huge text has blown up is given back (characters).
constexpr std::size_t kKeptCharacters = 1U << 20U;

/// The language of a word of Latin and Cyrillic letters, by its last one; none with digits, signs or other letters.
std::optional<StemLanguage> stem_language(Letters letters) {
    const auto is_stemmed = [](const FoldedChar& c) {
        return c.char_class == CharClass::latin || c.char_class == CharClass::cyrillic;
    };
    if (letters.empty() || letters.size() > kLongestStemmed || !std::ranges::all_of(letters, is_stemmed)) {
        return std::nullopt;
    }
    return letters.back().char_class == CharClass::latin ? StemLanguage::english : StemLanguage::russian;
}

void spell_out(Letters letters, std::string& out) {
    out.clear();
    for (const FoldedChar& c : letters) {
        append_folded(out, c);
    }
}

/// Spells a plain word as all stages would: in lower case, ё as е. False for words that are more than their letters:
/// capitals may have a twin in Latin, long ones no stem.
bool spell_plain(const TextStretch& word, std::string& out) {
    const std::string_view text = word.text;
    if (word.kind == StretchKind::mixed || text.size() > kLongestStemmed) {
        return false;
    }
    out.resize(text.size());
    if (word.kind == StretchKind::latin_word) {
        std::ranges::transform(text, out.begin(), [](char c) { return static_cast<char>(c | 0x20); });
        return true;
    }
    bool capitals = text.size() > 2;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto trail = static_cast<unsigned char>(text[i + 1]);
        const SimpleFold letter = simple_fold((lead & 0x1FU) << 6U | (trail & 0x3FU));
        capitals = capitals && letter.capital;
        out[i] = static_cast<char>(0xC0U | letter.code >> 6U);
        out[i + 1] = static_cast<char>(0x80U | (letter.code & 0x3FU));
    }
    return !capitals;
}

StemLanguage language_of_plain(StretchKind kind) {
    return kind == StretchKind::latin_word ? StemLanguage::english : StemLanguage::russian;
}

/// Past the unit (a letter and its signs) of a run that starts at `i`.
std::size_t unit_end(Letters run, std::size_t i) {
    do {
        ++i;
    } while (i < run.size() && run[i].char_class == CharClass::paired_mark);
    return i;
}

} // namespace

struct Analyzer::State {
    Stemmer stemmer;
    std::vector<FoldedChar> folded;
    std::vector<WordPart> parts;
    std::vector<FoldedChar> twin;
    PrintedWord word;

    void fold(std::string_view text) {
        if (folded.capacity() > kKeptCharacters) {
            folded = {};
        }
        fold_text(text, folded);
    }

    /// The forms of a stretch of text, with blanks between them and what `out` holds.
    void append_folded_words(std::string_view text, std::string& out) {
        fold(text);
        Tokenizer tokenizer(folded);
        while (tokenizer.next(parts)) {
            word.spell(folded, parts);
            for (const PrintedWord::Piece& piece : word.pieces()) {
                out.append(out.empty() ? "" : " ");
                for (const FoldedChar& c : word.letters(piece)) {
                    append_folded(out, c);
                }
            }
        }
    }

    void assign_term(Letters letters, Token& token) {
        const std::optional<StemLanguage> language = stem_language(letters);
        token.term = language ? stemmer.stem(token.form, *language) : std::string_view(token.form);
    }
};

/// Writes the tokens of one text over those that the vector holds, so that their strings are reused.
class Analyzer::TokenWriter {
public:
    TokenWriter(State& state, std::vector<Token>& tokens) : state_(state), tokens_(tokens) {}
    TokenWriter(const TokenWriter&) = delete;
    TokenWriter& operator=(const TokenWriter&) = delete;

    void write(const TextStretch& stretch);
    void finish() { tokens_.resize(size_); }

private:
    using Piece = PrintedWord::Piece;

    Token& next_token();
    Token& add(Letters letters, TokenKind kind);
    bool write_plain(const TextStretch& word);
    void write_word();
    void write_piece(const Piece& piece);
    void write_pairs(Letters run);
    void write_joined(std::size_t first_token);
    void write_twin(const Piece& piece, std::uint32_t position);

    State& state_;
    std::vector<Token>& tokens_;
    std::size_t size_ = 0;
    std::uint32_t position_ = 0; ///< Of the next piece or pair.
    std::uint32_t word_ = 0;     ///< Ordinal of the present word.
    std::uint32_t offset_ = 0;   ///< Code points before the present stretch.
};

void Analyzer::TokenWriter::write(const TextStretch& stretch) {
    if (write_plain(stretch)) {
        return;
    }
    offset_ = stretch.begin;
    state_.fold(stretch.text);
    Tokenizer tokenizer(state_.folded);
    while (tokenizer.next(state_.parts)) {
        state_.word.spell(state_.folded, state_.parts);
        write_word();
    }
}

/// False, and nothing written, where the stretch is not plain enough.
bool Analyzer::TokenWriter::write_plain(const TextStretch& word) {
    Token& token = next_token();
    if (!spell_plain(word, token.form)) {
        --size_;
        return false;
    }
    const bool latin = word.kind == StretchKind::latin_word;
    token.term = state_.stemmer.stem(token.form, language_of_plain(word.kind));
    token.word = word_++;
    token.position = position_;
    token.last = position_++;
    token.begin = word.begin;
    token.end = word.begin + static_cast<std::uint32_t>(latin ? word.text.size() : word.text.size() / 2);
    token.kind = TokenKind::word;
    token.stop = is_stop_word(token.form);
    return true;
}

void Analyzer::TokenWriter::write_word() {
    const std::size_t first_token = size_;
    const std::uint32_t first_position = position_;
    const std::span<const Piece> pieces = state_.word.pieces();
    for (const Piece& piece : pieces) {
        write_piece(piece);
    }
    if (!state_.word.joined().empty()) {
        write_joined(first_token);
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool initials = pieces[i].kind == PartKind::abbreviation; // А.В. would only crowd the index
        if (!initials && is_ambiguous_capitals(state_.word.letters(pieces[i]))) {
            write_twin(pieces[i], first_position + static_cast<std::uint32_t>(i));
        }
    }
    ++word_;
}

Token& Analyzer::TokenWriter::next_token() {
    if (size_ == tokens_.size()) {
        tokens_.emplace_back();
    }
    return tokens_[size_++];
}

/// A token at the next position, its term not yet set.
Token& Analyzer::TokenWriter::add(Letters letters, TokenKind kind) {
    Token& token = next_token();
    spell_out(letters, token.form);
    token.word = word_;
    token.position = position_;
    token.last = position_;
    token.begin = offset_ + letters.front().begin;
    token.end = offset_ + letters.back().end;
    token.kind = kind;
    token.stop = false;
    return token;
}

void Analyzer::TokenWriter::write_piece(const Piece& piece) {
    const Letters letters = state_.word.letters(piece);
    if (piece.kind == PartKind::run) {
        write_pairs(letters);
        return;
    }
    Token& token = add(letters, TokenKind::word);
    state_.assign_term(letters, token);
    token.stop = is_stop_word(token.form);
    ++position_;
}

void Analyzer::TokenWriter::write_pairs(Letters run) {
    std::size_t first = 0;
    std::size_t middle = unit_end(run, 0);
    do {
        const std::size_t last = middle < run.size() ? unit_end(run, middle) : middle;
        Token& token = add(run.subspan(first, last - first), TokenKind::word);
        token.term = token.form;
        ++position_;
        first = middle;
        middle = last;
    } while (middle < run.size());
}

/// The contractions among the stop words (dont) make stop words of their parts too.
void Analyzer::TokenWriter::write_joined(std::size_t first_token) {
    const Letters letters = state_.word.joined();
    Token& token = add(letters, TokenKind::joined);
    state_.assign_term(letters, token);
    token.position = tokens_[first_token].position;
    token.last = position_ - 1;
    token.begin = tokens_[first_token].begin;
    token.end = tokens_[size_ - 2].end;
    if (is_stop_word(token.form)) {
        std::for_each(tokens_.data() + first_token, tokens_.data() + size_, [](Token& t) { t.stop = true; });
    }
}

void Analyzer::TokenWriter::write_twin(const Piece& piece, std::uint32_t position) {
    const Letters letters = state_.word.letters(piece);
    std::vector<FoldedChar>& twin = state_.twin;
    twin.assign(letters.begin(), letters.end());
    apply_repair(Repair::to_latin, twin, true);
    Token& token = add(twin, TokenKind::script_free);
    spell_out(letters, token.term);
    if (is_stop_word(token.form) || is_stop_word(token.term)) {
        --size_; // ТО is no abbreviation, and nobody looks for "to"
        return;
    }
    state_.assign_term(twin, token);
    token.position = position;
    token.last = position;
}

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, std::vector<Token>& tokens) {
    TokenWriter writer(*state_, tokens);
    TextStretches stretches(text);
    for (TextStretch stretch; stretches.next(stretch);) {
        writer.write(stretch);
    }
    writer.finish();
}

std::vector<Token> Analyzer::analyze(std::string_view text) {
    std::vector<Token> tokens;
    analyze(text, tokens);
    return tokens;
}

std::string Analyzer::stem(std::string_view form) {
    state_->fold(form);
    const std::optional<StemLanguage> language = stem_language(state_->folded);
    return std::string(language ? state_->stemmer.stem(form, *language) : form);
}

std::string Analyzer::fold(std::string_view text) const {
    std::string folded;
    std::string plain;
    TextStretches stretches(text);
    for (TextStretch stretch; stretches.next(stretch);) {
        if (spell_plain(stretch, plain)) {
            folded.append(folded.empty() ? "" : " ").append(plain);
        } else {
            state_->append_folded_words(stretch.text, folded);
        }
    }
    return folded;
}

} // namespace annota
