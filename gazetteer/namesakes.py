"""Namesakes: which of the places recorded under a name is meant, where nothing else is known.

The more prominent one, rather under its main name than under an alias, and rather the town that is
famous. How much each counts was learned from what 1,346 names mean in news (the shared corpora,
local papers counting less): right in 83.5 % of names not learned from, 79.3 % without fame.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from gazetteer.index import Array
from gazetteer.names import Hit
from gazetteer.places import PlaceRows

#: How much likelier a namesake is for being ten times as prominent (as a power of two), and
#: the most that a name alone can say.
_SHARPNESS, MOST_SURE = 1.85, 0.98
#: What being met under its main name is worth, in powers of ten of prominence (Belgorod is the
#: city before it is the region around it), and what the fame of a town is, then.
_MAIN_NAME, _FAME = 0.5, 0.36
#: Below this it is worth a look whether others of the likeliest lie at the same spot.
_DOUBTED, _LIKELIEST = 0.9, 5


class Namesakes:
    """Ranks the places of one name."""

    def __init__(self, rows: PlaceRows) -> None:
        self._rows = rows
        # Single numbers come faster out of a memoryview than out of an array.
        self._by_alias = rows.prior.data
        standing = rows.prior + _MAIN_NAME + _FAME * rows.fame()
        self._by_main_name = standing.astype(np.float32).data

    def rank(self, hits: Sequence[Hit], bonus: Array | None, limit: int) -> list[tuple[Hit, float]]:
        """The likeliest of some namesakes with their scores, best first.

        The score of the first is that of its kin, too: who writes "Kharkiv" may mean the oblast,
        and finds it where the city is.

        Parameters
        ----------
        hits : sequence of Hit
            The namesakes, at least one.
        bonus : array, optional
            What else speaks for each, in powers of ten of prominence; shape (hits,).
        limit : int
            How many are wanted.
        """
        by_alias, by_main_name = self._by_alias, self._by_main_name
        weights: list[float] = [
            (by_main_name if h.match == "exact" else by_alias)[h.row] for h in hits
        ]
        if bonus is not None:
            weights = [w + b for w, b in zip(weights, bonus.tolist(), strict=True)]
        top = max(weights)
        shares = [2.0 ** (_SHARPNESS * (w - top)) for w in weights]
        total = sum(shares) / MOST_SURE
        order = sorted(range(len(hits)), key=lambda i: -weights[i])[: max(limit, _LIKELIEST)]
        scores = {i: shares[i] / total for i in order}
        if scores[order[0]] < _DOUBTED:
            with_kin = self._with_kin({i: hits[i].row for i in order[:_LIKELIEST]}, shares)
            # A town before the division around it, where both have the name for an alias.
            best = max(
                with_kin,
                key=lambda i: (round(with_kin[i], 9), not self._is_also(hits[i]), shares[i]),
            )
            scores[best] = with_kin[best] / total
            order = [best, *(i for i in order if i != best)]
        return [(hits[i], scores[i]) for i in order[:limit]]

    def _is_also(self, hit: Hit) -> bool:
        """Whether a place is a division that only is also called so."""
        return hit.match != "exact" and self._rows.feature(hit.row)[0] == "A"

    def _with_kin(self, rows: dict[int, int], shares: Sequence[float]) -> dict[int, float]:
        """The share of each of some namesakes and of those around it, inside it or at its spot."""
        around = {i: self._rows.divisions_around(row) for i, row in rows.items()}
        total = {i: shares[i] for i in rows}
        for (i, one), (j, other) in combinations(rows.items(), 2):
            is_kin = one in around[j] or other in around[i]
            if is_kin or self._rows.is_at_same_spot(one, other):
                total[i] += shares[j]
                total[j] += shares[i]
        return total
