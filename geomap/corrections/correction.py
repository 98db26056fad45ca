"""Decisions of an analyst, applied the same way every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp


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
        self._scoped: dict[str, list[Correction]] = {}
        for row in sorted(self._words.values(), key=lambda row: -len(row.text)):
            if row.document:
                self._scoped.setdefault(row.document, []).append(row)
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
        """Correct a document: mentions change their place, go, or come.

        What is decided for a span or a document is added where it had been missed; a name is
        found there as a whole word, written as in the row. A span that no longer holds its text,
        because the document was edited, is left alone.
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
        decided += [
            _new(row, Mention(*span, row.text)) for span, row in spans.items() if span not in found
        ]
        decided += self._missed(document, [one.mention for one in kept], spans)
        whole = sorted(
            (one for one in decided if one is not None),
            key=lambda one: (one.mention.start, one.mention.end),
        )
        return replace(parsed, resolutions=tuple(whole))

    def _missed(
        self, document: Document, found: Iterable[Mention], spans: Iterable[tuple[int, int]]
    ) -> Iterator[Resolution | None]:
        """What was decided for this document and recognised nowhere, the longest names first."""
        taken = [(mention.start, mention.end) for mention in found] + list(spans)
        for row in self._scoped.get(document.id, ()):
            for at in re.finditer(rf"(?<!\w){re.escape(row.text.strip())}(?!\w)", document.text):
                mention = Mention(*at.span(), at[0])
                if not _overlaps(mention, taken):
                    taken.append(at.span())
                    yield _new(row, mention)

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


def _new(row: Correction, mention: Mention) -> Resolution | None:
    """A mention that recognition has missed."""
    if row.place is None:
        return None
    return Resolution(mention, row.place, 1.0, "correction", _why(row))


def _why(row: Correction) -> str:
    return f"Corrected by hand: {row.note}" if row.note else "Corrected by hand."


def _overlaps(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in spans)


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
