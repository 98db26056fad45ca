"""Plausibility: how likely the name most like a spelling is the one that was meant.

Among all names in the world some name is always similar; among the few hundred of a
neighbourhood a likeness is evidence. So the number of places compared counts, beside how
similar the best one is and how far ahead of the next place.

The weights are two logistic regressions, one for neighbourhoods and one for the whole world,
fitted on one half of the variant sets: each spelling looked up around a random place nearby,
once as it is and once with the right place taken away, against US surnames looked up there too.
"""

from __future__ import annotations

import math

#: Constant, similarity, lead, log10 of the places compared, letters.
_NEIGHBOURHOOD = (-10.6, 12.1, 0.8, -0.38, 0.06)
_WORLD = (-7.5, 5.4, 0.75, 0.0, 0.12)
#: From so many places compared on, the world's weights hold.
_WORLDWIDE = 100_000
#: A lead (log-odds) counts no further than this, and so many letters say all that length says.
MOST_LEAD, _MOST_LETTERS = 6.0, 16


def plausibility(similarity: float, lead: float, compared: int, letters: int) -> float:
    """Probability that the name most like a spelling is the one meant.

    Parameters
    ----------
    similarity : float
        Of the best name, 0..1, as of `gazetteer.likeness`.
    lead : float
        How much likelier than the best name of any place elsewhere, in log-odds.
    compared : int
        Places compared.
    letters : int
        Length of the spelling.

    Examples
    --------
    >>> plausibility(0.8, 3.0, 266, 8) > 0.5 > plausibility(0.8, 0.5, 300_000, 8)
    True
    """
    weights = _WORLD if compared >= _WORLDWIDE else _NEIGHBOURHOOD
    evidence = (
        1.0,
        similarity,
        min(lead, MOST_LEAD),
        math.log10(max(compared, 1)),
        min(letters, _MOST_LETTERS),
    )
    logit = sum(w * e for w, e in zip(weights, evidence, strict=True))
    return 1.0 / (1.0 + math.exp(-logit))
