"""The ranker: documented features times learned weights, as probabilities."""

from __future__ import annotations

import math
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from gazetteer.index import Array
from geomap.resolution.candidates import Pool
from geomap.resolution.company import COMPANY
from geomap.resolution.local import LOCAL

ALL = LOCAL + COMPANY
#: The line of weights.tsv with slope and shift.
CALIBRATION = "(slope and shift of the score)"
#: No probability is taken to be nearer to 0 or 1.
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a conditional logit (McFadden 1974), for a name alone and in company.

    ``slope`` and ``shift`` make a score of a probability: the ranker tells a town from the
    district around it, while a score says how surely the spot on the map is right.
    """

    alone: Array
    company: Array
    slope: float = 1.0
    shift: float = 0.0

    def score(self, belief: float) -> float:
        """Calibrate the probability of a place (Platt 1999)."""
        return 1.0 / (1.0 + math.exp(-self.slope * log_odds(belief) - self.shift))

    @classmethod
    def none(cls) -> Weights:
        """Weights that say nothing, to learn with."""
        return cls(np.zeros(len(LOCAL)), np.zeros(len(ALL)))

    @classmethod
    def load(cls) -> Weights:
        """Read the shipped weights.tsv: feature, weight alone, weight in company."""
        text = (files("geomap.resolution") / "weights.tsv").read_text("utf-8")
        rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
        table = {name: (float(alone), float(company)) for name, alone, company in rows[1:]}
        return cls(
            np.array([table[name][0] for name in LOCAL]),
            np.array([table[name][1] for name in ALL]),
            *table[CALIBRATION],
        )


def log_odds(belief: float) -> float:
    """The logarithm of the odds, within what can be told from counts."""
    kept = min(max(belief, _LEAST), 1.0 - _LEAST)
    return math.log(kept / (1.0 - kept))


def share_out(scores: Array, pool: Pool) -> Array:
    """Turn scores into the probability of each candidate, shape (N,).

    Parameters
    ----------
    scores : array
        Shape (N + G,): those of the N candidates, then of "none of these" for the G names, whose
        probabilities and its add up to one.
    """
    size = len(pool.rows)
    own, none = scores[:size], scores[size:]
    top = np.maximum(np.maximum.reduceat(own, pool.starts), none)
    raised = np.exp(own - top[pool.owner])
    total = np.add.reduceat(raised, pool.starts) + np.exp(none - top)
    shares: Array = raised / total[pool.owner]
    return shares
