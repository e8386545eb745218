// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/columns.h"

#include "common/column_format.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace annota {

namespace {

using Words = std::span<const std::uint32_t>;

/// Walks through the sections of a part without reading past its end.
class Sections {
public:
    explicit Sections(Words words) : left_(words) {}

    bool take(Words& out) {
        if (left_.empty() || left_.size() - 1 < left_[0]) return false;
        out = left_.subspan(1, left_[0]);
        left_ = left_.subspan(1 + out.size());
        return true;
    }

    bool take(StringTable& out) {
        Words ends;
        if (!take(ends) || left_.empty()) return false;
        const std::size_t bytes = left_[0];
        const std::size_t words = (bytes + 3) / 4;
        if (left_.size() - 1 < words) return false;
        out = StringTable(ends, {reinterpret_cast<const char*>(left_.data() + 1), bytes});
        left_ = left_.subspan(1 + words);
        return true;
    }

    bool at_end() const { return left_.empty(); }

private:
    Words left_;
};

bool fits(const ColumnFileFooter& footer, std::size_t file_bytes) {
    if (footer.magic != kColumnMagic || footer.version != kColumnVersion || footer.columns != kColumnCount)
        return false;
    if (std::uint64_t{footer.checksum} != XXH3_64bits(&footer, offsetof(ColumnFileFooter, checksum))) return false;
    std::size_t expected = sizeof footer;
    for (const ColumnPartFooter& part : footer.parts) expected += std::size_t{part.words} * sizeof(std::uint32_t);
    return file_bytes == expected;
}

std::optional<std::uint32_t> find_sorted(const StringTable& strings, std::string_view text) {
    std::uint32_t begin = 0;
    for (std::uint32_t end = strings.size(); begin < end;) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (strings[middle] < text)
            begin = middle + 1;
        else
            end = middle;
    }
    if (begin == strings.size() || strings[begin] != text) return std::nullopt;
    return begin;
}

} // namespace

