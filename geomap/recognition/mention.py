"""A mention: a span of a document that names a place or states a coordinate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["place", "coordinate"]
Role = Literal["literal", "associative", "demonym"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document, ``text == document.text[start:end]`` (code points).

    ``role`` is ``literal`` (something is or happens there), ``associative`` (a metonym, or a
    name inside another name) or ``demonym``. ``confidence`` in 0..1 says how sure recognition
    is that this is a place at all. ``lat, lon`` (degrees, WGS 84) are set for coordinates only.
    ``forms`` are the recorded names that an inflected one may stand for, the likeliest first;
    ``language`` is the ISO 639-1 code of the text around where that is known not to be English.
    """

    start: int
    end: int
    text: str
    kind: Kind = "place"
    role: Role = "literal"
    confidence: float = 1.0
    lat: float | None = None
    lon: float | None = None
    forms: tuple[str, ...] = ()
    language: str = ""
