"""Trains the recogniser's models: ``python -m geomap.recognition.training --help``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from gazetteer import Gazetteer
from geomap.documents.document import Document
from geomap.recognition.clusters import WordTable, read_words
from geomap.recognition.model import Model, write_model
from geomap.recognition.names import NameIndex
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.training.confidence import find_margins, fit_confidence
from geomap.recognition.training.examples import Example, read_conll, read_corpus
from geomap.recognition.training.folds import choose_fold, count_found, find_f1
from geomap.recognition.training.learn import Learner
from geomap.recognition.training.made import Census, make_documents
from geomap.recognition.training.place_names import read_place_names
from geomap.recognition.training.words import read_census

_HERE = Path(__file__).parent
_MODELS = _HERE.parent / "model"
_FOLDS = 5


class Workshop:
    """What training needs at hand: the word table, the gazetteer's names, the examples."""

    def __init__(self, options: argparse.Namespace) -> None:
        gazetteer = Gazetteer.open()
        self.names: NameIndex = gazetteer.names
        self.table: WordTable = read_words(_MODELS / "words.bin")
        self.epochs: int = options.epochs
        paths = sorted(options.ner.glob("*.conll"))
        self.real = [e for path in paths for e in read_conll(path, self.names)]
        census = Census(*(_read_names(options.census, kind) for kind in ("first", "last")))
        places = read_place_names(gazetteer)
        self.made = list(make_documents(_HERE / "sentences.txt", places, census, options.made))

    def learn(self, examples: Sequence[Example]) -> Model:
        """Return the model learned from ``examples``."""
        return Learner(self.table, self.names).learn(examples, epochs=self.epochs)

    def calibrate(self, model: Model, kept: list[tuple[Model, list[Example]]]) -> Model:
        """Return ``model`` with the confidence fitted on examples other models did not see."""
        margins: list[float] = []
        right: list[bool] = []
        for other, unseen in kept:
            found = find_margins(other, self.table, self.names, unseen)
            margins, right = margins + found[0], right + found[1]
        return fit_confidence(model, margins, right)


def _read_names(folder: Path, kind: str) -> list[str]:
    if kind == "last":
        return [name.capitalize() for name in read_census(folder / "dist.all.last", 6000)]
    male = read_census(folder / "dist.male.first", 600)
    return [n.capitalize() for n in male + read_census(folder / "dist.female.first", 900)]


def train_open(shop: Workshop) -> None:
    """Train on the open data and the made documents; write ``open.bin``."""
    model = shop.learn([*shop.real * 3, *shop.made])
    without = shop.learn(shop.made)
    write_model(_MODELS / "open.bin", shop.calibrate(model, [(without, shop.real)]))


def train_with_corpora(shop: Workshop, folder: Path) -> None:
    """Train on the corpora as well, print cross-validated figures, write ``corpora.bin``."""
    corpora = {p.stem: list(read_corpus(p)) for p in sorted(folder.glob("*.jsonl"))}
    every = [e for examples in corpora.values() for e in examples]
    base = [*shop.real * 3, *shop.made]
    kept = cross_validate(shop, corpora, base, by_group=False)
    cross_validate(shop, corpora, base, by_group=True)
    write_model(_MODELS / "corpora.bin", shop.calibrate(shop.learn([*base, *every]), kept))


def cross_validate(
    shop: Workshop, corpora: dict[str, list[Example]], base: list[Example], *, by_group: bool
) -> list[tuple[Model, list[Example]]]:
    """Print F1 for each corpus, each document read by a model that never saw its fold."""
    every = [e for examples in corpora.values() for e in examples]
    kept: list[tuple[Model, list[Example]]] = []
    counts = {}
    for fold in range(_FOLDS):
        seen = [e for e in every if choose_fold(e, _FOLDS, by_group=by_group) != fold]
        unseen = [e for e in every if choose_fold(e, _FOLDS, by_group=by_group) == fold]
        model = shop.learn([*base, *seen])
        recogniser = Recogniser(model, shop.table, shop.names)
        for e in unseen:
            counts[e.id] = count_found(recogniser.find_mentions(Document(e.id, e.text)), e)
        kept.append((model, unseen))
    for name, examples in corpora.items():
        how = "newspaper" if by_group else "document"
        print(f"{name} F1 {find_f1(counts[e.id] for e in examples):.3f} by {how}", flush=True)
    return kept


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ner", type=Path, required=True, help="folder of .conll files")
    parser.add_argument("--census", type=Path, required=True, help="folder of the dist.* files")
    parser.add_argument("--with-corpora", type=Path, help="folder of geoparsing .jsonl corpora")
    parser.add_argument("--made", type=int, default=3000, help="number of made documents")
    parser.add_argument("--epochs", type=int, default=4)
    options = parser.parse_args()
    shop = Workshop(options)
    if options.with_corpora:
        train_with_corpora(shop, options.with_corpora)
    else:
        train_open(shop)


if __name__ == "__main__":
    main()
