"""Company: what the other places of a document say for each candidate.

Each feature is documented beside its name; weights are learned as those of local.py.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gazetteer.cells import EARTH_RADIUS_KM
from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.resolution.candidates import Pool
from geomap.resolution.local import parents_of
from geomap.resolution.regions import Regions, levels_of
from geomap.resolution.scene import Scene

COMPANY = (
    "close",  # nearness to the nearest other place of the document, 1 at the spot
    "company",  # sum of nearness over the other places, damped
    "beside",  # nearness to the places named just before and behind, less the further in text
    "same_country",  # share of the other places in its country
    "same_first_level",  # share of the other places in its first-level subdivision
    "country_count",  # log(1 + other places in its country)
    "first_level_count",  # log(1 + other places in its first-level subdivision)
    "behind_locally",  # how much less prominent than the best namesake, where the story is local
    "first_level_open",  # names that may lie in its first-level subdivision; few may: more
    "about_country",  # the text is about its country: see regions.py
    "about_first_level",  # the same for its first-level division
    "about_second_level",  # and the second
    "about_behind",  # the first-level one, times how much less prominent than the best namesake
    "open_parent",  # alone among its namesakes in a second-level division that may be named
    "open_child",  # alone among its namesakes around a place that may be named
    "parent_named",  # its country or subdivision is itself a place of the document
    "child_named",  # places inside it are named in the document
    "children",  # share of the other places inside it
    "alike",  # places named just before and behind it that are of the same kind
    "named_otherwise",  # another name of the document means it too: "Bachmut" and "Bahmut"
    "named_longer",  # that name is this one and more: "Mexico City" beside "Mexico"
    "none_company",  # stands for "none of these": log(1 + other places), that could speak for one
)
#: Distance (km) at which nearness has fallen to a half.
_HALF_KM = 60.0
#: Places wider than this have no neighbourhood to speak of.
_LOCAL_RADIUS_KM = 250.0
#: Distance in characters at which two mentions' bearing on each other has fallen to a half.
_HALF_CHARACTERS = 100.0
#: Others count from this probability on, and are sure from that.
_LIKELY, _SURE = 0.2, 0.5
#: So many pairs of a candidate and a name are compared at once: a book has millions.
_MOST_CELLS = 250_000


class CompanyFeatures:
    """Makes company features for one document; what does not change is computed once.

    Parameters
    ----------
    scene : Scene
        A document whose pool has N candidates of G names.
    rows : PlaceRows
        The places of the gazetteer.
    kinds : array
        One-hot kind of each feature code, see `geomap.resolution.local`.
    levels : array
        Of which level of regions each feature code is, see `geomap.resolution.regions`.
    """

    def __init__(self, scene: Scene, rows: PlaceRows, kinds: Array, levels: Array) -> None:
        pool = self._pool = scene.pool
        self._trust = scene.trust
        own, owner = pool.rows, pool.owner
        self._own_parents = parents_of(own, rows)
        self._country = rows.country[own]
        self._points = _unit_vectors(own, rows)
        self._is_local = rows.radius[own] < _LOCAL_RADIUS_KM
        self._kind = kinds.argmax(axis=1)[rows.code[own]]
        self._beside = _text_nearness(scene)
        self._longer = _longer_names(scene)
        # "Belgorod" is no company for "Belgorod region": nearness says nothing of two namesakes.
        keys = np.array([scene.groups[number].key for number in pool.numbers])
        self._other_name = keys[:, None] != keys
        self._apart = ~np.eye(len(keys), dtype=bool)
        is_level = levels[rows.code[own]]
        first = np.where(is_level[:, 1], own, self._own_parents[:, 1])
        self._open = [_open_votes(pool, first), *_open_kin(pool, is_level[:, 2], self._own_parents)]
        self._first_level = first
        prior = rows.prior[own]
        self._behind = np.maximum.reduceat(prior, pool.starts)[owner] - prior
        self._regions = Regions(pool, levels_of(own, self._own_parents, is_level))
        self._seen: _Best | None = None
        self._weighed: tuple[Array | None, Array, Array] = None, own, own

    def lonely(self, belief: Array) -> Array:
        """Which names no other likely place keeps company, shape (G,)."""
        _, weight = self._weigh(belief)
        alone: Array = weight.sum() - weight <= 0.0
        return alone

    def _weigh(self, belief: Array) -> tuple[Array, Array]:
        """Where the best candidate of each name is, and how much it counts."""
        if self._weighed[0] is not belief:
            best = _best_of_each(belief, self._pool)
            weight = np.where(belief[best] > _LIKELY, belief[best] * self._trust, 0.0)
            self._weighed = belief, best, weight
        return self._weighed[1:]

    def table(self, belief: Array) -> Array:
        """Features in the company of what is believed; shape (N + G, len(COMPANY)).

        The last G rows stand for "none of these".

        Parameters
        ----------
        belief : array
            Probability of each candidate, shape (N,).
        """
        pool = self._pool
        size, names = len(pool.rows), len(pool.starts)
        best, weight = self._weigh(belief)
        total = weight.sum() - weight
        table = np.zeros((size + names, len(COMPANY)))
        own, at = table[:size], COMPANY.index
        if names < 2:
            return table
        table[size:, at("none_company")] = np.log1p(total)
        summed, nearest, parent = self._compare_all(best, weight)
        company, beside, country, first, child, alike = summed
        share = 1.0 / np.maximum(total, 1e-9)
        shares = share[pool.owner]
        close, otherwise, longer = nearest
        own[:, at("close")] = close
        own[:, at("company")] = np.log1p(company)
        own[:, at("beside")] = beside
        own[:, at("same_country")] = country * shares
        own[:, at("country_count")] = np.log1p(country)
        own[:, at("same_first_level")] = first * shares
        own[:, at("first_level_count")] = np.log1p(first)
        most = (self._apart * weight @ self._first_levels(best)).max(axis=1) * share
        own[:, at("behind_locally")] = self._behind * most[pool.owner]
        own[:, at("first_level_open")] = self._open[0]
        own[:, at("open_parent")], own[:, at("open_child")] = self._open[1:]
        about = self._regions.support(belief, self._trust)
        own[:, at("about_country") : at("about_second_level") + 1] = about
        own[:, at("about_behind")] = about[:, 1] * self._behind
        own[:, at("parent_named")] = parent
        own[:, at("child_named")] = child > 0
        own[:, at("children")] = child * shares
        own[:, at("alike")] = alike
        own[:, at("named_otherwise")] = otherwise
        own[:, at("named_longer")] = longer
        return table

    def _compare_all(self, best: Array, weight: Array) -> list[Array]:
        """The sums, heaviest ones and sure parents of `_Best`: shapes (6, N), (3, N) and (N,)."""
        size, step = len(self._pool.rows), max(1, _MOST_CELLS // len(best))
        parts = []
        for first in range(0, size, step):
            seen = self._look_at(best, slice(first, min(first + step, size)))
            heaviest = (seen.nearest * weight).max(axis=2)
            parent = (seen.parent & (weight > _SURE)).any(axis=1)
            parts.append((seen.summed @ weight, heaviest, parent))
        return [np.concatenate(column, axis=-1) for column in zip(*parts, strict=True)]

    def _look_at(self, best: Array, some: slice) -> _Best:
        """What the best candidates are to some; mostly the same ones as in the round before."""
        seen = self._seen
        if seen is None or seen.some != some or not np.array_equal(seen.best, best):
            seen = self._seen = self._compare(best, some)
        return seen

    def _compare(self, best: Array, some: slice) -> _Best:
        own, there = self._pool.rows[some], self._pool.rows[best]
        owner, parents = self._pool.owner[some], self._own_parents[some]
        apart, beside, longer = self._apart[owner], self._beside[owner], self._longer[owner]
        same = (own[:, None] == there) & apart
        country, first = self._country, self._own_parents[:, 1]
        near = self._nearness(best, some, same) * (self._other_name[owner] & apart)
        summed = (
            near,
            near * beside,
            (country[some, None] == country[best]) & (country[some] > 0)[:, None] & apart,
            (first[some, None] == first[best]) & (first[some] >= 0)[:, None] & apart,
            (own[:, None, None] == self._own_parents[best]).any(axis=2) & apart,
            (self._kind[some, None] == self._kind[best]) * beside * apart,
        )
        nearest = near, same & ~longer, same & longer
        parent = (parents[:, :, None] == there).any(axis=1) & apart & ~same
        return _Best(best, some, np.stack(summed), np.stack(nearest), parent)

    def _first_levels(self, best: Array) -> Array:
        """Which of the best ones are in each first-level subdivision, shape (G, subdivisions)."""
        first = self._first_level[best]
        each = list(dict.fromkeys(first[first >= 0].tolist())) or [0]
        in_each: Array = (first[:, None] == each).astype(float)
        return in_each

    def _nearness(self, best: Array, some: slice, same: Array) -> Array:
        """Nearness of some candidates to the best one of each name, 0..1; shape (n, G)."""
        cosine = np.clip(self._points[some] @ self._points[best].T, -1.0, 1.0)
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
    the text of one of its kind. Of ``nearest`` the heaviest one counts, shape (3, n, G): nearness;
    whether it is the same place by another name that is no longer, and that is longer.
    ``parent`` says whether they are around the candidate, shape (n, G).
    """

    best: Array
    some: slice
    summed: Array
    nearest: Array
    parent: Array


