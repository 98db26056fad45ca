"""A resolution: what a mention was taken to mean, how surely, and why."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.place import Place
from geomap.documents.document import Document
from geomap.recognition.mention import Mention


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A place the mention might have meant instead, with its probability."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention and the place it means, or none.

    ``score`` in 0..1 is the probability that ``place`` is right. ``match`` says how it was found:
    ``exact`` or ``alias``, under a recorded name; ``part``, under a part of one; ``variant``, by
    a spelling that nobody recorded; ``context``, by such a spelling in the neighbourhood, or by
    the neighbourhood alone, as the place around a street or a school; ``coordinate``;
    ``correction``; or empty when unresolved. ``why`` is one sentence,
    mostly a `geomap.resolution.reason.Reason`.
    """

    mention: Mention
    place: Place | None
    score: float = 0.0
    match: str = ""
    why: str = ""
    alternatives: tuple[RunnerUp, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document and the resolutions of its mentions, in text order."""

    document: Document
    resolutions: tuple[Resolution, ...]