/// A file in memory, mapped or owned.
class ColumnFile {
public:
    static std::shared_ptr<const ColumnFile> open(const std::filesystem::path& path) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return nullptr;
        struct stat status {};
        void* mapped = MAP_FAILED;
        const bool usable = ::fstat(descriptor, &status) == 0 && status.st_size > 0;
        const std::size_t bytes = usable ? static_cast<std::size_t>(status.st_size) : 0;
        if (usable) mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
        ::close(descriptor);
        if (mapped == MAP_FAILED) return nullptr;
        const auto file = std::make_shared<ColumnFile>();
        file->mapped_ = mapped;
        file->bytes_ = {static_cast<const char*>(mapped), bytes};
        file->named_ = true;
        return file->read_footer() ? file : nullptr;
    }

    static std::shared_ptr<const ColumnFile> from_bytes(std::string bytes) {
        const auto file = std::make_shared<ColumnFile>();
        file->owned_ = std::move(bytes);
        file->bytes_ = file->owned_;
        return file->read_footer() ? file : nullptr;
    }

    ColumnFile() = default;
    ~ColumnFile() {
        if (mapped_ != nullptr) ::munmap(mapped_, bytes_.size());
    }
    ColumnFile(const ColumnFile&) = delete;
    ColumnFile& operator=(const ColumnFile&) = delete;

    const ColumnFileFooter& footer() const { return footer_; }
    bool is_named() const { return named_; }

    std::uint32_t documents(const ColumnPart& part) const {
        return footer_.changes != 0 ? static_cast<std::uint32_t>(part.docids.size()) : footer_.doc_limit;
    }

    Words part_words(std::size_t part) const {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < part; ++i) begin += std::size_t{footer_.parts[i].words} * sizeof(std::uint32_t);
        return {reinterpret_cast<const std::uint32_t*>(bytes_.data() + begin), footer_.parts[part].words};
    }

    std::optional<ColumnPart> column(std::size_t i) const {
        Sections sections(part_words(i));
        ColumnPart part;
        if (!sections.take(part.docids) || !sections.take(part.first) || !sections.take(part.values) ||
            !sections.take(part.key_of) || !sections.take(part.printed) || !sections.take(part.keys) ||
            !sections.at_end())
            return std::nullopt;
        if (part.first.size() != std::size_t{documents(part)} + 1 || part.key_of.size() != part.printed.size())
            return std::nullopt;
        return part;
    }

    std::optional<PersonPart> persons(const ColumnPart& authors) const {
        Sections sections(part_words(kPersonPart));
        PersonPart part;
        if (!sections.take(part.persons) || !sections.take(part.names) || !sections.take(part.marks) ||
            !sections.take(part.ends) || !sections.take(part.spellings) || !sections.take(part.spelling_ends) ||
            !sections.take(part.docids) || !sections.at_end())
            return std::nullopt;
        if (!part.persons.empty() && part.persons.size() != authors.values.size()) return std::nullopt;
        if (!part.ends.empty() && part.ends.size() != authors.keys.size() + part.names.size()) return std::nullopt;
        if (part.marks.size() != 2 * part.names.size() || part.spelling_ends.size() != part.spellings.size())
            return std::nullopt;
        return part;
    }

    std::optional<DocumentPart> facts() const {
        Sections sections(part_words(kDocumentPart));
        DocumentPart part;
        if (!sections.take(part.docids) || !sections.take(part.records) || !sections.take(part.lengths) ||
            !sections.take(part.ids) || !sections.at_end())
            return std::nullopt;
        const std::size_t documents = footer_.changes != 0 ? part.docids.size() : footer_.doc_limit;
        const bool is_whole =
            part.lengths.size() == documents && part.records.size() == 2 * documents && part.ids.size() == documents;
        return is_whole ? std::optional(part) : std::nullopt;
    }

    std::optional<Words> journal_buckets() const {
        Sections sections(part_words(kJournalPart));
        Words buckets;
        return sections.take(buckets) && sections.at_end() ? std::optional(buckets) : std::nullopt;
    }

    bool is_part_sound(std::size_t part) const {
        const Words words = part_words(part);
        return std::uint64_t{footer_.parts[part].checksum} == XXH3_64bits(words.data(), words.size_bytes());
    }

    bool is_sound() const {
        for (std::size_t part = 0; part < kPartCount; ++part)
            if (!is_part_sound(part)) return false;
        return true;
    }

private:
    bool read_footer() {
        if (bytes_.size() < sizeof footer_) return false;
        std::memcpy(&footer_, bytes_.data() + bytes_.size() - sizeof footer_, sizeof footer_);
        return fits(footer_, bytes_.size());
    }

    std::string owned_;
    void* mapped_ = nullptr;
    std::string_view bytes_;
    bool named_ = false;
    ColumnFileFooter footer_;
};

Column::Column(const ColumnPart& whole, const ColumnPart& changes, std::uint32_t doc_limit)
    : whole_(whole), changes_(changes), doc_limit_(doc_limit), changed_(changes.docids, doc_limit) {}

std::optional<std::uint32_t> Column::find_key(std::string_view text) const {
    if (const auto found = find_sorted(whole_.keys, text)) return found;
    const auto found = find_sorted(changes_.keys, text);
    return found ? std::optional(whole_.keys.size() + *found) : std::nullopt;
}

std::optional<std::uint32_t> Column::find_printed(std::uint32_t key, std::string_view text) const {
    const auto [first, last] = std::equal_range(whole_.key_of.begin(), whole_.key_of.end(), key);
    const auto begin = static_cast<std::uint32_t>(first - whole_.key_of.begin());
    const auto end = static_cast<std::uint32_t>(last - whole_.key_of.begin());
    for (std::uint32_t printed = begin; printed < end; ++printed)
        if (whole_.printed[printed] == text) return printed;
    return std::nullopt;
}

std::string columns_file_name(std::uint64_t generation) {
    return "columns-" + std::to_string(generation);
}

std::optional<std::uint64_t> base_generation(const std::filesystem::path& path) {
    const std::shared_ptr<const ColumnFile> file = ColumnFile::open(path);
    if (!file || file->footer().changes == 0) return std::nullopt;
    return std::uint64_t{file->footer().base};
}

