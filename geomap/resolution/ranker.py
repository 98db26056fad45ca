"""The ranker: documented features times learned weights, as probabilities."""

from __future__ import annotations

import numpy as np

from gazetteer.index import Array
from geomap.resolution.candidates import Pool
from geomap.resolution.company import COMPANY
from geomap.resolution.local import LOCAL

ALL = LOCAL + COMPANY


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
