// SPDX-License-Identifier: GPL-2.0-or-later
//
// A citation on its way to a record: each part, once found, is entered here.

#pragma once

#include "common/record.h"
#include "indexer/citation_imprint.h"
#include "indexer/citation_tail.h"
#include "indexer/citation_title.h"
#include "indexer/citation_tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

class CitationDraft {
public:
    CitationDraft(const CitationText& text, Record& record) : text_(text), record_(record) {}

    /// Enters the numbers, and place and publisher where they stand between or behind them.
    void take_tail(const CitationTail& tail);
    void take_imprint(const Imprint& imprint);

    void take_title(const TitleAndHost& split);
    /// The journal, or the book or proceedings around a chapter.
    void take_host(TokenRange range, bool in_mark);
    void take_authors(const std::vector<TokenRange>& names) { add_persons(names, record_.authors); }
    void take_editors(const std::vector<TokenRange>& names) { add_persons(names, record_.editors); }
    void take_thesis_remark(TokenRange range);
    void take_report_remark(TokenRange range);
    void leave(TokenRange range);

    /// "X / И. Петров ; под ред. А. Смирнова": what stands behind the slash, up to the end of the statement. False
    /// where it names nobody.
    bool take_responsibility(TokenRange range, std::size_t& end);

    /// Takes "Ed. by ...", "под ред. ..." and edition remarks out of `range`, which holds a title; returns what is
    /// left.
    TokenRange take_statements(TokenRange range);

    /// Type and remainder, once everything is entered.
    void finish(bool has_link);

    const Record& record() const { return record_; }

private:
    void add_persons(const std::vector<TokenRange>& names, std::vector<Author>& persons) const;
    void take_rest(TokenRange range, bool before_year, bool in_periodical);
    /// "(Серия ...)" at the end of a title is left.
    TokenRange without_series(TokenRange range);
    std::string printed_name(TokenRange range) const;
    std::string decide_type(bool has_link) const;

    const CitationText& text_;
    Record& record_;
    std::vector<std::string> leftovers_;
    bool conference_ = false;
    bool thesis_ = false;
    bool report_ = false;
    bool part_ = false; ///< The volume is a part of a book or a collection.
    bool in_mark_ = false;
};

/// The fields that stand only in a DOI's suffix, see doi_suffix.h, entered where the citation does not print them.
void complete_from_doi(Record& record);

} // namespace annota
