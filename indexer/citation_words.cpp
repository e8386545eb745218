// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of words, compared by word_key(), so that a Latin "C." and a Cyrillic one are the same page mark.

#include "indexer/citation_words.h"

#include "common/utf8.h"
#include "indexer/citation_word_set.h"

#include <string>

namespace annota {

NumberLabel number_label(const CitationToken& token) {
    static const CitationWordSet volumes("т тт том тома томъ тому vol vols v volume volumes bd band tome");
    static const CitationWordSet issues(R"(
        no nos nr n № number номер issue issues iss is вып выпуск вип випуск бр брой br num numb heft ном зб)");
    static const CitationWordSet parts("ч часть частина част кн книга part pt св");
    static const CitationWordSet pages(R"(
        с сс стр стор страницы страница страниц p pp ppp pg pgs page pages s ss р рр срр)");
    if (token.is("№") || token.is("#")) return NumberLabel::issue;
    if (!token.is_word()) return NumberLabel::none;
    if (volumes.contains(token)) return NumberLabel::volume;
    if (issues.contains(token)) return NumberLabel::issue;
    if (parts.contains(token)) return NumberLabel::part;
    return pages.contains(token) ? NumberLabel::pages : NumberLabel::none;
}

bool needs_full_stop(const CitationToken& token) {
    return !token.capital && count_code_points(token.text) == 1 && token.text != "№" && token.text != "#";
}

bool is_year_word(const CitationToken& token) {
    static const CitationWordSet words("г гг год года годы р рр рік year");
    return words.contains(token) && !token.capital;
}

bool is_body_word(const CitationToken& token) {
    static const CitationWordSet words("см cm мм ил илл ілюстр табл экз прим");
    return words.contains(token);
}

bool is_month(const CitationToken& token) {
    static const CitationWordSet words(R"(
        январ* феврал* март марта апрел* май мая июнь июня июль июля август августа сентябр* октябр* ноябр*
        декабр* янв фев февр мар апр авг сен сент окт ноя нояб дек січ* лют* берез* квіт* трав* черв* лип* серп*
        верес* жовт* листопад* груд* януари февруари април юни юли септември октомври ноември декември january
        february march april may june july august september october november december jan feb mar apr jun jul
        aug sep sept oct nov dec)");
    // "июль-август"
    return token.is_word() && words.contains_key(token.key.substr(0, token.key.find('-')));
}

bool is_undated_word(const CitationToken& token) {
    static const CitationWordSet words("n nd in forthcoming б бг в у");
    return words.contains(token) && !token.capital;
}

bool is_article_number_word(const CitationToken& token) {
    static const CitationWordSet words("article art paper статья artn стаття");
    return words.contains(token) || (token.is_word() && token.text == "Ст");
}

bool is_initial(const CitationToken& token) {
    static const CitationWordSet digraphs(R"(
        yu ya yo ye zh kh ts ch sh shch ju ja jo je sch th ph iu ia дж ст ив ал вл вс дм ник ев wm dzh ле ма)");
    return token.is_word() && token.capital && (count_code_points(token.text) == 1 || digraphs.contains(token));
}

bool is_abbreviation(const CitationToken& token) {
    static const CitationWordSet words(R"(
        им проф акад доц др д-р чл св ред сост пер изд отв науч под тез докл сб сер ser вып т кн ч vol no nos
        iss pp p с стр ст рис табл обл губ предв сообщ результ канд психол техн физ хим биол мед экон юрид филол
        ист пед филос полит социол наук дис дисс автореф prof dr st mr mrs ed eds al et proc conf int intern
        univ dept inst vs cf ca jr approx англ нем фр франц исп итал лат греч яп кит рус укр болг)");
    // "в.", "г.", "гг." close a century or a year; what follows in capitals begins a sentence more often than not.
    return words.contains(token);
}

bool is_name_particle(const CitationToken& token) {
    static const CitationWordSet words(R"(
        von van de der den del della di da dos du la le ten ter zu zur bin ibn al el фон ван де дер ди да ла дю)");
    return words.contains(token) && count_code_points(token.text) > 1;
}

bool is_editor_word(const CitationToken& token) {
    static const CitationWordSet words(R"(
        ред редакци* редактор* ed eds editor editors edited сост составител* упоряд* съст съставител* hrsg comp
        comps compiled redakciej redaktsiej redaktsiey уред ур прир ответств)");
    return words.contains(token);
}

bool is_before_editor(const CitationToken& token) {
    static const CitationWordSet words("под за общ общей науч научн научной отв гл under general the and и pod mit "
                                       "ред сост сб");
    return words.contains(token);
}

bool is_translator_word(const CitationToken& token) {
    static const CitationWordSet words("пер перевод перев transl translated trans translator прев превод");
    return words.contains(token);
}

bool is_and(const CitationToken& token) {
    static const CitationWordSet words("and и та і й und et y");
    return token.is("&") || (words.contains(token) && !token.capital);
}

bool is_publisher_word(const CitationToken& token) {
    static const CitationWordSet words(R"(
        изд-во издательств* издат изд-ва издатель издательский издательская press publ publs publisher
        publishers publishing publication publications verlag видавництв* вид-во видавн издателств* izdatelstvo
        izd-vo books springer wiley elsevier типография типографія тип типо-литография печатница politizdat
        полиграф* университетское university)");
    return words.contains(token);
}

bool is_journal_word(const CitationToken& token) {
    static const CitationWordSet words(R"(
        journal journ j review bulletin bull herald annals ann acta archives arch transactions trans letters
        magazine quarterly izvestiya izvestia izv isvestya isvestiya izvestija vestnik vestn zhurnal zh zhur
        trudy uchenye uspekhi voprosy doklady byulleten byulleten’ problemy vant известия изв вестник вестн
        вісник журнал ж труды записки ученые учёные успехи вопросы доклады бюллетень обозрение вести известиия
        ведомости научно-технические вант наукові науковий списание годишник гласник зборник международный
        american european international british russian soviet advances progress frontiers studies physics
        physical nature ieee)");
    return words.contains(token) && token.capital;
}

bool is_series_word(const CitationToken& token) {
    static const CitationWordSet words("серия сер серія series ser seriya seria section раздел");
    return words.contains(token);
}

bool is_conference_word(const CitationToken& token) {
    static const CitationWordSet words(R"(
        конференци* конф науч-практ симпозиум* семинар* конгресс* съезд* форум* чтения чтений чтениях чтениям
        школы-семинара совещани* конференці* conference* conf symposium symposia symp workshop* congress*
        meeting* forum seminar* konferentsi* konferenci* simpozium* конгрес* конференц* colloquium)");
    return words.contains(token);
}

bool is_collection_word(const CitationToken& token) {
    static const CitationWordSet words(R"(
        труды сборник сб материалы тезисы proceedings proc proceed transactions trudy sbornik materialy tezisy
        матеріали збірник сборници collection abstracts зборник intern препринт preprint)");
    return words.contains(token);
}

bool is_thesis_word(const CitationToken& token) {
    static const CitationWordSet words(R"(
        автореф* дис дисс диссертаци* дисертаці* дисертаци* thesis dissertation avtoref* dissertats* дисерт diss)");
    return words.contains(token);
}

bool is_report_word(const CitationToken& token) {
    static const CitationWordSet words("препринт отчет отчёт preprint report tecdoc");
    return words.contains(token) && token.capital;
}

bool is_edition_word(const CitationToken& token) {
    static const CitationWordSet words("изд издание изд-е вид видання edition ed edn aufl");
    return words.contains(token);
}

} // namespace annota
