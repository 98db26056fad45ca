"""The shapes table: simplified outlines and lines as WKT, by place id.

Ids tell what a shape is of: those of the countries and admin1 tables are outlines of
land, ``lake:`` and ``ne:`` of water, ``river:`` are lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.outlines import drop_specks, simplify, to_grid, to_wkt
from gazetteer.recipe.rows import Row
from gazetteer.recipe.seas import Sea

#: Tolerances in degrees. For countries it is that of Visvalingam and Whyatt (1993): the
#: side of a triangle too small to matter.
COUNTRY, DIVISION, LAKE, RIVER, SEA = 0.06, 0.03, 0.02, 0.04, 0.1
#: Countries lose islands smaller than that many square degrees (about 15 km2).
SPECK = 0.0012
#: Lakes smaller than that radius in km have no shape.
SMALLEST_LAKE_KM = 6.0
#: Without these: nobody maps news there, and its outline is long.
DROPPED = frozenset({"AQ"})


def country_shapes(
    countries: Iterable[tuple[str, BaseGeometry]], rows: Iterable[Row]
) -> Iterator[tuple[str, str]]:
    """Outlines that still meet at the borders after simplifying."""
    ids = {row.country: row.id for row in rows if row.feature_code != "PCLH"}
    merged: dict[str, BaseGeometry] = {}
    for code, land in countries:
        if code in ids and code not in DROPPED:
            merged[code] = land.union(merged[code]) if code in merged else land
    outlines = [drop_specks(land, SPECK) for land in merged.values()]
    for code, outline in zip(merged, shapely.coverage_simplify(outlines, COUNTRY), strict=True):
        fine = to_grid(outline, 0.01)
        yield ids[code], to_wkt(simplify(merged[code], 0.01) if fine.area < 0.1 else fine)


def division_shapes(
    outlines: Mapping[tuple[str, str], BaseGeometry], rows: Iterable[Row]
) -> Iterator[tuple[str, str]]:
    """Outlines of first order divisions."""
    for row in rows:
        outline = outlines.get((row.country, row.admin1))
        if outline is not None:
            yield row.id, to_wkt(simplify(drop_specks(outline, SPECK), DIVISION))


def lake_shapes(lakes: Iterable[tuple[Row, BaseGeometry]]) -> Iterator[tuple[str, str]]:
    """Outlines of the larger lakes."""
    for row, outline in lakes:
        if row.radius_km >= SMALLEST_LAKE_KM:
            yield row.id, to_wkt(simplify(outline, LAKE))


def river_shapes(rivers: Iterable[tuple[Row, BaseGeometry]]) -> Iterator[tuple[str, str]]:
    """Lines of rivers."""
    for row, line in rivers:
        yield row.id, to_wkt(simplify(line, RIVER))


def sea_shapes(seas: Iterable[Sea], rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Outlines of marine areas; of the oceans only their circle in the main table."""
    oceans = {row.id for row in rows if row.feature_code == "OCN"}
    for sea in seas:
        if sea.id not in oceans and not sea.outline.is_empty:
            yield sea.id, to_wkt(simplify(drop_specks(sea.outline, 0.05), SEA))
