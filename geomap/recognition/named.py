"""Named spans: the labels of single words, joined to names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from geomap.recognition.decoding import Floats
from geomap.recognition.labels import KINDS, LABELS, OUTSIDE, PLACE_KINDS, find_inside, find_kind
from geomap.recognition.tagger import Tagging

_PLACE_LABELS = [i for i in range(len(LABELS)) if find_kind(i) in PLACE_KINDS]
_OTHER_LABELS = [i for i in range(len(LABELS)) if find_kind(i) not in PLACE_KINDS]


@dataclass(frozen=True, slots=True)
class Named:
    """A name: tokens ``first`` to ``end`` (half-open), its kind, and how sure that is.

    ``margin`` is by how much the best labelling with a place there beats the best without
    one; negative for names that are not places.
    """

    first: int
    end: int
    kind: str
    margin: float


def find_margins(tagging: Tagging) -> Floats:
    """Return for each word by how much the best labelling with a place there is ahead."""
    place = tagging.marginals[:, _PLACE_LABELS].max(axis=1, initial=-1e9)
    other = tagging.marginals[:, _OTHER_LABELS].max(axis=1, initial=-1e9)
    margins: Floats = place - other
    return margins


def rate_kinds(tagging: Tagging) -> Floats:
    """Return for each word how far no name, and a name of each kind, are ahead of any place.

    The order is that of :data:`~geomap.recognition.labels.KINDS`, no name first; of the places
    the best has 0.
    """
    every = tagging.marginals
    kinds = np.concatenate([every[:, :1], np.maximum(every[:, 1::2], every[:, 2::2])], axis=1)
    places = [1 + at for at, kind in enumerate(KINDS) if kind in PLACE_KINDS]
    rated: Floats = kinds - kinds[:, places].max(axis=1, keepdims=True)
    return rated


def join_labels(tagging: Tagging, margins: Floats) -> list[Named]:
    """Return the names of a document in order; ``margins`` are those of :func:`find_margins`."""
    labels = [*tagging.labels.tolist(), OUTSIDE]
    spans: list[tuple[int, int]] = []
    end = 0
    for first in tagging.labels.nonzero()[0].tolist():
        if first < end:
            continue
        inside, end = find_inside(labels[first]), first + 1
        while labels[end] == inside:
            end += 1
        spans.append((first, end))
    means = average_spans(margins, spans)
    return [
        Named(first, end, find_kind(labels[first]), mean)
        for (first, end), mean in zip(spans, means, strict=True)
    ]


def average_spans(numbers: Floats, spans: list[tuple[int, int]]) -> list[Any]:
    """Return the mean of what each of some spans of words has, in order, none overlapping.

    That is a number for margins of shape (words,), a list of them for shape (words, n).
    """
    if not spans:
        return []
    bounds = np.array(spans)
    if spans[-1][1] == len(numbers):
        numbers = np.concatenate([numbers, numbers[:1]])
    sums = np.add.reduceat(numbers, bounds.ravel(), axis=0)[::2]
    sizes = (bounds[:, 1] - bounds[:, 0]).astype(np.float32)
    means: list[Any] = (sums.T / sizes).T.tolist()
    return means
