"""Generic terms: the common nouns that make names of streets, buildings and small features.

Toponymy tells the generic term of a name ("Street") from its specific one ("Maple"). No gazetteer
of towns records such places, but what they are is said in the name, and they lie somewhere in the
town that the text is about. The generic term also keeps them from being read as misspelt towns.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.designators import kinds_of_word, split_designator
from gazetteer.folding import fold
from gazetteer.generic_words import BUILDINGS, GROUNDS, NATURE, ROADS, SETTLED

_GENERIC = ROADS | BUILDINGS | GROUNDS | NATURE
#: First kinds of the designators that ask for such features.
_WATER_AND_LAND = frozenset(["STM", "LK", "SEA", "MT", "ISL"])
_JOINING = frozenset("of the and at in de la le el du des".split())
#: "A417", "I-95", "M25", "US 1", "Route 66" and "500 block of Main", "14th St."
_NUMBERED = re.compile(
    r"[A-Z]{1,3}[- ]?\d{1,4}[A-Z]?|\d{1,5}(?:st|nd|rd|th)?(?: block of)? [A-Z].*"
)


@lru_cache(maxsize=4096)
def is_generic(word: str) -> bool:
    """Whether a folded word says what a place is, and not which."""
    return word in _GENERIC or word in _JOINING or bool(kinds_of_word(word))


@lru_cache(maxsize=4096)
def says_what(word: str) -> bool:
    """Whether a word of a sentence may say what a place is: "village", "capital"."""
    return word in _GENERIC or word in SETTLED or bool(kinds_of_word(word))


@lru_cache(maxsize=4096)
def has_generic(name: str) -> bool:
    """Whether a name says itself that it is a street, a building or another small feature.

    Examples
    --------
    >>> has_generic("Maple Street"), has_generic("A417"), has_generic("Gregoron")
    (True, True, False)
    """
    return is_facility(name) or is_natural(name) or split_designator(name) is not None


def asks_for_nature(kinds: tuple[str, ...]) -> bool:
    """Whether kinds that words ask for begin with a natural feature."""
    return bool(kinds) and kinds[0] in _WATER_AND_LAND


@lru_cache(maxsize=4096)
def is_natural(name: str) -> bool:
    """Whether a name is that of a natural feature or a park: "Zion Park", "Lake Lanier"."""
    designation = split_designator(name)
    if designation and asks_for_nature(designation.kinds):
        return True
    return not _ends(name).isdisjoint(NATURE)


@lru_cache(maxsize=4096)
def is_facility(name: str) -> bool:
    """Whether a name is that of a street, a building or a ground, and none of a town or region.

    Examples
    --------
    >>> is_facility("Colorado State University"), is_facility("Belgorod Region")
    (True, False)
    """
    built = ROADS | BUILDINGS | GROUNDS
    return bool(_NUMBERED.fullmatch(name)) or not _ends(name).isdisjoint(built)


def _ends(name: str) -> set[str]:
    """The first and last word of a name: "University of Alberta". One alone names nothing."""
    words = fold(name).split()
    return {words[0], words[-1]} if len(words) > 1 else set()
