// SPDX-License-Identifier: GPL-2.0-or-later
//
// One table says which field is read how. The members of an object are first sorted into the order of the table, so
// that a record does not depend on the order of its keys; then each goes to the RecordBuilder, which knows what is
// valid.

#include "indexer/json_record.h"

#include "indexer/json_fault.h"
#include "indexer/json_text_cutter.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>

namespace annota {

namespace {

using Element = simdjson::dom::element;
using Array = simdjson::dom::array;
using Object = simdjson::dom::object;
using Type = simdjson::dom::element_type;

static_assert(simdjson::SIMDJSON_PADDING <= kJsonPadding);

// By value: simdjson hands out references into temporaries. The type was asked before.
Array array_of(Element element) {
    return element.get_array().value_unsafe();
}
Object object_of(Element element) {
    return element.get_object().value_unsafe();
}

/// A text, or a number as a text. Nothing for other types.
class Scalar {
public:
    explicit Scalar(Element element) {
        switch (element.type()) {
        case Type::STRING: text_ = element.get_string().value_unsafe(); break;
        case Type::INT64: print(element.get_int64().value_unsafe()); break;
        case Type::UINT64: print(element.get_uint64().value_unsafe()); break;
        case Type::DOUBLE: print(element.get_double().value_unsafe()); break;
        default: found_ = false; break;
        }
    }

    explicit operator bool() const { return found_; }
    std::string_view text() const { return text_; }

private:
    template <class Number> void print(Number number) {
        const auto end = std::to_chars(digits_.data(), digits_.data() + digits_.size(), number).ptr;
        text_ = {digits_.data(), static_cast<std::size_t>(end - digits_.data())};
    }

