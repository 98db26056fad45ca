"""Company: what the other places of a document say for each candidate.

Each feature is documented beside its name; weights are learned as those of local.py.
"""

from __future__ import annotations

import numpy as np

from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.resolution.candidates import Pool
from geomap.resolution.comparison import Comparison
from geomap.resolution.containment import Containment
from geomap.resolution.local import parents_of
from geomap.resolution.open_names import open_kin, open_votes
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
    "outside",  # outside the place that the text puts it into, as sure as that is
    "none_company",  # stands for "none of these": log(1 + other places), that could speak for one
)
_AT = {name: column for column, name in enumerate(COMPANY)}
#: The best candidate of a name counts from this probability on.
_LIKELY = 0.2


class CompanyFeatures:
    """Makes company features for one document; what does not change is computed once.

    Parameters
    ----------
    scene : Scene
        A document whose pool has N candidates of G names.
    rows : PlaceRows
        The places of the gazetteer.
    kinds : array
        Number of the kind of each feature code, see `geomap.resolution.local`.
    levels : array
        Of which level of regions each feature code is, see `geomap.resolution.regions`.
    """

    def __init__(self, scene: Scene, rows: PlaceRows, kinds: Array, levels: Array) -> None:
        pool = self._pool = scene.pool
        self._trust = scene.trust
        own, owner = pool.rows, pool.owner
        parents = parents_of(own, rows)
        self._comparison = Comparison(scene, rows, kinds, parents)
        is_level = levels[rows.code[own]]
        first = np.where(is_level[:, 1], own, parents[:, 1])
        self._open = [open_votes(pool, first), *open_kin(pool, is_level[:, 2], parents)]
        self._first_level = first
        prior = rows.prior[own]
        self._behind = np.maximum.reduceat(prior, pool.starts)[owner] - prior
        self._regions = Regions(pool, levels_of(own, parents, is_level))
        self._containment = Containment(scene, rows)
        self._weighed: tuple[Array | None, Array, Array] = None, own, own

    def best(self, belief: Array) -> Array:
        """Where the likeliest candidate of each name is, shape (G,)."""
        return self._weigh(belief)[0]

    def lonely(self, belief: Array) -> Array:
        """Which names no other likely place keeps company, shape (G,)."""
        _, weight = self._weigh(belief)
        alone: Array = weight.sum() - weight <= 0.0
        return alone

    def _weigh(self, belief: Array) -> tuple[Array, Array]:
        """Where the best candidate of each name is, and how much it counts."""
        if self._weighed[0] is not belief:
            best = best_of_each(belief, self._pool)
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
        own, at = table[:size], _AT.__getitem__
        if names < 2:
            return table
        table[size:, at("none_company")] = np.log1p(total)
        summed, nearest, parent = self._comparison.weighed(best, weight)
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
        most = (self._comparison.apart * weight @ self._first_levels(best)).max(axis=1) * share
        own[:, at("behind_locally")] = self._behind * most[pool.owner]
        own[:, at("first_level_open")] = self._open[0]
        own[:, at("open_parent")], own[:, at("open_child")] = self._open[1:]
        about = self._regions.support(belief, self._trust)
        own[:, at("about_country") : at("about_second_level") + 1] = about
        own[:, at("about_behind")] = about[:, 1] * self._behind
        own[:, at("outside")] = self._containment.outside(best, weight)
        own[:, at("parent_named")] = parent
        own[:, at("child_named")] = child > 0
        own[:, at("children")] = child * shares
        own[:, at("alike")] = alike
        own[:, at("named_otherwise")] = otherwise
        own[:, at("named_longer")] = longer
        return table

    def _first_levels(self, best: Array) -> Array:
        """Which of the best ones are in each first-level subdivision, shape (G, subdivisions)."""
        first = self._first_level[best]
        each = list(dict.fromkeys(first[first >= 0].tolist())) or [0]
        in_each: Array = (first[:, None] == each).astype(float)
        return in_each


def best_of_each(belief: Array, pool: Pool) -> Array:
    """Where the likeliest candidate of each name is, shape (G,)."""
    most = np.maximum.reduceat(belief, pool.starts)
    best: Array = (belief == most[pool.owner]).nonzero()[0]
    if len(best) > len(most):
        owner = pool.owner[best]
        best = best[np.append(True, owner[1:] != owner[:-1])]
    return best
