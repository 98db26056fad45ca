"""Measures of outlines in degrees: area on the sphere, centre, rings to polygons."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry import LinearRing, Point, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.cells import EARTH_RADIUS_KM
from gazetteer.recipe.areas import Extent

#: A vertex that comes several times on end, and a hole of which three or fewer are left.
REPEATED = re.compile(r"(?<=[(,])([^,()]+)(?:,\1)+(?=[,)])")
COLLAPSED = re.compile(r",\([^,()]+(?:,[^,()]+){0,2}\)")


def area_km2(outline: BaseGeometry) -> float:
    """Area on the sphere, by Lambert's cylindrical equal-area projection (1772)."""

    def project(lon_lat: np.ndarray) -> np.ndarray:
        radians = np.radians(lon_lat)
        return EARTH_RADIUS_KM * np.column_stack([radians[:, 0], np.sin(radians[:, 1])])

    return float(shapely.transform(outline, project).area)


def outline_extent(outline: BaseGeometry) -> Extent:
    """A point well inside the outline, and the radius of a circle of its area.

    The point is the centroid where that lies inside, else the centre of the largest
    circle that fits (a bay's centroid may fall on land).
    """
    centre = outline.centroid
    if not outline.contains(centre):
        parts = [p for p in shapely.get_parts(outline) if isinstance(p, Polygon)]
        largest = max(parts, key=lambda part: part.area)
        centre = Point(shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0])
    return Extent(centre.y, centre.x, math.sqrt(area_km2(outline) / math.pi))


def rings_to_area(rings: Iterable[Sequence[tuple[float, float]]]) -> BaseGeometry:
    """The area of a shapefile's rings: clockwise ones are outlines, the others holes.

    ESRI Shapefile Technical Description, July 1998, page 8.
    """
    closed = [LinearRing(ring) for ring in rings if len(ring) > 3]
    outer = [shapely.make_valid(Polygon(ring)) for ring in closed if not ring.is_ccw]
    holes = [shapely.make_valid(Polygon(ring)) for ring in closed if ring.is_ccw]
    return shapely.difference(shapely.union_all(outer), shapely.union_all(holes))


def simplify(outline: BaseGeometry, tolerance: float) -> BaseGeometry:
    """Fewer points (Douglas and Peucker 1973), coordinates on a grid; degrees.

    Small outlines keep more: the tolerance is at most a fortieth of the size.
    """
    west, south, east, north = outline.bounds
    fine = min(tolerance, math.hypot(east - west, north - south) / 40)
    simple = outline.simplify(fine)
    valid = simple if simple.is_valid else shapely.make_valid(simple)
    return to_grid(valid, 0.01 if fine > 0.05 else 0.001)


def to_grid(outline: BaseGeometry, grid: float) -> BaseGeometry:
    """Coordinates as multiples of ``grid``, without the parts that vanish thereby."""
    return shapely.set_precision(outline, grid)


def drop_specks(outline: BaseGeometry, smallest: float) -> BaseGeometry:
    """The outline without parts below an area (square degrees), the largest always kept."""
    parts = sorted(shapely.get_parts(outline), key=lambda part: -part.area)
    kept = [part for number, part in enumerate(parts) if not number or part.area >= smallest]
    return shapely.union_all(kept) if len(kept) < len(parts) else outline


def to_wkt(outline: BaseGeometry) -> str:
    """Well-known text without needless zeros or spaces, and what rounding made needless."""
    text: str = shapely.to_wkt(outline, rounding_precision=3, trim=True)
    text = text.replace(", ", ",").replace(" (", "(")
    return COLLAPSED.sub("", REPEATED.sub(r"\1", text))


def line_middle(line: BaseGeometry) -> Point:
    """The point half way along the longest part of a line."""
    parts = list(getattr(line, "geoms", [line]))
    longest = max(parts, key=lambda part: part.length)
    middle: Point = longest.interpolate(0.5, normalized=True)
    return middle
