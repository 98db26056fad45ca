"""Plausibility: how likely the name most like a spelling is the one that was meant.

Among all names in the world some name is always similar; among the few hundred of a
neighbourhood a likeness is evidence. So a second network (`gazetteer.network`) looks at the
winner of the first: at what speaks for it, how many places were compared, and how far ahead of
any place elsewhere it is.

It is fitted (`gazetteer.training`) to spellings looked up in the whole world, in a country and
around a point, each also with the right place taken away, and to names that are no places. The
weights are in plausibility.tsv.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

import numpy as np

from gazetteer.index import Array
from gazetteer.likeness import FEATURES, similarity
from gazetteer.network import Network, read_network

#: What is looked at: the features of the winner, and its lead in log-odds.
EVIDENCE = (*FEATURES, "lead", "lead_of_two")
#: A lead counts no further than this.
MOST_LEAD = 6.0
#: A lead of this much is next to nothing.
_LITTLE_LEAD = 2.0
#: What is less similar than this is unlike whatever else speaks for it, and from that on the
#: network decides: of the right answers of the variant sets one in a hundred lies between.
_UNLIKE, _LIKE = 0.35, 0.55


def plausibility(features: Array, lead: float) -> float:
    """Probability that the name most like a spelling is the one meant.

    Parameters
    ----------
    features : array
        Of the best name, as of `gazetteer.likeness`, shape (len(FEATURES),).
    lead : float
        How much likelier than the best name of any place elsewhere, in log-odds.
    """
    score = float(_network().score(evidence_of(features, lead)[None, :])[0])
    similar = float(similarity(features[None, :])[0])
    alike = min(max((similar - _UNLIKE) / (_LIKE - _UNLIKE), 0.0), 1.0)
    return alike / (1.0 + math.exp(-score))


def evidence_of(features: Array, lead: float) -> Array:
    """The evidence for a winner; shape (len(EVIDENCE),)."""
    lead = min(max(lead, 0.0), MOST_LEAD)
    evidence: Array = np.append(features, (lead, min(lead, _LITTLE_LEAD)))
    return evidence


@cache
def _network() -> Network:
    return read_network((files("gazetteer") / "plausibility.tsv").read_text("utf-8"), EVIDENCE)
