"""Score recognition on annotated news with models that never saw the document.

    python benchmarks/recognition.py FOLDS CORPUS.jsonl...

FOLDS is the folder that ``python -m geomap.recognition.training --with-corpora`` writes:
models and ``fold_of.json``. Prints F1 for each corpus (overlap counts, names without a
coordinate count neither way), the calibration of the confidence, the share of roles told right
where the corpus marks them (GeoWebNews; by weights that never saw the document), and words per
second.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition import Mention
from geomap.recognition.training.examples import Example, read_corpus
from geomap.recognition.training.folds import count_found, find_f1, read_folds
from geomap.recognition.training.place_names import read_place_names
from geomap.recognition.training.role_examples import make_cases
from geomap.recognition.training.roles import cross_validate_roles, read_cases, sum_up_roles


def print_f1(name: str, examples: list[Example], found: dict[str, tuple[Mention, ...]]) -> None:
    """Print precision, recall and F1 of a corpus, and F1 without demonyms."""
    counts = [count_found(found[e.id], e) for e in examples]
    both, asked, gold = (sum(column) for column in zip(*counts, strict=True))
    plain = find_f1(
        count_found([m for m in found[e.id] if m.role != "demonym"], e) for e in examples
    )
    print(
        f"{name:9} P {both / asked:.3f} R {both / gold:.3f} F1 {find_f1(counts):.3f}; "
        f"found without demonyms {plain:.3f}"
    )


def print_calibration(examples: list[Example], found: dict[str, tuple[Mention, ...]]) -> None:
    """Print for each tenth of confidence how many mentions there are, and the share right."""
    tenths: dict[int, list[bool]] = {}
    for e in examples:
        for m in found[e.id]:
            over = [
                any(s.start < m.end and m.start < s.end for s in x) for x in (e.gold, e.skipped)
            ]
            if m.kind == "place" and (over[0] or not over[1]):
                tenths.setdefault(min(9, int(m.confidence * 10)), []).append(over[0])
    for tenth, right in sorted(tenths.items()):
        share = sum(right) / len(right)
        print(f"confidence {tenth / 10:.1f}: {len(right):5} mentions, {share:.3f} right")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folds", type=Path)
    parser.add_argument("corpora", nargs="+", type=Path)
    arguments = parser.parse_args()
    gazetteer = Gazetteer.open()
    recognisers, fold_of = read_folds(arguments.folds, gazetteer.names)
    every: list[Example] = []
    found: dict[str, tuple[Mention, ...]] = {}
    for path in arguments.corpora:
        examples = list(read_corpus(path))
        for e in examples:
            found[e.id] = recognisers[fold_of[e.id]].find_mentions(Document(e.id, e.text))
        print_f1(path.stem, examples, found)
        every += examples
    print_calibration(every, found)
    cases = [c for path in arguments.corpora for c in read_cases(path, recognisers, fold_of)]
    if cases:
        made = list(make_cases(recognisers[0], read_place_names(gazetteer)))
        print(sum_up_roles(cases, cross_validate_roles(cases, made)))
    words, started = 0, time.process_time()
    for e in every:
        recognisers[0].find_mentions(Document(e.id, e.text))
        words += len(e.text.split())
    print(f"{words / (time.process_time() - started):,.0f} words a second of processor time")


if __name__ == "__main__":
    main()
