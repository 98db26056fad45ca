"""A document: the text that everything else refers to by character offsets."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known about where it comes from.

    ``id`` is unique in a run. ``date`` is ISO 8601 (``2023-05-23``) or empty; ``language`` is
    ISO 639-1 or empty; ``source`` names the outlet or file. ``given`` are spans
    (``start, end``, half-open, code points of ``text``) that the caller says are places.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    source: str = ""
    date: str = ""
    language: str = ""
    given: tuple[tuple[int, int], ...] | None = field(default=None)
