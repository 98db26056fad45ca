"""Staging: the scenes of annotated documents, and which of their candidates are right."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.folding import fold
from gazetteer.index import Array
from geomap.resolution.company import CompanyFeatures
from geomap.resolution.outcomes import SAME_SPOT_KM
from geomap.resolution.resolver import Resolver
from geomap.resolution.scene import Scene
from geomap.resolution.training.fitting import Examples
from geomap.resolution.training.readings import Reading

#: A candidate this near gold counts as right when none has gold's GeoNames id; where none is, a
#: wide area around gold.
_RIGHT_KM = 25.0
#: So far from each other may two sources put the point of a river.
_LONG_KM = 1000.0
#: Names this prominent are places, whether gold says so or not.
_CONVENTIONAL = 7.0
#: Places less prominent than this may be lacking, and so many of a hundred names lack theirs.
_SMALL, _HIDDEN_PERCENT = 4.5, 10


@dataclass(slots=True)
class Staged:
    """A scene to learn from.

    ``owner`` says for each row of its feature tables which name it is about, ``right`` whether
    it is right, shapes (N + G,); ``known`` for which names anything is known, shape (G,).
    ``truth`` has gold's toponym for the groups of which something is known, also for those
    without candidates: None where gold has none. ``has_gaps`` says that places were hidden.
    """

    reading: Reading
    scene: Scene
    company: CompanyFeatures
    owner: Array
    right: Array
    known: Array
    truth: dict[int, dict[str, Any] | None]
    has_gaps: bool = False

    def rows(self, features: Array, some: Array | None = None) -> Examples:
        """The rows of a feature table from which something can be learned, or of some names."""
        known = self.known if some is None else self.known & some
        kept = known[self.owner]
        return Examples(features[kept], self.owner[kept], self.right[kept])


def stage_with_gaps(resolver: Resolver, reading: Reading) -> Staged | None:
    """Hide some of the small places that gold means, as if nobody had recorded them.

    No gazetteer has all villages, and what it lacks of a text mostly has namesakes elsewhere.
    Annotated corpora hardly show it: their annotators took the places from a gazetteer. None where
    nothing is hidden.
    """
    staged = stage(resolver, reading)
    hidden = _gaps(staged, resolver) if staged else set()
    return stage(resolver, reading, hidden) if hidden else None


def _gaps(staged: Staged, resolver: Resolver) -> set[int]:
    scene, prior = staged.scene, resolver.gazetteer.rows.prior
    hidden: set[int] = set()
    for at, number in enumerate(scene.pool.numbers):
        span = scene.pool.span(at)
        right = scene.pool.rows[span][staged.right[: len(scene.pool.rows)][span]]
        name = f"{scene.document.id} {scene.groups[number].key}"
        is_small = float(prior[right].max(initial=0.0)) < _SMALL
        if is_small and crc32(name.encode()) % 100 < _HIDDEN_PERCENT:
            hidden.update(right.tolist())
    return hidden


def stage(resolver: Resolver, reading: Reading, hidden: Collection[int] = ()) -> Staged | None:
    """Find the candidates of a document's names, and which of them are right; None without.

    ``hidden`` are rows of places to be left out.
    """
    scene = resolver.stage(reading.document, reading.mentions, hidden)
    pool = scene.pool
    if not pool.numbers:
        return None
    truth = _truth(scene, reading, resolver)
    size, names = len(pool.rows), len(pool.numbers)
    right = np.zeros(size + names, dtype=bool)
    for at, number in enumerate(pool.numbers):
        span, gold = pool.span(at), truth.get(number)
        if gold is not None:
            right[span], near = _right(pool.rows[span], gold, resolver)
            right[size + at] = not (right[span].any() or near.any())
        else:
            right[size + at] = True
    owner = np.concatenate([pool.owner, np.arange(names)])
    known = np.array([number in truth for number in pool.numbers])
    return Staged(reading, scene, resolver.company(scene), owner, right, known, truth, bool(hidden))


def _truth(scene: Scene, reading: Reading, resolver: Resolver) -> dict[int, dict[str, Any] | None]:
    """Gold's toponym of each group, as that of its first mention, where anything is known."""
    truth: dict[int, dict[str, Any] | None] = {}
    for number, group in enumerate(scene.groups):
        if not group.mentions:
            continue
        gold = reading.gold[group.mentions[0]]
        own = np.array([hit.row for hit in scene.hits[number]], dtype=int)
        if gold is not None and gold["lat"] is None:
            continue
        if gold is not None:
            truth[number] = gold
        elif not _is_convention(scene, number, own, resolver):
            truth[number] = None
    return truth


def _right(own: Array, truth: dict[str, Any], resolver: Resolver) -> tuple[Array, Array]:
    """Which candidates are right, and which are near what is right."""
    rows = resolver.gazetteer.rows
    distance = distances_km(truth["lat"], truth["lon"], rows.lat[own], rows.lon[own])
    # Neither gold's places nor ours all have an id.
    ids = [rows.place(int(r)).geonameid for r in own]
    same = np.array([id_ is not None and id_ == truth["geonameid"] for id_ in ids])
    near = distance <= _RIGHT_KM
    # Of wide areas every source has a point of its own, in the middle or at the capital.
    wide = (rows.radius[own] > SAME_SPOT_KM) & (distance <= rows.radius[own])
    # Of a river it has any of its banks.
    name = fold(truth["name"] or "")
    is_water = [rows.feature(int(r))[0] == "H" and fold(rows.name(int(r))) == name for r in own]
    long = np.array(is_water, dtype=bool) & (distance <= _LONG_KM)
    right = next((found for found in (same, near) if found.any()), wide | long)
    return right, distance <= SAME_SPOT_KM


def _is_convention(scene: Scene, number: int, own: Array, resolver: Resolver) -> bool:
    """Whether a mention that gold lacks may be left out there by the corpus' convention.

    Corpora disagree on demonyms, metonyms and places inside other names; only what would be a
    plain place says that "none of these" is right.
    """
    mentions = [scene.mentions[i] for i in scene.groups[number].mentions]
    prior = resolver.gazetteer.rows.prior[own]
    return mentions[0].role != "literal" or float(prior.max(initial=0.0)) >= _CONVENTIONAL
