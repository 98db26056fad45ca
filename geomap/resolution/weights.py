"""The learned weights: one readable table, a part, a feature and a number a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import numpy as np

from gazetteer.index import Array
from geomap.resolution.calibration import Curve
from geomap.resolution.local import LOCAL
from geomap.resolution.ranker import ALL
from geomap.resolution.surroundings import SURROUNDINGS
from geomap.resolution.unrecorded import UNRECORDED

#: The features of each part of the table.
_PARTS = {"alone": LOCAL, "company": ALL, "surroundings": SURROUNDINGS, "unrecorded": UNRECORDED}
#: The part that has the knots of the score's curve instead.
_CURVE = "score"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of conditional logits (McFadden 1974), and what their beliefs are worth.

    ``alone`` and ``company`` rank the recorded places of a name, without regard to the others and
    with; ``surroundings`` the places around a name without record, and ``unrecorded`` say whether
    it is a variant of one. ``curve`` makes scores of what is believed of recorded places.
    """

    alone: Array
    company: Array
    surroundings: Array
    unrecorded: Array
    curve: Curve = field(default_factory=Curve)

    @classmethod
    def none(cls) -> Weights:
        """Weights that say nothing, to learn with."""
        alone, company, surroundings, unrecorded = (np.zeros(len(f)) for f in _PARTS.values())
        return cls(alone, company, surroundings, unrecorded)

    @classmethod
    def load(cls) -> Weights:
        """Read the shipped weights.tsv."""
        text = (files("geomap.resolution") / "weights.tsv").read_text("utf-8")
        table: dict[str, dict[str, float]] = {}
        for line in text.splitlines()[1:]:
            part, name, number = line.split("\t")
            table.setdefault(part, {})[name] = float(number)
        knots = table.get(_CURVE, {})
        curve = Curve(tuple(map(float, knots)), tuple(knots.values()))
        parts = {p: np.array([table[p][n] for n in names]) for p, names in _PARTS.items()}
        return cls(curve=curve, **parts)

    def write(self, path: Path) -> None:
        """Write a table as it is read."""
        lines = ["part\tfeature or belief\tweight or score", *self._lines()]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    def _lines(self) -> Iterator[str]:
        for part, names in _PARTS.items():
            for name, weight in zip(names, getattr(self, part), strict=True):
                yield f"{part}\t{name}\t{weight:.4f}"
        for belief, score in zip(self.curve.beliefs, self.curve.scores, strict=True):
            yield f"{_CURVE}\t{belief:.6f}\t{score:.4f}"
