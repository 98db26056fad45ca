"""Lists: "Kano, Kaduna and Katsina states", "the provinces of Kunduz and Helmand".

A word in the plural says of every name of a list what kind of place it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.designators import kinds_of_word

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*(?:\s+[^\W\d_a-zß-öø-ÿ][\w'’-]*){0,2}"
_JOINED = rf"(?:\s*,\s*{_NAME})*,?\s+(?:and|or|&)\s+(?:the\s+)?"
#: What follows a name of a list, the last one too, up to the word for all.
_BEHIND = re.compile(rf"(?:{_JOINED}{_NAME})?\s+(?P<kind>[a-z]+s)\b")
#: What stands before a name of a list, and what follows the first one. "The towns of Bavaria" are
#: none of a list.
_BEFORE = re.compile(
    rf"\bthe\s+(?:\w+\s+)?(?P<kind>[a-z]+s)\s+of\s+(?P<others>(?:{_NAME}(?:\s*,\s*|,?\s+and\s+))*)$"
)
_GOES_ON = re.compile(rf"{_JOINED}{_NAME}")
_REACH = 120


def kinds_of_list(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the kinds of place that a word in the plural asks for; empty without one.

    Examples
    --------
    >>> kinds_of_list("Kano and Katsina states", 0, 4)[0], kinds_of_list("Kano and Katsina", 0, 4)
    ('ADM1', ())
    """
    behind = _BEHIND.match(text, end, end + _REACH)
    if behind and (kinds := _kinds_of_plural(behind["kind"])):
        return kinds
    reached = max(0, start - _REACH)
    # Looked for where it may be only, as most names are in no list.
    is_behind = text[reached:start].rstrip().endswith(("of", ",", "and"))
    before = _BEFORE.search(text, reached, start) if is_behind else None
    if before is None or not (before["others"] or _GOES_ON.match(text, end)):
        return ()
    return _kinds_of_plural(before["kind"])


@lru_cache(maxsize=1024)
def _kinds_of_plural(word: str) -> tuple[str, ...]:
    """The kinds of place that a word in the plural is for."""
    one = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return kinds_of_word(one)
