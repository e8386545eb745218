// SPDX-License-Identifier: GPL-2.0-or-later
//
// Assembles trees of a query in the normal form that parsed_query.h promises.

#pragma once

#include "searcher/parsed_query.h"

#include <optional>
#include <string>
#include <unordered_set>

namespace annota {

/// One inner node in the making: members of its own kind are merged into it, equal leaves are taken once.
class NodeBuilder {
public:
    explicit NodeBuilder(QueryNodeKind kind, unsigned distance = 0);

    void add(QueryNode member);
    void add(std::optional<QueryNode> member);
    /// A copy.
    std::optional<QueryNode> last() const;

    /// Nothing without members, the member itself where it is the only one. Ends the building.
    std::optional<QueryNode> take();

private:
    bool merges(const QueryNode& member) const;

    QueryNode node_;
    std::unordered_set<std::string> seen_;
};

/// The opposite of a node.
QueryNode negate(QueryNode node);

} // namespace annota
