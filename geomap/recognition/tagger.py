"""The tagger: labels for the words of a document."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice, product

import numpy as np

from geomap.recognition.clusters import WordTable
from geomap.recognition.columns import ColumnBuilder
from geomap.recognition.decoding import Floats, Labels, decode
from geomap.recognition.features import (
    FACT_FEATURES,
    FACTS,
    LETTER_FEATURES,
    PLACES,
    SIZES,
    Columns,
    Integers,
    name_fact,
)
from geomap.recognition.labels import LABELS, OUTSIDE
from geomap.recognition.model import Model
from geomap.recognition.names import NameIndex
from geomap.recognition.pair_codes import code_pairs, make_factors
from geomap.recognition.tokens import Tokens

#: Words whose summed weights are kept for the next document.
_KEPT = 60_000
#: What speaks against a name that a word cannot be in.
_FAR = -100.0
#: So many words have their weights summed at once: all of a long text would take much memory.
_AT_ONCE = 512
#: What the facts of a word count in the numbers of the features that they make.
_FACTORS = make_factors([f for _, f in FACT_FEATURES], FACTS, [SIZES[fact] for fact in FACTS])


@dataclass(frozen=True, slots=True)
class Tagging:
    """The label number of each word, with the max-marginal scores (words, labels)."""

    labels: Labels
    marginals: Floats


class Tagger:
    """Labels documents; faster on words it has met before."""

    def __init__(self, model: Model, table: WordTable, names: NameIndex) -> None:
        self._transition = model.transition
        self._pairs = np.concatenate(model.pairs)
        self._weights, features = _join_places(model)
        self._of_facts = np.concatenate([_number_facts(features, *f) for f in FACT_FEATURES])
        self._of_letters = _number_letters(features)
        self._table = table
        self._names = names
        self._reset()

    def _reset(self) -> None:
        self._scored = 0
        self._scores = np.zeros((4096, len(PLACES), len(LABELS)), dtype=np.float32)
        self._columns = ColumnBuilder(self._table, self._names)

    def tag(self, tokens: Tokens) -> Tagging:
        """Return the labels of a document's words."""
        if not len(tokens):
            empty = np.zeros((0, len(LABELS)), dtype=np.float32)
            return Tagging(np.zeros(0, dtype=np.int64), empty)
        if len(self._columns.words) > _KEPT:
            self._reset()
        columns = self._columns.build(tokens)
        opens = columns.classes["open"].astype(bool)
        return Tagging(*decode(self._score(columns), self._transition, opens))

    def _score(self, columns: Columns) -> Floats:
        self._score_words()
        near, places = columns.near, np.arange(len(PLACES))[:, None]
        rows = np.array([columns.rows[name].take(near) for name in PLACES]) * len(PLACES) + places
        codes = code_pairs(columns.classes, near)
        by_row = self._scores.reshape(-1, len(LABELS))
        scores = np.full((len(columns.rows["self"]), len(LABELS)), _FAR, dtype=np.float32)
        scores[:, OUTSIDE] = 0.0
        for first in range(0, len(near), _AT_ONCE):
            some = slice(first, first + _AT_ONCE)
            of_pairs = self._pairs.take(codes[:, some], axis=0)
            of_pairs[0] += by_row.take(rows[:, some], axis=0).sum(axis=0)
            scores[near[some]] = of_pairs.sum(axis=0)
        return scores

    def _score_words(self) -> None:
        """Sum the weights of the words that are new."""
        every = len(self._columns.words)
        if every == self._scored:
            return
        words = [*islice(reversed(self._columns.words), every - self._scored)][::-1]
        if every > len(self._scores):
            more = np.zeros((max(every, 4096), *self._scores.shape[1:]), dtype=np.float32)
            self._scores = np.concatenate([self._scores, more])
        facts = np.frombuffer(self._columns.facts, dtype=np.uint8).reshape(-1, len(FACTS))
        numbers = self._number_features(words, facts[self._scored :])
        for first in range(0, len(words), _AT_ONCE):
            some = self._weights.take(numbers[:, first : first + _AT_ONCE], axis=0).sum(axis=0)
            self._scores[self._scored + first : self._scored + first + len(some)] = some
        self._scored = every

    def _number_features(self, words: list[str], facts: Integers) -> Integers:
        """Return the numbers of the features of each word, shape (features, words).

        -1 stands for none: the last row of the weights is empty.
        """
        lows = [word.lower() for word in words]
        by_letters = np.array(
            [
                [numbers.get(low[part], -1) if len(low) > least else -1 for low in lows]
                for numbers, (_, part, least) in zip(self._of_letters, LETTER_FEATURES, strict=True)
            ]
        )
        codes = _FACTORS[:, :-1] @ facts.T.astype(np.float32) + _FACTORS[:, -1:]
        by_facts = self._of_facts.take(codes.astype(np.intp))
        # As a word has them (see `describe_word`); other places have some, in the same order.
        return np.concatenate([by_letters[:1], by_facts, by_letters[1:]])


def _number_facts(features: dict[str, int], name: str, parts: tuple[str, ...]) -> Integers:
    """Return the numbers of a feature of facts, by their classes; -1 where it is not known."""
    named = (name_fact(name, classes) for classes in product(*(range(SIZES[p]) for p in parts)))
    return np.array([features.get(feature, -1) for feature in named])


def _number_letters(features: dict[str, int]) -> list[dict[str, int]]:
    """Return the numbers of each of :data:`LETTER_FEATURES`, by the letters alone."""
    by_name: dict[str, dict[str, int]] = {name: {} for name, _, _ in LETTER_FEATURES}
    for feature, number in features.items():
        name, _, letters = feature.partition("=")
        if name in by_name:
            by_name[name][letters] = number
    return [*by_name.values()]


def _join_places(model: Model) -> tuple[Floats, dict[str, int]]:
    """Return the weights of word features, shape (features, places, labels), and their numbers.

    One row more has no weights.
    """
    every = dict.fromkeys(chain.from_iterable(model.words[place].features for place in PLACES))
    features = dict(zip(every, range(len(every)), strict=True))
    weights = np.zeros((len(features) + 1, len(PLACES), len(LABELS)), dtype=np.float32)
    for place, name in enumerate(PLACES):
        named, scores = model.words[name]
        weights[[features[feature] for feature in named], place] = scores
    return weights, features
