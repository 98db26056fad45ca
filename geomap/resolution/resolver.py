"""Resolution: the mentions of one document, decided together.

First every name is ranked alone, then again in the company of the others' likeliest places,
twice or until those stay the same, so that sure names pull unsure ones. Names that no gazetteer
records are tried last, as variants, with the places already found as their neighbourhood; names of
streets, buildings and the like are put at one of those places.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from gazetteer.shipped import read_demonyms
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.candidates import Pool, find_candidates, pool_candidates
from geomap.resolution.company import CompanyFeatures
from geomap.resolution.containers import (
    containers_known,
    namesakes,
    note_containers,
    read_short,
    read_states,
    read_ties,
)
from geomap.resolution.explain import coordinate_place
from geomap.resolution.groups import Group, add_outlet, group_mentions
from geomap.resolution.local import LOCAL, LocalFeatures
from geomap.resolution.other_languages import leave_out_named
from geomap.resolution.outcomes import Outcomes
from geomap.resolution.outlet import OutletReader
from geomap.resolution.ranker import share_out
from geomap.resolution.reason import Clause, Reason
from geomap.resolution.rescue import rescue
from geomap.resolution.resolution import ParsedDocument, Resolution
from geomap.resolution.scene import FEW_NAMES, Scene
from geomap.resolution.senses import keep_in_states, tell_apart
from geomap.resolution.surroundings import find_surroundings
from geomap.resolution.weights import Weights

#: How often the company is taken into account: as often as changes what is likeliest, within
#: bounds.
_FEWEST_ROUNDS, _MOST_ROUNDS = 2, 6
_NO_ROWS = np.zeros(0, dtype=int)


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
        rescue(scene, self.gazetteer, self.weights.unrecorded)
        around = find_surroundings(scene, self.gazetteer.rows)
        makes = Outcomes(scene, self.gazetteer, self.weights)
        numbers = range(max(scene.group_of, default=-1) + 1)
        outcomes = [makes.resolve(number, around.get(number)) for number in numbers]
        resolutions = [
            _said_of(outcomes[group], mention) if group >= 0 else self._coordinate(mention)
            for mention, group in zip(mentions, scene.group_of, strict=True)
        ]
        return ParsedDocument(document, tuple(resolutions))

    def stage(
        self,
        document: Document,
        mentions: tuple[Mention, ...],
        hidden: Collection[int] = (),
    ) -> Scene:
        """Group the mentions, find their candidates and what speaks for each alone.

        ``hidden`` are the rows of places to be left out, as if the gazetteer had them not.
        """
        groups, group_of = group_mentions(document.text, mentions)
        language = next((mention.language for mention in mentions if mention.language), "")
        outlet = self._outlets.read(document, language)
        add_outlet(groups, outlet)
        hits = [find_candidates(g, self.gazetteer, self.demonyms, mentions) for g in groups]
        hits = leave_out_named(groups, hits)
        ties = read_ties(document.text, mentions)
        states = read_states(document.text, mentions)
        tell_apart(ties, states, groups, group_of, hits, self.gazetteer)
        behind = states | read_short(ties, mentions)
        keep_in_states(behind, group_of, hits, self.gazetteer)
        note_containers(ties, states, groups, group_of)
        if hidden:
            hits = [[hit for hit in some if hit.row not in hidden] for some in hits]
        pool = pool_candidates(hits)
        named = [groups[number] for number in pool.numbers]
        scene = Scene(document, mentions, groups, group_of, hits, pool)
        scene.trust = np.array([scene.confidence(number) for number in pool.numbers])
        in_short = [self._find_state(group) for group in named]
        scene.states = {at: row for at, row in enumerate(in_short) if row is not None}
        around = [
            _rows(hits, containers_known(groups, hits, n), scene.states.get(at))
            for at, n in enumerate(pool.numbers)
        ]
        contained: dict[int, set[int]] = {}
        for number, group in enumerate(groups):
            for container in group.containers:
                contained.setdefault(container, set()).add(number)
        inside = [_rows(hits, contained.get(n, ())) for n in pool.numbers]
        if named:
            unrecorded = _share_unrecorded(groups, pool)
            scene.local = self._local.table(
                named, pool, around, inside, scene.trust, unrecorded, outlet
            )
        scene.belief = np.zeros(len(pool.rows))
        return scene

    def _find_state(self, group: Group) -> int | None:
        """The row of the state that stands behind a name in short, if one does."""
        hits = self.gazetteer.names.find(group.state) if group.state else []
        feature = self.gazetteer.rows.feature
        return next((hit.row for hit in hits if feature(hit.row)[1] == "ADM1"), None)

    def decide(self, scene: Scene, company: CompanyFeatures | None = None) -> None:
        """Rank every name alone, then some rounds in the company of the others as believed.

        ``company`` is what makes the company features of the scene, where that is there already.
        """
        if not scene.pool.numbers:
            return
        self.consider_alone(scene)
        if len(scene.pool.numbers) == 1:
            return
        company = company or self.company(scene)
        local = scene.local @ self.weights.company[: len(LOCAL)]
        alone = scene.belief
        best = company.best(alone)
        for done in range(1, _MOST_ROUNDS + 1):
            lonely = company.lonely(scene.belief)[scene.pool.owner]
            scores = local + company.table(scene.belief) @ self.weights.company[len(LOCAL) :]
            scene.belief = np.where(lonely, alone, share_out(scores, scene.pool))
            before, best = best, company.best(scene.belief)
            if done >= _FEWEST_ROUNDS and (before == best).all():
                break

    def consider_alone(self, scene: Scene) -> None:
        """Rank the candidates of each name without regard to the others."""
        scene.belief = share_out(scene.local @ self.weights.alone, scene.pool)

    def company(self, scene: Scene) -> CompanyFeatures:
        """What makes the company features of a scene."""
        return CompanyFeatures(scene, self.gazetteer.rows, self._local.kind_of, self._local.levels)

    def _coordinate(self, mention: Mention) -> Resolution:
        place = coordinate_place(mention, self.gazetteer)
        return Resolution(mention, place, 1.0, "coordinate", Reason(Clause("whyCoordinates")))


def _share_unrecorded(groups: list[Group], pool: Pool) -> float:
    """The share of a text's names that are not recorded, or not in full; less of few names."""
    lost = len(groups) - len(pool.numbers) + int(pool.part[pool.starts].sum())
    return lost / (len(groups) + FEW_NAMES)


def _said_of(outcome: Resolution, mention: Mention) -> Resolution:
    """The resolution of another mention of the same name."""
    if outcome.mention is mention:
        return outcome
    # Several times faster than ``dataclasses.replace``.
    said = outcome.place, outcome.score, outcome.match, outcome.why, outcome.alternatives
    return Resolution(mention, *said)


def _rows(hits: list[list[Hit]], some: Collection[int], other: int | None = None) -> Array:
    """The candidates of some groups, the most prominent ones of each, and another row."""
    if not some and other is None:
        return _NO_ROWS
    rows = namesakes(hits[i] for i in sorted(some))
    return np.array(rows if other is None else [*rows, other], dtype=int)
