// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "common/index_reader.h"

#include <set>
#include <string>

namespace annota {

/// The key of the journal that has `key` as one of its names; itself where no journal has.
std::string present_journal_key(IndexReader& reader, const std::string& key);

/// The names, as keys, of the journal that has `key` as one of them, but for that one.
std::set<std::string> other_journal_keys(IndexReader& reader, const std::string& key);

} // namespace annota
