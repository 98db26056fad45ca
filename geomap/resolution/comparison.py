"""Comparison: what the best candidates of a document's other names are to each candidate."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain

import numpy as np

from gazetteer.cells import EARTH_RADIUS_KM
from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.resolution.scene import Scene

#: Distance (km) at which nearness has fallen to a half.
_HALF_KM = 60.0
#: Places wider than this have no neighbourhood to speak of.
_LOCAL_RADIUS_KM = 250.0
#: Distance in characters at which two mentions' bearing on each other has fallen to a half.
_HALF_CHARACTERS = 100.0
#: From this weight on a place is sure to be meant.
_SURE = 0.5
#: So many pairs of a candidate and a name are compared at once: a book has millions.
_MOST_CELLS = 250_000


class Comparison:
    """Compares the candidates of one document; what does not change is computed once.

    Parameters
    ----------
    scene, rows, kinds
        As for `geomap.resolution.company.CompanyFeatures`.
    parents : array
        Country, first- and second-level subdivision of each candidate, shape (N, 3).
    """

    def __init__(self, scene: Scene, rows: PlaceRows, kinds: Array, parents: Array) -> None:
        pool = self._pool = scene.pool
        own = pool.rows
        self._levels = parents.T
        self._country = rows.country[own]
        self._points = _unit_vectors(own, rows)
        self._is_local = rows.radius[own] < _LOCAL_RADIUS_KM
        self._kind = kinds[rows.code[own]]
        self._beside = _text_nearness(scene)
        self._longer = _longer_names(scene)
        # "Belgorod" is no company for "Belgorod region": nearness says nothing of two namesakes.
        keys = np.array([scene.groups[number].key for number in pool.numbers])
        self._other_name = keys[:, None] != keys
        self.apart = ~np.eye(len(keys), dtype=bool)
        self._seen: _Best | None = None

    def weighed(self, best: Array, weight: Array) -> list[Array]:
        """The sums, heaviest ones and sure parents of `_Best`: shapes (6, N), (3, N) and (N,).

        Parameters
        ----------
        best, weight : array
            Where the best candidate of each name is, and how much it counts; shape (G,).
        """
        size, step = len(self._pool.rows), max(1, _MOST_CELLS // len(best))
        parts = []
        for first in range(0, size, step):
            seen = self._look_at(best, slice(first, min(first + step, size)))
            heaviest = (seen.nearest * weight[:, None, None]).max(axis=0)
            parent = seen.parent[weight > _SURE].any(axis=0)
            parts.append((seen.summed @ weight, heaviest, parent))
        if len(parts) == 1:
            return list(parts[0])
        return [np.concatenate(column, axis=-1) for column in zip(*parts, strict=True)]

    def _look_at(self, best: Array, some: slice) -> _Best:
        """What the best candidates are to some; mostly the same ones as in the round before."""
        seen = self._seen
        if seen is None or seen.some != some or not np.array_equal(seen.best, best):
            seen = self._seen = self._compare(best, some)
        return seen

    def _compare(self, best: Array, some: slice) -> _Best:
        own, there = self._pool.rows[some, None], self._pool.rows[best]
        owner = self._pool.owner[some]
        apart, beside, longer = self.apart[owner], self._beside[owner], self._longer[owner]
        same = (own == there) & apart
        country, first = self._country, self._levels[1]
        near = self._nearness(best, some, same) * (self._other_name[owner] & apart)
        summed = (
            near,
            near * beside,
            (country[some, None] == country[best]) & (country[some] > 0)[:, None] & apart,
            (first[some, None] == first[best]) & (first[some] >= 0)[:, None] & apart,
            _any_of([own == level[best] for level in self._levels]) & apart,
            (self._kind[some, None] == self._kind[best]) * beside * apart,
        )
        nearest = np.array([near, same & ~longer, same & longer])
        parent = _any_of([level[some, None] == there for level in self._levels]) & apart & ~same
        # What is not summed is found faster across the names than along a short axis.
        return _Best(best, some, np.array(summed), nearest.transpose(2, 0, 1).copy(), parent.T)

    def _nearness(self, best: Array, some: slice, same: Array) -> Array:
        """Nearness of some candidates to the best one of each name, 0..1; shape (n, G)."""
        cosine = (self._points[some] @ self._points[best].T).clip(-1.0, 1.0)
        nearness = 1.0 / (1.0 + np.arccos(cosine) * (EARTH_RADIUS_KM / _HALF_KM))
        nearness *= self._is_local[some, None] & self._is_local[best]
        nearness[same] = 1.0
        found: Array = nearness
        return found


@dataclass(frozen=True, slots=True)
class _Best:
    """What the best candidates of other names, ``best``, are to ``some`` candidates, n of N.

    ``summed`` is what their weights are summed by, shape (6, n, G): nearness; that and nearness in
    the text; whether country is the same, first-level subdivision is, it is a child; nearness in
    the text of one of its kind. Of ``nearest`` the heaviest one counts, shape (G, 3, n): nearness;
    whether it is the same place by another name that is no longer, and that is longer.
    ``parent`` says whether they are around the candidate, shape (G, n).
    """

    best: Array
    some: slice
    summed: Array
    nearest: Array
    parent: Array


def _any_of(flags: list[Array]) -> Array:
    """Where one of some is true; much faster than ``any`` along a short axis."""
    first, *others = flags
    for other in others:
        first |= other
    return first


def _unit_vectors(own: Array, rows: PlaceRows) -> Array:
    lat, lon = np.radians(rows.lat[own]), np.radians(rows.lon[own])
    flat = np.cos(lat)
    vectors: Array = np.array([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)]).T
    return vectors


def _text_nearness(scene: Scene) -> Array:
    """How near each two names stand to each other in the text, 1 when beside; shape (G, G)."""
    spots = [
        [scene.mentions[i].start for i in scene.groups[number].mentions] or [0]
        for number in scene.pool.numbers
    ]
    every = np.array([*chain.from_iterable(spots)])
    starts = np.array([0, *accumulate(map(len, spots[:-1]))])
    apart = np.abs(every[:, None] - every)
    apart = np.minimum.reduceat(np.minimum.reduceat(apart, starts, axis=0), starts, axis=1)
    nearness: Array = 1.0 / (1.0 + apart / _HALF_CHARACTERS)
    return nearness


def _longer_names(scene: Scene) -> Array:
    """Whether the second name is the first and more words; shape (G, G)."""
    keys = [scene.groups[number].key.split() for number in scene.pool.numbers]
    longer = np.zeros((len(keys), len(keys)), dtype=bool)
    for at, words in enumerate(keys):
        if len(words) > 1:
            longer[:, at] = [len(key) < len(words) and key == words[: len(key)] for key in keys]
    return longer
