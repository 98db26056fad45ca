"""How far apart two spellings of a toponym are.

Three edit distances (optimal string alignment; Damerau 1964) are taken: of the folded names, of
how they sound (confusable letters merged, so that kh/h or zh/j cost little), and of their
consonants. Each sees what the others miss: typing errors, transliterations, vowel habits.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import OSA, JaroWinkler
from rapidfuzz.process import cdist

from gazetteer.index import Array

_SOUNDS = {
    "shch": "S", "tsch": "S", "sch": "S", "tch": "S", "dzh": "j", "sh": "S", "zh": "j", "ch": "S",
    "cz": "S", "sz": "S", "kh": "h", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ck": "k",
    "ts": "s", "tz": "s", "ou": "u", "oo": "u", "ee": "i", "ij": "i", "yy": "i", "iy": "i",
    "yi": "i", "ya": "a", "ja": "a", "ia": "a", "yu": "u", "ju": "u", "ye": "e", "je": "e",
    "w": "v", "x": "h", "q": "k", "c": "k", "y": "i", "z": "s", "f": "v",
}  # fmt: skip
_SOUND = re.compile("|".join(_SOUNDS))
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiou]+")


def sound(key: str) -> str:
    """Merge the letters of a folded name that spellings confuse; spaces go too.

    Examples
    --------
    >>> sound("bachmut") == sound("bahmut"), sound("dayr az zawr")
    (False, 'dairasavr')
    """
    merged = _SOUND.sub(lambda m: _SOUNDS[m[0]], key.replace(" ", ""))
    return _DOUBLED.sub(r"\1", merged)


def consonants(sounding: str) -> str:
    """What is left of a sounding without its vowels, the first letter always kept."""
    return sounding[:1] + _VOWELS.sub("", sounding[1:])


def similarities(query: str, keys: Sequence[str]) -> Array:
    """Similarity of a folded query to each folded key; shape (len(keys),), 0..1, 1 for equal.

    Examples
    --------
    >>> near, far = similarities("gregoron", ["grayvoron", "oregon"])
    >>> bool(near > far)
    True
    """
    if not keys:
        return np.zeros(0)
    sounds = [sound(k) for k in keys]
    mine = sound(query)
    plain = _cdist([query], keys)
    heard = _cdist([mine], sounds)
    bones = _cdist([consonants(mine)], [consonants(s) for s in sounds])
    starts = cdist([query], keys, scorer=JaroWinkler.similarity)[0]
    mixed: Array = 0.3 * plain + 0.3 * heard + 0.25 * bones + 0.15 * starts
    return mixed


def _cdist(query: list[str], keys: Sequence[str]) -> Array:
    distances: Array = cdist(query, keys, scorer=OSA.normalized_similarity)[0]
    return distances
