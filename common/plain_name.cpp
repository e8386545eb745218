// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/plain_name.h"

#include "common/organisation.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace annota {
namespace {

enum class LetterCase : std::uint8_t { none, capital, small };

/// Takes letters of one script off the front of a text.
class LetterReader {
public:
    explicit LetterReader(std::string_view text)
        : rest_(text), bytes_(!text.empty() && static_cast<unsigned char>(text[0]) < 0x80 ? 1 : 2) {}

    bool at_end() const { return rest_.empty(); }

    bool take(char c) {
        const bool found = rest_.starts_with(c);
        if (found) rest_.remove_prefix(1);
        return found;
    }

    /// "И." with its full stop; empty where there is none.
    std::string_view take_initial() {
        const std::size_t size = bytes_ + 1;
        if (case_at(0) != LetterCase::capital || rest_.size() < size || rest_[bytes_] != '.') return {};
        return take_bytes(size);
    }

    /// A capital and at least one small letter; empty where there is none.
    std::string_view take_word() {
        if (case_at(0) != LetterCase::capital) return {};
        std::size_t size = bytes_;
        while (case_at(size) == LetterCase::small) size += bytes_;
        return size > bytes_ ? take_bytes(size) : std::string_view();
    }

private:
    LetterCase case_at(std::size_t at) const {
        if (at + bytes_ > rest_.size()) return LetterCase::none;
        const auto first = static_cast<unsigned char>(rest_[at]);
        if (bytes_ == 1) {
            return first >= 'A' && first <= 'Z'   ? LetterCase::capital
                   : first >= 'a' && first <= 'z' ? LetterCase::small
                                                  : LetterCase::none;
        }
        // А..Я are D0 90..AF, а..п D0 B0..BF, р..я D1 80..8F, Ё D0 81, ё D1 91.
        const auto second = static_cast<unsigned char>(rest_[at + 1]);
        if (first == 0xD0 && ((second >= 0x90 && second < 0xB0) || second == 0x81)) return LetterCase::capital;
        const bool small = (first == 0xD0 && second >= 0xB0 && second <= 0xBF) ||
                           (first == 0xD1 && ((second >= 0x80 && second <= 0x8F) || second == 0x91));
        return small ? LetterCase::small : LetterCase::none;
    }

    std::string_view take_bytes(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    std::string_view rest_;
    std::size_t bytes_; ///< Of a letter.
};

} // namespace

std::optional<std::vector<NameWord>> read_plain_name(std::string_view printed) {
    LetterReader reader(printed);
    std::vector<NameWord> words;
    for (bool open = true; open;) {
        const std::string_view initial = reader.take_initial();
        std::string word(initial.empty() ? reader.take_word() : initial);
        if (word.empty() || (initial.empty() && (!is_ordinary_word(word) || is_word_of_body(word))))
            return std::nullopt;
        words.push_back({std::move(word), initial.empty() ? NameWordKind::word : NameWordKind::initial, false});
        const bool blank = reader.take(' ');
        if (!blank && initial.empty() && !reader.at_end()) return std::nullopt;
        open = blank || !reader.at_end();
    }
    return words;
}

} // namespace annota
