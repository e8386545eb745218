// SPDX-License-Identifier: GPL-2.0-or-later
//
// A Xapian reader keeps its revision through one commit; the second may overwrite its blocks, which it says with
// DatabaseModifiedError. A document keeps its docid only within a build, so it is the record id that goes on.

#include "searcher/hit_stream.h"

#include "searcher/highlight_rules.h"
#include "searcher/query_parser.h"

namespace annota {

namespace {

HighlightRules rules_for(const SearchRequest& request, Analyzer& analyzer) {
    return highlight_rules(parse_query(request.text, request.plain ? QuerySyntax::plain : QuerySyntax::full).root,
                           list_mode(request.match), analyzer);
}

} // namespace

void HitList::add(const RankedDocument& document, std::string_view id) {
    documents_.push_back(document);
    ids_ += id;
    id_ends_.push_back(ids_.size());
}

std::string_view HitList::id(std::size_t i) const {
    const std::uint64_t begin = i == 0 ? 0 : id_ends_[i - 1];
    return std::string_view(ids_).substr(begin, id_ends_[i] - begin);
}

HitStream::HitStream(HitList list, Collection& collection, Analyzer& analyzer)
    : list_(std::move(list)), collection_(collection),
      maker_(rules_for(page().request, analyzer), collection, analyzer, wants_links(page().request)),
      bare_(wants_ids_alone(page().request)) {}

std::optional<Hit> HitStream::read(std::size_t i) {
    RankedDocument document = list_.document(i);
    if (collection_[document.shard].state() != list_.state(document.shard)) {
        const std::optional<ShardDocument> found = collection_.find(list_.id(i));
        if (!found) return std::nullopt;
        document.shard = found->shard;
        document.docid = found->docid;
    }
    const std::uint64_t rank = given_ + 1;
    Hit hit = bare_ ? maker_.bare(document, rank) : maker_.make(document, rank);
    if (hit.id != list_.id(i)) return std::nullopt; // An alias by now: the record was joined into another.
    return hit;
}

std::optional<Hit> HitStream::next() {
    while (next_ < list_.size()) {
        const std::size_t i = next_++;
        std::optional<Hit> hit = with_open_state(collection_, [&] { return read(i); });
        if (hit) {
            ++given_;
            return hit;
        }
        ++deleted_;
    }
    return std::nullopt;
}

} // namespace annota
