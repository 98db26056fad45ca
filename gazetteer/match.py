"""Matches: what places a name may mean, how likely, and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer.cells import central_angle
from gazetteer.place import Place

#: Equatorial radius in km and flattening of WGS 84.
_RADIUS_KM, _FLATTENING = 6378.137, 1 / 298.257223563
#: Of points up to a thousand km apart `nearly_km` is less than this off.
_MOST_OFF_KM = 0.02


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name may mean.

    ``score`` in 0..1; ``match`` is ``exact``, ``alias``, ``variant``, ``context`` for a variant
    that geography supports, or ``part`` for a name in a text that says more ("near Homs");
    ``name`` is the recorded name that was met; ``near`` is the
    point that was asked about, if any (lat, lon; degrees).
    """

    place: Place
    score: float
    match: str
    name: str
    near: tuple[float, float] | None = None

    @property
    def is_recorded(self) -> bool:
        """Whether the place is known by the very name that was asked for."""
        return self.match in ("exact", "alias")

    @property
    def is_named(self) -> bool:
        """Whether what was asked for has a name in it that the place is known by."""
        return self.match in ("exact", "alias", "part")

    @property
    def why(self) -> str:
        """Why the place was matched, in one sentence."""
        return explain(self.place, self.name, self.match, self.near)


def best_score(matches: Sequence[Match]) -> float:
    """The score of the first of some matches, 0 without any."""
    return matches[0].score if matches else 0.0


def town_first(matches: Sequence[Match]) -> list[Match]:
    """Matches with a town before the area it lies in: what is near both is near the town.

    Only where that area is the likeliest match. The town's score is that of both.
    """
    if not matches or not matches[0].place.is_area or matches[0].place.is_country:
        return list(matches)
    area = matches[0]
    for at, match in enumerate(matches):
        if match.place.feature_class == "P" and area.place.name in match.place.path:
            town = replace(match, score=min(area.score + match.score, 1.0))
            return [town, *matches[:at], *matches[at + 1 :]]
    return list(matches)


def as_parts(matches: Sequence[Match], trust: float) -> list[Match]:
    """What is matched by a part of a text, trusted (0..1) as far as the rest allows."""
    if trust == 1:
        return list(matches)
    return [
        replace(m, score=m.score * trust, match="part" if m.is_recorded else m.match)
        for m in matches
    ]


def explain(place: Place, name: str, kind: str, near: tuple[float, float] | None = None) -> str:
    """Say in one sentence why a place was matched."""
    where = ", ".join(place.path)
    full = f"{place.name} ({where})" if where else place.name
    if kind == "exact":
        said = f"the recorded name of {full}"
    elif kind == "alias":
        said = f"{name}, a recorded name of {full}"
    elif kind == "part":
        said = f"written beside {name}, a name of {full}"
    else:
        said = f"close to {name}, a name of {full}"
    if near is None:
        return said
    return f"{said}, {distance_km(near, (place.lat, place.lon)):.0f} km from the point given"


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Geodesic distance between two (lat, lon) points on WGS 84 (GeographicLib; Karney 2013)."""
    from geographiclib.geodesic import Geodesic

    # What geopy asks as well, but without the directions, which take longest.
    found = Geodesic.WGS84.Inverse(*one, *other, Geodesic.DISTANCE)
    return float(found["s12"]) / 1000.0


def nearly_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """What comes out as the geodesic in whole and half km, within a thousand; many times faster.

    By the formula of Andoyer and Lambert, on the sphere of reduced latitudes; the geodesic itself
    is asked where some metres could tell.

    Examples
    --------
    >>> belgorod, grayvoron = (50.6, 36.6), (50.48, 35.67)
    >>> round(nearly_km(belgorod, grayvoron)), round(distance_km(belgorod, grayvoron))
    (67, 67)
    """
    lat, other_lat = (
        math.atan((1.0 - _FLATTENING) * math.tan(math.radians(point[0]))) for point in (one, other)
    )
    angle = central_angle(lat, other_lat, math.radians(other[1] - one[1]))
    if angle == 0.0:
        return 0.0
    mean, half = (lat + other_lat) / 2, (other_lat - lat) / 2
    across = math.sin(mean) * math.cos(half) / math.cos(angle / 2)
    along = math.cos(mean) * math.sin(half) / math.sin(angle / 2)
    sine = math.sin(angle)
    flattened = (angle - sine) * across**2 + (angle + sine) * along**2
    near = _RADIUS_KM * (angle - _FLATTENING / 2 * flattened)
    is_doubtful = abs(2 * near - round(2 * near)) < 2 * _MOST_OFF_KM
    return distance_km(one, other) if is_doubtful else near
