"""Pair codes: one number for the classes that a pair feature combines, for all pairs at once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from geomap.recognition.features import EDGES, PAIRS, SIZES, Integers


def code_pairs(classes: dict[str, Integers], some: Integers) -> Integers:
    """Return for each of :data:`PAIRS` and each of some words the number of their combination.

    Each pair has numbers of its own: they go on where those of the one before end.
    """
    size = len(classes["shape"])
    shifted = np.empty((len(_SHIFTED) + 1, size), dtype=np.float32)
    for row, (name, shift) in zip(shifted, _SHIFTED, strict=False):
        edge = EDGES.get(name, 0)
        column = classes[name]
        if shift < 0:
            row[:-shift] = edge
            row[-shift:] = column[:shift]
        elif shift:
            row[: size - shift] = column[shift:]
            row[max(size - shift, 0) :] = edge
        else:
            row[:] = column
    shifted[-1] = 1.0
    # Whole numbers, exact in single precision as long as they are below 2 ** 24.
    codes: Integers = (_FACTORS @ shifted.take(some, axis=1)).astype(np.intp)
    return codes


def count_codes(parts: tuple[tuple[str, int], ...]) -> int:
    """Return how many numbers a pair feature can take."""
    total = 1
    for column, _ in parts:
        total *= SIZES[column]
    return total


#: Where the numbers of each pair begin, and behind them.
BASES = np.cumsum([0, *(count_codes(parts) for _, parts in PAIRS)])
_SHIFTED = tuple(dict.fromkeys(part for _, parts in PAIRS for part in parts))


def make_factors(
    combined: Sequence[Sequence[Hashable]], columns: Sequence[Hashable], sizes: Sequence[int]
) -> npt.NDArray[np.float32]:
    """Return what each column counts in the number of each combination of some.

    One column more has the number that each combination begins with, behind those of the one
    before. ``sizes`` are the numbers of classes of the columns.
    """
    factors = np.zeros((len(combined), len(columns) + 1), dtype=np.float32)
    base = 0
    for row, parts in zip(factors, combined, strict=True):
        step = 1
        for at in reversed([columns.index(part) for part in parts]):
            row[at] += step
            step *= sizes[at]
        row[-1] = base
        base += step
    return factors


_FACTORS = make_factors(
    [parts for _, parts in PAIRS], _SHIFTED, [SIZES[name] for name, _ in _SHIFTED]
)
