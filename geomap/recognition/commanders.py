"""Commanders: surnames of officers that stand alone in reports of war, and are places' as well.

"The Texans under Sibley", "Price's cavalry", and "Price" wherever it stands alone once the text
has had "General Price".
"""

from __future__ import annotations

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
    for at, word in enumerate(words[:-1]):
        low, behind = word.rstrip(".").lower(), words[at + 1]
        is_rank = low in _RANKS and word[0].isupper()
        if is_rank or (word == "under" and at and _are_men(words[at - 1])):
            found.add(_read_surname(words, at + 1))
        elif behind in _POSSESSIVES and word[0].isupper() and _UNITS & {*words[at + 2 : at + 3]}:
            found.add(word.lower())
    return found - {""}


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
