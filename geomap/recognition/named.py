"""Named spans: the labels of single words, joined to names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geomap.recognition.labels import LABELS, PLACE_KINDS, begins, find_kind
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


def find_margins(tagging: Tagging) -> npt.NDArray[np.float32]:
    """Return for each word by how much the best labelling with a place there is ahead."""
    place = tagging.marginals[:, _PLACE_LABELS].max(axis=1, initial=-1e9)
    other = tagging.marginals[:, _OTHER_LABELS].max(axis=1, initial=-1e9)
    margins: npt.NDArray[np.float32] = place - other
    return margins


def join_labels(tagging: Tagging) -> list[Named]:
    """Return the names of a document in order."""
    margins = find_margins(tagging)
    names: list[Named] = []
    labels = tagging.labels.tolist()
    first = 0
    for i, label in enumerate([*labels, 0]):
        before = labels[i - 1] if i else 0
        if i and find_kind(before) and (begins(label) or find_kind(label) != find_kind(before)):
            margin = float(np.mean(margins[first:i]))
            names.append(Named(first, i, find_kind(before), margin))
        if find_kind(label) and (begins(label) or find_kind(label) != find_kind(before)):
            first = i
    return names
