"""Confidence: turns the tagger's margins into probabilities (Platt 1999)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from geomap.recognition.clusters import WordTable
from geomap.recognition.labels import LABELS, PLACE_KINDS, find_kind
from geomap.recognition.model import Model
from geomap.recognition.named import join_labels
from geomap.recognition.names import NameIndex
from geomap.recognition.tagger import Tagger
from geomap.recognition.training.examples import Example

#: Share by which certainty is toned down: the held-out examples are few.
_SMOOTH = 0.02
_PLACES = frozenset(i for i in range(len(LABELS)) if find_kind(i) in PLACE_KINDS)


def find_margins(
    model: Model, table: WordTable, names: NameIndex, examples: Iterable[Example]
) -> tuple[list[float], list[bool]]:
    """Return the margin of each place that the tagger finds, and whether it is one."""
    tagger = Tagger(model, table, names)
    margins: list[float] = []
    right: list[bool] = []
    for example in examples:
        for name in join_labels(tagger.tag(example.tokens)):
            if name.kind in PLACE_KINDS:
                margins.append(name.margin)
                gold = example.allowed[name.first : name.end]
                right.append(any(_PLACES.intersection(labels) for labels in gold))
    return margins, right


def fit_confidence(model: Model, margins: list[float], right: list[bool]) -> Model:
    """Return the model with slope and offset fitted by damped, ridged Newton steps."""
    x = np.stack([np.array(margins), np.ones(len(margins))], axis=1)
    y = np.array(right, dtype=float)
    y = y + _SMOOTH * (0.5 - y)
    weights = np.zeros(2)
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - 0.1 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(2)
        step = np.linalg.solve(curve, slope)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    return replace(model, slope=float(weights[0]), offset=float(weights[1]))
