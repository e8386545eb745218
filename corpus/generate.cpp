// SPDX-License-Identifier: GPL-2.0-or-later
//
// annota-generate: a collection of any size for measurements, without any outside data.

#include "corpus/generate_options.h"
#include "corpus/record_generator.h"

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

namespace {

namespace corpus = annota::corpus;

bool write(std::string_view text) {
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
}

bool write_records(const corpus::GenerateOptions& options) {
    constexpr std::size_t kBufferSize = std::size_t{1} << 18U;
    const corpus::RecordGenerator generator(options.seed);
    std::string buffer;
    for (std::uint64_t number = options.start; number < options.start + options.records; ++number) {
        generator.append(number, buffer);
        if (buffer.size() >= kBufferSize) {
            if (!write(buffer)) {
                return false;
            }
            buffer.clear();
        }
    }
    return write(buffer);
}

} // namespace

int main(int argc, char** argv) {
    try {
        const corpus::GenerateOptions options = corpus::parse_generate_options({argv + 1, argv + argc});
        const bool is_written = options.help ? write(corpus::generate_help()) : write_records(options);
        if (is_written && std::fflush(stdout) == 0) {
            return 0;
        }
        std::perror("annota-generate: standard output");
        return 1;
    } catch (const corpus::UsageError& error) {
        std::fprintf(stderr, "annota-generate: %s\n%s", error.what(), corpus::generate_help().data());
        return 2;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "annota-generate: %s\n", error.what());
        return 1;
    }
}
