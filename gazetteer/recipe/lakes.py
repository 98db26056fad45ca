"""Lakes and reservoirs: Natural Earth's outlines and names in 25 languages."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.natural_earth import Feature
from gazetteer.recipe.outlines import outline_extent
from gazetteer.recipe.rows import Row, clean_name, is_latin, join_names
from gazetteer.recipe.slugs import Namer

#: Words (or endings) that say "lake" in the layer's languages.
LAKE_WORD = re.compile(
    r"\b(lakes?|lago|lac|lacs|lagoa|laguna|lagune|ozero|reservoir|embalse|represa|presa|danau"
    r"|jezioro|jezero|lough|loch|tasik|hồ|bay|channel|barrage|dam|göl[üu]?|sea|sor|co|hu)\b"
    r"|see\b|sjön\b|järvi\b|meer\b|vatn\b|nuur\b|talsperre\b|köli\b|kul\b",
    re.IGNORECASE,
)
LEADING = re.compile(r"^(?:Lago|Lac|Laguna|Lagoa|Ozero)(?: de la| de| do| da| del| la)? ")
CODES = {"Lake": "LK", "Reservoir": "RSV", "Alkaline Lake": "LKN"}
#: Outlines of one name closer than this (degrees) are one lake.
GAP_DEGREES = 1.0
#: Names the layer gives a lake that are of a whole group of lakes.
GROUPS = frozenset({"Great Lakes"})
#: A lake counts as a country's own when that much of it lies inside.
OWN_SHARE = 0.9


def make_lakes(
    lakes: list[Feature], countries: list[tuple[str, BaseGeometry]], taken: Container[str]
) -> list[tuple[Row, BaseGeometry]]:
    """A row and an outline for each named lake, in order of size; parts of one joined."""
    extras = {name: names.split("|") for name, names in read_extra("lakes_extra.tsv", 2)}
    named = join_parts([lake for lake in lakes if lake.values["name"]])
    named.sort(key=lambda lake: (lake.values["scalerank"], -lake.geometry.area))
    namer = Namer("lake")
    return [(make_lake(lake, namer, countries, taken, extras), lake.geometry) for lake in named]


def join_parts(lakes: list[Feature]) -> list[Feature]:
    """Lakes with the outlines of one name within ``GAP_DEGREES`` joined into the first."""
    joined: list[Feature] = []
    by_name: dict[str, list[int]] = {}
    for lake in sorted(lakes, key=lambda lake: -lake.geometry.area):
        near = [
            number
            for number in by_name.setdefault(lake.values["name"], [])
            if joined[number].geometry.distance(lake.geometry) < GAP_DEGREES
        ]
        if near:
            whole = shapely.union(joined[near[0]].geometry, lake.geometry)
            joined[near[0]] = Feature(joined[near[0]].values, whole)
        else:
            by_name[lake.values["name"]].append(len(joined))
            joined.append(lake)
    return joined


def make_lake(
    lake: Feature,
    namer: Namer,
    countries: list[tuple[str, BaseGeometry]],
    taken: Container[str],
    extras: dict[str, list[str]],
) -> Row:
    """One row; "Lake X" is the main name where the layer has a bare "X"."""
    name = clean_name(lake.values["name"])
    code = CODES[lake.values["featurecla"]]
    main = name
    if not LAKE_WORD.search(name):
        main = f"{name} Reservoir" if code == "RSV" else f"Lake {name}"
    extent = outline_extent(lake.geometry)
    return Row(
        namer.name(main),
        main,
        find_country(lake.geometry, countries),
        "",
        "",
        "H",
        code,
        extent.lat,
        extent.lon,
        0,
        extent.radius_km,
        join_names(main, lake_names(lake, main, taken), extras.get(main, [])),
    )


def lake_names(lake: Feature, main: str, taken: Container[str]) -> Iterator[str]:
    """English forms, then the layer's names; bare Latin ones only if nothing else has them."""
    stem = LEADING.sub("", main)
    if stem != main:
        yield f"Lake {stem}"
    fields = ["name", "name_alt", *sorted(k for k in lake.values if k.startswith("name_"))]
    for field in fields:
        name = clean_name(lake.values[field] or "")
        is_bare = not LAKE_WORD.search(name)
        if name in GROUPS or field == "name_abb":
            continue
        if not (is_bare and (name.casefold() in taken or (is_latin(name) and len(name) < 6))):
            yield name


def find_country(outline: BaseGeometry, countries: list[tuple[str, BaseGeometry]]) -> str:
    """The country nearly all of the lake lies in, or an empty string."""
    for code, land in countries:
        if land.intersects(outline):
            shared = shapely.intersection(land, outline).area
            if shared >= OWN_SHARE * outline.area:
                return code
    return ""
