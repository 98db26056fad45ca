"""A scene: one document on its way to resolution."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from gazetteer.index import Array
from gazetteer.names import Hit
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.candidates import Pool
from geomap.resolution.groups import Group

#: How much the name of the outlet counts among those of the document, before it is looked at.
OUTLET_TRUST = 0.6

#: A text is taken to have so many recorded names more, where a share of them is asked for: that of
#: few says little.
FEW_NAMES = 5
#: Below this probability of any candidate at all, a mention stays unresolved. Between it and
#: one half a resolution is shown as uncertain.
SOMEWHERE = 1 / 3


def _nothing() -> Array:
    return np.zeros(0)


@dataclass(slots=True)
class Scene:
    """The names of a document, their candidates, and what is believed of each.

    ``hits`` are the candidates of each group and ``pool`` the same as arrays, N places for G
    names; ``trust`` says how sure recognition is that each of those names is a place, shape (G,).
    ``local`` is the table of local features, shape (N + G, ...); ``belief`` the probability of
    each candidate, shape (N,). What the candidates of a name lack to 1 is the probability of
    "none of these".
    ``states`` has the rows of states that stand in short behind names, by their place in the pool.
    ``rescued`` holds, for groups without likely candidates, variants and their probabilities.
    """

    document: Document
    mentions: tuple[Mention, ...]
    groups: list[Group]
    group_of: list[int]
    hits: list[list[Hit]]
    pool: Pool
    trust: Array = field(default_factory=_nothing)
    local: Array = field(default_factory=_nothing)
    belief: Array = field(default_factory=_nothing)
    states: dict[int, int] = field(default_factory=dict)
    rescued: dict[int, tuple[list[Hit], Array]] = field(default_factory=dict)
    _at: dict[int, int] = field(default_factory=dict)
    #: The likeliest candidates of groups, and the belief that they are from.
    _best: dict[int, tuple[int, float] | None] = field(default_factory=dict)
    _best_by: Array | None = None

    def believed(self, number: int) -> tuple[list[Hit], Array] | None:
        """The candidates of a group and their probabilities; None when it has none."""
        if not self._at:
            self._at.update({number: at for at, number in enumerate(self.pool.numbers)})
        at = self._at.get(number)
        if at is None or number in self.rescued:
            return self.rescued.get(number)
        return self.hits[number], self.belief[self.pool.span(at)]

    def is_unrecorded(self, number: int, least: float) -> bool:
        """Whether a group's name, or all of it, is not recorded, and no part so likely meant."""
        found = self.believed(number)
        return found is None or (found[0][0].match == "part" and self.total(number) < least)

    def total(self, number: int) -> float:
        """The probability that a group means any of its candidates."""
        found = self.believed(number)
        return 0.0 if found is None else float(found[1].sum())

    def confidence(self, number: int) -> float:
        """How sure recognition is that a group's name is one."""
        mentions = (self.mentions[i].confidence for i in self.groups[number].mentions)
        return max(mentions, default=OUTLET_TRUST)

    def best(self, number: int) -> tuple[int, float] | None:
        """Row and probability of the likeliest candidate of a group, if it has any."""
        if number in self.rescued:
            return self._likeliest(number)
        if self._best_by is not self.belief:
            self._best.clear()
            self._best_by = self.belief
        if number not in self._best:
            self._best[number] = self._likeliest(number)
        return self._best[number]

    def _likeliest(self, number: int) -> tuple[int, float] | None:
        found = self.believed(number)
        if found is None:
            return None
        hits, belief = found
        i = int(belief.argmax())
        return hits[i].row, float(belief[i])
