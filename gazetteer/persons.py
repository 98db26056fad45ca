"""Names that persons have: of a spelling like "Acker" or "Alva Lowe" no place need be meant.

The commonest surnames and the first names of the US Census of 1990 (public domain), kept in
persons.txt, written by `gazetteer.training.persons`: the first names a line each, an empty line,
the surnames. Other peoples' names are hardly in it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

import marisa_trie

_TITLES = frozenset("mr mrs ms miss dr prof".split())


@lru_cache(maxsize=256)
def is_person(key: str) -> bool:
    """Whether a folded name is a common surname, with a first name or a title or alone.

    Examples
    --------
    >>> is_person("acker"), is_person("alva lowe"), is_person("mr acker"), is_person("al bab")
    (True, True, True, False)
    """
    first, _, rest = key.partition(" ")
    first_names, surnames = _names()
    if rest and first not in _TITLES and first not in first_names:
        return False
    return key.split(" ")[-1] in surnames


@cache
def _names() -> tuple[marisa_trie.Trie, marisa_trie.Trie]:
    """First names and surnames; sets would take thirty times the room."""
    text = (files("gazetteer") / "persons.txt").read_text("utf-8")
    first_names, _, surnames = text.partition("\n\n")
    return marisa_trie.Trie(first_names.split("\n")), marisa_trie.Trie(surnames.split("\n"))
