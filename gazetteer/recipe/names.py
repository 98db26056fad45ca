"""Names of divisions: which to show, and their short forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from gazetteer.recipe.slugs import slug

#: How alike (0 to 1) two names of one division are at least, where neither holds the other.
LIKENESS = 0.75
_KINDS = (
    r"Oblast['’]?|Okrug|Region|Province|Prefecture|Krai|Kray|Rayon|Raion|District|County"
    r"|Governorate|Department|State|Municipality|Division|Parish|Canton|Voivodeship|Republic"
    r"|Territory"
)
#: Words before or after a first order division's name.
FIRST_ORDER = re.compile(
    rf"^(?:(?:Autonomous|Islamic) )?(?:{_KINDS}|Free State|Kingdom|Principality|Emirate)"
    rf"(?: of(?: the)?)? | (?:Autonomous )?(?:{_KINDS})$"
)
TRAILING = re.compile(rf" (?:{_KINDS})$")
#: Words that name no place without the word for its kind: "Northern" Province.
GENERIC = frozenset(
    "north south east west northern southern eastern western central centre center upper lower"
    " nord sud est ouest norte sur este oeste lakes unity bay red sea white blue river nile"
    " coast littoral plateaux capital islands bari".split()
)
#: Of second order divisions only Slavic districts lose it: "Washington" for each
#: Washington County would name too many.
SECOND_ORDER = re.compile(r" (?:Rayon|Raion)$")


def division_forms(names: Iterable[str], kinds: re.Pattern[str]) -> Iterator[str]:
    """The names without the word for their kind, where they have one.

    Examples
    --------
    >>> list(division_forms(["Republic of Tatarstan", "Belgorod Oblast", "Texas"], FIRST_ORDER))
    ['Tatarstan', 'Belgorod']
    """
    for name in names:
        stripped = kinds.sub("", name)
        if stripped != name and len(stripped) > 3 and stripped[0].isupper():
            yield stripped


def is_same_name(english: str, other: str) -> bool:
    """Whether two names may be of one division.

    CLDR goes by ISO codes, some of which have been given to another division since.

    Examples
    --------
    >>> is_same_name("Belgorod", "Belgorodskaya oblast'"), is_same_name("Fars", "Hamadan Province")
    (True, False)
    """
    a, b = slug(english), slug(other)
    if not a or not b:
        return False
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= LIKENESS


def choose_name(geonames: str, english: str, kind: str) -> str:
    """The name to show: GeoNames' if it ends in a word for its kind, else CLDR's English one.

    Examples
    --------
    >>> choose_name("Belgorod Oblast", "Belgorod", "Region"), choose_name("Sicilia", "Sicily", "")
    ('Belgorod Oblast', 'Sicily')
    >>> choose_name("Northern", "", "State")
    'Northern State'
    """
    name = english or geonames
    has_kind = TRAILING.search(geonames) and english.casefold() in geonames.casefold()
    is_plainer = slug(english) == slug(geonames) and geonames.isascii()
    if has_kind or is_plainer:
        name = geonames
    return f"{name} {kind}" if kind and set(name.casefold().split()) <= GENERIC else name
