// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/guarded_source.h"

#include "indexer/input.h"

#include <stdexcept>
#include <string_view>
#include <utility>

namespace annota {

class GuardedSource::Bytes : public ByteSource {
public:
    Bytes(GuardedSource& guard, std::unique_ptr<ByteSource> bytes) : guard_(guard), bytes_(std::move(bytes)) {}

    std::size_t read(char* buffer, std::size_t capacity) override {
        std::size_t count = 0;
        if (!guard_.failure_) guard_.guarded([&] { count = bytes_->read(buffer, capacity); });
        return count;
    }

private:
    GuardedSource& guard_;
    std::unique_ptr<ByteSource> bytes_;
};

PeekableSource* GuardedSource::open() {
    guarded([this] {
        auto bytes = open_input(file_, [this](std::string_view block) {
            hasher_.add(block);
            raw_bytes_ += block.size();
        });
        source_ = std::make_unique<PeekableSource>(std::make_unique<Bytes>(*this, std::move(bytes)));
    });
    return source_.get();
}

void GuardedSource::guarded(const std::function<void()>& work) {
    try {
        work();
    } catch (const TruncatedInput& error) {
        failure_ = {"truncated", error.what()};
    } catch (const std::runtime_error& error) {
        failure_ = {"unreadable", error.what()};
    }
}

} // namespace annota
