// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which documents of a bulk load have an identifier, by its hash: 12 bytes a slot instead of a look-up on disk.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace annota {

/// Several documents may have one identifier, and two identifiers one hash: who asks compares the identifiers.
class IdTable {
public:
    void insert(std::string_view id, std::uint32_t docid);
    /// Does nothing where it is not there.
    void erase(std::string_view id, std::uint32_t docid);

    /// Docids under the identifier's hash, in no order.
    std::vector<std::uint32_t> find(std::string_view id) const;

private:
    static constexpr std::uint32_t kFree = 0;
    static constexpr std::uint32_t kErased = static_cast<std::uint32_t>(-1);

    void grow();
    std::size_t mask() const { return docids_.size() - 1; }

    // Two arrays, as a struct of both would be padded to 16 bytes.
    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint32_t> docids_; ///< Or kFree, kErased. Their number is a power of two.
    std::size_t used_ = 0;              ///< Slots that are not free.
};

} // namespace annota
