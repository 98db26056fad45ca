"""Variants: recorded names that a spelling nobody recorded may stand for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gazetteer.channel import kinds_of
from gazetteer.folding import fold_ascii
from gazetteer.homeland import looks_like
from gazetteer.index import Array, Index
from gazetteer.likeness import FEATURES, Recorded, describe, likeness, similarity
from gazetteer.places import PlaceRows
from gazetteer.signature import (
    Scan,
    beside_signatures,
    bits_apart,
    few_signatures,
    has_letters,
    letters_in,
    looks_beside_signatures,
    signatures_in,
)
from gazetteer.skeleton import (
    Skeletons,
    deletions,
    few_skeletons,
    length_of,
    readings,
    swaps,
)
from gazetteer.spelling import bare, without_article
from gazetteer.transcription import forms

#: So many keys are ranked unless asked otherwise.
MOST_RANKED = 20
#: Of the names of given places one in so many is compared in full, but at least and at most so
#: many: those nearest by signature, length and prominence.
_COMPARED, _LEAST_COMPARED, _MOST_COMPARED = 32, 80, 240
#: For that one in so many is looked at closer, chosen by the spelling as it is.
_GLANCED_AT, _LEAST_GLANCED_AT, _MOST_GLANCED_AT = 4, 240, 1920
#: Of the names met by skeleton so many are compared in full.
_COMPARED_OF_SKELETON = 100
#: What is so much further than the most promising, by the same measure, is not worth it: of the
#: winners on even lines fewer than one in three hundred.
_HOPELESS = 10.0
#: What has no form to compare is further.
_FURTHEST = 1e6
#: Of the better-known names that a spelling may be a slip of, so many are added.
_SLIPS = 30
#: What a letter more or less, a tenfold of people, and having been met twice as often by skeleton
#: count in that choice, beside a bit of the signature.
_LENGTH_COUNTS, _PROMINENCE_COUNTS, _MEETING_COUNTS = 0.5, 0.6, 1.0
#: A skeleton that is the spelling's own in some reading is as good as so many meetings more.
_OWN_SKELETON = 2
#: Of many meetings about so many are looked at closer; one in so many tells which.
_MEETINGS, _SAMPLE = 720, 8
#: Slips are within so many bits of its signature and so many letters of its length; more for long
#: spellings.
_SLIP_BITS, _SLIP_LETTERS = 3, 1
_LONG_SLIP_BITS, _LONG_SLIP_LETTERS = 5, 2
_LONG = 8
#: Skeletons this short have too many neighbours at one substitution.
_SHORT_SKELETON = 3
#: From this length on, two consonants may differ.
_LONG_SKELETON = 6
#: Room for the place of a key among others, beside it.
_NUMBER_BITS = 32
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

    ``keys`` are their ids, ``names`` the number of the name that speaks for each, and ``look``
    that of the key (`gazetteer.signature`); all of shape (n,). ``places`` is how many places
    they were taken from, and ``most`` how many of the keys are worth a full comparison.
    """

    keys: Array
    names: Array
    look: Array
    places: int
    most: int

    def of(self, some: Array) -> Offer:
        """Those at some positions, or where a mask is true."""
        keys, names, look = self.keys[some], self.names[some], self.look[some]
        return Offer(keys, names, look, self.places, self.most)


