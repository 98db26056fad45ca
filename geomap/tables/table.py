"""A table that is being read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from geomap.errors import TableError
from geomap.tables.block import Block


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table and its rows, a block at a time.

    ``delimiter``, ``line_end``, ``mark`` (a byte order mark) and ``directive`` (``sep=;``, for
    Excel) are those of a delimited file; ``schema`` is that of a Parquet one. ``columns`` of JSON
    Lines read once are those of the first block only, and ``is_open`` says so. ``rows`` is their
    number where it is known.
    """

    columns: Sequence[str]
    blocks: Iterator[Block]
    delimiter: str = ""
    line_end: str = "\n"
    mark: bool = False
    directive: str = ""
    schema: Any = None
    is_open: bool = False
    rows: int | None = None

    def require(self, name: str) -> str:
        """Return the column of that name, spaces around it aside.

        Raises
        ------
        TableError
            When there is none; names those that there are.
        """
        for column in self.columns:
            if column == name or column.strip() == name.strip():
                return column
        there = ", ".join(map(repr, self.columns)) or "none"
        raise TableError(f"no column {name!r}; there are: {there}")
