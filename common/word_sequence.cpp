// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/word_sequence.h"

#include "common/record_codec.h"

#include <xxhash.h>

#include <algorithm>
#include <bitset>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace annota {

namespace {

constexpr unsigned kSalts = 256;
constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

[[noreturn]] void damaged() {
    throw std::runtime_error("damaged words of a record in the index");
}

/// The upper bits of a product with an odd number: multiply-shift hashing, another function for each salt.
std::uint64_t code_of(std::uint64_t hash, unsigned salt, unsigned bytes) {
    if (bytes == 8) return hash;
    constexpr std::uint64_t kGoldenRatio = 0x9E3779B97F4A7C15;
    return (hash * (kGoldenRatio + 2 * std::uint64_t{salt})) >> (64 - 8 * bytes);
}

struct CodeKind {
    unsigned salt;
    unsigned bytes;
};

/// Whether no two of the hashes have the same code of two bytes.
bool short_codes_differ(const std::vector<std::uint64_t>& hashes, unsigned salt) {
    std::bitset<65536> taken;
    return std::ranges::none_of(hashes, [&](std::uint64_t hash) {
        const std::size_t code = code_of(hash, salt, 2);
        const bool again = taken[code];
        taken[code] = true;
        return again;
    });
}

bool codes_differ(const std::vector<std::uint64_t>& hashes, CodeKind kind) {
    std::vector<std::uint64_t> codes(hashes.size());
    std::ranges::transform(hashes, codes.begin(),
                           [&](std::uint64_t hash) { return code_of(hash, kind.salt, kind.bytes); });
    std::ranges::sort(codes);
    return std::ranges::adjacent_find(codes) == codes.end();
}

/// The shortest codes that tell the hashes apart.
CodeKind choose_codes(const std::vector<std::uint64_t>& hashes) {
    // More terms than that have no chance with two bytes: it falls with the square of their number.
    for (unsigned salt = 0; salt < (hashes.size() > 900 ? 0 : kSalts); ++salt)
        if (short_codes_differ(hashes, salt)) return {salt, 2};
    for (unsigned salt = 0; salt < kSalts; ++salt)
        if (codes_differ(hashes, {salt, 4})) return {salt, 4};
    return {0, 8};
}

void append_code(std::string& out, std::uint64_t hash, CodeKind kind) {
    const std::uint64_t code = code_of(hash, kind.salt, kind.bytes);
    for (unsigned i = 0; i < kind.bytes; ++i) out += static_cast<char>(code >> (8 * i));
}

template <class T> void sort_once(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

void append_positions(std::string& out, std::vector<PlacedTerm>& terms, CodeKind kind) {
    sort_once(terms);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> runs; // first position, length
    std::string codes;
    std::string extras;
    std::uint32_t last_extra = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const auto [position, hash] = terms[i];
        if (i > 0 && position == terms[i - 1].position) {
            append_varint(extras, position - last_extra);
            append_code(extras, hash, kind);
            last_extra = position;
            continue;
        }
        if (runs.empty() || position != runs.back().first + runs.back().second) runs.emplace_back(position, 0);
        ++runs.back().second;
        append_code(codes, hash, kind);
    }
    append_varint(out, runs.size());
    std::uint32_t behind = 0;
    for (const auto& [first, length] : runs) {
        append_varint(out, first - behind);
        append_varint(out, length);
        behind = first + length;
    }
    out += codes;
    append_string(out, extras);
}

void append_forms(std::string& out, const std::vector<TermForm>& forms, CodeKind kind) {
    std::vector<std::pair<std::uint64_t, std::string_view>> sorted; // views are cheaper to move about
    sorted.reserve(forms.size());
    for (const TermForm& form : forms) sorted.emplace_back(form.hash, form.change);
    sort_once(sorted);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto& [hash, change] = sorted[i];
        const bool alone =
            (i == 0 || sorted[i - 1].first != hash) && (i + 1 == sorted.size() || sorted[i + 1].first != hash);
        if (alone && change.empty()) continue;
        append_code(out, hash, kind);
        append_string(out, change);
    }
}

