"""Recorded names: from a name as written to the places that are known by it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from gazetteer.abbreviations import short_words
from gazetteer.designators import (
    FULL_FORMS,
    FULL_FORMS_BEHIND,
    RECORDED_FORMS,
    Designation,
    kind_rank,
    kinds_of_word,
    split_designator,
)
from gazetteer.folding import fold
from gazetteer.index import Array, Index
from gazetteer.inflection import base_forms, forms_behind_preposition
from gazetteer.places import PlaceRows
from gazetteer.variants import Variant

#: Ways of writing out the short words of a name that are tried.
_MOST_FORMS = 24
#: Shorter names are not sought with the word for their kind.
_FEWEST_LETTERS = 4


class Hit(NamedTuple):
    """A place found by a name.

    ``row`` is its place row, ``name`` the number of the recorded name that was met, ``match``
    one of ``exact`` (its main name), ``alias``, ``variant``; ``similarity`` is 0..1; ``score``
    ranks variants (log-odds of `gazetteer.likeness`) and ``features`` are what it is made of.
    """

    row: int
    name: int
    match: str
    similarity: float = 1.0
    score: float = 0.0
    features: Array | None = None


class Names:
    """Exact and alias lookup over an open index."""

    def __init__(self, index: Index, rows: PlaceRows) -> None:
        self._rows = rows
        self._trie = index.trie
        self._starts, self._names = index["key_start"].data, index["key_names"].data
        self._place, self._key = index["name_place"].data, index["name_key"].data
        self._first_name = index["place_names"].data
        self._prior = rows.prior.data
        self.strings = index.strings("name")

    def of_key_id(self, key: int, match: str = "", similarity: float = 1.0) -> list[Hit]:
        """All places with a name folded to a key, the most prominent first."""
        place, main = self._place, self._first_name
        return [
            Hit(
                row := place[name],
                name,
                match or ("exact" if name == main[row] else "alias"),
                similarity,
            )
            for name in self._names[self._starts[key] : self._starts[key + 1]]
        ]

    def of_variants(self, variants: Iterable[Variant], match: str = "variant") -> list[Hit]:
        """All places with one of the names that a spelling was found to be like, each once.

        Scores are about the best-known bearer of a name; the others come behind it.
        """
        hits: dict[int, Hit] = {}
        for key, score, similarity, features in variants:
            names = self._names[self._starts[key] : self._starts[key + 1]]
            best = self._prior[self._place[names[0]]]
            for name in names:
                row = self._place[name]
                if row not in hits:
                    own = score - (best - self._prior[row])
                    hits[row] = Hit(row, name, match, similarity, own, features)
        return list(hits.values())

    def leads(self, hits: Sequence[Hit], but: Hit | None = None) -> Array:
        """Which hits are the first of the names folded to their key, but for the key of one.

        Booleans of shape (len(hits),).
        """
        # Of a key that is there again the earlier place overwrites the later one.
        first = {self._key[hits[at].name]: at for at in range(len(hits) - 1, -1, -1)}
        if but is not None:
            first.pop(self._key[but.name], None)
        leads = np.zeros(len(hits), dtype=bool)
        leads[list(first.values())] = True
        return leads

    def of_key(self, key: str) -> list[Hit]:
        """All places with a name folded to exactly ``key``."""
        found = self._trie.get(key)
        return [] if found is None else self.of_key_id(found)

    def is_recorded(self, name: str) -> bool:
        """Whether any place is recorded under exactly that name."""
        return fold(name) in self._trie

    def is_known(self, name: str) -> bool:
        """Whether it is recorded, or is with a designator; cheaper than `find`."""
        return self.is_recorded(name) or (
            split_designator(name) is not None and bool(self.find(name))
        )

    def top_prior(self, name: str) -> float | None:
        """Prominence of the best-known place of that name, about log10(people), or None."""
        key = self._trie.get(fold(name))
        if key is None:
            return None
        prior: float = self._prior[self._place[self._names[self._starts[key]]]]
        return prior

    def main_prior(self, name: str) -> float | None:
        """Prominence of the best-known place whose main name that is, or None."""
        key = self._trie.get(fold(name))
        if key is None:
            return None
        for number in self._names[self._starts[key] : self._starts[key + 1]]:
            row = self._place[number]
            if number == self._first_name[row]:
                prior: float = self._prior[row]
                return prior
        return None

    def find(self, name: str) -> list[Hit]:
        """All places recorded under a name, allowing for designators and shortened words.

        ``St. Louis`` finds ``Saint Louis``; ``Belgorod region`` finds ``Belgorod Oblast``, but
        not the city, unless no subdivision has the name; ``Mull`` finds the ``Isle of Mull``,
        because nothing is recorded as Mull alone.
        """
        key = fold(name)
        if key.startswith("the "):
            # Of all that is called Hague only one is The Hague.
            whole = [hit for hit in self.of_key(key) if hit.match == "exact"]
            if whole:
                return whole
            key = key[4:]
        hits = self.of_key(key) or self._respelled(key)
        if hits:
            return hits
        designation = split_designator(key)
        hits = self._designated(designation) if designation else self._undesignated(key)
        return hits or self._declined(name)

    def _undesignated(self, key: str) -> list[Hit]:
        """Look up what is recorded with its kind only: "Mull" as "Isle of Mull"."""
        found: dict[int, Hit] = {}
        if len(key) >= _FEWEST_LETTERS and not kinds_of_word(key):
            begins = next(self._trie.iterkeys(f"{key} "), None)
            for form in FULL_FORMS if begins else FULL_FORMS_BEHIND:
                for hit in self.of_key(form.format(key)):
                    # "Cape Island" is a town as well, and not called Cape.
                    if self._rows.feature(hit.row)[0] not in "PS":
                        found.setdefault(hit.row, hit)
        return sorted(found.values(), key=lambda hit: -self._prior[hit.row])

    def _declined(self, name: str) -> list[Hit]:
        """Look up the nominatives a name may come from; those of the best-known place win."""
        forms = (*base_forms(name), *forms_behind_preposition(name))
        found = [hits for form in forms if (hits := self.of_key(fold(form)))]
        prior = self._rows.prior
        return max(found, key=lambda hits: float(prior[hits[0].row]), default=[])

    def _respelled(self, key: str) -> list[Hit]:
        """Look a name up with its short words written out: "st louis" as "saint louis"."""
        words = key.split()
        # A single word is a name of its own: "Is" is not short for "Island".
        if len(words) < 2:
            return []
        choices = [(*short_words().get(word, ()), word) for word in words]
        for forms in itertools.islice(itertools.product(*choices), _MOST_FORMS):
            hits = self.of_key(" ".join(forms))
            if hits:
                return hits
        return []

    def _designated(self, designation: Designation) -> list[Hit]:
        core, kinds = designation.core, designation.kinds
        bare = self.of_key(core) or self._respelled(core)
        hits = [hit for hit in bare if self.kind_rank(hit.row, kinds) is not None]
        if kinds[0].startswith("ADM"):
            seen = {hit.row for hit in hits}
            for form in RECORDED_FORMS:
                for hit in self.of_key(f"{core} {form}"):
                    if hit.row not in seen and self.kind_rank(hit.row, kinds) is not None:
                        seen.add(hit.row)
                        hits.append(hit)
        # "Bakhmut district" may mean the land around Bakhmut when no such unit is recorded.
        return hits or [hit for hit in bare if self._rows.feature(hit.row)[0] in "PA"]

    def kind_rank(self, row: int, kinds: tuple[str, ...]) -> int | None:
        """How well a place fits the kinds asked for; None when it does not."""
        return kind_rank(kinds, *self._rows.feature(row))
