// SPDX-License-Identifier: GPL-2.0-or-later
//
// Similarity after Jaro (1989) and Winkler (1990): shared letters at about the same place, minus those out of order,
// with a bonus for a common beginning. It favours "format" for "foo", which an edit distance would send to any short
// word.

#include "common/word_list.h"

#include <algorithm>

namespace annota {
namespace {

/// For each byte of `a` whether `b` has a partner for it within `reach` places; each byte is a partner once.
struct Pairing {
    std::string of_a; ///< The paired bytes of `a`, in order.
    std::string of_b; ///< Their partners in the order of `b`.
};

Pairing pair_bytes(std::string_view a, std::string_view b, std::size_t reach) {
    Pairing pairing;
    std::vector<bool> taken(b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t end = std::min(b.size(), i + reach + 1);
        for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
            if (taken[j] || a[i] != b[j]) continue;
            taken[j] = true;
            pairing.of_a.push_back(a[i]);
            break;
        }
    }
    for (std::size_t j = 0; j < b.size(); ++j) {
        if (taken[j]) pairing.of_b.push_back(b[j]);
    }
    return pairing;
}

double jaro_similarity(std::string_view a, std::string_view b) {
    const std::size_t longer = std::max(a.size(), b.size());
    const Pairing pairing = pair_bytes(a, b, longer / 2 > 0 ? longer / 2 - 1 : 0);
    if (pairing.of_a.empty()) return 0;
    std::size_t displaced = 0;
    for (std::size_t i = 0; i < pairing.of_a.size(); ++i) {
        if (pairing.of_a[i] != pairing.of_b[i]) ++displaced;
    }
    const auto paired = static_cast<double>(pairing.of_a.size());
    const double in_order = (paired - static_cast<double>(displaced) / 2) / paired;
    return (paired / static_cast<double>(a.size()) + paired / static_cast<double>(b.size()) + in_order) / 3;
}

} // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string enumerate(const std::vector<std::string_view>& words, std::string_view conjunction) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i + 1 < words.size()) out += ", ";
        if (i > 0 && i + 1 == words.size()) out.append(" ").append(conjunction).append(" ");
        out += words[i];
    }
    return out;
}

double word_similarity(std::string_view a, std::string_view b) {
    constexpr std::size_t kLongestBonus = 4; // bytes, and 0.1 a byte: Winkler's figures
    const double jaro = jaro_similarity(a, b);
    std::size_t common = 0;
    while (common < kLongestBonus && common < a.size() && common < b.size() && a[common] == b[common]) {
        ++common;
    }
    return jaro + static_cast<double>(common) * 0.1 * (1 - jaro);
}

std::optional<std::string_view> nearest_word(std::string_view typed, const std::vector<std::string_view>& words) {
    std::optional<std::string_view> nearest;
    double best = kMeantSimilarity;
    for (const std::string_view word : words) {
        // Few letters are among those of any long word.
        if (word.size() > 2 * typed.size() + 1 && !word.starts_with(typed)) continue;
        const double similarity = word_similarity(typed, word);
        if (similarity > best || (!nearest && similarity >= best)) {
            best = similarity;
            nearest = word;
        }
    }
    return nearest;
}

} // namespace annota