template <class Code> Code code_at(std::string_view codes, std::size_t i) {
    Code code = 0;
    std::memcpy(&code, codes.data() + i * sizeof code, sizeof code);
    return code;
}

/// What is left of the term; takes its size off the change, so that what follows it is left there.
std::string_view kept_of(std::string_view term, std::string_view& change) {
    const std::uint64_t lost = change.empty() ? 0 : take_varint(change);
    return term.substr(0, term.size() - std::min<std::uint64_t>(lost, term.size()));
}

} // namespace

std::uint64_t word_hash(std::string_view term) {
    return XXH3_64bits(term.data(), term.size());
}

TermForm word_form(std::string_view term, std::string_view form) {
    TermForm made{word_hash(term), {}};
    if (term == form) return made;
    const auto [end_in_term, end_in_form] = std::ranges::mismatch(term, form);
    append_varint(made.change, static_cast<std::uint64_t>(term.end() - end_in_term));
    made.change.append(end_in_form, form.end());
    return made;
}

std::string encode_words(DocumentWords&& words) {
    auto& [terms, placed, forms] = words;
    if (terms.empty()) return {};
    const CodeKind kind = choose_codes(terms);
    std::string encoded{static_cast<char>(kind.salt), static_cast<char>(kind.bytes)};
    append_positions(encoded, placed, kind);
    append_forms(encoded, forms, kind);
    return encoded;
}

WordSequence::WordSequence(std::string_view encoded) {
    if (encoded.empty()) return;
    if (encoded.size() < 3) damaged();
    salt_ = static_cast<unsigned char>(encoded[0]);
    code_bytes_ = static_cast<unsigned char>(encoded[1]);
    if (code_bytes_ != 2 && code_bytes_ != 4 && code_bytes_ != 8) damaged();
    encoded.remove_prefix(2);
    std::uint64_t left = take_varint(encoded);
    std::uint64_t next = 0;
    std::uint64_t words = 0;
    for (; left > 0; --left) {
        const std::uint64_t first = next + take_varint(encoded);
        const std::uint64_t length = take_varint(encoded);
        next = first + length;
        words += length;
        if (next > UINT32_MAX || words > encoded.size()) damaged();
        runs_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(length)});
    }
    if (words * code_bytes_ > encoded.size()) damaged();
    codes_ = encoded.substr(0, words * code_bytes_);
    encoded.remove_prefix(codes_.size());
    extras_ = take_string(encoded);
    forms_ = encoded;
}

template <class Code> void WordSequence::find_codes(Code code, std::vector<std::uint32_t>& positions) const {
    std::size_t at = 0;
    for (const Run& run : runs_) {
        for (std::uint32_t i = 0; i < run.length; ++i)
            if (code_at<Code>(codes_, at + i) == code) positions.push_back(run.first + i);
        at += run.length;
    }
    if (extras_.empty()) return;
    std::string_view extras = extras_;
    const std::size_t in_runs = positions.size();
    for (std::uint32_t position = 0; !extras.empty();) {
        position += static_cast<std::uint32_t>(take_varint(extras));
        if (extras.size() < sizeof code) damaged();
        if (code_at<Code>(extras, 0) == code) positions.push_back(position);
        extras.remove_prefix(sizeof code);
    }
    std::ranges::inplace_merge(positions, positions.begin() + static_cast<std::ptrdiff_t>(in_runs));
}

void WordSequence::find(std::uint64_t hash, std::vector<std::uint32_t>& positions) const {
    positions.clear();
    const std::uint64_t code = code_of(hash, salt_, code_bytes_);
    switch (code_bytes_) {
    case 2: find_codes(static_cast<std::uint16_t>(code), positions); break;
    case 4: find_codes(static_cast<std::uint32_t>(code), positions); break;
    default: find_codes(code, positions);
    }
}

