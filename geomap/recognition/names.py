"""The little that recognition needs to know of a gazetteer: is this a name, how well known."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

#: So many answers are kept for the next document.
_REMEMBERED = 8_192


class NameIndex(Protocol):
    """Answers, in a microsecond or two, how well known the best bearer of a name is."""

    def top_prior(self, name: str) -> float | None:
        """Return the prominence of the best known place of exactly this name, else None.

        About log10 of the people it has, with more for countries and capitals, and at least
        5 for first-level subdivisions, seas and rivers of note. ``name`` may be given in any
        case and script. :class:`gazetteer.names.Names` is such an index.
        """
        ...

    def main_prior(self, name: str) -> float | None:
        """Return the same of the best known place whose main name it is, in Latin letters."""
        ...


class NoNames:
    """A :class:`NameIndex` that knows no name at all; recognition then goes by context."""

    def top_prior(self, name: str) -> float | None:
        """Return None, whatever the name."""
        return None

    def main_prior(self, name: str) -> float | None:
        """Return None, whatever the name."""
        return None


class RememberedNames:
    """A :class:`NameIndex` that answers faster what it was asked before."""

    def __init__(self, names: NameIndex) -> None:
        self.top_prior = lru_cache(maxsize=_REMEMBERED)(names.top_prior)
        self.main_prior = names.main_prior


#: How many classes :func:`bucket` tells apart.
BUCKETS = 7


def bucket(prior: float | None) -> int:
    """Return the class of a prior: 0 unknown, 1 hamlet ... 6 large country.

    Coarse on purpose: with 1.2 million names nearly every word is also some hamlet, so what
    counts is how well known the best bearer is, not that there is one.
    """
    if prior is None:
        return 0
    if prior < 3.5:
        return 1
    if prior < 4.3:
        return 2
    if prior < 5.0:
        return 3
    if prior < 6.0:
        return 4
    return 5 if prior < 7.5 else 6
