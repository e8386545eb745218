// SPDX-License-Identifier: GPL-2.0-or-later
//
// Function words are weighted by rank, then roots in the order of their making; a root's weight is shared out among its
// forms. The first root begins at rank 8, so that its most frequent forms (three tenths of it) follow the thirty
// function words without a step. The first word has 5 % of a text then and the function words have a quarter of it,
// somewhat less than in Russian and English prose.

#include "corpus/word_list.h"

#include "corpus/syllables.h"

#include <cassert>
#include <numeric>
#include <unordered_set>
#include <utility>

namespace annota::corpus {
namespace {

constexpr std::uint64_t kOffset = 2;
constexpr std::uint64_t kFirstRootRank = 8;

// Frequent words are short (Zipf's law of abbreviation).
std::uint32_t count_syllables(Random& random, std::uint64_t rank) {
    return rank < 3'000 ? 2U : random.between(2, 4);
}

std::string make_root(Random& random, const Phonology& sounds, std::uint32_t syllables) {
    std::string root;
    for (std::uint32_t i = 0; i < syllables; ++i) {
        root += random.pick(sounds.onsets);
        root += random.pick(sounds.vowels);
    }
    root += random.pick(sounds.finals);
    return root;
}

} // namespace

struct WordList::Draft {
    std::string text;
    std::vector<std::uint32_t> ends;
    std::vector<std::uint64_t> weights;

    void add(std::string_view root, std::string_view ending, std::uint64_t weight) {
        text += root;
        text += ending;
        ends.push_back(static_cast<std::uint32_t>(text.size()));
        weights.push_back(weight);
    }

    void add_paradigm(std::string_view root, Paradigm endings, std::uint64_t weight) {
        const std::uint32_t shares = std::accumulate(endings.begin(), endings.end(), 0U,
                                                     [](std::uint32_t sum, const Ending& e) { return sum + e.share; });
        assert(shares > 0);
        for (const Ending& ending : endings) {
            add(root, ending.text, weight * ending.share / shares);
        }
    }
};

WordList::Draft WordList::make_draft(Language language, std::uint64_t seed) {
    const Phonology& sounds = phonology(language);
    Random random(seed, language == Language::russian ? 'r' : 'e', 0);
    Draft draft;
    std::uint64_t rank = 0;
    for (const std::string_view word : sounds.function_words) {
        draft.add(word, "", zipf_weight(rank++, kOffset));
    }
    rank = kFirstRootRank;
    std::unordered_set<std::string> roots;
    while (draft.ends.size() < kWordListSize) {
        std::string root = make_root(random, sounds, count_syllables(random, rank));
        const auto [place, is_new] = roots.insert(std::move(root));
        if (is_new) {
            draft.add_paradigm(*place, random.pick(sounds.paradigms), zipf_weight(rank++, kOffset));
        }
    }
    return draft;
}

WordList::WordList(Language language, std::uint64_t seed) : WordList(language, make_draft(language, seed)) {}

WordList::WordList(Language language, Draft&& draft)
    : language_(language), function_words_(phonology(language).function_words.size()), text_(std::move(draft.text)),
      ends_(std::move(draft.ends)), frequencies_(draft.weights) {}

std::string_view WordList::word(std::size_t index) const {
    assert(index < ends_.size());
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(begin, ends_[index] - begin);
}

std::string_view WordList::draw_content(Random& random) const {
    for (;;) {
        const std::uint32_t index = frequencies_.draw(random);
        if (index >= function_words_) {
            return word(index);
        }
    }
}

void append_capitalised(std::string& out, std::string_view word) {
    const std::size_t at = out.size();
    out += word;
    const auto byte = [&out](std::size_t i) { return static_cast<unsigned char>(out[i]); };
    if (word.empty()) {
        return;
    }
    if (byte(at) >= 'a' && byte(at) <= 'z') {
        out[at] = static_cast<char>(byte(at) - 0x20U);
    } else if (byte(at) == 0xD0U && byte(at + 1) >= 0xB0U) { // а .. п
        out[at + 1] = static_cast<char>(byte(at + 1) - 0x20U);
    } else if (byte(at) == 0xD1U) { // р .. я, ё
        out[at + 1] = static_cast<char>(byte(at + 1) == 0x91U ? 0x81U : byte(at + 1) + 0x20U);
        out[at] = static_cast<char>(0xD0U);
    }
}

} // namespace annota::corpus
