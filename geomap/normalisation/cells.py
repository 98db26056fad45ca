"""Cells that are no name: marks of missing values, and coordinates."""

from __future__ import annotations

import re

from geomap.recognition.coordinates import find_coordinates

#: What programs write for nothing. Some are towns too ("Nan" in Thailand), so they count only
#: where nothing says that a place is meant.
_MISSING = frozenset(
    ["", "-", "--", ".", "?", "n/a", "#n/a", "na", "<na>", "nan", "nat", "none", "nil", "null"]
)
#: A pair of numbers alone in a cell: in a text two decimals would be too few to tell.
_PAIR = re.compile(r"\s*([-+]?\d{1,2}\.\d+)°?\s*[,;\s]\s*([-+]?\d{1,3}\.\d+)°?\s*")
_LABELS = re.compile(
    r"(?:[\s,;:()]|\b(?:coordinates?|lat(?:itude)?|lon(?:gitude)?|lng|gps)\b)*", re.I
)


def is_missing(cell: str) -> bool:
    """Whether a cell marks a missing value.

    Examples
    --------
    >>> is_missing("N/A"), is_missing("Nantes")
    (True, False)
    """
    return cell.strip().casefold() in _MISSING


def coordinates_in(cell: str) -> tuple[float, float] | None:
    """The coordinates that a cell holds and nothing else; lat, lon in degrees.

    Examples
    --------
    >>> coordinates_in("48.59, 38.00"), coordinates_in("Bakhmut (48.5944, 37.9989)")
    ((48.59, 38.0), None)
    """
    pair = _PAIR.fullmatch(cell)
    if pair:
        lat, lon = float(pair[1]), float(pair[2])
        return (lat, lon) if abs(lat) <= 90 and abs(lon) <= 180 else None
    if not any(map(str.isdigit, cell)):
        return None
    found = find_coordinates(cell)
    if len(found) != 1 or found[0].lat is None or found[0].lon is None:
        return None
    rest = cell[: found[0].start] + cell[found[0].end :]
    return (found[0].lat, found[0].lon) if _LABELS.fullmatch(rest) else None
