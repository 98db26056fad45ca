"""Confidence: turns the tagger's margins into probabilities (Platt 1999, Kull et al. 2017)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from geomap.recognition.clusters import WordTable
from geomap.recognition.labels import LABELS, PLACE_KINDS, find_kind
from geomap.recognition.model import LEAST_MARGIN, Model
from geomap.recognition.names import NameIndex
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.training.examples import ANY, Example

#: Share by which certainty is toned down: the held-out examples are few.
_SMOOTH = 0.01
_FEWEST = 20
_PLACES = frozenset(i for i in range(len(LABELS)) if find_kind(i) in PLACE_KINDS)

#: The kind of a name found, its margin, and whether it is a place.
Finding = tuple[str, float, bool]


def find_margins(
    model: Model, table: WordTable, names: NameIndex, examples: Iterable[Example]
) -> list[Finding]:
    """Return the margin of each place that is found, and whether it is one."""
    recogniser = Recogniser(model, table, names)
    findings: list[Finding] = []
    for example in examples:
        for name in recogniser.read(example.text).candidates:
            if name.margin <= 0:
                continue
            gold = example.allowed[name.first : name.end]
            right = any(_PLACES.intersection(labels) for labels in gold if labels != ANY)
            if right or ANY not in gold:
                findings.append((name.kind, name.margin, right))
    return findings


def fit_confidence(model: Model, findings: Sequence[Finding]) -> Model:
    """Return the model with the confidence fitted for each kind of place."""
    every = [(margin, right) for _, margin, right in findings]
    fitted = {}
    for kind in sorted(PLACE_KINDS):
        own = [(margin, right) for k, margin, right in findings if k == kind]
        fitted[kind] = _fit_line(own if len(own) >= _FEWEST else every)
    return replace(model, confidence=fitted)


def _fit_line(cases: Sequence[tuple[float, bool]]) -> tuple[float, float, float]:
    """Fit the weights of ``judge_margin`` by damped, ridged Newton steps."""
    margins = np.array([m for m, _ in cases])
    logarithms = np.log(np.maximum(margins, LEAST_MARGIN))
    x = np.stack([margins, logarithms, np.ones(len(cases))], axis=1)
    y = np.array([right for _, right in cases], dtype=float)
    y = y + _SMOOTH * (0.5 - y)
    weights = np.zeros(3)
    for _ in range(100):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - 0.1 * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(3)
        step = np.linalg.solve(curve, slope)
        weights = weights + step / max(1.0, float(np.abs(step).max()))
    return float(weights[0]), float(weights[1]), float(weights[2])
