# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures of a ranked list against judgements, and how sure a difference is.

Gains are linear, as trec_eval has them. Means are over the queries with at least one relevant document."""

import collections
import math
import random

NAMES = ("ndcg10", "map", "mrr10", "r100")


def read_judgements(path):
    """Grades by query and document."""
    judgements = collections.defaultdict(dict)
    with open(path, encoding="utf-8") as file:
        for line in file:
            query, _, document, grade = line.split()[:4]
            judgements[query][document] = int(float(grade))
    return judgements


def read_run(lines):
    """Documents by query, the best first, each once: of a TREC run, whose ranks count."""
    ranked = collections.defaultdict(dict)
    for line in lines:
        query, _, document, rank = line.split()[:4]
        ranked[query].setdefault(document, int(rank))
    return {query: sorted(ranks, key=ranks.get) for query, ranks in ranked.items()}


def of_query(grades, ranking):
    """All measures of one query; None where nothing is relevant."""
    relevant = {document: grade for document, grade in grades.items() if grade > 0}
    if not relevant:
        return None
    gain = sum(relevant.get(document, 0) / math.log2(place + 2) for place, document in enumerate(ranking[:10]))
    best = sum(grade / math.log2(place + 2) for place, grade in enumerate(sorted(relevant.values(), reverse=True)[:10]))
    found, precisions, first = 0, 0.0, 0.0
    for place, document in enumerate(ranking, 1):
        if document in relevant:
            found += 1
            precisions += found / place
            first = first or (1 / place if place <= 10 else 0.0)
    return {"ndcg10": gain / best, "map": precisions / len(relevant), "mrr10": first,
            "r100": sum(document in relevant for document in ranking[:100]) / len(relevant)}


def of_run(judgements, run):
    """Measures by query."""
    measured = {query: of_query(grades, run.get(query, [])) for query, grades in judgements.items()}
    return {query: values for query, values in measured.items() if values is not None}


def means(by_query):
    return {name: sum(values[name] for values in by_query.values()) / max(len(by_query), 1) for name in NAMES}


def chance_of(differences, rounds=10_000, seed=1):
    """The share of random signs under which the mean of paired differences is as far from 0 as it is: a paired randomisation
    test, two-sided."""
    differences = [difference for difference in differences if difference != 0]
    if not differences:
        return 1.0
    observed = abs(sum(differences)) - 1e-12
    chance = random.Random(seed)
    as_far = sum(abs(sum(difference if chance.getrandbits(1) else -difference for difference in differences)) >= observed
                 for _ in range(rounds))
    return (as_far + 1) / (rounds + 1)


def compare(by_query, other):
    """How the first run differs from the other on the queries of both."""
    both = [query for query in by_query if query in other]
    result = {}
    for name in NAMES:
        differences = [by_query[query][name] - other[query][name] for query in both]
        base = sum(other[query][name] for query in both)
        result[name] = {"percent": round(100 * sum(differences) / base, 2) if base else None,
                        "better": sum(difference > 0 for difference in differences),
                        "worse": sum(difference < 0 for difference in differences),
                        "p": round(chance_of(differences), 4)}
    return result
