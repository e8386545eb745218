// SPDX-License-Identifier: GPL-2.0-or-later
//
// What all printed forms of one author together say of the given names.

#pragma once

#include "common/author_forms.h"

#include <string>
#include <vector>

namespace annota {

/// By place: the first given name, the patronymic. Each place has the names that were printed there, in the forms of
/// their keys, and of initials those that agree with none of these names. An initial that tells more in print than in a
/// key keeps that: Ю. and Yu. are no Я.
class GivenParts {
public:
    explicit GivenParts(const std::vector<AuthorForm>& forms);

    /// Whether one person can bear both: at every place that both have, some two names agree.
    bool agree(const GivenParts& other) const;

    friend bool operator==(const GivenParts&, const GivenParts&) = default;

    /// "ivan|ioann,v" or "ivan,iu.": equal for equal parts.
    std::string text() const;

private:
    std::vector<std::vector<std::string>> places_; ///< Each sorted.
};

} // namespace annota
