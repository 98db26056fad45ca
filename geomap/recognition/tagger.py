"""The tagger: labels for the words of a document."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geomap.recognition.clusters import WordTable
from geomap.recognition.columns import ColumnBuilder
from geomap.recognition.features import PLACES, Columns, code_pairs, describe_word
from geomap.recognition.labels import LABELS
from geomap.recognition.model import Model
from geomap.recognition.names import NameIndex
from geomap.recognition.perceptron import Floats, Labels, decode
from geomap.recognition.tokens import Tokens

#: Words whose summed weights are kept for the next document.
_KEPT = 60_000


@dataclass(frozen=True, slots=True)
class Tagging:
    """The label number of each word, with the max-marginal scores (words, labels)."""

    labels: Labels
    marginals: Floats


class Tagger:
    """Labels documents; faster on words it has met before."""

    def __init__(self, model: Model, table: WordTable, names: NameIndex) -> None:
        self._pairs, self._transition = model.pairs, model.transition
        self._weights, self._features = _join_places(model)
        self._table = table
        self._names = names
        self._reset()

    def _reset(self) -> None:
        self._rows: dict[str, int] = {}
        self._scores = np.zeros((4096, len(PLACES), len(LABELS)), dtype=np.float32)
        self._columns = ColumnBuilder(self._table, self._names, self._number)

    def tag(self, tokens: Tokens) -> Tagging:
        """Return the labels of a document's words."""
        if not len(tokens):
            empty = np.zeros((0, len(LABELS)), dtype=np.float32)
            return Tagging(np.zeros(0, dtype=np.int64), empty)
        if len(self._rows) > _KEPT:
            self._reset()
        columns = self._columns.build(tokens)
        opens = np.array(tokens.opens, dtype=bool)
        return Tagging(*decode(self._score(columns), self._transition, opens))

    def _score(self, columns: Columns) -> Floats:
        scores: Floats = self._scores[columns.rows[PLACES[0]], 0]
        for place, name in enumerate(PLACES[1:], start=1):
            scores += self._scores[columns.rows[name], place]
        for table, code in zip(self._pairs, code_pairs(columns.classes), strict=True):
            scores += table.take(code, axis=0)
        return scores

    def _number(self, word: str) -> int:
        """Return the row of a word in the table of summed weights, adding it when new."""
        row = self._rows.setdefault(word, len(self._rows))
        if row == len(self._scores):
            self._scores = np.concatenate([self._scores, np.zeros_like(self._scores)])
        # The other places have some of the features of the word itself, in the same order.
        described = describe_word(word, self._table)[PLACES[0]]
        found = [self._features[f] for f in described if f in self._features]
        self._scores[row] = self._weights[found].sum(axis=0)
        return row


def _join_places(model: Model) -> tuple[Floats, dict[str, int]]:
    """Return the weights of word features, shape (features, places, labels), and their numbers."""
    every = dict.fromkeys(feature for place in PLACES for feature in model.words[place])
    features = {feature: number for number, feature in enumerate(every)}
    weights = np.zeros((len(features), len(PLACES), len(LABELS)), dtype=np.float32)
    for place, name in enumerate(PLACES):
        rows = model.words[name]
        weights[[features[f] for f in rows], place] = list(rows.values())
    return weights, features
