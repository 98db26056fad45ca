"""Surroundings: where a name without record lies, as far as the text tells.

No gazetteer of towns has "Maple Street" or "Marjory Stoneman Douglas High School". A text that
names one mostly says around which town it is set: "... in Parkland". A small learned model weighs
the places of the document against "none of these", by the features below. It is asked about names
that say themselves that they are streets, buildings and the like (see generics.py), or that the
text puts into a place. Any other name without record may be a village nobody wrote down, a person
or anything, anywhere: it is asked about those only where the document names several places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.resolution.anchors import (
    Anchor,
    anchors_in_name,
    anchors_named,
    is_bare,
    is_lost,
    tell_enough,
)
from geomap.resolution.generics import is_facility, is_natural
from geomap.resolution.scene import Scene

SURROUNDINGS = (
    "nearness",  # to where the text names the place, 1 beside it
    "same_sentence",  # the text names it in one sentence with the name
    "said_inside",  # how clearly the text says that the name lies in it: "the square in Bratislava"
    "part_of_name",  # a name of it is part of the name: "Riverdale Lukoil"
    "part_prominence",  # how well known it is, in that case
    "share",  # of the mentions of the document
    "first",  # the first place that the document names
    "belief",  # how surely the document means it
    "company",  # how much of the document's other places is near it, damped
    "beside",  # the same, the less the further in the text from the name
    "outlet",  # the outlet is named for it
    "town", "second_level", "wider", "other",  # what it is
    "none",  # stands for "none of these", the last row of every table
    "none_facility",  # the same, for names of streets, buildings and grounds
    "none_natural",  # the same, for names of natural features
    "none_bare",  # the same, for names that do not say what they name
    "none_doubt",  # the same, times how unsure recognition is that this is a place at all
    "none_associative",  # the same, for names inside others and for what people do there
    "none_prominence",  # the same, times how well known the best of its namesakes is
    "none_distance",  # the same, for the distance in the text to the nearest place
)  # fmt: skip
#: Distance in characters, and in km, at which nearness has fallen to a half.
_HALF_CHARACTERS, _HALF_KM = 100.0, 30.0
#: Places within this distance of the likeliest one would be as right.
_SAME_KM = 100.0
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]|\n")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The anchors of a name and their table of features, shape (anchors + 1, ...)."""

    anchors: list[Anchor]
    table: Array

    def choose(self, weights: Array, rows: PlaceRows) -> tuple[list[Anchor], Array, float]:
        """Rank the anchors.

        Returns
        -------
        anchors : list of Anchor
            The likeliest first.
        belief : array
            Their probabilities.
        around : float
            The probability that the name lies around the first: that of all anchors near it.
        """
        scores = self.table @ weights
        shares = np.exp(scores - scores.max())
        shares = (shares / shares.sum())[:-1]
        order = np.argsort(-shares, kind="stable")
        anchors = [self.anchors[i] for i in order]
        own = np.array([a.row for a in anchors])
        first = own[0]
        apart = distances_km(rows.lat[first], rows.lon[first], rows.lat[own], rows.lon[own])
        return anchors, shares[order], float(shares[order][apart <= _SAME_KM].sum())


def find_surroundings(scene: Scene, rows: PlaceRows) -> dict[int, Surroundings]:
    """Describe what may lie around each name of a document that has no record."""
    lost = [i for i in range(len(scene.groups)) if is_lost(scene, i, rows)]
    if not lost:
        return {}
    named = anchors_named(scene, rows)
    found = {}
    for number in lost:
        anchors = [a for a in named if a.number != number]
        # Of its parts alone the ranker has said already that they are not meant.
        if tell_enough(anchors, scene.groups[number]):
            taken = {a.row for a in anchors}
            anchors += [a for a in anchors_in_name(scene, number) if a.row not in taken]
            table = _Describer(scene, rows, anchors).table(number)
            found[number] = Surroundings(anchors, table)
    return found


