"""The land as one coverage: countries and divisions that meet in the very same vertices.

Outlines made of faces (see ``faces``) overlap or leave slivers where they meet, and simplified
one by one would part further. Here each is cut out of its country, slivers and small holes go to a
neighbour, and all boundaries are noded together, so that simplifying moves a border once for both
sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

#: Coordinates are multiples of this while boundaries are made to meet, in degrees.
GRID = 1e-4
#: What is nowhere wider than twice this, in degrees, is a sliver between outlines.
SLIVER = 0.02
#: What no division has and is smaller than that many square degrees (some 80 km2) held no place
#: to tell whose it is: on a map it would be a hole between divisions.
HOLE = 0.01

#: A piece of land: country (ISO 3166-1 alpha-2) and division, or "" for what no outline has.
Piece = tuple[str, str]


def make_coverage(
    land: Iterable[tuple[str, BaseGeometry]], outlines: Mapping[Piece, BaseGeometry]
) -> dict[Piece, BaseGeometry]:
    """Cut countries into their divisions and a rest, as polygons that form a valid coverage."""
    merged: dict[str, BaseGeometry] = {}
    for country, outline in land:
        merged[country] = outline.union(merged[country]) if country in merged else outline
    divisions: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    for (country, admin1), outline in outlines.items():
        divisions[country][admin1] = outline
    pieces = {
        (country, admin1): piece
        for country, outline in merged.items()
        for admin1, piece in split(outline, divisions[country])
    }
    return meet(pieces)


def split(
    land: BaseGeometry, divisions: Mapping[str, BaseGeometry]
) -> Iterator[tuple[str, BaseGeometry]]:
    """The parts of one country, without overlaps or slivers; the rest is named ""."""
    left = _polygons(shapely.set_precision(land, GRID))
    parts: dict[str, list[BaseGeometry]] = {}
    for admin1, outline in sorted(divisions.items()):
        own = _polygons(shapely.set_precision(outline, GRID))
        own = _polygons(shapely.intersection(left, own, grid_size=GRID))
        left = _polygons(shapely.difference(left, own, grid_size=GRID))
        if not own.is_empty:
            parts[admin1] = [own]
    parts[""] = _give_holes(left, parts)
    for admin1, own_parts in parts.items():
        if own_parts:
            yield admin1, shapely.union_all(own_parts, grid_size=GRID)


def _give_holes(left: BaseGeometry, parts: Mapping[str, list[BaseGeometry]]) -> list[BaseGeometry]:
    """Give each sliver and hole to the part it has most border with; return what is none."""
    names = list(parts)
    firsts = [parts[name][0] for name in names]
    tree, rest = STRtree(firsts), []
    for piece in shapely.get_parts(left):
        is_hole = piece.area < HOLE or piece.buffer(-SLIVER).is_empty
        near: list[int] = tree.query(piece, "intersects").tolist() if is_hole else []
        common = {i: piece.boundary.intersection(firsts[i].boundary).length for i in near}
        best = max(common, key=lambda i: common[i], default=None)
        if best is not None and common[best] > 0:
            parts[names[best]].append(piece)
        else:
            rest.append(piece)
    return rest


def meet(pieces: Mapping[Piece, BaseGeometry]) -> dict[Piece, BaseGeometry]:
    """Give the pieces the same vertices along every border they share."""
    net = shapely.union_all([piece.boundary for piece in pieces.values()], grid_size=GRID)
    faces = list(shapely.get_parts(shapely.polygonize(list(shapely.get_parts(net)))))
    names, areas = list(pieces), list(pieces.values())
    owners = STRtree(areas).query(shapely.point_on_surface(faces), "within")
    owned: dict[Piece, list[BaseGeometry]] = defaultdict(list)
    for face, owner in sorted(dict(owners.T.tolist()).items()):
        owned[names[owner]].append(faces[face])
    return {name: shapely.coverage_union_all(owned[name]) for name in names if name in owned}


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry that may hold points and lines too."""
    parts = shapely.get_parts(geometry)
    polygons = [part for part in parts if part.geom_type == "Polygon" and not part.is_empty]
    joined: BaseGeometry = shapely.multipolygons(polygons)
    return joined
