"""Writing a table: to a file, whole or not at all, or to standard output."""

from __future__ import annotations

import contextlib
import gzip
import io
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol, cast

from geomap.tables.block import Block
from geomap.tables.delimited import delimited_writer
from geomap.tables.excel import ExcelWriter
from geomap.tables.formats import Format, is_text
from geomap.tables.json_lines import JsonBlock, join_object
from geomap.tables.parquet import ParquetWriter
from geomap.tables.table import Table
from geomap.tables.values import to_json
from geomap.writing import replacing

Added = Sequence[tuple[str, type]]


class Writer(Protocol):
    """What writes rows and the cells added to each."""

    def write(self, block: Block, cells: Sequence[Sequence[Any]]) -> None:
        """Write a block, each row with its added cells."""

    def close(self) -> None:
        """Finish the file."""


@contextlib.contextmanager
def open_writer(
    output: str,
    format_: Format,
    table: Table,
    added: Added,
    renamed: Mapping[str, str],
    *,
    gzipped: bool = False,
) -> Iterator[Writer]:
    """Open a writer of a table's rows with columns added.

    Parameters
    ----------
    output : str
        A file, which appears when all is written, or ``-`` for standard output.
    added : sequence of (str, type)
        Names of the added columns, and ``int``, ``float`` or ``str``.
    renamed : mapping of str to str
        New names of given columns.

    Raises
    ------
    OutputError
        When it cannot be written.
    TableError
        When the format cannot hold the table.
    """
    with contextlib.ExitStack() as stack:
        columns = [renamed.get(name, name) for name in table.columns]
        if is_text(format_):
            file = stack.enter_context(_text_file(output, gzipped))
            if format_ == "jsonl":
                yield JsonLinesWriter(file, added, renamed)
            else:
                yield DelimitedWriter(file, format_, table, columns, added)
            return
        path = stack.enter_context(_binary_file(output))
        make = ParquetWriter if format_ == "parquet" else ExcelWriter
        writer: Writer = make(path, table, columns, added)
        yield writer
        writer.close()


@contextlib.contextmanager
def _text_file(output: str, gzipped: bool) -> Iterator[IO[str]]:
    if output == "-":
        text = sys.stdout
        cast("io.TextIOWrapper", text).reconfigure(
            encoding="utf-8", errors="surrogateescape", newline=""
        )
        yield text
        text.flush()
        return
    with replacing(Path(output)) as temporary, open(temporary, "wb") as raw:
        # Without name and time, so that the same rows give the same bytes.
        packed = gzip.GzipFile("", "wb", fileobj=raw, mtime=0) if gzipped else raw
        with io.TextIOWrapper(
            cast("IO[bytes]", packed), encoding="utf-8", errors="surrogateescape", newline=""
        ) as file:
            yield file


@contextlib.contextmanager
def _binary_file(output: str) -> Iterator[Path]:
    if output != "-":
        with replacing(Path(output)) as temporary:
            yield temporary
        return
    with tempfile.TemporaryDirectory(prefix="geomap-") as folder:
        path = Path(folder, "table")
        yield path
        with open(path, "rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


class DelimitedWriter:
    """Writes CSV or TSV, with the delimiter and line ends of the table given where it is one."""

    def __init__(
        self, file: IO[str], format_: Format, table: Table, columns: list[str], added: Added
    ) -> None:
        delimiter = "\t" if format_ == "tsv" else table.delimiter.strip() or ","
        if table.mark:
            file.write("\ufeff")
        if delimiter == table.delimiter:
            file.write(table.directive)
        self._write = delimited_writer(file, delimiter, table.line_end)
        self._write([[*columns, *(name for name, _ in added)]])

    def write(self, block: Block, cells: Sequence[Sequence[Any]]) -> None:
        """Write a block; what a row had too much stands behind its added cells."""
        rows = ([*row, *more] for row, more in zip(block.text_rows(), cells, strict=True))
        if block.surplus:
            rows = ([*row, *block.surplus.get(at, ())] for at, row in enumerate(rows))
        self._write(rows)

    def close(self) -> None:
        """The file is closed by who opened it."""


class JsonLinesWriter:
    """Writes JSON Lines; objects read from JSON Lines keep their text."""

    def __init__(self, file: IO[str], added: Added, renamed: Mapping[str, str]) -> None:
        self._file, self._renamed = file, renamed
        self._added = [name for name, _ in added]

    def write(self, block: Block, cells: Sequence[Sequence[Any]]) -> None:
        """Write a block, each row with its added cells."""
        added = [
            [(n, to_json(v)) for n, v in zip(self._added, more, strict=True)] for more in cells
        ]
        if isinstance(block, JsonBlock) and not self._renamed:
            texts = (text if record else "" for text, record in block.rows)
            lines = (_extended(text, new) for text, new in zip(texts, added, strict=True))
        else:
            pairs = zip(block.json_rows(), added, strict=True)
            lines = (join_object([*self._kept(old), *new]) for old, new in pairs)
        self._file.writelines(f"{line}\n" for line in lines)

    def _kept(self, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(self._renamed.get(name, name), value) for name, value in pairs]

    def close(self) -> None:
        """The file is closed by who opened it."""


def _extended(text: str, pairs: list[tuple[str, str]]) -> str:
    """Add pairs to the text of an object."""
    added = join_object(pairs)
    return f"{text[:-1].rstrip()}, {added[1:]}" if text else added
