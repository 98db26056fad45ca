"""Texts of our own with every name marked, read from ``texts/`` (see the README there)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from geomap.recognition.labels import PLACE_KINDS
from geomap.recognition.training.examples import Example, Span, make_example

TEXTS = Path(__file__).with_name("texts")
#: What a mark says a name is, as the labels call it.
_KINDS = {"L": "LOC", "A": "LOC", "E": "EMB", "D": "DEM", "O": "ORG", "P": "PER", "M": "MISC"}
_HEADING = re.compile(r"^### (.+)\n", re.MULTILINE)
_MARK = re.compile(rf"\{{([{''.join(_KINDS)}]) |\}}")


def read_texts() -> Iterator[Example]:
    """Yield the documents of all files."""
    for path in sorted(TEXTS.glob("*.txt")):
        yield from read_annotated(path)


def read_annotated(path: Path) -> Iterator[Example]:
    """Yield the documents of a file, with a label for every word; each is its own group.

    Raises
    ------
    ValueError
        When a mark is not closed, or closed twice.
    """
    parts = _HEADING.split(path.read_text(encoding="utf-8"))
    for heading, marked in zip(parts[1::2], parts[2::2], strict=True):
        text, spans = read_marks(marked.strip())
        id_, places = f"texts/{path.stem}/{heading}", (s for s in spans if s.kind in PLACE_KINDS)
        example = make_example(id_, text, spans)
        yield replace(example, group=id_, gold=tuple(places), corpus="texts")


def read_marks(marked: str) -> tuple[str, list[Span]]:
    """Return a text without its marks, and the names marked; those inside others come later.

    Examples
    --------
    >>> read_marks("in {L Uman}")
    ('in Uman', [Span(start=3, end=7, kind='LOC')])
    """
    text, at = "", 0
    spans: list[Span] = []
    begun: list[tuple[int, str]] = []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            begun.append((len(text), _KINDS[mark[1]]))
        elif begun:
            start, kind = begun.pop()
            spans.append(Span(start, len(text), kind))
        else:
            raise ValueError(f"a mark is closed twice: {marked[max(0, at - 30) : at]!r}")
    if begun:
        raise ValueError(f"a mark is not closed: {text[begun[-1][0] :][:30]!r}")
    return text + marked[at:], sorted(spans, key=lambda span: (span.start, -span.end))
