"""Cross-validation: what a model learned with the corpora finds in documents it never saw."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence

from geomap.recognition.labels import PLACE_KINDS, find_kind
from geomap.recognition.mention import Mention
from geomap.recognition.training.examples import Example

#: How often a name was found and gold, found, and gold.
Counts = tuple[int, int, int]
Finder = Callable[[Example], Sequence[Mention]]


def choose_fold(example: Example, folds: int, *, by_group: bool) -> int:
    """Return the fold of a document: by its id, or by its newspaper."""
    key = example.group if by_group else example.id
    return zlib.crc32(key.encode("utf-8")) % folds


def count_found(found: Iterable[Mention], example: Example) -> Counts:
    """Count overlaps of mentions with gold names, one to one, in order."""
    gold = _gold_spans(example)
    spans = [(m.start, m.end) for m in found if m.kind == "place"]
    open_, both = list(gold), 0
    for start, end in spans:
        for name in open_:
            if name[0] < end and name[1] > start:
                both += 1
                open_.remove(name)
                break
    return both, len(spans), len(gold)


def find_f1(counts: Iterable[Counts]) -> float:
    """Return F1 over documents, 0..1."""
    both, found, gold = (sum(column) for column in zip(*counts, strict=True))
    return 2 * both / (found + gold) if found + gold else 0.0


def _gold_spans(example: Example) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    tokens = example.tokens
    for i, labels in enumerate(example.allowed):
        if find_kind(labels[0]) not in PLACE_KINDS:
            continue
        if labels[0] % 2 == 0 and spans:
            spans[-1] = (spans[-1][0], tokens.ends[i])
        else:
            spans.append((tokens.starts[i], tokens.ends[i]))
    return spans
