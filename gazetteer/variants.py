"""Variants: recorded names that a spelling nobody recorded may stand for."""

from __future__ import annotations

import numpy as np

from gazetteer.folding import fold, romanise
from gazetteer.index import Array, Index
from gazetteer.places import PlaceRows
from gazetteer.skeleton import deletions, length_of, letters_of, readings, swaps
from gazetteer.spelling import similarities

#: Candidates that get the full comparison, of those nearest by the letters they hold.
_COMPARED = 600
#: The same in a neighbourhood, where the right name has fewer rivals.
_COMPARED_NEAR = 300
#: Skeletons this short have too many neighbours at one substitution.
_SHORT_SKELETON = 3
#: From this length on, two consonants may differ.
_LONG_SKELETON = 6
#: A part of a name must have so many letters to be looked for alone.
_FEWEST_LETTERS = 5


class Variants:
    """Search for similar keys, in the whole gazetteer or among given places."""

    def __init__(self, index: Index, rows: PlaceRows) -> None:
        self._rows, self._trie = rows, index.trie
        self._letters = index["letters"]
        self._name_key = index["name_key"]
        self._skeleton = index["skeleton"], index["skeleton_key"]
        self._shortened = index["shortened"], index["shortened_key"]

    def anywhere(self, name: str, limit: int = 20) -> list[tuple[int, float]]:
        """Find the most similar keys of the gazetteer: (key id, similarity), best first."""
        key = _query_key(name)
        return self._rank(key, self._candidates(key), limit)

    def among(self, name: str, places: Array, limit: int = 20) -> list[tuple[int, float]]:
        """Find the most similar keys among the names of given place rows, best first."""
        key = _query_key(name)
        keys = np.unique(self._name_key[self._rows.names_of(places)])
        return self._rank(key, keys[keys >= 0], limit, _COMPARED_NEAR)

    def _candidates(self, key: str) -> Array:
        whole = [code for part in _parts(key) for code in readings(part)]
        shorter = [s for code in whole if length_of(code) > 1 for s in deletions(code)]
        codes, shortened = [*whole, *shorter, *swaps(whole[0])], whole
        if length_of(whole[0]) > _SHORT_SKELETON:
            shortened = [*whole, *deletions(whole[0])]
        if length_of(whole[0]) >= _LONG_SKELETON:
            twice = [s for code in deletions(whole[0]) for s in deletions(code)]
            codes, shortened = [*codes, *twice], [*shortened, *twice]
        found = [*_owners(self._skeleton, codes), *_owners(self._shortened, shortened)]
        return np.unique(np.concatenate(found)) if found else np.zeros(0, dtype=np.uint32)

    def _rank(
        self, key: str, keys: Array, limit: int, compared: int = _COMPARED
    ) -> list[tuple[int, float]]:
        if not key or not len(keys):
            return []
        mine = letters_of([key])[0]
        apart = _bit_count(self._letters[keys] ^ mine)
        if len(keys) > compared:
            nearest = np.argpartition(apart, compared)[:compared]
            keys = keys[nearest]
        texts = [self._trie.restore_key(int(k)) for k in keys]
        scores = similarities(key, texts)
        order = np.argsort(-scores, kind="stable")[:limit]
        return [(int(keys[i]), float(scores[i])) for i in order]


def _parts(key: str) -> list[str]:
    """A name, and what is left of it without its first or last word."""
    words = key.split()
    rests = (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ()
    return [key, *(rest for rest in rests if len(rest) >= _FEWEST_LETTERS)]


def _query_key(name: str) -> str:
    key = fold(name)
    return key if key.isascii() else fold(romanise(name))


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
