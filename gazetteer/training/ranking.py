"""Ranking: fits the network that puts the right names first.

Conditional logit (McFadden 1974) over the candidates of each spelling.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gazetteer.index import Array
from gazetteer.network import Network
from gazetteer.training.descent import Plan, Slope, fit_network

PLAN = Plan(units=32, steps=12_000, batch=64)


def fit_ranking(
    features: Sequence[Array], right: Sequence[Array], weights: Array, plan: Plan = PLAN
) -> Network:
    """Fit to spellings, each with (n, F) features and (n,) booleans, some True and some False."""

    def slope_of(batch: Array) -> Slope:
        good = np.concatenate([right[i] for i in batch])
        sizes = np.array([len(right[i]) for i in batch])
        starts = np.cumsum(sizes) - sizes

        def slope(scores: Array) -> Array:
            raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
            total = np.repeat(np.add.reduceat(raised, starts), sizes)
            of_right = np.repeat(np.maximum(np.add.reduceat(raised * good, starts), 1e-30), sizes)
            found: Array = (raised / total - raised * good / of_right) / len(sizes)
            return found

        return slope

    return fit_network(features, slope_of, weights, plan)
