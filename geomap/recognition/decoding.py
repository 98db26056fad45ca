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
    inside = emission[:, 1:].max(axis=1, initial=-np.inf) > emission[:, OUTSIDE] - _SURE
    starts = np.flatnonzero(inside & (opens | ~np.concatenate(([False], inside[:-1]))))
    follows = np.concatenate((inside[1:] & ~opens[1:], [False]))
    ends = np.flatnonzero(inside & ~follows) + 1
    order = np.argsort(starts - ends, kind="stable")
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
    steps = np.arange(longest)
    # How many segments are longer than so many steps.
    active = np.searchsorted(-lengths, -steps).tolist()
    at = starts + steps[:, None]
    # Labels stand before segments: the best of the former is found several times faster so.
    local = emission.take(at, axis=0, mode="clip").transpose(0, 2, 1).copy()
    forward, backward = np.zeros_like(local), np.zeros_like(local)
    onwards, back = transition[:, :, None], transition.T[:, :, None].copy()
    forward[0] = local[0] + onwards[OUTSIDE]
    for t in range(1, longest):
        k = active[t]
        best = (forward[t - 1, :, None, :k] + onwards).max(axis=0)
        forward[t, :, :k] = best + local[t, :, :k]
    backward[:] = back[OUTSIDE]
    for t in range(longest - 2, -1, -1):
        k = active[t + 1]
        ahead = local[t + 1, :, :k] + backward[t + 1, :, :k]
        backward[t, :, :k] = (ahead[:, None] + back).max(axis=0)
    inside = steps[:, None] < lengths
    marginals[at[inside]] = (forward + backward).transpose(0, 2, 1)[inside]
