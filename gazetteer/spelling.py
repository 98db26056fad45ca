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
#: Kinds of consonants, each with the letters and merged groups that are of it.
_KINDS = {
    "P": "bp", "V": "vwfF", "T": "tdTD", "S": "szs", "J": "jSJ", "K": "kqgcxGKH", "L": "lr",
    "N": "mn",
}  # fmt: skip
_KIND = np.zeros(128, dtype=np.uint8)
for _kind, _members in _KINDS.items():
    _KIND[list(_members.encode())] = ord(_kind)
#: Articles, Arabic ones with their assimilated forms, that texts add or drop.
_ARTICLES = (
    "al el as ash at ath ad adh ar an az il ul es esh et ed er en ez esch asch "
    "the la le les los las der die das den het o os a"
)
_ARTICLE = re.compile(rf"^(?:{_ARTICLES.replace(' ', '|')}) (?=[^\n]{{3}})", re.MULTILINE)


def without_article(key: str) -> str:
    """Leave out the article before a folded name.

    Examples
    --------
    >>> without_article("ash shaykh"), without_article("al")
    ('shaykh', 'al')
    """
    return _ARTICLE.sub("", key)


def bare(key: str) -> str:
    """Leave out the article and the spaces of a folded name, or of many on lines of their own.

    Examples
    --------
    >>> bare("ash shaykh"), bare("al\\nel paso")
    ('shaykh', 'al\\npaso')
    """
    return _ARTICLE.sub("", key).replace(" ", "")


def grouped(text: str) -> bytes:
    """Merge the letter groups read as one sound, in a bare name or in many on lines of their own.

    What `sound` and `graded` are made of. Letters that are not ASCII are all the same.
    """
    data = text.encode("ascii", "replace")
    for group, merged in _GROUPS:
        data = data.replace(group, merged)
    return data


def sound(groups: bytes) -> str:
    """Merge the letters that spellings confuse, in what `grouped` made.

    Examples
    --------
    >>> sound(grouped("bakhmut")) == sound(grouped("bahmut")), sound(grouped("daayrazzawr"))
    (True, 'dairasavr')
    """
    letters = np.frombuffer(groups.translate(_LETTERS), dtype=np.uint8)
    # One of each run of the same letter; much faster than by a regular expression.
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = (letters[1:] != letters[:-1]) | (letters[1:] == _LINE)
    return letters[kept].tobytes().decode("ascii")


def graded(groups: bytes) -> str:
    """Write each letter by what it is like, in what `grouped` made.

    A vowel is one character; a consonant two, its kind and itself. So an edit distance between
    two such texts counts a consonant taken for one of its kind half, and a vowel as much.

    Examples
    --------
    >>> graded(grouped("bakhmut")), graded(grouped("bagmut"))
    ('PbaKHNmuTt', 'PbaKgNmuTt')
    """
    data = np.frombuffer(groups, dtype=np.uint8)
    pairs = np.stack([_KIND[data], data], axis=1).ravel()
    return pairs[pairs > 0].tobytes().decode("ascii")


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
