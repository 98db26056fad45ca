"""Fits the forest that says how likely a candidate is a place (with LightGBM).

Ke et al. 2017, "LightGBM: a highly efficient gradient boosting decision tree". Its answers
come as probabilities: it minimises the logarithmic loss, on documents that the tagger which
described them never saw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from geomap.recognition.evidence import describe_evidence
from geomap.recognition.forest import Forest, Rows
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.training.examples import Example

_TREES = 350
#: No document counts for more here, where nearly everything that is found in it is a case.
_MOST_IMPORTANT = 3.0
#: Few leaves (the forest packs 16 in a number), few features a tree, a part of the cases.
_SETTINGS = {
    "objective": "binary", "learning_rate": 0.04, "num_leaves": 16, "min_data_in_leaf": 20,
    "feature_fraction": 0.3, "bagging_fraction": 0.7, "bagging_freq": 1, "seed": 1,
    "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cases:
    """Candidates described (see ``describe_evidence``), whether each is a place, its weight."""

    rows: Rows
    right: list[bool]
    importance: list[float]


def find_cases(recogniser: Recogniser, examples: Iterable[Example]) -> Cases:
    """Return the candidates of documents that the recogniser's tagger never saw.

    Those that overlap only names without a coordinate are left out.
    """
    rows: list[Rows] = []
    right: list[bool] = []
    importance: list[float] = []
    for example in examples:
        reading = recogniser.read(example.text)
        if not reading.candidates:
            continue
        described = describe_evidence(reading, recogniser.table, recogniser.names)
        for name, row in zip(reading.candidates, described, strict=True):
            start, end = reading.tokens.starts[name.first], reading.tokens.ends[name.end - 1]
            gold, skipped = (
                any(s.start < end and start < s.end for s in spans)
                for spans in (example.gold, example.skipped)
            )
            if gold or not skipped:
                rows.append(row)
                right.append(gold)
                importance.append(min(example.importance, _MOST_IMPORTANT))
    return Cases(np.array(rows), right, importance)


def fit_forest(cases: Sequence[Cases]) -> Forest:
    """Return the forest learned from all cases; the same for the same cases."""
    import lightgbm

    rows = np.concatenate([c.rows for c in cases])
    right = np.array([r for c in cases for r in c.right], dtype=float)
    importance = np.array([i for c in cases for i in c.importance])
    data = lightgbm.Dataset(rows, right, weight=importance)
    booster = lightgbm.train(_SETTINGS, data, _TREES)
    return join_trees([tree["tree_structure"] for tree in booster.dump_model()["tree_info"]])


def join_trees(trees: Sequence[dict[str, Any]]) -> Forest:
    """Return a forest of trees as LightGBM dumps them."""
    roots: list[int] = []
    nodes: list[tuple[int, float, int, int, float]] = []
    for tree in trees:
        roots.append(len(nodes))
        _add_node(tree, nodes)
    feature, threshold, left, right, value = zip(*nodes, strict=True)
    whole = [np.array(column, dtype=np.int32) for column in (roots, feature, left, right)]
    return Forest(
        roots=whole[0],
        feature=whole[1],
        threshold=np.array(threshold, dtype=np.float32),
        left=whole[2],
        right=whole[3],
        value=np.array(value, dtype=np.float32),
    )


def _add_node(node: dict[str, Any], nodes: list[tuple[int, float, int, int, float]]) -> None:
    """Append a node and all below it."""
    at = len(nodes)
    if "leaf_value" in node:
        nodes.append((0, 0.0, at, at, node["leaf_value"]))
        return
    nodes.append((0, 0.0, 0, 0, 0.0))
    _add_node(node["left_child"], nodes)
    right = len(nodes)
    _add_node(node["right_child"], nodes)
    nodes[at] = (node["split_feature"], node["threshold"], at + 1, right, 0.0)
