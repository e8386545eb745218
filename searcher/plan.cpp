// SPDX-License-Identifier: GPL-2.0-or-later

#include "searcher/plan.h"

#include <utility>

namespace annota::plan {

namespace {

/// Parts of the same kind become parts of the whole.
Plan combine(PlanKind kind, std::vector<Plan> parts) {
    if (parts.empty()) return {};
    if (parts.size() == 1) return std::move(parts.front());
    Plan whole{kind};
    for (Plan& part : parts) {
        if (part.kind != kind || !part.weighted) {
            whole.parts.push_back(std::move(part));
            continue;
        }
        for (Plan& inner : part.parts) whole.parts.push_back(std::move(inner));
    }
    return whole;
}

Plan on_both(PlanKind kind, Plan first, Plan second) {
    Plan whole{kind};
    whole.parts.push_back(std::move(first));
    whole.parts.push_back(std::move(second));
    return whole;
}

} // namespace

Plan group(std::vector<std::string> terms) {
    if (terms.empty()) return {};
    const PlanKind kind = terms.size() == 1 ? PlanKind::word : PlanKind::group;
    return {kind, std::move(terms)};
}

Plan any_of(std::vector<Plan> parts) {
    return combine(PlanKind::any_of, std::move(parts));
}

Plan all_of(std::vector<Plan> parts) {
    return combine(PlanKind::all_of, std::move(parts));
}

Plan but_not(Plan wanted, Plan unwanted) {
    return on_both(PlanKind::but_not, std::move(wanted), std::move(unwanted));
}

Plan with_bonus(Plan wanted, Plan bonus) {
    return on_both(PlanKind::with_bonus, std::move(wanted), std::move(bonus));
}

Plan checked(Plan wanted, std::shared_ptr<DocumentCheck> check) {
    Plan whole{PlanKind::checked};
    whole.parts.push_back(std::move(wanted));
    whole.check = std::move(check);
    return whole;
}

Plan unweighted(Plan plan) {
    plan.weighted = false;
    return plan;
}

} // namespace annota::plan
