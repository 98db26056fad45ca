"""What recognition does in one go, for speed, is what it would do step by step."""

from __future__ import annotations

import random

import numpy as np
import pytest

from geomap.recognition.decoding import decode
from geomap.recognition.features import EDGES, PAIRS, SIZES
from geomap.recognition.forest import Forest
from geomap.recognition.names import RememberedNames
from geomap.recognition.pair_codes import BASES, code_pairs
from geomap.recognition.tokens import split_tokens
from geomap.recognition.training.forests import join_trees

LETTERS = "aAbs'’.,W Va#\n\t 12()\"!?“”é中-Gen.St.U.S.@x/:"
USUAL = "Gen. gen. Calif. Calif., A. a. Ohio. 12 ٣ ². é, U.S. Dr.".split()


@pytest.mark.parametrize("size", [1, 2, 7])
def test_pair_codes_combine_the_classes_of_their_pairs(size: int) -> None:
    rng = np.random.default_rng(size)
    classes = {name: rng.integers(0, classes, size) for name, classes in SIZES.items()}
    some = rng.permutation(size)
    codes = code_pairs(classes, some)
    for row, base, (_, parts) in zip(codes, BASES, PAIRS, strict=False):
        for at, code in zip(some.tolist(), row.tolist(), strict=True):
            expected = 0
            for name, shift in parts:
                inside = 0 <= at + shift < size
                value = classes[name][at + shift] if inside else EDGES.get(name, 0)
                expected = expected * SIZES[name] + int(value)
            assert code == base + expected


def _grow(rng: random.Random, depth: int) -> dict[str, object]:
    if depth == 0 or rng.random() < 0.2:
        return {"leaf_value": rng.uniform(-1, 1)}
    return {
        "split_feature": rng.randrange(3),
        "threshold": rng.choice([0.0, 0.5, 1.0]),
        "left_child": _grow(rng, depth - 1),
        "right_child": _grow(rng, depth - 1),
    }


def _walk(forest: Forest, row: list[float]) -> float:
    odds = 0.0
    for node in forest.roots.tolist():
        while forest.left[node] != node:
            goes_left = row[forest.feature[node]] <= forest.threshold[node]
            node = int((forest.left if goes_left else forest.right)[node])
        odds += float(forest.value[node])
    return 1 / (1 + np.exp(-odds))


def test_a_forest_judges_as_a_walk_down_each_tree_does() -> None:
    rng = random.Random(3)
    trees = [{"leaf_value": 0.3}, *(_grow(rng, 4) for _ in range(30))]
    forest = join_trees(trees)
    rows = [[rng.choice([-1.0, 0.0, 0.5, 0.7, 1.0, 2.0]) for _ in range(3)] for _ in range(50)]
    assert forest.judge(np.array(rows)) == pytest.approx([_walk(forest, row) for row in rows])


def test_marginals_are_the_scores_of_the_best_sequences() -> None:
    # Three labels, all words inside one segment: every sequence can be tried.
    rng = np.random.default_rng(5)
    emission = rng.normal(size=(4, 3)).astype(np.float32)
    emission[:, 1] = emission.max() + 1
    transition = rng.normal(size=(3, 3)).astype(np.float32)
    _, marginals = decode(emission, transition, np.array([True, False, False, False]))
    best = np.full((4, 3), -np.inf)
    for labels in np.ndindex(3, 3, 3, 3):
        ways = zip((0, *labels), (*labels, 0), strict=True)
        score = emission[range(4), labels].sum() + sum(transition[way] for way in ways)
        for at, label in enumerate(labels):
            best[at, label] = max(best[at, label], score)
    assert marginals == pytest.approx(best, abs=1e-4)


def test_a_token_does_not_depend_on_what_stands_further_away() -> None:
    rng = random.Random(7)
    for _ in range(300):
        pieces = ["".join(rng.choices(LETTERS, k=rng.randint(1, 12))) for _ in range(4)]
        pieces = [rng.choice([piece, *USUAL]) for piece in pieces]
        text = " ".join(pieces).strip()
        if not text or "Va." in text:
            continue
        # With the short form of that state in it the whole text is read by the pattern alone.
        whole, tokens = split_tokens(f"{text} x Va."), split_tokens(f"{text} x")
        count = len(tokens)
        assert whole.words[:count] == tokens.words[:count]
        assert whole.starts[:count] == tokens.starts[:count]


def test_remembered_names_are_asked_for_once() -> None:
    asked = []

    class Names:
        def top_prior(self, name: str) -> float | None:
            asked.append(name)
            return None if name == "Nowhere" else 5.0

        def main_prior(self, name: str) -> float | None:
            return self.top_prior(name)

    names = RememberedNames(Names())
    answers = [names.top_prior(name) for name in ("Kyiv", "Nowhere", "Kyiv", "Nowhere")]
    assert answers == [5.0, None, 5.0, None]
    assert asked == ["Kyiv", "Nowhere"]
