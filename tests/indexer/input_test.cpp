// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files are made in a folder of their own; what is compressed is compressed here, by libarchive.

#include "indexer/input.h"

#include "indexer/peekable_source.h"
#include "tests/indexer/reader_output.h"

#include <catch2/catch.hpp>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace annota {

namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "annota-input-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    fs::path path(const std::string& name) const { return path_ / name; }

    std::string write(const std::string& name, std::string_view content) const {
        fs::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
        return path(name).string();
    }

    /// Listed paths relative to the folder, joined with blanks.
    std::string list(const std::vector<std::string>& names) const {
        std::vector<std::string> arguments;
        arguments.reserve(names.size());
        for (const std::string& name : names) arguments.push_back(name == "-" ? name : path(name).string());
        std::string text;
        for (const std::string& file : list_inputs(arguments)) {
            text +=
                (text.empty() ? "" : " ") + (file == "-" ? file : fs::path(file).lexically_relative(path_).string());
        }
        return text;
    }

private:
    fs::path path_;
};

using AddFilter = int (*)(archive*);

struct Compression {
    std::string name;
    AddFilter add_filter;
};

const std::array<Compression, 4> kCompressions{{{"gzip", archive_write_add_filter_gzip},
                                                {"bzip2", archive_write_add_filter_bzip2},
                                                {"xz", archive_write_add_filter_xz},
                                                {"zstd", archive_write_add_filter_zstd}}};

la_ssize_t append_block(archive*, void* out, const void* block, std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(block), size);
    return static_cast<la_ssize_t>(size);
}

std::string compress(std::string_view text, AddFilter add_filter) {
    std::string out;
    archive* const handle = archive_write_new();
    archive_entry* const entry = archive_entry_new();
    archive_write_set_format_raw(handle);
    add_filter(handle);
    archive_write_set_bytes_in_last_block(handle, 1); // no padding
    archive_write_open(handle, &out, nullptr, append_block, nullptr);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(handle, entry);
    archive_write_data(handle, text.data(), text.size());
    archive_entry_free(entry);
    archive_write_free(handle);
    return out;
}

std::string read_all(ByteSource& source, std::size_t chunk = 4096) {
    std::string text;
    std::string buffer(chunk, '\0');
    while (const std::size_t got = source.read(buffer.data(), buffer.size())) text.append(buffer, 0, got);
    return text;
}

std::string read_file(const std::string& path) {
    return read_all(*open_input(path));
}

std::string noise(std::size_t size) {
    std::mt19937 random(11);
    std::string text(size, '\0');
    for (char& c : text) c = static_cast<char>('a' + random() % 26);
    return text;
}

} // namespace

TEST_CASE("inputs are listed in order") {
    const TemporaryFolder folder;
    for (const char* const name : {"b.txt", "a.txt", "sub/d", "sub/c", "sub/.hidden", ".git/e", "sub-2/f", "z/y/x"}) {
        folder.write(name, "");
    }
    CHECK(folder.list({""}) == "a.txt b.txt sub/c sub/d sub-2/f z/y/x");
    CHECK(folder.list({"b.txt", "-", "sub", "a.txt"}) == "b.txt - sub/c sub/d a.txt");
    CHECK(folder.list({"sub/.hidden"}) == "sub/.hidden");
    CHECK(folder.list({}).empty());
    CHECK_THROWS_AS(folder.list({"missing"}), InputError);
    CHECK_THROWS_WITH(list_inputs({"/nowhere/x"}), "/nowhere/x: No such file or directory");
}

TEST_CASE("links are followed, circles are not") {
    const TemporaryFolder folder;
    folder.write("a/x", "");
    folder.write("b/y", "");
    fs::create_directory_symlink("..", folder.path("a/up"));
    fs::create_directory_symlink("../b", folder.path("a/b-1"));
    fs::create_directory_symlink("../b", folder.path("a/b-2"));
    fs::create_symlink("../b/y", folder.path("a/z"));
    CHECK(folder.list({"a"}) == "a/b-1/y a/x a/z");
    CHECK(folder.list({""}) == "a/b-1/y a/x a/z");
    fs::create_symlink("nowhere", folder.path("a/dangling"));
    CHECK_THROWS_AS(folder.list({"a"}), InputError);
}

TEST_CASE("plain input is read as it is") {
    const TemporaryFolder folder;
    for (const std::string& text :
         {std::string(), std::string("a"), std::string("B"), std::string("BZ"), std::string("BZh rest"),
          std::string("line\nline\n"), std::string("\0\0nul", 5), noise(1000000)}) {
        CHECK(read_file(folder.write("f", text)) == text);
    }
    CHECK_THROWS_AS(open_input(folder.path("missing").string()), InputError);
    CHECK_THROWS_AS(open_input(folder.path("").string()), InputError);
}

