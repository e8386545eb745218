// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of printed labels and words, compared in lower case with the beginning of a line.

#include "indexer/page_labels.h"

#include "common/utf8.h"

#include <algorithm>
#include <string>

namespace annota {
namespace {

struct LabelRow {
    std::string_view text; ///< In lower case.
    PageLabel label;
    bool needs_no_sign = false; ///< A blank may follow instead of a colon.
};

constexpr LabelRow kLabels[]{
    {"цитировать", PageLabel::citation},
    {"цитировать как", PageLabel::citation},
    {"цитировать статью", PageLabel::citation},
    {"цитировать эту статью", PageLabel::citation},
    {"для цитирования", PageLabel::citation},
    {"образец цитирования", PageLabel::citation},
    {"ссылка для цитирования", PageLabel::citation},
    {"как цитировать", PageLabel::citation},
    {"как цитировать статью", PageLabel::citation},
    {"цитирование", PageLabel::citation},
    {"цитирование статьи", PageLabel::citation},
    {"ссылка на статью", PageLabel::citation},
    {"библиографическое описание", PageLabel::citation},
    {"библиографическая ссылка", PageLabel::citation},
    {"библиографическая ссылка на статью", PageLabel::citation},
    {"для цитування", PageLabel::citation},
    {"за цитиране", PageLabel::citation},
    {"for citation", PageLabel::citation},
    {"for citations", PageLabel::citation},
    {"citation", PageLabel::citation},
    {"cite as", PageLabel::citation},
    {"cite this article", PageLabel::citation},
    {"cite this article as", PageLabel::citation},
    {"how to cite", PageLabel::citation},
    {"how to cite this article", PageLabel::citation},
    {"to cite this article", PageLabel::citation},
    {"please cite", PageLabel::citation},
    {"please cite as", PageLabel::citation},
    {"recommended citation", PageLabel::citation},
    {"suggested citation", PageLabel::citation},
    {"publication type", PageLabel::type},
    {"article type", PageLabel::type},
    {"document type", PageLabel::type},
    {"type", PageLabel::type},
    {"тип", PageLabel::type},
    {"тип публикации", PageLabel::type},
    {"тип статьи", PageLabel::type},
    {"вид публикации", PageLabel::type},
    {"issn", PageLabel::issn, true},
    {"issn (print)", PageLabel::issn, true},
    {"issn (online)", PageLabel::issn, true},
    {"print issn", PageLabel::issn, true},
    {"online issn", PageLabel::issn, true},
    {"eissn", PageLabel::issn, true},
    {"e-issn", PageLabel::issn, true},
    {"p-issn", PageLabel::issn, true},
    {"isbn", PageLabel::isbn, true},
    {"doi", PageLabel::doi, true},
    {"цифровой идентификатор", PageLabel::doi},
    {"digital object identifier", PageLabel::doi},
    {"title", PageLabel::title},
    {"article title", PageLabel::title},
    {"название", PageLabel::title},
    {"название статьи", PageLabel::title},
    {"заглавие", PageLabel::title},
    {"заголовок", PageLabel::title},
    {"author", PageLabel::authors},
    {"authors", PageLabel::authors},
    {"author(s)", PageLabel::authors},
    {"автор", PageLabel::authors},
    {"авторы", PageLabel::authors},
    {"автор(ы)", PageLabel::authors},
    {"автори", PageLabel::authors},
    {"journal", PageLabel::journal},
    {"journal title", PageLabel::journal},
    {"journal name", PageLabel::journal},
    {"журнал", PageLabel::journal},
    {"название журнала", PageLabel::journal},
    {"издание", PageLabel::journal},
    {"publisher", PageLabel::publisher},
    {"издательство", PageLabel::publisher},
    {"издатель", PageLabel::publisher},
    {"year", PageLabel::year},
    {"publication year", PageLabel::year},
    {"year of publication", PageLabel::year},
    {"год", PageLabel::year},
    {"год издания", PageLabel::year},
    {"год публикации", PageLabel::year},
    {"volume", PageLabel::volume},
    {"том", PageLabel::volume},
    {"issue", PageLabel::issue},
    {"number", PageLabel::issue},
    {"номер", PageLabel::issue},
    {"выпуск", PageLabel::issue},
    {"pages", PageLabel::pages},
    {"page range", PageLabel::pages},
    {"страницы", PageLabel::pages},
    {"language", PageLabel::language},
    {"язык", PageLabel::language},
    {"язык статьи", PageLabel::language},
    {"язык публикации", PageLabel::language},
    {"abstract", PageLabel::abstract},
    {"annotation", PageLabel::abstract},
    {"summary", PageLabel::abstract},
    {"аннотация", PageLabel::abstract},
    {"аннотация научной статьи", PageLabel::abstract, true},
    {"краткая аннотация", PageLabel::abstract},
    {"резюме", PageLabel::abstract},
    {"реферат", PageLabel::abstract},
    {"анотація", PageLabel::abstract},
    {"анотация", PageLabel::abstract},
    {"keywords", PageLabel::keywords},
    {"key words", PageLabel::keywords},
    {"keywords and phrases", PageLabel::keywords},
    {"key words and phrases", PageLabel::keywords},
    {"author keywords", PageLabel::keywords},
    {"index terms", PageLabel::keywords},
    {"ключевые слова", PageLabel::keywords},
    {"ключевые слова и фразы", PageLabel::keywords},
    {"ключові слова", PageLabel::keywords},
    {"ключови думи", PageLabel::keywords},
    {"indexed in", PageLabel::indexed_in},
    {"indexed by", PageLabel::indexed_in},
    {"abstracted/indexed in", PageLabel::indexed_in},
    {"индексируется в", PageLabel::indexed_in},
    {"индексация", PageLabel::indexed_in},
    {"индексирование", PageLabel::indexed_in},
    {"базы данных", PageLabel::indexed_in},
    {"статья проиндексирована", PageLabel::indexed_in, true},
    {"эта статья проиндексирована", PageLabel::indexed_in, true},
    {"references", PageLabel::references},
    {"cited references", PageLabel::references},
    {"bibliography", PageLabel::references},
    {"reference list", PageLabel::references},
    {"литература", PageLabel::references},
    {"список литературы", PageLabel::references},
    {"список использованной литературы", PageLabel::references},
    {"список использованных источников", PageLabel::references},
    {"список источников", PageLabel::references},
    {"список литературы / references", PageLabel::references},
    {"библиографический список", PageLabel::references},
    {"библиография", PageLabel::references},
    {"источники", PageLabel::references},
    {"література", PageLabel::references},
    {"related publications", PageLabel::related},
    {"related articles", PageLabel::related},
    {"similar articles", PageLabel::related},
    {"recommended articles", PageLabel::related},
    {"see also", PageLabel::related},
    {"other publications", PageLabel::related},
    {"связанные публикации", PageLabel::related},
    {"публикации по теме", PageLabel::related},
    {"другие публикации", PageLabel::related},
    {"похожие публикации", PageLabel::related},
    {"похожие статьи", PageLabel::related},
    {"похожие темы", PageLabel::related},
    {"читайте также", PageLabel::related},
    {"смотрите также", PageLabel::related},
    {"рекомендуемые статьи", PageLabel::related},
    {"about the author", PageLabel::affiliations},
    {"about the authors", PageLabel::affiliations},
    {"author information", PageLabel::affiliations},
    {"authors and affiliations", PageLabel::affiliations},
    {"affiliation", PageLabel::affiliations},
    {"affiliations", PageLabel::affiliations},
    {"об авторе", PageLabel::affiliations},
    {"об авторах", PageLabel::affiliations},
    {"сведения об авторе", PageLabel::affiliations},
    {"сведения об авторах", PageLabel::affiliations},
    {"информация об авторах", PageLabel::affiliations},
    {"аффилиация", PageLabel::affiliations},
    {"introduction", PageLabel::other},
    {"1. introduction", PageLabel::other},
    {"введение", PageLabel::other},
    {"текст научной работы", PageLabel::other},
    {"текст статьи", PageLabel::other},
    {"acknowledgements", PageLabel::other},
    {"acknowledgments", PageLabel::other},
    {"funding", PageLabel::other},
    {"conflict of interest", PageLabel::other},
    {"благодарности", PageLabel::other},
    {"благодарность", PageLabel::other},
    {"финансирование", PageLabel::other},
    {"конфликт интересов", PageLabel::other},
    {"рецензия", PageLabel::other},
    {"received", PageLabel::remark, true},
    {"revised", PageLabel::remark, true},
    {"accepted", PageLabel::remark, true},
    {"submitted", PageLabel::remark, true},
    {"published", PageLabel::remark, true},
    {"published online", PageLabel::remark, true},
    {"date of publication", PageLabel::remark},
    {"поступила", PageLabel::remark, true},
    {"поступила в редакцию", PageLabel::remark, true},
    {"статья поступила", PageLabel::remark, true},
    {"дата поступления", PageLabel::remark, true},
    {"принята", PageLabel::remark, true},
    {"опубликована", PageLabel::remark, true},
    {"опубликовано", PageLabel::remark, true},
    {"дата публикации", PageLabel::remark, true},
    {"дата добавления", PageLabel::remark, true},
    {"одобрена", PageLabel::remark, true},
    {"цитирований", PageLabel::remark, true},
    {"citations", PageLabel::remark, true},
    {"удк", PageLabel::remark, true},
    {"udc", PageLabel::remark, true},
    {"ббк", PageLabel::remark, true},
    {"грнти", PageLabel::remark, true},
    {"jel", PageLabel::remark, true},
    {"jel classification", PageLabel::remark, true},
    {"jel-classification", PageLabel::remark, true},
    {"jel codes", PageLabel::remark, true},
    {"msc", PageLabel::remark, true},
    {"edn", PageLabel::remark, true},
    {"pacs", PageLabel::remark, true},
    {"license", PageLabel::remark},
    {"лицензия", PageLabel::remark},
    {"comments", PageLabel::end},
    {"комментарии", PageLabel::end},
    {"add comment", PageLabel::end},
    {"no comments", PageLabel::end},
    {"добавить комментарий", PageLabel::end},
    {"нет комментариев", PageLabel::end},
    {"обсуждение", PageLabel::end},
    {"first news", PageLabel::end},
    {"institute news", PageLabel::end},
    {"latest news", PageLabel::end},
    {"recently published", PageLabel::end},
    {"последние новости", PageLabel::end},
    {"новости института", PageLabel::end},
    {"новости", PageLabel::end},
};

constexpr std::size_t kLongestLabel = 50; // code points: what of a line is compared

/// What follows a label: nothing, or a sign and the value. A counter in brackets ("Comments (0)") is no value.
std::optional<std::string_view> value_behind(std::string_view rest, const LabelRow& row) {
    rest = trim(rest);
    if (rest.empty()) return rest;
    if (rest.front() == '(' && rest.find_first_not_of("()0123456789 ") == std::string_view::npos)
        return std::string_view();
    for (const std::string_view sign : {":", ".", "–", "—", "-"}) {
        if (rest.starts_with(sign)) return trim(rest.substr(sign.size()));
    }
    return row.needs_no_sign ? std::optional(rest) : std::nullopt;
}

} // namespace

std::optional<LabelledLine> match_label(std::string_view line) {
    const std::string_view beginning = first_code_points(line, kLongestLabel);
    const std::string lower = to_lower(beginning);
    if (lower.size() != beginning.size()) return std::nullopt;
    const LabelRow* best = nullptr;
    std::string_view value;
    for (const LabelRow& row : kLabels) {
        if (!lower.starts_with(row.text) || (best != nullptr && best->text.size() >= row.text.size())) continue;
        // The label must end where a word ends.
        std::size_t behind = row.text.size();
        const std::string_view rest = line.substr(behind);
        if (!rest.empty() && next_code_point(line, behind) >= 0xC0 && !rest.starts_with("–") &&
            !rest.starts_with("—") && trim(rest).size() == rest.size())
            continue;
        if (!rest.empty() && ((rest[0] >= 'a' && rest[0] <= 'z') || (rest[0] >= 'A' && rest[0] <= 'Z') ||
                              (rest[0] == '-' && rest.size() > 1 && rest[1] != ' ')))
            continue;
        if (const auto found = value_behind(rest, row)) {
            best = &row;
            value = *found;
        }
    }
    return best == nullptr ? std::nullopt : std::optional(LabelledLine{best->label, value});
}

std::string_view take_label_value(std::string_view& line) {
    static constexpr std::string_view kInner[]{
        "Том:",  "Номер:", "Выпуск:", "Год:",   "Страницы:", "Язык:", "Тип:",   "УДК:",      "DOI:",
        "ISSN:", "eISSN:", "Volume:", "Issue:", "Number:",   "Year:", "Pages:", "Language:", "Type:"};
    std::size_t end = line.size();
    for (const std::string_view label : kInner) {
        const std::size_t at = line.find(label);
        // "eISSN:" holds "ISSN:": a label begins where no letter stands before it, or one glued by mistake to a number.
        const bool begins =
            at == 0 || (at < line.size() && (line[at - 1] < 'A' || static_cast<unsigned char>(line[at - 1]) >= 0x80));
        if (at != std::string_view::npos && begins) end = std::min(end, at);
    }
    const std::string_view value = trim(line.substr(0, end));
    line.remove_prefix(end);
    return value;
}

} // namespace annota
