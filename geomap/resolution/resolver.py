"""Resolution: the mentions of one document, decided together.

First every name is ranked alone, then again in the company of the others' likeliest places,
twice, so that sure names pull unsure ones. Names that no gazetteer records are tried last, as
variants, with the places already found as their neighbourhood.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.shipped import read_demonyms
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.candidates import Candidates, find_candidates
from geomap.resolution.explain import coordinate_place, explain
from geomap.resolution.features import Belief, feature_table, geographic_features, local_features
from geomap.resolution.groups import Group, group_mentions
from geomap.resolution.ranker import Weights, softmax
from geomap.resolution.rescue import rescue
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp
from geomap.resolution.scene import Scene

#: How often the company is taken into account; more rounds change next to nothing.
_ROUNDS = 2
_RUNNERS_UP = 3
#: Below this probability of any candidate at all, a mention stays unresolved. Between it and
#: one half a resolution is shown as uncertain.
_SOMEWHERE = 0.35


class Resolver:
    """Resolves the mentions of documents over one gazetteer.

    Examples
    --------
    >>> resolver = Resolver(Gazetteer.open())
    >>> text = "Clashes in Paris, Texas."
    >>> mentions = (Mention(11, 16, "Paris"), Mention(18, 23, "Texas"))
    >>> parsed = resolver.resolve(Document("1", text), mentions)
    >>> parsed.resolutions[0].place.path
    ('Lamar County', 'Texas', 'United States')
    """

    def __init__(self, gazetteer: Gazetteer, weights: Weights | None = None) -> None:
        self.gazetteer = gazetteer
        self.weights = weights or Weights.load()
        self.demonyms = read_demonyms()
        self._kinds = feature_table(gazetteer.rows)

    def resolve(self, document: Document, mentions: tuple[Mention, ...]) -> ParsedDocument:
        """Resolve the mentions of a document, in the order given."""
        scene = self.stage(document.text, mentions)
        for _ in range(_ROUNDS):
            self.reconsider(scene)
        rescue(scene, self.gazetteer)
        outcomes = [self._outcome(scene, number) for number in range(len(scene.groups))]
        resolutions = [
            replace(outcomes[group], mention=mention) if group >= 0 else self._coordinate(mention)
            for mention, group in zip(mentions, scene.group_of, strict=True)
        ]
        return ParsedDocument(document, tuple(resolutions))

    def stage(self, text: str, mentions: tuple[Mention, ...]) -> Scene:
        """Group the mentions, find their candidates, and rank each name alone."""
        groups, group_of = group_mentions(text, mentions)
        candidates = [
            find_candidates(g, self.gazetteer, self.demonyms, mentions[g.mentions[0]].role)
            for g in groups
        ]
        scene = Scene(text, mentions, groups, group_of, candidates, [], [])
        for group, own in zip(groups, candidates, strict=True):
            around = self._around(scene, group)
            trust = max(mentions[i].confidence for i in group.mentions)
            local = self._local(group, own, around, trust)
            scene.local.append(local)
            probability = softmax(local @ self.weights.alone)[:-1] if len(own) else np.zeros(0)
            scene.beliefs.append(Belief(own, probability, trust))
        return scene

    def _around(self, scene: Scene, group: Group) -> set[int]:
        rows = [scene.candidates[c].rows[:10] for c in group.containers]
        return {int(row) for own in rows for row in own}

    def _local(self, group: Group, own: Candidates, around: set[int], trust: float) -> Array:
        if not len(own):
            return np.zeros((0, 0))
        return local_features(group, own, self.gazetteer.rows, self._kinds, around, trust)

    def features(self, scene: Scene, number: int, *, alone: bool = False) -> Array:
        """All features of a group's candidates in the company as now believed, or in none.

        Shape (n + 1, len(ALL)); the last row is "none of these".
        """
        others = [] if alone else scene.others(number)
        company = geographic_features(scene.candidates[number], self.gazetteer.rows, others)
        return np.hstack([scene.local[number], company])

    def reconsider(self, scene: Scene) -> None:
        """Rank every name again in the company of the others as now believed."""
        fresh = []
        for number, belief in enumerate(scene.beliefs):
            if not len(belief.candidates):
                fresh.append(belief)
                continue
            shares = softmax(self.features(scene, number) @ self.weights.company)
            fresh.append(Belief(belief.candidates, shares[:-1], belief.trust))
        scene.beliefs = fresh

    def _coordinate(self, mention: Mention) -> Resolution:
        place = coordinate_place(mention, self.gazetteer)
        return Resolution(mention, place, 1.0, "coordinate", "coordinates given in the text")

    def _outcome(self, scene: Scene, group: int) -> Resolution:
        """The resolution of a group, as that of its first mention."""
        mention = scene.mentions[scene.groups[group].mentions[0]]
        belief = scene.beliefs[group]
        if not len(belief.candidates):
            return Resolution(mention, None, why=f"no place is known as {mention.text}")
        order = np.argsort(-belief.probability, kind="stable")[: 1 + _RUNNERS_UP]
        rows = self.gazetteer.rows
        guesses = tuple(
            RunnerUp(rows.place(int(belief.candidates.rows[i])), float(belief.probability[i]))
            for i in order
        )
        best = int(order[0])
        if belief.probability.sum() < _SOMEWHERE:
            why = f"{guesses[0].place.name} is the best guess, but none of the places fits well"
            return Resolution(mention, None, why=why, alternatives=guesses)
        return Resolution(
            mention,
            guesses[0].place,
            guesses[0].score,
            belief.candidates.matches[best],
            explain(scene, group, best, self.gazetteer),
            guesses[1:],
        )
