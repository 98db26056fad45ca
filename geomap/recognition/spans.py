"""Known names: which words of a text are, alone or together, names of places."""

from __future__ import annotations

from geomap.recognition.names import BUCKETS, NameIndex, bucket

#: So many names are kept for the next document.
_KEPT = 20_000
_LONGEST = 6
_JOINTS = frozenset(
    "- ’ of the de la le les el al du des del da do di and upon on sur am an der y".split()
)


class KnownNames:
    """Finds known names; faster on those it was asked about before."""

    def __init__(self, names: NameIndex) -> None:
        self._names = names
        self._buckets: dict[str, int] = {}

    def find(
        self, words: list[str], capitals: list[int]
    ) -> tuple[bytearray, bytearray, dict[int, tuple[int, int]]]:
        """Return the class of the longest known name each word is in, of it alone, and bounds.

        The first is 0 outside names, 1..6 (see :func:`~geomap.recognition.names.bucket`) for
        names of one word, 7..12 on the first and 13..18 on the later words of longer ones. The
        bounds are the half-open token numbers of that longest name, for the words in one.
        """
        if len(self._buckets) > _KEPT:
            self._buckets.clear()
        longest, alone = bytearray(len(words)), bytearray(len(words))
        bounds: dict[int, tuple[int, int]] = {}
        step, upto = BUCKETS - 1, 0
        starts = set(capitals)
        for i in capitals:
            single = alone[i] = self._ask(words[i])
            if i < upto:
                continue
            length, known = self._match(words, starts, i)
            if length > 1:
                upto = i + length
                for j in range(i, upto):
                    longest[j] = (2 * step if j > i else step) + known
                    bounds[j] = (i, upto)
            elif single:
                longest[i] = single
                bounds[i] = (i, i + 1)
        return longest, alone, bounds

    def _ask(self, name: str) -> int:
        known = self._buckets.get(name)
        if known is None:
            known = self._buckets[name] = bucket(self._names.top_prior(name))
        return known

    def _match(self, words: list[str], capitals: set[int], i: int) -> tuple[int, int]:
        """Return how many words from ``i`` on make the longest known name, and its class."""
        end = i + 1
        stop = min(len(words), i + _LONGEST)
        while end < stop and (end in capitals or words[end] in _JOINTS):
            end += 1
        for last in range(end, i + 1, -1):
            if last - 1 in capitals:
                known = self._ask(" ".join(words[i:last]))
                if known:
                    return last - i, known
        return 1, 0
