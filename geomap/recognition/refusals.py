"""Refusals: what is found and yet no place by the words right beside it."""

from __future__ import annotations

from collections.abc import Container

from geomap.recognition.lexicons import (
    CURRENCY_MARKS,
    DIRECTIONS,
    IDIOMS,
    LABELS,
    MEASURES,
    NEVER_PLACES,
    ORGANISATION_HEADS,
    WORKS,
    is_demonym,
)
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

_STORMS = frozenset("cyclone hurricane storm typhoon".split())
_QUOTES = frozenset("\"“‘'")


def is_refused(tokens: Tokens, name: Named, firsts: Container[int]) -> bool:
    """Whether a name is no place; ``firsts`` are the words that begin the names found.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> tokens = split_tokens("US$5 for French horns")
    >>> [is_refused(tokens, Named(at, at + 1, "LOC", 1.0), ()) for at in (0, 4)]
    [True, True]
    """
    if name.end - name.first > 1:
        return False
    before = tokens.words[name.first - 1] if name.first else ""
    behind = tokens.words[name.end] if name.end < len(tokens) else ""
    low = tokens.words[name.first].lower()
    return (
        low.rstrip(".") in NEVER_PLACES
        or f"{low} {behind.lower()}" in IDIOMS
        # The novel "Middlemarch"; but not "to film Paris".
        or (before in WORKS and name.first > 1 and tokens.words[name.first - 2] != "to")
        or (before in _QUOTES and name.first > 1 and tokens.words[name.first - 2] in WORKS)
        # Cyclone "#Amphan".
        or (before == "#" and name.first > 1 and tokens.words[name.first - 2].lower() in _STORMS)
        # "Village: Kashuga", "Admin 2: Rutshuru".
        or (low in LABELS and _is_label(tokens, name.end))
        # "200 MT" of maize.
        or (before[:1].isdecimal() and tokens.words[name.first] in MEASURES)
        # "University" of Texas.
        or (low in ORGANISATION_HEADS and behind == "of")
        # "NORTHERN" Italy.
        or (low in DIRECTIONS and name.end in firsts and not tokens.opens[name.end])
        or (behind in CURRENCY_MARKS and tokens.starts[name.end] == tokens.ends[name.first])
    )


def _is_label(tokens: Tokens, at: int) -> bool:
    """Whether a colon ends a label here, behind its number if it has one."""
    behind = tokens.words[at : at + 2]
    return ":" in behind and (behind[0] == ":" or behind[0].isdecimal())


def is_make(tokens: Tokens, name: Named, names: NameIndex) -> bool:
    """Whether a name that nothing has is some of a nation's things: "Czech Tatras and Skodas"."""
    words, at = tokens.words, name.first
    if name.end - at > 1 or not _is_plural(words[at]) or names.top_prior(words[at]) is not None:
        return False
    if at > 2 and words[at - 1] in ("and", "or", ",") and _is_plural(words[at - 2]):
        at -= 2
    return at > 0 and is_demonym(words[at - 1])


def _is_plural(word: str) -> bool:
    """Whether a word with a capital ends like a plural."""
    return word[0].isupper() and word.endswith("s") and not word.endswith("ss")