def _unit_vectors(own: Array, rows: PlaceRows) -> Array:
    lat, lon = np.radians(rows.lat[own]), np.radians(rows.lon[own])
    flat = np.cos(lat)
    return np.stack([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)], axis=1)


def _best_of_each(belief: Array, pool: Pool) -> Array:
    """Where the likeliest candidate of each name is, shape (G,)."""
    most = np.maximum.reduceat(belief, pool.starts)
    at = np.flatnonzero(belief == most[pool.owner])
    owner = pool.owner[at]
    first = np.ones(len(at), dtype=bool)
    first[1:] = owner[1:] != owner[:-1]
    best: Array = at[first]
    return best


def _open_votes(pool: Pool, area: Array) -> Array:
    """How many other names may lie in each candidate's area, log(1 + votes); shape (N,).

    A name that may lie in k areas has 1/k of a vote for each: what may be anywhere says little.
    """
    names = len(pool.starts)
    areas, number = np.unique(area, return_inverse=True)
    taken = np.zeros((names, len(areas)))
    taken[pool.owner, number] = 1.0
    taken[:, areas < 0] = 0.0
    taken /= np.maximum(taken.sum(axis=1, keepdims=True), 1.0)
    votes: Array = taken.sum(axis=0)[number] - taken[pool.owner, number]
    return np.log1p(votes)


