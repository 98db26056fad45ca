"""Outcomes: what is believed of the names of a document, as resolutions with scores and reasons."""

from __future__ import annotations

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from geomap.recognition.mention import Mention
from geomap.resolution.anchors import is_bare
from geomap.resolution.explain import explain, explain_surroundings
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
#: A name found that says nothing of itself is put around others where that is likelier than not:
#: it may be a person's or an aircraft's.
_BARE = 0.4


def resolve_group(
    scene: Scene,
    number: int,
    surroundings: Surroundings | None,
    gazetteer: Gazetteer,
    weights: Weights,
) -> Resolution:
    """The resolution of a group, as that of its first mention."""
    mention = scene.mentions[scene.groups[number].mentions[0]]
    if surroundings is not None:
        placed = _placed_around(scene, number, surroundings, gazetteer, weights)
        if placed is not None:
            return placed
    believed = scene.believed(number)
    if believed is None:
        return Resolution(mention, None, why=Reason(Clause("whyUnknown", mention.text)))
    hits, belief = believed
    order = np.argsort(-belief, kind="stable")[: 1 + _RUNNERS_UP].tolist()
    guesses = _guesses([hits[i].row for i in order], belief[order], gazetteer)
    # Of a name without record it is in doubt that the gazetteer has the place, if it is one.
    least = SOMEWHERE if number in scene.rescued else _least(mention)
    if belief.sum() < least:
        doubt = Reason(Clause("whyGuess", guesses[0].place.name))
        return Resolution(mention, None, why=doubt, alternatives=guesses)
    if number not in scene.rescued:
        score = weights.curve.score(spot_belief(hits, belief, gazetteer))
        guesses = _calibrated(guesses, score)
    best, *others = guesses
    why = explain(scene, number, order[0], gazetteer)
    return Resolution(mention, best.place, best.score, hits[order[0]].match, why, tuple(others))


def spot_belief(hits: list[Hit], belief: Array, gazetteer: Gazetteer) -> float:
    """What is believed of the spot of the likeliest candidate on the map.

    A town, the county around it and the municipality share one spot: a map that shows either is
    right about where.
    """
    if len(hits) == 1:
        return float(belief[0])
    rows, best = gazetteer.rows, int(belief.argmax())
    own = np.array([hit.row for hit in hits])
    apart = distances_km(rows.lat[own[best]], rows.lon[own[best]], rows.lat[own], rows.lon[own])
    return float(belief[apart <= SAME_SPOT_KM].sum())


def _placed_around(
    scene: Scene,
    number: int,
    surroundings: Surroundings,
    gazetteer: Gazetteer,
    weights: Weights,
) -> Resolution | None:
    """Place a name without record at its surroundings; None where the text tells too little."""
    mention = scene.mentions[scene.groups[number].mentions[0]]
    anchors, belief, score = surroundings.choose(weights.surroundings, gazetteer.rows)
    believed = scene.believed(number)
    if believed is not None and believed[0][0].match != "part":
        # That none of its namesakes is meant comes first.
        score *= 1.0 - scene.total(number)
        if score < spot_belief(*believed, gazetteer):
            return None
    is_found_bare = is_bare(scene.groups[number]) and mention.confidence < 1.0
    if score < (_BARE if is_found_bare else _least(mention)):
        return None
    first = anchors[: 1 + _RUNNERS_UP]
    guesses = _guesses([a.row for a in first], belief[: len(first)], gazetteer)
    best, *others = _calibrated(guesses, score)
    why = explain_surroundings(scene, number, anchors[0], gazetteer)
    return Resolution(mention, best.place, best.score, "context", why, tuple(others))


def _least(mention: Mention) -> float:
    return _SOMEWHERE_GIVEN if mention.confidence >= 1.0 else SOMEWHERE


def _guesses(rows: list[int], belief: Array, gazetteer: Gazetteer) -> tuple[RunnerUp, ...]:
    place = gazetteer.rows.place
    return tuple(RunnerUp(place(r), float(b)) for r, b in zip(rows, belief, strict=True))


def _calibrated(guesses: tuple[RunnerUp, ...], score: float) -> tuple[RunnerUp, ...]:
    """The best guess with its score; the others share what it leaves as they did before."""
    best, *others = guesses
    left = (1.0 - score) / max(1.0 - best.score, 1e-9)
    return (
        RunnerUp(best.place, score),
        *(RunnerUp(g.place, min(score, g.score * left)) for g in others),
    )
