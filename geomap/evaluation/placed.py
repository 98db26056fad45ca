"""A span of a text and where it is said to lie: what gold and predictions both consist of."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from geomap.documents.failure import UnreadableError
from geomap.documents.json_lines import read_span


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """A span (half-open, code points) and the place it is said to mean.

    ``lat, lon`` (degrees, WGS 84) are both None when no place is given; ``geonameid`` is None
    when it has none. ``name`` and ``country`` are for showing only.
    """

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    name: str = ""
    country: str = ""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, or None."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    def overlap(self, other: PlacedSpan) -> int:
        """Return how many characters two spans share; none or fewer when they are apart."""
        return min(self.end, other.end) - max(self.start, other.start)

    def same_span(self, other: PlacedSpan) -> bool:
        """Say whether two spans begin and end alike."""
        return (self.start, self.end) == (other.start, other.end)


def read_placed(
    record: dict[str, Any], field: str, length: int | None = None
) -> tuple[PlacedSpan, ...]:
    """Read the list of spans in a field of a JSON object.

    Parameters
    ----------
    record : dict
        The object.
    field : str
        ``toponyms`` or ``mentions``.
    length : int, optional
        Length of the text in code points, where it is known.

    Raises
    ------
    UnreadableError
        When there is no such list or a span in it makes no sense.

    Examples
    --------
    >>> read_placed({"toponyms": [{"start": 0, "end": 4, "lat": 50.4, "lon": 30.5}]}, "toponyms")
    (PlacedSpan(start=0, end=4, lat=50.4, lon=30.5, geonameid=None, name='', country=''),)
    """
    spans = record.get(field)
    if not isinstance(spans, list):
        hint = f'write "{field}": [{{"start": 0, "end": 4, "lat": 50.45, "lon": 30.52}}]'
        raise UnreadableError(f"it gives no list of {field}", hint)
    return tuple(_placed(span, f"{field}[{at}]", length) for at, span in enumerate(spans))


def _placed(span: Any, called: str, length: int | None) -> PlacedSpan:
    start, end = read_span(span, called, length)
    lat, lon = _degrees(span, "lat", 90, called), _degrees(span, "lon", 180, called)
    if (lat is None) != (lon is None):
        raise UnreadableError(f"{called} has only one of lat and lon", "give both or neither")
    texts = (span.get(name) for name in ("name", "country"))
    name, country = (text if isinstance(text, str) else "" for text in texts)
    return PlacedSpan(start, end, lat, lon, _geonameid(span, called), name, country)


def _degrees(span: dict[str, Any], axis: str, most: int, called: str) -> float | None:
    value = span.get(axis)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise UnreadableError(f"the {axis} of {called} is {value!r}", "write a number or null")
    if not math.isfinite(value) or abs(value) > most:
        raise UnreadableError(f"the {axis} of {called} is {value}", f"it is -{most} to {most}")
    return float(value)


def _geonameid(span: dict[str, Any], called: str) -> int | None:
    value = span.get("geonameid")
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if isinstance(value, float) and value.is_integer():  # a table's column with gaps makes floats
        value = int(value)
    if value in (None, "", 0):
        return None
    if type(value) is not int:
        raise UnreadableError(f"the geonameid of {called} is {value!r}", "write a number or null")
    return value
