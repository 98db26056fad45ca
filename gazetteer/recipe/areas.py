"""Centres and radii of areas, from the places inside them or from outlines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.recipe.rows import Row

#: Mean Earth radius (IUGG), km.
EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True)
class Extent:
    """A point in degrees and the radius of a circle of about the same area."""

    lat: float
    lon: float
    radius_km: float


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine formula)."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_lat, half_lon = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(chord)))


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
    squares = [distance_km(lat, lon, row.lat, row.lon) ** 2 for row in cities]
    return Extent(lat, lon, math.sqrt(2 * sum(squares) / len(squares)))
