"""rapidfuzz: compare with every name there is, rerank the best 500.

With a hint it compares with the names of the country, or of the places within 150 km.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from gazetteer.cells import distances_km
from gazetteer.folding import fold
from rivals.name_table import Array, NameTable
from rivals.queries import NEAR_KM, Answer, Query
from rivals.rerank import pick

HINTED = True
_CANDIDATES = 500


def build(table: Path, folder: Path) -> None:
    """Build nothing: the list of names is all there is."""


class System:
    """The names in a list."""

    def __init__(self, table: Path, folder: Path) -> None:
        self.table = NameTable(table)
        self.prior = self.table.prior()
        people = np.log10(self.table.population + 1.0)
        self.people = people.astype(np.float32)
        self.starts = np.concatenate(([0], self.table.pair_ends[:-1]))

    def ask(self, query: Query, hint: str) -> Answer | None:
        """Resolve one name."""
        key, table = fold(query.text), self.table
        if hint != "none":
            return self._among(key, self._rows(query, hint))
        scorer = OSA.normalized_similarity
        found = extract(key, table.names, scorer=scorer, processor=None, limit=_CANDIDATES)
        if not found:
            return None
        keys = [at for _, _, at in found]
        first, score = pick(key, [name for name, _, _ in found], self.prior[keys])
        return self._answer(int(table.best[keys[first]]), score)

    def _rows(self, query: Query, hint: str) -> Array:
        table = self.table
        if hint == "country":
            return np.flatnonzero(table.country == query.country)
        lat, lon = query.point
        # Distances of a band of latitudes only: no more than the hint needs.
        band = np.flatnonzero(np.abs(table.lat - lat) < NEAR_KM / 111)
        return band[distances_km(lat, lon, table.lat[band], table.lon[band]) <= NEAR_KM]

    def _among(self, key: str, rows: Array) -> Answer | None:
        names, owners = [], []
        for row in rows:
            mine = self.table.pair_names[self.starts[row] : self.table.pair_ends[row]]
            names += [self.table.names[name] for name in mine]
            owners += [row] * len(mine)
        if not names:
            return None
        first, score = pick(key, names, self.people[owners])
        return self._answer(int(owners[first]), score)

    def _answer(self, row: int, score: float) -> Answer:
        table = self.table
        return Answer(str(table.ids[row]), float(table.lat[row]), float(table.lon[row]), score)
