"""Countries that are no more: our own table, ``historic_extra.tsv``."""

from __future__ import annotations

from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.rows import Row, join_names


def make_historic() -> list[Row]:
    """A row for each; points and radii are of the territory at its usual extent."""
    rows = []
    for slug, name, country, lat, lon, radius_km, names in read_extra("historic_extra.tsv", 7):
        rows.append(
            Row(
                f"historic:{slug}",
                name,
                country,
                "",
                "",
                "A",
                "PCLH",
                float(lat),
                float(lon),
                0,
                float(radius_km),
                join_names(name, names.split("|")),
            )
        )
    return rows
