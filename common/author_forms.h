// SPDX-License-Identifier: GPL-2.0-or-later
//
// All printed forms of one author of a record as one value of the author column: what persons are told apart by, and
// what their buckets are labelled with.

#pragma once

#include "common/facet_values.h"
#include "common/name_keys.h"
#include "common/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

struct AuthorForm {
    std::string_view key; ///< name_key() of the form.
    std::string_view printed;

    friend bool operator==(const AuthorForm&, const AuthorForm&) = default;
};

/// The author's forms under the key of the fullest one. A form that is printed twice stands once. Stored in the
/// columns: a change needs a new kColumnVersion.
FacetValue pack_forms(const Author& author, NameKeyCache& names);

/// The forms, the first one first; views into both texts. At least one.
std::vector<AuthorForm> unpack_forms(std::string_view key, std::string_view packed);

/// The form with the longest key, which tells "danilin,ivan" and "danilin,i,v" from "danilin,i"; the first of equals.
AuthorForm fullest_form(const std::vector<AuthorForm>& forms);

/// The same of an author whose forms are not packed.
std::string fullest_name_key(const Author& author);

/// The part of a name key before its first comma.
std::string_view family_key(std::string_view name_key);

/// Whether forms of the author may teach_spelling(): told by the first byte, since most teach none.
bool may_teach(std::string_view packed);

/// Whether two forms of one author show that two family keys are one name: given names that agree, and family keys of
/// which at least half is alike, so that two lists of authors in different order teach nothing.
bool teach_spelling(std::string_view key, std::string_view other_key);

/// Whether both scripts stand among the forms.
bool has_both_scripts(const std::vector<AuthorForm>& forms);

/// Whether the first letter is Cyrillic.
bool is_in_cyrillic(std::string_view printed);

} // namespace annota
