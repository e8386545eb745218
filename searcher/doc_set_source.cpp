// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/doc_set_source.h"

#include <xapian.h>

#include <algorithm>

namespace annota {

namespace {

class DocSetSource : public Xapian::PostingSource {
public:
    explicit DocSetSource(const DocSet& documents)
        : documents_(documents), size_(static_cast<Xapian::doccount>(documents.size())) {}

    void init(const Xapian::Database&) override {
        docid_ = 0;
        set_maxweight(0);
    }
    Xapian::doccount get_termfreq_min() const override { return size_; }
    Xapian::doccount get_termfreq_est() const override { return size_; }
    Xapian::doccount get_termfreq_max() const override { return size_; }
    void next(double) override { docid_ = documents_.next(docid_ + 1); }
    void skip_to(Xapian::docid docid, double) override { docid_ = documents_.next(std::max(docid, docid_)); }
    bool check(Xapian::docid docid, double) override {
        docid_ = std::max(docid, docid_);
        return documents_.contains(docid_);
    }
    bool at_end() const override { return docid_ >= documents_.limit(); }
    Xapian::docid get_docid() const override { return docid_; }

private:
    const DocSet& documents_;
    Xapian::doccount size_;
    Xapian::docid docid_ = 0;
};

} // namespace

Xapian::Query doc_set_query(const DocSet& documents) {
    return Xapian::Query((new DocSetSource(documents))->release());
}

} // namespace annota
