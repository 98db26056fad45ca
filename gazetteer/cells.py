"""Places by one-degree cell, and great-circle distances over whole arrays."""

from __future__ import annotations

import math

import numpy as np

from gazetteer.index import Array

#: Mean Earth radius of the IUGG (Moritz 2000, J. Geodesy 74, 128-133), also geopy's.
EARTH_RADIUS_KM = 6371.0088
KM_PER_DEGREE = math.pi * EARTH_RADIUS_KM / 180


def cell_of(lat: Array, lon: Array) -> Array:
    """Number the one-degree cell of each point, row by row from the south-west."""
    rows = np.clip(np.floor(lat).astype(np.int64) + 90, 0, 179)
    return rows * 360 + np.floor(lon).astype(np.int64) % 360


def cells_around(lat: float, lon: float, radius_km: float) -> list[tuple[int, int]]:
    """Find ranges of cells (first, last + 1) that cover a circle.

    Examples
    --------
    >>> cells_around(0.5, 0.5, 10)
    [(32400, 32401)]
    """
    reach = radius_km / KM_PER_DEGREE
    first, last = max(-90, math.floor(lat - reach)), min(89, math.floor(lat + reach))
    polewards = min(max(abs(lat - reach), abs(lat + reach)), 89.9)
    width = reach / math.cos(math.radians(polewards))
    west, east = math.floor(lon - width), math.floor(lon + width)
    if east - west >= 359:
        return [((first + 90) * 360, (last + 91) * 360)]
    spans = [(west % 360, east % 360 + 1)]
    if spans[0][0] >= spans[0][1]:
        spans = [(spans[0][0], 360), (0, spans[0][1])]
    rows = range(first + 90, last + 91)
    return [(row * 360 + a, row * 360 + b) for row in rows for a, b in spans]


def distances_km(lat: float | Array, lon: float | Array, lats: Array, lons: Array) -> Array:
    """Great-circle distances between points, broadcast (haversine; Sinnott 1984).

    Within 0.6 % of the geodesic; wherever a distance is shown, geopy's geodesic is used.
    """
    phi, phis = np.radians(lat), np.radians(lats)
    half = np.square(np.sin((phis - phi) / 2))
    half += np.cos(phi) * np.cos(phis) * np.square(np.sin(np.radians(lons - lon) / 2))
    distances: Array = 2 * EARTH_RADIUS_KM * np.arcsin(np.minimum(1.0, np.sqrt(half)))
    return distances


def are_within_km(lat: float, lon: float, lats: Array, lons: Array, radius_km: float) -> Array:
    """Whether points are within a distance of one, as of `distances_km`; booleans.

    In single precision, exact to a few metres, and in half the time.
    """
    phi = math.radians(lat)
    north = np.radians(lats - lat, dtype=np.float32)
    east = np.radians(lons - lon, dtype=np.float32)
    half = np.square(np.sin(east / 2))
    half *= math.cos(phi) * np.cos(north + phi)
    half += np.square(np.sin(north / 2))
    within: Array = half <= math.sin(min(radius_km / (2 * EARTH_RADIUS_KM), math.pi / 2)) ** 2
    return within


def great_circle_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points: `distances_km` for plain numbers, much faster."""
    phi, phis = math.radians(lat), math.radians(other_lat)
    return EARTH_RADIUS_KM * central_angle(phi, phis, math.radians(other_lon - lon))


def central_angle(phi: float, phis: float, east: float) -> float:
    """The angle from the centre between points at two latitudes, so far east; all in radians."""
    half = math.sin((phis - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(phis) * math.sin(east / 2) ** 2
    return 2 * math.asin(min(1.0, math.sqrt(half)))
