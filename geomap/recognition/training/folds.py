"""Cross-validation: what a model learned with the corpora finds in documents it never saw."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from geomap.recognition import recogniser as recognising
from geomap.recognition.clusters import read_words
from geomap.recognition.mention import Mention
from geomap.recognition.model import Model, read_model, write_model
from geomap.recognition.names import NameIndex
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.training.examples import Example

#: Folds of a cross-validation.
FOLDS = 5
WORDS = Path(recognising.__file__).parent / "model" / "words.bin"

#: How often a name was found and gold, found, and gold.
Counts = tuple[int, int, int]
#: A model and the documents that it never saw.
FoldModel = tuple[Model, list[Example]]


def fold_by_document(example: Example) -> int:
    """Return the fold of a document, by its id."""
    return zlib.crc32(example.id.encode("utf-8")) % FOLDS


def fold_by_newspaper(example: Example) -> int:
    """Return the fold of a document; those of a newspaper are in the same."""
    return zlib.crc32(example.group.encode("utf-8")) % FOLDS


def fold_by_corpus(example: Example) -> str:
    """Return the fold of a document, which is its corpus."""
    return example.corpus


def train_fold_models(
    learn: Callable[[list[Example]], Model],
    examples: Sequence[Example],
    choose_fold: Callable[[Example], int | str],
) -> list[FoldModel]:
    """Return for each fold a model that never saw its documents, and those documents."""
    out: list[FoldModel] = []
    fold_of = {e.id: choose_fold(e) for e in examples}
    for fold in sorted(set(fold_of.values()), key=str):
        own = [fold_of[e.id] == fold for e in examples]
        model = learn([e for e, held in zip(examples, own, strict=True) if not held])
        out.append((model, [e for e, held in zip(examples, own, strict=True) if held]))
    return out


def write_folds(folder: Path, folds: Sequence[FoldModel]) -> None:
    """Write the models as ``0.bin``... and ``fold_of.json``: the fold of each document's id."""
    folder.mkdir(parents=True, exist_ok=True)
    fold_of: dict[str, int] = {}
    for number, (model, held) in enumerate(folds):
        write_model(folder / f"{number}.bin", model)
        fold_of |= {e.id: number for e in held}
    (folder / "fold_of.json").write_text(json.dumps(fold_of, indent=0), encoding="utf-8")


def count_found(found: Iterable[Mention], example: Example) -> Counts:
    """Count overlaps of mentions with gold names, one to one: same spans first, then longest.

    A mention that overlaps only names without a coordinate is not counted.
    """
    spans = [(m.start, m.end) for m in found if m.kind == "place"]
    pairs = []
    for i, name in enumerate(example.gold):
        for j, (start, end) in enumerate(spans):
            shared = min(name.end, end) - max(name.start, start)
            if shared > 0:
                pairs.append(((name.start, name.end) != (start, end), -shared, i, j))
    met: set[int] = set()
    used: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in met and j not in used:
            met.add(i)
            used.add(j)
    asked = [
        span
        for j, span in enumerate(spans)
        if j in used or not any(s.start < span[1] and s.end > span[0] for s in example.skipped)
    ]
    return len(met), len(asked), len(example.gold)


def find_f1(counts: Iterable[Counts]) -> float:
    """Return F1 over documents, 0..1."""
    both, found, gold = (sum(column) for column in zip(*counts, strict=True))
    return 2 * both / (found + gold) if found + gold else 0.0


def read_folds(folder: Path, names: NameIndex) -> tuple[list[Recogniser], dict[str, int]]:
    """Read the models that cross-validation left in a folder.

    Returns
    -------
    recognisers : list of Recogniser
        One for each fold, trained without its documents.
    fold_of : dict of str to int
        The fold of each document, by id.
    """
    fold_of: dict[str, int] = json.loads((folder / "fold_of.json").read_text("utf-8"))
    table, count = read_words(WORDS), max(fold_of.values()) + 1
    models = [read_model(folder / f"{k}.bin") for k in range(count)]
    return [Recogniser(model, table, names) for model in models], fold_of
