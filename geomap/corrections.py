"""The analyst's own decisions: a table of corrections, applied the same way every time.

A correction is a row of a CSV file that the page writes and people write by hand::

    document,start,end,text,action,place_id,lat,lon,name,note
    ,,,Gregoron,place,561762,,,Grayvoron,machine translation
    report-7,120,126,Jordan,not a place,,,,,a person
"""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.errors import GeomapError
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp

#: Columns of ``corrections.csv``; only ``text`` and ``action`` must be there.
COLUMNS = (
    "document", "start", "end", "text", "action", "place_id", "lat", "lon", "name", "note",
)  # fmt: skip

PLACE = "place"
NOT_A_PLACE = "not a place"


class CorrectionError(GeomapError, ValueError):
    """A table of corrections cannot be used; the message names file and row."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision: what ``text`` means, or that it is no place (``place`` is None).

    It holds for one span of a document (``start, end``: half-open, code points), for a whole
    ``document``, or everywhere when ``document`` is empty.
    """

    text: str
    place: Place | None
    document: str = ""
    start: int | None = None
    end: int | None = None
    note: str = ""

    @property
    def rank(self) -> int:
        """The narrower of two corrections wins: 2 for a span, 1 for a document, 0 else."""
        return 2 if self.start is not None else int(bool(self.document))


class Corrections:
    """Decisions ready to be applied; of two alike the later wins.

    Parameters
    ----------
    rows : iterable of Correction

    Examples
    --------
    >>> document = Document("1", "Jordan said no.")
    >>> parsed = ParsedDocument(document, (Resolution(Mention(0, 6, "Jordan"), None),))
    >>> Corrections([Correction("jordan", None)]).apply(parsed).resolutions
    ()
    """

    def __init__(self, rows: Iterable[Correction]) -> None:
        self._rows = sorted(rows, key=lambda row: row.rank)
        # Words by document, and spans by document and offsets; later rows replace earlier ones.
        self._words = {(row.document, _key(row.text)): row for row in self._rows if row.rank < 2}
        self._spans: dict[str, dict[tuple[int, int], Correction]] = {}
        for row in self._rows:
            if row.start is not None and row.end is not None:
                self._spans.setdefault(row.document, {})[row.start, row.end] = row

    def __len__(self) -> int:
        return len(self._rows)

    def decision(self, name: str) -> Correction | None:
        """What was decided about a name wherever it stands."""
        return self._words.get(("", _key(name)))

    def apply(self, parsed: ParsedDocument) -> ParsedDocument:
        """Correct a document: mentions change their place, go, or (by span) come.

        A span that no longer holds its text, because the document was edited, is left alone.
        """
        document = parsed.document
        spans = {
            span: row
            for span, row in self._spans.get(document.id, {}).items()
            if document.text[span[0] : span[1]] == row.text
        }
        kept = [
            one
            for one in parsed.resolutions
            if (one.mention.start, one.mention.end) in spans or not _overlaps(one.mention, spans)
        ]
        decided = [self._decide(document, spans, one) for one in kept]
        found = {(one.mention.start, one.mention.end) for one in kept}
        decided += [_new(row, span) for span, row in spans.items() if span not in found]
        whole = sorted(
            (one for one in decided if one is not None),
            key=lambda one: (one.mention.start, one.mention.end),
        )
        return replace(parsed, resolutions=tuple(whole))

    def _decide(
        self, document: Document, spans: dict[tuple[int, int], Correction], one: Resolution
    ) -> Resolution | None:
        word = _key(one.mention.text)
        row = (
            spans.get((one.mention.start, one.mention.end))
            or self._words.get((document.id, word))
            or self._words.get(("", word))
        )
        return _correct(one, row) if row else one