    bool found_ = true;
    std::array<char, 32> digits_{};
    std::string_view text_;
};

/// Calls `use` for a text or each text of a list. False where something was neither; null is nothing.
template <class Use> bool each_text(Element element, Use use) {
    if (element.is_array()) {
        bool all = true;
        for (const Element item : array_of(element)) {
            const Scalar scalar(item);
            if (scalar) use(scalar.text());
            all = all && (scalar || item.is_null());
        }
        return all;
    }
    const Scalar scalar(element);
    if (scalar) use(scalar.text());
    return scalar || element.is_null();
}

std::string join_texts(Element element, std::string_view separator, bool& all) {
    std::string joined;
    all = each_text(element,
                    [&](std::string_view text) {
                        if (!joined.empty()) joined.append(separator);
                        joined.append(text);
                    }) &&
          all;
    return joined;
}

/// Calls `read` with the value and its language, for each member where the value is an object by language.
template <class Read> bool by_language(Element element, std::string_view language, Read read) {
    if (!element.is_object()) return read(language, element);
    bool all = true;
    for (const auto member : object_of(element)) all = read(member.key, member.value) && all;
    return all;
}

// The functions below read one kind of field each. They return false where a value or a part of it has a wrong type.

template <void (RecordBuilder::*set)(std::string_view)>
bool read_value(RecordBuilder& builder, std::string_view, Element element) {
    const Scalar scalar(element);
    if (scalar) (builder.*set)(scalar.text());
    return scalar || element.is_null();
}

template <void (RecordBuilder::*add)(std::string_view)>
bool read_values(RecordBuilder& builder, std::string_view, Element element) {
    return each_text(element, [&builder](std::string_view text) { (builder.*add)(text); });
}

template <RecordBuilder::Text field> bool read_text(RecordBuilder& builder, std::string_view, Element element) {
    const Scalar scalar(element);
    if (scalar) builder.set_text(field, scalar.text());
    return scalar || element.is_null();
}

template <RecordBuilder::List field> bool read_list(RecordBuilder& builder, std::string_view, Element element) {
    return each_text(element, [&builder](std::string_view text) { builder.add_text(field, text); });
}

template <RecordBuilder::Texts field>
bool read_texts(RecordBuilder& builder, std::string_view language, Element element) {
    return by_language(element, language, [&builder](std::string_view key, Element value) {
        return each_text(value, [&](std::string_view text) { builder.add_text(field, key, text); });
    });
}

/// A list is the abstract's paragraphs.
bool read_abstract(RecordBuilder& builder, std::string_view language, Element element) {
    return by_language(element, language, [&builder](std::string_view key, Element value) {
        bool all = true;
        builder.add_text(&Record::abstract, key, join_texts(value, "\n", all));
        return all;
    });
}

bool read_keywords(RecordBuilder& builder, std::string_view language, Element element) {
    return by_language(element, language, [&builder](std::string_view key, Element value) {
        const bool is_list = value.is_array();
        return each_text(value, [&](std::string_view text) {
            if (is_list) {
                builder.add_keyword(key, text);
            } else {
                builder.add_keyword_list(key, text);
            }
        });
    });
}

bool read_author(Object object, PrintedAuthor& author) {
    bool all = true;
    for (const auto member : object) {
        if (member.key == "name") {
            author.name = join_texts(member.value, " ", all);
        } else if (member.key == "names") {
            all = each_text(member.value, [&](std::string_view text) { author.names.emplace_back(text); }) && all;
        } else if (member.key == "orcid") {
            author.orcid = join_texts(member.value, " ", all);
        } else if (member.key == "affiliation") {
            author.affiliation = join_texts(member.value, "; ", all);
        }
    }
    return all && !(author.name.empty() && author.names.empty());
}

/// A name, several in one text, or an object.
bool read_author(Element element, std::vector<PrintedAuthor>& authors) {
    if (element.is_object()) return read_author(object_of(element), authors.emplace_back());
    const Scalar scalar(element);
    for (std::string_view rest = scalar.text(); !rest.empty();) {
        const std::size_t end = rest.find(';');
        authors.push_back({std::string(rest.substr(0, end)), {}, {}, {}});
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return scalar || element.is_null();
}

template <RecordBuilder::Authors field>
bool read_authors(RecordBuilder& builder, std::string_view language, Element element) {
    std::vector<PrintedAuthor> authors;
    bool all = true;
    if (element.is_array()) {
        for (const Element item : array_of(element)) all = read_author(item, authors) && all;
    } else {
        all = read_author(element, authors);
    }
    if (language.empty()) {
        for (const PrintedAuthor& author : authors) builder.add_author(field, author);
        return all;
    }
    std::vector<std::string> names;
    names.reserve(authors.size());
    for (PrintedAuthor& author : authors) names.push_back(std::move(author.name));
    builder.add_author_forms(field, names);
    return all;
}

/// Whether a field has flat names with a language ("title_en"), and which of its names goes first.
enum class Flat : std::uint8_t { none, before_plain, after_plain };

struct Row {
    std::string_view name;
    bool (*read)(RecordBuilder&, std::string_view language, Element);
    Flat flat = Flat::none;
};

// In the order of reading: warnings name the id, and texts may need the stated language. A flat text has its language
// for sure, so it goes before a plain one; a flat list of persons gives names to those of the plain one.
constexpr std::array kRows{
    Row{"id", read_text<&Record::id>},
    Row{"language", read_values<&RecordBuilder::add_language>},
    Row{"lang", read_values<&RecordBuilder::add_language>},
    Row{"type", read_value<&RecordBuilder::set_type>},
    Row{"doi", read_value<&RecordBuilder::set_doi>},
    Row{"url", read_text<&Record::url>},
    Row{"issn", read_values<&RecordBuilder::add_issn>},
    Row{"isbn", read_values<&RecordBuilder::add_isbn>},
    Row{"title", read_texts<&Record::title>, Flat::before_plain},
    Row{"abstract", read_abstract, Flat::before_plain},
    Row{"keywords", read_keywords, Flat::before_plain},
    Row{"authors", read_authors<&Record::authors>, Flat::after_plain},
    Row{"editors", read_authors<&Record::editors>, Flat::after_plain},
    Row{"journal", read_texts<&Record::journal>, Flat::before_plain},
    Row{"publisher", read_text<&Record::publisher>},
    Row{"place", read_text<&Record::place>},
    Row{"extent", read_text<&Record::extent>},
    Row{"year", read_value<&RecordBuilder::set_year>},
    Row{"volume", read_text<&Record::volume>},
    Row{"issue", read_text<&Record::issue>},
    Row{"pages", read_value<&RecordBuilder::set_pages>},
    Row{"indexed_in", read_list<&Record::indexed_in>},
    Row{"cites", read_list<&Record::cites>},
    Row{"related", read_list<&Record::related>},
    Row{"references", read_list<&Record::references>},
    Row{"source", read_text<&Record::source>},
};

struct Member {
    const Row* row;
    std::string_view language; ///< Of a flat name; else empty.
    Element value;

    /// Sorts into the order of reading.
    auto key() const {
        const bool second = row->flat == Flat::before_plain ? language.empty() : !language.empty();
        return std::tuple(row, second, language);
    }
};

const Row* find_row(std::string_view name) {
    const auto* const found =
        std::find_if(kRows.begin(), kRows.end(), [name](const Row& row) { return row.name == name; });
    return found == kRows.end() ? nullptr : found;
}

bool is_language_suffix(std::string_view text) {
    return (text.size() == 2 || text.size() == 3) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<Member> known_member(std::string_view key, Element value) {
    if (const Row* const row = find_row(key)) return Member{row, {}, value};
    const std::size_t split = key.rfind('_');
    if (split == std::string_view::npos || !is_language_suffix(key.substr(split + 1))) return std::nullopt;
    const Row* const row = find_row(key.substr(0, split));
    if (row == nullptr || row->flat == Flat::none) return std::nullopt;
    return Member{row, key.substr(split + 1), value};
}

/// The members that are fields, in the order of reading.
void sort_members(Object object, std::vector<Member>& members) {
    members.clear();
    for (const auto member : object) {
        if (std::optional<Member> known = known_member(member.key, member.value)) members.push_back(*known);
    }
    std::stable_sort(members.begin(), members.end(),
                     [](const Member& a, const Member& b) { return a.key() < b.key(); });
}

std::string full_name(const Member& member) {
    std::string name(member.row->name);
    if (!member.language.empty()) name.append("_").append(member.language);
    return name;
}

} // namespace

struct JsonRecordParser::State {
    simdjson::dom::parser parser;
    std::vector<Member> members;
};

JsonRecordParser::JsonRecordParser() : state_(std::make_unique<State>()) {}

JsonRecordParser::~JsonRecordParser() = default;

JsonOutcome JsonRecordParser::parse(std::string_view text, RecordBuilder& builder) {
    Element element;
    simdjson::error_code error = state_->parser.parse(text.data(), text.size(), false).get(element);
    if (error == simdjson::NUMBER_ERROR) error = state_->parser.parse(quote_json_numbers(text)).get(element);
    if (error != simdjson::SUCCESS) return JsonOutcome::refused;
    if (!element.is_object()) return JsonOutcome::not_an_object;

    std::vector<Member>& members = state_->members;
    sort_members(object_of(element), members);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& member = members[i];
        if (i + 1 < members.size() && member.key() == members[i + 1].key()) {
            const std::string name = full_name(member);
            builder.warn("duplicate_key", "\"" + name + "\" stands in the record more than once, the last counts",
                         name);
        } else if (!member.row->read(builder, member.language, member.value)) {
            const std::string name = full_name(member);
            builder.warn("bad_type", "\"" + name + "\" has a value, or a part of it, of a wrong type", name);
        }
    }
    return JsonOutcome::read;
}

} // namespace annota