class _Describer:
    """Makes the features of the anchors of one name."""

    def __init__(self, scene: Scene, rows: PlaceRows, anchors: list[Anchor]) -> None:
        self._scene, self._rows, self._anchors = scene, rows, anchors
        own = np.array([a.row for a in anchors])
        lat, lon = rows.lat[own], rows.lon[own]
        apart = distances_km(lat[:, None], lon[:, None], lat, lon)
        self._near = 1.0 / (1.0 + apart / _HALF_KM)
        np.fill_diagonal(self._near, 0.0)
        self._belief = np.array([a.belief for a in anchors])

    def table(self, number: int) -> Array:
        """Features of each anchor, then of "none of these"."""
        anchors, at = self._anchors, SURROUNDINGS.index
        table = np.zeros((len(anchors) + 1, len(SURROUNDINGS)))
        own, none = table[:-1], table[-1]
        part = np.array([a.number == number for a in anchors])
        apart = np.array([self._apart(number, a.number) for a in anchors])
        nearness = ~part / (1.0 + apart / _HALF_CHARACTERS)
        group = self._scene.groups[number]
        own[:, at("nearness")] = nearness
        own[:, at("same_sentence")] = [
            not p and self._same_sentence(number, a.number)
            for a, p in zip(anchors, part, strict=True)
        ]
        own[:, at("said_inside")] = [group.telling(a.number) for a in anchors]
        own[:, at("part_of_name")] = part
        own[:, at("part_prominence")] = part * self._rows.prior[[a.row for a in anchors]]
        sizes = [len(self._scene.groups[a.number].mentions) for a in anchors]
        own[:, at("share")] = ~part * sizes / max(len(self._scene.mentions), 1)
        starts = [self._first(a.number) for a in anchors]
        own[:, at("first")] = ~part & (np.array(starts) == min(starts))
        own[:, at("belief")] = self._belief
        named = self._belief * ~part
        own[:, at("company")] = np.log1p(self._near @ named)
        own[:, at("beside")] = self._near @ (named * nearness)
        own[:, at("outlet")] = [
            self._scene.groups[a.number].of_outlet and not p
            for a, p in zip(anchors, part, strict=True)
        ]
        for i, anchor in enumerate(anchors):
            own[i, at(self._kind(anchor.row))] = 1.0
        none[at("none")] = 1.0
        none[at("none_facility")] = is_facility(group.name)
        none[at("none_natural")] = is_natural(group.name)
        none[at("none_bare")] = is_bare(group)
        none[at("none_doubt")] = 1.0 - self._scene.confidence(number)
        roles = [self._scene.mentions[i].role for i in group.mentions]
        none[at("none_associative")] = roles[0] != "literal"
        none[at("none_prominence")] = self._rows.prior[self._namesakes(number)].max(initial=0.0)
        none[at("none_distance")] = np.log1p(apart[~part].min(initial=1e4) / _HALF_CHARACTERS)
        return table

    def _namesakes(self, number: int) -> list[int]:
        """The places that are recorded under all of a name."""
        return [hit.row for hit in self._scene.hits[number] if hit.match != "part"]

    def _kind(self, row: int) -> str:
        feature_class, code = self._rows.feature(row)
        if feature_class == "P":
            return "town"
        if feature_class != "A":
            return "other"
        return "wider" if code == "ADM1" or code.startswith("PCL") else "second_level"

    def _first(self, number: int) -> int:
        return min(self._starts(number), default=len(self._scene.document.text))

    def _starts(self, number: int) -> list[int]:
        return [self._scene.mentions[i].start for i in self._scene.groups[number].mentions]

    def _apart(self, one: int, other: int) -> float:
        """Fewest characters between two names in the text; far where it does not name both."""
        pairs = [abs(a - b) for a in self._starts(one) for b in self._starts(other)]
        return float(min(pairs, default=10_000))

    def _same_sentence(self, one: int, other: int) -> bool:
        starts = [(a, b) for a in self._starts(one) for b in self._starts(other)]
        if not starts:
            return False
        one_start, other_start = min(starts, key=lambda pair: abs(pair[0] - pair[1]))
        first, last = min(one_start, other_start), max(one_start, other_start)
        return _SENTENCE_END.search(self._scene.document.text, first, last) is None
