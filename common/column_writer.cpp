// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/column_writer.h"

#include <xxhash.h>

#include <limits>
#include <new>
#include <stdexcept>
#include <utility>

namespace annota {

namespace {

constexpr std::size_t kFlushBytes = std::size_t{1} << 16;

template <class T> std::string_view bytes_of(const T& object) {
    return {reinterpret_cast<const char*>(&object), sizeof object};
}

} // namespace

struct ColumnWriter::Hash {
    Hash() : state(XXH3_createState()) {
        if (state == nullptr) throw std::bad_alloc();
    }
    ~Hash() { XXH3_freeState(state); }
    Hash(const Hash&) = delete;
    Hash& operator=(const Hash&) = delete;

    XXH3_state_t* state;
};

ColumnWriter::ColumnWriter(ByteSink sink) : sink_(std::move(sink)), hash_(std::make_unique<Hash>()) {}

ColumnWriter::~ColumnWriter() = default;

void ColumnWriter::begin_part() {
    part_bytes_ = 0;
    XXH3_64bits_reset(hash_->state);
}

void ColumnWriter::end_part() {
    flush();
    if (part_bytes_ / sizeof(std::uint32_t) > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("the facet values of the index are too many");
    footer_.parts[part_].words = static_cast<std::uint32_t>(part_bytes_ / sizeof(std::uint32_t));
    footer_.parts[part_].checksum = WordPair(XXH3_64bits_digest(hash_->state));
    ++part_;
}

void ColumnWriter::put(std::uint32_t word) {
    append(bytes_of(word));
}

void ColumnWriter::append(std::string_view bytes) {
    waiting_ += bytes;
    if (waiting_.size() >= kFlushBytes) flush();
}

void ColumnWriter::pad() {
    while ((part_bytes_ + waiting_.size()) % sizeof(std::uint32_t) != 0) waiting_ += '\0';
}

void ColumnWriter::words(std::span<const std::uint32_t> words) {
    begin_words(words.size());
    append({reinterpret_cast<const char*>(words.data()), words.size_bytes()});
}

void ColumnWriter::copy_part(std::span<const std::uint32_t> words) {
    begin_part();
    for (const std::uint32_t word : words) put(word);
    end_part();
}

void ColumnWriter::flush() {
    XXH3_64bits_update(hash_->state, waiting_.data(), waiting_.size());
    sink_(waiting_);
    part_bytes_ += waiting_.size();
    waiting_.clear();
}

void ColumnWriter::finish(const IndexState& state, std::uint32_t doc_limit) {
    footer_.build = state.build;
    footer_.generation = WordPair(state.generation);
    footer_.doc_limit = doc_limit;
    footer_.checksum = WordPair(XXH3_64bits(&footer_, offsetof(ColumnFileFooter, checksum)));
    sink_(bytes_of(footer_));
}

void ColumnWriter::finish_changes(const IndexState& state, std::uint32_t doc_limit, std::uint64_t base) {
    footer_.changes = 1;
    footer_.base = WordPair(base);
    finish(state, doc_limit);
}

} // namespace annota
