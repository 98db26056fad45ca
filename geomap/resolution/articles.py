"""Articles: "the Cauca" is a river or a land; towns have none, unless they are called The Hague."""

from __future__ import annotations

import re

from gazetteer.designators import kinds_of_word

_REACH = 60
#: What is said of rivers only, in front of their names.
_OF_RIVER = re.compile(
    r"\b(?:(?:banks?|mouths?|tributary|tributaries|headwaters|head|sources?|waters|estuary|fords?"
    r"|arms?|bends?|left|right)\s+(?:bank\s+)?(?:of|on|along)|upstream\s+on|downstream\s+on"
    r"|(?:flow|flows|flowed|empties|emptied|drains|drained)\s+into|tributary,)\s+the\s+$",
    re.IGNORECASE,
)
#: "The Atbara and Rahad rivers".
_RIVERS = re.compile(r"(?:\s*,\s*\w+)*,?\s+and\s+(?:the\s+)?\w+\s+rivers\b")
#: What is said of rivers, mountains and lands, and not of towns and divisions: "up the Platte".
_OF_NATURE = re.compile(
    r"\b(?:cross(?:ed|es|ing)?|ford(?:ed|s|ing)|along|up|down)\s+the\s+$", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:^|\s)[Tt]he\s+$")
#: What follows a name that stands alone behind its article: no noun that it belongs to.
_ALONE = re.compile(
    r"\s*(?:[.,;:!?)]|$)|\s+(?:and|or|but|at|in|on|to|from|near|with|by|for|above|below|between|into"
    r"|through|towards?|across|along|under|after|as|is|was|has|had|were|are|which|that|where|when"
    r"|who|while|before|behind|beyond|until|yesterday|today|joins|joined|flows|flowed|rises|rose)\b"
)
_RIVER_KINDS = kinds_of_word("river")
_NATURE_KINDS = (*_RIVER_KINDS, "T", "L")


def kinds_of_article(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the kinds of what is called so with an article, where the words around tell.

    Examples
    --------
    >>> kinds_of_article("a tributary of the Cauca", 19, 24)[0], kinds_of_article("in Cauca", 3, 8)
    ('STM', ())
    """
    before = _before_article(text, start)
    if (before and _OF_RIVER.search(before)) or _RIVERS.match(text, end):
        return _RIVER_KINDS
    is_crossed = before and _OF_NATURE.search(before) and _ALONE.match(text, end)
    return _NATURE_KINDS if is_crossed else ()


def is_behind_article(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone behind "the".

    Examples
    --------
    >>> is_behind_article("down the Roanoke.", 9, 16), is_behind_article("the Roanoke mayor", 4, 11)
    (True, False)
    """
    before = _before_article(text, start)
    return bool(before and _ARTICLE.search(before) and _ALONE.match(text, end))


def _before_article(text: str, start: int) -> str:
    """What stands before a name, up to it; nothing without an article, as before most names."""
    before = text[max(0, start - _REACH) : start]
    bare = before.rstrip()
    return before if bare != before and bare[-3:].lower() == "the" else ""
