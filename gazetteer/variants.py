"""Variants: recorded names that a spelling nobody recorded may stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from gazetteer.index import Array, Index
from gazetteer.likeness import Recorded, compare
from gazetteer.places import PlaceRows
from gazetteer.skeleton import deletions, length_of, letters_of, readings, skeletons_of, swaps
from gazetteer.spelling import without_article
from gazetteer.transcription import forms

#: Candidates that get the full comparison: those nearest by letters, length and prominence.
_COMPARED = 350
#: What a letter more or less, and a tenfold of people, count in that choice.
_LENGTH_COUNTS, _PROMINENCE_COUNTS = 0.4, 0.35
#: The part of prominence that counts among the places of a neighbourhood.
_LOCAL_PROMINENCE = 0.5
#: Skeletons this short have too many neighbours at one substitution.
_SHORT_SKELETON = 3
#: From this length on, two consonants may differ.
_LONG_SKELETON = 6
#: A part of a name must have so many letters to be looked for alone.
_FEWEST_LETTERS = 5


class Variant(NamedTuple):
    """A recorded name like a spelling.

    ``key`` is its key id, ``score`` the log-odds of `gazetteer.likeness`, ``similarity`` 0..1.
    """

    key: int
    score: float
    similarity: float


class Variants:
    """Search for similar keys, in the whole gazetteer or among given places."""

    def __init__(self, index: Index, rows: PlaceRows) -> None:
        self._rows, self._trie = rows, index.trie
        self._letters, self._length = index["letters"], index["key_length"]
        self._starts, self._names = index["key_start"], index["key_names"]
        self._name_key, self._name_place = index["name_key"], index["name_place"]
        self._quality, self._sounds = index["name_quality"], index.strings("sound")
        self._skeleton = index["skeleton"], index["skeleton_key"]
        self._shortened = index["shortened"], index["shortened_key"]

    def anywhere(self, name: str, limit: int = 20) -> list[Variant]:
        """Find the keys of the gazetteer most like a name, best first."""
        keys = self.candidates(name)
        # The names of a key are in order of prominence: the first speaks for it.
        return self._rank(name, keys, self._names[self._starts[keys]], limit)

    def among(self, name: str, places: Array, limit: int = 20) -> list[Variant]:
        """Find the keys of given place rows most like a name, best first."""
        names = self._rows.names_of(places)
        names = names[self._name_key[names] >= 0]
        prior = self._rows.prior[self._name_place[names]]
        names = names[np.argsort(-prior, kind="stable")]
        keys, first = np.unique(self._name_key[names], return_index=True)
        # Keys of scripts that are not romanised have no bare form to compare.
        comparable = self._length[keys] > 0
        return self._rank(name, keys[comparable], names[first[comparable]], limit, local=True)

    def candidates(self, name: str) -> Array:
        """Key ids whose skeleton is that of a name or near it, in no order."""
        some = forms(name)
        key = some[0]
        whole = [code for part in _parts(key) for code in readings(part)]
        whole += [int(code) for code in skeletons_of(list(some))]
        whole = [code for code in dict.fromkeys(whole) if code]
        if not whole:
            return np.zeros(0, dtype=np.int64)
        shorter = [s for code in whole if length_of(code) > 1 for s in deletions(code)]
        codes, shortened = [*whole, *shorter, *swaps(whole[0])], whole
        if length_of(whole[0]) > _SHORT_SKELETON:
            shortened = [*whole, *deletions(whole[0])]
        if length_of(whole[0]) >= _LONG_SKELETON:
            twice = [s for code in deletions(whole[0]) for s in deletions(code)]
            codes, shortened = [*codes, *twice], [*shortened, *twice]
        found = [*_owners(self._skeleton, codes), *_owners(self._shortened, shortened)]
        keys: Array = np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)
        return keys

    def recorded(self, keys: Array, names: Array) -> Recorded:
        """What is recorded of keys, for each the name that speaks for it."""
        rows = self._name_place[names]
        return Recorded(
            [self._trie.restore_key(key) for key in keys.tolist()],
            [self._sounds[key] for key in keys.tolist()],
            self._rows.prior[rows],
            self._rows.is_main_name(names, rows),
            self._quality[names],
            self._starts[keys + 1].astype(np.int64) - self._starts[keys],
        )

    def nearest(self, name: str, keys: Array, names: Array) -> tuple[Array, Array]:
        """Cut candidates down to those worth a full comparison."""
        if len(keys) <= _COMPARED:
            return keys, names
        some = forms(name)
        masks = letters_of(list(some))
        letters = self._letters[keys]
        apart = np.min([_bit_count(letters ^ mask) for mask in masks], axis=0).astype(float)
        length = len(some[0].replace(" ", ""))
        apart += _LENGTH_COUNTS * np.abs(self._length[keys].astype(float) - length)
        apart -= _PROMINENCE_COUNTS * self._rows.prior[self._name_place[names]]
        best = np.argpartition(apart, _COMPARED)[:_COMPARED]
        return keys[best], names[best]

    def _rank(
        self, name: str, keys: Array, names: Array, limit: int, *, local: bool = False
    ) -> list[Variant]:
        keys, names = self.nearest(name, keys.astype(np.int64), names)
        if not len(keys) or not forms(name)[0]:
            return []
        recorded = self.recorded(keys, names)
        if local:
            # In a neighbourhood everybody is known: a village counts like the city beside it.
            recorded = replace(recorded, prior=recorded.prior * _LOCAL_PROMINENCE)
        found = compare(forms(name), recorded)
        order = np.argsort(-found.score, kind="stable")[:limit]
        return [
            Variant(int(keys[i]), float(found.score[i]), float(found.similarity[i])) for i in order
        ]


def _parts(key: str) -> list[str]:
    """A name, and what is left of it without its article, first or last word."""
    words = key.split()
    rests = (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ()
    parts = [key, without_article(key), *(r for r in rests if len(r) >= _FEWEST_LETTERS)]
    return list(dict.fromkeys(parts))


def _owners(table: tuple[Array, Array], codes: list[int]) -> list[Array]:
    sorted_codes, owners = table
    wanted = np.unique(np.array([c for c in codes if c], dtype=np.uint64))
    starts = np.searchsorted(sorted_codes, wanted, side="left")
    ends = np.searchsorted(sorted_codes, wanted, side="right")
    return [owners[a:b] for a, b in zip(starts, ends, strict=True) if b > a]


def _bit_count(bits: Array) -> Array:
    """Count set bits; numpy before 2.0 has no ``bitwise_count``."""
    if hasattr(np, "bitwise_count"):
        counts: Array = np.bitwise_count(bits)
        return counts
    as_bytes = np.ascontiguousarray(bits).view(np.uint8).reshape(len(bits), -1)
    counts = np.unpackbits(as_bytes, axis=1).sum(axis=1)
    return counts
