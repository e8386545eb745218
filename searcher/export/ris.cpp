// SPDX-License-Identifier: GPL-2.0-or-later
//
// The "RIS Format Specifications" of Research Information Systems, two letters, two blanks, a dash, a blank, the
// value. Hosts have the tags of before 2011, which every reader knows. Its line ends are CR LF, but all readers take
// LF, and so do pipes.

#include "searcher/export/ris.h"

#include "common/terminal.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace annota {

namespace {

struct ReferenceType {
    std::string_view type; ///< CSL's.
    std::string_view code;
    std::string_view host; ///< The tag for what the work is part of: a periodical or series (JF), or a book (BT).
};

constexpr ReferenceType kOther{"", "GEN", "JF"};

constexpr std::array kReferenceTypes{
    ReferenceType{"article", "JOUR", "JF"},
    ReferenceType{"article-journal", "JOUR", "JF"},
    ReferenceType{"article-magazine", "MGZN", "JF"},
    ReferenceType{"article-newspaper", "NEWS", "JF"},
    ReferenceType{"bill", "BILL", "JF"},
    ReferenceType{"book", "BOOK", "JF"},
    ReferenceType{"broadcast", "MPCT", "JF"},
    ReferenceType{"chapter", "CHAP", "BT"},
    ReferenceType{"classic", "CLSWK", "JF"},
    ReferenceType{"collection", "EDBOOK", "JF"},
    ReferenceType{"dataset", "DATA", "JF"},
    ReferenceType{"entry", "ENCYC", "BT"},
    ReferenceType{"entry-dictionary", "DICT", "BT"},
    ReferenceType{"entry-encyclopedia", "ENCYC", "BT"},
    ReferenceType{"figure", "FIGURE", "JF"},
    ReferenceType{"graphic", "ART", "JF"},
    ReferenceType{"hearing", "HEAR", "JF"},
    ReferenceType{"legislation", "STAT", "JF"},
    ReferenceType{"manuscript", "UNPB", "JF"},
    ReferenceType{"map", "MAP", "JF"},
    ReferenceType{"pamphlet", "PAMP", "JF"},
    ReferenceType{"paper-conference", "CONF", "BT"},
    ReferenceType{"patent", "PAT", "JF"},
    ReferenceType{"post", "BLOG", "JF"},
    ReferenceType{"post-weblog", "BLOG", "JF"},
    ReferenceType{"report", "RPRT", "JF"},
    ReferenceType{"review", "JOUR", "JF"},
    ReferenceType{"review-book", "JOUR", "JF"},
    ReferenceType{"software", "COMP", "JF"},
    ReferenceType{"song", "SOUND", "JF"},
    ReferenceType{"standard", "STAND", "JF"},
    ReferenceType{"thesis", "THES", "JF"},
    ReferenceType{"webpage", "ELEC", "JF"},
};

const ReferenceType& reference_type(std::string_view type) {
    const auto found = std::ranges::find(kReferenceTypes, type, &ReferenceType::type);
    return found == kReferenceTypes.end() ? kOther : *found;
}

class ReferenceBuilder {
public:
    explicit ReferenceBuilder(const ExportedRecord& exported) : exported_(exported), record_(exported.record) {}

    std::string build() {
        const ReferenceType& type = reference_type(record_.type);
        add("TY", type.code);
        add("ID", exported_.id);
        for (const PersonName& name : exported_.authors) add("AU", inverted_name(name));
        for (const PersonName& name : exported_.editors) add("ED", inverted_name(name));
        add("TI", exported_.title);
        add_others("TT", record_.title);
        add(type.host, exported_.journal);
        if (type.host == kOther.host) add_others("J2", record_.journal); // An alternative title of a periodical.
        add_numbers();
        add("AB", exported_.abstract);
        add_others("N2", record_.abstract);
        for (const auto& [language, keywords] : record_.keywords) add_each("KW", keywords);
        add_each("LA", record_.language);
        add_each("DB", record_.indexed_in);
        return std::move(out_) + "ER  - \n\n";
    }

private:
    void add(std::string_view tag, std::string_view value) {
        if (!value.empty()) out_.append(tag).append("  - ").append(printable(value)).append("\n");
    }

    void add_each(std::string_view tag, const std::vector<std::string>& values) {
        for (const std::string& value : values) add(tag, value);
    }

    /// The texts in the languages that have no other tag.
    void add_others(std::string_view tag, const ByLanguage<std::string>& texts) {
        for (const auto& [language, text] : texts)
            if (texts.size() > 1 && language != exported_.language) add(tag, text);
    }

    void add_numbers() {
        if (record_.year > 0) add("PY", std::to_string(record_.year));
        add("VL", record_.volume);
        add("IS", record_.issue);
        add_pages();
        add("PB", record_.publisher);
        add("CY", record_.place);
        add("N1", record_.extent);
        add("DO", record_.doi);
        add("UR", record_.url);
        add_each("SN", record_.issn);
        add_each("SN", record_.isbn);
    }

    /// A list of pages stays whole in SP.
    void add_pages() {
        const std::string_view pages = record_.pages;
        const std::size_t dash = pages.find('-');
        const bool range = dash != std::string_view::npos && dash > 0 && dash + 1 < pages.size() &&
                           pages.find_first_of("-, ;", dash + 1) == std::string_view::npos &&
                           pages.find_first_of(", ;") == std::string_view::npos;
        add("SP", range ? pages.substr(0, dash) : pages);
        if (range) add("EP", pages.substr(dash + 1));
    }

    const ExportedRecord& exported_;
    const Record& record_;
    std::string out_;
};

} // namespace

std::string ris_reference(const ExportedRecord& exported) {
    return ReferenceBuilder(exported).build();
}

} // namespace annota
