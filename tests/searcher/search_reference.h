// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query means, evaluated record by record over analysed texts: slow and obvious, without an index.

#pragma once

#include "common/analyzer.h"
#include "common/facet_values.h"
#include "common/name_keys.h"
#include "common/record.h"
#include "common/schema.h"
#include "searcher/parsed_query.h"
#include "searcher/query_builder.h"
#include "searcher/query_words.h"
#include "searcher/search_request.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace annota {

class SearchReference {
public:
    /// The record replaces another of its id.
    void set(const Record& record);
    void remove(const std::string& id) {
        records_.erase(id);
        persons_are_known_ = false;
    }

    std::size_t size() const { return records_.size(); }
    const Record& record(const std::string& id) const { return records_.at(id).record; }

    /// Ids of the records that match, before filters.
    std::set<std::string> matches(const QueryNode& root, ListMode mode);

    /// What the request's filters and years leave of `ids`; those of `left_out` do not count.
    std::set<std::string> filtered(const std::set<std::string>& ids, const SearchRequest& request,
                                   const std::set<FieldId>& left_out = {});

    struct Counted {
        std::set<std::string> ids;
        std::map<std::string, std::size_t> first_forms; ///< Of persons: how often a form is the first of a record.
        std::map<std::string, std::size_t> forms; ///< Records by printed form; 0 for one of a person that others print.
    };
    using Counts = std::map<std::string, Counted>;

    /// By key; records without a value stand under "".
    Counts counts(const std::set<std::string>& ids, FieldId facet) const;

private:
    /// Where each word stands; a compound written as one stands at its first part and at its last.
    using Positions = std::map<std::string, std::set<std::uint32_t>>;
    struct Text {
        TextField field; ///< Of a journal's name none.
        Positions terms;
        Positions forms;
        Positions whole_forms; ///< Without compounds written as one, and twins.
    };
    struct Analysed {
        Record record;
        std::vector<Text> texts;
        std::vector<Text> journals;
        std::set<std::string> name_words;     ///< Of authors and editors.
        std::vector<std::string> author_keys; ///< Of all forms.
        std::vector<std::string> first_author_keys;
        FacetValues facets;              ///< Authors under the keys of persons.
        std::vector<FacetValue> authors; ///< Under their own.
        std::vector<FacetValue> journal_values;
        std::vector<std::string> issns;
    };

    Text text(TextField field, std::string_view text);
    const std::vector<QueryWord>& words_of(const std::string& text);
    const std::string& key_of(const std::string& text);
    const std::string& name_of(const std::string& text);

    std::optional<bool> node(const QueryNode& at, ListMode mode, const Analysed& in);
    std::optional<bool> list(const QueryNode& at, ListMode mode, const Analysed& in);
    bool has_part(const QueryNode& word, const Analysed& in);
    bool near(const QueryNode& at, ListMode mode, const Analysed& in);
    std::optional<bool> leaf(const QueryNode& at, const Analysed& in);
    bool words(const std::vector<QueryWord>& words, const Field* field, const Analysed& in);
    bool journal(const std::string& text, const Analysed& in);
    bool prefix(const std::string& start, const Field* field, const Analysed& in);
    bool name(const std::string& text, bool first_author, const Analysed& in);
    bool value(const Field& field, const std::string& text, const Analysed& in);
    bool is_stop_word(const QueryNode& node);
    void join_journals();
    void tell_persons();
    std::set<std::string> present_keys(FieldId facet, const std::string& key) const;
    bool is_bearer(const std::string& wanted, const Analysed& in);
    bool passes(const Filter& filter, const Analysed& in);
    bool has_key(FieldId facet, const std::string& key, const Analysed& in) const;

    Analyzer analyzer_;
    NameKeyCache name_keys_;
    std::map<std::string, std::vector<QueryWord>> words_; ///< By text.
    std::map<std::string, std::string> keys_;
    std::map<std::string, std::string> names_;
    std::map<std::string, Analysed> records_;
    std::map<std::string, std::set<std::string>> bearers_; ///< Keys of persons by form of a name.
    bool persons_are_known_ = true;                        ///< False where keys of authors are those of single records.
};

} // namespace annota
