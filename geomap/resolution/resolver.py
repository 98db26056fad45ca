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
from gazetteer.names import Hit
from gazetteer.shipped import read_demonyms
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.candidates import find_candidates, pool_candidates
from geomap.resolution.company import CompanyFeatures
from geomap.resolution.explain import coordinate_place, explain
from geomap.resolution.groups import Group, add_outlet, group_mentions
from geomap.resolution.local import LOCAL, LocalFeatures
from geomap.resolution.outlet import OutletReader
from geomap.resolution.ranker import Weights, share_out
from geomap.resolution.rescue import rescue
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp
from geomap.resolution.scene import Scene

#: How often the company is taken into account; more rounds change next to nothing.
_ROUNDS = 2
_RUNNERS_UP = 3
#: How much the name of the outlet counts among those of the document, before it is looked at.
_OUTLET_TRUST = 0.6
#: Namesakes of a place named right behind that may be meant by it.
_MOST_AROUND = 10
#: Below this probability of any candidate at all, a mention stays unresolved. Between it and
#: one half a resolution is shown as uncertain.
_SOMEWHERE = 0.35
#: The same for a mention that the caller gives: that it is a place is not in doubt.
_SOMEWHERE_GIVEN = 0.15


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
        self._local = LocalFeatures(gazetteer.rows)
        self._outlets = OutletReader(gazetteer.names)

    def resolve(self, document: Document, mentions: tuple[Mention, ...]) -> ParsedDocument:
        """Resolve the mentions of a document, in the order given."""
        scene = self.stage(document, mentions)
        self.decide(scene)
        rescue(scene, self.gazetteer)
        outcomes = [
            self._outcome(scene, number) for number in range(max(scene.group_of, default=-1) + 1)
        ]
        resolutions = [
            replace(outcomes[group], mention=mention) if group >= 0 else self._coordinate(mention)
            for mention, group in zip(mentions, scene.group_of, strict=True)
        ]
        return ParsedDocument(document, tuple(resolutions))

    def stage(self, document: Document, mentions: tuple[Mention, ...]) -> Scene:
        """Group the mentions, find their candidates and what speaks for each alone."""
        groups, group_of = group_mentions(document.text, mentions)
        outlet = self._outlets.read(document)
        add_outlet(groups, outlet.names)
        hits = [find_candidates(g, self.gazetteer, self.demonyms, mentions) for g in groups]
        pool = pool_candidates(hits)
        named = [groups[number] for number in pool.numbers]
        trust = np.array([_trust(g, mentions) for g in named])
        around = [_rows(hits, g.containers) for g in named]
        inside = [
            _rows(hits, {i for i, g in enumerate(groups) if n in g.containers})
            for n in pool.numbers
        ]
        local = np.zeros((0, len(LOCAL)))
        if named:
            local = self._local.table(named, pool, around, inside, trust, outlet)
        belief = np.zeros(len(pool.rows))
        return Scene(document, mentions, groups, group_of, hits, pool, trust, local, belief)

    def decide(self, scene: Scene) -> None:
        """Rank every name alone, then some rounds in the company of the others as believed."""
        if not scene.pool.numbers:
            return
        self.consider_alone(scene)
        company = self.company(scene)
        local = scene.local @ self.weights.company[: len(LOCAL)]
        alone = scene.belief
        for _ in range(_ROUNDS):
            lonely = company.lonely(scene.belief)[scene.pool.owner]
            scores = local + company.table(scene.belief) @ self.weights.company[len(LOCAL) :]
            scene.belief = np.where(lonely, alone, share_out(scores, scene.pool))

    def consider_alone(self, scene: Scene) -> None:
        """Rank the candidates of each name without regard to the others."""
        scene.belief = share_out(scene.local @ self.weights.alone, scene.pool)

    def company(self, scene: Scene) -> CompanyFeatures:
        """What makes the company features of a scene."""
        return CompanyFeatures(scene, self.gazetteer.rows, self._local.kinds)

    def _coordinate(self, mention: Mention) -> Resolution:
        place = coordinate_place(mention, self.gazetteer)
        return Resolution(mention, place, 1.0, "coordinate", "coordinates given in the text")

    def _outcome(self, scene: Scene, group: int) -> Resolution:
        """The resolution of a group, as that of its first mention."""
        mention = scene.mentions[scene.groups[group].mentions[0]]
        believed = scene.believed(group)
        if believed is None:
            return Resolution(mention, None, why=f"no place is known as {mention.text}")
        hits, belief = believed
        order = np.argsort(-belief, kind="stable")[: 1 + _RUNNERS_UP].tolist()
        rows = self.gazetteer.rows
        guesses = tuple(RunnerUp(rows.place(hits[i].row), float(belief[i])) for i in order)
        least = _SOMEWHERE_GIVEN if mention.confidence >= 1.0 else _SOMEWHERE
        if belief.sum() < least:
            why = f"{guesses[0].place.name} is the best guess, but none of the places fits well"
            return Resolution(mention, None, why=why, alternatives=guesses)
        if group not in scene.rescued:
            guesses = self._calibrated(guesses)
        return Resolution(
            mention,
            guesses[0].place,
            guesses[0].score,
            hits[order[0]].match,
            explain(scene, group, order[0], self.gazetteer),
            guesses[1:],
        )

    def _calibrated(self, guesses: tuple[RunnerUp, ...]) -> tuple[RunnerUp, ...]:
        """The score of the best guess; the others share what it leaves as they did before."""
        best = guesses[0].score
        score = self.weights.score(best)
        left = (1.0 - score) / max(1.0 - best, 1e-9)
        return (
            RunnerUp(guesses[0].place, score),
            *(RunnerUp(g.place, g.score * left) for g in guesses[1:]),
        )


def _rows(hits: list[list[Hit]], some: set[int]) -> Array:
    """The candidates of some groups, the most prominent ones of each."""
    return np.array([hit.row for i in sorted(some) for hit in hits[i][:_MOST_AROUND]], dtype=int)


def _trust(group: Group, mentions: tuple[Mention, ...]) -> float:
    return max((mentions[i].confidence for i in group.mentions), default=_OUTLET_TRUST)
