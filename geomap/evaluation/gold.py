"""Gold: documents whose place names someone has marked and located by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geomap.documents import Columns, Document, SourceFile, find_files
from geomap.documents.failure import OnError, ReadFailure, UnreadableError
from geomap.documents.json_lines import make_document
from geomap.documents.reading import UniqueIds
from geomap.errors import DocumentError
from geomap.evaluation.lines import read_lines
from geomap.evaluation.placed import PlacedSpan, read_placed


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and what its place names mean; ``document.given`` are their spans."""

    document: Document
    toponyms: tuple[PlacedSpan, ...]


def _refuse(failure: ReadFailure) -> None:
    raise DocumentError(str(failure))


def read_gold(
    inputs: str | Path | Iterable[str | Path], *, on_error: OnError = _refuse
) -> Iterator[GoldDocument]:
    """Read annotated documents (JSON Lines, gzipped or not), one at a time.

    A line is ``{"id", "text", "toponyms": [{"start", "end", "lat", "lon", "geonameid"}]}``;
    title, url and date may be there too. Offsets are code points, half-open.

    Parameters
    ----------
    inputs : path or iterable of paths
        Files, folders, glob patterns or ``-`` for standard input.
    on_error : callable
        Told of every file or line that cannot be read; by default the first is raised.

    Raises
    ------
    DocumentError
        Without ``on_error``, when something cannot be read.

    Examples
    --------
    >>> for gold in read_gold("docs/gold.jsonl"):  # doctest: +SKIP
    ...     print(gold.document.id, len(gold.toponyms))
    """
    ids = UniqueIds()
    for file in find_files(
        [inputs] if isinstance(inputs, str | Path) else inputs, on_error=on_error
    ):
        yield from read_gold_file(file, ids, on_error)


def read_gold_file(file: SourceFile, ids: UniqueIds, on_error: OnError) -> Iterator[GoldDocument]:
    """Read one file; ids are made unique over a run as `read_documents` makes them."""
    for number, record in read_lines(file, on_error):
        try:
            gold = _gold(record, f"{file.name}#{number}")
        except UnreadableError as error:
            on_error(error.at(f"{file.path}:{number}"))
            continue
        named = replace(gold.document, id=ids.make(gold.document.id))
        yield replace(gold, document=named)


def _gold(record: dict[str, Any], line_id: str) -> GoldDocument:
    document = make_document(record, Columns(), line_id)
    toponyms = read_placed(record, "toponyms", len(document.text))
    for at, (toponym, said) in enumerate(zip(toponyms, record["toponyms"], strict=True)):
        _check_text(document.text[toponym.start : toponym.end], said.get("text"), at)
    given = tuple((toponym.start, toponym.end) for toponym in toponyms)
    return GoldDocument(replace(document, given=given), toponyms)


def _check_text(there: str, said: object, at: int) -> None:
    """Refuse offsets that count bytes or UTF-16 units, where the gold lets us see it."""
    if isinstance(said, str) and said and said.split() != there.split():
        hint = "offsets count code points, the end is exclusive"
        raise UnreadableError(f"toponyms[{at}] is {there!r} in the text, not {said!r}", hint)
