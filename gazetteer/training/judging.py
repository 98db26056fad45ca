"""Judging: fits plausibility, the probability that the name ranked first is right."""

from __future__ import annotations

import numpy as np

from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.network import Network
from gazetteer.plausibility import evidence_of
from gazetteer.training.descent import Plan, Slope, fit_network
from gazetteer.training.examples import Example
from gazetteer.variants import MOST_RANKED

PLAN = Plan(units=20, steps=16_000, batch=256, decay=1e-3)


def winner(gazetteer: Gazetteer, example: Example, ranking: Network) -> tuple[Array, bool]:
    """The evidence for the name ranked first, and whether it is right."""
    scores = ranking.score(example.features)
    order = np.argsort(-scores, kind="stable")[:MOST_RANKED]
    best, rows = order[0], example.rows[order]
    elsewhere = gazetteer.rows.rivals(int(rows[0]), rows)
    rivals = scores[order][elsewhere] - scores[best]
    return evidence_of(example.features[best], rivals), bool(example.right[best])


def fit_judging(evidence: Array, right: Array, weights: Array, plan: Plan = PLAN) -> Network:
    """Fit by logistic loss; ``evidence`` (n, E), ``right`` booleans and ``weights`` (n,)."""

    def slope_of(batch: Array) -> Slope:
        return lambda scores: (1.0 / (1.0 + np.exp(-scores)) - right[batch]) / len(batch)

    return fit_network(list(evidence[:, None, :]), slope_of, weights, plan)
