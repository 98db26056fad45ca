"""What kind of document standard input, or a file without a suffix, holds."""

from __future__ import annotations

import re

from geomap.documents.columns import Columns, choose_columns
from geomap.documents.delimited import find_header, split_line
from geomap.documents.encoding import decode
from geomap.documents.failure import UnreadableError
from geomap.documents.sources import Kind

_JSON = re.compile(r'\{\s*"(?:[^"\\]|\\.)*"\s*:')
_HTML = re.compile(r"<!doctype html|<html[\s>]|<\?xml[^>]*>\s*(?:<!doctype html|<html)", re.I)
_MARKDOWN = re.compile(r"# |---[ \t]*\r?\n\w+:")


def sniff_kind(head: bytes, columns: Columns) -> Kind:
    """Return the kind of document that begins with ``head``; plain text when in doubt.

    Raises
    ------
    UnreadableError
        It is not text.

    Examples
    --------
    >>> sniff_kind(b'{"text": "Kyiv"}', Columns()), sniff_kind(b"In Kyiv, people", Columns())
    ('jsonl', 'text')
    """
    text = decode(head).lstrip("\ufeff \t\r\n")[:65_536]
    if _JSON.match(text):
        return "jsonl"
    if _HTML.match(text):
        return "html"
    if _MARKDOWN.match(text):
        return "markdown"
    return _sniff_table(text, columns)


def _sniff_table(text: str, columns: Columns) -> Kind:
    """A table begins with short names, one of them that of a column of texts."""
    _, line, delimiter = find_header(iter(text.split("\n", 2)))
    cells = [cell.strip() for cell in split_line(line, delimiter)]
    if len(cells) < 2 or any(len(cell) > 40 or cell.count(" ") > 3 for cell in cells):
        return "text"
    try:
        choose_columns(cells, columns)
    except UnreadableError:
        return "text"
    return "tsv" if delimiter == "\t" else "csv"
