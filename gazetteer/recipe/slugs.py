"""Ids for places GeoNames does not have: a source and a slug of the name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter


def slug(name: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens.

    Examples
    --------
    >>> slug("Río de la Plata"), slug("Bras d'Or Lake")
    ('rio-de-la-plata', 'bras-d-or-lake')
    """
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", ascii_name.casefold()).strip("-")


class Namer:
    """Gives each name of one source an id of its own: ``river:don``, ``river:don-2``."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._used: Counter[str] = Counter()

    def name(self, name: str) -> str:
        """The next free id for the name."""
        base = slug(name) or "unnamed"
        self._used[base] += 1
        number = self._used[base]
        return f"{self._source}:{base}" + (f"-{number}" if number > 1 else "")
