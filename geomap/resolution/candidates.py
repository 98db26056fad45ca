"""Candidates: the places that each name of a document may mean, as arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import numpy as np

from gazetteer.abbreviations import short_words
from gazetteer.designators import Designation, split_designator
from gazetteer.folding import fold
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from geomap.recognition.mention import Mention
from geomap.resolution.generics import is_facility, is_generic, is_natural
from geomap.resolution.groups import Group
from geomap.resolution.other_languages import find_forms, without_surrounds

#: Namesakes considered for one name, the most prominent ones.
_MOST = 150
#: So many of the first hits may be known under a main name with more behind a comma.
_WELL_KNOWN = 5
#: A part of a name stands for a place when it is this prominent and long; of longer names only
#: so many words are looked at.
_PART_PRIOR, _PART_LETTERS, _MOST_WORDS = 4.0, 4, 8
#: What texts and gazetteers shorten as they like.
_SHORTENED = ("st", "ste", "mt", "ft")
#: A word under which the kind that a designator asks for is recorded.
_WORD_FOR = {"ADM1": "region", "ADM2": "district", "P": "city", "STM": "river", "LK": "lake"}


@dataclass(slots=True)
class Pool:
    """The candidates of all names of a document: N places for the G names that have any.

    ``numbers`` are the numbers of those G groups, ``spans`` where the candidates of each are. Of
    shape (N,) are ``rows``, place rows of the
    gazetteer; ``names``, numbers of the recorded names that were met; ``exact``, whether that is
    the place's main name; ``part``, whether it is only a part of the mention; and ``owner``,
    whose candidates they are (0..G-1). Those of one name are beside each other from ``starts``
    on, shape (G,).
    """

    numbers: list[int]
    spans: list[slice]
    rows: Array
    names: Array
    exact: Array
    part: Array
    owner: Array
    starts: Array

    def span(self, at: int) -> slice:
        """Where the candidates of the name at a place in ``numbers`` are."""
        return self.spans[at]


def pool_candidates(hits: Sequence[Sequence[Hit]]) -> Pool:
    """Arrange the hits of all groups of a document; those without hits are left out.

    Examples
    --------
    >>> pool_candidates([[], [Hit(7, 70, "exact"), Hit(8, 80, "alias")]]).numbers
    [1]
    """
    numbers = [i for i, some in enumerate(hits) if some]
    every = [hit for i in numbers for hit in hits[i]]
    sizes = [len(hits[i]) for i in numbers]
    bounds = [0, *accumulate(sizes)]
    return Pool(
        numbers,
        [slice(*pair) for pair in pairwise(bounds)],
        np.array([hit.row for hit in every], dtype=np.int64),
        np.array([hit.name for hit in every], dtype=np.int64),
        np.array([hit.match == "exact" for hit in every], dtype=bool),
        np.array([hit.match == "part" for hit in every], dtype=bool),
        np.arange(len(numbers)).repeat(sizes),
        np.array(bounds[:-1], dtype=np.int64),
    )


def find_candidates(
    group: Group, gazetteer: Gazetteer, demonyms: Mapping[str, str], mentions: Sequence[Mention]
) -> list[Hit]:
    """Find the recorded places of a group's name; a demonym stands for its country."""
    role = mentions[group.mentions[0]].role if group.mentions else "literal"
    peoples = _of_people(group.name, demonyms, gazetteer)
    if peoples and (role == "demonym" or len(group.name.split()) > 1):
        return peoples
    hits = _as_main_names(group.key, find_forms(group, gazetteer), gazetteer)
    # "Zulu" is a town too.
    hits = [*peoples, *hits]
    if not hits:
        return _find_parts(group, gazetteer, demonyms)
    if _is_named_for(group, hits[0], gazetteer):
        return first_of_each([hit._replace(match="part") for hit in hits])
    designation = split_designator(group.name)
    if designation:
        hits = _with_bare(designation, gazetteer, hits)
    elif group.kinds:
        hits = _with_designated(group, gazetteer, hits)
    elif group.language and not group.kinds:
        hits = without_surrounds(hits, gazetteer)
    if group.articled and group.kinds:
        hits = _of_kind(group, gazetteer, hits)
    return first_of_each(hits)


