"""Arguments as geopy's geocoders take them, read and checked."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.point import Point

from gazetteer import Place

#: Parts of a structured query, as Nominatim takes them, the narrowest first; those that no
#: gazetteer has names for.
_STRUCTURE = ("street", "city", "county", "state", "country", "postalcode")
_NO_NAMES = ("postalcode",)


def read_query(query: Any) -> str:
    """The name in a query, with the areas around it behind commas."""
    if isinstance(query, Mapping):
        unknown = [key for key in query if key not in _STRUCTURE]
        if unknown:
            raise GeocoderQueryError(
                f"query has no part {unknown[0]!r}; there are: {', '.join(_STRUCTURE)}"
            )
        named = (key for key in _STRUCTURE if key not in _NO_NAMES)
        query = ", ".join(str(query[key]) for key in named if query.get(key))
    if not isinstance(query, str):
        raise GeocoderQueryError(f"query must be text, not {type(query).__name__}")
    if not query.strip(" ,"):
        raise GeocoderQueryError("query is empty: give the name of a place")
    return query


def read_codes(country_codes: str | Sequence[str] | None) -> list[str]:
    """ISO 3166-1 alpha-2 codes, as a sequence or between commas."""
    if not country_codes:
        return []
    codes = country_codes.split(",") if isinstance(country_codes, str) else country_codes
    return [code.strip().upper() for code in codes]


def read_point(given: Any) -> tuple[float, float] | None:
    """Latitude and longitude of a point, as geopy takes points."""
    if given is None or given == "":
        return None
    try:
        with warnings.catch_warnings():
            # geopy wraps longitudes; of latitudes off the globe it warns before it refuses them.
            warnings.simplefilter("ignore", UserWarning)
            point = Point(given)
    except (ValueError, TypeError) as error:
        raise GeocoderQueryError(f"{given!r} is no point: {error}") from error
    return point.latitude, point.longitude


Box = tuple[float, float, float, float]


def read_box(viewbox: Sequence[Any] | None) -> Box | None:
    """South, west, north, east of a box."""
    if viewbox is None:
        return None
    points = [read_point(corner) for corner in viewbox]
    if len(points) != 2 or None in points:
        raise GeocoderQueryError("viewbox must be two points: [(lat, lon), (lat, lon)]")
    (lat1, lon1), (lat2, lon2) = points  # type: ignore[misc]
    return min(lat1, lat2), min(lon1, lon2), max(lat1, lat2), max(lon1, lon2)


def centre(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    south, west, north, east = box
    return (south + north) / 2, (west + east) / 2


def is_inside(place: Place, box: Box) -> bool:
    """Whether a place lies in a box."""
    south, west, north, east = box
    return south <= place.lat <= north and west <= place.lon <= east
