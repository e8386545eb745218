// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/query_shape.h"

#include "searcher/query_words.h"

#include <algorithm>

namespace annota {

namespace {

constexpr std::size_t kShortestSentence = 4;

class ShapeReader {
public:
    explicit ShapeReader(Analyzer& analyzer) : analyzer_(analyzer) {}

    void read(const QueryNode& node) {
        const bool bare_word = node.kind == QueryNodeKind::word && node.field == nullptr;
        if (!bare_word || node.mark == QueryMark::must_not) {
            follows_ = false;
            return;
        }
        for (const QueryWord& word : query_words(analyzer_, node.text)) {
            if (word.stop) {
                stop_words_ = true;
                continue;
            }
            for (const Token& part : word.parts) {
                shape_.words.push_back({part.term, part.form, follows_});
                follows_ = true;
            }
        }
    }

    QueryShape shape() && {
        shape_.sentence = stop_words_ && shape_.words.size() >= kShortestSentence;
        return std::move(shape_);
    }

private:
    Analyzer& analyzer_;
    QueryShape shape_;
    bool follows_ = false;
    bool stop_words_ = false;
};

} // namespace

QueryShape query_shape(const QueryNode& root, Analyzer& analyzer) {
    ShapeReader reader(analyzer);
    if (root.kind == QueryNodeKind::list)
        for (const QueryNode& child : root.children) reader.read(child);
    else
        reader.read(root);
    return std::move(reader).shape();
}

bool is_stop_word(const QueryNode& node, Analyzer& analyzer) {
    if (node.kind != QueryNodeKind::word || node.field != nullptr) return false;
    const std::vector<QueryWord> words = query_words(analyzer, node.text);
    return !words.empty() && std::ranges::all_of(words, &QueryWord::stop);
}

bool has_several_words(const QueryNode& list, Analyzer& analyzer) {
    return std::ranges::count_if(list.children, [&](const QueryNode& child) {
               return child.mark == QueryMark::none && !is_stop_word(child, analyzer);
           }) > 1;
}

/// The longer a sentence the more of its words are mere frame.
Bm25Parameters bm25_parameters(const QueryShape& shape) {
    constexpr double kMost = 0.75;
    constexpr double kByWord = 0.1;
    Bm25Parameters parameters;
    if (shape.sentence) parameters.burstiness = std::min(kMost, kByWord * static_cast<double>(shape.words.size() - 1));
    return parameters;
}

} // namespace annota
