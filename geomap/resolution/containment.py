"""Containment: what a text says lies in what, against where the places lie.

"Jasper is a village in Pike County, Missouri": no namesake elsewhere is meant, though none is
recorded there.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.resolution.containers import containers_known
from geomap.resolution.local import parents_of
from geomap.resolution.regions import level_table
from geomap.resolution.scene import Scene

#: What is this near to a place, km, may lie in it: no gazetteer knows all borders.
_MARGIN_KM = 25.0
#: How wide places are: countries, first- and second-level divisions, towns. What else there is may
#: be of any width.
_FIRST_LEVEL, _TOWN, _UNKNOWN = 1, 3, 4


class Containment:
    """What the text of a scene says lies around its names, and what lies outside of that.

    Parameters
    ----------
    scene : Scene
        A document whose pool has N candidates of G names.
    rows : PlaceRows
        The places of the gazetteer.
    """

    def __init__(self, scene: Scene, rows: PlaceRows) -> None:
        self._pool, self._rows = scene.pool, rows
        self._ranks = _rank_table(tuple(rows.codes))
        at = {number: i for i, number in enumerate(scene.pool.numbers)}
        #: What lies in what, as places in the pool; whether words say so, and how clearly.
        self._pairs: list[tuple[int, int, bool, float]] = []
        for number in scene.pool.numbers:
            group = scene.groups[number]
            clearest = max((group.telling(i) for i in group.inside), default=0.0)
            if clearest:
                around = sorted(containers_known(scene.groups, scene.hits, number) | group.beyond)
                known = [i for i in around if i in at]
                self._pairs += [(at[number], at[i], i in group.said, clearest) for i in known]
        self._beyond_state = np.zeros(len(scene.pool.rows))
        for i, state in scene.states.items():
            span = scene.pool.span(i)
            self._beyond_state[span] = self._lie_outside(scene.pool.rows[span], state, said=False)
        self._seen: dict[tuple[int, int, bool], Array] = {}

    def outside(self, best: Array, weight: Array) -> Array:
        """How sure it is that each candidate lies outside of what the text puts it in; shape (N,).

        Times how clearly it says so.

        Parameters
        ----------
        best, weight : array
            Where the best candidate of each name is, and how much it counts; shape (G,).
        """
        table: Array = self._beyond_state.copy()
        for at, around, said, clearly in self._pairs:
            span, area = self._pool.span(at), int(self._pool.rows[best[around]])
            if (at, area, said) not in self._seen:
                self._seen[at, area, said] = self._lie_outside(self._pool.rows[span], area, said)
            lost = self._seen[at, area, said] * (clearly * weight[around])
            table[span] = np.maximum(table[span], lost)
        return table

    def _lie_outside(self, own: Array, area: int, said: bool) -> Array:
        """Which places are too narrow to be beside an area, and lie outside of it.

        A comma puts a place into a wider one, or is that of a list; "in" says of two towns, too,
        that one is a part of the other.
        """
        rows = self._rows
        rank, wide = self._ranks[rows.code[own]], int(self._ranks[rows.code[area]])
        if said and wide <= _TOWN:
            wide = min(wide, _FIRST_LEVEL)
        apart = distances_km(rows.lat[area], rows.lon[area], rows.lat[own], rows.lon[own])
        near = apart <= rows.radius[own] + rows.radius[area] + _MARGIN_KM
        inside = near | (parents_of(own, rows) == area).any(axis=1)
        found: Array = (rank > wide) & ~inside
        return found


@lru_cache(maxsize=4)
def _rank_table(codes: Sequence[str]) -> Array:
    """How wide what each feature code is for is: from 0, countries and wider, to 3, towns."""
    ranks = np.full(len(codes), _UNKNOWN)
    ranks[[code.startswith("P.") for code in codes]] = _TOWN
    ranks[[code in ("L.CONT", "H.OCN", "H.SEA") for code in codes]] = 0
    for rank, level in enumerate(level_table(codes).T):
        ranks[level] = rank
    return ranks
