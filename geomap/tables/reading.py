"""Opening a table: a file or standard input, in any of the formats."""

from __future__ import annotations

import contextlib
import gzip
import io
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from geomap.documents.opening import read_head, rejoin
from geomap.errors import TableError
from geomap.tables.delimited import read_delimited
from geomap.tables.excel import read_excel
from geomap.tables.formats import Format, format_of_bytes, format_of_name, is_gzip, is_text
from geomap.tables.json_lines import find_columns, read_json_lines
from geomap.tables.parquet import read_parquet
from geomap.tables.table import Table

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table comes from: a file at ``path``, or without one a stream read but once."""

    name: str
    format: Format
    gzipped: bool
    path: Path | None
    stream: io.BufferedIOBase | None = None

    @contextlib.contextmanager
    def read(self, *, all_columns: bool = False) -> Iterator[Table]:
        """Open the table; a source with a path can be read again and again.

        Parameters
        ----------
        all_columns : bool
            Read JSON Lines once more before, to know the columns of all rows.

        Raises
        ------
        TableError
            When it cannot be read; says why.
        """
        try:
            with ExitStack() as stack:
                yield self._table(stack, all_columns)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise TableError(f"{self.name}: its compressed data is damaged: {error}") from error

    def _table(self, stack: ExitStack, all_columns: bool) -> Table:
        if self.format in ("parquet", "excel"):
            assert self.path is not None
            read = read_parquet if self.format == "parquet" else read_excel
            return read(self.path, self.name)
        if self.format != "jsonl":
            return read_delimited(self._open(stack), self.name, tabs=self.format == "tsv")
        columns = find_columns(self._open(stack), self.name) if all_columns else None
        return read_json_lines(self._open(stack), self.name, columns)

    def _open(self, stack: ExitStack) -> io.BufferedIOBase:
        if self.path is None:
            assert self.stream is not None
            raw = self.stream
        else:
            raw = stack.enter_context(_open_file(self.path))
        return stack.enter_context(gzip.GzipFile(fileobj=raw)) if self.gzipped else raw


@contextlib.contextmanager
def open_source(
    name: str, format_: Format | None, *, again: Callable[[Format], bool]
) -> Iterator[Source]:
    """Find a table: a file, or ``-`` for standard input.

    Parameters
    ----------
    format_ : Format, optional
        By default told from the ending of the name, or from the first bytes.
    again : callable
        Whether a table of that format is to be read more than once: standard input is copied
        to disk then, as it always is when it is Parquet or Excel.

    Raises
    ------
    TableError
        When there is no such file, or its format is not known.
    """
    if name != "-":
        yield _file_source(name, format_)
        return
    stream = cast("io.BufferedIOBase", sys.stdin.buffer)
    head = read_head(stream, _HEAD)
    stream = rejoin(head, stream)
    gzipped = is_gzip(head)
    if gzipped and not format_:
        head = zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    told = format_ or format_of_bytes(head)
    if is_text(told) and not again(told):
        yield Source("standard input", told, gzipped, None, stream)
        return
    with tempfile.NamedTemporaryFile(prefix="geomap-") as copy:
        shutil.copyfileobj(stream, copy)
        copy.flush()
        yield Source("standard input", told, gzipped, Path(copy.name))


def _file_source(name: str, format_: Format | None) -> Source:
    path = Path(name)
    with _open_file(path) as file:
        gzipped = is_gzip(read_head(file, _HEAD))
    return Source(name, format_ or format_of_name(name)[0], gzipped, path)


def _open_file(path: Path) -> io.BufferedReader:
    try:
        return open(path, "rb")
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror}") from error
