// SPDX-License-Identifier: GPL-2.0-or-later
//
// Format: for each field that is not empty its tag (varint) and its payload (length and bytes). Lists repeat their tag,
// so order within a list is kept; texts by language hold the language, then the text; authors hold fields in the same
// form. Tags are stored in the index and never reused.

#include "common/record_codec.h"

#include <stdexcept>

namespace annota {

namespace {

enum Tag : std::uint8_t {
    kId = 1,
    kType,
    kDoi,
    kUrl,
    kIssn,
    kIsbn,
    kTitle,
    kAbstract,
    kKeyword,
    kAuthor,
    kEditor,
    kJournal,
    kPublisher,
    kPlace,
    kExtent,
    kYear,
    kVolume,
    kIssue,
    kPages,
    kLanguage,
    kIndexedIn,
    kCites,
    kRelated,
    kReference,
    kSource,
};

enum AuthorTag : std::uint8_t { kName = 1, kOtherName, kOrcid, kAffiliation };

[[noreturn]] void damaged() {
    throw std::runtime_error("damaged record in the index");
}

void put(std::string& out, std::uint8_t tag, std::string_view text) {
    if (text.empty()) return;
    append_varint(out, tag);
    append_string(out, text);
}

/// List entries keep their place even when empty.
void put_each(std::string& out, std::uint8_t tag, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        append_varint(out, tag);
        append_string(out, text);
    }
}

void put_by_language(std::string& out, std::uint8_t tag, std::string_view language, std::string_view text) {
    std::string payload;
    append_string(payload, language);
    payload.append(text);
    put(out, tag, payload);
}

void put_author(std::string& out, std::uint8_t tag, const Author& author) {
    std::string payload;
    put(payload, kName, author.name);
    put_each(payload, kOtherName, author.names);
    put(payload, kOrcid, author.orcid);
    put(payload, kAffiliation, author.affiliation);
    append_varint(out, tag);
    append_string(out, payload);
}

Author take_author(std::string_view data) {
    Author author;
    while (!data.empty()) {
        const std::uint64_t tag = take_varint(data);
        const std::string_view text = take_string(data);
        switch (tag) {
        case kName: author.name = text; break;
        case kOtherName: author.names.emplace_back(text); break;
        case kOrcid: author.orcid = text; break;
        case kAffiliation: author.affiliation = text; break;
        default: break;
        }
    }
    return author;
}

int take_year(std::string_view text) {
    const std::uint64_t year = take_varint(text);
    if (year > 9999) damaged();
    return static_cast<int>(year);
}

/// Fields with one value. False where the tag is of another kind.
bool take_single(Record& record, std::uint64_t tag, std::string_view text) {
    switch (tag) {
    case kId: record.id = text; return true;
    case kType: record.type = text; return true;
    case kDoi: record.doi = text; return true;
    case kUrl: record.url = text; return true;
    case kPublisher: record.publisher = text; return true;
    case kPlace: record.place = text; return true;
    case kExtent: record.extent = text; return true;
    case kYear: record.year = take_year(text); return true;
    case kVolume: record.volume = text; return true;
    case kIssue: record.issue = text; return true;
    case kPages: record.pages = text; return true;
    case kSource: record.source = text; return true;
    default: return false;
    }
}

bool take_listed(Record& record, std::uint64_t tag, std::string_view text) {
    switch (tag) {
    case kIssn: record.issn.emplace_back(text); return true;
    case kIsbn: record.isbn.emplace_back(text); return true;
    case kAuthor: record.authors.push_back(take_author(text)); return true;
    case kEditor: record.editors.push_back(take_author(text)); return true;
    case kLanguage: record.language.emplace_back(text); return true;
    case kIndexedIn: record.indexed_in.emplace_back(text); return true;
    case kCites: record.cites.emplace_back(text); return true;
    case kRelated: record.related.emplace_back(text); return true;
    case kReference: record.references.emplace_back(text); return true;
    default: return false;
    }
}

void take_by_language(Record& record, std::uint64_t tag, std::string_view payload) {
    if (tag != kTitle && tag != kAbstract && tag != kKeyword && tag != kJournal) return;
    const std::string language(take_string(payload));
    switch (tag) {
    case kTitle: record.title[language] = payload; break;
    case kAbstract: record.abstract[language] = payload; break;
    case kKeyword: record.keywords[language].emplace_back(payload); break;
    default: record.journal[language] = payload; break;
    }
}

} // namespace

void append_varint(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void append_string(std::string& out, std::string_view text) {
    append_varint(out, text.size());
    out.append(text);
}

std::uint64_t take_varint(std::string_view& data) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (data.empty()) damaged();
        const auto byte = static_cast<unsigned char>(data.front());
        data.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7Fu} << shift;
        if (byte < 0x80) return value;
    }
    damaged();
}

std::string_view take_string(std::string_view& data) {
    const std::uint64_t size = take_varint(data);
    if (size > data.size()) damaged();
    const std::string_view text = data.substr(0, size);
    data.remove_prefix(size);
    return text;
}

void encode_record(const Record& record, std::string& out) {
    put(out, kId, record.id);
    put(out, kType, record.type);
    put(out, kDoi, record.doi);
    put(out, kUrl, record.url);
    put_each(out, kIssn, record.issn);
    put_each(out, kIsbn, record.isbn);
    for (const auto& [language, text] : record.title) put_by_language(out, kTitle, language, text);
    for (const auto& [language, text] : record.abstract) put_by_language(out, kAbstract, language, text);
    for (const auto& [language, list] : record.keywords)
        for (const std::string& keyword : list) put_by_language(out, kKeyword, language, keyword);
    for (const Author& author : record.authors) put_author(out, kAuthor, author);
    for (const Author& editor : record.editors) put_author(out, kEditor, editor);
    for (const auto& [language, text] : record.journal) put_by_language(out, kJournal, language, text);
    put(out, kPublisher, record.publisher);
    put(out, kPlace, record.place);
    put(out, kExtent, record.extent);
    if (record.year > 0) {
        std::string year;
        append_varint(year, static_cast<std::uint64_t>(record.year));
        put(out, kYear, year);
    }
    put(out, kVolume, record.volume);
    put(out, kIssue, record.issue);
    put(out, kPages, record.pages);
    put_each(out, kLanguage, record.language);
    put_each(out, kIndexedIn, record.indexed_in);
    put_each(out, kCites, record.cites);
    put_each(out, kRelated, record.related);
    put_each(out, kReference, record.references);
    put(out, kSource, record.source);
}

Record decode_record(std::string_view data) {
    Record record;
    while (!data.empty()) {
        const std::uint64_t tag = take_varint(data);
        const std::string_view payload = take_string(data);
        if (!take_single(record, tag, payload) && !take_listed(record, tag, payload))
            take_by_language(record, tag, payload);
    }
    return record;
}

} // namespace annota
