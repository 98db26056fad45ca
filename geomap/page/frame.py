"""What the map shows first: where the story happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

#: South, west, north, east; degrees. East is above 180 where the story lies on both sides of that.
Frame = tuple[float, float, float, float]

#: A story wider than this has outliers that would turn the first view into a globe.
WIDE = 60.0

#: Share of mentions that may fall outside a wide story's first view, on each side.
OUTSIDE = 0.04

#: Across 180 degrees goes only a frame that is so much narrower that way; as in geometry.js.
NARROWER = 0.6

#: What is merely named comes into view too where that widens it by no more than this share.
BESIDE = 0.25

#: Areas up to this radius (km) say where a story is as well as a town does; countries hardly do.
REGION_KM = 350.0

#: Share of the mentions where something happens below which points do not make the story.
LEAST_POINTS = 0.2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page as far as framing goes.

    ``weight`` is the number of its mentions, ``place`` its number on the page.
    """

    lat: float
    lon: float
    weight: int
    is_literal: bool
    is_area: bool
    place: int = 0
    radius_km: float = 0.0


def find_frame(spots: Sequence[Spot]) -> Frame | None:
    """Find the box that holds the story, or None when there is no place at all.

    Examples
    --------
    >>> find_frame([Spot(50, 36, 3, True, False), Spot(61, 99, 9, True, True)])
    (50, 36, 50, 36)
    """
    chosen = _choose(spots)
    if not chosen:
        return None
    south, north = _range([(spot.lat, spot.weight) for spot in chosen])
    west, east = _arc([(spot.lon, spot.weight) for spot in chosen])
    return _take_in((south, west, north, east), [spot for spot in spots if not spot.is_area])


def find_main_area(spots: Sequence[Spot]) -> Spot | None:
    """Find the area to show whole: the most mentioned place, where a story is one of areas.

    Of several the smallest.
    """
    main = max(_choose(spots), key=lambda spot: (spot.weight, -spot.radius_km), default=None)
    return main if main and main.is_area else None


def _choose(spots: Sequence[Spot]) -> list[Spot]:
    """The places that a story is framed by.

    Points where something happens come first, unless they are but a small part of where things
    happen: a story of ten countries and a city is no story of the city. Else the middles of regions
    where something happens; else any points; else the middles of areas.
    """
    literal = [spot for spot in spots if spot.is_literal]
    points = [spot for spot in literal if not spot.is_area]
    if 0 < _weight(points) < LEAST_POINTS * _weight(literal):
        return literal
    regions = [spot for spot in literal if spot.is_area and 0 < spot.radius_km <= REGION_KM]
    anything = [spot for spot in spots if not spot.is_area]
    return points or regions or anything or literal or list(spots)


def _take_in(frame: Frame, points: Sequence[Spot]) -> Frame:
    """Widen a frame somewhat for the points beside it: none stands cut off at the map's edge."""
    south, west, north, east = frame
    high, wide = BESIDE * (north - south), BESIDE * (east - west)
    near = [
        spot
        for spot in points
        if south - high <= spot.lat <= north + high and west - wide <= spot.lon <= east + wide
    ]
    lats, lons = [spot.lat for spot in near], [spot.lon for spot in near]
    return min([south, *lats]), min([west, *lons]), max([north, *lats]), max([east, *lons])


def _weight(spots: Iterable[Spot]) -> int:
    return sum(spot.weight for spot in spots)


def _arc(values: Sequence[tuple[float, int]]) -> tuple[float, float]:
    """The range of longitudes, cut at their widest gap where that makes it much narrower."""
    lons = sorted(lon for lon, _ in values)
    gap, cut = max(((b - a, b) for a, b in pairwise(lons)), default=(0.0, lons[0]))
    plain = _range(values)
    # Outliers on one side must not make the way around the world look short.
    if 360 - gap >= NARROWER * (lons[-1] - lons[0]):
        return plain
    across = _range([(lon if lon >= cut else lon + 360, weight) for lon, weight in values])
    return across if _width(across) < NARROWER * _width(plain) else plain


def _width(ends: tuple[float, float]) -> float:
    return ends[1] - ends[0]


def _range(values: Sequence[tuple[float, int]]) -> tuple[float, float]:
    ordered = sorted(values)
    low, high = ordered[0][0], ordered[-1][0]
    if high - low <= WIDE:
        return low, high
    spare = OUTSIDE * sum(weight for _, weight in ordered)
    return _after(ordered, spare), _after(ordered[::-1], spare)


def _after(ordered: Sequence[tuple[float, int]], spare: float) -> float:
    """The value at which more than ``spare`` weight has gone by."""
    gone = 0.0
    for value, weight in ordered:
        gone += weight
        if gone > spare:
            return value
    return ordered[-1][0]
