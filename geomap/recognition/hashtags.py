"""Hashtags: "#nepalearthquake" and "#HoustonStrong" name places, and so does "#RockyMount"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geomap.recognition.lexicons import PLACE_HEADS
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import EVENT_WORDS, Tokens

#: A place in a hashtag must be this well known (see :mod:`geomap.recognition.names`), or so where
#: a word of place stands before it.
_KNOWN, _LITTLE_KNOWN = 5.5, 3.0
_BEFORE = frozenset("in near nr outside over reach reached across around inside".split())
_PRAYERS = frozenset(("prayfor", "standwith"))
#: What many names of places begin or end with, besides the words for kinds of places.
_HEADS = PLACE_HEADS | frozenset(
    """falls fort grand new north east park rock rocky saint san santa south spring springs west
    """.split()
)


def find_tagged(tokens: Tokens, taken: Iterable[Named], names: NameIndex) -> Iterator[Named]:
    """Yield places that are all of a hashtag, and well known ones beside what befell them."""
    words = tokens.words
    if "#" not in words:
        return
    seen = {at for name in taken for at in range(name.first, name.end)}
    for mark in (at for at, word in enumerate(words) if word == "#"):
        parts = list(_list_parts(tokens, mark))
        if _is_whole(tokens, parts, names):
            yield Named(parts[0], parts[-1] + 1, "LOC", 0.0)
            continue
        for at in parts:
            told = words[at + 1 : at + 2] and words[at + 1].lower() in EVENT_WORDS
            is_event = told and tokens.starts[at + 1] == tokens.ends[at]
            is_whole = len(parts) == 1 and mark > 0 and words[mark - 1].lower() in _BEFORE
            if at in seen or not (is_event or is_whole or words[at - 1].lower() in _PRAYERS):
                continue
            prior = names.top_prior(words[at])
            if prior is not None and prior >= (_LITTLE_KNOWN if is_whole else _KNOWN):
                yield Named(at, at + 1, "LOC", 0.0)


def part_tag(tokens: Tokens, name: Named, names: NameIndex) -> tuple[Named, ...]:
    """Return a name, or two of it where a hashtag ends within: "#Izmir Bornova"."""
    first, end = name.first, name.end
    if not first or tokens.words[first - 1] != "#" or end - first < 2:
        return (name,)
    cut = next((at for at in range(first + 1, end) if tokens.starts[at] > tokens.ends[at - 1]), 0)
    if not cut or names.top_prior(" ".join(tokens.words[first:end])) is not None:
        return (name,)
    return replace(name, end=cut), replace(name, first=cut)


def write_out(tokens: Tokens, name: Named) -> tuple[str, ...]:
    """Return how a name is written outside hashtags, where its words are run together in one."""
    first, end = name.first, name.end
    if end - first < 2 or not first or tokens.words[first - 1] != "#":
        return ()
    if any(tokens.starts[at] != tokens.ends[at - 1] for at in range(first, end)):
        return ()
    return (" ".join(tokens.words[first:end]),)


def _is_whole(tokens: Tokens, parts: list[int], names: NameIndex) -> bool:
    """Whether a hashtag is a place's name of some words, one of them as places have them."""
    words = [tokens.words[at] for at in parts]
    if len(words) < 2 or not all(word.istitle() for word in words):
        return False
    if _HEADS.isdisjoint((words[0].lower(), words[-1].lower())):
        return False
    return names.top_prior(" ".join(words)) is not None


def _list_parts(tokens: Tokens, mark: int) -> Iterator[int]:
    """Yield the words that are run together behind a hash."""
    at = mark + 1
    while at < len(tokens) and tokens.starts[at] == tokens.ends[at - 1]:
        yield at
        at += 1
