"""Learning: numbers for the features, then their weights (see ``passes.py``).

Examples may leave the choice between labels open (``Example.allowed``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from geomap.recognition.clusters import WordTable
from geomap.recognition.columns import ColumnBuilder
from geomap.recognition.decoding import Floats
from geomap.recognition.features import PLACES, Columns, describe_word
from geomap.recognition.labels import LABELS, PLACE_KINDS, forbid_transitions
from geomap.recognition.model import Model, WordWeights
from geomap.recognition.names import NameIndex
from geomap.recognition.pair_codes import BASES, code_pairs
from geomap.recognition.training.examples import Example
from geomap.recognition.training.passes import learn_pass

_IMPOSSIBLE = -1e4
#: What a wrong label is ahead while learning, in log odds.
_COST = 3.0
#: The weights are brought to this scale, on which most margins of places are 1 to 3.
_SCALE = 0.27
#: Smaller weights are left out: most of them, and F1 stays what it was to .002.
_LEAST = 0.01
#: Share of features left out at random, so that none is relied on alone (Hinton et al. 2012,
#: "Improving neural networks by preventing co-adaptation"; Wager et al. 2013).
_DROPPED = 0.3


@dataclass(frozen=True, slots=True)
class _Sentences:
    """Words with the numbers of their features and the labels allowed, and where sentences begin.

    ``importance`` is what each sentence counts for.
    """

    features: npt.NDArray[np.int32]
    allowed: npt.NDArray[np.bool_]
    bounds: npt.NDArray[np.int64]
    importance: Floats


class Learner:
    """Numbers features and learns their weights.

    A feature of one word is learned only if it occurs in ``at_least`` places.
    """

    def __init__(self, table: WordTable, names: NameIndex, at_least: int = 3) -> None:
        self._table = table
        self._columns = ColumnBuilder(table, names)
        self._at_least = at_least

    def learn(self, examples: Sequence[Example], epochs: int = 8, seed: int = 0) -> Model:
        """Return the model learned from ``examples``."""
        columns = [self._columns.build(e.tokens) for e in examples]
        self._number_features(columns)
        sentences = self._cut(examples, columns)
        size = int(BASES[-1]) + len(self._features) + 1
        return self._finish(*_train(sentences, size, epochs, seed))

    def _number_features(self, columns: list[Columns]) -> None:
        """Number the word features that occur often enough."""
        described = [describe_word(w, self._table) for w in self._columns.words]
        counts: Counter[tuple[str, str]] = Counter()
        for place in PLACES:
            uses = np.zeros(len(described), dtype=np.int64)
            for c in columns:
                np.add.at(uses, c.rows[place], 1)
            for row, times in enumerate(uses.tolist()):
                if times:
                    for feature in described[row][place]:
                        counts[place, feature] += times
        kept = sorted(f for f, n in counts.items() if n >= self._at_least)
        base = int(BASES[-1])
        self._features = {f: base + i for i, f in enumerate(kept)}
        none = base + len(kept)
        self._tables = {}
        for place in PLACES:
            rows = [
                [self._features[place, f] for f in d[place] if (place, f) in self._features]
                for d in described
            ]
            width = max(map(len, rows))
            filled = [r + [none] * (width - len(r)) for r in rows]
            self._tables[place] = np.array(filled, dtype=np.int32)

    def _cut(self, examples: Sequence[Example], columns: Sequence[Columns]) -> _Sentences:
        """Return the sentences of examples with the numbers of their features."""
        features, allowed, firsts, importance = [], [], [], []
        words = 0
        for example, own in zip(examples, columns, strict=True):
            parts = [self._tables[place][own.rows[place]] for place in PLACES]
            parts.append(code_pairs(own.classes, np.arange(len(example.tokens))).T)
            features.append(np.concatenate(parts, axis=1).astype(np.int32))
            labels = np.zeros((len(example.tokens), len(LABELS)), dtype=bool)
            for i, right in enumerate(example.allowed):
                labels[i, list(right)] = True
            allowed.append(labels)
            opens = [words + i for i, opens in enumerate(example.tokens.opens) if opens or not i]
            firsts += opens
            importance += [example.importance] * len(opens)
            words += len(labels)
        return _Sentences(
            np.concatenate(features),
            np.concatenate(allowed),
            np.array([*firsts, words]),
            np.array(importance),
        )

    def _finish(self, weights: Floats, transition: Floats) -> Model:
        # Fewer features were there at a time when it was learned than when it is used.
        weights, transition = weights * (_SCALE * (1 - _DROPPED)), transition * _SCALE
        weights[np.abs(weights) < _LEAST] = 0
        transition = np.where(forbid_transitions() < 0, _IMPOSSIBLE, transition)
        words = {}
        for place in PLACES:
            own = {
                f: i for (at, f), i in self._features.items() if at == place and weights[i].any()
            }
            words[place] = WordWeights([*own], weights[[*own.values()]])
        pairs = [weights[a:b] for a, b in pairwise(BASES)]
        confidence = dict.fromkeys(sorted(PLACE_KINDS), (1.0, 0.0, 0.0))
        return Model(words, pairs, transition.astype(np.float32), confidence)


def _train(sentences: _Sentences, size: int, epochs: int, seed: int) -> tuple[Floats, Floats]:
    """Return weights (features, labels) and transitions (labels, labels).

    Those after each epoch of the second half are averaged. The last feature stands for none at
    all.
    """
    rng = np.random.default_rng(seed)
    weights = np.zeros((size, len(LABELS)), dtype=np.float32)
    transition = forbid_transitions().astype(np.float64)
    squares = np.zeros_like(weights), np.zeros_like(transition)
    mean, mean_transition = np.zeros_like(weights), np.zeros_like(transition)
    for epoch in range(epochs):
        learn_pass(
            sentences.features,
            sentences.allowed,
            sentences.bounds,
            rng.permutation(len(sentences.importance)),
            sentences.importance,
            weights,
            squares[0],
            transition,
            squares[1],
            _DROPPED,
            _COST,
            int(rng.integers(1 << 31)),
        )
        if epoch >= epochs // 2:
            share = 1 / (epochs - epochs // 2)
            mean += share * weights
            mean_transition += share * transition
    return mean, mean_transition.astype(np.float32)
