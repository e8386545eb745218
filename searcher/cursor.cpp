// SPDX-License-Identifier: GPL-2.0-or-later
//
// Hex digits of: a version byte, three numbers of eight bytes each, high byte first (generation, request, offset), then
// the key.

#include "searcher/cursor.h"

#include <xxhash.h>

namespace annota {

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kNumberBytes = 8;
constexpr std::size_t kHeadBytes = 1 + 3 * kNumberBytes;

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
    return to_hex(bytes + cursor.key);
}

std::optional<Cursor> decode_cursor(std::string_view text) {
    const std::optional<std::string> bytes = from_hex(text);
    if (!bytes || bytes->size() < kHeadBytes || bytes->front() != kVersion) return std::nullopt;
    std::string_view rest = std::string_view(*bytes).substr(1);
    Cursor cursor;
    cursor.generation = take_number(rest);
    cursor.request = take_number(rest);
    cursor.offset = take_number(rest);
    cursor.key = rest;
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
    search.explain = usual.explain;
    const std::string text = describe(search);
    return XXH3_64bits(text.data(), text.size());
}

} // namespace annota
