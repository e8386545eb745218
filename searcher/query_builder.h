// SPDX-License-Identifier: GPL-2.0-or-later
//
// From what a query means to what documents are asked.

#pragma once

#include "common/analyzer.h"
#include "common/deadline.h"
#include "searcher/expansion.h"
#include "searcher/parsed_query.h"
#include "searcher/plan.h"
#include "searcher/query_shape.h"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Xapian {
class Database;
}

namespace annota {

class LeafPlan;

/// Builds the plans of one request, for all indexes whose terms `vocabulary` has. The analyzer and the deadline must
/// outlive the plans that it gives.
class QueryBuilder {
public:
    /// `journals` gives other names of a journal by the folded text of one.
    using OtherNames = std::function<std::set<std::string>(const std::string& name)>;

    QueryBuilder(const Xapian::Database& vocabulary, Analyzer& analyzer, const Deadline& deadline, OtherNames journals)
        : vocabulary_(vocabulary), analyzer_(analyzer), deadline_(deadline), journals_(std::move(journals)) {}

    /// The plan for a tree; all documents where it asks for nothing.
    Plan build(const QueryNode& root, ListMode mode);

    /// What filters mean that are given as text beside the query: a value of a field, as a user writes it.
    Plan build_value(const Field& field, std::string_view text);

    /// What could not be done as asked, once each. `expansion_capped` means that totals are lower bounds.
    const std::vector<QueryNote>& notes() const { return notes_; }
    bool capped() const { return capped_; }
    /// What stood for more than was typed, once each.
    const std::vector<QueryExpansion>& expansions() const { return expansions_; }
    const Deadline& deadline() const { return deadline_; }

private:
    class Leaves;

    void note(const QueryNode& node, std::string_view code, std::string_view message);

    Plan journal(LeafPlan& leaf, std::string_view text);

    void add_expansions(const std::vector<QueryExpansion>& expansions);

    const Xapian::Database& vocabulary_;
    Analyzer& analyzer_;
    const Deadline& deadline_;
    OtherNames journals_;
    std::vector<QueryNote> notes_;
    std::vector<QueryExpansion> expansions_;
    bool capped_ = false;
};

} // namespace annota