Columns::Columns(std::shared_ptr<const ColumnFile> whole, std::shared_ptr<const ColumnFile> changes)
    : whole_(std::move(whole)), changes_(std::move(changes)),
      doc_limit_((changes_ ? changes_ : whole_)->footer().doc_limit) {}

Columns::~Columns() = default;

std::shared_ptr<const Columns> Columns::open(const std::filesystem::path& path, const IndexState& state) {
    std::shared_ptr<const ColumnFile> file = ColumnFile::open(path);
    const auto belongs = [&](const std::shared_ptr<const ColumnFile>& to, std::uint64_t generation) {
        return to && to->footer().build == state.build && std::uint64_t{to->footer().generation} == generation;
    };
    if (!belongs(file, state.generation)) return nullptr;
    std::shared_ptr<const ColumnFile> changes;
    if (file->footer().changes != 0) {
        const std::uint64_t base{file->footer().base};
        changes = std::exchange(file, ColumnFile::open(path.parent_path() / columns_file_name(base)));
        if (!belongs(file, base) || file->footer().changes != 0) return nullptr;
    }
    return std::shared_ptr<const Columns>(new Columns(std::move(file), std::move(changes)));
}

std::shared_ptr<const Columns> Columns::from_bytes(std::string bytes, const Columns* base) {
    std::shared_ptr<const ColumnFile> file = ColumnFile::from_bytes(std::move(bytes));
    if (!file || (file->footer().changes != 0) != (base != nullptr)) return nullptr;
    return std::shared_ptr<const Columns>(base == nullptr ? new Columns(std::move(file), nullptr)
                                                          : new Columns(base->whole_, std::move(file)));
}

const Column* Columns::find(std::size_t column) const {
    std::optional<Column>& read = read_[column];
    if (!read) {
        const std::optional<ColumnPart> whole = whole_->column(column);
        const std::optional<ColumnPart> changes = changes_ ? changes_->column(column) : ColumnPart{};
        if (!whole || !changes) return nullptr;
        read.emplace(*whole, *changes, doc_limit_);
        if (column == kAuthorColumn && !read_persons(*read)) read.reset();
        if (column == kJournalColumn && !read_buckets(*read)) read.reset();
    }
    return read ? &*read : nullptr;
}

bool Columns::read_persons(Column& authors) const {
    const std::optional<PersonPart> whole = whole_->persons(authors.whole());
    const std::optional<PersonPart> changes = changes_ ? changes_->persons(authors.changes()) : PersonPart{};
    if (!whole || !changes) return false;
    authors.persons_ = &persons_.emplace(authors, *whole, *changes);
    return true;
}

/// Those of the newest file.
bool Columns::read_buckets(Column& journals) const {
    const std::optional<Words> buckets = (changes_ ? changes_ : whole_)->journal_buckets();
    if (!buckets || (!buckets->empty() && buckets->size() != journals.key_count())) return false;
    journals.buckets_ = *buckets;
    return true;
}

std::span<const std::uint32_t> Columns::part(std::size_t column) const {
    return whole_->part_words(column);
}

const DocumentFacts* Columns::facts() const {
    if (!facts_) {
        const std::optional<DocumentPart> whole = whole_->facts();
        const std::optional<DocumentPart> changes = changes_ ? changes_->facts() : DocumentPart{};
        if (!whole || !changes) return nullptr;
        facts_.emplace(*whole, *changes, doc_limit_);
    }
    return &*facts_;
}

bool Columns::sound() const {
    if (!whole_->is_sound() || (changes_ && !changes_->is_sound())) return false;
    for (std::size_t column = 0; column < kColumnCount; ++column)
        if (find(column) == nullptr) return false;
    return facts() != nullptr;
}

std::shared_ptr<const Columns> Columns::whole() const {
    return std::shared_ptr<const Columns>(new Columns(whole_, nullptr));
}

std::optional<std::uint64_t> Columns::whole_generation() const {
    if (!whole_->is_named()) return std::nullopt;
    return std::uint64_t{whole_->footer().generation};
}

} // namespace annota