def _open_kin(pool: Pool, is_second: Array, parents: Array) -> list[Array]:
    """Whether another name may be the division around a candidate, or a place inside it.

    Divided by how many namesakes that holds for: "Paris" and "Henry County" fit together in
    Tennessee alone.
    """
    counties = np.flatnonzero(is_second)
    kin = parents[:, 2, None] == pool.rows[counties]
    kin &= pool.owner[:, None] != pool.owner[counties]
    flags = np.zeros((2, len(pool.rows)))
    flags[0] = kin.any(axis=1)
    flags[1][counties] = kin.any(axis=0)
    for flag in flags:
        flag /= np.maximum(np.bincount(pool.owner, flag), 1.0)[pool.owner]
    return list(flags)


def _text_nearness(scene: Scene) -> Array:
    """How near each two names stand to each other in the text, 1 when beside; shape (G, G)."""
    spots = [
        np.array([scene.mentions[i].start for i in scene.groups[number].mentions] or [0])
        for number in scene.pool.numbers
    ]
    every = np.concatenate(spots)
    sizes = [len(s) for s in spots]
    starts = np.cumsum([0, *sizes[:-1]])
    apart = np.abs(every[:, None] - every)
    apart = np.minimum.reduceat(np.minimum.reduceat(apart, starts, axis=0), starts, axis=1)
    nearness: Array = 1.0 / (1.0 + apart / _HALF_CHARACTERS)
    return nearness


def _longer_names(scene: Scene) -> Array:
    """Whether the second name is the first and more words; shape (G, G)."""
    keys = [f"{scene.groups[number].key} " for number in scene.pool.numbers]
    return np.array([[b != a and b.startswith(a) for b in keys] for a in keys], dtype=bool)
