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
        self._model = model
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
        return Tagging(*decode(self._score(columns), self._model.transition, opens))

    def _score(self, columns: Columns) -> Floats:
        scores: Floats = self._scores[columns.rows[PLACES[0]], 0]
        for place, name in enumerate(PLACES[1:], start=1):
            scores += self._scores[columns.rows[name], place]
        for table, code in zip(self._model.pairs, code_pairs(columns.classes), strict=True):
            scores += table[code]
        return scores

    def _number(self, word: str) -> int:
        """Return the row of a word in the table of summed weights, adding it when new."""
        row = self._rows.setdefault(word, len(self._rows))
        if row == len(self._scores):
            self._scores = np.concatenate([self._scores, np.zeros_like(self._scores)])
        described = describe_word(word, self._table)
        for place, name in enumerate(PLACES):
            weights = self._model.words[name]
            for feature in described[name]:
                found = weights.get(feature)
                if found is not None:
                    self._scores[row, place] += found
        return row
