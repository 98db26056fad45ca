"""A table by columns: what JSON writes shortest and deflate packs best."""

from __future__ import annotations

from typing import Any


class Columns:
    """Rows that are kept as one list for each column.

    Examples
    --------
    >>> table = Columns("name", "count")
    >>> table.add("Kyiv", 3)
    0
    >>> table.data
    {'name': ['Kyiv'], 'count': [3]}
    """

    def __init__(self, *names: str) -> None:
        self.data: dict[str, list[Any]] = {name: [] for name in names}
        self._columns = tuple(self.data.values())

    def __len__(self) -> int:
        return len(self._columns[0])

    def add(self, *row: Any) -> int:
        """Add a row and return its number."""
        number = len(self)
        for column, value in zip(self._columns, row, strict=True):
            column.append(value)
        return number


class Numbered:
    """Things that repeat, kept once and numbered in the order they came.

    Examples
    --------
    >>> kept = Numbered()
    >>> kept.number("a"), kept.number("b"), kept.number("a")
    (0, 1, 0)
    """

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}

    def number(self, thing: Any) -> int:
        """The number of ``thing``, a new one when it is new."""
        return self._numbers.setdefault(thing, len(self._numbers))

    @property
    def things(self) -> list[Any]:
        """All things, by number."""
        return list(self._numbers)
