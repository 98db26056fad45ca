"""Readings: annotated documents as the recogniser reads them, and as their annotators do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geomap.documents import Document
from geomap.recognition import Mention, Recogniser
from geomap.recognition.given import given_mentions

#: So many mentions make a short text, of which each article gives at most so many.
_CUT, _MOST_CUTS = 3, 3


@dataclass(slots=True)
class Reading:
    """A document as the recogniser reads it, and the gold toponym of each mention, if any.

    Gold may lack the coordinates (``lat`` is None): then nothing is known of the place. ``whole``
    is false for what is cut out of a document.
    """

    corpus: str
    document: Document
    mentions: tuple[Mention, ...]
    gold: list[dict[str, Any] | None]
    whole: bool = True


def read_gold(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Read corpora, a document a line."""
    return [json.loads(line) for p in paths for line in p.open(encoding="utf-8")]


def read_both(recogniser: Recogniser, record: dict[str, Any]) -> list[Reading]:
    """Read a document both ways: its mentions found, and given."""
    return [read_mentions(recogniser, record), read_given(record)]


def read_document(record: dict[str, Any]) -> Document:
    """Make a document of a line of a corpus, all its marked spans given."""
    spans = tuple((t["start"], t["end"]) for t in record["toponyms"])
    url, title = record.get("url") or "", record.get("title") or ""
    return Document(record["id"], record["text"], title, url, given=spans)


def read_given(record: dict[str, Any]) -> Reading:
    """Take the spans that gold marks for mentions, as ``geomap parse --given`` does."""
    document = read_document(record)
    toponyms = sorted(record["toponyms"], key=lambda t: (t["start"], t["end"]))
    gold: list[dict[str, Any] | None] = list(toponyms)
    return Reading(record["corpus"], document, given_mentions(document), gold)


def read_mentions(recogniser: Recogniser, record: dict[str, Any]) -> Reading:
    """Find the mentions of a document, and the gold toponym that each one overlaps.

    Mentions that overlap only gold without a coordinate are left out: nothing is known of them.
    """
    found, gold = [], []
    document = read_document(record)
    for mention in recogniser.find_mentions(document):
        overlapping = [
            t for t in record["toponyms"] if t["start"] < mention.end and mention.start < t["end"]
        ]
        located = [t for t in overlapping if t["lat"] is not None]
        if located or not overlapping:
            found.append(mention)
            gold.append(located[0] if located else None)
    return Reading(record["corpus"], document, tuple(found), gold)


def cut(reading: Reading) -> list[Reading]:
    """Cut a document into short ones of a few mentions each, and return some of them.

    Articles name many places; a tweet or a sentence names two or three, whose company says less.
    """
    starts = range(0, len(reading.mentions) - _CUT + 1, _CUT)
    kept = list(starts)[: _MOST_CUTS * 2 : 2]
    return [
        Reading(
            reading.corpus,
            reading.document,
            reading.mentions[start : start + _CUT],
            reading.gold[start : start + _CUT],
            whole=False,
        )
        for start in kept
    ]
