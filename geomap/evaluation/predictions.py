"""Answers to be judged: from a parser, or from what one has written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from geomap.documents import Document, SourceFile, find_files
from geomap.documents.failure import ReadFailure, UnreadableError
from geomap.errors import DocumentError
from geomap.evaluation.gold import GoldDocument
from geomap.evaluation.lines import read_lines
from geomap.evaluation.placed import PlacedSpan, read_placed
from geomap.pipeline import Parser
from geomap.resolution import Resolution

#: Gives the answers for a document.
Answers = Callable[[GoldDocument], Iterable[PlacedSpan]]


def parser_answers(parser: Parser, *, given: bool = False) -> Answers:
    """Return a function that parses a document.

    Parameters
    ----------
    parser : Parser
        What is to be judged.
    given : bool
        Resolve the spans of gold instead of finding some.
    """

    def answer(gold: GoldDocument) -> list[PlacedSpan]:
        document = gold.document if given else replace(gold.document, given=None)
        return [_placed(resolution) for resolution in parser.parse(document).resolutions]

    return answer


def file_answers(
    predictions: Mapping[str, tuple[PlacedSpan, ...]],
    *,
    on_missing: Callable[[str], None] = lambda name: None,
) -> Answers:
    """Return a function that looks a document up by its id, and checks that its spans fit.

    Parameters
    ----------
    predictions : mapping of str to tuple of PlacedSpan
        As `read_predictions` gives them.
    on_missing : callable
        Told the id of each document that has none: it counts as one where nothing was found.
    """

    def answer(gold: GoldDocument) -> tuple[PlacedSpan, ...]:
        if gold.document.id not in predictions:
            on_missing(gold.document.id)
        spans = predictions.get(gold.document.id, ())
        _check_fit(gold.document, spans)
        return spans

    return answer


def _check_fit(document: Document, spans: Iterable[PlacedSpan]) -> None:
    length = len(document.text)
    for span in spans:
        if span.end > length:
            raise DocumentError(
                f"the prediction for document {document.id!r} has a mention {span.start}.."
                f"{span.end} in a text of {length} characters (predict on the same texts; "
                "offsets count code points)"
            )


def read_predictions(path: str | Path) -> dict[str, tuple[PlacedSpan, ...]]:
    """Read what ``geomap parse`` has written: the mentions of each document, by its id.

    Raises
    ------
    DocumentError
        When the file or a line of it cannot be read, or two lines are about one document.
    """
    found: dict[str, tuple[PlacedSpan, ...]] = {}
    for number, record in read_lines(_the_file(path), _refuse):
        where = f"{path}:{number}"
        try:
            name = _id(record.get("id"))
            if name in found:
                hint = "keep one of them"
                raise UnreadableError(f"document {name!r} is on an earlier line too", hint)
            found[name] = read_placed(record, "mentions")
        except UnreadableError as error:
            raise DocumentError(str(error.at(where))) from error
    return found


def _the_file(path: str | Path) -> SourceFile:
    files = list(find_files([path], on_error=_refuse))
    if len(files) != 1:
        raise DocumentError(f"{path} is no single file (name one that geomap parse has written)")
    return files[0]


def _id(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        raise UnreadableError("it has no id", "predictions are joined with gold by id")
    return str(value).strip()


def _refuse(failure: ReadFailure) -> None:
    raise DocumentError(str(failure))


def _placed(resolution: Resolution) -> PlacedSpan:
    mention, place = resolution.mention, resolution.place
    if place is None:
        return PlacedSpan(mention.start, mention.end)
    return PlacedSpan(
        mention.start, mention.end, place.lat, place.lon, place.geonameid,
        place.name, place.country,
    )  # fmt: skip
