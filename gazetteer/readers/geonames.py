"""GeoNames dumps: cities500.txt, XX.txt, allCountries.txt (19 tab-separated columns).

Format: https://download.geonames.org/export/dump/readme.txt
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gazetteer.entry import Entry
from gazetteer.errors import GazetteerFileError
from gazetteer.readers.opening import open_text

#: About the median radius of a unit of that level (km), where the dump gives no extent.
_RADIUS_KM = {"ADM1": 80.0, "ADM2": 25.0, "ADM3": 12.0, "ADM4": 6.0, "PCLI": 400.0, "RGN": 60.0}


def read_geonames(path: Path) -> Iterator[Entry]:
    """Read the places of a GeoNames dump.

    Raises
    ------
    GazetteerFileError
        On a row that is no GeoNames row; says the line.
    """
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield _parse(line.rstrip("\n").split("\t"))
            except (ValueError, IndexError) as error:
                raise GazetteerFileError(f"{path}, line {number}: {error}") from error


def _parse(cells: list[str]) -> Entry:
    code = cells[7]
    return Entry(
        id=cells[0],
        name=cells[1],
        country=cells[8],
        admin1=cells[10],
        admin2=cells[11],
        feature_class=cells[6],
        feature_code=code,
        lat=float(cells[4]),
        lon=float(cells[5]),
        population=int(cells[14] or 0),
        radius_km=_RADIUS_KM.get(code, 0.0),
        names=tuple(filter(None, (cells[2], *cells[3].split(",")))),
    )
