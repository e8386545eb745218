// SPDX-License-Identifier: GPL-2.0-or-later
//
// Format of the document data: one byte of version, one byte that tells whether the rest is compressed, four bytes of
// checksum of the plain form (the low half of its XXH3-64, little-endian), the size of the plain form (varint), the
// rest. Xapian's tables have no checksums of their own. Plain form: record id, number of aliases and each of them, then
// for each contribution the encoded record behind its length. Hashes are not stored: they are made of just these bytes.

#include "common/stored_document.h"

#include "common/record_codec.h"
#include "common/utf8.h"

#include <xxhash.h>
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace annota {

namespace {

constexpr char kVersion = 2;
constexpr std::size_t kChecksumBytes = 4;
constexpr char kPlain = 0;
constexpr char kCompressed = 1;
constexpr std::size_t kSmallestBlockBytes = 4; // RFC 8878: a header of 3 bytes and a repeated byte
constexpr std::size_t kLargestBlockContent = std::size_t{128} * 1024;
constexpr std::size_t kDictionaryBytes = std::size_t{64} * 1024;
constexpr std::size_t kMostMarks = 32;
constexpr std::size_t kMinSamples = 64; // fewer teach the dictionary less than it costs

// The knee for abstracts with a dictionary: level 6 takes four times the instructions (258,000 a record for 61,000)
// and saves 2.6 % of the document data (442 bytes a record for 454); levels 4 and 5 save nothing. Decoding costs the
// same at every level.
constexpr int kLevel = 3;

ContentHash hash_of(std::string_view encoded) {
    const XXH128_hash_t hash = XXH3_128bits(encoded.data(), encoded.size());
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    ContentHash bytes{};
    std::copy_n(std::begin(canonical.digest), bytes.size(), bytes.begin());
    return bytes;
}

std::string checksum_of(std::string_view plain) {
    const XXH64_hash_t hash = XXH3_64bits(plain.data(), plain.size());
    std::string bytes;
    for (std::size_t i = 0; i < kChecksumBytes; ++i) bytes += static_cast<char>(hash >> (8 * i) & 0xFF);
    return bytes;
}

std::string plain_form(const StoredDocument& document) {
    std::string plain;
    append_string(plain, document.id);
    append_varint(plain, document.aliases.size());
    for (const std::string& alias : document.aliases) append_string(plain, alias);
    std::string encoded;
    for (const Contribution& contribution : document.contributions) {
        encoded.clear();
        encode_record(contribution.record, encoded);
        append_string(plain, encoded);
    }
    return plain;
}

StoredDocument parse_plain_form(std::string_view plain) {
    StoredDocument document;
    document.id = take_string(plain);
    for (std::uint64_t left = take_varint(plain); left > 0; --left) document.aliases.emplace_back(take_string(plain));
    while (!plain.empty()) {
        const std::string_view encoded = take_string(plain);
        document.contributions.push_back({decode_record(encoded), hash_of(encoded)});
    }
    return document;
}

/// How full a value is, the weightiest measure first: entries, forms of names, code points.
using Fullness = std::array<std::size_t, 3>;

Fullness fullness(const std::string& text) {
    return {0, 0, count_code_points(text)};
}
Fullness fullness(int year) {
    return {year > 0 ? std::size_t{1} : 0, 0, 0};
}
Fullness fullness(const Author& author) {
    std::size_t letters =
        count_code_points(author.name) + count_code_points(author.orcid) + count_code_points(author.affiliation);
    for (const std::string& name : author.names) letters += count_code_points(name);
    return {0, author.names.size(), letters};
}
template <class T> Fullness fullness(const std::vector<T>& list) {
    Fullness sum{list.size(), 0, 0};
    for (const T& entry : list) {
        const Fullness one = fullness(entry);
        sum[1] += one[1];
        sum[2] += one[2];
    }
    return sum;
}

/// The contributions come in their order, so that of equally full values the first stays.
template <class T> void keep_fuller(T& kept, const T& other) {
    if (fullness(other) > fullness(kept)) kept = other;
}
template <class T> void keep_fuller(ByLanguage<T>& kept, const ByLanguage<T>& other) {
    for (const auto& [language, value] : other) keep_fuller(kept[language], value);
}

void add_missing(std::vector<std::string>& list, const std::vector<std::string>& more) {
    for (const std::string& entry : more)
        if (std::ranges::find(list, entry) == list.end()) list.push_back(entry);
}

void merge_into(Record& merged, const Record& other) {
    keep_fuller(merged.id, other.id);
    keep_fuller(merged.type, other.type);
    keep_fuller(merged.doi, other.doi);
    keep_fuller(merged.url, other.url);
    add_missing(merged.issn, other.issn);
    add_missing(merged.isbn, other.isbn);
    keep_fuller(merged.title, other.title);
    keep_fuller(merged.abstract, other.abstract);
    keep_fuller(merged.keywords, other.keywords);
    keep_fuller(merged.authors, other.authors);
    keep_fuller(merged.editors, other.editors);
    keep_fuller(merged.journal, other.journal);
    keep_fuller(merged.publisher, other.publisher);
    keep_fuller(merged.place, other.place);
    keep_fuller(merged.extent, other.extent);
    keep_fuller(merged.year, other.year);
    keep_fuller(merged.volume, other.volume);
    keep_fuller(merged.issue, other.issue);
    keep_fuller(merged.pages, other.pages);
    add_missing(merged.language, other.language);
    add_missing(merged.indexed_in, other.indexed_in);
    add_missing(merged.cites, other.cites);
    add_missing(merged.related, other.related);
    add_missing(merged.references, other.references);
}

void check_zstd(std::size_t result, const char* what) {
    if (ZSTD_isError(result) != 0) throw std::runtime_error(std::string(what) + ": " + ZSTD_getErrorName(result));
}

} // namespace

ContentHash content_hash(const Record& record) {
    std::string encoded;
    encode_record(record, encoded);
    return hash_of(encoded);
}

std::uint64_t content_mark(const ContentHash& hash) {
    std::uint64_t mark = 0;
    std::memcpy(&mark, hash.data(), sizeof mark);
    return mark;
}

std::string content_marks(const StoredDocument& document) {
    std::string value;
    if (document.contributions.size() > kMostMarks) return value;
    for (const Contribution& contribution : document.contributions)
        value.append(contribution.hash.begin(), contribution.hash.begin() + sizeof(std::uint64_t));
    return value;
}

std::vector<std::uint64_t> read_content_marks(std::string_view value) {
    std::vector<std::uint64_t> marks(value.size() / sizeof(std::uint64_t));
    if (marks.empty()) return marks;
    std::memcpy(marks.data(), value.data(), marks.size() * sizeof(std::uint64_t));
    return marks;
}

bool insert_contribution(StoredDocument& document, Contribution contribution) {
    const auto place = [](const Contribution& one) { return std::tie(one.record.source, one.hash); };
    const auto at = std::ranges::lower_bound(document.contributions, place(contribution), {}, place);
    if (at != document.contributions.end() && place(*at) == place(contribution)) return false;
    document.contributions.insert(at, std::move(contribution));
    return true;
}

Record merged_record(const StoredDocument& document) {
    Record merged;
    if (document.contributions.empty()) return merged;
    merged = document.contributions.front().record;
    for (std::size_t i = 1; i < document.contributions.size(); ++i)
        merge_into(merged, document.contributions[i].record);
    return merged;
}

struct DocumentCodec::Contexts {
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> compression{ZSTD_createCCtx(), &ZSTD_freeCCtx};
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> decompression{ZSTD_createDCtx(), &ZSTD_freeDCtx};
};

DocumentCodec::DocumentCodec(std::string_view dictionary) : contexts_(std::make_unique<Contexts>()) {
    ZSTD_CCtx* const compression = contexts_->compression.get();
    check_zstd(ZSTD_CCtx_setParameter(compression, ZSTD_c_compressionLevel, kLevel), "zstd");
    check_zstd(ZSTD_CCtx_setParameter(compression, ZSTD_c_contentSizeFlag, 0), "zstd");
    check_zstd(ZSTD_CCtx_setParameter(compression, ZSTD_c_dictIDFlag, 0), "zstd");
    if (dictionary.empty()) return;
    check_zstd(ZSTD_CCtx_loadDictionary(compression, dictionary.data(), dictionary.size()), "compression dictionary");
    check_zstd(ZSTD_DCtx_loadDictionary(contexts_->decompression.get(), dictionary.data(), dictionary.size()),
               "compression dictionary");
}

DocumentCodec::~DocumentCodec() = default;
DocumentCodec::DocumentCodec(DocumentCodec&&) noexcept = default;
DocumentCodec& DocumentCodec::operator=(DocumentCodec&&) noexcept = default;

std::string DocumentCodec::encode(const StoredDocument& document) {
    const std::string plain = plain_form(document);
    std::string data{kVersion, kCompressed};
    data += checksum_of(plain);
    append_varint(data, plain.size());
    const std::size_t head = data.size();
    data.resize(head + ZSTD_compressBound(plain.size()));
    const std::size_t size = ZSTD_compress2(contexts_->compression.get(), data.data() + head, data.size() - head,
                                            plain.data(), plain.size());
    check_zstd(size, "compressing a record");
    if (size >= plain.size()) {
        data.resize(head);
        data[1] = kPlain;
        return data.append(plain);
    }
    data.resize(head + size);
    return data;
}

StoredDocument DocumentCodec::decode(std::string_view data) {
    if (data.size() < 2 + kChecksumBytes || data[0] != kVersion || (data[1] != kPlain && data[1] != kCompressed))
        throw std::runtime_error("damaged record in the index");
    const bool compressed = data[1] == kCompressed;
    const std::string_view checksum = data.substr(2, kChecksumBytes);
    data.remove_prefix(2 + kChecksumBytes);
    const std::uint64_t size = take_varint(data);
    // A damaged size must not become a huge allocation: no block of zstd is smaller, none holds more.
    const std::size_t most = compressed ? (data.size() / kSmallestBlockBytes + 1) * kLargestBlockContent : data.size();
    if (size > most) throw std::runtime_error("damaged record in the index");
    if (!compressed) {
        if (checksum_of(data) != checksum) throw std::runtime_error("damaged record in the index");
        return parse_plain_form(data);
    }
    std::string plain(size, '\0');
    const std::size_t got =
        ZSTD_decompressDCtx(contexts_->decompression.get(), plain.data(), plain.size(), data.data(), data.size());
    if (ZSTD_isError(got) != 0 || got != size || checksum_of(plain) != checksum)
        throw std::runtime_error("damaged record in the index");
    return parse_plain_form(plain);
}

std::string train_dictionary(const std::vector<StoredDocument>& samples) {
    if (samples.size() < kMinSamples) return {};
    std::string joined;
    std::vector<std::size_t> sizes;
    for (const StoredDocument& sample : samples) {
        const std::string plain = plain_form(sample);
        sizes.push_back(plain.size());
        joined += plain;
    }
    std::string dictionary(kDictionaryBytes, '\0');
    const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), joined.data(), sizes.data(),
                                                   static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size) != 0) return {};
    dictionary.resize(size);
    return dictionary;
}

} // namespace annota
