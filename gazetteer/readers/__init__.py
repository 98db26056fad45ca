"""Readers: one file for each format that a gazetteer can be built from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gazetteer.entry import COLUMNS, Entry, read_entries
from gazetteer.errors import GazetteerFileError
from gazetteer.readers.geonames import read_geonames
from gazetteer.readers.opening import open_text
from gazetteer.readers.table import is_table, read_table


def read_source(path: Path) -> Iterator[Entry]:
    """Read the places of a file, its format told from its first line.

    GeoNames dumps (19 tab-separated columns; plain, ``.gz``, ``.xz`` or ``.zip``), CSV tables
    with names and points, and our own tables (a header line with the columns of
    `gazetteer.entry`) are understood.

    Raises
    ------
    GazetteerFileError
        When the file is missing, unreadable, or of no known format.
    """
    with open_text(path) as lines:
        first = next(lines, "")
    cells = first.rstrip("\n").split("\t")
    if cells[: len(COLUMNS)] == COLUMNS:
        return _read_own(path)
    if len(cells) == 19:
        return read_geonames(path)
    if is_table(first):
        return read_table(path)
    raise GazetteerFileError(
        f"{path}: neither a GeoNames dump (19 tab-separated columns) nor a table whose first row "
        "names the columns name, lat and lon"
    )


def _read_own(path: Path) -> Iterator[Entry]:
    with open_text(path) as lines:
        yield from read_entries(lines, path.name)
