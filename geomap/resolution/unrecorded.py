"""Unrecorded names: how likely a text means by one the recorded name most like it.

Who asks for a spelling has a place of the gazetteer in mind. A text may as well mean a village, a
quarter or a stream that no gazetteer has, or a person. So what the spelling would be worth alone
(`gazetteer.plausibility`) is one thing to weigh among others, by a small logistic model of the
features below; it learned from readings of texts that people judged (see
`geomap.resolution.training.judged`).
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.folding import fold
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from gazetteer.place import COUNTRY_CODES
from gazetteer.places import PlaceRows
from gazetteer.spelling import bare, sound
from geomap.resolution.scene import FEW_NAMES, Scene

UNRECORDED = (
    "one",  # always 1
    "asked",  # log-odds of the place, were the name asked for alone
    "sounds_alike",  # the names are read alike, without their articles and spaces
    "shortened",  # all words of the one are in the other
    "first_level",  # the place is a first-level subdivision
    "contained",  # the place is in a division that the text names
    "told",  # the text says that the name lies in what is around the place: "Assosa in Ethiopia"
    "nearness",  # to the nearest town that the text names, 1 at it
    "doubt",  # how unsure recognition is that the name is a place's
    "associative",  # the name is inside another, or stands for what people do there
    "unrecorded",  # share of the text's names that no gazetteer has, less where it has few
)  # fmt: skip
#: Distance in km at which nearness has fallen to a half.
_HALF_KM = 30.0
#: No probability is taken to be nearer to 0 or 1.
_LEAST = 1e-3


@dataclass(frozen=True)
class Telling:
    """What a document says about where its unrecorded names may lie.

    ``named`` are the rows of the places that it is likely to name, ``lost`` the numbers of the
    groups whose names are not recorded.
    """

    scene: Scene
    gazetteer: Gazetteer
    named: list[int]
    lost: list[int]

    def describe(self, number: int, hit: Hit, asked: float) -> Array:
        """The features of reading a group's name as a recorded one; shape (len(UNRECORDED),).

        Parameters
        ----------
        number : int
            Of the group.
        hit : Hit
            The likeliest place.
        asked : float
            Its probability, were the name asked for alone.
        """
        group, rows = self.scene.groups[number], self.gazetteer.rows
        name, other = fold(group.name), fold(self.gazetteer.names.strings[hit.name])
        words, others = set(name.split()), set(other.split())
        kept = min(max(asked, _LEAST), 1.0 - _LEAST)
        values = {
            "one": True,
            "asked": math.log(kept / (1.0 - kept)),
            "sounds_alike": sound(bare(name)) == sound(bare(other)),
            "shortened": words < others or others < words,
            "first_level": rows.feature(hit.row)[1] == "ADM1",
            "contained": lies_in(hit.row, self._divisions, rows),
            "told": lies_in(hit.row, self.told(number), rows),
            "nearness": self._nearness(hit.row),
            "doubt": 1.0 - self.scene.confidence(number),
            "associative": self.scene.mentions[group.mentions[0]].role != "literal",
            "unrecorded": len(self.lost) / (len(self.scene.groups) + FEW_NAMES),
        }
        return np.array([float(values[feature]) for feature in UNRECORDED])

    def told(self, number: int) -> set[int]:
        """The rows of what the text says a group's name lies in, as likeliest meant."""
        group = self.scene.groups[number]
        best = (self.scene.best(i) for i in group.inside | group.beyond)
        return {found[0] for found in best if found is not None}

    def _nearness(self, row: int) -> float:
        rows = self.gazetteer.rows
        own = np.array([r for r in self._towns if r != row], dtype=int)
        apart = distances_km(rows.lat[row], rows.lon[row], rows.lat[own], rows.lon[own])
        return 1.0 / (1.0 + float(apart.min(initial=np.inf)) / _HALF_KM)

    @cached_property
    def _divisions(self) -> set[int]:
        feature = self.gazetteer.rows.feature
        return {row for row in self.named if feature(row)[1] not in COUNTRY_CODES}

    @cached_property
    def _towns(self) -> list[int]:
        return [row for row in self.named if self.gazetteer.rows.feature(row)[0] == "P"]


def lies_in(row: int, areas: Collection[int], rows: PlaceRows) -> bool:
    """Whether a place lies in one of some areas."""
    return bool(areas) and any(area in areas for area in rows.ancestors(row))


def belief(features: Array, weights: Array) -> float:
    """The probability that a reading so described is right."""
    return 1.0 / (1.0 + math.exp(-float(features @ weights)))
