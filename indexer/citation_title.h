// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a title ends and the name of the journal or book around it begins, in citations that do not say so with "//".

#pragma once

#include "indexer/citation_tokens.h"

namespace annota {

/// The running text of a citation between its names and its numbers.
struct TitleAndHost {
    TokenRange title;
    TokenRange translation; ///< "[...]" behind a title in another script or language, without the brackets.
    TokenRange host;        ///< Journal, proceedings or book; empty where there is none.
};

/// What the numbers of a citation say about a host.
struct HostHints {
    bool expected = false;     ///< There must be one: the last sentence is it even if nothing in it says so.
    bool part_of_book = false; ///< Pages from one to another: "...: сборник статей" is a host.
};

TitleAndHost split_title_and_host(const CitationText& text, TokenRange range, HostHints hints);

/// The title alone: quotes around the whole and a translation in brackets taken apart.
TitleAndHost split_title(const CitationText& text, TokenRange range);

/// "In:", "In Proc.", "In A. Petrov (Ed.),", "В:", "В кн.:", "В сб.:" at `at`: where the host behind it begins, else
/// `at`.
std::size_t container_mark_end(const CitationText& text, std::size_t at);

/// Whether a name in `range` is that of proceedings or a collection.
bool names_conference(const CitationText& text, TokenRange range);
bool names_collection(const CitationText& text, TokenRange range);

} // namespace annota
