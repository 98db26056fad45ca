"""Transcription: how a name would be spelled in English, had another language spelled it.

Each press romanises by its own letters: the town of Bucha is Butscha in German, Butja in Dutch,
Boutcha in French, Buča in Czech. A rule set for each of these systems turns their letter groups
into English ones; which system a spelling follows is not known, so all are tried.

The rules follow the national transcription tables of Cyrillic and Arabic names (Duden, IGN,
PWN, RAE, TDK), simplified to what a reader can undo without knowing the original.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.folding import fold, romanise

#: Letters with marks that folding would drop, though they stand for sounds of their own.
_MARKED = str.maketrans(
    {"š": "sh", "č": "ch", "ž": "zh", "ş": "sh", "ș": "sh", "ç": "ch", "ć": "ch", "ś": "sh",
     "ź": "zh", "ż": "zh", "ğ": "gh", "đ": "dj", "ţ": "ts", "ț": "ts", "ä": "ae", "ö": "oe",
     "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ł": "l", "ń": "n", "ñ": "ny", "ï": "i",
     "ı": "y", "ħ": "h", "ď": "d", "ť": "t", "ň": "n", "ř": "rzh", "ė": "e", "ŝ": "sh"}
)  # fmt: skip
_SYSTEMS = {
    "german": "dsch>j tsch>ch sch>sh ch>kh ph>f j>y w>v tz>ts ck>k ei>ay",
    "german_z": "dsch>j tsch>ch sch>sh ch>kh j>y w>v z>ts s>z",
    "french": "tch>ch dj>j ch>sh ou>u gu>g qu>k kh>kh",
    "french_w": "tch>ch dj>j ch>sh oua>wa oui>wi ou>w",
    "dutch": "oe>u tsj>ch sj>sh tj>ch dzj>j dj>j ch>kh j>y ie>i ij>y",
    "polish": "szcz>shch cz>ch sz>sh rz>zh dz>dz ch>kh w>v j>y c>ts",
    "spanish": "ch>ch j>kh qu>k y>y ll>y gu>g v>b",
    "spanish_h": "j>h qu>k ch>ch x>h",
    "turkish": "c>j",
    "italian": "sci>shi sce>she gi>ji ge>je ch>k gh>g ci>chi ce>che",
    "hungarian": "dzs>j sz>z cs>ch zs>zh gy>dy j>y s>sh z>s c>ts",
    "czech": "ch>kh j>y c>ts",
    "scholarly": "x>kh c>ts j>y h>kh",
    "portuguese": "ch>sh x>sh qu>k lh>l nh>ny",
    "lithuanian": "as$> is$> us$> c>ts j>y",
    "esperanto": "o$> c>ts j>y",
    "kunrei": "tya>cha tyo>cho tyu>chu sya>sha syo>sho syu>shu zya>ja zyo>jo zyu>ju ti>chi "
    "tu>tsu si>shi zi>ji hu>fu",
}
_GROUPS = {
    name: dict(rule.split(">") for rule in rules.split()) for name, rules in _SYSTEMS.items()
}
#: A dollar sign stands for the end of a word.
_PATTERNS = {
    name: re.compile("|".join(sorted(groups, key=len, reverse=True)).replace("$", r"\b"))
    for name, groups in _GROUPS.items()
}
_RULES = {
    name: {group.rstrip("$"): to for group, to in groups.items()}
    for name, groups in _GROUPS.items()
}
#: Wade-Giles to pinyin, in order; an apostrophe marks aspiration (Giles 1892).
_WADE_GILES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("['’‘ʻʼ`]", "'"), ("j", "r"), ("ch'(?=[iü])", "q"), ("ch'", "Ch"), ("ch(?=i(?!h))", "j"),
        ("ch", "zh"), ("t[sz]'", "c"), ("t[sz]u?h?(?=[^a-z]|$)", "zi"), ("t[sz]", "z"),
        ("hs", "x"), ("k'", "K"), ("k", "g"), ("p'", "P"), ("p", "b"), ("t'", "T"), ("t", "d"),
        ("ih", "i"), ("ssu|szu", "si"), ("ien", "ian"), ("ieh", "ie"), ("ueh", "ue"),
        ("ung", "ong"), ("erh", "er"), ("(?<=[ghk])o(?=[^a-z]|$)", "e"),
        ("(?<![a-z])i(?![a-z])", "yi"),
    )
)  # fmt: skip
#: Words that say what a place is, in the languages of our transcriptions; no part of its name.
_GENERIC = frozenset(
    "shih hsien chen hsiang chieh shi xian zhen xiang qu chhi shan kong hek town city ville "
    "village township stadt ciudad oblast raion district county sheng chu tsun cun "
    "xingzheng".split()
)


def without_generic(key: str) -> str:
    """Leave out words like "town" or "hsien" at the end of a folded name of several words.

    Examples
    --------
    >>> without_generic("baltimore town"), without_generic("ying kou hsien"), without_generic("shi")
    ('baltimore', 'ying kou', 'shi')
    """
    words = key.split()
    while len(words) > 1 and words[-1] in _GENERIC and sum(map(len, words[:-1])) >= 4:
        words.pop()
    return " ".join(words)


def _rewrite(key: str, system: str) -> str:
    rules = _RULES[system]
    return _PATTERNS[system].sub(lambda group: rules[group[0]], key)


def _pinyin(name: str) -> str:
    text = romanise(name).lower()
    for pattern, to in _WADE_GILES:
        text = pattern.sub(to, text)
    return fold(text.lower())


@lru_cache(maxsize=256)
def as_written(name: str) -> tuple[str, ...]:
    """The folded name, and where it has marks that stand for sounds, the same with them spelled.

    Examples
    --------
    >>> as_written("Buča"), as_written("Bucha")
    (('buca', 'bucha'), ('bucha',))
    """
    key = fold(name)
    if not key.isascii():
        key = fold(romanise(name))
    marked = fold(name.lower().translate(_MARKED))
    return (key, marked) if marked.isascii() and marked != key else (key,)


@lru_cache(maxsize=256)
def forms(name: str) -> tuple[str, ...]:
    """Folded English forms a name may have, the folded name itself first; none repeated.

    Examples
    --------
    >>> forms("Butscha")[:2]
    ('butscha', 'bucha')
    >>> "novoshahtinsk" in forms("Novošahtinsk"), "xu chang" in forms("Hsu-ch'ang-shih")
    (True, True)
    """
    found = dict.fromkeys(as_written(name))
    key = next(iter(found))
    for base in tuple(found):
        for system in _RULES:
            found.setdefault(_rewrite(base, system))
    if _CHINESE.search(key):
        found.setdefault(_pinyin(name))
    for form in tuple(found):
        found.setdefault(without_generic(form))
    return tuple(found)


#: What Wade-Giles spellings have and other romanisations rarely do.
_CHINESE = re.compile(r"hs|ts[uz]|ch[aeiou]+n?g?\b|ien\b|ih\b|ung\b| (?:chen|ho|kou|li)\b")
