// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/highlight_rules.h"

#include "common/name.h"
#include "searcher/query_pattern.h"
#include "searcher/query_shape.h"
#include "searcher/query_words.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

namespace annota {

namespace {

std::optional<TextField> text_field(const Field* field) {
    if (field == nullptr) return std::nullopt;
    switch (field->id) {
    case FieldId::title: return TextField::title;
    case FieldId::keyword: return TextField::keyword;
    default: return TextField::abstract;
    }
}

bool is_text(const Field* field) {
    return field == nullptr || field->id == FieldId::title || field->id == FieldId::abstract ||
           field->id == FieldId::keyword;
}

class RuleCollector {
public:
    RuleCollector(Analyzer& analyzer, ListMode mode) : analyzer_(analyzer), mode_(mode) {}

    void walk(const QueryNode& node) {
        if (node.mark == QueryMark::must_not || node.kind == QueryNodeKind::none_of) return;
        if (node.is_leaf()) {
            leaf(node);
            return;
        }
        if (node.kind == QueryNodeKind::list) return list(node);
        for (const QueryNode& child : node.children) walk(child);
    }

    HighlightRules take() { return std::move(rules_); }

private:
    void list(const QueryNode& node) {
        const bool drop = !std::ranges::all_of(node.children, [this](const QueryNode& child) {
            return is_dropped(child) || child.mark == QueryMark::must_not;
        });
        const bool parts = mode_ == ListMode::any && has_several_words(node, analyzer_);
        for (const QueryNode& child : node.children) {
            if (drop && is_dropped(child)) continue;
            walk(child);
            if (parts && child.kind == QueryNodeKind::word && child.field == nullptr && child.mark == QueryMark::none)
                add_parts(child);
        }
    }

    bool is_dropped(const QueryNode& node) { return node.mark != QueryMark::must && is_stop_word(node, analyzer_); }

    void add_parts(const QueryNode& word) {
        const std::vector<QueryWord> words = query_words(analyzer_, word.text);
        if (words.size() != 1) return;
        for (const Token& part : words.front().lone_parts())
            rules_.rules.push_back({{{part.term, part.form, false, false}}, std::nullopt});
    }

    void leaf(const QueryNode& node) {
        if (node.kind == QueryNodeKind::value || node.kind == QueryNodeKind::years) return;
        const bool name = node.field != nullptr && node.field->kind == FieldKind::name;
        const bool wildcard = is_beginning(node);
        const bool is_pattern = node.kind == QueryNodeKind::wildcard || node.kind == QueryNodeKind::fuzzy;
        if (is_pattern && !wildcard && !name) return pattern(node);
        std::string_view text = node.text;
        if (wildcard)
            while (text.ends_with('*')) text.remove_suffix(1);
        const std::vector<QueryWord> words = query_words(analyzer_, text);
        if (words.empty()) return;
        if (name || node.field == nullptr) add_names(words, wildcard);
        if (!is_text(node.field)) return;
        if (wildcard) {
            const Token& start = words.back().joined ? *words.back().joined : words.back().parts.front();
            rules_.rules.push_back({{{start.term, start.form, false, true}}, text_field(node.field)});
            return;
        }
        const bool exact = node.kind == QueryNodeKind::exact_word || node.kind == QueryNodeKind::exact_phrase;
        add_words(words, exact, text_field(node.field));
    }

    /// Stems are asked once.
    void pattern(const QueryNode& node) {
        const auto sought = QueryPattern::of(node, analyzer_);
        if (!sought) return;
        const auto known = std::make_shared<std::unordered_map<std::string, bool>>();
        const auto accepts = [sought = *sought, known](const Token& token) {
            const auto [entry, is_new] = known->try_emplace(token.term, false);
            if (is_new) entry->second = sought.accepts_stem(token.term);
            return entry->second;
        };
        const bool misspelt = node.kind == QueryNodeKind::fuzzy;
        if (is_text(node.field))
            rules_.rules.push_back({{{{}, {}, false, false, accepts, misspelt}}, text_field(node.field)});
        if (node.field == nullptr)
            rules_.name_patterns.emplace_back(
                [sought = *sought](std::string_view key) { return sought.accepts_name(key); });
    }

    void add_words(const std::vector<QueryWord>& words, bool exact, std::optional<TextField> field) {
        HighlightRule parts{{}, field};
        HighlightRule joined{{}, field};
        for (const QueryWord& word : words) {
            for (const Token& part : word.parts) parts.words.push_back({part.term, part.form, exact, false});
            if (word.joined)
                joined.words.push_back({word.joined->term, word.joined->form, exact, false});
            else
                for (const Token& part : word.parts) joined.words.push_back({part.term, part.form, exact, false});
            if (words.size() == 1 && word.twin)
                rules_.rules.push_back({{{word.twin->term, word.twin->form, exact, false}}, field});
        }
        const bool has_compound =
            std::ranges::any_of(words, [](const QueryWord& word) { return word.joined.has_value(); });
        rules_.rules.push_back(std::move(parts));
        if (has_compound) rules_.rules.push_back(std::move(joined));
    }

    void add_names(const std::vector<QueryWord>& words, bool wildcard) {
        for (const QueryWord& word : words) {
            std::string key = script_free_key(word.printed);
            if (key.size() < 2 || word.stop) continue;
            if (wildcard)
                rules_.name_prefixes.push_back(std::move(key));
            else
                rules_.name_keys.insert(std::move(key));
        }
    }

    Analyzer& analyzer_;
    ListMode mode_;
    HighlightRules rules_;
};

} // namespace

HighlightRules highlight_rules(const QueryNode& root, ListMode mode, Analyzer& analyzer) {
    RuleCollector collector(analyzer, mode);
    collector.walk(root);
    return collector.take();
}

} // namespace annota
