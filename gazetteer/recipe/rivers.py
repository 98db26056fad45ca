"""Rivers and canals: Natural Earth's centre lines, joined across countries."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from gazetteer.cells import great_circle_km
from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.outlines import line_middle
from gazetteer.recipe.rows import Row, clean_name, join_names
from gazetteer.recipe.slugs import Namer

DATABASE = "pyworldatlas_mapdata_standard/data/maps.sqlite3"
#: Lines of one name closer than this (degrees) are one river; lakes leave such gaps.
GAP_DEGREES = 2.0
#: A river's circle is at most this large (km): its line says more than a circle can.
LARGEST_RADIUS_KM = 250.0
#: Names of the layer that are no names.
DROPPED = frozenset({"River", "Mlzes", "Purificacin", "Lutto"})
#: Endings that already say what the thing is.
TYPE_WORDS = ("river", "canal", "channel", "branch", "river)", "protoka", "csatorna", "tributary")


@dataclass(frozen=True)
class River:
    """A river: its name as the layer gives it, countries it crosses, its line (lon, lat)."""

    name: str
    countries: frozenset[str]
    line: BaseGeometry


def read_lines(packages: Packages) -> Iterator[tuple[str, str, LineString]]:
    """Name, country and line of each stretch.

    The package closes every line back to its first point, and writes longitudes beyond
    180 in some countries; both are undone.
    """
    with tempfile.NamedTemporaryFile(suffix=".sqlite3") as file:
        Path(file.name).write_bytes(packages.read("rivers", DATABASE))
        connection = sqlite3.connect(file.name)
        query = "select alpha2, payload from country_map order by alpha2"
        maps = list(connection.execute(query))
        connection.close()
    for code, packed in maps:
        content = json.loads(zlib.decompress(packed))
        for river in content.get("rivers", []):
            points = [((lon + 180) % 360 - 180, lat) for lon, lat in river["points"]]
            points = points[:-1] if points[0] == points[-1] else points
            if len(points) > 1 and river["name"] not in DROPPED:
                yield clean_name(river["name"]), code, LineString(points)


def read_rivers(packages: Packages) -> list[River]:
    """Stretches joined into rivers: the same name, within ``GAP_DEGREES`` of each other."""
    stretches: dict[str, list[tuple[str, LineString]]] = {}
    for name, country, line in read_lines(packages):
        base = name.removesuffix(" River")
        stretches.setdefault(base, []).append((country, line))
    rivers = []
    for name in sorted(stretches):
        lines = [line for _, line in stretches[name]]
        zones = shapely.union_all([line.buffer(GAP_DEGREES / 2) for line in lines])
        for zone in getattr(zones, "geoms", [zones]):
            inside = [(c, line) for c, line in stretches[name] if zone.intersects(line)]
            joined = shapely.line_merge(shapely.union_all([line for _, line in inside]))
            rivers.append(River(name, frozenset(c for c, _ in inside), joined))
    return sorted(rivers, key=lambda river: (river.name, -river.line.length))


def make_rivers(
    rivers: list[River], taken: Mapping[str, Collection[str]]
) -> list[tuple[Row, BaseGeometry]]:
    """A row and a line for each river.

    ``taken`` has case-folded names of other places and the countries where those are, "" for what
    is known everywhere.
    """
    extras = {name: names.split("|") for name, names in read_extra("rivers_extra.tsv", 2)}
    namer, made, seen = Namer("river"), [], set()
    for river in rivers:
        famous = extras.get(river.name, []) if river.name not in seen else []
        seen.add(river.name)
        made.append((make_river(river, namer, famous, taken), river.line))
    return made


def make_river(
    river: River, namer: Namer, famous: list[str], taken: Mapping[str, Collection[str]]
) -> Row:
    """One row. The bare name ("Orange") stays only where nothing else on its way is called so."""
    is_typed = river.name.casefold().split()[-1] in TYPE_WORDS
    is_taken = not {"", *river.countries}.isdisjoint(taken.get(river.name.casefold(), ()))
    is_bare = bool(famous) or (not is_taken and len(river.name) > 4)
    main = river.name if is_typed or famous else f"{river.name} River"
    if famous and famous[0].startswith("="):
        main, is_bare, famous = famous[0][1:], False, famous[1:]
    forms = [] if is_typed else [f"{river.name} River", f"River {river.name}"]
    bare = [river.name] if is_bare else []
    middle = line_middle(river.line)
    country = next(iter(river.countries)) if len(river.countries) == 1 else ""
    code = "CNL" if "canal" in main.casefold() or "csatorna" in main.casefold() else "STM"
    return Row(
        namer.name(river.name),
        main,
        country,
        "",
        "",
        "H",
        code,
        middle.y,
        middle.x,
        0,
        river_radius(river.line),
        join_names(main, bare, forms, famous),
    )


def river_radius(line: BaseGeometry) -> float:
    """Half the diagonal of the line's bounding box, within ``LARGEST_RADIUS_KM``."""
    west, south, east, north = line.bounds
    return min(LARGEST_RADIUS_KM, great_circle_km(south, west, north, east) / 2)
