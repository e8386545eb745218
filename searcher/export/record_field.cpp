// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/export/record_field.h"

#include "common/word_list.h"
#include <algorithm>
#include <array>

namespace annota {

namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view kListSeparator = "; ";

std::string cell(const std::string& text) {
    return text;
}

std::string cell(const Texts& list) {
    return joined(list, kListSeparator);
}

std::string cell(const std::vector<PersonName>& names) {
    Texts texts;
    for (const PersonName& name : names) texts.push_back(display_name(name));
    return cell(texts);
}

std::string cell(int number) {
    return number == 0 ? std::string() : std::to_string(number);
}

template <auto member> std::string record_cell(const ExportedRecord& exported) {
    return cell(exported.record.*member);
}

template <auto member> std::string shown_cell(const ExportedRecord& exported) {
    return cell(exported.*member);
}

template <auto member> void clear(Record& record) {
    record.*member = {};
}

/// The text in a language that the record is not shown in.
template <auto member> std::string other_cell(const ExportedRecord& exported, const char* language) {
    const auto& texts = exported.record.*member;
    const auto found = texts.find(language);
    return found == texts.end() || exported.language == language ? std::string() : cell(found->second);
}

template <auto member> std::string russian_cell(const ExportedRecord& exported) {
    return other_cell<member>(exported, "ru");
}

template <auto member> std::string english_cell(const ExportedRecord& exported) {
    return other_cell<member>(exported, "en");
}

template <auto member> constexpr RecordField field(std::string_view name) {
    return {name, record_cell<member>, clear<member>};
}

template <auto shown, auto member> constexpr RecordField shown_field(std::string_view name) {
    return {name, shown_cell<shown>, clear<member>};
}

constexpr std::array kRecordFields{
    RecordField{"id", shown_cell<&ExportedRecord::id>, nullptr},
    RecordField{"type", record_cell<&Record::type>, nullptr},
    shown_field<&ExportedRecord::authors, &Record::authors>("authors"),
    shown_field<&ExportedRecord::title, &Record::title>("title"),
    shown_field<&ExportedRecord::journal, &Record::journal>("journal"),
    field<&Record::year>("year"),
    field<&Record::volume>("volume"),
    field<&Record::issue>("issue"),
    field<&Record::pages>("pages"),
    shown_field<&ExportedRecord::editors, &Record::editors>("editors"),
    field<&Record::publisher>("publisher"),
    field<&Record::place>("place"),
    field<&Record::extent>("extent"),
    field<&Record::doi>("doi"),
    field<&Record::url>("url"),
    field<&Record::issn>("issn"),
    field<&Record::isbn>("isbn"),
    field<&Record::language>("language"),
    shown_field<&ExportedRecord::keywords, &Record::keywords>("keywords"),
    shown_field<&ExportedRecord::abstract, &Record::abstract>("abstract"),
    RecordField{"title_ru", russian_cell<&Record::title>, nullptr},
    RecordField{"title_en", english_cell<&Record::title>, nullptr},
    RecordField{"journal_ru", russian_cell<&Record::journal>, nullptr},
    RecordField{"journal_en", english_cell<&Record::journal>, nullptr},
    RecordField{"keywords_ru", russian_cell<&Record::keywords>, nullptr},
    RecordField{"keywords_en", english_cell<&Record::keywords>, nullptr},
    RecordField{"abstract_ru", russian_cell<&Record::abstract>, nullptr},
    RecordField{"abstract_en", english_cell<&Record::abstract>, nullptr},
    field<&Record::indexed_in>("indexed_in"),
    field<&Record::cites>("cites"),
    field<&Record::related>("related"),
    field<&Record::references>("references"),
    field<&Record::source>("source"),
};

} // namespace

std::span<const RecordField> record_fields() {
    return kRecordFields;
}

const RecordField* find_record_field(std::string_view name) {
    const auto found = std::ranges::find(kRecordFields, name, &RecordField::name);
    return found == kRecordFields.end() ? nullptr : &*found;
}

void keep_fields(Record& record, const std::vector<std::string>& fields) {
    if (fields.empty() || std::ranges::count(fields, "record") > 0) return;
    for (const RecordField& field : kRecordFields) {
        const auto names = [&](const std::string& wanted) {
            return wanted == field.name || wanted.starts_with(std::string(field.name) + '_'); // title_en
        };
        if (field.clear != nullptr && std::ranges::none_of(fields, names)) field.clear(record);
    }
}

} // namespace annota
