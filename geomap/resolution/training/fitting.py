"""Fitting: a conditional logit, learned from choices between right and wrong rows.

L2 penalty, gradient steps with Adam (Kingma & Ba 2015); a few dozen weights need nothing heavier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gazetteer.index import Array

#: Of the sum of squared weights.
PENALTY = 2e-4
_STEPS, _RATE = 400, 0.05


@dataclass(slots=True)
class Examples:
    """Rows of features; ``owner`` numbers the choice that each belongs to, ``right`` says which
    of a choice are right.
    """

    features: Array
    owner: Array
    right: Array


def fit(data: Sequence[Examples], penalty: float | Array = PENALTY) -> Array:
    """Fit weights to choices that have right and wrong rows; shape (features,).

    ``penalty`` is one for all features or one for each, shape (features,).
    """
    joined = _join(data)
    features, right = joined.features, joined.right
    _, starts, sizes = np.unique(joined.owner, return_index=True, return_counts=True)
    choices, size = len(starts), features.shape[1]
    scale = np.maximum(np.abs(features).max(axis=0), 1e-9)
    scaled = features / scale
    weights, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        scores = scaled @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        share = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        good = raised * right
        target = good / np.repeat(np.maximum(np.add.reduceat(good, starts), 1e-12), sizes)
        gradient = scaled.T @ (share - target) / choices + penalty * weights
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        weights -= _RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    fitted: Array = weights / scale
    return fitted


def _join(data: Sequence[Examples]) -> Examples:
    """Put examples together, the rows of a choice beside each other."""
    offsets = np.cumsum([0, *(int(e.owner.max(initial=-1)) + 1 for e in data)])
    owner = np.concatenate([e.owner + o for e, o in zip(data, offsets, strict=False)])
    right = np.concatenate([e.right for e in data])
    good = np.bincount(owner, right)
    usable = ((good > 0) & (good < np.bincount(owner)))[owner]
    order = np.flatnonzero(usable)[np.argsort(owner[usable], kind="stable")]
    features = np.concatenate([e.features for e in data])
    return Examples(features[order], owner[order], right[order])
