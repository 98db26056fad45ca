"""The shapes table: simplified outlines and lines as WKT, by place id.

Ids tell what a shape is of: those of the countries and admin1 tables are outlines of
land, ``lake:`` and ``ne:`` of water, ``river:`` are lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.recipe.coverage import Piece
from gazetteer.recipe.outlines import drop_specks, simplify, to_wkt
from gazetteer.recipe.rows import Row
from gazetteer.recipe.seas import Sea

#: Tolerances in degrees. For land it is that of Visvalingam and Whyatt (1993): the side of a
#: triangle too small to matter.
LAND, LAKE, RIVER, SEA = 0.014, 0.01, 0.012, 0.1
#: Countries smaller than that many square degrees are too small for it.
TINY, TINY_LAND = 0.1, 0.003
#: Islands smaller than that many square degrees (about 4 km2) are left out.
SPECK = 0.0003
#: Lakes smaller than that radius in km have no shape.
SMALLEST_LAKE_KM = 6.0
#: A continent and no country, hardly in the news, with a long outline: its id, its code in the
#: layer of countries, and a tolerance in degrees.
ANTARCTICA, ICE_CODE, ICE = "6255152", "AQ", 0.3


def land_shapes(
    coverage: Mapping[Piece, BaseGeometry], countries: Iterable[Row], divisions: Iterable[Row]
) -> Iterator[tuple[str, str]]:
    """Outlines of countries and first order divisions, simplified together."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    fine = {name: drop_specks(piece, SPECK) for name, piece in coverage.items()}
    simple = shapely.coverage_simplify(list(fine.values()), LAND)
    pieces = dict(zip(fine, simple, strict=True))
    for (country, _), piece in pieces.items():
        parts[country].append(piece)
    for row in countries:
        if row.country in parts and row.feature_code != "PCLH":
            whole = shapely.coverage_union_all(parts[row.country])
            if whole.area < TINY:
                own = [piece for (country, _), piece in coverage.items() if country == row.country]
                whole = simplify(shapely.coverage_union_all(own), TINY_LAND)
            yield row.id, to_wkt(whole)
    ice = shapely.union_all(parts[ICE_CODE])
    yield ANTARCTICA, to_wkt(simplify(drop_specks(ice, ICE), ICE))
    for row in divisions:
        if (row.country, row.admin1) in pieces and row.admin1:
            yield row.id, to_wkt(pieces[row.country, row.admin1])


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
