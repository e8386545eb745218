// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/output.h"

#include "searcher/export/bibtex.h"
#include "searcher/export/csl_json.h"
#include "searcher/export/delimited.h"
#include "searcher/export/ris.h"
#include "searcher/render_json.h"
#include "searcher/render_text.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace annota {

namespace {

/// Gives another writer the fields of the records that were asked for.
class ChosenFields : public HitWriter {
public:
    ChosenFields(std::unique_ptr<HitWriter> writer, std::vector<std::string> fields)
        : writer_(std::move(writer)), fields_(std::move(fields)) {}

    std::string begin(const ResultPage& page) override { return writer_->begin(page); }
    std::string hit(const Hit& hit) override {
        Hit chosen;
        chosen.id = hit.id;
        chosen.record = hit.record;
        keep_fields(chosen.record, fields_);
        return writer_->hit(chosen);
    }
    std::string end(const ResultPage& page) override { return writer_->end(page); }

private:
    std::unique_ptr<HitWriter> writer_;
    std::vector<std::string> fields_;
};

std::unique_ptr<HitWriter> make_text_writer(const OutputOptions& options, const Environment& environment) {
    const bool color = wants_color(options.color, is_terminal(1), environment);
    return std::make_unique<TextWriter>(TextStyle{color, terminal_width(1, environment), user_language(environment)});
}

std::unique_ptr<HitWriter> make_table_writer(const OutputOptions& options, Delimiter delimiter) {
    return std::make_unique<TableWriter>(
        TableOptions{delimiter, options.fields, options.byte_order_mark, options.language});
}

std::unique_ptr<HitWriter> make_whole_writer(const OutputOptions& options, const Environment& environment) {
    switch (options.format) {
    case OutputFormat::csv: return make_table_writer(options, Delimiter::comma);
    case OutputFormat::tsv: return make_table_writer(options, Delimiter::tab);
    case OutputFormat::bibtex: return std::make_unique<BibtexWriter>(options.language, options.fields);
    case OutputFormat::ris: return std::make_unique<RisWriter>(options.language);
    case OutputFormat::csl_json: return std::make_unique<CslJsonWriter>(options.language);
    case OutputFormat::gost: return std::make_unique<GostWriter>(options.standard, options.language);
    case OutputFormat::trec: return std::make_unique<TrecWriter>("1", options.run_name);
    case OutputFormat::json:
    case OutputFormat::jsonl: return std::make_unique<JsonLinesWriter>();
    case OutputFormat::text: break;
    }
    return make_text_writer(options, environment);
}

/// One word, as the columns of a run are parted by blanks.
std::string trec_id(const Hit& hit) {
    std::string id = printable(hit.record.id.empty() ? hit.id : hit.record.id);
    std::ranges::replace(id, ' ', '_');
    return id;
}

} // namespace

bool is_export(OutputFormat format) {
    return format >= OutputFormat::csv && format <= OutputFormat::gost;
}

std::unique_ptr<HitWriter> make_hit_writer(const OutputOptions& options, const Environment& environment) {
    std::unique_ptr<HitWriter> writer = make_whole_writer(options, environment);
    const bool chooses = options.format == OutputFormat::ris || options.format == OutputFormat::csl_json ||
                         options.format == OutputFormat::gost;
    if (!chooses || options.fields.empty()) return writer; // Others choose by themselves.
    return std::make_unique<ChosenFields>(std::move(writer), options.fields);
}

/// A TREC run names records as their source does, so that judgements of the source fit.
std::string TrecWriter::hit(const Hit& hit) {
    std::ostringstream line;
    line << std::fixed << std::setprecision(6) << query_id_ << " Q0 " << trec_id(hit) << ' ' << hit.rank << ' '
         << hit.score << ' ' << run_ << '\n';
    return std::move(line).str();
}

} // namespace annota
