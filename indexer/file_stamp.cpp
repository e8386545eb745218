// SPDX-License-Identifier: GPL-2.0-or-later
//
// A stamp as bytes: path, size, hash, reading, number of records, whether it is whole, the sources; numbers as varints,
// strings behind their length.

#include "indexer/file_stamp.h"

#include "common/record_codec.h"
#include "common/schema.h"

#include <sys/stat.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <new>
#include <stdexcept>

namespace annota {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 20;

XXH3_state_t* hash_state(void* state) {
    return static_cast<XXH3_state_t*>(state);
}

} // namespace

std::string stamp_key(std::string_view path) {
    return make_term(kFileStampPrefix, path);
}

std::string encode_stamp(const FileStamp& stamp) {
    std::string value;
    append_string(value, stamp.path);
    append_varint(value, stamp.bytes);
    append_string(value, std::string(stamp.hash.begin(), stamp.hash.end()));
    append_string(value, stamp.reading);
    append_varint(value, stamp.records);
    append_varint(value, stamp.whole ? 1 : 0);
    for (const std::string& source : stamp.sources) append_string(value, source);
    return value;
}

std::optional<FileStamp> decode_stamp(std::string_view value) {
    try {
        FileStamp stamp;
        stamp.path = take_string(value);
        stamp.bytes = take_varint(value);
        const std::string_view hash = take_string(value);
        if (hash.size() != stamp.hash.size()) return std::nullopt;
        std::copy(hash.begin(), hash.end(), stamp.hash.begin());
        stamp.reading = take_string(value);
        stamp.records = take_varint(value);
        stamp.whole = take_varint(value) != 0;
        while (!value.empty()) stamp.sources.emplace_back(take_string(value));
        return stamp;
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

FileHasher::FileHasher() : state_(XXH3_createState()) {
    if (state_ == nullptr) throw std::bad_alloc();
    XXH3_128bits_reset(hash_state(state_));
}

FileHasher::~FileHasher() {
    XXH3_freeState(hash_state(state_));
}

void FileHasher::add(std::string_view block) {
    XXH3_128bits_update(hash_state(state_), block.data(), block.size());
    bytes_ += block.size();
}

FileHash FileHasher::hash() const {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(hash_state(state_)));
    FileHash bytes{};
    std::copy_n(std::begin(canonical.digest), bytes.size(), bytes.begin());
    return bytes;
}

std::optional<std::uint64_t> regular_file_bytes(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(status.st_size);
}

std::optional<FileHash> hash_file(const std::string& path, std::uint64_t bytes) {
    if (regular_file_bytes(path) != bytes) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    FileHasher hasher;
    std::string block(kBlockBytes, '\0');
    while (file.read(block.data(), static_cast<std::streamsize>(block.size())) || file.gcount() > 0)
        hasher.add({block.data(), static_cast<std::size_t>(file.gcount())});
    if (file.bad() || hasher.bytes() != bytes) return std::nullopt;
    return hasher.hash();
}

} // namespace annota
