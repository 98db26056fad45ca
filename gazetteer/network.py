"""A network of one hidden layer beside a linear model, read from a table of weights.

The table has a line for each feature: its name, what is subtracted, what it is divided by, its
linear weight, and its weights into the hidden units; the last two lines hold the units' biases
and what each is worth. Trained by `gazetteer.training`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gazetteer.index import Array

_BIAS, _WORTH = "(bias)", "(worth)"


@dataclass(frozen=True)
class Network:
    """Weights for F features and H hidden units.

    ``centre``, ``scale`` and ``linear`` have shape (F,), ``inner`` (F, H), ``bias`` and
    ``worth`` (H,).
    """

    centre: Array
    scale: Array
    linear: Array
    inner: Array
    bias: Array
    worth: Array

    def score(self, features: Array) -> Array:
        """Scores of rows of features, shape (n, F); higher is likelier, shape (n,)."""
        weights, constants = self._unscaled
        sums = features @ weights
        sums += constants
        hidden = np.maximum(sums[:, 1:], 0.0)
        scores: Array = hidden @ self.worth
        scores += sums[:, 0]
        return scores

    @cached_property
    def _unscaled(self) -> tuple[Array, Array]:
        """Weights for features as they are, and what is added: to the linear sum, to each unit."""
        weights = np.column_stack([self.linear, self.inner]) / self.scale[:, None]
        constants = np.append(0.0, self.bias) - self.centre @ weights
        return weights, constants


def mean_of(networks: Sequence[Network]) -> Network:
    """One network that scores like the mean of several on the same features.

    Fits that began elsewhere err elsewhere: together they do better (Hansen & Salamon 1990).
    """
    first, many = networks[0], len(networks)
    return Network(
        first.centre,
        first.scale,
        np.mean([network.linear for network in networks], axis=0),
        np.concatenate([network.inner for network in networks], axis=1),
        np.concatenate([network.bias for network in networks]),
        np.concatenate([network.worth for network in networks]) / many,
    )


def read_network(text: str, names: Sequence[str]) -> Network:
    """Read a network whose features must have these names.

    Raises
    ------
    KeyError
        When a feature is missing.
    """
    table = {}
    for line in text.splitlines():
        name, *numbers = line.split("\t")
        table[name] = np.array([float(number) for number in numbers if number])
    rows = np.stack([table[name] for name in names])
    columns = rows[:, 0], rows[:, 1], rows[:, 2]
    return Network(*columns, rows[:, 3:], table[_BIAS], table[_WORTH])


def network_text(network: Network, names: Sequence[str]) -> str:
    """Write a network as `read_network` reads it."""
    rows = np.column_stack([network.centre, network.scale, network.linear, network.inner])
    lines = [
        f"{name}\t" + "\t".join(f"{x:.4g}" for x in row)
        for name, row in zip(names, rows, strict=True)
    ]
    for name, numbers in ((_BIAS, network.bias), (_WORTH, network.worth)):
        lines.append(f"{name}\t\t\t\t" + "\t".join(f"{x:.4g}" for x in numbers))
    return "\n".join(lines) + "\n"
