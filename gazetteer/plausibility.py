"""Plausibility: how likely the most similar name is the one that was meant.

Among all names in the world some name is always similar; among the few hundred of a
neighbourhood a likeness is evidence. So the number of places compared counts, beside how
similar the best one is and how far ahead of the next place.

The weights are a logistic regression fitted on 500 misspelled or transliterated names against
500 surnames, each looked up around a random place nearby, within 150, 300 and 600 km.
"""

from __future__ import annotations

import math

_CONSTANT, _SIMILARITY, _LEAD, _COMPARED, _LENGTH = -14.96, 17.2, 15.5, -0.79, 0.32
#: A lead counts no further than this.
_MOST_LEAD = 0.2
#: Longer names say no more than names of this length.
_MOST_LETTERS = 16


def plausibility(similarity: float, lead: float, compared: int, letters: int) -> float:
    """Probability that the most similar name is the one meant.

    Parameters
    ----------
    similarity : float
        Of the best name, 0..1, as of `gazetteer.spelling.similarities`.
    lead : float
        How much more similar than the best name of any place elsewhere.
    compared : int
        Places compared.
    letters : int
        Length of the spelling.

    Examples
    --------
    >>> plausibility(0.73, 0.17, 266, 8) > 0.5 > plausibility(0.73, 0.03, 200_000, 8)
    True
    """
    logit = (
        _CONSTANT
        + _SIMILARITY * similarity
        + _LEAD * min(lead, _MOST_LEAD)
        + _COMPARED * math.log10(max(compared, 1))
        + _LENGTH * min(letters, _MOST_LETTERS)
    )
    return 1.0 / (1.0 + math.exp(-logit))
