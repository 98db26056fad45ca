"""Weighing: all weights of the resolver, and the curves of their scores, from staged scenes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from zlib import crc32

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from geomap.resolution.calibration import FEWEST, Curve, fit_curve
from geomap.resolution.company import COMPANY
from geomap.resolution.outcomes import SAME_SPOT_KM, spot_belief
from geomap.resolution.rescue import rescue
from geomap.resolution.resolver import Resolver
from geomap.resolution.surroundings import Surroundings, find_surroundings
from geomap.resolution.training.fitting import Examples, fit
from geomap.resolution.training.readings import Reading, cut
from geomap.resolution.training.staging import Staged, stage
from geomap.resolution.weights import Weights

#: Parts of the documents, each judged by weights learned from the others.
_FOLDS = 3
#: How often the company is learned anew, with what the weights before believe in.
_ROUNDS = 3
#: Of names without record there are some hundred only: their weights are kept small.
_PENALTY = 1e-2
#: Few are misspelled or without record, and those of one text go together: few knots.
_FEWEST = 100.0
#: A place this near gold is the one to choose around a name, where there is one.
_RIGHT_KM = 25.0


@dataclass(slots=True)
class Answers:
    """Answers of one kind: what was believed of each, whether it was right, how often given.

    ``fewest`` make a knot of the curve.
    """

    fewest: float = FEWEST
    beliefs: list[float] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    counts: list[float] = field(default_factory=list)

    def add(self, belief: float, right: bool, count: int) -> None:
        self.beliefs.append(belief)
        self.right.append(float(right))
        self.counts.append(float(count))

    def curve(self) -> Curve:
        return fit_curve(self.beliefs, self.right, self.counts, self.fewest)


@dataclass(slots=True)
class Lost:
    """A name without record: what may lie around it, where gold has it, and how often."""

    fold: int
    surroundings: Surroundings
    truth: dict[str, Any] | None
    count: int


def train(gazetteer: Gazetteer, readings: Sequence[Reading]) -> Weights:
    """Fit weights to readings; see `fit_weights`."""
    resolver = Resolver(gazetteer, Weights.none())
    scenes = [stage(resolver, some) for reading in readings for some in (reading, *cut(reading))]
    return fit_weights(gazetteer, [s for s in scenes if s])


def fit_weights(gazetteer: Gazetteer, scenes: Sequence[Staged]) -> Weights:
    """Fit the ranker to all scenes, and what comes after it to scenes that it had not seen.

    What the ranker believes of documents that it learned from is too good to be true: the scores
    are made of what rankers believe that learned from the other documents only.
    """
    weights = _fit_ranker(gazetteer, scenes)
    answers = {"ranked": Answers(), "rescued": Answers(_FEWEST), "surrounded": Answers(_FEWEST)}
    lost: list[Lost] = []
    for fold in range(_FOLDS):
        others = [s for s in scenes if _fold(s) != fold]
        resolver = Resolver(gazetteer, _fit_ranker(gazetteer, others))
        for staged in scenes:
            if staged.reading.whole and _fold(staged) == fold:
                _answer(resolver, staged, answers)
                lost += _find_lost(resolver, staged, fold)
    for fold in range(_FOLDS):
        learned = _fit_surroundings([some for some in lost if some.fold != fold], gazetteer)
        for some in lost:
            if some.fold == fold and some.truth is not None:
                anchors, _, around = some.surroundings.choose(learned, gazetteer.rows)
                right = _apart([anchors[0].row], some.truth, gazetteer)[0] <= SAME_SPOT_KM
                answers["surrounded"].add(around, bool(right), some.count)
    curves = {kind: found.curve() for kind, found in answers.items()}
    return replace(weights, surroundings=_fit_surroundings(lost, gazetteer), curves=curves)


def _fold(staged: Staged) -> int:
    return crc32(staged.reading.document.id.encode()) % _FOLDS


def _fit_ranker(gazetteer: Gazetteer, scenes: Sequence[Staged]) -> Weights:
    """Fit both stages; the second sees the company that the rounds before it believe in."""
    alone = fit([s.rows(s.scene.local) for s in scenes])
    none = Weights.none()
    weights = replace(none, alone=alone, company=np.concatenate([alone, np.zeros(len(COMPANY))]))
    for _ in range(_ROUNDS):
        resolver = Resolver(gazetteer, weights)
        weights = replace(weights, company=fit([_in_company(resolver, s) for s in scenes]))
    return weights


def _in_company(resolver: Resolver, staged: Staged) -> Examples:
    resolver.decide(staged.scene, staged.company)
    table = staged.company.table(staged.scene.belief)
    accompanied = ~staged.company.lonely(staged.scene.belief)
    return staged.rows(np.hstack([staged.scene.local, table]), accompanied)


def _answer(resolver: Resolver, staged: Staged, answers: dict[str, Answers]) -> None:
    """Resolve a document, and note what is believed of its names that gold places."""
    scene = staged.scene
    scene.rescued.clear()
    resolver.decide(scene, staged.company)
    rescue(scene, resolver.gazetteer)
    for number, truth in staged.truth.items():
        believed = scene.believed(number)
        if truth is None or believed is None:
            continue
        hits, belief = believed
        kind, spot = spot_belief(scene, number, hits, belief, resolver.gazetteer)
        apart = _apart([hits[int(belief.argmax())].row], truth, resolver.gazetteer)
        count = len(scene.groups[number].mentions)
        answers[kind].add(spot, bool(apart[0] <= SAME_SPOT_KM), count)


def _find_lost(resolver: Resolver, staged: Staged, fold: int) -> list[Lost]:
    found = find_surroundings(staged.scene, resolver.gazetteer.rows)
    return [
        Lost(fold, around, staged.truth[number], len(staged.scene.groups[number].mentions))
        for number, around in found.items()
        if number in staged.truth
    ]


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
    return fit(examples, _PENALTY) if examples else Weights.none().surroundings


def _apart(own: Sequence[int], truth: dict[str, Any], gazetteer: Gazetteer) -> Array:
    """How far places are from gold, km."""
    rows = gazetteer.rows
    places = np.array(own)
    return distances_km(truth["lat"], truth["lon"], rows.lat[places], rows.lon[places])
