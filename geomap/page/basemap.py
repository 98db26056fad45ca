"""The map under the map: countries, lakes and rivers from the gazetteer's outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from gazetteer.shipped import read_shapes, read_table
from geomap.page.outlines import Outline, pack, read_outline, read_outline_beside, thin

Kind = Literal["country", "division", "lake", "river", "sea"]

#: What is drawn, and how much of it is left out, in degrees of latitude; by size of the page.
TOLERANCE: dict[Kind, float] = {"country": 0.035, "division": 0.06, "lake": 0.04, "river": 0.05}

#: The same where the story is. It is that of the places' own outlines, for their borders to run
#: on those of their countries and not beside them.
NEAR_TOLERANCE = 0.012

#: Hardly ever in the news, but with a sixth of all coast lines.
ANTARCTICA = "AQ"


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
    """What is drawn under the places, and the outlines that places on the page may need.

    ``data`` is ready for the page: columns ``id kind country lines``, see ``pack``.
    ``country_ids`` are the places whose outline is in ``data``.
    """

    data: dict[str, Any]
    country_ids: frozenset[str]
    outlines: dict[str, Outline]


def read_basemap(
    wanted: frozenset[str] = frozenset(), divided: frozenset[str] = frozenset()
) -> Basemap:
    """Read the basemap, and the outlines of ``wanted`` places.

    Parameters
    ----------
    wanted : frozenset of str
        Ids of places on the page.
    divided : frozenset of str
        Countries (ISO 3166-1 alpha-2) to draw with the borders of their divisions; those of
        all would double the basemap.
    """
    features = list(_read_features(wanted, divided))
    drawn = [feature for feature in features if _is_drawn(feature.kind, feature.country, divided)]
    data: dict[str, Any] = {"id": [], "kind": [], "country": [], "lines": []}
    for kind in TOLERANCE:
        _add(data, [feature for feature in drawn if feature.kind == kind], divided)
    return Basemap(
        data,
        frozenset(feature.id for feature in drawn if feature.kind == "country"),
        {feature.id: feature.outline for feature in features if feature.id in wanted},
    )


def _add(data: dict[str, Any], features: list[Feature], divided: frozenset[str]) -> None:
    groups: dict[float, list[Feature]] = {}
    for feature in features:
        groups.setdefault(_tolerance(feature, divided), []).append(feature)
    for tolerance, group in groups.items():
        outlines = thin([feature.outline for feature in group], tolerance)
        for feature, outline in zip(group, outlines, strict=True):
            data["id"].append(feature.id)
            data["kind"].append(feature.kind)
            data["country"].append(feature.country)
            data["lines"].append(pack(outline))


def _tolerance(feature: Feature, divided: frozenset[str]) -> float:
    if feature.country in divided:
        return NEAR_TOLERANCE
    return TOLERANCE[feature.kind] * (10 if feature.country == ANTARCTICA else 1)


def _is_drawn(kind: Kind, country: str, divided: frozenset[str]) -> bool:
    return country in divided if kind == "division" else kind in TOLERANCE


def _read_features(wanted: frozenset[str], divided: frozenset[str]) -> Iterator[Feature]:
    """Read the shapes that are drawn or wanted; reading the others too would take twice as long."""
    countries, divisions = _read_codes("countries"), _read_codes("admin1")
    borders: dict[str, str] = {}
    parts: list[tuple[str, str]] = []
    for id_, wkt in read_shapes():
        kind = _kind(id_, countries)
        country = countries.get(id_) or divisions.get(id_, "")
        if kind == "country":
            borders[country] = wkt
        if kind == "division" and (id_ in wanted or country in divided):
            parts.append((id_, wkt))
        elif id_ in wanted or _is_drawn(kind, country, divided):
            yield Feature(id_, kind, country, read_outline(wkt))
    for id_, wkt in parts:
        country = divisions.get(id_, "")
        border = borders.get(country) if id_ in wanted else None
        outline = read_outline_beside(wkt, border) if border else read_outline(wkt)
        yield Feature(id_, "division", country, outline)


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
