// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/bm25.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>

namespace annota {

namespace {

class Bm25Weight : public Xapian::Weight {
public:
    explicit Bm25Weight(const Bm25Parameters& parameters);

    Bm25Weight* clone() const override;
    std::string name() const override;

    double get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount unique_terms) const override;
    double get_maxpart() const override;
    double get_sumextra(Xapian::termcount length, Xapian::termcount unique_terms) const override;
    double get_maxextra() const override;

private:
    void init(double factor) override;
    double part(double wdf, double length) const;

    Bm25Parameters parameters_;
    double scale_ = 0;        ///< idf times (k1 + 1) times the query's factor.
    double length_share_ = 0; ///< b over the average length.
};

Bm25Weight::Bm25Weight(const Bm25Parameters& parameters) : parameters_(parameters) {
    need_stat(COLLECTION_SIZE);
    need_stat(TERMFREQ);
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(DOC_LENGTH);
    need_stat(DOC_LENGTH_MIN);
    need_stat(AVERAGE_LENGTH);
}

Bm25Weight* Bm25Weight::clone() const {
    return new Bm25Weight(parameters_);
}

std::string Bm25Weight::name() const {
    return "annota::Bm25Weight";
}

void Bm25Weight::init(double factor) {
    if (factor == 0) { // only the weight that depends on the document alone, which is none
        scale_ = 0;
        return;
    }
    const double documents = get_collection_size();
    const double with_term = get_termfreq();
    const double idf = std::log(1 + (std::max(documents - with_term, 0.0) + 0.5) / (with_term + 0.5));
    scale_ = factor * idf * (parameters_.k1 + 1);
    const double average = get_average_length();
    length_share_ = average > 0 ? parameters_.b / average : 0;
}

/// In whole steps, so that a sum is exact and does not depend on the order in which the matcher adds: it changes that
/// order while it skips what cannot be on the page, and equal documents would be told apart by errors of rounding.
double Bm25Weight::part(double wdf, double length) const {
    constexpr double kStepsPerUnit = 1U << 24U;
    const double normalised = 1 - parameters_.b + length_share_ * length;
    return std::round(scale_ * wdf / (wdf + parameters_.k1 * normalised) * kStepsPerUnit) / kStepsPerUnit;
}

double Bm25Weight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length, Xapian::termcount) const {
    return part(std::max<double>(wdf, 1), length);
}

double Bm25Weight::get_maxpart() const {
    return part(std::max<double>(get_wdf_upper_bound(), 1), get_doclength_lower_bound());
}

double Bm25Weight::get_sumextra(Xapian::termcount, Xapian::termcount) const {
    return 0;
}

double Bm25Weight::get_maxextra() const {
    return 0;
}

} // namespace

void use_bm25(Xapian::Enquire& enquire, const Bm25Parameters& parameters) {
    enquire.set_weighting_scheme(Bm25Weight(parameters));
}

} // namespace annota
