"""The table of corrections: a CSV file that the page writes and people write by hand.

::

    document,start,end,text,action,place_id,lat,lon,name,note
    ,,,Gregoron,place,559034,,,Grayvoron,machine translation
    report-7,120,126,Jordan,not a place,,,,,a person
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gazetteer.place import Place
from geomap.corrections.correction import Correction, Corrections
from geomap.documents.delimited import find_header, split_line
from geomap.documents.encoding import decode
from geomap.documents.failure import UnreadableError
from geomap.errors import GeomapError

#: Columns of ``corrections.csv``; only ``text`` and ``action`` must be there.
COLUMNS = (
    "document", "start", "end", "text", "action", "place_id", "lat", "lon", "name", "note",
)  # fmt: skip

PLACE = "place"
NOT_A_PLACE = "not a place"


class CorrectionError(GeomapError, ValueError):
    """A table of corrections cannot be used; the message names file and row."""


def read_corrections(
    path: str | os.PathLike[str], find_place: Callable[[str], Place | None]
) -> Corrections:
    """Read a table of corrections.

    Parameters
    ----------
    path : path
        CSV (RFC 4180) with a header; see the module's docstring. Semicolons and tabs, other
        encodings than UTF-8 and capitals in the header are understood too: spreadsheets write
        them. ``action`` is ``place`` or ``not a place``; a place is named by ``place_id``, or by
        ``lat`` and ``lon`` (degrees, WGS 84) and a ``name``.
    find_place : callable
        Looks a place up by id, like ``Gazetteer.place``.

    Raises
    ------
    CorrectionError
        When the file cannot be read, or a row makes no sense.
    """
    try:
        text = decode(Path(path).read_bytes()).removeprefix("\ufeff")
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be read ({error.strerror})") from error
    except UnreadableError as error:
        raise CorrectionError(f"{path}: {error}") from error
    return Corrections(_read_rows(text, str(path), find_place))


def _read_rows(
    text: str, path: str, find_place: Callable[[str], Place | None]
) -> Iterator[Correction]:
    lines = io.StringIO(text, newline="")
    _, header, delimiter = find_header(lines)
    names = [name.strip().lower() for name in split_line(header, delimiter)]
    missing = {"text", "action"} - set(names)
    if missing:
        raise CorrectionError(
            f"{path}: the header lacks {' and '.join(sorted(missing))}; "
            f"columns are {', '.join(COLUMNS)}"
        )
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    for number, cells in enumerate(_whole(reader, path), start=2):
        # The text of a span must stay as it is in the document; all else may be padded.
        row = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=False))
        if not any(value.strip() for value in row.values()):
            continue
        try:
            yield _read_row(row, find_place)
        except ValueError as error:
            raise CorrectionError(f"{path}, row {number}: {error}") from error


def _whole(reader: Any, path: str) -> Iterator[list[str]]:
    try:
        yield from reader
    except csv.Error as error:
        raise CorrectionError(
            f"{path}, line {reader.line_num + 1}: {error}; is there a quote that is never closed?"
        ) from error


def _read_row(row: dict[str, str], find_place: Callable[[str], Place | None]) -> Correction:
    document, note = row["document"].strip(), row["note"].strip()
    if not row["text"].strip():
        raise ValueError("'text' is empty: which words are meant?")
    start, end = _read_span(row)
    if start is not None and not document:
        raise ValueError("'start' and 'end' need a 'document'")
    action = row["action"].strip().lower().replace("_", " ")
    if action == NOT_A_PLACE:
        return Correction(row["text"], None, document, start, end, note)
    if action != PLACE:
        raise ValueError(f"action {action!r} is not known; write '{PLACE}' or '{NOT_A_PLACE}'")
    return Correction(row["text"], _read_place(row, find_place), document, start, end, note)


def _read_span(row: dict[str, str]) -> tuple[int, int] | tuple[None, None]:
    start, end = row["start"].strip(), row["end"].strip()
    if not start and not end:
        return None, None
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ValueError(f"'{start}' to '{end}' is no span; start and end count characters from 0")
    return int(start), int(end)


def _read_place(row: dict[str, str], find_place: Callable[[str], Place | None]) -> Place:
    id_ = row["place_id"].strip()
    place = find_place(id_) if id_ else None
    if place is not None:
        return place
    lat, lon = row["lat"].strip(), row["lon"].strip()
    if lat or lon:
        return _make_place(row["name"].strip() or row["text"].strip(), lat, lon)
    if id_:
        raise ValueError(f"place_id {id_!r} is not in the gazetteer; give 'lat' and 'lon' as well")
    raise ValueError("which place? Give a 'place_id', or 'lat' and 'lon'")


def _make_place(name: str, lat: str, lon: str) -> Place:
    try:
        at = float(lat), float(lon)
    except ValueError as error:
        raise ValueError(
            f"'{lat}, {lon}' is no point; write degrees, like 50.6 and 36.6"
        ) from error
    if not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        raise ValueError(f"{lat}, {lon} is not on Earth; lat is -90 to 90, lon -180 to 180")
    id_ = f"coordinate:{at[0]:.5f},{at[1]:.5f}"
    return Place(id_, name, "", "", "", "", "", at[0], at[1], 0, 0.0)
