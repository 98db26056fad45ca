"""How a toponym sounds: spellings that are read alike, written alike."""

from __future__ import annotations

import re

import numpy as np

#: Letter groups read as one sound, taken in this order; capitals keep them from being read again.
_GROUPS = tuple(
    (group.encode(), merged.encode())
    for group, merged in (
        ("shch", "S"), ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("dzh", "J"), ("sh", "S"),
        ("zh", "J"), ("ch", "S"), ("cz", "S"), ("sz", "S"), ("kh", "H"), ("gh", "G"), ("ph", "F"),
        ("th", "T"), ("dh", "D"), ("ck", "K"), ("ts", "s"), ("tz", "s"), ("ou", "u"), ("oo", "u"),
        ("ee", "i"), ("ij", "i"), ("yy", "i"), ("iy", "i"), ("yi", "i"), ("ya", "a"), ("ja", "a"),
        ("ia", "a"), ("yu", "u"), ("ju", "u"), ("ye", "e"), ("je", "e"),
    )
)  # fmt: skip
_LETTERS = bytes.maketrans(b"wxqcyzfSJHGFTDK", b"vhkkisvSjhgvtdk")
_LINE = ord("\n")
_IS_CONSONANT = np.ones(128, dtype=bool)
_IS_CONSONANT[list(b"aeiou")] = False
#: Articles, Arabic ones with their assimilated forms, that texts add or drop.
_ARTICLES = (
    "al el as ash at ath ad adh ar an az il ul es esh et ed er en ez esch asch "
    "the la le les los las der die das den het o os a"
)
#: Begins with what is found fast, the end of the line before; then only short words are tried.
_ARTICLE = re.compile(rf"\n(?=[^\n ]{{1,4}} )(?:{_ARTICLES.replace(' ', '|')}) (?=[^\n]{{3}})")


def without_article(key: str) -> str:
    """Leave out the article before a folded name.

    Examples
    --------
    >>> without_article("ash shaykh"), without_article("al")
    ('shaykh', 'al')
    """
    return _ARTICLE.sub("\n", f"\n{key}")[1:]


def bare(key: str) -> str:
    """Leave out the article and the spaces of a folded name, or of many on lines of their own.

    Examples
    --------
    >>> bare("ash shaykh"), bare("al\\nel paso")
    ('shaykh', 'al\\npaso')
    """
    return without_article(key).replace(" ", "")


def sound(text: str) -> str:
    """Merge the letters and groups that are read alike, in a bare name or in many on lines.

    Letters that are not ASCII are all the same.

    Examples
    --------
    >>> sound("bakhmut") == sound("bahmut"), sound("daayrazzawr")
    (True, 'dairasavr')
    """
    data = text.encode("ascii", "replace")
    for group, merged in _GROUPS:
        data = data.replace(group, merged)
    letters = np.frombuffer(data.translate(_LETTERS), dtype=np.uint8)
    # One of each run of the same letter; much faster than by a regular expression.
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = (letters[1:] != letters[:-1]) | (letters[1:] == _LINE)
    return letters[kept].tobytes().decode("ascii")


def consonants(sounding: str) -> str:
    """What is left of a sounding, or of many on lines of their own, without the vowels.

    The first letter of each is kept.

    Examples
    --------
    >>> consonants("aleppo"), consonants("osaka\\nkioto").split()
    ('alpp', ['osk', 'kt'])
    """
    letters = np.frombuffer(sounding.encode("ascii"), dtype=np.uint8)
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = _IS_CONSONANT[letters[1:]] | (letters[:-1] == _LINE)
    return letters[kept].tobytes().decode("ascii")
