"""The mistakes behind the figures, alike ones together, the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from geomap.documents import Document
from geomap.evaluation.figures import NEAR_KM, kilometres_off
from geomap.evaluation.pairing import Comparison
from geomap.evaluation.placed import PlacedSpan

MistakeKind = Literal["wrong place", "unresolved", "missed", "spurious"]
KINDS: tuple[MistakeKind, ...] = ("wrong place", "unresolved", "missed", "spurious")
#: Characters shown on either side of a mention.
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake, its first occurrence, and how many times it was made.

    ``text`` is the place name in the document whose id is ``document``; ``context`` what is
    around it, the name in brackets. ``answer`` is None for what was missed, ``gold`` for what
    is spurious. ``km`` is the geodesic distance between them where both give a place.
    """

    kind: MistakeKind
    text: str
    document: str
    context: str
    answer: PlacedSpan | None = None
    gold: PlacedSpan | None = None
    km: float | None = None
    times: int = 1


class Mistakes:
    """Collects mistakes, document by document; holds each kind of mistake about a name once."""

    def __init__(self) -> None:
        self._first: dict[Any, Mistake] = {}
        self._times: Counter[Any] = Counter()
        self.totals: Counter[MistakeKind] = Counter()

    def add(self, document: Document, comparison: Comparison) -> None:
        """Note what is wrong in one document."""
        for kind, gold, answer in _find(comparison):
            span = answer if gold is None else gold
            assert span is not None
            text = " ".join(document.text[span.start : span.end].split())
            key = (kind, text.casefold(), _place(gold), _place(answer))
            self.totals[kind] += 1
            self._times[key] += 1
            if key not in self._first:
                around, away = _context(document.text, span), _geodesic_km(gold, answer)
                self._first[key] = Mistake(kind, text, document.id, around, answer, gold, away)

    def worst(self, kind: MistakeKind, most: int) -> list[Mistake]:
        """Return the mistakes of a kind: the farthest off first, then the most frequent."""
        made = [
            replace(mistake, times=self._times[key])
            for key, mistake in self._first.items()
            if mistake.kind == kind
        ]
        return sorted(made, key=lambda mistake: (-(mistake.km or 0), -mistake.times))[:most]


def _find(
    comparison: Comparison,
) -> Iterator[tuple[MistakeKind, PlacedSpan | None, PlacedSpan | None]]:
    for gold, answer in comparison.pairs:
        if answer.point is None:
            yield "unresolved", gold, answer
        elif kilometres_off(gold, answer) > NEAR_KM:
            yield "wrong place", gold, answer
    for gold in comparison.missed:
        yield "missed", gold, None
    for answer in comparison.spurious:
        yield "spurious", None, answer


def _place(span: PlacedSpan | None) -> object:
    return span and (span.geonameid, span.point)


def _geodesic_km(gold: PlacedSpan | None, answer: PlacedSpan | None) -> float | None:
    if not (gold and answer and gold.point and answer.point):
        return None
    from geopy.distance import geodesic

    return float(geodesic(gold.point, answer.point).km)


def _context(text: str, span: PlacedSpan) -> str:
    """Return the words around a span, on one line, the span in brackets."""
    low, high = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    before, after = text[low : span.start], text[span.end : high]
    before = ("…" if low else "") + before
    after += "…" if high < len(text) else ""
    return " ".join(f"{before}[{text[span.start : span.end]}]{after}".split())
