"""A forest: gradient-boosted decision trees (Friedman 2001, "Greedy function approximation")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.integer[Any]]

#: So many rows are judged at once: all of a long text would take much memory.
_AT_ONCE = 256


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
        if len(rows) <= _AT_ONCE:
            return self._judge_some(rows)
        some = (rows[first : first + _AT_ONCE] for first in range(0, len(rows), _AT_ONCE))
        return np.concatenate([*map(self._judge_some, some)])

    def _judge_some(self, rows: Rows) -> Rows:
        tests = self._tests
        features = np.arange(tests.width)
        asked = _join(features, rows[:, : tests.width])
        at = np.searchsorted(tests.asked, asked) + features
        out = np.bitwise_or.reduce(tests.ruled_out.take(at.T, axis=0), axis=0)
        # The lowest bit that is not ruled out: what a count of one more changes to 1.
        reached = np.frexp((out + 1 & ~out).astype(np.float32))[1] - 1
        odds: Rows = tests.values.take(tests.first_leaf + reached).sum(axis=1)
        return 1 / (1 + np.exp(-odds))

    @cached_property
    def _tests(self) -> _Tests:
        nodes = np.arange(len(self.left))
        is_leaf = self.left == nodes
        leaves = np.append(0, np.cumsum(is_leaf))
        first_leaf, tests = leaves[self.roots], np.flatnonzero(~is_leaf)
        tree = np.searchsorted(self.roots, tests, side="right") - 1
        bits = [1 << (leaves[some[tests]] - first_leaf[tree]) for some in (self.left, self.right)]
        left_of_it = bits[1] - bits[0]
        assert left_of_it.max(initial=0) < 1 << 16, "a tree has too many leaves"
        feature = self.feature[tests]
        asked, number = np.unique(_join(feature, self.threshold[tests]), return_inverse=True)
        width = int(feature.max(initial=0)) + 1
        ruled_out = np.zeros((len(asked) + width, len(self.roots)), dtype=np.uint16)
        at = number + feature + 1, tree
        np.bitwise_or.at(ruled_out, at, left_of_it.astype(np.uint16))
        starts = np.searchsorted(asked.real, np.arange(width)) + np.arange(width)
        for rows in np.split(ruled_out, starts[1:]):
            np.bitwise_or.accumulate(rows, axis=0, out=rows)
        values = self.value[is_leaf].astype(np.float64)
        return _Tests(width, asked, ruled_out, first_leaf, values)


@dataclass(frozen=True, slots=True)
class _Tests:
    """The tests of all trees, for a row to go through all at once (Lucchese et al. 2015).

    A test that fails rules out the leaves on its left; the leftmost leaf that no test of its tree
    rules out is the one reached. ``asked`` are the tests in order of their feature, one of
    ``width``, and threshold. ``ruled_out`` has the leaves that failing tests of one feature rule
    out, as bits for each tree: for each feature a row for none of them, one for the first, one for
    the first two and so on. ``first_leaf`` is where the leaves of each tree begin in ``values``.
    """

    width: int
    asked: npt.NDArray[np.complex128]
    ruled_out: npt.NDArray[np.uint16]
    first_leaf: Numbers
    values: Rows


def _join(feature: Numbers, number: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.complex128]:
    """Join features and numbers to what is in order of the former, then of the latter."""
    joined = np.empty(number.shape, dtype=np.complex128)
    joined.real, joined.imag = feature, number
    return joined


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
