"""Learning: an averaged structured perceptron.

Collins 2002 for the update, Freund and Schapire 1999 for averaging. Examples may leave the
choice between labels open (``Example.allowed``); then the best sequence under the present
weights among those allowed is taken for the right one (a latent perceptron, Sun et al. 2009).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from geomap.recognition.clusters import WordTable
from geomap.recognition.columns import ColumnBuilder
from geomap.recognition.features import PAIRS, PLACES, Columns, describe_word
from geomap.recognition.labels import LABELS, OUTSIDE, PLACE_KINDS, forbid_transitions
from geomap.recognition.model import Model
from geomap.recognition.names import NameIndex
from geomap.recognition.pair_codes import BASES, code_pairs
from geomap.recognition.perceptron import Floats
from geomap.recognition.training.examples import Example

Labels = npt.NDArray[np.int64]
_IMPOSSIBLE = -1e4
#: Share of features left out at random, so that none is relied on alone (Hinton et al. 2012,
#: "Improving neural networks by preventing co-adaptation"; Wager et al. 2013).
_DROPPED = 0.3
#: How many times it is learned, each in another order; the weights are averaged.
_RUNS = 2


@dataclass(frozen=True, slots=True)
class _Sentence:
    features: npt.NDArray[np.int32]
    allowed: Floats
    weight: float


class Learner:
    """Numbers features and learns their weights.

    A feature of one word is learned only if it occurs in ``at_least`` places.
    """

    def __init__(self, table: WordTable, names: NameIndex, at_least: int = 3) -> None:
        self._table = table
        self._columns = ColumnBuilder(table, names)
        self._at_least = at_least

    def learn(self, examples: Sequence[Example], epochs: int = 8, seed: int = 0) -> Model:
        """Return the model learned from ``examples``: the mean of runs in different orders."""
        columns = [self._columns.build(e.tokens) for e in examples]
        self._number_features(columns)
        sentences = [
            s for e, c in zip(examples, columns, strict=True) for s in self._cut(e, c)
        ]  # fmt: skip
        size = int(BASES[-1]) + len(self._features) + 1
        runs = [_train(sentences, size, epochs, seed + run) for run in range(_RUNS)]
        weights, transition = (np.stack(part).mean(axis=0) for part in zip(*runs, strict=True))
        return self._finish(weights, transition)

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

    def _cut(self, example: Example, columns: Columns) -> list[_Sentence]:
        """Return the sentences of an example with the numbers of their features."""
        parts = [self._tables[place][columns.rows[place]] for place in PLACES]
        parts.append(code_pairs(columns.classes).T)
        features = np.concatenate(parts, axis=1).astype(np.int32)
        allowed = np.full((len(features), len(LABELS)), _IMPOSSIBLE, dtype=np.float32)
        for i, labels in enumerate(example.allowed):
            allowed[i, list(labels)] = 0
        bounds = [i for i, opens in enumerate(example.tokens.opens) if opens] + [len(features)]
        weight = example.weight
        return [
            _Sentence(features[a:b], allowed[a:b], weight) for a, b in pairwise(bounds) if b > a
        ]

    def _finish(self, weights: Floats, transition: Floats) -> Model:
        # An update touches every feature of a word at once: this brings margins near 1.
        # Fewer features were there at a time when it was learned than when it is used.
        size = len(PAIRS) + sum(table.shape[1] for table in self._tables.values())
        size = round(size / (1 - _DROPPED))
        weights, transition = weights / size, np.maximum(transition / size, _IMPOSSIBLE)
        transition = np.where(forbid_transitions() < 0, _IMPOSSIBLE, transition)
        words: dict[str, dict[str, Floats]] = {place: {} for place in PLACES}
        for (place, feature), i in self._features.items():
            if np.abs(weights[i]).max() > 0:
                words[place][feature] = weights[i]
        pairs = [weights[a:b] for a, b in pairwise(BASES)]
        confidence = dict.fromkeys(sorted(PLACE_KINDS), (1.0, 0.0, 0.0))
        return Model(words, pairs, transition.astype(np.float32), confidence)


def _train(sentences: list[_Sentence], size: int, epochs: int, seed: int) -> tuple[Floats, Floats]:
    """Return averaged weights (features, labels) and transitions (labels, labels).

    The last feature stands for none at all.
    """
    labels = len(LABELS)
    rng, chances = random.Random(seed), np.random.default_rng(seed)
    weights = np.zeros((size, labels), dtype=np.float32)
    transition = forbid_transitions()
    total, total_transition = np.zeros_like(weights, dtype=np.float64), np.zeros((labels, labels))
    flat, flat_total = weights.reshape(-1), total.reshape(-1)
    step = 0
    order = list(range(len(sentences)))
    for _ in range(epochs):
        rng.shuffle(order)
        for at in order:
            step += 1
            sentence = sentences[at]
            dropped = chances.random(sentence.features.shape, dtype=np.float32) < _DROPPED
            features = np.where(dropped, size - 1, sentence.features)
            emission = weights[features].sum(axis=1)
            gold = find_best(emission + sentence.allowed, transition)
            # Cost-augmented decoding: a wrong label must lose by a margin (Taskar 2003).
            cost = np.where(np.arange(labels)[None, :] == gold[:, None], 0.0, sentence.weight)
            guess = find_best(emission + cost.astype(np.float32), transition)
            if (gold == guess).all():
                continue
            wrong = np.flatnonzero(gold != guess)
            rows = features[wrong].astype(np.int64) * labels
            for path, sign in ((gold, 1.0), (guess, -1.0)):
                cells = (rows + path[wrong, None]).ravel()
                np.add.at(flat, cells, np.float32(sign))
                np.add.at(flat_total, cells, sign * step)
            weights[-1] = 0
            for path, sign in ((gold, 1.0), (guess, -1.0)):
                before = np.concatenate(([OUTSIDE], path))
                after = np.concatenate((path, [OUTSIDE]))
                np.add.at(transition, (before, after), sign)
                np.add.at(total_transition, (before, after), sign * step)
    averaged = weights - total / (step + 1)
    averaged[-1] = 0
    smooth = transition - total_transition / (step + 1)
    return averaged.astype(np.float32), smooth.astype(np.float32)


def find_best(emission: Floats, transition: Floats) -> Labels:
    """Return the best label sequence of one sentence (Viterbi)."""
    size = len(emission)
    back = np.zeros(emission.shape, dtype=np.int64)
    score = emission[0] + transition[OUTSIDE]
    for t in range(1, size):
        every = score[:, None] + transition
        back[t] = every.argmax(axis=0)
        score = every.max(axis=0) + emission[t]
    path = np.zeros(size, dtype=np.int64)
    path[-1] = int((score + transition[:, OUTSIDE]).argmax())
    for t in range(size - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path
