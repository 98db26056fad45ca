"""Excel workbooks through openpyxl: the first sheet, read and written as a stream."""

from __future__ import annotations

import contextlib
import itertools
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geomap.errors import TableError
from geomap.tables.block import ROWS_AT_ONCE, Block
from geomap.tables.table import Table
from geomap.tables.values import to_text, to_unicode

#: What a sheet can hold (Microsoft, "Excel specifications and limits").
_MOST_ROWS, _LONGEST_CELL = 1_048_576, 32_767


def read_excel(path: Path, name: str) -> Table:
    """Read the first sheet of a workbook, its first row naming the columns.

    Formulas count as the values they had when the workbook was saved.

    Raises
    ------
    TableError
        When openpyxl is not installed, or the file is damaged or empty.
    """
    openpyxl = _load(name)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True)
    except (OSError, KeyError, IndexError, ValueError, zipfile.BadZipFile) as error:
        raise TableError(f"{name}: not an Excel workbook that can be read: {error}") from error
    header = list(next(rows, ()))
    while header and header[-1] is None:
        header.pop()
    if not header:
        raise TableError(f"{name}: it is empty; its first row must name the columns")
    columns = [to_text(cell) for cell in header]
    return Table(columns, _blocks(book, rows, columns))


def _blocks(book: Any, rows: Iterator[tuple[Any, ...]], columns: list[str]) -> Iterator[Block]:
    kept = _without_tail(rows)
    with contextlib.closing(book):
        while taken := list(itertools.islice(kept, ROWS_AT_ONCE)):
            width = len(columns)
            block = Block(columns, [[*r[:width], *[None] * (width - len(r))] for r in taken])
            for at, row in enumerate(taken):
                if any(cell is not None for cell in row[width:]):
                    block.problems[at] = f"it has cells beyond the {width} columns"
            yield block


def _without_tail(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Leave out empty rows at the end: a sheet often claims more rows than it has."""
    empty: list[tuple[Any, ...]] = []
    for row in rows:
        if all(cell is None for cell in row):
            empty.append(row)
            continue
        yield from empty
        empty.clear()
        yield row


class ExcelWriter:
    """Writes blocks and the cells added to them to the only sheet of a workbook."""

    def __init__(
        self, path: Path, table: Table, columns: Sequence[str], added: Sequence[tuple[str, type]]
    ) -> None:
        openpyxl = _load(str(path))
        self._path, self._rows = path, 0
        self._book = openpyxl.Workbook(write_only=True)
        self._sheet = self._book.create_sheet("places")
        self._append([*columns, *(name for name, _ in added)])

    def write(self, block: Block, cells: Sequence[Sequence[Any]]) -> None:
        """Write a block, each row with its added cells."""
        for row, more in zip(block.value_rows(), cells, strict=True):
            self._append([*row, *more])

    def _append(self, row: Sequence[Any]) -> None:
        self._rows += 1
        if self._rows > _MOST_ROWS:
            raise TableError(f"Excel holds {_MOST_ROWS:,} rows at most; write .csv or .parquet")
        self._sheet.append([self._cell(value) for value in row])

    def _cell(self, value: Any) -> Any:
        """A string is written as one, even where Excel would take it for a formula."""
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

        if value is None or isinstance(value, bool | int | float):
            return value
        if getattr(value, "tzinfo", None) is None and hasattr(value, "isoformat"):
            return value
        text = to_unicode(to_text(value))
        if len(text) > _LONGEST_CELL:
            raise TableError(
                f"row {self._rows - 1}: Excel holds {_LONGEST_CELL:,} characters a cell at "
                "most; write .csv or .parquet"
            )
        text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)
        if not text.startswith("="):
            return text
        cell = WriteOnlyCell(self._sheet, value=text)
        cell.data_type = "s"
        return cell

    def close(self) -> None:
        """Finish the file."""
        self._book.save(self._path)


def _load(name: str) -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise TableError(
            f"{name}: Excel needs openpyxl: pip install 'geomap-mentions[excel]'"
        ) from error
    return openpyxl
