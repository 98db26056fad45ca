"""Anchors: the places that a name without record may lie in or by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gazetteer.places import PlaceRows
from geomap.resolution.generics import asks_for_nature, has_generic
from geomap.resolution.groups import Group
from geomap.resolution.scene import SOMEWHERE, Scene

#: Places of the document count from this belief on, narrower than this.
_LIKELY, _WIDEST_KM = 0.3, 160.0
_MOST_ANCHORS, _MOST_PARTS = 40, 3
#: Recorded places that are less likely meant than this may not be.
_CLAIMED = 0.5
#: Whoever names a place so prominent (about log10 of its people) means no village of that name that
#: nobody recorded, unless the text says something of it.
_WELL_KNOWN = 5.0
#: So many places of a document tell where a name lies that does not say what it is.
_FEWEST_FOR_BARE = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that a name without record may lie in or by.

    ``number`` is the group that names it, or that of the name itself where a part of that names
    the place; ``belief`` how surely it is meant.
    """

    row: int
    number: int
    belief: float


def is_bare(group: Group) -> bool:
    """Whether neither a name nor the text says what it is or where: it could be anything."""
    return not (group.inside or has_generic(group.name) or asks_for_nature(group.kinds))


def is_lost(scene: Scene, number: int, rows: PlaceRows) -> bool:
    """Whether a name has no record that is likely meant."""
    group = scene.groups[number]
    if not group.mentions:
        return False
    if number in scene.rescued:
        return scene.total(number) < SOMEWHERE
    known = [hit.row for hit in scene.hits[number] if hit.match != "part"]
    is_told = group.inside or group.kinds or group.articled
    if known and not is_told and max(map(rows.prior.data.__getitem__, known)) >= _WELL_KNOWN:
        return False
    return scene.total(number) < _CLAIMED


def tell_enough(anchors: list[Anchor], group: Group) -> bool:
    """Whether there are anchors enough to put a name at one of them."""
    return len(anchors) >= (_FEWEST_FOR_BARE if is_bare(group) else 1)


def anchors_named(scene: Scene, rows: PlaceRows) -> list[Anchor]:
    """The places of the document that are no wider than a region, each once, the surest kept.

    Those that are guesses themselves are left out.
    """
    best: dict[int, Anchor] = {}
    for number in range(len(scene.groups)):
        if number in scene.rescued:
            continue
        found = scene.best(number)
        if found is None or found[1] < _LIKELY or rows.radius[found[0]] >= _WIDEST_KM:
            continue
        anchor = Anchor(found[0], number, found[1] * scene.confidence(number))
        if anchor.row not in best or best[anchor.row].belief < anchor.belief:
            best[anchor.row] = anchor
    return sorted(best.values(), key=lambda a: -a.belief)[:_MOST_ANCHORS]


def anchors_in_name(scene: Scene, number: int) -> list[Anchor]:
    """The likeliest places known by a part of the name."""
    found = scene.believed(number)
    if found is None:
        return []
    hits, belief = found
    order = np.argsort(-belief, kind="stable")[:_MOST_PARTS].tolist()
    return [Anchor(hits[i].row, number, float(belief[i])) for i in order]
