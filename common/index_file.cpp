// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/index_file.h"

#include <array>
#include <charconv>
#include <cstring>
#include <ctime>

namespace annota {

namespace {

constexpr std::string_view kHeading = "annota index, layout 1\n";
constexpr std::string_view kBuild = "build ";
constexpr std::string_view kPrevious = "previous ";
constexpr std::string_view kLast = "last ";
constexpr std::string_view kReplaced = " replaced ";
constexpr std::string_view kBy = " by ";
constexpr const char* kTimeFormat = "%Y-%m-%dT%H:%M:%SZ";

bool take_text(std::string_view& text, std::string_view expected) {
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

bool take_number(std::string_view& text, unsigned& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take_time(std::string_view& text, std::int64_t& seconds) {
    const std::string copy(text);
    std::tm parts{};
    const char* const end = ::strptime(copy.c_str(), kTimeFormat, &parts);
    if (end == nullptr) return false;
    seconds = ::timegm(&parts);
    text.remove_prefix(static_cast<std::size_t>(end - copy.c_str()));
    return true;
}

std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

std::optional<PreviousBuild> parse_previous(std::string_view line) {
    PreviousBuild previous;
    if (!take_text(line, kPrevious) || !take_number(line, previous.number) || !take_text(line, kReplaced) ||
        !take_time(line, previous.replaced) || !take_text(line, kBy) || previous.number == 0)
        return std::nullopt;
    previous.by = line;
    return previous;
}

} // namespace

std::string utc_text(std::int64_t seconds) {
    const std::time_t time = seconds;
    std::tm parts{};
    ::gmtime_r(&time, &parts);
    std::array<char, 64> text{};
    return {text.data(), std::strftime(text.data(), text.size(), kTimeFormat, &parts)};
}

std::string IndexFile::text() const {
    std::string text(kHeading);
    text.append(kBuild).append(std::to_string(build)).append("\n");
    if (previous)
        text.append(kPrevious)
            .append(std::to_string(previous->number))
            .append(kReplaced)
            .append(utc_text(previous->replaced))
            .append(kBy)
            .append(previous->by)
            .append("\n");
    if (last > build) text.append(kLast).append(std::to_string(last)).append("\n");
    return text;
}

std::optional<IndexFile> parse_index_file(std::string_view text) {
    IndexFile file;
    if (!take_text(text, kHeading)) return std::nullopt;
    std::string_view build = take_line(text);
    if (!take_text(build, kBuild) || !take_number(build, file.build) || !build.empty()) return std::nullopt;
    while (!text.empty()) {
        std::string_view line = take_line(text);
        if (take_text(line, kLast) && !take_number(line, file.last)) return std::nullopt;
        if (!line.starts_with(kPrevious)) continue;
        file.previous = parse_previous(line);
        if (!file.previous) return std::nullopt;
    }
    return file;
}

} // namespace annota
