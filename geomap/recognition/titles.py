"""Titles: who is duke of somewhere is not there, and an alake of Egba is no place called Alake."""

from __future__ import annotations

from gazetteer.generic_words import DEFINING
from geomap.recognition.lexicons import ORGANISATION_HEADS, PLACE_HEADS
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

#: What is of a place in name only: peers, and ferries.
_TITLES = frozenset(
    """Duke Duchess Earl Countess Marquess Marquis Marchioness Viscount Viscountess Baron Baroness
    Pride Spirit Maid""".split()
)
#: Heirs.
_HEIRS = frozenset(
    f"{heir} of {land}" for heir in ("Prince", "Princess") for land in ("Wales", "Orange")
)
#: A place that is more than a village is not taken for a title.
_KNOWN = 4.3


def is_in_title(tokens: Tokens, name: Named) -> bool:
    """Whether a name is of a title: "Duke of Rutland".

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> tokens = split_tokens("The Mayor of Bath met the Duke of Kent.")
    >>> [is_in_title(tokens, Named(at, at + 1, "LOC", 1.0)) for at in (3, 8)]
    [False, True]
    """
    words, first, end = tokens.words, name.first, name.end
    if words[first + 1 : first + 2] == ["of"]:
        # A name that begins with the title, unless it is that of an island or a street.
        is_whole = end > first + 2 and words[end - 1].lower() not in PLACE_HEADS
        return is_whole and _is_titled(words, first, end)
    if first > 1 and words[first - 1] == "of":
        return _is_titled(words, first - 2, end)
    return False


def is_title(tokens: Tokens, name: Named, names: NameIndex) -> bool:
    """Whether a word is a title that nothing better known is called: "the Alake of Egba"."""
    words, at = tokens.words, name.first
    if name.end > at + 1 or not at or words[at - 1].lower() != "the":
        return False
    if words[at + 1 : at + 2] != ["of"] or not words[at + 2 : at + 3]:
        return False
    low = words[at].lower()
    if not words[at + 2][0].isupper() or low in DEFINING | PLACE_HEADS | ORGANISATION_HEADS:
        return False
    prior = names.top_prior(words[at])
    return prior is None or prior < _KNOWN


def _is_titled(words: list[str], at: int, end: int) -> bool:
    """Whether a title begins at a word, and what it is of ends with a name."""
    return words[at] in _TITLES or " ".join(words[at:end]) in _HEIRS
