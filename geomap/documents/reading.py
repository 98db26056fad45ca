"""From inputs to documents, one after the other."""

from __future__ import annotations

import csv
import gzip
import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from geomap.documents.columns import Columns
from geomap.documents.dates import date_in_name, leading_date
from geomap.documents.delimited import read_delimited
from geomap.documents.document import Document
from geomap.documents.encoding import replace_nul
from geomap.documents.failure import OnError, ReadFailure, UnreadableError
from geomap.documents.html import read_html
from geomap.documents.json_lines import read_json_lines
from geomap.documents.markdown import read_markdown
from geomap.documents.opening import open_file, open_text, read_head
from geomap.documents.plain_text import read_plain_text
from geomap.documents.sniffing import sniff_kind
from geomap.documents.sources import Kind, SourceFile, find_files, stem
from geomap.documents.titles import find_headline, title_from_name, title_from_text

GUESSED_COLUMNS = Columns()
_TABLES: tuple[Kind, ...] = ("csv", "tsv", "jsonl")
_WHOLE = {"text": read_plain_text, "markdown": read_markdown, "html": read_html}
# What tells the encoding of a table; the rest of it is read as a stream.
_HEAD_BYTES = 4 << 20


def read_documents(
    inputs: Iterable[str | Path],
    *,
    columns: Columns = GUESSED_COLUMNS,
    given: bool = False,
    on_error: OnError,
    on_file: Callable[[SourceFile], None] | None = None,
) -> Iterator[Document]:
    """Read the documents that ``inputs`` name, one at a time, in the order given.

    Plain text, Markdown, HTML, CSV, TSV and JSONL are read, gzipped or not, in any encoding
    that can be told. One document that cannot be read never stops the others.

    Parameters
    ----------
    inputs : iterable of str or Path
        Files, folders, glob patterns, ``-`` for standard input; see `find_files`.
    columns : Columns
        The columns of tables and fields of JSONL objects to read, guessed where empty.
    given : bool
        Read the spans that JSONL documents carry into ``Document.given``; documents of other
        formats have none and are reported.
    on_error : callable
        Told of every input, file, row or line that cannot be read.
    on_file : callable, optional
        Told of each file when it has been read, for a progress bar over `count_files`.

    Yields
    ------
    Document
        With an id unique in this run (``~2`` is added to the second of the same id), a title,
        and a source. Offsets refer to ``text``, which for JSONL is exactly the one given.

    Examples
    --------
    >>> for document in read_documents(["seeds"], on_error=print):  # doctest: +SKIP
    ...     print(document.id, document.title)
    """
    ids = UniqueIds()
    for file in find_files(inputs, on_error=on_error):
        for document in _read_or_report(file, columns, given, on_error):
            yield _complete(replace(document, id=ids.make(document.id)), file)
        if on_file:
            on_file(file)


class UniqueIds:
    """Makes each id it is shown unique."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._count: dict[str, int] = {}

    def make(self, wanted: str) -> str:
        """Return ``wanted``, or when it is taken ``wanted~2`` and so on."""
        unique = wanted
        while unique in self._taken:
            self._count[wanted] = self._count.get(wanted, 1) + 1
            unique = f"{wanted}~{self._count[wanted]}"
        self._taken.add(unique)
        return unique


def _read_or_report(
    file: SourceFile, columns: Columns, given: bool, on_error: OnError
) -> Iterator[Document]:
    with reporting(file.path, on_error):
        yield from _read_file(file, columns, given, on_error)


@contextmanager
def reporting(path: str, on_error: OnError) -> Iterator[None]:
    """Report what can go wrong while a file is read, and go on."""
    try:
        yield
    except UnreadableError as error:
        on_error(error.at(path))
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        on_error(ReadFailure(path, f"its gzip data is damaged: {error}", "fetch it again"))
    except OSError as error:
        on_error(ReadFailure(path, (error.strerror or str(error)).lower()))
    except csv.Error as error:
        on_error(ReadFailure(path, f"its table is damaged: {error}", "check its quotes"))
    except UnicodeError as error:
        on_error(ReadFailure(path, f"its encoding is damaged: {error}", "save it as UTF-8"))


def _read_file(
    file: SourceFile, columns: Columns, given: bool, on_error: OnError
) -> Iterator[Document]:
    with open_file(file) as stream:
        head = read_head(stream, _HEAD_BYTES)
        if not head.strip():
            raise UnreadableError("it is empty")
        kind = file.kind or sniff_kind(head, columns)
        if given and kind != "jsonl":
            hint = "spans are read from JSONL only: run it without --given"
            raise UnreadableError("it carries no spans", hint)
        if kind in _TABLES:
            yield from _read_table(head, stream, replace(file, kind=kind), columns, given, on_error)
        else:
            yield _read_whole(head + stream.read(), replace(file, kind=kind))


def _read_table(
    head: bytes,
    stream: io.BufferedIOBase,
    file: SourceFile,
    columns: Columns,
    given: bool,
    on_error: OnError,
) -> Iterator[Document]:
    if file.kind == "jsonl":
        # JSON is UTF-8 (RFC 8259, 8.1); lines that are not are reported one by one.
        options = {"errors": "surrogateescape", "fallback": "utf-8"}
        with open_text(head, stream, **options) as lines:
            yield from read_json_lines(lines, file, columns, on_error, given=given)
    else:
        with open_text(head, stream, errors="replace") as lines:
            yield from read_delimited(lines, file, columns, on_error)


def _read_whole(data: bytes, file: SourceFile) -> Document:
    document = _WHOLE[file.kind](data, file)
    if not document.text.strip():
        raise UnreadableError("it is empty" if file.kind == "text" else "there is no text in it")
    named = "" if file.path == "-" else title_from_name(stem(file.name))
    fallback = find_headline(document.text) or named
    dates = (document.date, leading_date(document.text), date_in_name(file.name))
    return replace(document, title=document.title or fallback, date=next(filter(None, dates), ""))


def _complete(document: Document, file: SourceFile) -> Document:
    dates = (document.date, leading_date(document.text), date_in_name(_split(document.url).path))
    return replace(
        document,
        title=replace_nul(" ".join(document.title.split()) or title_from_text(document.text)),
        source=_source(document, file),
        date=next(filter(None, dates), ""),
    )


def _source(document: Document, file: SourceFile) -> str:
    """The outlet as the document names it, or the host of its address, or the file."""
    named = " ".join(document.source.split())
    found = (_host(named) if "://" in named else named) or _host(document.url)
    return replace_nul(found) or ("standard input" if file.path == "-" else file.name)


def _host(url: str) -> str:
    return (_split(url).hostname or "").removeprefix("www.")


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # "http://[" is no address, but no reason to lose the document either
        return SplitResult("", "", "", "", "")
