"""Possessives: "in St. John's" is a town, and "King's Lynn" is one wherever it stands.

The possessive ending is a word of its own, so the tagger sees somebody's thing. The gazetteer and
the words around tell: "at St. John's" is a church or a school more often.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap.recognition.definitions import is_defined
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

_ENDINGS = frozenset(("'s", "’s"))
_SAINTS = frozenset(("St.", "St", "Saint"))
#: Words before places only: teams lose "to St. John's", and what comes "from" there is a school's.
_IN = frozenset("around in inside near outside throughout".split())
#: A place must be so well known (see :mod:`geomap.recognition.names`); one that is more so needs no
#: words of place around it, unless it may be a saint's church.
_KNOWN, _WELL_KNOWN = 3.3, 4.5
_MOST_WORDS = 2


def find_possessives(
    tokens: Tokens, accepted: Iterable[Named], names: NameIndex
) -> Iterator[Named]:
    """Yield the places with a possessive ending in their names, none of those accepted.

    Where the text says once that one is a place, the same name is one everywhere but behind "at".
    """
    words = tokens.words
    endings = [at for at, word in enumerate(words) if word in _ENDINGS and at]
    spans = [span for at in endings for span in _list_spans(tokens, at, names)]
    if not spans:
        return
    bounds = {(name.first, name.end) for name in accepted}
    starts = {first for first, _ in bounds}
    placed = {
        tuple(words[name.first : name.end])
        for name, is_sure in spans
        if is_sure or _is_placed(tokens, name, starts)
    }
    for name, _ in spans:
        is_free = (name.first, name.end) not in bounds and words[name.first - 1] != "at"
        if is_free and tuple(words[name.first : name.end]) in placed:
            yield name


def _list_spans(tokens: Tokens, at: int, names: NameIndex) -> Iterator[tuple[Named, bool]]:
    """Yield the longest known name around a possessive ending, and whether it needs no more."""
    words = tokens.words
    if not words[at - 1][:1].isupper():
        return
    is_saint = at > 1 and words[at - 2] in _SAINTS
    first, end = at - 1 - is_saint, at + 1
    while end < min(len(words), at + 1 + _MOST_WORDS) and words[end][:1].isupper():
        end += 1
    # Somebody's alone is no place, and a saint's with more behind it is a school or a hospital.
    for upto in (end,) if is_saint and end == at + 1 else range(end, at + 1, -1):
        parts = [*words[first : at - 1], words[at - 1] + "'s", *words[at + 1 : upto]]
        prior = names.top_prior(" ".join(parts))
        if prior is not None and prior >= _KNOWN:
            yield Named(first, upto, "LOC", 0.0), prior >= _WELL_KNOWN and not is_saint
            return


def _is_placed(tokens: Tokens, name: Named, starts: set[int]) -> bool:
    """Whether the words around a name say that it is a place's: "in" it, or "X, Newfoundland"."""
    words, first, end = tokens.words, name.first, name.end
    before = [word.lower() for word in words[max(0, first - 2) : first]]
    if before[-1:] and (before[-1] in _IN or before == ["capital", ","]):
        return True
    return (words[end : end + 1] == [","] and end + 1 in starts) or is_defined(tokens, name)
