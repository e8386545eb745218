// SPDX-License-Identifier: GPL-2.0-or-later
//
// Lays out a column file (column_format.h), piece by piece, so that no file stands in memory.

#pragma once

#include "common/byte_sink.h"
#include "common/column_format.h"
#include "common/columns.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace annota {

class ColumnWriter {
public:
    explicit ColumnWriter(ByteSink sink);
    ~ColumnWriter();
    ColumnWriter(const ColumnWriter&) = delete;
    ColumnWriter& operator=(const ColumnWriter&) = delete;

    /// Parts come in the order of columns, that of persons behind them, and their sections in the order of the format.
    void begin_part();
    void end_part();

    /// A section of `count` words, which put() then gives one by one.
    void begin_words(std::size_t count) { put(static_cast<std::uint32_t>(count)); }
    void put(std::uint32_t word);

    void words(std::span<const std::uint32_t> words);

    /// A part of another file as it stands there.
    void copy_part(std::span<const std::uint32_t> words);

    /// A number of two words.
    void put_mark(std::uint64_t mark) {
        put(static_cast<std::uint32_t>(mark));
        put(static_cast<std::uint32_t>(mark >> 32));
    }

    /// Both sections of a string table; `at(i)` is string i.
    template <class At> void strings(std::size_t count, At at) {
        begin_words(count);
        std::uint32_t end = 0;
        for (std::size_t i = 0; i < count; ++i) put(end += static_cast<std::uint32_t>(at(i).size()));
        put(end);
        for (std::size_t i = 0; i < count; ++i) append(at(i));
        pad();
    }

    /// Of a whole file, or of the changes since the generation `base`.
    void finish(const IndexState& state, std::uint32_t doc_limit);
    void finish_changes(const IndexState& state, std::uint32_t doc_limit, std::uint64_t base);

private:
    struct Hash;

    void append(std::string_view bytes);
    void pad();
    void flush();

    ByteSink sink_;
    ColumnFileFooter footer_;
    std::size_t part_ = 0;
    std::uint64_t part_bytes_ = 0;
    std::string waiting_;
    std::unique_ptr<Hash> hash_;
};

} // namespace annota
