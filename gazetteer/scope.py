"""Scope: where, and of what kind, a place must be that somebody asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.designators import kind_rank
from gazetteer.index import Array
from gazetteer.names import Hit
from gazetteer.places import PlaceRows

#: How far ``near`` reaches for variants when no radius is given.
NEAR_KM = 150.0


@dataclass(frozen=True, slots=True)
class Scope:
    """What the caller said about where a place must be."""

    table: PlaceRows
    country: str | None
    area: int | None
    near: tuple[float, float] | None
    radius_km: float | None
    kinds: tuple[str, ...]

    @property
    def narrow(self) -> bool:
        """Whether the scope supports a weak spelling."""
        return bool(self.country or self.area is not None or self.near)

    @property
    def is_hard(self) -> bool:
        """Whether a place outside the scope is out of the question."""
        return bool(self.country or self.area is not None or self.radius_km)

    def rows(self) -> Array:
        """All place rows in the scope; only for a narrow one."""
        if self.near:
            rows = self.table.rows_near(*self.near, self.radius_km or NEAR_KM)
        elif self.country:
            rows = self.table.rows_in_country(self.country)
        else:
            assert self.area is not None
            rows = np.arange(len(self.table))
        if self.near and not (self.country or self.area is not None or self.kinds):
            return rows
        return rows[self._inside(rows)]

    def keep(self, hits: Iterable[Hit]) -> list[Hit]:
        """The hits that lie in the scope."""
        hits = list(hits)
        if not hits or not (self.narrow or self.kinds):
            return hits
        rows = np.array([h.row for h in hits], dtype=np.int64)
        inside = self._inside(rows)
        if self.near and self.radius_km:
            inside &= self._distances(rows) <= self.radius_km
        return [hit for hit, ok in zip(hits, inside, strict=True) if ok]

    def _inside(self, rows: Array) -> Array:
        """Whether rows are in the country and area and of the kind, wherever they are."""
        ok: Array = np.ones(len(rows), dtype=bool)
        if self.country:
            ok &= self.table.country[rows] == self.table.countries.index(self.country)
        if self.area is not None:
            ok &= self.table.within(rows, self.area)
        if self.kinds:
            fits = [kind_rank(self.kinds, *self.table.feature(int(r))) is not None for r in rows]
            ok &= np.array(fits, dtype=bool)
        return ok

    def nearness(self, rows: Array) -> Array:
        """Bonus in powers of ten: 6 at the spot, 0 from 1,000 km on."""
        if not self.near:
            return np.zeros(len(rows))
        bonus: Array = 6.0 - 2.0 * np.log10(np.clip(self._distances(rows), 1.0, 1000.0))
        return bonus

    def _distances(self, rows: Array) -> Array:
        assert self.near
        return distances_km(*self.near, self.table.lat[rows], self.table.lon[rows])
