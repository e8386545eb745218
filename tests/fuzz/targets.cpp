// SPDX-License-Identifier: GPL-2.0-or-later

#include "tests/fuzz/targets.h"

#include "common/analyzer.h"
#include "common/author_forms.h"
#include "common/columns.h"
#include "common/doi.h"
#include "common/facet_counts.h"
#include "common/given_parts.h"
#include "common/identifiers.h"
#include "common/name.h"
#include "common/person_rules.h"
#include "common/record_json.h"
#include "common/stored_document.h"
#include "common/utf8.h"
#include "indexer/author_line.h"
#include "indexer/citation_list_reader.h"
#include "indexer/citation_parser.h"
#include "indexer/format.h"
#include "indexer/json_lines_reader.h"
#include "indexer/page_reader.h"
#include "searcher/cursor.h"
#include "searcher/query_parser.h"
#include "searcher/request_json.h"
#include "tests/indexer/reader_output.h"

#include <array>
#include <stdexcept>
#include <string>
#include <variant>

namespace annota::test {

namespace {

void demand(bool kept, const char* promise) {
    if (!kept) throw std::logic_error(promise);
}

/// Every record is valid UTF-8 with a title or an abstract, and reading does not depend on how the bytes arrive.
void check_reader(RecordReader& reader, RecordReader& again, std::string_view bytes) {
    const ReaderOutput whole = read_text(reader, bytes);
    demand(is_valid_utf8(whole.printed), "records are valid UTF-8");
    for (const Record& record : whole.records)
        demand(!record.title.empty() || !record.abstract.empty(), "records have a title or an abstract");
    demand(read_text(again, bytes, 7).printed == whole.printed, "pieces read as the whole");
}

void run_json_lines(std::string_view bytes) {
    JsonLinesReader reader;
    JsonLinesReader again;
    check_reader(reader, again, bytes);
}

void run_page(std::string_view bytes) {
    PageReader reader;
    PageReader again;
    check_reader(reader, again, bytes);
}

void run_citations(std::string_view bytes) {
    CitationListReader reader;
    CitationListReader again;
    check_reader(reader, again, bytes);
    const std::string line = make_valid_utf8(bytes.substr(0, bytes.find('\n')));
    looks_like_citation(line);
    parse_author_line(line, true);
}

void run_format(std::string_view bytes) {
    if (!recognise_format(bytes, "f")) demand(!unknown_format(bytes, "f").message.empty(), "unknown formats are told");
}

void run_analyzer(std::string_view bytes) {
    static Analyzer analyzer;
    const std::size_t length = count_code_points(bytes);
    std::uint32_t position = 0;
    for (const Token& token : analyzer.analyze(bytes)) {
        demand(token.begin < token.end && token.end <= length, "a token lies within its text");
        demand(token.position <= token.last, "a token ends behind its begin");
        demand(!token.term.empty() && is_valid_utf8(token.term) && is_valid_utf8(token.form), "terms are UTF-8");
        if (token.kind != TokenKind::word) continue;
        demand(token.position >= position, "words are in order");
        position = token.position;
    }
    const std::string folded = analyzer.fold(bytes);
    demand(analyzer.fold(folded) == folded, "folding a folded text changes nothing");
}

void run_names(std::string_view bytes) {
    const std::string name = make_valid_utf8(bytes);
    const std::string key = name_key(parse_name(name));
    demand(is_valid_utf8(key) && is_valid_utf8(script_free_key(name)), "keys are UTF-8");
    demand(key.empty() || compatible_names(key, key), "a name is compatible with itself");
}

void run_identifiers(std::string_view bytes) {
    const std::string printed = make_valid_utf8(bytes);
    if (const auto doi = normalise_doi(printed)) demand(normalise_doi(*doi) == doi, "a normalised DOI stays");
    if (const auto issn = normalise_issn(printed)) demand(normalise_issn(*issn) == issn, "a normalised ISSN stays");
    if (const auto isbn = normalise_isbn(printed)) demand(normalise_isbn(*isbn) == isbn, "a normalised ISBN stays");
    const std::string pages = normalise_pages(printed);
    demand(normalise_pages(pages) == pages, "normalised pages stay");
    if (const auto year = parse_year(printed, 2026)) demand(*year >= 1500 && *year <= 2027, "years are within bounds");
}

void run_queries(std::string_view bytes) {
    for (const QuerySyntax syntax : {QuerySyntax::full, QuerySyntax::plain}) {
        const ParsedQuery query = parse_query(bytes, syntax);
        demand(is_valid_utf8(print_tree(query.root)), "a query prints as UTF-8");
        for (const QueryNote& note : query.notes)
            demand(note.start <= note.end && note.end <= count_code_points(bytes), "notes lie within the query");
    }
}

void run_requests(std::string_view bytes) {
    const auto request = parse_request(bytes, SearchRequest());
    if (const auto* error = std::get_if<RequestError>(&request))
        demand(is_valid_utf8(error_json(*error)), "errors are UTF-8");
}

void run_cursors(std::string_view bytes) {
    if (const auto cursor = decode_cursor(bytes)) demand(encode_cursor(*cursor) == bytes, "a cursor has one form");
}

void run_documents(std::string_view bytes) {
    static DocumentCodec codec("");
    try {
        codec.encode(codec.decode(bytes));
    } catch (const std::runtime_error&) { // what the codec promises for data of other origin
    }
}

void run_columns(std::string_view bytes) {
    const auto columns = Columns::from_bytes(std::string(bytes));
    if (!columns) return;
    DocSet all(columns->doc_limit());
    for (std::uint32_t docid = 0; docid < columns->doc_limit(); ++docid) all.insert(docid);
    for (std::size_t facet = 0; facet < kFacetCount; ++facet) {
        const FacetCounts counts = count_facet((*columns)[facet], all, {});
        demand(counts.missing <= columns->doc_limit(), "counts are within bounds");
    }
}

void run_person_rules(std::string_view bytes) {
    const auto rules = read_person_rules(bytes);
    if (const auto* fault = std::get_if<PersonRuleFault>(&rules))
        demand(fault->line > 0 && !fault->message.empty(), "faults have a line and a message");
    else
        for (const PersonRule& rule : std::get<PersonRules>(rules))
            for (const PersonKey& key : {rule.one, rule.other})
                demand(!key.name.empty() && read_person_key(to_text(key)) == key, "a key reads as what it says");
}

/// Any printed forms, as they stand in columns.
void run_author_forms(std::string_view bytes) {
    static NameKeyCache names;
    const std::string text = make_valid_utf8(bytes);
    const std::size_t half = text.find('|');
    Author author{text.substr(0, half), {}, {}, {}};
    if (half != std::string::npos) author.names.push_back(text.substr(half + 1));
    const FacetValue packed = pack_forms(author, names);
    const std::vector<AuthorForm> forms = unpack_forms(packed.key, packed.value);
    demand(forms.size() <= 1 + author.names.size(), "forms stay what they are");
    demand(fullest_form(forms).key == fullest_name_key(author) && fullest_form(forms).key == packed.key,
           "the fullest form has the key");
    demand(GivenParts(forms).agree(GivenParts(forms)), "a person agrees with himself");
    for (const AuthorForm& form : forms)
        demand(teach_spelling(forms[0].key, form.key) == teach_spelling(form.key, forms[0].key),
               "spellings are mutual");
    unpack_forms({}, bytes);
}

constexpr std::array kTargets{
    FuzzTarget{"json_lines", run_json_lines},     FuzzTarget{"page", run_page},
    FuzzTarget{"citations", run_citations},       FuzzTarget{"format", run_format},
    FuzzTarget{"analyzer", run_analyzer},         FuzzTarget{"names", run_names},
    FuzzTarget{"identifiers", run_identifiers},   FuzzTarget{"queries", run_queries},
    FuzzTarget{"requests", run_requests},         FuzzTarget{"documents", run_documents},
    FuzzTarget{"columns", run_columns},           FuzzTarget{"cursors", run_cursors},
    FuzzTarget{"person_rules", run_person_rules}, FuzzTarget{"author_forms", run_author_forms},
};

} // namespace

std::span<const FuzzTarget> fuzz_targets() {
    return kTargets;
}

} // namespace annota::test
