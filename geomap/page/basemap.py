"""The map under the map: countries, lakes and rivers from the gazetteer's outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from gazetteer.shipped import read_shapes, read_table
from geomap.page.detail import find_detail
from geomap.page.outlines import Outline, Packed, pack, read_outline, thin

Kind = Literal["country", "division", "lake", "river", "sea"]

#: What is drawn together, and how much less finely than land.
FACTORS: dict[tuple[Kind, ...], float] = {
    ("country", "division"): 1.0,
    ("lake",): 1.2,
    ("river",): 1.5,
    ("sea",): 2.0,
}

#: No country, but land that would be missed: place id and ISO 3166-1 alpha-2.
ANTARCTICA = {"6255152": "AQ"}

#: What is shown whole when it is chosen, and no wider, is drawn more finely for that.
SMALL_DEGREES = 15.0


@dataclass(frozen=True, slots=True)
class Feature:
    """One outline of the gazetteer, and what it is the outline of.

    ``id`` is the place's id; ``country`` is ISO 3166-1 alpha-2, for countries and divisions.
    """

    id: str
    kind: Kind
    country: str
    outline: Outline


@dataclass(frozen=True, slots=True)
class Basemap:
    """What is drawn under the places, and the outlines of other places on the page.

    ``data`` is ready for the page: columns ``id kind country lines``, see ``pack``.
    ``outlines`` are those of wanted places that are not in ``data``, by id: whether it is an area,
    and its lines.
    """

    data: dict[str, Any]
    outlines: dict[str, tuple[bool, Packed]]


def read_basemap(
    wanted: frozenset[str] = frozenset(),
    divided: frozenset[str] = frozenset(),
    spots: Iterable[tuple[float, float]] = (),
) -> Basemap:
    """Read the basemap, and the outlines of ``wanted`` places.

    Parameters
    ----------
    wanted : frozenset of str
        Ids of places on the page.
    divided : frozenset of str
        Countries (ISO 3166-1 alpha-2) to draw with the borders of their divisions; those of
        all would double the basemap.
    spots : iterable of (lat, lon)
        Where the story is, in degrees, to be drawn finely.
    """
    features = list(_read_features(wanted, divided))
    named = [f.outline.points for f in features if f.id in wanted and _is_small(f.outline)]
    detail = find_detail(spots, np.concatenate([np.empty((0, 2)), *named]))
    basemap = Basemap({"id": [], "kind": [], "country": [], "lines": []}, {})
    for kinds, factor in FACTORS.items():
        group = [feature for feature in features if feature.kind in kinds]
        thinned = thin([feature.outline for feature in group], detail, factor)
        for feature, outline in zip(group, thinned, strict=True):
            _add(basemap, feature, outline, divided)
    return basemap


def _add(basemap: Basemap, feature: Feature, outline: Outline, divided: frozenset[str]) -> None:
    if not _is_drawn(feature.kind, feature.country, divided):
        basemap.outlines[feature.id] = outline.is_area, pack(outline)
        return
    row = {"id": feature.id, "kind": feature.kind, "country": feature.country}
    for column, value in {**row, "lines": pack(outline)}.items():
        basemap.data[column].append(value)


def _is_drawn(kind: Kind, country: str, divided: frozenset[str]) -> bool:
    return country in divided if kind == "division" else kind != "sea"


def _read_features(wanted: frozenset[str], divided: frozenset[str]) -> Iterator[Feature]:
    """Read the shapes that are drawn or wanted; reading the others too would take twice as long."""
    countries, divisions = _read_codes("countries") | ANTARCTICA, _read_codes("admin1")
    for id_, wkt in read_shapes():
        kind = _kind(id_, countries)
        country = countries.get(id_) or divisions.get(id_, "")
        if id_ in wanted or _is_drawn(kind, country, divided):
            yield Feature(id_, kind, country, read_outline(wkt))


def _is_small(outline: Outline) -> bool:
    """Whether its longest line is seen from so near that it would look coarse."""
    starts = np.concatenate(([0], np.cumsum(outline.sizes)[:-1]))
    low = np.minimum.reduceat(outline.points, starts)
    high = np.maximum.reduceat(outline.points, starts)
    return bool((high - low).max() <= SMALL_DEGREES)


def _kind(id_: str, countries: dict[str, str]) -> Kind:
    """What a shape is of, by its id: see the gazetteer's recipe of shapes."""
    if id_ in countries:
        return "country"
    source = id_.partition(":")[0]
    kinds: dict[str, Kind] = {"lake": "lake", "river": "river", "ne": "sea"}
    return kinds.get(source, "division")


def _read_codes(table: str) -> dict[str, str]:
    """Place id -> ISO 3166-1 alpha-2, from a table of the gazetteer."""
    rows = read_table(table)
    header = next(rows).split("\t")
    id_, country = header.index("id"), header.index("country")
    last = max(id_, country) + 1
    cells = (row.split("\t", last) for row in rows)
    return {cell[id_]: cell[country] for cell in cells}
