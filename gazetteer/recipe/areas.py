"""Centres and radii of areas, from the places inside them or from outlines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.cells import great_circle_km
from gazetteer.recipe.rows import Row


@dataclass(frozen=True)
class Extent:
    """A point in degrees and the radius of a circle of about the same area."""

    lat: float
    lon: float
    radius_km: float


def mean_point(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Mean of (lat, lon) points on the sphere, right across the date line too."""
    x = y = z = 0.0
    for lat, lon in points:
        phi, lam = math.radians(lat), math.radians(lon)
        x += math.cos(phi) * math.cos(lam)
        y += math.cos(phi) * math.sin(lam)
        z += math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def find_extent(cities: Sequence[Row]) -> Extent | None:
    """Mean point of the places, and the radius of a disc with their spread.

    Places spread evenly over a disc of radius R lie sqrt(R^2 / 2) from its centre at the
    root mean square, so R is sqrt(2) times that. One place alone gives radius 0.
    """
    if not cities:
        return None
    lat, lon = mean_point([(row.lat, row.lon) for row in cities])
    squares = [great_circle_km(lat, lon, row.lat, row.lon) ** 2 for row in cities]
    return Extent(lat, lon, math.sqrt(2 * sum(squares) / len(squares)))
