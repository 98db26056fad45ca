"""Our own table of lesser places: villages, quarters, passes and crossings that texts name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gazetteer.recipe.airports import make_finders
from gazetteer.recipe.landmarks import read_own
from gazetteer.recipe.rows import Row

TABLE = "localities.tsv"


def make_localities(cities: Iterable[Row]) -> list[Row]:
    """The rows of ``localities.tsv``, in the divisions of the populated place nearest to each."""
    finders = make_finders(cities)
    rows = []
    for row in read_own(TABLE):
        finder = finders.get(row.country)
        nearest = finder.nearest(row.lat, row.lon) if finder else row
        rows.append(replace(row, admin1=nearest.admin1, admin2=nearest.admin2))
    return rows