TEST_CASE("compressed input is read by its content") {
    const TemporaryFolder folder;
    for (const Compression& compression : kCompressions) {
        for (const std::string& text : {std::string("a"), std::string("line\nline\n"), noise(300000)}) {
            CAPTURE(compression.name, text.size());
            const std::string once = compress(text, compression.add_filter);
            const std::string half = compress(text.substr(0, text.size() / 2), compression.add_filter);
            const std::string rest = compress(text.substr(text.size() / 2), compression.add_filter);
            CHECK(read_file(folder.write("f.txt", once)) == text);
            CHECK(read_file(folder.write("f", compress(once, compression.add_filter))) == text);
            if (text.size() > 1) CHECK(read_file(folder.write("f", half + rest)) == text);
        }
        CHECK(read_file(folder.write("f", compress("", compression.add_filter))).empty());
    }
    const std::string gzip = compress("text", archive_write_add_filter_gzip);
    CHECK(read_file(folder.write("f", gzip + std::string(100000, '\0'))) == "text"); // padding
}

TEST_CASE("every cut through compressed input is noticed") {
    const TemporaryFolder folder;
    const std::string text = noise(500);
    for (const Compression& compression : kCompressions) {
        const std::string whole = compress(text, compression.add_filter);
        const std::string two = whole + whole;
        const std::size_t known = compression.name == "bzip2" ? 7 : 4; // bytes by which even a cut header is known
        for (std::size_t size = known; size < two.size(); ++size) {
            if (size == whole.size()) continue;
            CAPTURE(compression.name, size, whole.size());
            CHECK_THROWS_AS(read_file(folder.write("f", two.substr(0, size))), TruncatedInput);
        }
        CHECK_THROWS_AS(read_file(folder.write("f", whole + "garbage")), InputError);
    }
    try {
        read_file(folder.write("f", compress(noise(200000), archive_write_add_filter_gzip).substr(0, 100000)));
        FAIL("not noticed");
    } catch (const TruncatedInput& error) {
        CHECK(error.offset() == 100000);
        CHECK(std::string(error.what()) ==
              folder.path("f").string() + ": compressed data end too early at byte 100000");
    }
}

TEST_CASE("damaged compressed input is an error where its format has a checksum that is verified") {
    const TemporaryFolder folder;
    for (const Compression& compression : kCompressions) {
        if (compression.name == "gzip" || compression.name == "zstd") continue;
        CAPTURE(compression.name);
        std::string data = compress(noise(400000), compression.add_filter);
        data[data.size() / 2] = static_cast<char>(~data[data.size() / 2]);
        const std::string path = folder.write("f", data);
        CHECK_THROWS_WITH(read_file(path), Catch::Contains("damaged compressed data"));
    }
}

TEST_CASE("a decompression bomb is stopped, merely well compressed input is not") {
    const TemporaryFolder folder;
    const std::string zeros(std::size_t{80} << 20, '0');
    CHECK_THROWS_WITH(read_file(folder.write("f", compress(zeros, archive_write_add_filter_zstd))),
                      Catch::Contains("expands more than 1000 times"));
    const std::string_view below = std::string_view(zeros).substr(0, kBombFloor);
    CHECK(read_file(folder.write("f", compress(below, archive_write_add_filter_zstd))) == below);
    const std::string noise_first = noise(400000) + zeros;
    CHECK(read_all(*open_input(folder.write("f", compress(noise_first, archive_write_add_filter_zstd))), 1 << 20) ==
          noise_first);
}

TEST_CASE("peeking loses nothing") {
    const std::string text = noise(1000);
    for (const std::size_t peeked : {0U, 1U, 10U, 1000U, 2000U}) {
        for (const std::size_t chunk : {1U, 7U, 5000U}) {
            CAPTURE(peeked, chunk);
            PeekableSource source(std::make_unique<test::TextSource>(text, chunk));
            CHECK(source.peek(peeked) == std::string_view(text).substr(0, peeked));
            CHECK(source.peek(5) == std::string_view(text).substr(0, 5));
            CHECK(read_all(source, 13) == text);
        }
    }
}

TEST_CASE("a failure while peeking comes behind the bytes before it") {
    class Failing : public ByteSource {
    public:
        std::size_t read(char* buffer, std::size_t) override {
            if (given_) throw InputError("f", "broken");
            given_ = true;
            *buffer = 'a';
            return 1;
        }

    private:
        bool given_ = false;
    };
    PeekableSource source(std::make_unique<Failing>());
    CHECK(source.peek(10) == "a");
    char buffer[4];
    CHECK(source.read(buffer, sizeof buffer) == 1);
    CHECK_THROWS_AS(source.read(buffer, sizeof buffer), InputError);
}

} // namespace annota
