"""JSON Lines: a document an object, an object a line (https://jsonlines.org), as a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from geomap.documents.columns import Columns, choose_columns
from geomap.documents.dates import iso_date
from geomap.documents.document import Document
from geomap.documents.encoding import replace_surrogates
from geomap.documents.failure import OnError, UnreadableError
from geomap.documents.sources import SourceFile

# What the error handler "surrogateescape" makes of bytes that are not text (PEP 383).
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


def read_json_lines(
    lines: Iterable[str],
    file: SourceFile,
    columns: Columns,
    on_error: OnError,
    *,
    given: bool = False,
) -> Iterator[Document]:
    """Yield a document for each line, its text exactly as given.

    Only lone surrogates, which no file can hold, are replaced, one for one, by U+FFFD.

    Parameters
    ----------
    lines : iterable of str
        The lines, undecodable bytes escaped as surrogates.
    file : SourceFile
        Where it comes from; documents without an id are called ``name#3`` after their line.
    columns : Columns
        The fields to read, guessed where empty.
    on_error : callable
        Told of each line that cannot be read; the others go on.
    given : bool
        Read the spans in ``mentions`` (or ``toponyms``) into ``Document.given``.

    Raises
    ------
    UnreadableError
        The file is one JSON value over many lines.

    Examples
    --------
    >>> source = SourceFile("a.jsonl", "a.jsonl", "jsonl")
    >>> documents = read_json_lines(['{"text": "Kyiv"}'], source, Columns(), print)
    >>> [document.text for document in documents]
    ['Kyiv']
    """
    for number, line in enumerate(lines, start=1):
        content = line.strip()
        if not content:
            continue
        if number == 1 and content in ("[", "{"):
            reason = "it is one JSON value over many lines, not an object a line"
            raise UnreadableError(reason, "convert it, for example with: jq -c '.[]'")
        try:
            yield make_document(parse_object(content), columns, f"{file.name}#{number}", given)
        except UnreadableError as error:
            on_error(error.at(f"{file.path}:{number}"))


def parse_object(line: str) -> dict[str, Any]:
    """Return the JSON object that a line holds.

    Raises
    ------
    UnreadableError
        It holds none.
    """
    if not line.isascii() and _ESCAPED_BYTE.search(line):
        raise UnreadableError("it holds bytes that are not text", "save the file as UTF-8")
    try:
        value = json.loads(line)
    except RecursionError:
        raise UnreadableError("its JSON is nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(f"it is not JSON: {error}", "write one object a line") from None
    if not isinstance(value, dict):
        raise UnreadableError("it is not a JSON object", 'write {"text": "..."}, one a line')
    return value


def make_document(
    record: dict[str, Any], columns: Columns, line_id: str, given: bool = False
) -> Document:
    """Return the document that a JSON object describes, called ``line_id`` when it has no id.

    Raises
    ------
    UnreadableError
        It has no text, or with ``given`` no spans.
    """
    chosen = choose_columns(record, columns)
    record.pop("", None)  # so that a field not chosen is not there
    text = record[chosen.text]
    if not isinstance(text, str):
        raise UnreadableError(f"its {chosen.text!r} is not a string")
    if not text.strip():
        raise UnreadableError("its text is empty")
    return Document(
        id=_string(record.get(chosen.id)) or line_id,
        text=replace_surrogates(text),
        title=_string(record.get(chosen.title)),
        url=_string(record.get(chosen.url)),
        source=_string(record.get(chosen.source)),
        date=iso_date(record.get(chosen.date)),
        given=_spans(record, len(text)) if given else None,
    )


def _string(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return replace_surrogates(str(value).strip())


def _spans(record: dict[str, Any], length: int) -> tuple[tuple[int, int], ...]:
    name = next((name for name in ("mentions", "toponyms") if name in record), "")
    spans = record.get(name)
    if not isinstance(spans, list):
        hint = 'write "mentions": [{"start": 0, "end": 4}]'
        raise UnreadableError("it gives no list of mentions or toponyms", hint)
    return tuple(read_span(span, f"{name}[{at}]", length) for at, span in enumerate(spans))


def read_span(span: object, called: str, length: int | None = None) -> tuple[int, int]:
    """Return the start and end that a JSON object gives, in a text of ``length`` characters.

    Raises
    ------
    UnreadableError
        It gives none, or they lie outside; the message calls it ``called``.
    """
    start, end = (span.get("start"), span.get("end")) if isinstance(span, dict) else (None, None)
    # type() and not isinstance(): true and false are integers too.
    if type(start) is not int or type(end) is not int:
        raise UnreadableError(f"{called} lacks integers start and end")
    if not 0 <= start < end or (length is not None and end > length):
        hint = "offsets count code points, the end is exclusive"
        where = "" if length is None else f" in a text of {length} characters"
        raise UnreadableError(f"{called} is {start}..{end}{where}", hint)
    return start, end
