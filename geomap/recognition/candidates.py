"""Candidates: names that may be places, among them some that the tagger took for others.

The tagger decides word by word, with little of the rest of the document in view. Names that
it nearly took for places get a second chance: :mod:`geomap.recognition.evidence` and a forest
decide once the whole document has been read.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geomap.recognition.decoding import Floats
from geomap.recognition.labels import LABELS, PLACE_KINDS, find_kind
from geomap.recognition.named import Named, average_spans
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
    best without one, ``kinds`` how far each kind of name is ahead (see ``rate_kinds``).
    """

    tokens: Tokens
    margins: Floats
    kinds: Floats
    names: list[Named]
    candidates: list[Named]


def add_chances(
    tokens: Tokens, tagging: Tagging, margins: Floats, names: list[Named]
) -> list[Named]:
    """Return the names and those words that nearly were places, in order; none overlap."""
    taken = {i for n in names for i in range(n.first, n.end)}
    near = np.flatnonzero(margins > _FURTHEST).tolist()
    free = [i for i in near if i not in taken and tokens.words[i][:1].isupper()]
    spans: list[tuple[int, int]] = []
    for i in free:
        if spans and spans[-1][1] == i and not tokens.opens[i]:
            spans[-1] = (spans[-1][0], i + 1)
        else:
            spans.append((i, i + 1))
    means = average_spans(margins, spans)
    best = tagging.marginals[[first for first, _ in spans]][:, _PLACE_LABELS].argmax(axis=1)
    chances = [
        Named(first, end, find_kind(_PLACE_LABELS[label]), mean)
        for (first, end), mean, label in zip(spans, means, best.tolist(), strict=True)
    ]
    return sorted([*names, *chances], key=lambda n: n.first)
