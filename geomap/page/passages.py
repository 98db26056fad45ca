"""The pieces of a document that go on the page, and where the mentions are in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.page.security import clean
from geomap.quotes import Quote, find_quote
from geomap.resolution.resolution import ParsedDocument, Resolution

#: Two units in UTF-16.
_WIDE = re.compile("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Span:
    """A resolution with its place in a passage; offsets in UTF-16 units, as JavaScript counts.

    ``start:end`` is the mention, ``first:last`` its quote.
    """

    resolution: Resolution
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Quotes of a document that touch, as one text.

    ``start`` is its offset in the document (code points).
    ``skips`` says that words of the document were left out just before this passage.
    """

    text: str
    start: int
    spans: tuple[Span, ...]
    skips: bool


def find_passages(parsed: ParsedDocument, *, full_text: bool = False) -> Iterator[Passage]:
    """Cut a document into passages, in text order.

    Parameters
    ----------
    parsed : ParsedDocument
    full_text : bool
        One passage that holds the whole text.
    """
    text = parsed.document.text
    found = sorted(parsed.resolutions, key=lambda one: (one.mention.start, one.mention.end))
    quotes = [find_quote(text, one.mention.start, one.mention.end) for one in found]
    pieces = [(0, len(text))] if full_text else _join(quotes)
    waiting = list(zip(quotes, found, strict=True))[::-1]
    done = 0
    for low, high in pieces:
        inside = []
        while waiting and waiting[-1][1].mention.start < high:
            quote, one = waiting.pop()
            if low <= one.mention.start and one.mention.end <= high:
                inside.append((quote, one))
        yield Passage(
            clean(text[low:high]),
            low,
            _place_spans(text, low, high, inside),
            bool(text[done:low].strip()),
        )
        done = high


def _join(quotes: list[Quote]) -> list[tuple[int, int]]:
    """Merge quotes that overlap or have only white space between them."""
    joined: list[tuple[int, int]] = []
    for quote in sorted(quotes, key=lambda quote: quote.start):
        if joined and quote.start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], quote.end))
        else:
            joined.append((quote.start, quote.end))
    return joined


def _place_spans(
    text: str, low: int, high: int, inside: list[tuple[Quote, Resolution]]
) -> tuple[Span, ...]:
    wide = [found.start() for found in _WIDE.finditer(text, low, high)]

    def units(offset: int) -> int:
        """Offset in the document -> UTF-16 units from the start of the passage."""
        at = min(max(offset, low), high)
        return at - low + bisect_left(wide, at)

    return tuple(
        Span(
            one,
            units(one.mention.start),
            units(one.mention.end),
            units(quote.start),
            units(quote.end),
        )
        for quote, one in inside
    )