class Variants:
    """Search for similar keys, in the whole gazetteer or among given places."""

    def __init__(self, index: Index, rows: PlaceRows) -> None:
        self._rows, self._trie, self._strings = rows, index.trie, index.strings("name")
        self._look = index["key_look"]
        self._starts, self._names = index["key_start"], index["key_names"]
        self._name_key, self._name_place = index["name_key"], index["name_place"]
        self._quality = index["name_quality"]
        self._kinds = kinds_of(rows.countries)
        self._homeland = index["homeland"].reshape(-1, len(rows.countries))
        self._skeleton = Skeletons(index["skeleton_start"], index["skeleton_key"])
        self._shortened = Skeletons(index["shortened_start"], index["shortened_key"])
        scanned = (index[f"scanned_{part}"] for part in ("key", "signature", "start"))
        self._scan = Scan(*scanned)

    def anywhere(
        self, name: str, limit: int = MOST_RANKED, furthest: float = math.inf
    ) -> list[Variant]:
        """Find the keys of the gazetteer most like a name, best first."""
        return self.rank(name, self.offer(name), limit, furthest)

    def rank(
        self, name: str, offer: Offer, limit: int = MOST_RANKED, furthest: float = math.inf
    ) -> list[Variant]:
        """Find the keys of an offer most like a name, best first.

        None where all are further apart than ``furthest``, see `gazetteer.likeness.describe`.
        """
        keys, features = self.described(name, offer, furthest)
        if not len(keys):
            return []
        score, similar = likeness(features), similarity(features)
        order = np.argsort(-score, kind="stable")[:limit]
        best = (some[order].tolist() for some in (keys, score, similar))
        return list(map(Variant, *best, features[order]))

    def offer(self, name: str) -> Offer:
        """The most promising keys of the gazetteer: like a name in skeleton, or a slip away.

        They may be there again.
        """
        some = forms(name)
        aim = _Aim.at(some)
        slips = self._slips(some[0], aim)
        slips = slips[_least(aim.first().apart(self._look.take(slips)), _SLIPS)]
        keys = np.concatenate([self._alike(some, aim), slips])
        # The names of a key are in order of prominence: the first speaks for it.
        names, look = self._names[self._starts[keys]], self._look[keys]
        return Offer(keys, names, look, len(self._rows), len(keys))

    def _alike(self, some: Sequence[str], aim: _Aim) -> Array:
        """The most promising of the key ids that are like a name's forms in skeleton."""
        met = self._met(some)
        apart = aim.apart(self._look.take(met))
        if len(met) > 2 * _MEETINGS:
            near = _about_least(apart, _MEETINGS)
            met, apart = met[near], apart[near]
        first, often = _first_of_each(met)
        apart = apart[first] - _MEETING_COUNTS * np.log2(often)
        return met[first[_least(apart, _COMPARED_OF_SKELETON)]]

    def offer_of(self, places: Array) -> Offer:
        """All keys of given place rows."""
        # There are fewer places to be sorted than names.
        best_known_first = places[np.argsort(-self._rows.prior[places], kind="stable")]
        offer = self.names_of(best_known_first)
        offer = offer.of(_has_form(offer))
        most = _most_compared(len(offer.keys))
        return replace(offer.of(_first_of_each(offer.keys)[0]), most=most)

    def names_of(self, places: Array) -> Offer:
        """All names of given place rows; keys may be there again, or have no form to compare."""
        names = self._rows.names_of(places)
        keys = self._name_key.take(names)
        look = self._look.take(keys, mode="clip")
        return Offer(keys, names, look, len(places), _most_compared(len(keys)))

    def each_once(self, offer: Offer) -> Offer:
        """Each key once, spoken for by the most prominent place, in order."""
        if (offer.keys[1:] > offer.keys[:-1]).all():
            return offer
        prior = self._rows.prior.take(self._name_place.take(offer.names))
        best_known_first = offer.of(np.argsort(-prior, kind="stable"))
        return best_known_first.of(_first_of_each(best_known_first.keys)[0])

    def _cut(self, aim: _Aim, offer: Offer) -> Offer:
        """Cut an offer down to the most promising keys, each there once."""
        if len(offer.keys) <= offer.most:
            return self.each_once(offer.of(_has_form(offer)))
        glance = min(max(len(offer.keys) // _GLANCED_AT, _LEAST_GLANCED_AT), _MOST_GLANCED_AT)
        if len(offer.keys) > 2 * glance:
            offer = offer.of(_about_least(aim.first().apart(offer.look), glance))
        apart = np.where(offer.keys >= 0, aim.apart(offer.look), np.inf)
        near = np.flatnonzero(apart <= min(apart.min() + _HOPELESS, _FURTHEST))
        if len(near) > offer.most:
            near = near[_least(apart[near], offer.most)]
            near.sort()
        return self.each_once(offer.of(near))

    def described(self, name: str, offer: Offer, furthest: float = math.inf) -> tuple[Array, Array]:
        """Describe the most promising keys offered for a name.

        Returns
        -------
        keys : array
            Those described, shape (k,).
        features : array
            Shape (k, len(FEATURES)).
        """
        some = forms(name)
        if len(offer.keys) and some[0]:
            offer = self._cut(_Aim.at(some), offer)
        if not len(offer.keys) or not some[0]:
            return offer.keys[:0], np.zeros((0, len(FEATURES)))
        at, features = describe(name, self._recorded(name, offer), offer.places, furthest)
        return offer.keys[at], features

    def _met(self, some: Sequence[str]) -> Array:
        """Key ids whose skeleton is that of a name's forms or near it, as often as they are met."""
        parts = _parts(some[0])
        plain = few_skeletons([*parts, *some])
        whole = [c for at, part in enumerate(parts) for c in readings(part, plain[at])]
        whole = [code for code in dict.fromkeys([*whole, *plain]) if code]
        if not whole:
            return np.zeros(0, dtype=np.uint32)
        shorter = [s for code in whole if length_of(code) > 1 for s in deletions(code)]
        codes, shortened = [*whole, *shorter, *swaps(whole[0])], whole
        if length_of(whole[0]) > _SHORT_SKELETON:
            shortened = [*whole, *deletions(whole[0])]
        if length_of(whole[0]) >= _LONG_SKELETON:
            twice = [s for code in deletions(whole[0]) for s in deletions(code)]
            codes, shortened = [*codes, *twice], [*shortened, *twice]
        codes = [*dict.fromkeys(codes), *whole * _OWN_SKELETON]
        found = self._skeleton.owners(codes), self._shortened.owners(dict.fromkeys(shortened))
        return np.concatenate(found)

    def _slips(self, form: str, aim: _Aim) -> Array:
        """Key ids of better-known places that a slip of the fingers may turn into a form."""
        length = len(bare(form))
        bits, letters = _SLIP_BITS, _SLIP_LETTERS
        if length >= _LONG:
            bits, letters = _LONG_SLIP_BITS, _LONG_SLIP_LETTERS
        return self._scan.alike(np.uint64(aim.signatures[0]), length, bits, letters)

    def _recorded(self, name: str, offer: Offer) -> Recorded:
        """What is recorded of keys, for each the name that speaks for it."""
        keys, names = offer.keys, offer.names
        rows = self._name_place[names]
        looks = looks_like(forms(name)[0], self._homeland)
        return Recorded(
            self._spelled(keys, names),
            rows,
            self._rows.prior[rows],
            self._rows.is_main_name(names, rows),
            self._quality[names],
            self._starts[keys + 1].astype(np.int64) - self._starts[keys],
            (looks - looks.max())[self._rows.country[rows]],
            self._kinds[self._rows.country[rows]],
        )

    def _spelled(self, keys: Array, names: Array) -> list[str]:
        """Keys as strings, by the names that speak for them: they are at hand sooner."""
        folded = fold_ascii(self._strings.lines(names))
        if len(folded) != len(keys):
            folded = [None] * len(keys)
        return [
            self._trie.restore_key(key) if text is None else text
            for key, text in zip(keys.tolist(), folded, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Aim:
    """What promising keys are near to: signatures of a name's forms, letters of the first."""

    signatures: list[int]
    letters: int

    @classmethod
    def at(cls, forms: Sequence[str]) -> _Aim:
        return cls(few_signatures(forms), len(forms[0].replace(" ", "")))

    def first(self) -> _Aim:
        """The same for the first form alone: the spelling as it is."""
        return _Aim(self.signatures[:1], self.letters)

    def apart(self, looks: Array) -> Array:
        """How little promising keys are, by their looks."""
        theirs = signatures_in(looks)
        ours = np.array(list(dict.fromkeys(self.signatures)), dtype=np.uint64)[:, None]
        bits = bits_apart(theirs, ours)
        # A letter in the other half is half as bad as one that is in neither.
        bits += bits_apart(letters_in(theirs), letters_in(ours))
        apart = _beside_letters(self.letters).take(beside_signatures(looks))
        apart += np.minimum.reduce(bits, axis=0)
        return apart


@lru_cache(maxsize=64)
def _beside_letters(letters: int) -> Array:
    """What counts of looks beside their signatures, for a name of so many letters."""
    lengths, prominence = looks_beside_signatures()
    counts = _LENGTH_COUNTS * np.abs(lengths - letters) - _PROMINENCE_COUNTS * prominence
    # Keys of scripts that are not romanised have no bare form to compare.
    beside: Array = np.where(lengths > 0, counts, np.inf).astype(np.float32)
    return beside


def _least(numbers: Array, most: int) -> Array:
    """Positions of the least of some numbers, in no order; of all when they are not more."""
    if len(numbers) <= most:
        return np.arange(len(numbers))
    positions: Array = np.argpartition(numbers, most)[:most]
    return positions


def _first_of_each(keys: Array) -> tuple[Array, Array]:
    """Positions of the first of each key, in order of the keys, and how often each is there."""
    # A sort of single numbers takes a fraction of a stable one by key, as of ``np.unique``.
    numbered = keys.astype(np.int64) << _NUMBER_BITS
    numbered += np.arange(len(numbered))
    numbered.sort()
    sorted_keys = numbered >> _NUMBER_BITS
    is_first = np.ones(len(keys), dtype=bool)
    is_first[1:] = sorted_keys[1:] != sorted_keys[:-1]
    starts = np.flatnonzero(is_first)
    often = np.append(starts[1:], len(keys)) - starts
    return numbered[starts] & ((1 << _NUMBER_BITS) - 1), often


def _about_least(numbers: Array, most: int) -> Array:
    """Positions of about so many of the least of some numbers, in order."""
    # Looking at a sample takes a fraction of finding the least of thousands.
    sample = np.partition(numbers[::_SAMPLE], most // _SAMPLE)
    positions: Array = np.flatnonzero(numbers <= sample[most // _SAMPLE])
    return positions


def _most_compared(names: int) -> int:
    """How many keys are worth a full comparison, of so many names of given places."""
    return min(max(names // _COMPARED, _LEAST_COMPARED), _MOST_COMPARED)


def _has_form(offer: Offer) -> Array:
    """Which keys have a bare form to compare: those of scripts that are not romanised have none."""
    has_form: Array = (offer.keys >= 0) & has_letters(offer.look)
    return has_form


def _parts(key: str) -> list[str]:
    """A name, and what is left of it without its article, first or last word."""
    words = key.split()
    rests = (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ()
    parts = [key, without_article(key), *(r for r in rests if len(r) >= _FEWEST_LETTERS)]
    return list(dict.fromkeys(parts))
