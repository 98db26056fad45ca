"""A forest: gradient-boosted decision trees (Friedman 2001, "Greedy function approximation")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True)
class Forest:
    """Trees of up to 16 leaves whose leaves add up to the log-odds that the answer is yes.

    All arrays but ``roots`` have a place for each node of all trees. From a node one goes to
    ``left`` when the feature is at most ``threshold``, else to ``right``; a leaf leads to
    itself, whatever the feature. The nodes of a tree are in preorder: each is followed by all on
    its left, then by all on its right.
    """

    roots: Numbers
    feature: Numbers
    threshold: npt.NDArray[np.float32]
    left: Numbers
    right: Numbers
    value: npt.NDArray[np.float32]

    def judge(self, rows: Rows) -> Rows:
        """Return how likely the answer is yes for each row of features, 0..1.

        Examples
        --------
        >>> columns = [0], [0, 0, 0], [0.5, 0, 0], [1, 1, 2], [2, 1, 2], [0.0, -3.0, 3.0]
        >>> tree = Forest(*(np.array(column) for column in columns))
        >>> tree.judge(np.array([[0.0], [1.0]])).round(2).tolist()
        [0.05, 0.95]
        """
        tests = self._tests
        fails = rows.T.take(tests.feature, axis=0) > tests.threshold
        out = np.bitwise_or.reduceat(fails * tests.left_of_it, tests.starts, axis=0)
        # The lowest bit that is not ruled out: what a count of one more changes to 1.
        reached = np.frexp((out + 1 & ~out).astype(np.float32))[1] - 1
        odds: Rows = tests.values.take(tests.first_leaf + reached).sum(axis=0)
        return 1 / (1 + np.exp(-odds))

    @cached_property
    def _tests(self) -> _Tests:
        nodes = np.arange(len(self.left))
        is_leaf = self.left == nodes
        leaves = np.append(0, np.cumsum(is_leaf))
        root = self.roots[np.searchsorted(self.roots, nodes, side="right") - 1]
        # A tree that is a leaf only has a test all the same, which rules out nothing.
        kept = np.flatnonzero(~is_leaf | (root == nodes))
        first = leaves[root[kept]]
        bits = [1 << (leaves[some[kept]] - first) for some in (self.left, self.right)]
        mask = np.where(is_leaf[kept], 0, bits[1] - bits[0])
        assert mask.max() < 1 << 16, "a tree has too many leaves"
        return _Tests(
            self.feature[kept].astype(np.intp),
            self.threshold[kept].astype(np.float64)[:, None],
            mask.astype(np.uint16)[:, None],
            np.searchsorted(kept, self.roots),
            leaves[self.roots][:, None],
            self.value[is_leaf].astype(np.float64),
        )


@dataclass(frozen=True, slots=True)
class _Tests:
    """The tests of all trees, for a row to go through all at once (Lucchese et al. 2015).

    A test that fails rules out the leaves on its left, bits of ``left_of_it``; the leftmost leaf
    that no test of its tree rules out is the one reached. ``starts`` has the first test of each
    tree and ``first_leaf`` its first leaf in ``values``.
    """

    feature: Numbers
    threshold: Rows
    left_of_it: Numbers
    starts: Numbers
    first_leaf: Numbers
    values: Rows


def pack_forest(forest: Forest) -> bytes:
    """Return a forest as bytes, read back by :func:`unpack_forest`.

    The count of trees, the nodes of each, and for each node its feature, how far on the node to
    its right is (0 for a leaf), and its threshold or value.
    """
    nodes = np.arange(len(forest.feature))
    sizes = np.diff(forest.roots, append=len(nodes))
    is_leaf = forest.left == nodes
    parts = [sizes, np.where(is_leaf, 0, forest.feature), forest.right - nodes]
    numbers = np.where(is_leaf, forest.value, forest.threshold)
    count = np.array([len(sizes)], dtype="<i4")
    small = [part.astype("u1").tobytes() for part in parts]
    return b"".join([count.tobytes(), *small, numbers.astype("<f4").tobytes()])


def unpack_forest(data: bytes) -> Forest:
    """Return the forest that :func:`pack_forest` made bytes of."""
    trees, at = int(np.frombuffer(data, "<i4", 1)[0]), 4
    sizes = np.frombuffer(data, "u1", trees, at).astype(np.int32)
    at, count = at + trees, int(sizes.sum())
    nodes = np.arange(count, dtype=np.int32)
    feature = np.frombuffer(data, "u1", count, at).astype(np.int32)
    right = nodes + np.frombuffer(data, "u1", count, at + count)
    numbers = np.frombuffer(data, "<f4", count, at + 2 * count)
    is_leaf = right == nodes
    return Forest(
        roots=np.cumsum(sizes) - sizes,
        feature=feature,
        threshold=np.where(is_leaf, np.float32(0), numbers),
        left=np.where(is_leaf, nodes, nodes + 1),
        right=right,
        value=np.where(is_leaf, numbers, np.float32(0)),
    )
