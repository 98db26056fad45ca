"""Definitions: what a text says is a village, a river or a hill is a place.

"Midway is an unincorporated community in Calloway County", "the hamlet of Prosper", "Hope, a town
in Arkansas", "Hope, 12 km away": such words tell more of a name than what it looks like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gazetteer.generic_words import DEFINING
from geomap.recognition.named import Named
from geomap.recognition.tokens import Tokens

#: Words that lead on to what a place is part of or beside.
_LEADS = frozenset(
    """in of on near at within along about above below between north south east west northeast
    northwest southeast southwest located situated lying""".split()
)
#: Words that say what something is, and those that may stand before its kind.
_BE = frozenset("is was are were remains became".split())
_ARTICLES = frozenset("a an the one".split())
#: Of these a name may follow: "the town of Hope".
KIND_WORDS = frozenset(
    """borough city commune hamlet isle municipality parish seaport settlement suburb town township
    village""".split()
)
_MOST_BETWEEN, _LONGEST_BRACKET = 5, 40
#: What a place is so many of, and whereto.
_LENGTHS = frozenset("km kilometer kilometers kilometre kilometres mi mile miles".split())
_AWAY = frozenset(
    """away downriver downstream east from inland north northeast northwest off outside south
    southeast southwest upriver upstream west""".split()
)
#: What opens a sentence and is no name.
NO_NAMES = frozenset(
    """a an another each he her here his i it its one our she that their there these they this those
    today we what which who""".split()
)


def is_defined(tokens: Tokens, name: Named) -> bool:
    """Whether the words around a name say that it is a place's."""
    words, first = tokens.words, name.first
    if first > 1 and words[first - 1] == "of" and words[first - 2] in KIND_WORDS:
        return True
    at = _skip_bracket(words, name.end)
    if words[at : at + 1] == [","] and _tells_distance(words, at + 1):
        return True
    if words[at : at + 1] == [","] and words[at + 1 : at + 2] and words[at + 1] in _ARTICLES:
        return _tells_kind(words, at + 2)
    at = _skip_whole(words, at)
    if at + 1 < len(words) and words[at] in _BE and words[at + 1] in _ARTICLES:
        return _tells_kind(words, at + 2)
    return False


def find_defined(tokens: Tokens, taken: Iterable[Named]) -> Iterator[Named]:
    """Yield names that open a sentence and are defined in it, none of those taken."""
    seen = {at for name in taken for at in range(name.first, name.end)}
    words = tokens.words
    for at in tokens.openings:
        first = at + (words[at] == "The")
        end = first
        while end < len(words) and words[end][:1].isupper() and end not in seen:
            end += 1
        if end > first and words[first].lower() not in NO_NAMES:
            name = Named(first, end, "LOC", 0.0)
            if is_defined(tokens, name):
                yield name


def _tells_kind(words: list[str], at: int) -> bool:
    """Whether a kind of place and what leads on from it come within a few words."""
    for i in range(at, min(at + _MOST_BETWEEN, len(words) - 1)):
        if words[i] in DEFINING and words[i + 1] in _LEADS:
            return True
        if not (words[i].islower() or words[i] == "-"):
            return False
    return False


def _tells_distance(words: list[str], at: int) -> bool:
    """Whether a text says how far away something is: "12 km north of"."""
    number, length, away = (*words[at : at + 3], "", "", "")[:3]
    return number[:1].isdecimal() and length in _LENGTHS and away in _AWAY


def _skip_bracket(words: list[str], at: int) -> int:
    """Return where a text goes on behind a bracket."""
    if words[at : at + 1] != ["("]:
        return at
    behind = words[at : at + _LONGEST_BRACKET]
    return at + behind.index(")") + 1 if ")" in behind else at


def _skip_whole(words: list[str], at: int) -> int:
    """Return where a text goes on behind what a place is part of: "Hope, Arkansas, is"."""
    while words[at : at + 1] == [","] and words[at + 1 : at + 2] and words[at + 1][:1].isupper():
        at += 2
        while at < len(words) and words[at][:1].isupper():
            at += 1
    return at + 1 if words[at : at + 1] == [","] else at
