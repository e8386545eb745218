// SPDX-License-Identifier: GPL-2.0-or-later
//
// File format, all numbers 32 bits in the machine's order (the magic tells another one): header (magic, version, build,
// generation low and high, doc limit, column count, body words, checksum low and high), then a section with two words a
// document, the mark of its record, then for each column seven
// sections, each its number of words or bytes and then its contents padded to whole words: first, values, key_of,
// by_key, ends and bytes of the printed values, ends and bytes of the keys. The checksum is XXH3-64 of the body.

#include "common/columns.h"
#include "common/column_format.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace annota {

namespace {

/// Walks through a mapped file without reading past its end.
class Cursor {
public:
    Cursor(const std::uint32_t* words, std::size_t count) : at_(words), left_(count) {}

    bool take(std::span<const std::uint32_t>& out) {
        if (left_ == 0) return false;
        const std::size_t count = *at_;
        if (left_ - 1 < count) return false;
        out = {at_ + 1, count};
        skip(1 + count);
        return true;
    }

    bool take(StringTable& out) {
        std::span<const std::uint32_t> ends;
        if (!take(ends) || left_ == 0) return false;
        const std::size_t bytes = *at_;
        const std::size_t words = (bytes + 3) / 4;
        if (left_ - 1 < words || !std::ranges::is_sorted(ends) || (!ends.empty() && ends.back() > bytes)) return false;
        out = StringTable(ends, {reinterpret_cast<const char*>(at_ + 1), bytes});
        skip(1 + words);
        return true;
    }

private:
    void skip(std::size_t words) {
        at_ += words;
        left_ -= words;
    }

    const std::uint32_t* at_;
    std::size_t left_;
};

} // namespace

std::optional<std::uint32_t> Column::find_key(std::string_view key) const {
    const auto found =
        std::ranges::lower_bound(by_key, key, {}, [this](std::uint32_t ordinal) { return keys[ordinal]; });
    if (found == by_key.end() || keys[*found] != key) return std::nullopt;
    return *found;
}

std::string columns_file_name(std::uint64_t generation) {
    return "columns-" + std::to_string(generation);
}

std::shared_ptr<const Columns> Columns::open(const std::filesystem::path& path, const IndexState& state) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return nullptr;
    struct stat status {};
    void* mapped = MAP_FAILED;
    const bool usable = ::fstat(file, &status) == 0 && status.st_size > 0;
    const std::size_t bytes = usable ? static_cast<std::size_t>(status.st_size) : 0;
    if (usable) mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED) return nullptr;
    const std::shared_ptr<Columns> columns(new Columns);
    columns->mapped_ = mapped;
    columns->mapped_bytes_ = bytes;
    if (!columns->parse({static_cast<const char*>(mapped), bytes}, &state)) return nullptr;
    return columns;
}

std::shared_ptr<const Columns> Columns::from_bytes(std::string bytes) {
    const std::shared_ptr<Columns> columns(new Columns);
    columns->owned_ = std::move(bytes);
    return columns->parse(columns->owned_, nullptr) ? columns : nullptr;
}

Columns::~Columns() {
    if (mapped_ != nullptr) ::munmap(mapped_, mapped_bytes_);
}

bool Columns::parse(std::string_view bytes, const IndexState* state) {
    ColumnFileHeader header{};
    if (bytes.size() < sizeof header) return false;
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::string_view body = bytes.substr(sizeof header);
    if (header.magic != kColumnMagic || header.version != kColumnVersion || header.facets != kColumnCount) return false;
    if (body.size() != std::size_t{header.body_words} * sizeof(std::uint32_t)) return false;
    if (state != nullptr && (header.build != state->build || header.generation() != state->generation)) return false;
    // What the checksum covers is as ColumnBuilder wrote it, so that ordinals need no checks of their own.
    if (header.checksum() != XXH3_64bits(body.data(), body.size())) return false;
    Cursor cursor(reinterpret_cast<const std::uint32_t*>(body.data()), header.body_words);
    if (!cursor.take(records_) || records_.size() != 2 * std::size_t{header.doc_limit}) return false;
    for (Column& column : columns_) {
        if (!cursor.take(column.first) || !cursor.take(column.values) || !cursor.take(column.key_of) ||
            !cursor.take(column.by_key) || !cursor.take(column.printed) || !cursor.take(column.keys))
            return false;
        if (column.first.size() != std::size_t{header.doc_limit} + 1 || column.key_of.size() != column.printed.size() ||
            column.by_key.size() != column.keys.size())
            return false;
    }
    doc_limit_ = header.doc_limit;
    return true;
}

} // namespace annota
