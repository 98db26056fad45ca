"""Some rows of a table, in the values its format has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from geomap.tables.values import to_json, to_text

#: Rows read and written at once: enough to spread the cost, too few to fill memory.
ROWS_AT_ONCE = 4096


class Block:
    """Rows of Python values, a cell for each column.

    ``problems`` says what is wrong with a row, by its number in the block; ``surplus`` holds
    the cells of a row beyond the last column.
    """

    def __init__(self, columns: Sequence[str], rows: list[list[Any]]) -> None:
        self.columns = columns
        self.rows = rows
        self.problems: dict[int, str] = {}
        self.surplus: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def texts(self, column: str) -> list[str]:
        """The cells of a column as text, empty where there is nothing."""
        at = self.columns.index(column)
        return [to_text(row[at]) for row in self.rows]

    def text_rows(self) -> Iterable[list[str]]:
        """Every row as text."""
        return ([to_text(value) for value in row] for row in self.rows)

    def value_rows(self) -> Iterable[list[Any]]:
        """Every row as Python values."""
        return self.rows

    def json_rows(self) -> Iterable[list[tuple[str, str]]]:
        """Every row as (name, JSON text)."""
        for row in self.rows:
            yield [(n, to_json(v)) for n, v in zip(self.columns, row, strict=True)]
