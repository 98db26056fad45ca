"""Remarks: words that stand where a name is expected and name nothing.

"unknown", "multiple locations", "see notes" in a column of places; "Aleppo (exact location
unknown)", "Mosul (west)" beside a name.
"""

from __future__ import annotations

import re

from gazetteer.folding import fold

#: Words that say there is no one place, that it is not known, or not exactly.
_NOTHING = frozenset(
    "unknown unk unspecified undisclosed undetermined unidentified unconfirmed unclear "
    "unavailable missing none nil null nan na tbd tba tbc various multiple several many different "
    "other others some all any not no known specified available applicable disclosed stated given "
    "recorded provided reported confirmed exact precise specific approximate approximately approx "
    "estimated location locations place places area areas site sites village villages town towns "
    "city cities district districts province provinces region regions country countries see note "
    "notes comment comments same as above below ditto idem online remote virtual nationwide "
    "countrywide worldwide national global in the of at and or n a to be determined announced "
    "inconnu inconnue divers desconocido desconocida varios unbekannt verschiedene "
    "неизвестно невідомо разные різні".split()
)
#: Words that beside a name say only where in it.
_SIDES = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast "
    "southwest central centre center downtown outskirts suburb suburbs rural urban countryside "
    "vicinity surroundings environs side part nearby".split()
)
_FIGURES = re.compile(
    r"(?:[\d\s.,;:°º'\"′″’”+\-/()|]|\b(?:lat(?:itude)?|lon(?:g(?:itude)?)?|lng|[NSEW])\b)+",
    re.IGNORECASE,
)
_NOTHING_FOLDED = frozenset(map(fold, _NOTHING))


def says_nothing(text: str) -> bool:
    """Whether a text has no word that could be of a name; coordinates have none.

    Examples
    --------
    >>> [says_nothing(text) for text in ("Unknown location", "see notes", "N/A", "?", "Homs")]
    [True, True, True, True, False]
    """
    if _FIGURES.fullmatch(text):
        return True
    words = fold(text.replace("/", " ")).split()
    return all(word in _NOTHING_FOLDED for word in words)


def is_remark(text: str) -> bool:
    """Whether a text beside a name only says where about it, or how sure that is.

    Examples
    --------
    >>> is_remark("exact location unknown"), is_remark("west"), is_remark("West Bank")
    (True, True, False)
    """
    return all(word in _SIDES or word in _NOTHING_FOLDED for word in fold(text).split())
