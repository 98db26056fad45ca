"""Known names: which words of a text are, alone or together, names of places."""

from __future__ import annotations

from collections.abc import Callable

from geomap.recognition.names import BUCKETS, NameIndex, bucket

Ask = Callable[[str], "float | None"]
_LONGEST = 6
_JOINTS = frozenset(
    "- ’ of the de la le les el al du des del da do di and upon on sur am an der y".split()
)


def find_known(
    words: list[str], names: NameIndex
) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    """Return for each word the class of the longest known name it is in, of it alone, and bounds.

    The first is 0 outside names, 1..6 (see :func:`~geomap.recognition.names.bucket`) for
    names of one word, 7..12 on the first and 13..18 on the later words of longer ones. The
    bounds are the half-open token numbers of that longest name; empty outside names.
    """
    size = len(words)
    longest, alone = [0] * size, [0] * size
    bounds = [(0, 0)] * size
    capital = [w[:1].isupper() for w in words]
    cache: dict[str, float | None] = {}

    def ask(name: str) -> float | None:
        if name not in cache:
            cache[name] = names.top_prior(name)
        return cache[name]

    upto = 0
    for i in range(size):
        if not capital[i]:
            continue
        alone[i] = bucket(ask(words[i]))
        if i < upto:
            continue
        length, prior = _match(words, capital, i, ask)
        if length > 1:
            step = BUCKETS - 1
            longest[i] = step + bucket(prior)
            for j in range(i + 1, i + length):
                longest[j] = 2 * step + bucket(prior)
            upto = i + length
            bounds[i:upto] = [(i, upto)] * length
        else:
            longest[i] = alone[i]
            bounds[i] = (i, i + 1) if alone[i] else (0, 0)
    return longest, alone, bounds


def _match(words: list[str], capital: list[bool], i: int, ask: Ask) -> tuple[int, float | None]:
    """Return how many words from ``i`` on make the longest known name, and its prior."""
    end = i + 1
    stop = min(len(words), i + _LONGEST)
    while end < stop and (capital[end] or words[end] in _JOINTS):
        end += 1
    for last in range(end, i + 1, -1):
        if capital[last - 1]:
            prior = ask(" ".join(words[i:last]))
            if prior is not None:
                return last - i, prior
    return 1, None
