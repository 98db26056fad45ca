"""Make every table from the downloaded packages, in the order they need each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.airports import make_airports
from gazetteer.recipe.cities import make_cities
from gazetteer.recipe.countries import make_countries, without_parts
from gazetteer.recipe.coverage import make_coverage
from gazetteer.recipe.demonyms import make_demonyms
from gazetteer.recipe.divisions import link_seats, make_divisions
from gazetteer.recipe.download import Packages
from gazetteer.recipe.exonyms import without_city_names
from gazetteer.recipe.faces import make_outlines
from gazetteer.recipe.historic import make_historic
from gazetteer.recipe.lakes import make_lakes
from gazetteer.recipe.landmarks import make_landmarks
from gazetteer.recipe.lesser import make_lesser
from gazetteer.recipe.localities import make_localities
from gazetteer.recipe.merge import merge
from gazetteer.recipe.natural_earth import read_countries, read_division_lines, read_lakes
from gazetteer.recipe.post_towns import make_post_towns
from gazetteer.recipe.regions import make_regions
from gazetteer.recipe.rivers import make_rivers, read_rivers
from gazetteer.recipe.rows import Row
from gazetteer.recipe.seas import make_seas, read_seas
from gazetteer.recipe.shapes import (
    lake_shapes,
    land_shapes,
    river_shapes,
    sea_shapes,
)
from gazetteer.recipe.tables import write_pairs, write_places

Tell = Callable[[str], None]


@dataclass
class Build:
    """What has been made so far: rows by table, shapes, demonyms."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    shapes: list[tuple[str, str]] = field(default_factory=list)
    demonyms: set[tuple[str, str]] = field(default_factory=set)
    stands_for: dict[str, str] = field(default_factory=dict)


def build(packages: Packages, tell: Tell) -> Build:
    """Make all rows; ``tell`` is called with the name of each stage."""
    made = Build()
    tell("countries, cities, divisions")
    land = [(f.values["ISO_A2_EH"], f.geometry) for f in read_countries(packages)]
    build_places(made, packages, land)
    tell("regions, historic countries, landmarks")
    add(made, "landmarks", make_landmarks())
    add(made, "regions", make_regions(packages))
    add(made, "historic", make_historic())
    rows = made.rows
    known = [row for name in ("countries", "admin1", "admin2", "regions") for row in rows[name]]
    add(made, "divisions", make_lesser(packages, rows["cities"], known))
    tell("waters and airports")
    build_waters(made, packages, land)
    add(made, "airports", make_airports(packages, rows["cities"], taken_names(made)))
    tell("post towns")
    add(made, "post_towns", make_post_towns(packages, list(all_rows(made))))
    add(made, "localities", make_localities(rows["cities"]))
    tell("demonyms")
    made.demonyms = make_demonyms(packages, all_rows(made))
    return made


def build_places(made: Build, packages: Packages, land: list[tuple[str, BaseGeometry]]) -> None:
    """Countries, divisions, cities, and the shapes of the first two."""
    cities = make_cities(packages)
    countries = without_city_names(make_countries(packages), cities)
    outlines = make_outlines(land, read_division_lines(packages), cities)
    first, second = make_divisions(packages, countries, cities, outlines)
    made.rows |= {"countries": countries, "admin1": first, "admin2": second}
    made.rows["countries"] = without_parts(countries, first)
    made.rows["cities"] = link_seats(cities, second)
    made.shapes += land_shapes(make_coverage(land, outlines), countries, first)


def build_waters(made: Build, packages: Packages, land: list[tuple[str, BaseGeometry]]) -> None:
    """Seas, rivers and lakes, with their shapes."""
    taken = taken_names(made)
    seas = read_seas(packages)
    sea_rows = add(made, "seas", make_seas(seas))
    rivers = make_rivers(read_rivers(packages), taken)
    lakes = make_lakes(read_lakes(packages), land, taken)
    add(made, "rivers", [row for row, _ in rivers])
    add(made, "lakes", [row for row, _ in lakes])
    made.shapes += sea_shapes(seas, sea_rows)
    made.shapes += river_shapes(rivers)
    made.shapes += lake_shapes(lakes)


def add(made: Build, name: str, rows: list[Row]) -> list[Row]:
    """Add a table, without the places that an earlier table has; return what was added.

    The shapes and names of a place left out go to the place that stands for it.
    """
    merged = merge(list(all_rows(made)), rows)
    made.rows[name] = merged.added
    for table, old in made.rows.items():
        made.rows[table] = [merged.renamed.get(row.id, row) for row in old]
    made.stands_for |= merged.stands_for
    return made.rows[name]


def all_rows(made: Build) -> Iterator[Row]:
    """The rows of all tables."""
    for rows in made.rows.values():
        yield from rows


def taken_names(made: Build) -> dict[str, set[str]]:
    """Case-folded names a river, lake or airport should not take over, and in which countries.

    All names of countries, first order divisions and large places, everywhere (""), the main
    names of the rest at home: "Ontario" is a province before it is a lake, in any script.
    """
    taken: dict[str, set[str]] = {}
    for row in all_rows(made):
        is_country = row.feature_class == "A" and not row.admin1
        is_known = is_country or row.feature_code == "ADM1" or row.population >= 100_000
        for name in (row.name, *row.names) if is_known else (row.name,):
            taken.setdefault(name.casefold(), set()).add("" if is_known else row.country)
    return taken


def write_tables(made: Build, folder: Path) -> dict[str, int]:
    """Write every table; return the number of rows by table, in order of names."""
    counts = {
        name: write_places(folder / f"{name}.tsv.xz", rows) for name, rows in made.rows.items()
    }
    shapes = {made.stands_for.get(id_, id_): wkt for id_, wkt in made.shapes}
    counts["demonyms"] = write_pairs(
        folder / "demonyms.tsv.xz", ("demonym", "place_id"), made.demonyms
    )
    counts["shapes"] = write_pairs(folder / "shapes.tsv.xz", ("id", "wkt"), shapes.items())
    return dict(sorted(counts.items()))
