"""Hints: persons, organisations and other names that another recogniser found in a corpus.

Geoparsing corpora mark places only. A file of hints, JSON of ``{document id: [[start, end,
label], ...]}`` with the labels of OntoNotes 5, says what the other names are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from geomap.recognition.labels import LABELS
from geomap.recognition.training.examples import NO_PLACE, Example, Span, find_tokens

_KINDS = {
    "PERSON": "PER", "ORG": "ORG", "FAC": "MISC", "WORK_OF_ART": "MISC", "PRODUCT": "MISC",
    "EVENT": "MISC", "LAW": "MISC", "LANGUAGE": "MISC", "NORP": "MISC",
}  # fmt: skip


def read_hints(path: Path) -> dict[str, list[Span]]:
    """Read hints by document id; labels that tell nothing (numbers, places) are left out."""
    records = json.loads(path.read_text(encoding="utf-8"))
    return {
        id_: [Span(start, end, _KINDS[label]) for start, end, label in marks if label in _KINDS]
        for id_, marks in records.items()
    }


def add_hints(examples: Iterable[Example], hints: dict[str, list[Span]]) -> Iterator[Example]:
    """Yield the examples with fewer labels to choose from for words that are no place.

    Words in lower case are outside names unless a hint covers them; words of a hint have its
    kind. What a corpus says of places stays.
    """
    for example in examples:
        allowed = [
            (0,) if labels == NO_PLACE and not word[:1].isupper() else labels
            for labels, word in zip(example.allowed, example.tokens.words, strict=True)
        ]
        for span in hints.get(example.id, []):
            inside = tuple(LABELS.index(f"{part}-{span.kind}") for part in "BI")
            for i in find_tokens(example.tokens, span):
                if allowed[i] in (NO_PLACE, (0,)):
                    allowed[i] = inside
        yield replace(example, allowed=tuple(allowed))
