"""States by their codes: "Florence, S. C.", what a dateline names before one, "the NC/VA line".

Old papers and reports part the initials, and what is left of them looks like a person's. The place
before the comma tells: of "Carter, N. C." in a list of names nothing is known to be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap.recognition.features import find_hint
from geomap.recognition.lexicons import STATE_CODES
from geomap.recognition.named import Named
from geomap.recognition.tokens import Tokens

#: Pairs of initials that are states of the US; not "D. C.", which is part of a name.
_STATES = frozenset("N. C.|N. D.|N. H.|N. J.|N. M.|N. Y.|S. C.|S. D.|R. I.".split("|"))
_MONTHS = frozenset(
    """january february march april may june july august september october november december jan.
    feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.""".split()
)
_LONGEST_TOWN, _LOCATIVE = 3, 4
#: What stands between two codes, and behind them.
_BETWEEN = frozenset("/-–")
_BORDERS = frozenset(("border", "line", "stateline"))


def find_states(tokens: Tokens, accepted: Iterable[Named]) -> Iterator[Named]:
    """Yield states by their initials behind a place, in a dateline with the town, at a border."""
    ends, words = {name.end for name in accepted}, tokens.words
    for at in tokens.capitals:
        if _is_border(words, at):
            yield Named(at, at + 1, "LOC", 0.0)
            yield Named(at + 2, at + 3, "LOC", 0.0)
            continue
        is_behind_comma = at > 1 and words[at - 1] == ","
        if not is_behind_comma or " ".join(words[at : at + 2]) not in _STATES:
            continue
        town = _find_town(tokens, at - 1)
        if at - 1 in ends:
            yield Named(at, at + 2, "LOC", 0.0)
        elif town < at - 1 and _is_dated(words, at + 2):
            yield Named(town, at - 1, "LOC", 0.0)
            yield Named(at, at + 2, "LOC", 0.0)


def _is_border(words: list[str], at: int) -> bool:
    """Whether two codes of states and the word for what is between them begin here."""
    if words[at] not in STATE_CODES or at + 3 >= len(words):
        return False
    _, mark, other, behind = words[at : at + 4]
    return mark in _BETWEEN and other in STATE_CODES and behind.lower() in _BORDERS


def _find_town(tokens: Tokens, end: int) -> int:
    """Return where the words in capitals before a comma begin, behind "NEAR"."""
    words, first = tokens.words, end
    while first > max(0, end - _LONGEST_TOWN) and words[first - 1].isupper():
        if find_hint(words[first - 1].lower()) == _LOCATIVE:
            break
        first -= 1
    return first


def _is_dated(words: list[str], at: int) -> bool:
    """Whether a comma and a month follow."""
    return words[at : at + 1] == [","] and not _MONTHS.isdisjoint(
        word.lower() for word in words[at + 1 : at + 2]
    )
