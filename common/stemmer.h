// SPDX-License-Identifier: GPL-2.0-or-later
//
// Fourth stage of the analysis: Snowball's stems of folded words, with a cache in front.

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer; // of libstemmer

namespace annota {

enum class StemLanguage : std::uint8_t { russian, english };

/// Not thread-safe: one a thread.
class Stemmer {
public:
    Stemmer();
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// `form`: lower case, ё as е. What Snowball would cut to a single letter is its own stem: ИИ (artificial
    /// intelligence) is not и (and). The view lives until the next call, no longer than `form`. Throws
    /// std::runtime_error where libstemmer lacks the language.
    std::string_view stem(std::string_view form, StemLanguage language);

private:
    struct Slot;
    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };
    using Snowball = std::unique_ptr<sb_stemmer, Delete>;

    Slot* find_slot(std::string_view form);
    std::string_view ask_snowball(std::string_view form, StemLanguage language);

    std::array<Snowball, 2> snowballs_; ///< By language, made when first asked.
    std::vector<Slot> cache_;           ///< Empty for the first words.
    unsigned asked_ = 0;                ///< Words stemmed before there is a cache.
};

/// With this much of it every word of a stem begins: all but an ending that English stems change (policy = polici,
/// hoping = hope, capability = capabl, dying = die, skies = sky). Russian stems are cut from their words.
std::string_view sure_beginning(std::string_view stem);

/// The stems that can have just this sure beginning.
std::vector<std::string> stems_with_sure_beginning(std::string_view beginning);

} // namespace annota
