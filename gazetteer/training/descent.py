"""Descent: fits a network's weights batch by batch.

Adam (Kingma & Ba 2015) with weight decay, the rate falling to nothing over the second half.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from gazetteer.index import Array
from gazetteer.network import Network, mean_of


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit: hidden units, steps, rows or choices in a batch, rate, weight decay.

    So many ``fits`` are made, each from another beginning, and their mean taken.
    """

    units: int
    steps: int
    batch: int
    rate: float = 3e-3
    decay: float = 3e-4
    fits: int = 3


#: The slope of the loss with respect to the scores of some rows, given those scores.
Slope = Callable[[Array], Array]


def fit_network(
    features: Sequence[Array],
    slope_of: Callable[[Array], Slope],
    weights: Array,
    plan: Plan,
) -> Network:
    """Fit a network to examples of one or more rows each.

    Parameters
    ----------
    features : sequence of arrays
        For each example its rows, shape (n, F).
    slope_of : callable
        Given the numbers of the examples in a batch, what gives the slope of their loss.
    weights : array
        How often each example is learned from, relative to the others.
    """
    some = np.concatenate(features[:: max(1, len(features) // 20_000)])
    centre, scale = some.mean(axis=0), some.std(axis=0) + 1e-6
    scaled = [((f - centre) / scale).astype(np.float32) for f in features]
    share = weights / weights.sum()
    fits = [_descend(scaled, slope_of, share, plan, seed) for seed in range(1, plan.fits + 1)]
    return mean_of([Network(centre, scale, **parameters) for parameters in fits])


def _descend(
    scaled: Sequence[Array],
    slope_of: Callable[[Array], Slope],
    share: Array,
    plan: Plan,
    seed: int,
) -> dict[str, Array]:
    chance = np.random.default_rng(seed)
    parameters = _begin(scaled[0].shape[1], plan.units, chance)
    first = {name: np.zeros_like(p) for name, p in parameters.items()}
    second = {name: np.zeros_like(p) for name, p in parameters.items()}
    for step in range(1, plan.steps + 1):
        batch = chance.choice(len(scaled), plan.batch, p=share)
        slopes = _slopes(parameters, np.concatenate([scaled[i] for i in batch]), slope_of(batch))
        rate = plan.rate * min(1.0, 2.0 * (1.0 - step / (plan.steps + 1)))
        for name, slope in slopes.items():
            first[name] = 0.9 * first[name] + 0.1 * slope
            second[name] = 0.999 * second[name] + 0.001 * slope**2
            move = first[name] / (1 - 0.9**step)
            move /= np.sqrt(second[name] / (1 - 0.999**step)) + 1e-8
            parameters[name] = parameters[name] - rate * (move + plan.decay * parameters[name])
    return parameters


def _begin(count: int, units: int, chance: np.random.Generator) -> dict[str, Array]:
    parameters = {
        "linear": np.zeros(count),
        "inner": chance.normal(0.0, 0.5 / np.sqrt(count), (count, units)),
        "bias": np.full(units, 0.5),
        "worth": chance.normal(0.0, 0.1, units),
    }
    return {name: numbers.astype(np.float32) for name, numbers in parameters.items()}


def _slopes(parameters: dict[str, Array], x: Array, slope_of: Slope) -> dict[str, Array]:
    """Slopes of the loss of a batch with respect to the parameters, by the chain rule."""
    open_ = x @ parameters["inner"] + parameters["bias"]
    hidden = np.maximum(open_, 0.0)
    slope = slope_of(x @ parameters["linear"] + hidden @ parameters["worth"]).astype(np.float32)
    back = np.outer(slope, parameters["worth"]) * (open_ > 0)
    return {
        "linear": x.T @ slope,
        "inner": x.T @ back,
        "bias": back.sum(axis=0),
        "worth": hidden.T @ slope,
    }
