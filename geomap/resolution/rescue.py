"""Rescue: names that nobody recorded, read as variants of names near the story.

Nothing on Earth is called Gregoron; but beside Belgorod only Grayvoron sounds like it. The
neighbourhood makes the difference: among all names in the world a weak likeness is chance,
among the few hundred within a day's drive of the story it is evidence.
"""

from __future__ import annotations

import numpy as np

from gazetteer.designators import may_be_kind, split_designator
from gazetteer.folding import fold
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from gazetteer.place import COUNTRY_CODES
from gazetteer.plausibility import plausibility
from gazetteer.variants import Offer, Variant
from geomap.resolution.candidates import first_of_each
from geomap.resolution.generics import is_facility
from geomap.resolution.groups import Group
from geomap.resolution.scene import Scene

#: How far from the other places of the document a neighbourhood reaches.
_REACH_KM = 150.0
#: Anchors are places narrower than this that the resolver is this sure of.
_ANCHOR_RADIUS_KM, _SURE = 160.0, 0.3
_MOST_ANCHORS = 12
#: What is this probable around all anchors, but not enough, is tried once more around those
#: nearest in the text, where there are fewer names that it could be. In four corpora of news the
#: 82 names (of 115) that were less probable than that came to no more than .1 around few.
_PROMISING, _NEAREST_ANCHORS = 0.1, 3
#: A variant is claimed from this probability on; below it the mention stays unresolved.
CLAIMED = 0.5
#: Spellings that people ask for are misspelled names; the unrecorded names of texts are more often
#: places without record. So the odds are this much worse here: of the variants that were .2 likely
#: or more in the four corpora, left out in turn, the best factors were between 0.14 and 0.37.
_ODDS_IN_TEXTS = 0.37
#: A text about other countries does not misspell a place of one that it never names, but for the
#: country itself or its capital, and those from this probability on.
_SURE_ABROAD, _STATES_AND_CAPITALS = 0.9, COUNTRY_CODES | {"PPLC"}
#: Shorter names are like too many others.
_FEWEST_LETTERS = 4


def rescue(scene: Scene, gazetteer: Gazetteer) -> None:
    """Give candidates to the groups that have none, where a variant is plausible enough."""
    named = [i for i, group in enumerate(scene.groups) if group.mentions]
    lost = [i for i in named if scene.is_unrecorded(i, CLAIMED)]
    if not lost:
        return
    anchors, around = _anchors(scene, gazetteer), _Neighbourhoods(gazetteer)
    for number in lost:
        found = _read(scene, number, anchors, around)
        if found is not None:
            scene.rescued[number] = found


def _anchors(scene: Scene, gazetteer: Gazetteer) -> list[tuple[int, Group]]:
    """The surest small places of the document: their rows and groups."""
    radius = gazetteer.rows.radius
    found = [(*best, group) for i, group in enumerate(scene.groups) if (best := scene.best(i))]
    sure = [f for f in found if f[1] >= _SURE and radius[f[0]] < _ANCHOR_RADIUS_KM]
    sure.sort(key=lambda f: -f[1])
    return [(row, group) for row, _, group in sure[:_MOST_ANCHORS]]


def _read(
    scene: Scene, number: int, anchors: list[tuple[int, Group]], around: _Neighbourhoods
) -> tuple[list[Hit], Array] | None:
    group, gazetteer = scene.groups[number], around.gazetteer
    designation = split_designator(group.name)
    core = designation.core if designation else fold(group.name)
    # "Colorado State University" is no misspelt town, though an airport may be called like it.
    if len(core) < _FEWEST_LETTERS or is_facility(group.name):
        return None
    named = [row for row, _ in anchors]
    by_text = sorted(anchors, key=lambda anchor: _text_distance(scene, group, anchor[1]))
    some = [frozenset(row for row, _ in few) for few in (anchors, by_text[:_NEAREST_ANCHORS])]
    for few in dict.fromkeys(some):
        holds, offer = around.names_near(few)
        hits = _hits(gazetteer.variants.rank(core, offer), gazetteer, "context", group)
        found = _judge([h for h in hits if holds[h.row]], gazetteer, named)
        if found is None or found[1].max() < _PROMISING:
            break
        if found[1].max() >= CLAIMED:
            return found
    hits = _hits(gazetteer.variants.anywhere(core), gazetteer, "variant", group)
    found = _judge(hits, gazetteer, named)
    if found is None or found[1].max() < CLAIMED:
        return None
    hits, belief = found
    row, sure = hits[int(belief.argmax())].row, float(belief.max())
    if sure >= _SURE_ABROAD and gazetteer.rows.feature(row)[1] in _STATES_AND_CAPITALS:
        return found
    countries = _countries(scene, gazetteer)
    return found if int(gazetteer.rows.country[row]) in countries or not countries else None


def _countries(scene: Scene, gazetteer: Gazetteer) -> set[int]:
    """The countries of the places that the document is likely to name; seas have none."""
    best = [scene.best(i) for i in range(len(scene.groups)) if i not in scene.rescued]
    sure = [found[0] for found in best if found and found[1] >= _SURE]
    return {int(c) for c in gazetteer.rows.country[sure] if gazetteer.rows.countries[c]}


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
            self._near[anchor] = rows.rows_near(*point, _REACH_KM)
        return self._near[anchor]


def _hits(variants: list[Variant], gazetteer: Gazetteer, match: str, group: Group) -> list[Hit]:
    hits = [
        h._replace(match=match) for variant in variants for h in gazetteer.names.of_variant(variant)
    ]
    return [h for h in hits if may_be_kind(group.kinds, *gazetteer.rows.feature(h.row))]


def _judge(
    hits: list[Hit], gazetteer: Gazetteer, named: list[int]
) -> tuple[list[Hit], Array] | None:
    """The places that a name may be, and how probable each is."""
    hits = first_of_each(hits)
    if not hits:
        return None
    own = np.array([h.row for h in hits])
    scores = np.array([h.score for h in hits])
    first = int(scores.argmax())
    # A place that the text names by its right name is not likely to be misspelled beside it.
    unnamed = ~np.isin(own, named)
    elsewhere = gazetteer.rows.rivals(int(own[first]), own)
    rivals = scores[elsewhere & unnamed & gazetteer.names.leads(hits)]
    features = hits[first].features
    assert features is not None
    likely = _in_texts(plausibility(features, rivals - scores[first]))
    return hits, likely * np.exp(scores - scores[first])


def _in_texts(likely: float) -> float:
    """The probability of a variant in a text, from that of the same spelling asked for alone."""
    return _ODDS_IN_TEXTS * likely / (1.0 - likely + _ODDS_IN_TEXTS * likely)
