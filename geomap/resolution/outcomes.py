"""Outcomes: what is believed of the names of a document, as resolutions with scores and reasons."""

from __future__ import annotations

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.lookup import Gazetteer
from gazetteer.places import PlaceRows
from geomap.recognition.mention import Mention
from geomap.resolution.anchors import is_bare
from geomap.resolution.company import best_of_each
from geomap.resolution.explain import explain, explain_surroundings, likely_places
from geomap.resolution.reason import Clause, Reason
from geomap.resolution.resolution import Resolution, RunnerUp
from geomap.resolution.scene import SOMEWHERE, Scene
from geomap.resolution.surroundings import Surroundings
from geomap.resolution.weights import Weights

_RUNNERS_UP = 3
#: Candidates within this distance of the chosen one put the name on the same spot of a map.
SAME_SPOT_KM = 161.0
#: From this probability on a mention that the caller gives is resolved: that it is a place is not
#: in doubt.
_SOMEWHERE_GIVEN = 0.15
#: The same for a name found that says nothing of itself: it may be a person's or an aircraft's.
_BARE = 0.4


class Outcomes:
    """Makes the resolutions of the groups of one document."""

    def __init__(self, scene: Scene, gazetteer: Gazetteer, weights: Weights) -> None:
        self._scene, self._gazetteer, self._weights = scene, gazetteer, weights
        self._spots = spot_beliefs(scene, gazetteer.rows)
        self._named = likely_places(scene, gazetteer)

    def resolve(self, number: int, surroundings: Surroundings | None) -> Resolution:
        """The resolution of a group, as that of its first mention."""
        scene, gazetteer, weights = self._scene, self._gazetteer, self._weights
        mention = scene.mentions[scene.groups[number].mentions[0]]
        if surroundings is not None:
            placed = self._placed_around(number, surroundings)
            if placed is not None:
                return placed
        believed = scene.believed(number)
        if believed is None:
            return Resolution(mention, None, why=Reason(Clause("whyUnknown", mention.text)))
        hits, belief = believed
        order = (-belief).argsort(kind="stable")[: 1 + _RUNNERS_UP].tolist()
        rows, beliefs = [hits[i].row for i in order], belief[order].tolist()
        # Of a name without record it is in doubt that the gazetteer has the place, if it is one.
        least = SOMEWHERE if number in scene.rescued else _least(mention)
        if belief.sum() < least:
            guesses = _guesses(rows, beliefs, gazetteer)
            doubt = Reason(Clause("whyGuess", guesses[0].place.name))
            return Resolution(mention, None, why=doubt, alternatives=guesses)
        if number not in scene.rescued:
            beliefs = _calibrated(beliefs, weights.curve.score(self._spots[number]))
        best, *others = _guesses(rows, beliefs, gazetteer)
        why = explain(scene, number, order[0], self._named, gazetteer)
        match = hits[order[0]].match
        return Resolution(mention, best.place, best.score, match, why, tuple(others))

    def _placed_around(self, number: int, surroundings: Surroundings) -> Resolution | None:
        """Place a name at its surroundings; None where the text or a namesake tells against it."""
        scene, gazetteer, weights = self._scene, self._gazetteer, self._weights
        group = scene.groups[number]
        mention = scene.mentions[group.mentions[0]]
        anchors, belief, score = surroundings.choose(weights.surroundings, gazetteer.rows)
        if not scene.is_unrecorded(number, SOMEWHERE):
            # That none of its namesakes is meant comes first.
            score *= 1.0 - scene.total(number)
            if score < self._spots.get(number, scene.total(number)):
                return None
        is_found_bare = is_bare(group) and mention.confidence < 1.0
        if score < (_BARE if is_found_bare else _least(mention)):
            return None
        first = anchors[: 1 + _RUNNERS_UP]
        beliefs = _calibrated(belief[: len(first)].tolist(), score)
        best, *others = _guesses([a.row for a in first], beliefs, gazetteer)
        why = explain_surroundings(scene, number, anchors[0], gazetteer)
        return Resolution(mention, best.place, best.score, "context", why, tuple(others))


def spot_beliefs(scene: Scene, rows: PlaceRows) -> dict[int, float]:
    """What is believed of the spot of the likeliest candidate on the map, for each group with any.

    A town, the county around it and the municipality share one spot: a map that shows either is
    right about where.
    """
    pool, belief = scene.pool, scene.belief
    if not pool.numbers:
        return {}
    lat, lon = rows.lat[pool.rows], rows.lon[pool.rows]
    best = best_of_each(belief, pool)[pool.owner]
    there = distances_km(lat[best], lon[best], lat, lon) <= SAME_SPOT_KM
    beliefs = np.add.reduceat(belief * there, pool.starts)
    return dict(zip(pool.numbers, beliefs.tolist(), strict=True))


def _least(mention: Mention) -> float:
    return _SOMEWHERE_GIVEN if mention.confidence >= 1.0 else SOMEWHERE


def _guesses(rows: list[int], scores: list[float], gazetteer: Gazetteer) -> tuple[RunnerUp, ...]:
    return tuple(map(RunnerUp, map(gazetteer.rows.place, rows), scores))


def _calibrated(beliefs: list[float], score: float) -> list[float]:
    """The score of the best guess, and those of the others: they share what it leaves as before."""
    best, *others = beliefs
    left = (1.0 - score) / max(1.0 - best, 1e-9)
    return [score, *[min(score, belief * left) for belief in others]]
