// SPDX-License-Identifier: GPL-2.0-or-later
//
// The options of facets, as rows of the table of request_option.h take them.

#pragma once

#include "common/option_value.h"
#include "searcher/search_request.h"

#include <string>
#include <string_view>
#include <vector>

namespace annota {

/// The table's name of a field with buckets, whatever alias it was called by.
Complaint read_facet_name(std::string_view text, std::string& name);

using OptionValues = std::vector<std::string>;

/// "author", "author:20", "journal/year", "journal:5/year:3", several with commas between them.
Complaint set_facets(SearchRequest& request, std::string_view name, const OptionValues& values);
Complaint set_no_facets(SearchRequest& request, std::string_view name, const OptionValues& values);

/// "FIELD=VALUE" for the facet of that name, which is counted from then on if it was not.
Complaint set_facet_orders(SearchRequest& request, std::string_view name, const OptionValues& values);
Complaint set_facet_offsets(SearchRequest& request, std::string_view name, const OptionValues& values);
Complaint set_facet_prefixes(SearchRequest& request, std::string_view name, const OptionValues& values);
Complaint set_facet_parts(SearchRequest& request, std::string_view name, const OptionValues& values);

Complaint set_histogram(SearchRequest& request, std::string_view name, const OptionValues& values);

} // namespace annota
