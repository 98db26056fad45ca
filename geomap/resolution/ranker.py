"""The ranker: documented features times learned weights, as probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from gazetteer.index import Array
from geomap.resolution.features import ALL, LOCAL

#: First pass on the name alone, second pass with the company known.
STAGES = ("alone", "company")


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a conditional logit (McFadden 1974) for each stage."""

    alone: Array
    company: Array

    @classmethod
    def load(cls) -> Weights:
        """Read the shipped weights.tsv: feature, weight alone, weight in company."""
        text = (files("geomap.resolution") / "weights.tsv").read_text("utf-8")
        rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
        table = {name: (float(alone), float(company)) for name, alone, company in rows[1:]}
        return cls(
            np.array([table[name][0] for name in LOCAL]),
            np.array([table[name][1] for name in ALL]),
        )


def softmax(scores: Array) -> Array:
    """Turn scores into probabilities that add up to one."""
    raised = np.exp(scores - scores.max())
    shares: Array = raised / raised.sum()
    return shares
