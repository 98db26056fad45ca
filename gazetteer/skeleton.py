"""Skeletons: the consonants of a name, with letters that spellings confuse made one.

Transliterations and typing errors mostly change vowels and swap letters of one sound class
(kh/h/x, zh/j/sh, v/w/f, q/k/g). Two spellings of one place nearly always share their skeleton
or are one consonant apart, so an index of skeletons, and of skeletons with one consonant left
out (the deletion neighbourhood of SymSpell, Garbe 2012, applied to classes instead of letters),
finds candidates without comparing against every name.

A skeleton packs up to 16 classes, 4 bits each, into 64 bits, the first class highest.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

import numpy as np

from gazetteer.index import Array

_WIDTH = 16

#: Letter groups read as one sound, longest first; capitals stand for classes.
_GROUPS = {
    "shch": "J", "tsch": "J", "dzh": "J", "sch": "J", "tch": "J", "dsh": "J",
    "sh": "J", "zh": "J", "ch": "J", "cz": "J", "sz": "J", "dj": "J", "kh": "H",
    "gh": "K", "ph": "V", "th": "T", "dh": "T", "ck": "K", "ts": "S", "tz": "S", "dz": "S",
    "ce": "S", "ci": "S",
}  # fmt: skip
_LETTERS = {
    "b": "B", "p": "P", "f": "V", "v": "V", "w": "V", "t": "T", "d": "T", "s": "S", "z": "S",
    "c": "K", "k": "K", "q": "K", "g": "K", "h": "H", "x": "H", "j": "J", "l": "L", "m": "M",
    "n": "N", "r": "R",
}  # fmt: skip
_CLASSES = {c: i for i, c in enumerate("BPVTSJKHLMNR", 1)}
#: Other readings of a group or letter, tried for the query only ("" drops it).
_READINGS = {
    "ch": "HK", "j": ["", "H"], "c": "SJ", "g": ["J", "H"], "x": ["J", "KS"], "w": [""],
    "h": [""], "sz": "S", "gh": ["H", ""], "kh": ["K"], "zh": "S", "sh": "S", "th": "S", "dh": "S",
    "ce": "K", "ci": "K", "s": "J", "cz": "S",
}  # fmt: skip
_MAX_READINGS = 16
_TOKEN = re.compile("|".join([*_GROUPS, "[a-z]"]))
#: Doubled sounds count once, but not those that a vowel keeps apart.
_DOUBLED = re.compile(r"([A-Z])\1+")
_VOWEL = "."
#: Masks of what is before each class of a skeleton, and of what is behind it.
_HALVES = [
    ((1 << 64) - (1 << 4 * (_WIDTH - place)), (1 << 4 * (_WIDTH - 1 - place)) - 1)
    for place in range(_WIDTH)
]
#: 2**64 over the golden ratio (Knuth 1998, 6.4): spreads what it multiplies.
_MIXER = np.uint64(0x9E3779B97F4A7C15)
#: About so many entries share a bucket of the index.
_A_BUCKET = 4
_TABLE = (
    {ord(a): b for a, b in _LETTERS.items()}
    | dict.fromkeys(map(ord, "aeiouy"), _VOWEL)
    | dict.fromkeys(map(ord, "0123456789"))
)


def skeletons_of(keys: list[str]) -> Array:
    """Pack the skeleton of each folded ASCII key; shape (len(keys),), uint64.

    Works on all keys as one string, so that a million take about a second.
    """
    lines = _classes_of(keys)
    codes = np.zeros(len(lines), dtype=np.uint64)
    joined = np.frombuffer("\n".join(lines).encode("ascii", "replace"), dtype=np.uint8)
    lengths = np.fromiter(map(len, lines), dtype=np.int64, count=len(lines))
    starts = np.cumsum(lengths + 1) - lengths - 1
    values = np.zeros(256, dtype=np.uint64)
    for letter, value in _CLASSES.items():
        values[ord(letter)] = value
    for place in range(_WIDTH):
        has = lengths > place
        codes[has] |= values[joined[starts[has] + place]] << np.uint64(4 * (_WIDTH - 1 - place))
    return codes


def few_skeletons(keys: list[str]) -> list[int]:
    """Pack the skeletons of a few keys, without numpy's overhead."""
    return [_packed(classes) for classes in _classes_of(keys)]


def _classes_of(keys: list[str]) -> list[str]:
    text = "\n".join(keys).replace(" ", "")
    for group, merged in _GROUPS.items():
        text = text.replace(group, merged)
    return _DOUBLED.sub(r"\1", text.translate(_TABLE)).replace(_VOWEL, "").split("\n")


