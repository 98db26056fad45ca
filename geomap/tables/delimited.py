"""CSV and TSV (RFC 4180): every cell is text and stays as it is."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Any

from geomap.documents.delimited import WholeRows, find_header
from geomap.documents.encoding import detect_encoding
from geomap.documents.failure import UnreadableError
from geomap.documents.opening import read_head, rejoin
from geomap.errors import TableError
from geomap.tables.block import ROWS_AT_ONCE, Block
from geomap.tables.table import Table

# The largest limit that fits a C long on every system.
_LARGEST_FIELD = 2**31 - 1
_HEAD = 65_536


class DelimitedBlock(Block):
    """Rows of text."""

    def texts(self, column: str) -> list[str]:
        at = self.columns.index(column)
        return [row[at] for row in self.rows]

    def text_rows(self) -> Iterable[list[str]]:
        return self.rows


def read_delimited(stream: io.BufferedIOBase, name: str, *, tabs: bool) -> Table:
    """Read a table whose first row names the columns.

    Bytes that are not text in the encoding of the rest are kept (PEP 383). Cells that a row
    lacks are empty; cells beyond the last column are a problem of that row.

    Raises
    ------
    TableError
        When it is empty or no text, or quotes are not closed.
    """
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_FIELD))
    lines, mark = open_lines(stream, name)
    directive, first, delimiter = find_header(lines)
    if not first:
        raise TableError(f"{name}: it is empty; its first row must name the columns")
    delimiter = "\t" if tabs else delimiter
    rows = WholeRows(itertools.chain([first], lines), delimiter)
    columns = next(_checked(rows, name))
    return Table(
        columns,
        _blocks(_checked(rows, name), columns),
        delimiter=delimiter,
        line_end=first[len(first.rstrip("\r\n")) :] or "\n",
        mark=mark,
        directive=directive,
    )


def open_lines(stream: io.BufferedIOBase, name: str) -> tuple[io.TextIOWrapper, bool]:
    """Open the lines of a text with their ends; say whether it has a byte order mark.

    Raises
    ------
    TableError
        When it is not text.
    """
    head = read_head(stream, _HEAD)
    try:
        encoding = _encoding(head)
    except UnreadableError as error:
        raise TableError(f"{name}: {error}") from error
    text = io.TextIOWrapper(
        rejoin(head, stream), encoding=encoding, errors="surrogateescape", newline=""
    )
    return text, encoding == "utf-8-sig"


def _encoding(head: bytes) -> str:
    """Cells may hold control characters, so UTF-8 is text whatever it holds but NUL."""
    with contextlib.suppress(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(head)
        if b"\0" not in head:
            return "utf-8-sig" if head.startswith(codecs.BOM_UTF8) else "utf-8"
    return detect_encoding(head, fallback="utf-8")


def _checked(rows: Any, name: str) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise TableError(f"{name}: {error}") from error


def _blocks(rows: Iterator[list[str]], columns: Sequence[str]) -> Iterator[Block]:
    # A blank line is no row, unless a row is but one cell, which may be empty.
    kept = rows if len(columns) == 1 else filter(None, rows)
    while taken := list(itertools.islice(kept, ROWS_AT_ONCE)):
        block = DelimitedBlock(columns, taken)
        for at, row in enumerate(taken):
            if len(row) != len(columns):
                _fit(block, at, len(columns))
        yield block


def _fit(block: Block, at: int, width: int) -> None:
    row = block.rows[at]
    block.rows[at] = row[:width] + [""] * (width - len(row))
    if any(row[width:]):
        block.problems[at] = f"it has {len(row)} cells where there are {width} columns"
        block.surplus[at] = row[width:]


def delimited_writer(
    file: IO[str], delimiter: str, line_end: str
) -> Callable[[Iterable[Sequence[Any]]], object]:
    """Return what writes rows to a file; every value it writes is read back as it was."""
    # Only with both characters in its line end does the csv module quote cells with either.
    write = file.write
    out: Any = file if line_end == "\r\n" else _Ends(lambda row: write(row[:-2] + line_end))
    return csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows


class _Ends:
    def __init__(self, write: Callable[[str], object]) -> None:
        self.write = write
