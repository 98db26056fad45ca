"""Regions: whole-document hypotheses about where a text is set.

A text about a region names its places, and now and then one elsewhere. Every country, every
first- and second-level division that a candidate lies in is such a hypothesis. A name speaks
for one by the chance of meeting it in a text about there, against the chance of meeting it
anywhere: "Paris" alone says next to nothing for Tennessee, "Paris", "Puryear" and "Henry County"
together leave little else, though the likeliest place of the first is in France.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gazetteer.index import Array
from geomap.resolution.candidates import Pool

#: Share of the names of a text about a region that are names of its places.
_FROM_THERE = 0.5
#: How much likelier a place is met in a text about its country, first- or second-level division
#: than in any text: what is said in the world over what is said of there.
_GAINS = (10.0, 200.0, 3000.0)
_EACH_LEVEL = np.arange(len(_GAINS))
#: Feature codes of the three levels.
_LEVELS = (("PCLI", "PCLD", "PCLS", "PCLF", "PCLIX", "TERR"), ("ADM1",), ("ADM2",))
#: What more speaks for a region than this adds nothing.
_MOST = 8.0


class Regions:
    """The regions that the candidates of one document lie in.

    Parameters
    ----------
    pool : Pool
        N candidates of G names.
    levels : array
        Row of the country, first- and second-level division of each candidate, or the candidate
        itself where it is one; -1 where there is none. Shape (N, 3).
    """

    def __init__(self, pool: Pool, levels: Array) -> None:
        names = len(pool.starts)
        self._known = levels >= 0
        # All levels side by side: the regions of each have numbers of their own.
        regions, numbers = number_each((levels * len(_GAINS) + _EACH_LEVEL).ravel())
        self._cells = pool.owner[:, None] * len(regions) + numbers.reshape(levels.shape)
        self._shape = names, len(regions)
        self._gains = _FROM_THERE * np.array([_GAINS[region % len(_GAINS)] for region in regions])

    def support(self, belief: Array, trust: Array) -> Array:
        """What the other names say for each candidate's regions, log-odds; shape (N, 3).

        Parameters
        ----------
        belief : array
            Probability of each candidate, shape (N,).
        trust : array
            How sure it is that each name is one, shape (G,).
        """
        cells, believed = self._cells.ravel(), (belief[:, None] * self._known).ravel()
        share = np.bincount(cells, believed, self._shape[0] * self._shape[1]).reshape(self._shape)
        odds = np.log(1.0 - _FROM_THERE + self._gains * share) * trust[:, None]
        support = (odds.sum(axis=0) - odds).take(self._cells)
        softened: Array = np.minimum(np.logaddexp(0.0, support), _MOST) * self._known
        return softened


def number_each(values: Array) -> tuple[list[int], Array]:
    """Number the different ones of some values, in order of their first: which, and of each which.

    On as few as a text has much faster than ``np.unique``.

    Examples
    --------
    >>> number_each(np.array([7, 9, 7]))
    ([7, 9], array([0, 1, 0]))
    """
    numbers: dict[int, int] = {}
    of_each = [numbers.setdefault(value, len(numbers)) for value in values.tolist()]
    return [*numbers], np.array(of_each, dtype=np.int64)


def level_table(codes: Sequence[str]) -> Array:
    """Whether each feature code of a gazetteer is of one of the three levels; (codes, 3)."""
    bare = [code.partition(".")[2] for code in codes]
    return np.array([[code in names for names in _LEVELS] for code in bare]).reshape(-1, 3)


def levels_of(own: Array, parents: Array, is_level: Array) -> Array:
    """The regions of places, themselves included; shape (N, 3).

    ``is_level`` says which of the levels each place is, shape (N, 3).
    """
    levels: Array = np.where(is_level, own[:, None], parents)
    return levels
