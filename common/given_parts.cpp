// SPDX-License-Identifier: GPL-2.0-or-later

#include "common/given_parts.h"

#include "common/name.h"
#include "common/utf8.h"

#include <algorithm>
#include <cstdint>

namespace annota {

namespace {

/// What a part can be, the surer the later: an initial that may stand for several sounds, one of a known sound, which
/// ends in a full stop here ("iu." of Ю. and Yu., "i." of И.), a name written out.
enum class Sureness : std::uint8_t { initial, sound, name };

Sureness sureness(std::string_view part) {
    if (part.ends_with('.')) return Sureness::sound;
    return count_code_points(part) == 1 ? Sureness::initial : Sureness::name;
}

/// Ю and Я begin as И in keys, Ш as С, Ж as З, Ч as Ц.
bool is_longer_sound(std::string_view key) {
    return key.starts_with("iu") || key.starts_with("ia") || key.starts_with("sh") || key.starts_with("zh") ||
           key.starts_with("ch");
}

constexpr std::string_view kSeveralSounds = "iszc"; ///< As the first letter of a key.

/// The sound of an initial that a form prints as its given name number `i`; the key itself where that is all known.
std::string sound_of(const AuthorForm& form, std::size_t i, std::string_view key) {
    if (key.size() != 1 || kSeveralSounds.find(key[0]) == std::string_view::npos) return std::string(key);
    const PersonName name = parse_name(form.printed);
    if (i >= name.given.size() || name.given.size() + 1 != key_parts(form.key).size()) return std::string(key);
    const std::string sound = script_free_key(name.given[i]);
    if (is_longer_sound(sound)) return sound.substr(0, 2) + '.';
    return is_in_cyrillic(name.given[i]) ? std::string(key) + '.' : std::string(key);
}

bool sound_agrees(std::string_view sound, std::string_view part) {
    const std::string_view letters = sound.substr(0, sound.size() - 1);
    switch (sureness(part)) {
    case Sureness::sound: return sound == part;
    case Sureness::initial: return compatible_given_names(letters.substr(0, 1), part);
    case Sureness::name: break;
    }
    return part.starts_with(letters) && (letters.size() > 1 || !is_longer_sound(part));
}

bool parts_agree(std::string_view a, std::string_view b) {
    if (sureness(a) == Sureness::sound) return sound_agrees(a, b);
    if (sureness(b) == Sureness::sound) return sound_agrees(b, a);
    return compatible_given_names(a, b);
}

/// Drops the initials of which another form says more.
void drop_known_initials(std::vector<std::string>& names) {
    std::vector<std::string> kept;
    for (const std::string& name : names) {
        const bool known = std::ranges::any_of(names, [&](const std::string& other) {
            return sureness(other) > sureness(name) && parts_agree(name, other);
        });
        if (!known && std::ranges::find(kept, name) == kept.end()) kept.push_back(name);
    }
    std::ranges::sort(kept);
    names = std::move(kept);
}

bool some_agree(const std::vector<std::string>& names, const std::vector<std::string>& others) {
    return std::ranges::any_of(names, [&](const std::string& name) {
        return std::ranges::any_of(others, [&](const std::string& other) { return parts_agree(name, other); });
    });
}

} // namespace

GivenParts::GivenParts(const std::vector<AuthorForm>& forms) {
    for (const AuthorForm& form : forms) {
        const std::vector<std::string_view> parts = key_parts(form.key);
        if (parts.size() > places_.size() + 1) places_.resize(parts.size() - 1);
        for (std::size_t i = 1; i < parts.size(); ++i)
            if (!parts[i].empty()) places_[i - 1].push_back(sound_of(form, i - 1, parts[i]));
    }
    for (std::vector<std::string>& names : places_) drop_known_initials(names);
}

bool GivenParts::agree(const GivenParts& other) const {
    const std::size_t common = std::min(places_.size(), other.places_.size());
    for (std::size_t i = 0; i < common; ++i)
        if (!some_agree(places_[i], other.places_[i])) return false;
    return true;
}

std::string GivenParts::text() const {
    std::string text;
    for (const std::vector<std::string>& names : places_) {
        if (&names != places_.data()) text += ',';
        for (const std::string& name : names) text.append(&name == names.data() ? "" : "|").append(name);
    }
    return text;
}

} // namespace annota
