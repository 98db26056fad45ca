"""Cross-validation: no model sees what it is judged on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geomap.recognition.model import Model
from geomap.recognition.training.examples import Example, make_partial
from geomap.recognition.training.folds import (
    fold_by_corpus,
    fold_by_document,
    fold_by_newspaper,
    train_fold_models,
)

EXAMPLES = [
    make_partial(f"{corpus}/{n}", "Rain.", [], [], f"paper-{n % 7}.example", corpus)
    for corpus in ("A", "B", "C")
    for n in range(20)
]


@pytest.mark.parametrize(
    ("choose", "key"),
    [
        (fold_by_document, lambda e: e.id),
        (fold_by_newspaper, lambda e: e.group),
        (fold_by_corpus, lambda e: e.corpus),
    ],
)
def test_no_document_newspaper_or_corpus_is_on_both_sides(
    choose: Callable[[Example], int | str], key: Callable[[Example], str]
) -> None:
    seen: list[list[Example]] = []

    def learn(examples: list[Example]) -> Model:
        seen.append(examples)
        return Model({}, [], None, {})  # type: ignore[arg-type]

    folds = train_fold_models(learn, EXAMPLES, choose)
    assert len(folds) > 1
    assert sorted(e.id for _, held in folds for e in held) == sorted(e.id for e in EXAMPLES)
    for (_, held), taught in zip(folds, seen, strict=True):
        assert len(held) + len(taught) == len(EXAMPLES)
        assert not {key(e) for e in held} & {key(e) for e in taught}
