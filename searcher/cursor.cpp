// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hex digits of: a version byte, four numbers of eight bytes each, high byte first (generation, request, offset, the
// bits of the score), a byte for the group, then the key.

#include "searcher/cursor.h"

#include <xxhash.h>

#include <bit>

namespace annota {

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNumberBytes = 8;
constexpr std::size_t kHeadBytes = 1 + 4 * kNumberBytes + 1;

void append_number(std::string& bytes, std::uint64_t number) {
    for (std::size_t i = kNumberBytes; i-- > 0;) bytes.push_back(static_cast<char>(number >> (8 * i)));
}

std::uint64_t take_number(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (const char byte : bytes.substr(0, kNumberBytes)) number = number << 8 | static_cast<unsigned char>(byte);
    bytes.remove_prefix(kNumberBytes);
    return number;
}

constexpr std::string_view kHexDigits = "0123456789abcdef";

std::string to_hex(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text.push_back(kHexDigits[value >> 4]);
        text.push_back(kHexDigits[value & 15]);
    }
    return text;
}

std::optional<std::string> from_hex(std::string_view text) {
    if (text.size() % 2 != 0 || text.find_first_not_of(kHexDigits) != std::string_view::npos) return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); at += 2)
        bytes.push_back(static_cast<char>(kHexDigits.find(text[at]) << 4 | kHexDigits.find(text[at + 1])));
    return bytes;
}

} // namespace

std::string encode_cursor(const Cursor& cursor) {
    std::string bytes(1, kVersion);
    append_number(bytes, cursor.generation);
    append_number(bytes, cursor.request);
    append_number(bytes, cursor.offset);
    append_number(bytes, std::bit_cast<std::uint64_t>(cursor.place.score));
    bytes.push_back(cursor.place.first_group ? '\1' : '\0');
    return to_hex(bytes + cursor.place.key);
}

std::optional<Cursor> decode_cursor(std::string_view text) {
    const std::optional<std::string> bytes = from_hex(text);
    if (!bytes || bytes->size() < kHeadBytes || bytes->front() != kVersion) return std::nullopt;
    std::string_view rest = std::string_view(*bytes).substr(1);
    Cursor cursor;
    cursor.generation = take_number(rest);
    cursor.request = take_number(rest);
    cursor.offset = take_number(rest);
    cursor.place.score = std::bit_cast<double>(take_number(rest));
    const char group = rest.front();
    if (group != '\0' && group != '\1') return std::nullopt;
    cursor.place.first_group = group == '\1';
    cursor.place.key = rest.substr(1);
    return cursor;
}

std::uint64_t request_hash(const SearchRequest& request) {
    SearchRequest search = request;
    const SearchRequest usual;
    search.id.clear();
    search.cursor.clear();
    search.fields.clear();
    search.limit = usual.limit;
    search.offset = usual.offset;
    search.facets = usual.facets;
    search.histogram = usual.histogram;
    search.timeout_ms = usual.timeout_ms;
    const std::string text = describe(search);
    return XXH3_64bits(text.data(), text.size());
}

} // namespace annota
