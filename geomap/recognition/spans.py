"""Known names: which words of a text are, alone or together, names of places."""

from __future__ import annotations

from geomap.recognition.names import BUCKETS, NameIndex, bucket

_LONGEST = 6
_JOINTS = frozenset(
    "- ’ of the de la le les el al du des del da do di and upon on sur am an der y".split()
)


def find_known(
    words: list[str], capitals: list[int], names: NameIndex
) -> tuple[bytearray, bytearray, dict[int, tuple[int, int]]]:
    """Return for each word the class of the longest known name it is in, of it alone, and bounds.

    The first is 0 outside names, 1..6 (see :func:`~geomap.recognition.names.bucket`) for
    names of one word, 7..12 on the first and 13..18 on the later words of longer ones. The
    bounds are the half-open token numbers of that longest name, for the words in one.
    """
    longest, alone = bytearray(len(words)), bytearray(len(words))
    bounds: dict[int, tuple[int, int]] = {}
    step, upto = BUCKETS - 1, 0
    starts = set(capitals)
    for i in capitals:
        single = alone[i] = bucket(names.top_prior(words[i]))
        if i < upto:
            continue
        # Most stand alone: asking costs more than seeing that.
        is_alone = i + 1 not in starts and (i + 1 == len(words) or words[i + 1] not in _JOINTS)
        length, prior = (1, None) if is_alone else _match(words, starts, i, names)
        if length > 1:
            upto, known = i + length, bucket(prior)
            for j in range(i, upto):
                longest[j] = (2 * step if j > i else step) + known
                bounds[j] = (i, upto)
        elif single:
            longest[i] = single
            bounds[i] = (i, i + 1)
    return longest, alone, bounds


def _match(
    words: list[str], capitals: set[int], i: int, names: NameIndex
) -> tuple[int, float | None]:
    """Return how many words from ``i`` on make the longest known name, and its prior."""
    end = i + 1
    stop = min(len(words), i + _LONGEST)
    while end < stop and (end in capitals or words[end] in _JOINTS):
        end += 1
    for last in range(end, i + 1, -1):
        if last - 1 in capitals:
            prior = names.top_prior(" ".join(words[i:last]))
            if prior is not None:
                return last - i, prior
    return 1, None
