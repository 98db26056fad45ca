"""Candidates: names that may be places, among them some that the tagger took for others.

The tagger decides word by word, with little of the rest of the document in view. Names that
it nearly took for places get a second chance: :mod:`geomap.recognition.evidence` and a forest
decide once the whole document has been read.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geomap.recognition.labels import LABELS, PLACE_KINDS, find_kind
from geomap.recognition.named import Named, find_margins
from geomap.recognition.tagger import Tagging
from geomap.recognition.tokens import Tokens

#: A word that trails the other labels by more than this gets no second chance. On the scale
#: of margins (see :class:`~geomap.recognition.named.Named`).
_FURTHEST = -1.5
_PLACE_LABELS = [i for i in range(len(LABELS)) if find_kind(i) in PLACE_KINDS]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document: its words, its names, the names that may be places.

    ``margins`` has for each word by how much the best labelling with a place there beats the
    best without one.
    """

    tokens: Tokens
    margins: npt.NDArray[np.float32]
    names: list[Named]
    candidates: list[Named]


def add_chances(tokens: Tokens, tagging: Tagging, names: list[Named]) -> list[Named]:
    """Return the names and those words that nearly were places, in order; none overlap."""
    margins = find_margins(tagging)
    taken = {i for n in names for i in range(n.first, n.end)}
    free = [
        i not in taken and word[:1].isupper() and margin > _FURTHEST
        for i, (word, margin) in enumerate(zip(tokens.words, margins.tolist(), strict=True))
    ]
    out = list(names)
    first = 0
    for i, is_free in enumerate([*free, False]):
        if first < i and (not is_free or tokens.opens[i]):
            out.append(_make_name(tagging, margins, first, i))
            first = i
        if not is_free:
            first = i + 1
    return sorted(out, key=lambda n: n.first)


def _make_name(tagging: Tagging, margins: npt.NDArray[np.float32], first: int, end: int) -> Named:
    best = _PLACE_LABELS[int(tagging.marginals[first, _PLACE_LABELS].argmax())]
    return Named(first, end, find_kind(best), float(margins[first:end].mean()))
