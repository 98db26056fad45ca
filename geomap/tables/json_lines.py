"""JSON Lines (https://jsonlines.org): objects whose text stays as it is."""

from __future__ import annotations

import io
import itertools
import json
import json.decoder
import json.scanner
import re
from collections.abc import Iterable, Iterator
from typing import Any

from geomap.errors import TableError
from geomap.tables.block import ROWS_AT_ONCE, Block
from geomap.tables.delimited import open_lines
from geomap.tables.table import Table
from geomap.tables.values import to_json, to_text

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class JsonBlock(Block):
    """Rows of (the object's text, the object)."""

    def texts(self, column: str) -> list[str]:
        return [to_text(record.get(column)) for _, record in self.rows]

    def text_rows(self) -> Iterable[list[str]]:
        for text, record in self.rows:
            written = _numbers_as_written(text) if record else {}
            yield [to_text(written.get(column)) for column in self.columns]

    def value_rows(self) -> Iterable[list[Any]]:
        return ([record.get(column) for column in self.columns] for _, record in self.rows)

    def json_rows(self) -> Iterable[list[tuple[str, str]]]:
        return (split_object(text) if record else [] for text, record in self.rows)


def read_json_lines(stream: io.BufferedIOBase, name: str, columns: list[str] | None) -> Table:
    """Read a table of one JSON object a line.

    Parameters
    ----------
    columns : list of str, optional
        All columns, from `find_columns`; without them those of the first block are taken.

    Raises
    ------
    TableError
        When it is no text, or one JSON value.
    """
    lines, _ = open_lines(stream, name)
    rows = (line.strip() for line in lines)
    filled = filter(None, rows)
    first = next(filled, "")
    if not first:
        raise TableError(f"{name}: it is empty; write one object a line")
    if first == "{" or first.startswith("["):
        raise TableError(
            f"{name}: it is one JSON value, not an object a line; convert it, for example with: "
            "jq -c '.[]'"
        )
    blocks = _blocks(itertools.chain([first], filled), columns)
    if columns is not None:
        return Table(columns, blocks)
    head = next(blocks)
    return Table(head.columns, itertools.chain([head], blocks), is_open=True)


def find_columns(stream: io.BufferedIOBase, name: str) -> list[str]:
    """Find the names that any row has, in the order they are first met."""
    found: dict[str, None] = {}
    for block in read_json_lines(stream, name, None).blocks:
        found.update(dict.fromkeys(block.columns))
    return list(found)


def split_object(text: str) -> list[tuple[str, str]]:
    """Take a JSON object apart into (name, JSON text as written).

    Examples
    --------
    >>> split_object('{"a": 1.10, "b": ["x"]}')
    [('a', '1.10'), ('b', '["x"]')]
    """
    pairs = []
    at = _skip(text, 1)
    while text[at] != "}":
        name, at = json.decoder.scanstring(text, at + 1)  # type: ignore[attr-defined]
        at = _skip(text, _skip(text, at) + 1)
        _, end = _DECODER.raw_decode(text, at)
        pairs.append((name, text[at:end]))
        at = _skip(text, end)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return pairs


def _skip(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]


def _blocks(lines: Iterator[str], columns: list[str] | None) -> Iterator[Block]:
    """Without columns each block has those that its own rows have."""
    while taken := list(itertools.islice(lines, ROWS_AT_ONCE)):
        parsed = [_parse(line) for line in taken]
        found = dict.fromkeys(name for record, _ in parsed for name in record)
        block = JsonBlock(list(found) if columns is None else columns, [])
        block.rows = [[line, record] for line, (record, _) in zip(taken, parsed, strict=True)]
        block.problems = {at: problem for at, (_, problem) in enumerate(parsed) if problem}
        yield block


def _parse(line: str) -> tuple[dict[str, Any], str]:
    """An object, and what is wrong when it is none."""
    try:
        record = json.loads(line)
    except RecursionError:
        return {}, "its JSON is nested too deeply"
    except ValueError as error:
        return {}, f"it is not JSON: {error}"
    if not isinstance(record, dict):
        return {}, "it is not a JSON object"
    return record, ""


def _numbers_as_written(text: str) -> dict[str, Any]:
    """An object whose numbers are text, but those inside lists and objects, which are JSON."""
    record: dict[str, Any] = json.loads(text, parse_float=str, parse_int=str)
    nested = [name for name, value in record.items() if isinstance(value, dict | list)]
    if nested:
        record |= {name: value for name, value in split_object(text) if name in nested}
    return record


def join_object(pairs: Iterable[tuple[str, str]]) -> str:
    """Write (name, JSON text) pairs as an object."""
    return "{" + ", ".join(f"{to_json(name)}: {value}" for name, value in pairs) + "}"
