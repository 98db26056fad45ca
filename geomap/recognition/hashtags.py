"""Hashtags: "#nepalearthquake" and "#HoustonStrong" name places, whatever their capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import EVENT_WORDS, Tokens

#: A place in a hashtag must be this well known (see :mod:`geomap.recognition.names`).
_KNOWN = 5.5
_PRAYERS = frozenset(("prayfor", "standwith"))


def find_tagged(tokens: Tokens, taken: Iterable[Named], names: NameIndex) -> Iterator[Named]:
    """Yield well known places in hashtags beside the word for what befell them."""
    words = tokens.words
    if "#" not in words:
        return
    seen = {at for name in taken for at in range(name.first, name.end)}
    for mark in (at for at, word in enumerate(words) if word == "#"):
        for at in _list_parts(tokens, mark):
            told = words[at + 1 : at + 2] and words[at + 1].lower() in EVENT_WORDS
            is_event = told and tokens.starts[at + 1] == tokens.ends[at]
            if at in seen or not (is_event or words[at - 1].lower() in _PRAYERS):
                continue
            prior = names.top_prior(words[at])
            if prior is not None and prior >= _KNOWN:
                yield Named(at, at + 1, "LOC", 0.0)


def _list_parts(tokens: Tokens, mark: int) -> Iterator[int]:
    """Yield the words that are run together behind a hash."""
    at = mark + 1
    while at < len(tokens) and tokens.starts[at] == tokens.ends[at - 1]:
        yield at
        at += 1
