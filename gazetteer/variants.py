"""Variants: recorded names that a spelling nobody recorded may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gazetteer.homeland import looks_like
from gazetteer.index import Array, Index
from gazetteer.likeness import FEATURES, Recorded, describe, likeness, similarity
from gazetteer.places import PlaceRows
from gazetteer.skeleton import (
    deletions,
    few_skeletons,
    hashed,
    length_of,
    letters_of,
    readings,
    swaps,
)
from gazetteer.spelling import without_article
from gazetteer.transcription import forms

#: Of a whole country's names so many are looked at twice, by the spelling's letters as they are.
_GLANCED_AT = 6000
#: Candidates that get the full comparison: those nearest by letters, length and prominence.
_COMPARED = 400
#: Among so few places, of a neighbourhood, fewer do.
_FEW, _COMPARED_OF_FEW = 5000, 200
#: What a letter more or less, and a tenfold of people, count in that choice.
_LENGTH_COUNTS, _PROMINENCE_COUNTS = 0.4, 0.35
#: Skeletons this short have too many neighbours at one substitution.
_SHORT_SKELETON = 3
#: From this length on, two consonants may differ.
_LONG_SKELETON = 6
#: A part of a name must have so many letters to be looked for alone.
_FEWEST_LETTERS = 5


class Variant(NamedTuple):
    """A recorded name like a spelling.

    ``key`` is its key id, ``score`` the log-odds of `gazetteer.likeness`, ``similarity`` 0..1,
    ``features`` what the score was made of.
    """

    key: int
    score: float
    similarity: float
    features: Array


@dataclass(frozen=True, slots=True)
class Offer:
    """Keys to choose from.

    ``keys`` are their ids and ``names`` the number of the name that speaks for each; ``letters``
    (as bits) and ``length`` are those of the key, ``prior`` the prominence of the place; all of
    shape (n,). ``places`` is how many places they were taken from.
    """

    keys: Array
    names: Array
    letters: Array
    length: Array
    prior: Array
    places: int

    def of(self, some: Array) -> Offer:
        """Those at some positions, or where a mask is true."""
        return Offer(
            self.keys[some],
            self.names[some],
            self.letters[some],
            self.length[some],
            self.prior[some],
            self.places,
        )


class Variants:
    """Search for similar keys, in the whole gazetteer or among given places."""

    def __init__(self, index: Index, rows: PlaceRows) -> None:
        self._rows, self._trie = rows, index.trie
        self._letters, self._length = index["letters"], index["key_length"]
        self._starts, self._names = index["key_start"], index["key_names"]
        self._name_key, self._name_place = index["name_key"], index["name_place"]
        self._quality = index["name_quality"]
        self._homeland = index["homeland"].reshape(-1, len(rows.countries))
        self._skeleton = index["skeleton"], index["skeleton_key"]
        self._shortened = index["shortened"], index["shortened_key"]

    def anywhere(self, name: str, limit: int = 20) -> list[Variant]:
        """Find the keys of the gazetteer most like a name, best first."""
        return self.rank(name, self.offer(name), limit)

    def among(self, name: str, places: Array, limit: int = 20) -> list[Variant]:
        """Find the keys of given place rows most like a name, best first."""
        return self.rank(name, self.offer_of(places), limit)

    def rank(self, name: str, offer: Offer, limit: int = 20) -> list[Variant]:
        """Find the keys of an offer most like a name, best first."""
        keys, features = self.described(name, offer)
        if not len(keys):
            return []
        score, similar = likeness(features), similarity(features)
        order = np.argsort(-score, kind="stable")[:limit]
        return [
            Variant(int(keys[i]), float(score[i]), float(similar[i]), features[i])
            for i in order.tolist()
        ]

    def offer(self, name: str) -> Offer:
        """All keys whose skeleton is like that of a name."""
        keys = self.candidates(name)
        # The names of a key are in order of prominence: the first speaks for it.
        return self.offer_named(keys, self._names[self._starts[keys]], len(self._rows))

    def offer_of(self, places: Array) -> Offer:
        """All keys of given place rows."""
        names = self._rows.names_of(places)
        # Keys of scripts that are not romanised have no bare form to compare.
        names = names[self._name_key[names] >= 0]
        names = names[self._length[self._name_key[names]] > 0]
        prior = self._rows.prior[self._name_place[names]]
        names = names[np.argsort(-prior, kind="stable")]
        keys, first = np.unique(self._name_key[names], return_index=True)
        return self.offer_named(keys.astype(np.int64), names[first], len(places))

    def offer_named(self, keys: Array, names: Array, places: int) -> Offer:
        """An offer of keys, each with the name that speaks for it, from so many places."""
        prior = self._rows.prior[self._name_place[names]]
        return Offer(keys, names, self._letters[keys], self._length[keys], prior, places)

    def described(self, name: str, offer: Offer) -> tuple[Array, Array]:
        """Describe the most promising keys offered for a name.

        Returns
        -------
        keys : array
            Those described, shape (k,).
        features : array
            Shape (k, len(FEATURES)).
        """
        some = forms(name)
        if not len(offer.keys) or not some[0]:
            return offer.keys[:0], np.zeros((0, len(FEATURES)))
        offer = _nearest(some[:1], offer, _GLANCED_AT)
        offer = _nearest(some, offer, _COMPARED if offer.places > _FEW else _COMPARED_OF_FEW)
        at, features = describe(some, self._recorded(name, offer), offer.places)
        return offer.keys[at], features

    def candidates(self, name: str) -> Array:
        """Key ids whose skeleton is that of a name or near it, in no order."""
        some = forms(name)
        key = some[0]
        whole = [code for part in _parts(key) for code in readings(part)]
        whole = [code for code in dict.fromkeys([*whole, *few_skeletons(list(some))]) if code]
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

    def _recorded(self, name: str, offer: Offer) -> Recorded:
        """What is recorded of keys, for each the name that speaks for it."""
        keys, names = offer.keys, offer.names
        rows = self._name_place[names]
        looks = looks_like(forms(name)[0], self._homeland)
        return Recorded(
            [self._trie.restore_key(key) for key in keys.tolist()],
            rows,
            offer.prior,
            self._rows.is_main_name(names, rows),
            self._quality[names],
            self._starts[keys + 1].astype(np.int64) - self._starts[keys],
            (looks - looks.max())[self._rows.country[rows]],
        )


def _nearest(forms: Sequence[str], offer: Offer, most: int) -> Offer:
    """Cut an offer down to the most promising keys, by letters, length and prominence."""
    if len(offer.keys) <= most:
        return offer
    apart = np.min([_bit_count(offer.letters ^ mask) for mask in letters_of(list(forms))], axis=0)
    length = len(forms[0].replace(" ", ""))
    apart = apart + _LENGTH_COUNTS * np.abs(offer.length.astype(np.float32) - length)
    apart -= _PROMINENCE_COUNTS * offer.prior
    return offer.of(np.argpartition(apart, most)[:most])


def _parts(key: str) -> list[str]:
    """A name, and what is left of it without its article, first or last word."""
    words = key.split()
    rests = (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ()
    parts = [key, without_article(key), *(r for r in rests if len(r) >= _FEWEST_LETTERS)]
    return list(dict.fromkeys(parts))


def _owners(table: tuple[Array, Array], codes: list[int]) -> list[Array]:
    sorted_codes, owners = table
    wanted = hashed(np.array(list({c for c in codes if c}), dtype=np.uint64))
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
