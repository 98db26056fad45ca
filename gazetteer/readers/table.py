"""Tables of one's own: CSV with the names and points of camps, hamlets, sites."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path

from gazetteer.country_codes import alpha2
from gazetteer.entry import Entry
from gazetteer.errors import GazetteerFileError
from gazetteer.readers.opening import open_text

_DELIMITERS = (",", ";", "\t", "|")

#: What each column may be called, without case, spaces and underscores.
_USUAL_NAMES = {
    "name": ("name", "placename", "place", "site", "sitename"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "geonameid": ("geonameid",),
    "id": ("id", "pcode", "code"),
    "country": ("country", "countrycode", "iso", "iso2", "iso3"),
    "feature_class": ("featureclass",),
    "feature_code": ("featurecode",),
    "population": ("population", "pop"),
    "names": ("names", "alternatenames", "aliases", "othernames"),
}
_NEEDED = ("name", "lat", "lon")


def is_table(header: str) -> bool:
    """Whether a line names the columns of a table of places.

    Examples
    --------
    >>> is_table("Name;Latitude;Longitude"), is_table("place,notes")
    (True, False)
    """
    columns = _find_columns(_split(header))
    return all(name in columns for name in _NEEDED)


def read_table(path: Path) -> Iterator[Entry]:
    """Read the places of a table; alternate names are joined by ``|`` or ``;``.

    Ids are GeoNames' in a column ``geonameid`` only; others, and row numbers where there are
    none, are put behind the name of the file: ``camps:7``. Places are populated places unless
    ``feature_class`` and ``feature_code`` say otherwise.

    Raises
    ------
    GazetteerFileError
        On a row without a name or point; says the line.
    """
    with open_text(path) as lines:
        header = next(lines, "")
        columns = _find_columns(_split(header))
        rows = csv.reader(itertools.chain([header], lines), delimiter=_find_delimiter(header))
        next(rows)
        taken: set[str] = set()
        for number, cells in enumerate(filter(any, rows), 1):
            values = {
                role: cells[at].strip() if at < len(cells) else "" for role, at in columns.items()
            }
            own_id = values.get("id") or str(number)
            # Of two places of one id the second would be lost.
            own_id = f"{own_id}~{number}" if own_id in taken else own_id
            taken.add(own_id)
            try:
                yield _parse(values, f"{path.name.partition('.')[0]}:{own_id}")
            except ValueError as error:
                where = f"{path}, line {rows.line_num}"
                raise GazetteerFileError(f"{where}: {error}") from error


def _parse(values: dict[str, str], own_id: str) -> Entry:
    lat, lon = float(values["lat"]), float(values["lon"])
    if not values["name"]:
        raise ValueError("it has no name")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"{lat}, {lon}: latitude must be in -90..90, longitude in -180..180")
    country = values.get("country", "")
    names = values.get("names", "").replace(";", "|").split("|")
    return Entry(
        id=values.get("geonameid") or own_id,
        name=values["name"],
        country=alpha2(country) or (country.upper() if len(country) == 2 else ""),
        admin1="",
        admin2="",
        feature_class=values.get("feature_class") or "P",
        feature_code=values.get("feature_code") or "PPL",
        lat=lat,
        lon=lon,
        population=int(float(values.get("population") or 0)),
        radius_km=0.0,
        names=tuple(filter(None, map(str.strip, names))),
    )


def _find_delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)


def _split(header: str) -> list[str]:
    line = header.removeprefix("\ufeff").rstrip("\r\n")
    return next(csv.reader([line], delimiter=_find_delimiter(line)), [])


def _find_columns(names: list[str]) -> dict[str, int]:
    folded = [name.strip().lower().replace("_", "").replace(" ", "") for name in names]
    found = {
        role: next((folded.index(name) for name in usual if name in folded), None)
        for role, usual in _USUAL_NAMES.items()
    }
    return {role: at for role, at in found.items() if at is not None}
