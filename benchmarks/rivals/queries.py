"""Queries with their right places, the hints given with them, and what counts as right."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path
from typing import NamedTuple

from gazetteer.cells import EARTH_RADIUS_KM, great_circle_km

#: An answer this near the right place is right (as in score_names.py).
RIGHT_KM = 25.0
#: How far the point of the hint ``near`` is from the right place at most, and its radius.
NEAR_KM = 150.0
HINTS = ("none", "country", "near", "spot")


class Query(NamedTuple):
    """A name to resolve, and its right place (GeoNames id, degrees, country).

    ``point`` is a point drawn from the disc of 150 km around the right place, every spot of it
    as likely: a hint that says where to look and nothing else. ``unseen`` is False where the
    gazetteer records the very spelling.
    """

    text: str
    id: int
    lat: float
    lon: float
    country: str
    point: tuple[float, float]
    unseen: bool = True


class Answer(NamedTuple):
    """What a system answered: GeoNames id, degrees, score 0..1, CPU milliseconds."""

    id: str
    lat: float
    lon: float
    score: float
    ms: float = 0.0


def read_queries(path: Path, half: str = "all", limit: int | None = None) -> list[Query]:
    """Read a variant set, or one half of it by line (the first line is number 0).

    With a limit so many are taken, spread evenly over the file: the sets are sorted by population.
    """
    lines = path.read_text("utf-8").splitlines()
    chance = random.Random(path.stem)
    queries = []
    for row in map(json.loads, lines):
        point = displaced(row["lat"], row["lon"], chance)
        right = (row["geonameid"], row["lat"], row["lon"], row["country"])
        queries.append(Query(row["query"], *right, point, not row.get("seen", False)))
    queries = {"all": queries, "even": queries[::2], "odd": queries[1::2]}[half]
    return spread(queries, limit)


def spread(queries: list[Query], limit: int | None) -> list[Query]:
    """Take at most so many, evenly spread."""
    if limit is None or limit >= len(queries):
        return queries
    return [queries[n * len(queries) // limit] for n in range(limit)]


def displaced(lat: float, lon: float, chance: random.Random) -> tuple[float, float]:
    """Draw a point within `NEAR_KM` of another, uniformly over the disc."""
    # A kilometre is kept in hand, for distances measured on the ellipsoid.
    angle = (NEAR_KM - 1) * math.sqrt(chance.random()) / EARTH_RADIUS_KM
    bearing = 2 * math.pi * chance.random()
    phi = math.radians(lat)
    sine = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(bearing)
    east = math.atan2(
        math.sin(bearing) * math.sin(angle) * math.cos(phi),
        math.cos(angle) - math.sin(phi) * sine,
    )
    return math.degrees(math.asin(sine)), (lon + math.degrees(east) + 180) % 360 - 180


def is_right(query: Query, answer: Answer | None) -> bool:
    """Whether an answer is the right place, or within 25 km of it."""
    if answer is None:
        return False
    if answer.id == str(query.id):
        return True
    # As in score_names.py.
    return great_circle_km(query.lat, query.lon, answer.lat, answer.lon) <= RIGHT_KM
