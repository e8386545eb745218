// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/file_stamp.h"

#include "common/schema.h"
#include "tests/common/shell.h"

#include <catch2/catch.hpp>

namespace annota {

TEST_CASE("stamps are read back, and damaged ones are none") {
    FileStamp stamp{"some/file.jsonl", 4711, {}, "format auto", 17, {"shelf", "Полка"}, true};
    stamp.hash[3] = 0xFF;
    const std::string value = encode_stamp(stamp);
    CHECK(decode_stamp(value) == stamp);
    const FileStamp bare{std::string(1000, 'x'), 0, {}, "", 0, {}, false};
    CHECK(decode_stamp(encode_stamp(bare)) == bare);
    CHECK(stamp_key(bare.path).size() <= kMaxTermBytes);
    for (std::size_t size = 0; size < value.size(); ++size) {
        CAPTURE(size);
        CHECK(decode_stamp(std::string_view(value).substr(0, size)) != stamp);
    }
}

TEST_CASE("a file has one hash, however it is cut into blocks") {
    const test::TemporaryFolder folder;
    const std::string contents(3'000'000, 'x');
    const std::string path = folder.write("file", contents);
    FileHasher hasher;
    for (std::size_t at = 0; at < contents.size(); at += 65'536)
        hasher.add(std::string_view(contents).substr(at, 65'536));
    CHECK(hasher.bytes() == contents.size());
    CHECK(hash_file(path, contents.size()) == hasher.hash());
    CHECK(!hash_file(path, contents.size() - 1));
    CHECK(!hash_file(folder.path("missing"), 0));
    CHECK(!hash_file(folder.path(), 0));
    folder.write("file", std::string(2'999'999, 'x') + 'y');
    CHECK(hash_file(path, contents.size()) != hasher.hash());
}

} // namespace annota
