"""The shipped tables: the places and names that come with the package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer.entry import Entry, read_entries

#: Tables of places, the better source of a place listed in two of them first.
PLACE_TABLES = (
    "countries", "historic", "admin1", "admin2", "divisions", "cities", "post_towns", "regions",
    "landmarks", "seas", "lakes", "rivers", "airports", "localities",
)  # fmt: skip


def tables() -> Path:
    """The folder of the shipped tables."""
    return Path(__file__).parent / "tables"


def read_manifest() -> dict[str, Any]:
    """What the tables were made from: sources, versions, licences, counts and hashes."""
    manifest: dict[str, Any] = json.loads((tables() / "manifest.json").read_text("utf-8"))
    return manifest


def read_table(name: str) -> Iterator[str]:
    """Read the lines of a shipped table, header first.

    Raises
    ------
    FileNotFoundError
        When there is no table of that name.
    """
    # Who opens a compiled gazetteer reads no table.
    import lzma

    data = (tables() / f"{name}.tsv.xz").read_bytes()
    text = lzma.decompress(data).decode("utf-8")
    # Not splitlines: names may hold characters that it takes for line ends.
    return iter(text.removesuffix("\n").split("\n"))


def read_places() -> Iterator[Entry]:
    """Read the entries of all shipped tables."""
    for table in PLACE_TABLES:
        yield from read_entries(read_table(table), f"{table}.tsv.xz")


def read_demonyms() -> dict[str, str]:
    """Read the shipped demonyms as written -> place id: ``{"Syrians": "163843", ...}``."""
    rows = (line.split("\t") for line in read_table("demonyms"))
    next(rows)
    return {row[0]: row[1] for row in rows}


def read_shapes() -> Iterator[tuple[str, str]]:
    """Read the shipped outlines and lines: (place id, geometry as WKT, lon before lat)."""
    rows = read_table("shapes")
    next(rows)
    for line in rows:
        id_, _, wkt = line.partition("\t")
        yield id_, wkt
