"""Calibration: from what a model believes to how often that comes out right.

A probability of a model is a score by its own lights. A curve tells, from answers to texts that
the model had not seen, how often answers so believed were right: it rises, and need not be of any
shape.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gazetteer.index import Array

#: No probability is taken to be nearer to 0 or 1.
_LEAST = 1e-4
#: Answers are taken together in steps of the log-odds so wide, then until there are so many.
_STEP, _FEWEST = 0.4, 60.0


@dataclass(frozen=True)
class Curve:
    """A rising curve from belief to score, straight in the log-odds of belief between its knots.

    Examples
    --------
    >>> Curve((0.2, 0.8), (0.1, 0.9)).score(0.5)
    0.5
    """

    beliefs: tuple[float, ...] = ()
    scores: tuple[float, ...] = ()

    def score(self, belief: float) -> float:
        """The share of answers so believed that are right; a curve without knots changes none."""
        if not self.beliefs:
            return belief
        # For one number much faster than ``np.interp``.
        knots, scores, odds = self._knots, self.scores, log_odds(belief)
        behind = bisect_right(knots, odds)
        if behind in (0, len(knots)):
            return scores[max(behind - 1, 0)]
        first, last = scores[behind - 1 : behind + 1]
        slope = (last - first) / (knots[behind] - knots[behind - 1])
        return slope * (odds - knots[behind - 1]) + first

    @cached_property
    def _knots(self) -> list[float]:
        return [log_odds(belief) for belief in self.beliefs]


def log_odds(belief: float) -> float:
    """The logarithm of the odds, within what can be told from counts."""
    kept = min(max(belief, _LEAST), 1.0 - _LEAST)
    return math.log(kept / (1.0 - kept))


def fit_curve(beliefs: Sequence[float], right: Sequence[float], counts: Sequence[float]) -> Curve:
    """Fit a curve to answers (isotonic regression; Zadrozny & Elkan 2002).

    Parameters
    ----------
    beliefs : sequence of float
        What was believed of each answer, by a model that had not seen it.
    right : sequence of float
        1 where it was right, 0 where not.
    counts : sequence of float
        How often each was given.
    """
    if not len(beliefs):
        return Curve()
    table = np.column_stack([beliefs, right, np.ones(len(beliefs))]) * np.array(counts)[:, None]
    steps = np.floor(np.array([log_odds(b) for b in beliefs]) / _STEP)
    bins: list[Array] = []
    for step in np.unique(steps):
        some = table[steps == step].sum(axis=0)
        if bins and bins[-1][2] < _FEWEST:
            bins[-1] = bins[-1] + some
        else:
            bins.append(some)
    if len(bins) > 1 and bins[-1][2] < _FEWEST:
        last = bins.pop()
        bins[-1] = bins[-1] + last
    pooled: list[Array] = []
    for some in bins:
        pooled.append(some)
        # Pool adjacent violators: what falls is taken together until all rises.
        while len(pooled) > 1 and _share(pooled[-1]) <= _share(pooled[-2]):
            last = pooled.pop()
            pooled[-1] = pooled[-1] + last
    return Curve(tuple(float(b[0] / b[2]) for b in pooled), tuple(float(_share(b)) for b in pooled))


def _share(some: Array) -> float:
    return float(some[1] / some[2])
