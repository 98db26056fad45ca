"""Labels: what the tagger says of each word."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

#: Kinds of names. EMB is a place inside an organisation's name, DEM a demonym.
KINDS = ("LOC", "EMB", "DEM", "ORG", "PER", "MISC")
#: BIO labels; the position in this tuple is the label's number.
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
OUTSIDE = 0
_KIND_OF = ("", *(kind for kind in KINDS for _ in "BI"))
#: The kinds that become mentions.
PLACE_KINDS = frozenset({"LOC", "EMB", "DEM"})

_IMPOSSIBLE = -1e4


def find_kind(label: int) -> str:
    """Return the kind of a label number, ``""`` for outside."""
    return _KIND_OF[label]


def find_inside(label: int) -> int:
    """Return the label number of the words that go on with a name, by that of any of its words."""
    return label + label % 2


def forbid_transitions() -> npt.NDArray[np.float32]:
    """Return a (from, to) matrix: 0 where ``to`` may follow ``from``, else very negative.

    An inside label follows its own kind only, except that an organisation's name goes on
    after a place or demonym in it ("Kyiv Post").
    """
    size = len(LABELS)
    matrix = np.zeros((size, size), dtype=np.float32)
    for to in range(2, size, 2):
        for source in range(size):
            same = (source - 1) // 2 == (to - 1) // 2 and source != OUTSIDE
            goes_on = find_kind(to) == "ORG" and find_kind(source) in ("EMB", "DEM")
            if not (same or goes_on):
                matrix[source, to] = _IMPOSSIBLE
    return matrix