def readings(key: str, plain: int) -> list[int]:
    """Read a query's skeleton in the ways its ambiguous letters allow, likeliest first.

    An ambiguous letter is read otherwise everywhere, or in one place. The first is the ``plain``
    one, as the index reads it: where groups overlap ("szh") it takes another one first.

    Examples
    --------
    >>> len(readings("bachmut", *few_skeletons(["bachmut"]))) > 1
    True
    """
    tokens = _TOKEN.findall(key.replace(" ", ""))
    main = [_GROUPS.get(t) or _LETTERS.get(t, _VOWEL) for t in tokens]
    found: dict[int, None] = {plain: None}
    for token in dict.fromkeys(tokens):
        for other in _READINGS.get(token, ()):
            everywhere = [other if t == token else m for t, m in zip(tokens, main, strict=True)]
            found.setdefault(_pack("".join(everywhere)))
    for i, token in enumerate(tokens):
        for other in _READINGS.get(token, ()):
            found.setdefault(_pack("".join([*main[:i], other, *main[i + 1 :]])))
    return list(itertools.islice(found, _MAX_READINGS))


def _pack(sounds: str) -> int:
    return _packed(_DOUBLED.sub(r"\1", sounds).replace(_VOWEL, ""))


def _packed(classes: str) -> int:
    code = 0
    for place, letter in enumerate(classes[:_WIDTH]):
        code |= _CLASSES.get(letter, 0) << 4 * (_WIDTH - 1 - place)
    return code


def length_of(code: int) -> int:
    """Count the classes of a skeleton."""
    return 16 - (((code & -code).bit_length() - 1) // 4) if code else 0


def deletions(code: int) -> list[int]:
    """All skeletons with one class left out."""
    halves = _HALVES[: length_of(code)]
    return list(dict.fromkeys([code & before | (code & behind) << 4 for before, behind in halves]))


def swaps(code: int) -> list[int]:
    """All skeletons with two neighbouring classes swapped."""
    found: dict[int, None] = {}
    for place in range(length_of(code) - 1):
        shift = 4 * (_WIDTH - 2 - place)
        one, other = code >> (shift + 4) & 15, code >> shift & 15
        found[code ^ ((one ^ other) << shift) ^ ((one ^ other) << (shift + 4))] = None
    found.pop(code, None)
    return list(found)


def _without(codes: Array, place: int) -> Array:
    """Leave out the class at ``place``: keep what is before it, move up what is behind it."""
    shift = 4 * (_WIDTH - place)
    before = np.uint64(((1 << 64) - 1) ^ ((1 << shift) - 1)) if shift < 64 else np.uint64(0)
    behind = np.uint64((1 << (shift - 4)) - 1)
    result: Array = (codes & before) | ((codes & behind) << np.uint64(4))
    return result


def skeleton_sections(keys: Sequence[str]) -> dict[str, Array]:
    """Index all ASCII keys by skeleton, and by skeleton with one class left out."""
    codes = skeletons_of([key if key.isascii() else "" for key in keys])[: len(keys)]
    ids = np.flatnonzero(codes).astype(np.uint32)
    shortened, owners = [], []
    for place in range(_WIDTH):
        has = ids[(codes[ids] >> np.uint64(4 * (_WIDTH - 1 - place)) & np.uint64(15)) > 0]
        shortened.append(_without(codes[has], place))
        owners.append(has)
    return {
        **_in_buckets("skeleton", codes[ids], ids),
        **_in_buckets("shortened", np.concatenate(shortened), np.concatenate(owners)),
    }


def _in_buckets(name: str, codes: Array, owners: Array) -> dict[str, Array]:
    """A hash table without the codes: a bucket holds the keys of a few skeletons.

    A stray candidate now and then costs less than the room to tell it from the right ones.
    """
    codes, owners = codes[codes > 0], owners[codes > 0]
    bits = max(1, (len(codes) // _A_BUCKET).bit_length())
    buckets = _bucket_of(codes, bits)
    order = np.lexsort((owners, buckets))
    buckets, owners = buckets[order], owners[order]
    keep = np.ones(len(owners), dtype=bool)
    keep[1:] = (buckets[1:] != buckets[:-1]) | (owners[1:] != owners[:-1])
    starts = np.searchsorted(buckets[keep], np.arange((1 << bits) + 1)).astype(np.uint32)
    return {f"{name}_start": starts, f"{name}_key": owners[keep]}


def _bucket_of(codes: Array, bits: int) -> Array:
    mixed: Array = ((codes * _MIXER) >> np.uint64(64 - bits)).astype(np.int64)
    return mixed


class Skeletons:
    """Keys by skeleton, as indexed by `skeleton_sections`."""

    def __init__(self, starts: Array, owners: Array) -> None:
        self._starts, self._owners = starts, owners
        self._bits = (len(starts) - 1).bit_length() - 1

    def owners(self, codes: Iterable[int]) -> Array:
        """Key ids of some skeletons, and a few of others; repeated where the skeletons are."""
        wanted = np.fromiter((code for code in codes if code), dtype=np.uint64)
        buckets = _bucket_of(wanted, self._bits)
        first = self._starts[buckets].astype(np.int64)
        sizes = self._starts[buckets + 1] - first
        steps = np.repeat(first - np.cumsum(sizes) + sizes, sizes)
        found: Array = self._owners[steps + np.arange(len(steps))]
        return found
