"""A forest: gradient-boosted decision trees (Friedman 2001, "Greedy function approximation")."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves add up to the log-odds that the answer is yes.

    All arrays but ``roots`` have a place for each node of all trees. From a node one goes to
    ``left`` when the feature is at most ``threshold``, else to ``right``; a leaf leads to
    itself, whatever the feature. ``depth`` is the number of steps of the longest way down.
    """

    roots: Numbers
    feature: Numbers
    threshold: npt.NDArray[np.float32]
    left: Numbers
    right: Numbers
    value: npt.NDArray[np.float32]
    depth: int

    def judge(self, rows: Rows) -> Rows:
        """Return how likely the answer is yes for each row of features, 0..1.

        Examples
        --------
        >>> columns = [0], [0, 0, 0], [0.5, 0, 0], [1, 1, 2], [2, 1, 2], [0.0, -3.0, 3.0]
        >>> tree = Forest(*(np.array(column) for column in columns), depth=1)
        >>> tree.judge(np.array([[0.0], [1.0]])).round(2).tolist()
        [0.05, 0.95]
        """
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        # Flat positions: numpy takes by them several times faster than by row and column.
        base = (np.arange(len(rows)) * rows.shape[1])[:, None]
        flat, ways = rows.ravel(), np.stack([self.right, self.left], axis=1).ravel()
        for _ in range(self.depth):
            goes_left = flat.take(base + self.feature.take(at)) <= self.threshold.take(at)
            at = ways.take(2 * at + goes_left)
        odds: Rows = self.value.take(at).sum(axis=1, dtype=np.float64)
        return 1 / (1 + np.exp(-odds))


def pack_forest(forest: Forest) -> bytes:
    """Return a forest as bytes, read back by :func:`unpack_forest`."""
    sizes = np.array([len(forest.roots), len(forest.feature), forest.depth], dtype="<i4")
    whole = [forest.roots, forest.feature, forest.left, forest.right]
    parts = [sizes.tobytes(), *(column.astype("<i4").tobytes() for column in whole)]
    parts += [column.astype("<f4").tobytes() for column in (forest.threshold, forest.value)]
    return b"".join(parts)


def unpack_forest(data: bytes) -> Forest:
    """Return the forest that :func:`pack_forest` made bytes of."""
    trees, nodes, depth = (int(n) for n in np.frombuffer(data, "<i4", 3))
    at, columns = 12, []
    for size in (trees, nodes, nodes, nodes):
        columns.append(np.frombuffer(data, "<i4", size, at))
        at += 4 * size
    threshold = np.frombuffer(data, "<f4", nodes, at)
    value = np.frombuffer(data, "<f4", nodes, at + 4 * nodes)
    roots, feature, left, right = columns
    return Forest(roots, feature, threshold, left, right, value, depth)
