// SPDX-License-Identifier: GPL-2.0-or-later

#pragma once

#include "indexer/document_terms.h"

#include <string>

namespace Xapian {
class Document;
}

namespace annota {

/// What Xapian stores of a document: its terms, its values, and the encoded record as one of them.
Xapian::Document xapian_document(const DocumentTerms& terms, const std::string& record);

} // namespace annota
