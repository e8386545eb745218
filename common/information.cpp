// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/information.h"

#include "common/completion.h"
#include "common/help_text.h"
#include "common/version.h"

namespace annota {

std::optional<Information> requested_information(const ProgramSpec& program, const CommandLine& line) {
    if (line.flag("help")) return Information{help_text(program, line.verb)};
    const std::string_view kind = line.value("generate");
    if (kind == "man") return Information{man_page(program, kVersion)};
    if (kind == "bash") return Information{bash_completion(program)};
    if (kind == "zsh") return Information{zsh_completion(program)};
    if (kind == "fish") return Information{fish_completion(program)};
    return std::nullopt;
}

} // namespace annota
