"""Heads: how names of places begin in other languages, and what stands beside those of villages.

The tagger takes a name that nobody wrote before for a person's as often: "Kafr Naya", "villagers of
Let Htoke Taw", "Barvinkivska hromada".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap.recognition.definitions import KIND_WORDS, NO_NAMES
from geomap.recognition.lexicons import ORGANISATION_HEADS
from geomap.recognition.named import Named
from geomap.recognition.tokens import Tokens

#: Words behind which "of" leads on to villages.
_MANY = KIND_WORDS | frozenset(
    "hamlets inhabitants settlements suburbs towns villagers villages".split()
)
#: What names in other languages begin with, which is no word of English and nobody's first name.
_FOREIGN_HEADS = frozenset(
    """Ain Ayn Bahr Bayt Beit Bir Bordj Borj Dair Dayr Debre Deir Djebel Gunung Jabal Jebel Kafar
    Kafr Kampong Kampung Kfar Khirbat Khirbet Kuala Ksar Oued Phnom Pulau Sungai Tanjung Tel Tell
    Teluk Um Umm Wad Wadi Bolshaya Bolshoye Krasnaya Krasny Malaya Novaya Novyi Staraya Stara
    Velika Velikaya Velyka Velykyi Verkhnia Verkhnyaya""".split()
)
#: What English calls divisions of other lands, behind their names.
_DIVISIONS = frozenset(
    """aimag gmina governorate hromada kebele moughataa oblast okrug powiat raion rayon soum
    subdistrict taluk taluka tehsil thana upazila voivodeship wereda wilaya woreda""".split()
)
_JOINTS = frozenset("al el an ar as ash at az ez es -".split())
#: Divisions that are called after a side of their country alone, and what they are.
_SIDES = frozenset("Centre Center Central East Est Nord North Ouest South Sud West".split())
_OF_SIDES = frozenset("department governorate province region".split())
_SUBDISTRICTS = [["-", "district"], ["-", "District"]]
_MOST_WORDS = 3


def find_told(tokens: Tokens, accepted: Iterable[Named]) -> Iterator[Named]:
    """Yield names that begin as those of places do, or stand behind "villagers of".

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> tokens = split_tokens("They took Tel al-Akhdar and the village of Mae Ta.")
    >>> [" ".join(tokens.words[n.first : n.end]) for n in find_told(tokens, ())]
    ['Tel al - Akhdar', 'Mae Ta']
    """
    words = tokens.words
    # Of "Tel" alone the rest is missing.
    whole = (n for n in accepted if n.end > n.first + 1 or words[n.first] not in _FOREIGN_HEADS)
    seen = {at for name in whole for at in range(name.first, name.end)}
    for at in tokens.capitals:
        end = at if at in seen else _find_end(tokens, at)
        if end > at and not any(word.lower() in ORGANISATION_HEADS for word in words[at:end]):
            yield Named(at, end, "LOC", 0.0)


def _find_end(tokens: Tokens, at: int) -> int:
    """Return where a name ends that begins at a word with a capital; there if none does."""
    words = tokens.words
    if at > 1 and words[at - 1] == "of":
        kind = words[at - 2]
        if (kind.lower() if tokens.opens[at - 2] else kind) in _MANY:
            return _end_run(tokens, at)
    if _is_division(words, at + 1) and words[at].lower() not in NO_NAMES:
        return at + 1
    if words[at] in _SIDES and words[at + 1 : at + 2] and words[at + 1] in _OF_SIDES:
        return at + 1
    if _is_home(words, at) and words[at].lower() not in NO_NAMES:
        return at + 1
    is_within = at > 0 and not (words[at - 1][0].isupper() or tokens.opens[at])
    if words[at] in _FOREIGN_HEADS and is_within:
        end = _end_joined(tokens, at)
        return end if end > at + 1 else at
    return at


def _is_home(words: list[str], at: int) -> bool:
    """Whether somebody is told to be from a place of one word: "Wawa native Ann Poole"."""
    if at and words[at - 1][0].isupper():
        return False
    behind = words[at + 1 : at + 3]
    return behind == ["First", "Nation"] or (
        len(behind) == 2 and behind[0] == "native" and behind[1].istitle()
    )


def _is_division(words: list[str], at: int) -> bool:
    """Whether a word, or "sub-district", says that a division's name stands before it."""
    if at >= len(words):
        return False
    low = words[at].lower()
    return low in _DIVISIONS or (low == "sub" and words[at + 1 : at + 3] in _SUBDISTRICTS)


def _end_run(tokens: Tokens, at: int) -> int:
    """Return where the words with capitals end that begin a name."""
    end, words = at, tokens.words
    while end < min(len(words), at + _MOST_WORDS) and words[end].istitle():
        if end > at and tokens.opens[end]:
            break
        end += 1
    return end


def _end_joined(tokens: Tokens, at: int) -> int:
    """Return where a name ends in which an article may be joined: "Tel al-Hawa"."""
    end, words = at + 1, tokens.words
    while end < len(words) and words[end] in _JOINTS:
        end += 1
    last = _end_run(tokens, end) if end < len(words) else end
    return last if last > end else at
