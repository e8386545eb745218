// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/document_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace annota {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
    throw std::runtime_error(path.string() + ": " + what + ": " + std::strerror(errno));
}

} // namespace

DocumentFile::DocumentFile(const std::filesystem::path& folder)
    : path_(folder / "documents"), descriptor_(::open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) fail(path_, "cannot create");
    ::unlink(path_.c_str());
}

DocumentFile::~DocumentFile() {
    ::close(descriptor_);
}

DocumentPlace DocumentFile::append(std::string_view encoded) {
    const DocumentPlace place{flushed_ + buffer_.size(), static_cast<std::uint32_t>(encoded.size())};
    buffer_ += encoded;
    if (buffer_.size() >= kBufferBytes) flush();
    return place;
}

void DocumentFile::flush() {
    std::string_view left = buffer_;
    while (!left.empty()) {
        const ssize_t written = ::write(descriptor_, left.data(), left.size());
        if (written < 0 && errno != EINTR) fail(path_, "cannot write");
        if (written > 0) left.remove_prefix(static_cast<std::size_t>(written));
    }
    flushed_ += buffer_.size();
    buffer_.clear();
}

std::string DocumentFile::read(const DocumentPlace& place) const {
    if (place.offset >= flushed_) return buffer_.substr(place.offset - flushed_, place.size);
    return read_flushed(place);
}

std::string DocumentFile::read_flushed(const DocumentPlace& place) const {
    std::string encoded(place.size, '\0');
    for (std::size_t done = 0; done < encoded.size();) {
        const ssize_t got =
            ::pread(descriptor_, encoded.data() + done, encoded.size() - done, static_cast<off_t>(place.offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) fail(path_, "cannot read");
        done += static_cast<std::size_t>(got);
    }
    return encoded;
}

} // namespace annota
