#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The measures on cases that were computed by hand."""

import itertools
import math
import unittest

import measures


class Measures(unittest.TestCase):
    def test_a_query_by_hand(self):
        # Relevant: a (2), b (1), c (1), z (0, so not). Ranked: x a y b.
        # Gain 2/log2(3) + 1/log2(5); ideal 2/log2(2) + 1/log2(3) + 1/log2(4).
        found = measures.of_query({"a": 2, "b": 1, "c": 1, "z": 0}, ["x", "a", "y", "b"])
        self.assertAlmostEqual(found["ndcg10"], (2 / math.log2(3) + 1 / math.log2(5)) / (2 + 1 / math.log2(3) + 0.5))
        self.assertAlmostEqual(found["ndcg10"], 0.540586, 6)
        self.assertAlmostEqual(found["map"], (1 / 2 + 2 / 4) / 3)
        self.assertAlmostEqual(found["mrr10"], 1 / 2)
        self.assertAlmostEqual(found["r100"], 2 / 3)

    def test_ends_of_lists(self):
        ranking = [f"x{i}" for i in range(10)] + ["a"] + [f"y{i}" for i in range(89)] + ["b"]
        found = measures.of_query({"a": 1, "b": 1}, ranking)
        self.assertEqual((found["ndcg10"], found["mrr10"], found["r100"]), (0, 0, 0.5))
        self.assertAlmostEqual(found["map"], (1 / 11 + 2 / 101) / 2)
        self.assertIsNone(measures.of_query({"a": 0}, ["a"]))
        self.assertEqual(measures.of_query({"a": 1}, []), dict.fromkeys(measures.NAMES, 0))

    def test_runs_are_read_by_rank_and_each_document_counts_once(self):
        run = measures.read_run(["q Q0 b 2 0.5 r", "q Q0 a 1 0.9 r", "q Q0 a 3 0.1 r", "p Q0 c 1 1 r"])
        self.assertEqual(run, {"q": ["a", "b"], "p": ["c"]})

    def test_queries_without_relevant_documents_do_not_count(self):
        found = measures.of_run({"q": {"a": 1}, "none": {"a": 0}, "missing": {"a": 1}}, {"q": ["a"]})
        self.assertEqual(set(found), {"q", "missing"})
        self.assertEqual(measures.means(found)["map"], 0.5)

    def test_chance_agrees_with_all_signs(self):
        differences = [0.3, 0.1, -0.05, 0.2, 0.15, 0.0]
        signs = list(itertools.product((1, -1), repeat=5))
        left = [difference for difference in differences if difference]
        as_far = sum(abs(sum(s * d for s, d in zip(sign, left))) >= abs(sum(left)) - 1e-12 for sign in signs)
        self.assertAlmostEqual(measures.chance_of(differences), as_far / len(signs), 1)
        self.assertEqual(measures.chance_of([0.0, 0.0]), 1.0)
        self.assertGreater(measures.chance_of([0.1, -0.1, 0.2, -0.2]), 0.5)
        self.assertLess(measures.chance_of([0.1] * 30), 0.001)


unittest.main()
