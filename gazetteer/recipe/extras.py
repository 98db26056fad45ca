"""Our own small tables beside this file: tab-separated, ``#`` lines are comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def read_extra(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of ``name`` beside this file, each with exactly ``columns`` fields.

    Raises
    ------
    ValueError
        If a row has more or fewer.
    """
    for line in (HERE / name).read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) != columns:
                raise ValueError(f"{name}: {len(fields)} fields instead of {columns}: {line!r}")
            yield fields
