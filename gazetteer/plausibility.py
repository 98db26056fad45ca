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

#: What is looked at: the features of the winner, its lead in log-odds, and how strong its rivals
#: are together.
EVIDENCE = (*FEATURES, "lead", "lead_of_two", "rivals")
#: A lead counts no further than this.
_MOST_LEAD = 6.0
#: A lead of this much is next to nothing.
_LITTLE_LEAD = 2.0
#: What is less similar than this is unlike whatever else speaks for it, and from that on the
#: network decides: of the right answers of the variant sets one in a hundred lies between.
_UNLIKE, _LIKE = 0.35, 0.55


def plausibility(features: Array, rivals: Array) -> float:
    """Probability that the name most like a spelling is the one meant.

    Parameters
    ----------
    features : array
        Of the best name, as of `gazetteer.likeness`, shape (len(FEATURES),).
    rivals : array
        How likely the names of places elsewhere are beside it (0 for as likely), in log-odds;
        shape (n,), any n.
    """
    score = float(_network().score(evidence_of(features, rivals)[None, :])[0])
    similar = float(similarity(features[None, :])[0])
    alike = min(max((similar - _UNLIKE) / (_LIKE - _UNLIKE), 0.0), 1.0)
    return alike / (1.0 + math.exp(-score))


def evidence_of(features: Array, rivals: Array) -> Array:
    """The evidence for a winner; shape (len(EVIDENCE),)."""
    best, together = -_MOST_LEAD, -_MOST_LEAD
    if len(rivals):
        best = min(max(float(rivals.max()), best), 0.0)
        together = max(float(np.logaddexp.reduce(rivals)), together)
    evidence: Array = np.append(features, (-best, min(-best, _LITTLE_LEAD), together))
    return evidence


@cache
def _network() -> Network:
    return read_network((files("gazetteer") / "plausibility.tsv").read_text("utf-8"), EVIDENCE)
