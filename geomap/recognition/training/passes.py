"""One pass over all sentences, compiled by numba: the words are many.

The model is a conditional random field (Lafferty, McCallum and Pereira 2001), learned from what is
known of the labels: the probability of all sequences that are allowed is made large among all
(Täckström et al. 2013, "Token and type constraints"). A sequence with a label that is not allowed
counts for more than it would, so that it has to lose by a margin (softmax-margin, Gimpel and Smith
2010). The steps become smaller, weight by weight (AdaGrad, Duchi, Hazan and Singer 2011).
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.integer[Any]]
Truths = npt.NDArray[np.bool_]

#: Length of the first steps.
_RATE = 0.05
#: Squares that are taken to have been summed before the first step: for weights, transitions.
_BEFORE, _BEFORE_TRANSITION = 0.1, 1.0
#: A word whose labels are known to this is not learned from.
_LEAST = 1e-3
#: Instead of nothing, so that a sentence no sequence is allowed for does no harm.
_TINY = 1e-12


@numba.njit(fastmath=True)
def learn_pass(
    features: Integers,
    allowed: Truths,
    bounds: Integers,
    order: Integers,
    importance: Floats,
    weights: Floats,
    squares: Floats,
    transition: Floats,
    transition_squares: Floats,
    dropped: float,
    cost: float,
    seed: int,
) -> None:
    """Change weights and transitions in place, sentence by sentence.

    Parameters
    ----------
    features : array of int, shape (words, features)
        The last row of ``weights`` stands for none.
    allowed : array of bool, shape (words, labels)
    bounds : array of int, shape (sentences + 1,)
        Where each sentence begins and ends among the words.
    order, importance : array, shape (sentences,)
        Which comes when, and what it counts for.
    weights, squares : array of float, shape (features, labels)
        ``squares`` sums what was changed before, squared.
    transition, transition_squares : array of float, shape (labels, labels)
        From label to label. Label 0 is before and behind a sentence.
    dropped : float
        Share of features left out at random, 0..1.
    cost : float
        What a label that is not allowed is ahead, in log odds.
    """
    np.random.seed(seed)
    labels = weights.shape[1]
    longest = (bounds[1:] - bounds[:-1]).max()
    kept = np.zeros((longest, features.shape[1]), np.bool_)
    every, right = np.zeros((longest, labels)), np.zeros((longest, labels))
    for sentence in order:
        first, size = bounds[sentence], bounds[sentence + 1] - bounds[sentence]
        own, may = features[first : first + size], allowed[first : first + size]
        add_weights(own, weights, dropped, kept, every)
        score, likely = every[:size], right[:size]
        for t in range(size):
            score[t] += np.where(may[t], 0.0, cost)
            score[t] = np.exp(score[t] - score[t].max())
            likely[t] = np.where(may[t], score[t] + _TINY, 0.0)
        moves = np.maximum(np.exp(transition), _TINY)
        of_words, of_moves = count_labels(score, moves)
        right_words, right_moves = count_labels(likely, moves)
        of_words = (of_words - right_words) * importance[sentence]
        of_moves = (of_moves - right_moves) * importance[sentence]
        take_steps(own, kept, of_words, weights, squares)
        transition_squares += of_moves**2
        transition -= _RATE * of_moves / np.sqrt(transition_squares + _BEFORE_TRANSITION)


@numba.njit(fastmath=True)
def add_weights(
    features: Integers, weights: Floats, dropped: float, kept: Truths, score: Floats
) -> None:
    """Choose the features that are kept, and sum their weights for each word, in place."""
    nothing = len(weights) - 1
    for t in range(len(features)):
        score[t] = 0
        for j in range(features.shape[1]):
            row = features[t, j]
            kept[t, j] = row != nothing and np.random.random() >= dropped
            if kept[t, j]:
                for label in range(weights.shape[1]):
                    score[t, label] += weights[row, label]


@numba.njit(fastmath=True)
def take_steps(
    features: Integers, kept: Truths, excess: Floats, weights: Floats, squares: Floats
) -> None:
    """Lower the weights of each word's features by what its labels are expected in excess."""
    for t in range(len(features)):
        if np.abs(excess[t]).max() < _LEAST:
            continue
        for j in range(features.shape[1]):
            if kept[t, j]:
                row = features[t, j]
                for label in range(weights.shape[1]):
                    squares[row, label] += excess[t, label] ** 2
                    length = _RATE / np.sqrt(squares[row, label] + _BEFORE)
                    weights[row, label] -= length * excess[t, label]


@numba.njit(fastmath=True)
def count_labels(score: Floats, moves: Floats) -> tuple[Floats, Floats]:
    """Return how often each label is expected at each word, and each label after each other.

    Parameters
    ----------
    score : array of float, shape (words, labels)
        Not negative; what a label at a word is worth, to be multiplied.
    moves : array of float, shape (labels, labels)
        What ``[from, to]`` is worth.
    """
    size, labels = score.shape
    ahead, behind = np.zeros((size, labels)), np.zeros((size, labels))
    total = np.zeros(size)
    for t in range(size):
        for to in range(labels):
            if t == 0:
                ahead[t, to] = moves[0, to] * score[t, to]
            else:
                for source in range(labels):
                    ahead[t, to] += ahead[t - 1, source] * moves[source, to]
                ahead[t, to] *= score[t, to]
        total[t] = ahead[t].sum()
        ahead[t] /= total[t]
    of_moves = np.zeros((labels, labels))
    behind[-1] = moves[:, 0] / (ahead[-1] * moves[:, 0]).sum()
    for t in range(size - 2, -1, -1):
        for source in range(labels):
            for to in range(labels):
                reached = moves[source, to] * score[t + 1, to] * behind[t + 1, to] / total[t + 1]
                behind[t, source] += reached
                of_moves[source, to] += ahead[t, source] * reached
    of_words = ahead * behind
    of_moves[0] += of_words[0]
    of_moves[:, 0] += of_words[-1]
    return of_words, of_moves
