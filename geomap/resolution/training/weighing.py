"""Weighing: all weights of the resolver, and the curves of their scores, from staged scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from zlib import crc32

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from geomap.resolution.calibration import fit_curve
from geomap.resolution.company import COMPANY
from geomap.resolution.groups import DEFINED_COUNTS
from geomap.resolution.local import LOCAL
from geomap.resolution.outcomes import SAME_SPOT_KM, spot_beliefs
from geomap.resolution.ranker import ALL
from geomap.resolution.resolver import Resolver
from geomap.resolution.surroundings import SURROUNDINGS, Surroundings, find_surroundings
from geomap.resolution.training.fitting import PENALTY, Examples, fit
from geomap.resolution.training.readings import Reading, cut
from geomap.resolution.training.staging import Staged, stage, stage_with_gaps
from geomap.resolution.weights import Weights

#: Parts of the documents, each judged by weights learned from the others.
_FOLDS = 8
#: How often the company is learned anew, with what the weights before believe in.
_ROUNDS = 3
#: Of names without record there are some hundred only: their weights are kept small.
_PENALTY = 1e-2
#: Most outlets of the corpora are local papers, which speak of home: of a nation's outlets less is
#: to be learned from them.
_HOME_PENALTY = 4e-3
#: Penalties are for features scaled by the most that they come to: these mostly are a part of that.
_TOLD = ("outside", "said_inside")
#: A place this near gold is the one to choose around a name, where there is one.
_RIGHT_KM = 25.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was believed of an answer, whether it was right, and how often it was given."""

    belief: float
    right: bool
    count: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A name without record: what may lie around it, and where gold has it, if anywhere."""

    surroundings: Surroundings
    truth: dict[str, Any] | None


def train(gazetteer: Gazetteer, readings: Sequence[Reading]) -> Weights:
    """Fit weights to readings; see `fit_weights`."""
    resolver = Resolver(gazetteer, Weights.none())
    return fit_weights(gazetteer, [s for reading in readings for s in stage_all(resolver, reading)])


def stage_all(resolver: Resolver, reading: Reading) -> list[Staged]:
    """A reading whole, in pieces, and with gaps in the gazetteer, where there is anything."""
    scenes = [stage(resolver, some) for some in (reading, *cut(reading))]
    return [s for s in (*scenes, stage_with_gaps(resolver, reading)) if s]


def fit_weights(gazetteer: Gazetteer, scenes: Sequence[Staged]) -> Weights:
    """Fit the ranker to all scenes, and what comes after it to scenes that it had not seen.

    What the ranker believes of documents that it learned from is too good to be true: the scores
    are made of what rankers believe that learned from the other documents only.
    """
    weights = _fit_ranker(gazetteer, scenes)
    answers: list[Answer] = []
    lost: list[Lost] = []
    for fold in range(_FOLDS):
        others = [s for s in scenes if _fold(s) != fold]
        resolver = Resolver(gazetteer, _fit_ranker(gazetteer, others))
        for staged in scenes:
            if staged.reading.whole and _fold(staged) == fold:
                resolver.decide(staged.scene, staged.company)
                if not staged.has_gaps:
                    answers += _answers(gazetteer, staged)
                lost += _find_lost(gazetteer, staged)
    curve = fit_curve(
        [a.belief for a in answers], [a.right for a in answers], [a.count for a in answers]
    )
    return replace(weights, surroundings=_fit_surroundings(lost, gazetteer), curve=curve)


def _fold(staged: Staged) -> int:
    return crc32(staged.reading.document.id.encode()) % _FOLDS


def _fit_ranker(gazetteer: Gazetteer, scenes: Sequence[Staged]) -> Weights:
    """Fit both stages; the second sees the company that the rounds before it believe in."""
    alone = fit([s.rows(s.scene.local) for s in scenes], _penalties(LOCAL))
    none = Weights.none()
    weights = replace(none, alone=alone, company=np.concatenate([alone, np.zeros(len(COMPANY))]))
    for _ in range(_ROUNDS):
        resolver = Resolver(gazetteer, weights)
        rows = [_in_company(resolver, s) for s in scenes]
        weights = replace(weights, company=fit(rows, _penalties(ALL)))
    return weights


def _penalties(features: Sequence[str], penalty: float = PENALTY) -> Array:
    penalties = {"home_country": _HOME_PENALTY}
    penalties |= dict.fromkeys(_TOLD, penalty / DEFINED_COUNTS**2)
    return np.array([penalties.get(feature, penalty) for feature in features])


def _in_company(resolver: Resolver, staged: Staged) -> Examples:
    resolver.decide(staged.scene, staged.company)
    table = staged.company.table(staged.scene.belief)
    accompanied = ~staged.company.lonely(staged.scene.belief)
    return staged.rows(np.hstack([staged.scene.local, table]), accompanied)


def _answers(gazetteer: Gazetteer, staged: Staged) -> Iterator[Answer]:
    """What is believed of the names of a document that gold places."""
    spots = spot_beliefs(staged.scene, gazetteer.rows)
    for number, truth in staged.truth.items():
        believed = staged.scene.believed(number)
        if truth is not None and believed is not None:
            hits, belief = believed
            apart = _apart([hits[int(belief.argmax())].row], truth, gazetteer)
            count = len(staged.scene.groups[number].mentions)
            yield Answer(spots[number], bool(apart[0] <= SAME_SPOT_KM), count)


def _find_lost(gazetteer: Gazetteer, staged: Staged) -> Iterator[Lost]:
    for number, around in find_surroundings(staged.scene, gazetteer.rows).items():
        if number in staged.truth:
            yield Lost(around, staged.truth[number])


def _fit_surroundings(lost: Sequence[Lost], gazetteer: Gazetteer) -> Array:
    """Fit the choice among what is around; "none" is right where nothing of it is near gold."""
    examples = []
    for some in lost:
        size = len(some.surroundings.anchors)
        right = np.zeros(size + 1, dtype=bool)
        if some.truth is not None:
            apart = _apart([a.row for a in some.surroundings.anchors], some.truth, gazetteer)
            right[:size] = apart <= (_RIGHT_KM if apart.min() <= _RIGHT_KM else SAME_SPOT_KM)
        right[size] = not right.any()
        examples.append(Examples(some.surroundings.table, np.zeros(size + 1, dtype=int), right))
    return (
        fit(examples, _penalties(SURROUNDINGS, _PENALTY))
        if examples
        else Weights.none().surroundings
    )


def _apart(own: Sequence[int], truth: dict[str, Any], gazetteer: Gazetteer) -> Array:
    """How far places are from gold, km."""
    rows = gazetteer.rows
    places = np.array(own)
    return distances_km(truth["lat"], truth["lon"], rows.lat[places], rows.lon[places])