def _as_main_names(key: str, hits: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Count "Washington" as the main name of "Washington, D.C.", "Atlantic" of the ocean.

    And "St. Petersburg" as that of Saint Petersburg.
    """
    may_be_short = not _shortened().isdisjoint(key.split())
    for i, hit in enumerate(hits[:_WELL_KNOWN]):
        name = gazetteer.rows.name(hit.row)
        main, comma, _ = name.partition(",")
        sea = name.removesuffix(" Ocean").removesuffix(" Sea")
        is_main = (comma and fold(main) == key) or (sea != name and fold(sea) == key)
        if is_main or (may_be_short and _spell_out(fold(name)) == _spell_out(key)):
            hits[i] = hit._replace(match="exact")
    return hits


def _spell_out(key: str) -> str:
    """A folded name without short forms."""
    return " ".join(_short_for().get(word, word) for word in key.split())


@cache
def _shortened() -> frozenset[str]:
    return frozenset((*_short_for(), *_short_for().values()))


@cache
def _short_for() -> dict[str, str]:
    return {short: short_words()[short][0] for short in _SHORTENED}


def _of_people(name: str, demonyms: Mapping[str, str], gazetteer: Gazetteer) -> list[Hit]:
    """The place of a people: "Syrians", "SYRIANS" in a headline, "syrians" in a tweet."""
    written = name.title() if name.isupper() or name.islower() else name
    id_ = demonyms.get(name) or demonyms.get(written)
    row = gazetteer.rows.row_of_id(id_) if id_ else None
    return [] if row is None else [Hit(row, gazetteer.rows.name_range(row)[0], "alias")]


def _is_named_for(group: Group, hit: Hit, gazetteer: Gazetteer) -> bool:
    """Whether a natural feature without record is taken for a town: "Sandy River" for Sandy."""
    if not is_natural(group.name) or fold(gazetteer.names.strings[hit.name]) == group.key:
        return False
    designation = split_designator(group.name)
    return designation is not None and gazetteer.names.kind_rank(hit.row, designation.kinds) is None


def _find_parts(group: Group, gazetteer: Gazetteer, demonyms: Mapping[str, str]) -> list[Hit]:
    """Find the places of the longest, then best-known, part of a name that is recorded.

    "Manila Cathedral" stands somewhere in Manila, unless the text is about another place; the
    "European Commission" is at home in Europe. "Street" and "Island" are places too, but not as
    parts of names.
    """
    words = group.key.split()[:_MOST_WORDS]
    for size in range(len(words) - 1, 0, -1):
        parts = [
            " ".join(words[i : i + size])
            for i in range(len(words) - size + 1)
            if not all(is_generic(word) for word in words[i : i + size])
        ]
        known = [(gazetteer.names.top_prior(part) or 0.0, part) for part in parts]
        prior, part = max(known, default=(0.0, ""))
        if prior >= _PART_PRIOR and len(part) >= _PART_LETTERS:
            hits = gazetteer.names.of_key(part)
            return first_of_each([hit._replace(match="part") for hit in hits])
    # The British Embassy and a Chinese restaurant are somewhere else.
    words = [] if is_facility(group.name) else group.name.split()[:_MOST_WORDS]
    peoples = [hit for word in words for hit in _of_people(word, demonyms, gazetteer)]
    return first_of_each([hit._replace(match="part") for hit in peoples])


def first_of_each(hits: Sequence[Hit]) -> list[Hit]:
    """Keep the first hit of each place, and of those the most prominent places."""
    first: dict[int, Hit] = {}
    for hit in hits:
        first.setdefault(hit.row, hit)
    return list(first.values())[:_MOST]


def _of_kind(group: Group, gazetteer: Gazetteer, hits: list[Hit]) -> list[Hit]:
    """Keep what is called so with an article, if anything is: no state is crossed as "the Ohio"."""
    rank = gazetteer.names.kind_rank
    return [hit for hit in hits if rank(hit.row, group.kinds) is not None] or hits


def _with_bare(designation: Designation, gazetteer: Gazetteer, hits: list[Hit]) -> list[Hit]:
    """Add the divisions recorded without the word: "Karak district" in Jordan and in Pakistan."""
    if not designation.kinds[0].startswith("ADM"):
        return hits
    bare = gazetteer.names.of_key(designation.core)
    rank = gazetteer.names.kind_rank
    fitting = [hit for hit in bare if rank(hit.row, designation.kinds) is not None]
    return [*hits, *(hit._replace(match="alias") for hit in fitting)]


def _with_designated(group: Group, gazetteer: Gazetteer, hits: list[Hit]) -> list[Hit]:
    """Add what "Belgorod region" finds when the mention is "Belgorod", the region behind it."""
    word = _WORD_FOR.get(group.kinds[0])
    return [*gazetteer.names.find(f"{group.key} {word}"), *hits] if word else hits
