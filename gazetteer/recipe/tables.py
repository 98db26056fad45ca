"""Write tables as xz-compressed tab-separated text, the same bytes each time."""

from __future__ import annotations

import hashlib
import lzma
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from gazetteer.recipe.rows import COLUMNS, Row, format_row

#: Fixed settings: preset 9 with CRC32, so that the bytes depend on the text alone.
XZ_PRESET = 9 | lzma.PRESET_EXTREME


def write_places(path: Path, rows: Iterable[Row]) -> int:
    """Write a place table sorted by id; return the number of rows."""
    lines = [format_row(row) for row in sorted(rows, key=row_order)]
    return write_lines(path, COLUMNS, lines)


def row_order(row: Row) -> tuple[str, int, str]:
    """GeoNames ids by number, then other ids by text; neighbours compress well together."""
    prefix, _, slug = row.id.rpartition(":")
    return (row.country, int(slug), "") if not prefix else (row.country, 0, row.id)


def write_pairs(path: Path, columns: Sequence[str], pairs: Iterable[tuple[str, str]]) -> int:
    """Write a table of two columns, sorted, each pair once; return the number of rows."""
    return write_lines(path, columns, sorted({"\t".join(pair) for pair in pairs}))


def write_lines(path: Path, columns: Sequence[str], lines: Sequence[str]) -> int:
    """Write header and lines, through a file beside it so that no half table is left."""
    text = "\n".join(["\t".join(columns), *lines, ""])
    write_atomically(
        path, lzma.compress(text.encode("utf-8"), lzma.FORMAT_XZ, lzma.CHECK_CRC32, XZ_PRESET)
    )
    return len(lines)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file in one step."""
    temporary = path.with_name(path.name + ".part")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
