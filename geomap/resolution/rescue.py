"""Rescue: names that nobody recorded, read as variants of names near the story.

Nothing on Earth is called Gregoron; but beside Belgorod only Grayvoron sounds like it. The
neighbourhood makes the difference: among all names in the world a weak likeness is chance,
among the few hundred within a day's drive of the story it is evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from gazetteer.designators import may_be_kind, split_designator
from gazetteer.folding import fold
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from gazetteer.plausibility import plausibility
from gazetteer.variants import Offer, Variant
from geomap.resolution.anchors import is_bare
from geomap.resolution.candidates import first_of_each
from geomap.resolution.generics import is_facility
from geomap.resolution.groups import Group
from geomap.resolution.scene import Scene
from geomap.resolution.unrecorded import UNRECORDED, Telling, belief, lies_in

#: How far from the other places of the document a neighbourhood reaches.
_REACH_KM = 150.0
#: Anchors are places narrower than this that the resolver is this sure of.
_ANCHOR_RADIUS_KM, _SURE = 160.0, 0.3
_MOST_ANCHORS = 12
#: What is this probable around all anchors is also sought around those nearest in the text, where
#: there are fewer names that it could be.
_PROMISING, _NEAREST_ANCHORS = 0.2, 3
#: Recorded parts of a name that are less likely meant than this are not, nor is a variant of a name
#: that may be put at a place around it instead.
_CLAIMED = 0.5
#: From this probability on a variant is worth a guess.
_GUESSED = 0.15
#: How far apart in letters and sounds, around the story and anywhere, nothing is worth a look
#: (see `gazetteer.likeness.describe`). Of the readings of our texts that were judged, 84 wrong ones
#: are further, and none of the 162 right ones.
_FURTHEST_NEAR, _FURTHEST = 1.0, 0.75
#: Shorter names are like too many others.
_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """A name that nobody recorded, read as one recorded around a text, or anywhere.

    ``hits`` are the places that it may be, ``shares`` how likely each is beside the likeliest;
    ``asked`` is the probability of that one, were the name asked for alone, and ``features``
    are what speaks for it here, as of `geomap.resolution.unrecorded`.
    """

    hits: list[Hit]
    shares: Array
    asked: float
    features: Array

    @property
    def is_told(self) -> bool:
        """Whether it lies in what the text says that the name lies in."""
        return bool(self.features[UNRECORDED.index("told")])

    @property
    def best(self) -> Hit:
        """The likeliest place."""
        return self.hits[int(self.shares.argmax())]


def rescue(scene: Scene, gazetteer: Gazetteer, weights: Array) -> None:
    """Give candidates to the groups that have none, where a variant is plausible enough."""
    for number, readings in read_unrecorded(scene, gazetteer):
        recorded = scene.believed(number)
        least = 0.0 if recorded is None else float(recorded[1].sum())
        is_free = is_bare(scene.groups[number])
        for reading in readings:
            likely = belief(reading.features, weights)
            if likely > max(least, _GUESSED if is_free or reading.is_told else _CLAIMED):
                scene.rescued[number] = reading.hits, likely * reading.shares
                least = likely
            if likely >= _CLAIMED:
                break


def read_unrecorded(scene: Scene, gazetteer: Gazetteer) -> Iterator[tuple[int, Iterator[Reading]]]:
    """Yield the groups without likely candidates, each with its readings.

    Those are around all places of the document, around the nearest in the text, and anywhere.
    """
    named = [i for i, group in enumerate(scene.groups) if group.mentions]
    lost = [i for i in named if scene.is_unrecorded(i, _CLAIMED)]
    if not lost:
        return
    best = [(*found, i) for i in range(len(scene.groups)) if (found := scene.best(i))]
    sure = sorted((f for f in best if f[1] >= _SURE), key=lambda f: -f[1])
    radius = gazetteer.rows.radius
    anchors = [(row, scene.groups[i]) for row, _, i in sure if radius[row] < _ANCHOR_RADIUS_KM]
    telling = Telling(scene, gazetteer, [row for row, _, _ in sure], lost)
    around = _Neighbourhoods(gazetteer)
    for number in lost:
        yield number, _readings(telling, number, anchors[:_MOST_ANCHORS], around)


def _readings(
    telling: Telling, number: int, anchors: list[tuple[int, Group]], around: _Neighbourhoods
) -> Iterator[Reading]:
    scene, gazetteer = telling.scene, telling.gazetteer
    group = scene.groups[number]
    designation = split_designator(group.name)
    core = designation.core if designation else fold(group.name)
    # "Colorado State University" is no misspelt town, though an airport may be called like it.
    if len(core) < _FEWEST_LETTERS or is_facility(group.name):
        return
    named = [row for row, _ in anchors]
    by_text = sorted(anchors, key=lambda anchor: _text_distance(scene, group, anchor[1]))
    some = [frozenset(row for row, _ in few) for few in (anchors, by_text[:_NEAREST_ANCHORS])]
    for few in dict.fromkeys(some):
        holds, offer = around.names_near(few)
        variants = gazetteer.variants.rank(core, offer, furthest=_FURTHEST_NEAR)
        hits = _hits(variants, gazetteer, "context", group)
        near = [hit for hit in hits if holds[hit.row]]
        reading = _judge(near, telling, number, named)
        if reading is not None:
            yield reading
        if reading is None or reading.asked < _PROMISING:
            break
    variants = gazetteer.variants.anywhere(core, furthest=_FURTHEST)
    hits = _hits(variants, gazetteer, "variant", group)
    told = telling.told(number)
    inside = [hit for hit in hits if lies_in(hit.row, told, gazetteer.rows)]
    # What is called so elsewhere is no rival of what the text asks for.
    reading = _judge(inside or hits, telling, number, named)
    if reading is not None:
        yield reading


def _text_distance(scene: Scene, one: Group, other: Group) -> int:
    return min(
        abs(scene.mentions[i].start - scene.mentions[j].start)
        for i in one.mentions
        for j in other.mentions or one.mentions
    )


class _Neighbourhoods:
    """The places around some anchors of a document and their names, found once for all."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        codes = gazetteer.rows.codes
        self._is_country = np.array([code.startswith("A.PCL") for code in codes])
        self._near: dict[int, Array] = {}
        self._found: dict[frozenset[int], tuple[Array, Offer]] = {}

    def names_near(self, anchors: frozenset[int]) -> tuple[Array, Offer]:
        """Which rows are places around anchors, and what is offered of them."""
        if anchors not in self._found:
            holds = np.zeros(len(self.gazetteer.rows), dtype=bool)
            for anchor in anchors:
                holds[self._around(anchor)] = True
            offer = self.gazetteer.variants.offer_of(np.flatnonzero(holds))
            self._found[anchors] = holds, offer
        return self._found[anchors]

    def _around(self, anchor: int) -> Array:
        if anchor not in self._near:
            rows = self.gazetteer.rows
            point = float(rows.lat[anchor]), float(rows.lon[anchor])
            near = rows.rows_near(*point, _REACH_KM)
            # A country is no neighbour, wherever its point is.
            self._near[anchor] = near[~self._is_country[rows.code[near]]]
        return self._near[anchor]


def _hits(variants: list[Variant], gazetteer: Gazetteer, match: str, group: Group) -> list[Hit]:
    hits = gazetteer.names.of_variants(variants, match)
    return [h for h in hits if may_be_kind(group.kinds, *gazetteer.rows.feature(h.row))]


def _judge(hits: list[Hit], telling: Telling, number: int, named: list[int]) -> Reading | None:
    """The reading as one of some places, if there are any."""
    hits, gazetteer = first_of_each(hits), telling.gazetteer
    if not hits:
        return None
    own = np.array([h.row for h in hits])
    scores = np.array([h.score for h in hits])
    first = int(scores.argmax())
    # A place that the text names by its right name is not likely to be misspelled beside it.
    unnamed = np.array([h.row not in named for h in hits])
    elsewhere = gazetteer.rows.rivals(int(own[first]), own)
    rivals = scores[elsewhere & unnamed & gazetteer.names.leads(hits)]
    features = hits[first].features
    assert features is not None
    asked = plausibility(features, rivals - scores[first])
    described = telling.describe(number, hits[first], asked)
    return Reading(hits, np.exp(scores - scores[first]), asked, described)
