"""Decoding: the best label sequence, and how far ahead of the others it is.

The model is a conditional random field (Lafferty, McCallum and Pereira 2001): a score for each
word and label plus one for each pair of successive labels. The best sequence is found by the
Viterbi algorithm, for many segments at once.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from geomap.recognition.labels import OUTSIDE

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]


def decode(
    emission: Floats, transition: Floats, opens: npt.NDArray[np.bool_]
) -> tuple[Labels, Floats]:
    """Return the best labels of a document and the max-marginals.

    Parameters
    ----------
    emission
        Score of each label for each word, shape (words, labels).
    transition
        Score of label ``to`` right after ``from``, shape (labels, labels).
    opens
        Whether a sentence begins at a word, shape (words,). No name goes on from one sentence
        to the next.

    Returns
    -------
    labels, marginals
        The best sequence, and for each word and label the score of the best sequence that
        has it there (shape of ``emission``). Words are cut into segments between those that
        are surely outside any name; there the marginals are only the local scores.
    """
    marginals = emission.copy()
    # Labels before words: the best of the former is found several times faster so.
    by_label = emission.T.copy()
    inside = by_label[1:].max(axis=0) > by_label[OUTSIDE] - _SURE
    begins, ends = inside.copy(), inside.copy()
    begins[1:] &= opens[1:] | ~inside[:-1]
    ends[:-1] &= opens[1:] | ~inside[1:]
    starts, ends = begins.nonzero()[0], ends.nonzero()[0] + 1
    order = (starts - ends).argsort(kind="stable")
    if len(order):
        _run_segments(marginals, emission, transition, starts[order], ends[order])
    labels = np.full(len(emission), OUTSIDE, dtype=np.int64)
    labels[inside] = marginals[inside].argmax(axis=1)
    return labels, marginals


#: A word whose best name label trails "outside" by this much is outside for sure. On the
#: scale of stored weights (see :mod:`geomap.recognition.model`).
_SURE = 1.5


def _run_segments(
    marginals: Floats, emission: Floats, transition: Floats, starts: Labels, ends: Labels
) -> None:
    """Fill in the max-marginals of all segments (longest first) side by side."""
    lengths = ends - starts
    longest = int(lengths[0])
    steps = np.arange(longest)[:, None]
    # How many segments are longer than so many steps.
    active = (-lengths).searchsorted(-steps[:, 0]).tolist()
    # Every segment is gone through from both ends at once. Labels stand before segments: the best
    # of the former is found several times faster so.
    at = np.array([starts + steps, ends - 1 - steps])
    local = emission.take(at, axis=0, mode="clip").transpose(1, 3, 0, 2).copy()
    onwards = np.array([transition, transition.T]).transpose(1, 2, 0)[..., None].copy()
    best, reached = np.empty_like(local), np.empty_like(local)
    best[0] = onwards[OUTSIDE]
    np.add(best[0], local[0], out=reached[0])
    for t in range(1, longest):
        k = active[t]
        ahead = reached[t - 1, :, None, :, :k] + onwards
        ahead.max(axis=0, out=best[t, ..., :k])
        np.add(best[t, ..., :k], local[t, ..., :k], out=reached[t, ..., :k])
    rows, numbers = (steps < lengths).nonzero()
    # What leads up to a word with its own score, and what follows it.
    forward = reached[rows, :, 0, numbers]
    backward = best[lengths[numbers] - 1 - rows, :, 1, numbers]
    marginals[at[0, rows, numbers]] = forward + backward
