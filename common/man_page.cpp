// SPDX-License-Identifier: GPL-2.0-or-later
//
// roff with the man macros. Every character with a meaning of its own, and every one beyond ASCII, is written as an
// escape, so that the page needs no preprocessor and reads the same under every locale.

#include "common/help_text.h"

#include "common/utf8.h"

#include <array>
#include <cstdio>

namespace annota {
namespace {

std::string_view ascii_escape(char32_t c) {
    switch (c) {
    case '\\': return "\\e";
    case '-': return "\\-";
    case '\'': return "\\(aq";
    case '`': return "\\(ga";
    case '^': return "\\(ha";
    case '~': return "\\(ti";
    case '"': return "\\(dq";
    default: return {};
    }
}

std::string roff(std::string_view text) {
    std::string out = text.starts_with('.') ? "\\&" : "";
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (const std::string_view escape = ascii_escape(c); !escape.empty()) {
            out += escape;
        } else if (c < 0x80) {
            out.push_back(static_cast<char>(c));
        } else {
            std::array<char, 16> escaped{};
            std::snprintf(escaped.data(), escaped.size(), "\\[u%04X]", static_cast<unsigned>(c));
            out += escaped.data();
        }
    }
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + roff(text) + "\\fR";
}
std::string italic(std::string_view text) {
    return "\\fI" + roff(text) + "\\fR";
}

std::string upper_case(std::string_view ascii) {
    std::string out(ascii);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

void append_heading(std::string& out, std::string_view macro, std::string_view title) {
    out.append(macro).append(" \"").append(roff(title)).append("\"\n");
}

/// `term` is roff already.
void append_item(std::string& out, std::string_view term, std::string_view text) {
    out.append(".TP\n").append(term).append("\n").append(roff(text)).append("\n");
}

std::string option_term(const OptionSpec& option) {
    std::string term;
    if (option.short_name != 0) term += bold(std::string("-") + option.short_name) + ", ";
    term += bold("--" + std::string(option.name));
    if (is_flag(option)) return term;
    const std::string argument = has_closed_choices(option) ? roff(option.choices) : italic(option.argument);
    return option.implicit.empty() ? term + " " + argument : term + "[=" + argument + "]";
}

void append_options(std::string& out, const ProgramSpec& program) {
    append_heading(out, ".SH", "OPTIONS");
    for (const std::string_view group : option_groups(program)) {
        append_heading(out, ".SS", group);
        for (const OptionSpec& option : program.options) {
            if (option.group != group || option.hidden) continue;
            std::string help = full_help(option);
            if (!option.verbs.empty()) help.append(" [").append(option.verbs).append("]");
            append_item(out, option_term(option), help);
        }
    }
}

} // namespace

std::string man_page(const ProgramSpec& program, std::string_view version) {
    std::string out = ".\\\" SPDX-License-Identifier: GPL-2.0-or-later\n";
    out.append(".TH \"").append(roff(upper_case(program.name))).append("\" 1 \"\" \"annota ").append(roff(version));
    out.append("\" \"User Commands\"\n.ad l\n.nh\n");
    append_heading(out, ".SH", "NAME");
    out.append(roff(program.name)).append(" \\- ").append(roff(program.purpose)).append("\n");
    append_heading(out, ".SH", "SYNOPSIS");
    for (const std::string_view line : program.usage) {
        out.append(bold(program.name)).append(" ").append(roff(line)).append("\n.br\n");
    }
    append_heading(out, ".SH", "DESCRIPTION");
    out.append(roff(program.description)).append("\n");
    if (!program.verbs.empty()) append_heading(out, ".SH", "VERBS");
    for (const VerbSpec& verb : program.verbs) {
        append_item(out, bold(verb.name) + (verb.arguments.empty() ? "" : " " + italic(verb.arguments)), verb.help);
    }
    append_options(out, program);
    for (const HelpSection& section : program.sections) {
        append_heading(out, ".SH", upper_case(section.title));
        for (const HelpEntry& entry : section.entries) append_item(out, bold(entry.term), entry.text);
    }
    return out;
}

} // namespace annota
