"""An entry: what every reader yields and the compiler takes, one row for each place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gazetteer.errors import GazetteerFileError

COLUMNS = (
    "id name country admin1 admin2 feature_class feature_code lat lon population radius_km names"
).split()


class Entry(NamedTuple):
    """A place as read from a table; ``names`` are its alternates without the main ``name``."""

    id: str
    name: str
    country: str
    admin1: str
    admin2: str
    feature_class: str
    feature_code: str
    lat: float
    lon: float
    population: int
    radius_km: float
    names: tuple[str, ...]


def read_entries(lines: Iterable[str], source: str) -> Iterator[Entry]:
    """Read tab-separated rows with a header of `COLUMNS`, alternates joined by ``|``.

    Raises
    ------
    GazetteerFileError
        On another header or a row that does not parse; says the file and line.
    """
    rows = iter(lines)
    header = next(rows, "").rstrip("\n").split("\t")
    if header[: len(COLUMNS)] != COLUMNS:
        raise GazetteerFileError(f"{source}: its header must be: {' '.join(COLUMNS)}")
    for number, line in enumerate(rows, 2):
        try:
            yield _parse(line.rstrip("\n").split("\t"))
        except (ValueError, IndexError) as error:
            raise GazetteerFileError(f"{source}, line {number}: {error}") from error


def _parse(cells: list[str]) -> Entry:
    id_, name, country, admin1, admin2, fclass, fcode, lat, lon, population, radius = cells[:11]
    names = tuple(filter(None, cells[11].split("|")))
    return Entry(
        id_,
        name,
        country,
        admin1,
        admin2,
        fclass,
        fcode,
        float(lat),
        float(lon),
        int(population or 0),
        float(radius or 0),
        names,
    )


#: Prominence that a kind of place has whatever its population, on the scale of log10(people):
#: texts that name a sea or a continent mean it, though nobody lives there.
_FLOOR_BY_CODE = {
    "CONT": 8.5, "OCN": 7.5, "SEA": 6.5, "GULF": 6.0, "STRT": 5.5, "CNL": 5.0,
    "PCLI": 6.5, "PCLD": 5.5, "PCLS": 5.5, "PCLF": 5.5, "PCLIX": 5.0, "PCLH": 5.5, "TERR": 5.5,
    "ADM1": 5.0, "ADM2": 3.6, "RGN": 4.0, "STM": 4.5, "LK": 4.0, "AIRP": 4.5, "PPLC": 5.5,
}  # fmt: skip
#: A river so long is known in the world; the radius of its row is half the length, up to that.
_LONG_RIVER_KM, _LONG_RIVER = 250.0, 5.5
#: The same for our own landmarks, which are listed because texts name them.
_LANDMARK_FLOOR = {"S": 6.5, "T": 5.5, "L": 5.5, "H": 5.0, "R": 5.0, "V": 4.5, "P": 4.5}
#: Bonus for places whose kind makes them better known than their population says.
_BONUS_BY_CODE = {"PCLI": 1.5, "PPLC": 0.7, "PPLA": 0.3, "ADM2": -0.6, "PPLX": -0.8, "PPLH": -1.5}


def prominence(entry: Entry) -> float:
    """Say how likely a text means this place rather than a namesake, about log10(people)."""
    code = entry.feature_code
    people = math.log10(entry.population + 1) + _BONUS_BY_CODE.get(code, 0.0)
    if entry.id.startswith("geomap:"):
        return max(people, _LANDMARK_FLOOR.get(entry.feature_class, 4.5))
    if code == "STM" and entry.radius_km >= _LONG_RIVER_KM:
        return _LONG_RIVER
    return max(people, _FLOOR_BY_CODE.get(code, 1.5))
