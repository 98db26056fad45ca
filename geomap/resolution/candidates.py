"""Candidates: the places each group of mentions may mean, as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from gazetteer.designators import split_designator
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from geomap.resolution.groups import Group

#: Namesakes considered for one name, the most prominent ones.
_MOST = 150


@dataclass(slots=True)
class Candidates:
    """Candidate places of one group; all arrays have shape (n,).

    ``rows`` are place rows of the gazetteer, ``names`` numbers of the recorded names that were
    met, ``similarity`` is 1 for recorded names, ``scores`` rank variants, ``matches`` says how
    each was found.
    """

    rows: Array
    names: Array
    similarity: Array
    scores: Array
    matches: list[str]

    def __len__(self) -> int:
        return len(self.rows)


def from_hits(hits: list[Hit]) -> Candidates:
    """Arrange hits as arrays, the first of each place only."""
    first: dict[int, Hit] = {}
    for hit in hits:
        first.setdefault(hit.row, hit)
    kept = list(first.values())[:_MOST]
    return Candidates(
        np.array([h.row for h in kept], dtype=np.int64),
        np.array([h.name for h in kept], dtype=np.int64),
        np.array([h.similarity for h in kept]),
        np.array([h.score for h in kept]),
        [h.match for h in kept],
    )


def find_candidates(
    group: Group, gazetteer: Gazetteer, demonyms: Mapping[str, str], role: str
) -> Candidates:
    """Find the recorded places of a group's name; a demonym stands for its country."""
    if role == "demonym" or group.name in demonyms:
        row = gazetteer.rows.row_of_id(demonyms.get(group.name, ""))
        if row is not None:
            number = gazetteer.rows.name_range(row)[0]
            return from_hits([Hit(row, number, "alias")])
    hits = gazetteer.names.find(group.name)
    if group.kinds and not split_designator(group.name):
        hits = _with_designated(group, gazetteer, hits)
    return from_hits(hits)


#: A word under which the kind that a designator asks for is recorded.
_WORD_FOR = {"ADM1": "region", "ADM2": "district", "P": "city", "STM": "river", "LK": "lake"}


def _with_designated(group: Group, gazetteer: Gazetteer, hits: list[Hit]) -> list[Hit]:
    """Add what "Belgorod region" finds when the mention is "Belgorod", the region behind it."""
    word = _WORD_FOR.get(group.kinds[0])
    return [*gazetteer.names.find(f"{group.key} {word}"), *hits] if word else hits
