"""Shapes: what a word looks like, whatever it says."""

from __future__ import annotations

#: The classes that :func:`find_shape` returns, as positions in this tuple.
SHAPES = (
    "other",
    "lower",
    "title",
    "upper",
    "mixed",
    "initial",
    "dotted",
    "number",
    "year",
    "mark",
    "comma",
    "stop",
    "quote",
    "hyphen",
    "possessive",
    "bracket",
    "link",
    "abbreviation",
    "edge",
    "code",
)
_INDEX = {name: i for i, name in enumerate(SHAPES)}
_MARKS = {
    ",": "comma", ".": "stop", "!": "stop", "?": "stop", ":": "stop", ";": "stop",
    '"': "quote", "'": "quote", "“": "quote", "”": "quote", "‘": "quote", "’": "quote",
    "-": "hyphen", "–": "hyphen", "—": "hyphen", "/": "hyphen",
    "(": "bracket", ")": "bracket", "[": "bracket", "]": "bracket", "#": "link",
}  # fmt: skip


def find_shape(word: str) -> int:
    """Return the class of a word's looks, an index into :data:`SHAPES`.

    Examples
    --------
    >>> [SHAPES[find_shape(w)] for w in ("Kyiv", "NATO", "U.S.", "1999", "fighting", "’s")]
    ['title', 'upper', 'dotted', 'year', 'lower', 'possessive']
    """
    return _INDEX[_name_shape(word)]


def _name_shape(word: str) -> str:
    if word.isalpha():
        return _name_letters(word)
    if word in _MARKS:
        return _MARKS[word]
    if word[0] in "'’":
        return "possessive"
    if word.isalnum() and not word.isdigit() and any(c.isdigit() for c in word):
        return "code"
    if word[0].isdigit():
        return "year" if len(word) == 4 and word[0] in "12" and word.isdigit() else "number"
    if word[0] == "@" or "://" in word or word.startswith("www."):
        return "link"
    if word.endswith(".") and len(word) > 1:
        if len(word) == 2:
            return "initial"
        return "dotted" if "." in word[:-1] else "abbreviation"
    if word[0].isalpha():
        return _name_letters(word)
    return "mark" if not word.isalnum() else "other"


def _name_letters(word: str) -> str:
    if word.islower():
        return "lower"
    if len(word) == 1:
        return "initial" if word.isupper() else "other"
    if word.isupper():
        return "upper"
    if word[0].isupper():
        return "title" if word[1:].islower() else "mixed"
    return "mixed" if word[1:] != word[1:].lower() else "other"
