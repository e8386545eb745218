// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/posting_reader.h"

#include <xapian.h>

#include <algorithm>
#include <array>

namespace annota {

namespace {

constexpr unsigned kPostingsBetweenChecks = 1U << 14U;

/// A list is read as a whole where it has fewer documents than so many for each that is asked for: to look for one
/// takes as long as to pass over a dozen.
constexpr std::size_t kPostingsASkip = 12;

/// Collects postings, and hands them on by the block.
class Blocks {
public:
    Blocks(std::uint32_t limit, const Deadline& deadline, const std::function<void(PostingBlock)>& use)
        : limit_(limit), deadline_(deadline), use_(use) {}

    void add(const Xapian::PostingIterator& at) {
        const std::uint32_t docid = *at;
        if (docid >= limit_) throw Xapian::DatabaseCorruptError("a posting beyond the last document");
        block_[filled_++] = {docid, at.get_wdf()};
        if (filled_ == kPostingBlock) flush();
    }

    void flush() {
        if (filled_ > 0) use_({block_.data(), filled_});
        filled_ = 0;
    }

    /// Once a posting that is looked at.
    void tick() {
        if (++ticks_ % kPostingsBetweenChecks == 0) deadline_.check();
    }

private:
    std::array<Posting, kPostingBlock> block_;
    std::size_t filled_ = 0;
    unsigned ticks_ = 0;
    std::uint32_t limit_;
    const Deadline& deadline_;
    const std::function<void(PostingBlock)>& use_;
};

} // namespace

std::uint64_t PostingReader::documents() const {
    return reader_.database().get_doccount();
}

std::uint64_t PostingReader::total_length() const {
    return reader_.database().get_total_length();
}

std::uint32_t PostingReader::last_docid() const {
    return reader_.database().get_lastdocid();
}

std::uint64_t PostingReader::documents_with(const std::string& term) const {
    return reader_.database().get_termfreq(term);
}

TermFrequency PostingReader::frequency(const std::string& term) const {
    return {documents_with(term), reader_.database().get_collection_freq(term)};
}

TermFrequency PostingReader::frequency_within(const std::string& term, const DocSet& documents) const {
    Xapian::PostingIterator at = reader_.database().postlist_begin(term);
    const Xapian::PostingIterator end = reader_.database().postlist_end(term);
    TermFrequency frequency;
    documents.for_each([&](std::uint32_t docid) {
        if (at != end) at.skip_to(docid);
        if (at != end && *at == docid) frequency += {1, at.get_wdf()};
    });
    return frequency;
}

void PostingReader::read(const std::string& term, const Candidates* within,
                         const std::function<void(PostingBlock)>& use) const {
    deadline_.check();
    const Xapian::Database& database = reader_.database();
    Blocks blocks(reader_.doc_limit(), deadline_, use);
    const Xapian::PostingIterator end = database.postlist_end(term);
    Xapian::PostingIterator at = database.postlist_begin(term);
    if (within == nullptr || within->count * kPostingsASkip >= database.get_termfreq(term)) {
        for (; at != end; ++at, blocks.tick())
            if (within == nullptr || within->documents.contains(*at)) blocks.add(at);
        return blocks.flush();
    }
    const DocSet& wanted = within->documents;
    for (std::uint32_t docid = wanted.next(0); docid < wanted.limit() && at != end; blocks.tick()) {
        at.skip_to(docid);
        if (at == end) break;
        if (*at == docid) blocks.add(at);
        docid = wanted.next(std::max(docid + 1, *at));
    }
    blocks.flush();
}

} // namespace annota
