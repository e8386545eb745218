// SPDX-License-Identifier: GPL-2.0-or-later
//
// One way for plain and compressed input: libarchive with its raw format, so that content alone decides. Three things
// it does not tell are found here. Input that is asked for more than it has while decoding fails is truncated. Input
// that is not read to its end, but for zeros, has something behind the compressed data. And a beginning of a compressed
// file that is too short or too damaged to be known for one would pass for text.

#include "indexer/input.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace annota {

namespace {

/// How compressed files begin, and no text does; bzip2's with the digit of any level.
constexpr std::array<std::string_view, 4> kMagic{"\x1F\x8B", "BZh91AY", "\xFD\x37zX", "\x28\xB5\x2F\xFD"};
constexpr std::size_t kMagicBytes = 8;

[[noreturn]] void fail(const std::string& path, int error) {
    throw InputError(path, std::generic_category().message(error));
}

/// A file descriptor; standard input is left open.
class Descriptor {
public:
    explicit Descriptor(const std::string& path)
        : number_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (number_ < 0) fail(path, errno);
    }
    ~Descriptor() {
        if (number_ != STDIN_FILENO) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

struct ArchiveCloser {
    void operator()(archive* handle) const { archive_read_free(handle); }
};

class ArchiveSource : public ByteSource {
public:
    explicit ArchiveSource(std::string path, std::uint64_t* raw_bytes)
        : path_(std::move(path)), file_(path_), raw_bytes_(raw_bytes), archive_(archive_read_new()) {
        archive* const handle = archive_.get();
        if (handle == nullptr) fail(path_, ENOMEM);
        archive_read_support_format_raw(handle);
        archive_read_support_format_empty(handle);
        archive_read_support_filter_gzip(handle);
        archive_read_support_filter_bzip2(handle);
        archive_read_support_filter_xz(handle);
        archive_read_support_filter_zstd(handle);
        if (archive_read_open(handle, this, nullptr, read_block, nullptr) != ARCHIVE_OK) fail_decoding();
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(handle, &entry);
        if (status != ARCHIVE_OK && status != ARCHIVE_EOF) fail_decoding();
        ended_ = status == ARCHIVE_EOF;
        compressed_ = archive_filter_count(handle) > 1;
        if (!compressed_) check_beginning();
    }

    std::size_t read(char* buffer, std::size_t capacity) override {
        if (ended_ || capacity == 0) return 0;
        const la_ssize_t got = archive_read_data(archive_.get(), buffer, capacity);
        if (got < 0) fail_decoding();
        written_ += static_cast<std::uint64_t>(got);
        if (compressed_ && written_ > kBombFloor && written_ / kBombRatio > read_) {
            throw InputError(path_, "expands more than " + std::to_string(kBombRatio) + " times");
        }
        if (got == 0) {
            ended_ = true;
            if (compressed_) check_end();
        }
        return static_cast<std::size_t>(got);
    }

private:
    /// libarchive's door to the file. An error of the file is kept, as it cannot be thrown through C.
    static la_ssize_t read_block(archive* handle, void* self, const void** block) {
        auto& source = *static_cast<ArchiveSource*>(self);
        *block = source.block_.data();
        ssize_t got = 0;
        do {
            got = ::read(source.file_.number(), source.block_.data(), source.block_.size());
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            source.error_ = errno;
            archive_set_error(handle, errno, "cannot read");
            return ARCHIVE_FATAL;
        }
        if (got == 0) {
            source.exhausted_ = true; // block_ keeps the last bytes, which check_end() may want
            return 0;
        }
        source.block_size_ = static_cast<std::size_t>(got);
        if (source.read_ == 0)
            source.beginning_.assign(source.block_.data(), std::min(source.block_size_, kMagicBytes));
        source.read_ += source.block_size_;
        if (source.raw_bytes_ != nullptr) *source.raw_bytes_ += source.block_size_;
        return got;
    }

    [[noreturn]] void fail_decoding() {
        if (error_ != 0) fail(path_, error_);
        if (exhausted_) throw TruncatedInput(path_, read_, "compressed data end too early");
        const char* const reason = archive_error_string(archive_.get());
        throw InputError(path_, "damaged compressed data" + (reason == nullptr ? "" : std::string(": ") + reason));
    }

    void check_beginning() const {
        std::string beginning = beginning_;
        if (beginning.starts_with("BZh") && beginning.size() > 3) beginning[3] = '9';
        for (const std::string_view magic : kMagic) {
            if (beginning.starts_with(magic)) throw TruncatedInput(path_, read_, "compressed data end in their header");
        }
    }

    /// Padding with zeros is common on tapes; anything else behind the data may have been records.
    void check_end() {
        auto consumed = static_cast<std::uint64_t>(archive_filter_bytes(archive_.get(), -1));
        const std::uint64_t data_end = consumed;
        while (true) {
            const std::uint64_t left = std::min<std::uint64_t>(read_ - consumed, block_size_);
            const char* const stop = block_.data() + block_size_;
            if (std::any_of(stop - left, stop, [](char c) { return c != '\0'; })) {
                throw TruncatedInput(path_, data_end, "compressed data go over into something else");
            }
            consumed = read_;
            const void* block = nullptr;
            if (read_block(archive_.get(), this, &block) <= 0) break;
        }
        if (error_ != 0) fail(path_, error_);
    }

    std::string path_;
    Descriptor file_;
    std::uint64_t* raw_bytes_; ///< The caller's count; may be null.
    std::array<char, std::size_t{64} << 10> block_{};
    std::size_t block_size_ = 0;
    std::string beginning_; ///< Of the file, for check_beginning().
    std::uint64_t read_ = 0;
    std::uint64_t written_ = 0;
    int error_ = 0;
    bool exhausted_ = false;
    bool ended_ = false;
    bool compressed_ = false;
    std::unique_ptr<archive, ArchiveCloser> archive_;
};

} // namespace

std::unique_ptr<ByteSource> open_input(const std::string& path, std::uint64_t* raw_bytes) {
    if (path != "-") {
        struct stat status {};
        if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) fail(path, EISDIR);
    }
    return std::make_unique<ArchiveSource>(path, raw_bytes);
}

} // namespace annota
