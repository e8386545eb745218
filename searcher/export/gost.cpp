// SPDX-License-Identifier: GPL-2.0-or-later
//
// GOST R 7.0.5-2008 (references, section 7) and GOST R 7.0.100-2018 (descriptions, sections 5 and 7). They differ in
// the heading, in the statement of responsibility, and in what stands between the areas: a full stop, or a full stop
// and a dash. A periodical has its numbers behind it, a book its imprint, a chapter both.

#include "searcher/export/gost.h"

#include "common/terminal.h"
#include "common/transliteration.h"
#include "common/utf8.h"
#include "common/word_list.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace annota {

namespace {

struct Labels {
    std::string_view volume;
    std::string_view issue;
    std::string_view pages;
    std::string_view extent;
    std::string_view and_others;
    std::string_view editors;
    std::string_view thesis;
};

constexpr Labels kRussian{"Т. ", "№ ", "С. ", " с.", " [и др.]", "ред. ", "диссертация"};
constexpr Labels kEnglish{"Vol. ", "No. ", "P. ", " p.", " [et al.]", "ed. by ", "thesis"};

/// The heading names up to three authors; of more than its standard allows the statement names the first three.
constexpr std::size_t kNamed = 3;

/// "Иван" as "И.", "Жан-Поль" as "Ж.-П."; initials stay as they are, and names in scripts that have none.
std::string initial(std::string_view given) {
    if (given.ends_with('.')) return std::string(given);
    std::string out;
    bool begins_part = true;
    for (std::size_t at = 0; at < given.size();) {
        const char32_t c = next_code_point(given, at);
        if (begins_part && !is_cyrillic(c) && !is_latin(c)) return std::string(given);
        if (begins_part) {
            if (!out.empty()) out.push_back('-');
            append_code_point(out, c);
            out.push_back('.');
        }
        begins_part = c == U'-';
    }
    return out;
}

std::string initials(const PersonName& name) {
    std::vector<std::string> letters;
    for (const std::string& given : name.given) letters.push_back(initial(given));
    return joined(letters, " ");
}

/// "Данилин И. В.", or with `comma` "Данилин, И. В."
std::string heading_name(const PersonName& name, bool comma) {
    return joined({name.family, initials(name)}, comma ? ", " : " ");
}

std::string statement_name(const PersonName& name) {
    return joined({initials(name), name.family}, " ");
}

bool is_body(const PersonName& name) {
    return name.given.empty();
}

/// Something that ends a sentence by itself takes no full stop.
std::string sentence(const std::string& text) {
    constexpr std::string_view kEnds = ".?!";
    return text.empty() || kEnds.find(text.back()) != std::string_view::npos ? text : text + '.';
}

class Citation {
public:
    Citation(const ExportedRecord& exported, GostStandard standard)
        : exported_(exported), record_(exported.record), labels_(exported.cyrillic ? kRussian : kEnglish),
          full_(standard == GostStandard::description) {}

    std::string print() const {
        const bool part = !exported_.journal.empty();
        std::string head = joined({heading(), titled(part)}, " ");
        if (part) head += (head.empty() ? "// " : " // ") + host();
        std::vector<std::string> areas{head};
        const std::vector<std::string> rest = numbers(part);
        areas.insert(areas.end(), rest.begin(), rest.end());
        std::string out;
        for (const std::string& area : areas) {
            if (area.empty()) continue;
            if (!out.empty()) out = sentence(out) + (full_ ? " – " : " ");
            out += area;
        }
        // A full stop would become part of it.
        return record_.doi.empty() && record_.url.empty() ? sentence(out) : out;
    }

private:
    /// Persons lead; works of bodies, and of many, stand under their titles.
    bool has_heading() const {
        const auto& authors = exported_.authors;
        return !authors.empty() && authors.size() <= kNamed && std::ranges::none_of(authors, is_body);
    }

    std::string heading() const {
        if (!has_heading()) return {};
        if (full_) return sentence(heading_name(exported_.authors.front(), true));
        std::vector<std::string> names;
        names.reserve(exported_.authors.size());
        for (const PersonName& name : exported_.authors) names.push_back(heading_name(name, false));
        return sentence(joined(names, ", "));
    }

    std::string statement_names(std::span<const PersonName> names, std::size_t most) const {
        std::vector<std::string> texts;
        for (const PersonName& name : names.first(names.size() > most ? kNamed : names.size()))
            texts.push_back(statement_name(name));
        return joined(texts, ", ").append(names.size() > most ? labels_.and_others : std::string_view());
    }

    /// What stands behind the slash of the work itself. References repeat no name of their heading.
    std::string responsibility(bool part) const {
        const bool repeated = has_heading() && !full_;
        std::string authors =
            repeated ? std::string() : statement_names(exported_.authors, full_ ? kNamed + 1 : kNamed);
        return joined({authors, part ? std::string() : editors()}, " ; ");
    }

    std::string editors() const {
        if (exported_.editors.empty()) return {};
        return std::string(labels_.editors) + statement_names(exported_.editors, kNamed);
    }

    /// The title, or what stands for it; of theses with what they are.
    std::string titled(bool part) const {
        std::string title = exported_.title.empty() ? exported_.abstract : exported_.title;
        if (record_.type == "thesis") title = joined({title, std::string(labels_.thesis)}, full_ ? " : " : ": ");
        return joined({title, responsibility(part)}, " / ");
    }

    std::string host() const { return joined({exported_.journal, editors()}, " / "); }

    /// "М. : Наука, 2015"
    std::string imprint() const {
        const std::string year = record_.year > 0 ? std::to_string(record_.year) : std::string();
        return joined({joined({record_.place, record_.publisher}, full_ ? " : " : ": "), year}, ", ");
    }

    std::string extent() const {
        const bool bare =
            !record_.extent.empty() && record_.extent.find_first_not_of("0123456789") == std::string::npos;
        return bare ? record_.extent + std::string(labels_.extent) : record_.extent;
    }

    /// Pages are "-" where a source has none.
    std::string pages() const {
        if (record_.pages.find_first_not_of('-') == std::string::npos) return {};
        std::string range = record_.pages;
        for (std::size_t at = 0; (at = range.find('-', at)) != std::string::npos; at += 3) range.replace(at, 1, "–");
        return std::string(labels_.pages) + range;
    }

    static std::string labelled(std::string_view label, const std::string& number) {
        return number.empty() ? std::string() : std::string(label) + number;
    }

    std::vector<std::string> numbers(bool part) const {
        std::vector<std::string> areas{
            imprint(), joined({labelled(labels_.volume, record_.volume), labelled(labels_.issue, record_.issue)}, ", "),
            pages(), part ? std::string() : extent()};
        for (const std::string& isbn : record_.isbn) areas.push_back("ISBN " + isbn);
        for (const std::string& issn : record_.issn) areas.push_back("ISSN " + issn);
        areas.push_back(labelled(full_ ? "DOI " : "DOI: ", record_.doi));
        areas.push_back(labelled("URL: ", record_.url));
        return areas;
    }

    const ExportedRecord& exported_;
    const Record& record_;
    const Labels& labels_;
    bool full_; ///< A description.
};

} // namespace

std::string gost_citation(const ExportedRecord& exported, GostStandard standard) {
    return printable(Citation(exported, standard).print());
}

} // namespace annota
