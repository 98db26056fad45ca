"""JSON Lines files as numbered objects, a bad line reported and left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from geomap.documents import SourceFile
from geomap.documents.failure import OnError, UnreadableError
from geomap.documents.json_lines import parse_object
from geomap.documents.opening import open_file, open_text, read_head
from geomap.documents.reading import reporting

# What tells the encoding: JSON is UTF-8 (RFC 8259, 8.1), but some editors write UTF-16.
_HEAD_BYTES = 1 << 16


def read_lines(file: SourceFile, on_error: OnError) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file and the number of the line of each."""
    with reporting(file.path, on_error):
        if file.kind not in ("jsonl", ""):
            hint = "annotations are read from JSON Lines, an object a line"
            raise UnreadableError(f"it is a {file.kind} file", hint)
        for number, line in _numbered_lines(file):
            with reporting(f"{file.path}:{number}", on_error):
                yield number, parse_object(line)


def _numbered_lines(file: SourceFile) -> Iterator[tuple[int, str]]:
    empty = True
    with open_file(file) as stream:
        head = read_head(stream, _HEAD_BYTES)
        with open_text(head, stream, errors="surrogateescape", fallback="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    empty = False
                    yield number, line.strip()
    if empty:
        raise UnreadableError("it is empty")


def count_lines(file: SourceFile) -> int:
    """Return how many lines a file has, for a progress bar; 0 when that cannot be told."""
    count = 0
    if file.path != "-":
        with reporting(file.path, lambda failure: None), open_file(file) as stream:
            count = sum(1 for line in stream if line.strip())
    return count
