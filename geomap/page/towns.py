"""Towns the reader knows, drawn faintly so that the places of a story have neighbours.

``towns.tsv`` is made from the gazetteer's table of cities by ``python -m geomap.page.towns``,
because choosing them takes seconds and drawing must not.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from gazetteer.shipped import read_table

#: Fewest people of a town that is new at a zoom (level of Web Mercator tiles of 256 pixels).
POPULATION_AT_ZOOM = {3: 700_000, 4: 250_000, 5: 90_000, 6: 50_000, 7: 60_000}

#: Least distance between two towns at their zoom, in pixels: room for a name.
ROOM = 80

#: Capitals are better known than their size says.
_WEIGHT = {"PPLC": 8.0, "PPLA": 2.0, "PPLX": 0.0}


class Town(NamedTuple):
    """A town of the basemap, shown from ``zoom`` on."""

    name: str
    lat: float
    lon: float
    zoom: int


def read_towns() -> dict[str, list[Any]]:
    """Read the towns of the basemap as columns ``name lat lon zoom``, best known first."""
    lines = (files("geomap.page") / "towns.tsv").read_text("utf-8").splitlines()
    columns = list(zip(*(line.split("\t") for line in lines[1:]), strict=True))
    names, lats, lons, zooms = columns
    return {
        "name": list(names),
        "lat": [float(lat) for lat in lats],
        "lon": [float(lon) for lon in lons],
        "zoom": [int(zoom) for zoom in zooms],
    }


def choose_towns() -> Iterator[Town]:
    """Choose towns from the gazetteer: at each zoom the best known that have room."""
    cities = [line.split("\t") for line in read_table("cities")]
    at = {name: number for number, name in enumerate(cities[0])}
    weighed = [
        (int(city[at["population"]] or 0) * _WEIGHT.get(city[at["feature_code"]], 1.0), city)
        for city in cities[1:]
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1][at["id"]]))
    taken: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for zoom, least in POPULATION_AT_ZOOM.items():
        gap = ROOM * 360 / (256 * 2**zoom)
        for weight, city in weighed:
            if weight < least:
                break
            lat, lon = float(city[at["lat"]]), float(city[at["lon"]])
            if _is_free(taken, lat, lon, gap):
                taken[_cell(lat, lon)].append((lat, lon))
                yield Town(city[at["name"]], round(lat, 2), round(lon, 2), zoom)


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / 5), math.floor(lon / 5)


def _is_free(
    taken: dict[tuple[int, int], list[tuple[float, float]]], lat: float, lon: float, gap: float
) -> bool:
    """Whether no taken town is within ``gap`` degrees of the map's width (Web Mercator)."""
    stretch = math.cos(math.radians(lat))
    reach = math.ceil(gap / 5)
    row, column = _cell(lat, lon)
    return not any(
        math.hypot((lat - other_lat) / stretch, lon - other_lon) < gap
        for i in range(row - reach, row + reach + 1)
        for j in range(column - reach, column + reach + 1)
        for other_lat, other_lon in taken.get((i, j), ())
    )


def write_towns(towns: Iterable[Town], path: Path) -> None:
    """Write the table that ``read_towns`` reads."""
    lines = ["\t".join(Town._fields), *("\t".join(map(str, town)) for town in towns)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_towns(choose_towns(), Path(__file__).with_name("towns.tsv"))
