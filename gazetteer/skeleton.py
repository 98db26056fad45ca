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

import marisa_trie
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
_MAX_READINGS = 12
_TOKEN = re.compile("|".join([*_GROUPS, "[a-z]"]))
_REPEATED = re.compile(r"([A-Z])\1+")


def skeletons_of(keys: list[str]) -> Array:
    """Pack the skeleton of each folded ASCII key; shape (len(keys),), uint64.

    Works on all keys as one string, so that a million take about a second.
    """
    text = "\n".join(keys).replace(" ", "")
    for group, sound in _GROUPS.items():
        text = text.replace(group, sound)
    table = {ord(a): b for a, b in _LETTERS.items()}
    vowels_and_digits = dict.fromkeys(map(ord, "aeiouy0123456789"))
    text = _REPEATED.sub(r"\1", text.translate(table | vowels_and_digits))
    lines = text.split("\n")
    codes = np.zeros(len(lines), dtype=np.uint64)
    joined = np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8)
    lengths = np.fromiter(map(len, lines), dtype=np.int64, count=len(lines))
    starts = np.cumsum(lengths + 1) - lengths - 1
    values = np.zeros(256, dtype=np.uint64)
    for letter, value in _CLASSES.items():
        values[ord(letter)] = value
    for place in range(_WIDTH):
        has = lengths > place
        codes[has] |= values[joined[starts[has] + place]] << np.uint64(4 * (_WIDTH - 1 - place))
    return codes


def readings(key: str) -> list[int]:
    """Read a query's skeleton in the ways its ambiguous letters allow, likeliest first.

    Examples
    --------
    >>> len(readings("bachmut")) > 1
    True
    """
    choices = []
    for token in _TOKEN.findall(key.replace(" ", "")):
        main = _GROUPS.get(token, _LETTERS.get(token, ""))
        choices.append([main, *_READINGS.get(token, [])])
    # First as the index reads it: where groups overlap ("szh") it takes another one first.
    found: dict[int, None] = {int(skeletons_of([key])[0]): None}
    # One change from the main reading at a time: two at once are rarely both right.
    main_reading = [choice[0] for choice in choices]
    variants = [main_reading]
    for i, choice in enumerate(choices):
        variants += [[*main_reading[:i], other, *main_reading[i + 1 :]] for other in choice[1:]]
    for variant in itertools.islice(variants, _MAX_READINGS):
        found.setdefault(_pack(_REPEATED.sub(r"\1", "".join(variant))))
    return list(found)


def _pack(classes: str) -> int:
    code = 0
    for place, letter in enumerate(classes[:_WIDTH]):
        code |= _CLASSES[letter] << 4 * (_WIDTH - 1 - place)
    return code


def length_of(code: int) -> int:
    """Count the classes of a skeleton."""
    return 16 - (((code & -code).bit_length() - 1) // 4) if code else 0


def deletions(code: int) -> list[int]:
    """All skeletons with one class left out."""
    return list(
        dict.fromkeys(int(_without(np.uint64(code), place)) for place in range(length_of(code)))
    )


def _without(codes: Array | np.uint64, place: int) -> Array:
    """Leave out the class at ``place``: keep what is before it, move up what is behind it."""
    shift = 4 * (_WIDTH - place)
    before = np.uint64(((1 << 64) - 1) ^ ((1 << shift) - 1)) if shift < 64 else np.uint64(0)
    behind = np.uint64((1 << (shift - 4)) - 1)
    result: Array = (codes & before) | ((codes & behind) << np.uint64(4))
    return result


def letters_of(keys: list[str]) -> Array:
    """Which of the letters a-z each key holds, as bits; shape (len(keys),), uint32."""
    text = "".join(f"{key}\n" for key in keys)
    data = np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8)
    bits = np.zeros(256, dtype=np.uint32)
    bits[ord("a") : ord("z") + 1] = 1 << np.arange(26, dtype=np.uint32)
    starts = np.flatnonzero(np.concatenate(([True], data[:-1] == ord("\n"))))
    masks: Array = np.bitwise_or.reduceat(bits[data], starts)
    return masks


def skeleton_sections(trie: marisa_trie.Trie) -> dict[str, Array]:
    """Index all ASCII keys of a trie by skeleton and by skeleton with one class left out."""
    keys = ["" if not key.isascii() else key for key in _keys_by_id(trie)]
    if not keys:
        empty = np.zeros(0, dtype=np.uint32)
        return {
            "skeleton": empty.astype(np.uint64), "skeleton_key": empty, "letters": empty,
            "shortened": empty.astype(np.uint64), "shortened_key": empty,
        }  # fmt: skip
    codes = skeletons_of(keys)
    ids = np.flatnonzero(codes).astype(np.uint32)
    shortened, owners = [], []
    for place in range(_WIDTH):
        has = ids[(codes[ids] >> np.uint64(4 * (_WIDTH - 1 - place)) & np.uint64(15)) > 0]
        shortened.append(_without(codes[has], place))
        owners.append(has)
    return {
        "letters": letters_of(keys),
        **_sorted("skeleton", codes[ids], ids),
        **_sorted("shortened", np.concatenate(shortened), np.concatenate(owners)),
    }


def _keys_by_id(trie: marisa_trie.Trie) -> list[str]:
    return [trie.restore_key(i) for i in range(len(trie))]


def _sorted(name: str, codes: Array, owners: Array) -> dict[str, Array]:
    order = np.lexsort((owners, codes))
    codes, owners = codes[order], owners[order]
    keep = np.concatenate(([True], (codes[1:] != codes[:-1]) | (owners[1:] != owners[:-1])))
    keep &= codes > 0
    return {name: codes[keep], f"{name}_key": owners[keep]}
