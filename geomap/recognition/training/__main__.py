"""Trains the recogniser's models: ``python -m geomap.recognition.training --help``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from geomap.recognition.model import read_model, write_model
from geomap.recognition.roles import write_weights
from geomap.recognition.training.annotated import read_texts
from geomap.recognition.training.examples import read_corpus
from geomap.recognition.training.folds import (
    fold_by_corpus,
    fold_by_document,
    fold_by_newspaper,
    read_folds,
    train_fold_models,
    write_folds,
)
from geomap.recognition.training.forests import fit_forest
from geomap.recognition.training.role_examples import make_cases
from geomap.recognition.training.roles import (
    cross_validate_roles,
    fit_roles,
    read_cases,
    sum_up_roles,
)
from geomap.recognition.training.workshop import MODELS, Workshop


def train_open(shop: Workshop, to: Path) -> None:
    """Train on the open data, our texts and the made documents; write a model of no corpus.

    There is too little real text to fit its confidence on: it takes over that of ``corpora.bin``,
    and goes without a forest.
    """
    confidence = read_model(MODELS / "corpora.bin").confidence
    write_model(to, replace(shop.learn(list(read_texts())), confidence=confidence))


def train_with_corpora(shop: Workshop, paths: Sequence[Path], folds_to: Path) -> None:
    """Train on our texts, the corpora, and models of folds; write ``corpora.bin``, ``roles.tsv``.

    Our texts are divided among the folds as well, for the forest to learn from them.
    """
    every = [*read_texts(), *(example for path in paths for example in read_corpus(path))]
    folds = train_fold_models(shop.learn, every, fold_by_document)
    model = shop.calibrate(shop.learn(every), folds)
    model = replace(model, forest=fit_forest(shop.describe(folds)))
    write_model(MODELS / "corpora.bin", model)
    # All have the same scale of margins, and each its documents for the others' forests.
    folds = shop.judge([(replace(m, confidence=model.confidence), held) for m, held in folds])
    write_folds(folds_to, folds)
    train_roles(shop, [p for p in paths if p.stem == "GWN"], folds_to)
    for name, choose in (("by-newspaper", fold_by_newspaper), ("by-corpus", fold_by_corpus)):
        others = train_fold_models(shop.learn, every, choose)
        others = [(replace(m, confidence=model.confidence), held) for m, held in others]
        write_folds(folds_to / name, shop.judge(others))


def train_roles(shop: Workshop, paths: Sequence[Path], folds: Path) -> None:
    """Learn roles from the corpora that mark them, print the share right; write ``roles.tsv``.

    The names are those that the written models of the folds find.
    """
    recognisers, fold_of = read_folds(folds, shop.names)
    cases = [c for p in paths for c in read_cases(p, recognisers, fold_of)]
    made = list(make_cases(recognisers[0], shop.places))
    if cases:
        print(sum_up_roles(cases, cross_validate_roles(cases, made)))
        write_weights(MODELS / "roles.tsv", fit_roles(cases, made))


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ner", type=Path, required=True, help="folder of .conll files")
    parser.add_argument("--census", type=Path, required=True, help="folder of the dist.* files")
    parser.add_argument("--with-corpora", type=Path, help="folder of geoparsing .jsonl corpora")
    parser.add_argument("--folds", type=Path, default=Path("folds"), help="where fold models go")
    parser.add_argument(
        "--open", type=Path, default=Path("open.bin"), help="where the model goes without corpora"
    )
    parser.add_argument("--made", type=int, default=3000, help="number of made documents")
    parser.add_argument("--epochs", type=int, default=4)
    options = parser.parse_args()
    shop = Workshop(options.ner, options.census, options.made, options.epochs)
    if options.with_corpora:
        paths = sorted(options.with_corpora.glob("*.jsonl"))
        train_with_corpora(shop, paths, options.folds)
    else:
        train_open(shop, options.open)


if __name__ == "__main__":
    main()
