"""What training needs at hand: the word table, the gazetteer's names, the examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gazetteer import Gazetteer
from geomap.recognition.clusters import WordTable, read_words
from geomap.recognition.model import Model
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.training.confidence import find_margins, fit_confidence
from geomap.recognition.training.examples import Example, read_conll
from geomap.recognition.training.folds import FoldModel
from geomap.recognition.training.forests import Cases, find_cases, fit_forest
from geomap.recognition.training.learn import Learner
from geomap.recognition.training.made import Census, make_documents
from geomap.recognition.training.place_names import read_place_names
from geomap.recognition.training.words import read_census

_HERE = Path(__file__).parent
#: Where the shipped models are.
MODELS = _HERE.parent / "model"


class AskedNames:
    """A :class:`~geomap.recognition.names.NameIndex` that remembers its answers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._names = gazetteer.names
        self._known: dict[str, float | None] = {}

    def top_prior(self, name: str) -> float | None:
        """Return the prominence of the best known place of a name."""
        if name not in self._known:
            self._known[name] = self._names.top_prior(name)
        return self._known[name]

    def main_prior(self, name: str) -> float | None:
        """Return the prominence of the best known place whose main name that is."""
        return self._names.main_prior(name)


class Workshop:
    """Learns models from open data, made documents and what it is given.

    ``ner`` is a folder of ``.conll`` files, ``census`` one of the ``dist.*`` files; ``made``
    the number of made documents.
    """

    def __init__(self, ner: Path, census: Path, made: int, epochs: int) -> None:
        gazetteer = Gazetteer.open()
        self.names = AskedNames(gazetteer)
        self.table: WordTable = read_words(MODELS / "words.bin")
        self.epochs = epochs
        self.real = [e for p in sorted(ner.glob("*.conll")) for e in read_conll(p, self.names)]
        persons = Census(*(_read_names(census, kind) for kind in ("first", "last")))
        self.places = read_place_names(gazetteer)
        self.made = list(make_documents(_HERE / "sentences.txt", self.places, persons, made))

    def learn(self, examples: Sequence[Example] = ()) -> Model:
        """Return the model learned from the open data, the made documents and ``examples``."""
        every = [*self.real, *self.made, *examples]
        return Learner(self.table, self.names).learn(every, epochs=self.epochs)

    def calibrate(self, model: Model, folds: Sequence[FoldModel]) -> Model:
        """Return ``model`` with the confidence fitted on examples other models did not see."""
        findings = [
            found
            for other, unseen in folds
            for found in find_margins(other, self.table, self.names, unseen)
        ]
        return fit_confidence(model, findings)

    def describe(self, folds: Sequence[FoldModel]) -> list[Cases]:
        """Return the candidates of each fold as a model sees them that did not learn from it."""
        return [find_cases(Recogniser(m, self.table, self.names), held) for m, held in folds]

    def judge(self, folds: Sequence[FoldModel]) -> list[FoldModel]:
        """Return the models of folds, each with a forest fitted on the other folds."""
        cases = self.describe(folds)
        return [
            (replace(model, forest=fit_forest([*cases[:k], *cases[k + 1 :]])), held)
            for k, (model, held) in enumerate(folds)
        ]


def _read_names(folder: Path, kind: str) -> list[str]:
    if kind == "last":
        return [name.capitalize() for name in read_census(folder / "dist.all.last", 6000)]
    male = read_census(folder / "dist.male.first", 600)
    return [n.capitalize() for n in male + read_census(folder / "dist.female.first", 900)]
