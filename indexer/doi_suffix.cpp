// SPDX-License-Identifier: GPL-2.0-or-later
//
// The suffix is cut at its hyphens and full stops into exactly seven runs of digits (the ISSN has two), each then
// checked.

#include "indexer/doi_suffix.h"

#include "common/identifiers.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace annota {
namespace {

/// The pieces between hyphens and full stops; empty where one is no run of digits (the ISSN's second half may end in
/// X).
std::vector<std::string_view> number_pieces(std::string_view suffix) {
    constexpr std::size_t kPieces = 7;
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at <= suffix.size();) {
        const std::size_t end = std::min(suffix.find_first_of("-.", at), suffix.size());
        const std::string_view piece = suffix.substr(at, end - at);
        const std::string_view digits = pieces.size() == 1 && (piece.ends_with('X') || piece.ends_with('x'))
                                            ? piece.substr(0, piece.size() - 1)
                                            : piece;
        if (digits.empty() || digits.size() > 6 || digits.find_first_not_of("0123456789") != std::string_view::npos)
            return {};
        pieces.push_back(piece);
        if (pieces.size() > kPieces) return {};
        at = end + 1;
    }
    if (pieces.size() != kPieces) pieces.clear();
    return pieces;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace

std::optional<DoiSuffix> read_doi_suffix(std::string_view doi) {
    const std::size_t slash = doi.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::vector<std::string_view> pieces = number_pieces(doi.substr(slash + 1));
    if (pieces.empty() || pieces[0].size() != 4 || pieces[1].size() != 4 || pieces[2].size() != 4) return std::nullopt;
    const auto issn = normalise_issn(std::string(pieces[0]) + '-' + std::string(pieces[1]));
    const auto year = parse_year(pieces[2], current_year());
    if (!issn || !year || number(pieces[5]) > number(pieces[6])) return std::nullopt;
    return DoiSuffix{*issn, *year, std::string(pieces[3]), std::string(pieces[4]),
                     std::string(pieces[5]) + '-' + std::string(pieces[6])};
}

} // namespace annota