/// Calls `use` with each change that stands under the term; it returns false to stop.
template <class Use> void WordSequence::for_each_change(std::uint64_t hash, Use use) const {
    std::string code;
    append_code(code, hash, {salt_, code_bytes_});
    for (std::string_view forms = forms_; !forms.empty();) {
        if (forms.size() < code_bytes_) damaged();
        const bool asked = forms.starts_with(code);
        forms.remove_prefix(code_bytes_);
        const std::string_view change = take_string(forms);
        if (asked && !use(change)) return;
    }
}

std::vector<std::string> WordSequence::forms(std::string_view term, std::uint64_t hash) const {
    std::vector<std::string> forms;
    for_each_change(hash, [&](std::string_view change) {
        forms.push_back(std::string(kept_of(term, change)).append(change));
        return true;
    });
    return forms;
}

bool WordSequence::has_form(const TermForm& form) const {
    bool has_others = false;
    bool found = false;
    for_each_change(form.hash, [&](std::string_view change) {
        has_others = true;
        found = change == form.change;
        return !found;
    });
    return found || (!has_others && form.change.empty());
}

bool WordSequence::has_form_with_prefix(std::string_view term, std::uint64_t hash, std::string_view start) const {
    bool has_others = false;
    bool found = false;
    for_each_change(hash, [&](std::string_view change) {
        has_others = true;
        const std::string_view kept = kept_of(term, change);
        found = kept.size() >= start.size() ? kept.starts_with(start)
                                            : start.starts_with(kept) && change.starts_with(start.substr(kept.size()));
        return !found;
    });
    return found || (!has_others && term.starts_with(start));
}

WordGroupFinder::WordGroupFinder(WordGroup group) : group_(std::move(group)), positions_(group_.hashes.size()) {}

bool WordGroupFinder::stands_in(const WordSequence& words, const std::vector<PositionBounds>& bounds) {
    for (std::size_t i = 0; i < positions_.size(); ++i) {
        words.find(group_.hashes[i], positions_[i]);
        if (positions_[i].empty()) return false;
    }
    const auto within = [&](std::uint32_t position) {
        return bounds.empty() || std::ranges::any_of(bounds, [&](const PositionBounds& one) {
                   return position >= one.begin && position < one.end;
               });
    };
    if (group_.ordered)
        return std::ranges::any_of(positions_.front(),
                                   [&](std::uint32_t first) { return within(first) && follows(first); });
    return std::ranges::any_of(positions_, [&](const std::vector<std::uint32_t>& starts) {
        return std::ranges::any_of(starts, [&](std::uint32_t first) { return within(first) && surrounds(first); });
    });
}

/// Whether the further words follow one at `first`. The nearest next one is always the best.
bool WordGroupFinder::follows(std::uint32_t first) const {
    std::uint32_t last = first;
    for (std::size_t i = 1; i < positions_.size(); ++i) {
        const auto next = std::ranges::upper_bound(positions_[i], last);
        if (next == positions_[i].end() || *next - first >= group_.window) return false;
        last = *next;
    }
    return true;
}

/// Whether each word can have a position of its own within the window that begins at `first`: a matching of words and
/// positions, grown by augmenting paths.
bool WordGroupFinder::surrounds(std::uint32_t first) {
    word_at_.assign(group_.window, kNoWord);
    std::vector<char> asked;
    for (std::size_t word = 0; word < positions_.size(); ++word) {
        asked.assign(group_.window, 0);
        if (!place(word, first, asked)) return false;
    }
    return true;
}

bool WordGroupFinder::place(std::size_t word, std::uint32_t first, std::vector<char>& asked) {
    const std::vector<std::uint32_t>& positions = positions_[word];
    for (auto at = std::ranges::lower_bound(positions, first); at != positions.end() && *at - first < group_.window;
         ++at) {
        const std::uint32_t offset = *at - first;
        if (std::exchange(asked[offset], 1) != 0) continue;
        if (word_at_[offset] != kNoWord && !place(word_at_[offset], first, asked)) continue;
        word_at_[offset] = word;
        return true;
    }
    return false;
}

} // namespace annota