def read_corrections(
    path: str | os.PathLike[str], find_place: Callable[[str], Place | None]
) -> Corrections:
    """Read a table of corrections.

    Parameters
    ----------
    path : path
        CSV (RFC 4180), UTF-8, with a header; see the module's docstring. ``action`` is
        ``place`` or ``not a place``; a place is named by ``place_id``, or by ``lat`` and
        ``lon`` (degrees, WGS 84) and a ``name``.
    find_place : callable
        Looks a place up by id, like ``Gazetteer.place``.

    Raises
    ------
    CorrectionError
        When the file cannot be read, or a row makes no sense.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: is not UTF-8; save it as CSV UTF-8") from error
    return Corrections(_read_rows(text, str(path), find_place))


def _read_rows(
    text: str, path: str, find_place: Callable[[str], Place | None]
) -> Iterator[Correction]:
    reader = csv.DictReader(text.splitlines(keepends=True), restval="", restkey="")
    missing = {"text", "action"} - {name.strip() for name in reader.fieldnames or ()}
    if missing:
        raise CorrectionError(
            f"{path}: the header lacks {' and '.join(sorted(missing))}; "
            f"columns are {', '.join(COLUMNS)}"
        )
    for number, cells in enumerate(reader, start=2):
        # The text of a span must stay as it is in the document; all else may be padded.
        row = {name.strip(): str(value) for name, value in cells.items() if name}
        if not any(value.strip() for value in row.values()):
            continue
        try:
            yield _read_row({name: row.get(name, "") for name in COLUMNS}, find_place)
        except ValueError as error:
            raise CorrectionError(f"{path}, row {number}: {error}") from error


def _read_row(row: dict[str, str], find_place: Callable[[str], Place | None]) -> Correction:
    document, note = row["document"].strip(), row["note"].strip()
    if not row["text"].strip():
        raise ValueError("'text' is empty: which words are meant?")
    start, end = _read_span(row)
    if start is not None and not document:
        raise ValueError("'start' and 'end' need a 'document'")
    action = row["action"].strip().lower().replace("_", " ")
    if action == NOT_A_PLACE:
        return Correction(row["text"], None, document, start, end, note)
    if action != PLACE:
        raise ValueError(f"action {action!r} is not known; write '{PLACE}' or '{NOT_A_PLACE}'")
    return Correction(row["text"], _read_place(row, find_place), document, start, end, note)


def _read_span(row: dict[str, str]) -> tuple[int, int] | tuple[None, None]:
    start, end = row["start"].strip(), row["end"].strip()
    if not start and not end:
        return None, None
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ValueError(f"'{start}' to '{end}' is no span; start and end count characters from 0")
    return int(start), int(end)


def _read_place(row: dict[str, str], find_place: Callable[[str], Place | None]) -> Place:
    id_ = row["place_id"].strip()
    place = find_place(id_) if id_ else None
    if place is not None:
        return place
    lat, lon = row["lat"].strip(), row["lon"].strip()
    if lat or lon:
        return _make_place(row["name"].strip() or row["text"].strip(), lat, lon)
    if id_:
        raise ValueError(f"place_id {id_!r} is not in the gazetteer; give 'lat' and 'lon' as well")
    raise ValueError("which place? Give a 'place_id', or 'lat' and 'lon'")


def _make_place(name: str, lat: str, lon: str) -> Place:
    try:
        at = float(lat), float(lon)
    except ValueError as error:
        raise ValueError(
            f"'{lat}, {lon}' is no point; write degrees, like 50.6 and 36.6"
        ) from error
    if not (-90 <= at[0] <= 90 and -180 <= at[1] <= 180):
        raise ValueError(f"{lat}, {lon} is not on Earth; lat is -90 to 90, lon -180 to 180")
    id_ = f"coordinate:{at[0]:.5f},{at[1]:.5f}"
    return Place(id_, name, "", "", "", "", "", at[0], at[1], 0, 0.0)


def _correct(one: Resolution, row: Correction) -> Resolution | None:
    if row.place is None:
        return None
    others = tuple(rival for rival in one.alternatives if rival.place.id != row.place.id)
    if one.place is not None and one.place.id != row.place.id:
        others = (RunnerUp(one.place, one.score), *others)
    role = "literal" if one.mention.role == "demonym" else one.mention.role
    return Resolution(
        replace(one.mention, role=role), row.place, 1.0, "correction", _why(row), others
    )


def _new(row: Correction, span: tuple[int, int]) -> Resolution | None:
    """A mention that recognition has missed."""
    if row.place is None:
        return None
    return Resolution(Mention(*span, row.text), row.place, 1.0, "correction", _why(row))


def _why(row: Correction) -> str:
    return f"Corrected by hand: {row.note}" if row.note else "Corrected by hand."


def _overlaps(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in spans)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
