"""Commanders: surnames of officers that stand alone in reports of war, and are places' as well.

"The Texans under Sibley", "Price's cavalry", and "Price" wherever it stands alone once the text
has had "General Price". In a text that has officers, one named alone who marched or halted is one
as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from geomap.recognition.lexicons import is_demonym
from geomap.recognition.tokens import Tokens

#: Ranks before a name, lower-cased, without the full stop.
_RANKS = frozenset(
    """general gen genl generals brig brigadier colonel col colonels lieut lieutenant lt major maj
    captain capt captains sergeant sgt corporal commodore admiral""".split()
)
#: Who is under a commander, and what is his.
_MEN = frozenset(
    """army band brigade cavalry column command corps detachment division force forces guerrillas
    horse infantry men militia party raiders rebels regiment regiments troopers troops""".split()
)
_UNITS = frozenset(
    "artillery battery brigade cavalry corps division guerrillas pickets raiders troopers".split()
)
#: What officers do and towns do not, said of one named alone where a text has officers.
_DEEDS = frozenset(
    """advanced attacked crossed encamped found halted joined left marched met observes pursued
    pushed retired retreated rode skirmished started telegraphs""".split()
)
_FEWEST_OFFICERS = 2
_POSSESSIVES = frozenset(("'s", "’s"))


def find_commanders(tokens: Tokens) -> set[str]:
    """Return the surnames, in lower case, of those whom a text calls officers.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> sorted(find_commanders(split_tokens("Gen. S. Price met Texans under Cabell.")))
    ['cabell', 'price']
    """
    words = tokens.words
    found = set()
    for at in tokens.capitals:
        word, behind = words[at], words[at + 1 : at + 2]
        if word.rstrip(".").lower() in _RANKS:
            found.add(_read_surname(words, at + 1))
        elif behind and behind[0] in _POSSESSIVES and _UNITS & {*words[at + 2 : at + 3]}:
            found.add(word.lower())
    for at in range(1, len(words)) if "under" in words else ():
        if words[at] == "under" and _are_men(words[at - 1]):
            found.add(_read_surname(words, at + 1))
    found.discard("")
    return found | set(_find_doers(tokens)) if len(found) >= _FEWEST_OFFICERS else found


def _find_doers(tokens: Tokens) -> Iterator[str]:
    """Yield lone capitalised words, in lower case, that do what officers do: "Prentiss left"."""
    words = tokens.words
    for at in tokens.capitals:
        verb = at + 1 + (words[at + 1 : at + 2] in (["has"], ["had"]))
        alone = at == 0 or tokens.opens[at] or not words[at - 1][:1].isupper()
        does = not _DEEDS.isdisjoint(words[verb : verb + 1])
        led = at > 1 and (words[at - 1] == "under" or words[at - 2 : at] == ["that", "of"])
        if alone and (does or led):
            yield words[at].lower()


def _are_men(word: str) -> bool:
    """Whether a word is for men who are under someone: "brigade", "Texans"."""
    return word.lower() in _MEN or (word.endswith("s") and is_demonym(word))


def _read_surname(words: list[str], at: int) -> str:
    """Return the last of the capitalised words and initials from here on, if it is a word."""
    end = at
    while end < len(words) and words[end][:1].isupper():
        end += 1
    last = words[end - 1] if end > at else ""
    return "" if last.endswith(".") or last.rstrip(".").lower() in _RANKS else last.lower()
