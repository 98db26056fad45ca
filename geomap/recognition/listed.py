"""Listed names: "Massey, Spanish and Blind River" are three towns, whatever one looks like."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.roles import names_people
from geomap.recognition.tokens import Tokens

_JOINS = frozenset((",", "and", "or", "&"))


def find_listed(tokens: Tokens, found: Sequence[tuple[Named, float]], names: NameIndex) -> set[int]:
    """Return the words that look like demonyms and stand for towns between two places."""
    at_ends = {name.end: name for name, _ in found}
    at_starts = {name.first: name for name, _ in found}
    listed = set()
    for name, _ in found:
        before, behind = at_ends.get(name.first - 1), at_starts.get(name.end + 1)
        if not (before and behind and names_people(tokens, name)):
            continue
        if names_people(tokens, before) or names_people(tokens, behind):
            continue
        joined = tokens.words[before.end] == "," and tokens.words[name.end] in _JOINS
        text = " ".join(tokens.words[name.first : name.end])
        if joined and names.main_prior(text) is not None:
            listed.add(name.first)
    return listed
