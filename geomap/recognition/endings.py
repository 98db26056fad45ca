"""Endings: the forms under which the gazetteer may list a name that stands declined in a text.

What comes out counts only where the gazetteer knows it, so a rule may be generous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from gazetteer.inflection import base_forms

#: Case endings of Polish to take off, and what to put in their place; marks on letters do not
#: matter, so that "Soli" without its ending is Sól. Those of Cyrillic and the
#: prefixes of Arabic and Hebrew are the gazetteer's (:mod:`gazetteer.inflection`).
_POLISH = (
    ("u", ""), ("iu", ""), ("ie", ""), ("ie", "a"), ("ie", "o"), ("em", ""), ("y", "a"), ("ą", "a"),
    ("ę", "a"), ("i", "a"), ("a", ""), ("owie", "ów"), ("owa", "ów"), ("ami", "y"), ("ami", "e"),
    ("ami", "a"), ("ach", "y"), ("ach", "e"), ("ach", "a"), ("om", "y"), ("om", "e"), ("ic", "ice"),
    ("y", ""), ("", "y"), ("", "i"), ("", "e"), ("ii", "ia"), ("u", "o"), ("a", "o"), ("em", "o"),
    ("u", "e"), ("a", "e"), ("em", "e"), ("iem", "ie"), ("iem", ""), ("iego", "ie"), ("ów", "y"),
    ("ów", "e"), ("kiem", "ek"), ("i", ""), ("ia", ""), ("ią", ""), ("ze", "ra"), ("ze", "ga"),
    ("le", "ła"), ("le", "ło"), ("ce", "ka"), ("ec", "ce"), ("iec", "cy"),
    ("ach", "i"), ("ami", "i"), ("om", "i"), ("ce", "ca"), ("cie", "t"), ("cie", "ta"),
    ("cie", "to"), ("czech", "cy"), ("szech", "chy"), ("rzech", "ry"), ("ier", "ry"),
    ("dze", "ga"), ("dzie", "da"), ("dzie", "d"), ("cu", "iec"), ("ca", "iec"), ("cem", "iec"),
    ("niu", "eń"), ("nia", "eń"), ("niem", "eń"),
)  # fmt: skip
#: Those of Czech.
_CZECH = (
    ("y", "a"), ("ě", "a"), ("u", "a"), ("ou", "a"), ("a", ""), ("u", ""), ("ě", ""), ("e", ""),
    ("em", ""), ("ovi", ""), ("ově", "ov"), ("i", ""), ("í", ""), ("a", "o"), ("ě", "o"),
    ("u", "o"), ("em", "o"), ("ze", "ha"), ("ze", "ga"), ("ce", "ka"), ("še", "cha"), ("ře", "ra"),
    ("le", "la"), ("ích", "e"), ("", "e"), ("ím", "e"), ("emi", "e"), ("ech", "y"), ("ách", "y"),
    ("ů", "y"), ("", "y"), ("ům", "y"), ("ého", "ý"), ("ém", "ý"), ("ým", "ý"), ("ého", "é"),
    ("ém", "é"), ("é", "á"), ("ou", "á"), ("ii", "ie"), ("ií", "ie"), ("ku", "ko"), ("kem", "ko"),
    ("ni", "ň"), ("ní", "ň"), ("ni", "eň"), ("ně", "eň"), ("ti", "ť"), ("ci", "c"), ("cem", "c"),
    ("i", "e"), ("i", "í"),
)  # fmt: skip
#: Those of Serbian and Croatian, in Latin letters.
_SERBIAN = (
    ("u", ""), ("u", "a"), ("u", "o"), ("a", ""), ("a", "o"), ("a", "e"), ("i", "a"), ("e", "a"),
    ("om", ""), ("om", "a"), ("om", "o"), ("em", ""), ("em", "e"), ("ima", "i"), ("ima", "e"),
    ("ama", "e"), ("cu", "ac"), ("ca", "ac"), ("cem", "ac"), ("pcu", "bac"), ("pca", "bac"),
    ("aca", "ci"), ("pnju", "panj"), ("pnja", "panj"),
)  # fmt: skip
#: Endings of adjectives in names of two words, and those of their nominatives.
_ADJECTIVES = {
    "pl": (("ej", "a"), ("iej", "a"), ("ą", "a"), ("ego", "y"), ("ego", "i"), ("emu", "y"),
           ("ym", "y"), ("im", "i"), ("ych", "e"), ("ich", "e"), ("ymi", "e"), ("iej", "ia"),
           ("iego", "i"), ("iemu", "i"), ("im", "ie"), ("ich", "ie")),
    "cs": (("ého", "ý"), ("ém", "ý"), ("ým", "ý"), ("é", "á"), ("ou", "á"), ("ých", "é"),
           ("ých", "y"), ("ým", "é"), ("ými", "é"), ("ého", "é"), ("ém", "é"), ("ího", "í"),
           ("ím", "í")),
    "sr": (("om", "i"), ("og", "i"), ("oj", "a"), ("u", "a"), ("e", "a"), ("im", "i"), ("ih", "e")),
    "ru": (("ого", "ый"), ("его", "ий"), ("ого", "ий"), ("им", "ий"), ("ым", "ый"), ("ом", "ый"),
           ("ом", "ий"), ("ем", "ий"), ("ей", "яя"), ("ой", "ая"), ("ую", "ая"), ("ых", "ые"),
           ("их", "ие")),
    "uk": (("ого", "ий"), ("ому", "ий"), ("им", "ий"), ("ої", "а"), ("ій", "а"), ("ою", "а"),
           ("у", "а"), ("их", "і"), ("ового", "ів"), ("овому", "ів"), ("им", "е")),
}  # fmt: skip
#: What makes the name of a region of that of its seat, and what its adjective has instead:
#: "Тернопільщина" is the Тернопільська область, "Донеччина" the Донецька.
_LANDS = {
    "uk": (("ччин", "цька область"), ("щин", "ська область")),
    "ru": (("щин", "ская область"),),
}
_LAND_ENDINGS = ("а", "и", "і", "у", "ы", "е", "ою", "ой")
#: The last words of names that have no capital: those of regions, and of seas and countries.
REGIONS = frozenset(
    "область області областю области областью край краю края район району районі районе".split()
)
HEADS = REGIONS | frozenset(
    """море моря морі морем океан океану океане озеро озера озері озере острови острова островов
    européenne central centrale unis unies australe arabe arabes équatoriale européen
    europea europeia unidos arabi uniti meridionale settentrionale""".split()
)
#: Endings of Cyrillic names beside those that the gazetteer takes off.
_MORE_CYRILLIC = (
    ("е", "о"), ("і", "о"), ("і", "е"), ("ов", "ы"), ("ов", "и"), ("ев", "и"), ("ей", "и"),
    ("ае", "ай"), ("ая", "ай"), ("аю", "ай"), ("аем", "ай"),
    ("ій", "а"), ("ої", "а"), ("ой", "ая"), ("ую", "ая"),
    ("ое", "ой"), ("оя", "ой"), ("ою", "ой"), ("оем", "ой"),
)  # fmt: skip
#: Ukrainian nouns whose vowel changes, as in "Кривий Ріг".
_VOWEL_CHANGES = (
    ("огу", "іг"), ("озі", "іг"), ("огом", "іг"), ("зі", "га"), ("ге", "га"), ("ги", "га"),
)  # fmt: skip
#: The vowel between the last two consonants that the nominative has and other cases lack, by
#: language, and the endings before which it goes: "Mielca" is of Mielec, "Ельца" of Елец.
_FLEETING = {
    "pl": ("e", ("a", "u", "em", "owi")),
    "cs": ("e", ("a", "u", "e", "i", "em", "ci")),
    "ru": ("ео", ("а", "у", "е", "ом", "я", "ю", "ем")),
    "uk": ("ео", ("а", "у", "і", "ом", "я", "ю", "ем", "ові")),
}
#: Endings that only soft nouns have: their nominatives end in a soft sign.
_SOFT = ("я", "ю", "ем", "і")
_VOWELS = frozenset("aąeęioóuyаеёиіїоуыэюяєь")
#: Serbian letters that Latin writes with two, and the others.
_DIGRAPHS = (("nj", "њ"), ("lj", "љ"), ("dž", "џ"))
_LETTERS = str.maketrans("abcčćdđefghijklmnoprsštuvzž", "абцчћдђефгхијклмнопрсштувзж")
#: Countries that the gazetteer does not list by what a language calls them, since in English texts
#: that is something else.
_COUNTRIES = {
    "pt": {"França": "France", "Tailândia": "Thailand"},
    "es": {"Tailandia": "Thailand"},
    "ru": {"Тунис": "Tunisia"},
    "uk": {"Туніс": "Tunisia"},
}
_FEWEST_LETTERS = 3
#: Case endings of Bengali.
_BENGALI = ("ের", "তে", "কে", "র", "ে")
#: Prepositions that Amharic joins to names.
_AMHARIC = ("በ", "ከ", "ለ", "የ")


def find_bases(words: list[str], language: str) -> Iterator[str]:
    """Yield the forms under which an inflected name may be listed, the name itself first.

    Examples
    --------
    >>> "Zielona Góra" in find_bases(["Zielonej", "Góry"], "pl")
    True
    >>> "Нижний Новгород" in find_bases(["Нижним", "Новгородом"], "ru")
    True
    """
    name = " ".join(words).replace("' ", "'").replace("’ ", "’")
    yield name
    for form in (name, *base_forms(name)) if language in _COUNTRIES else ():
        if form in _COUNTRIES[language]:
            yield _COUNTRIES[language][form]
    if language in ("uk", "ru") and len(words) > 1 and words[-1] in REGIONS:
        yield words[0][:-2] + "а область"
        yield words[0][:-2] + "ая область"
        yield words[0][:-1] + "а область"
    elif language in ("uk", "ru", "pl", "sr", "cs"):
        yield from _find_land(name, language)
        yield from _find_slavic(name, language)
        parts = [word for word in words if word != "-"]
        if len(parts) == 2:
            yield from map(" ".join, product(*(_find_parts(word, language) for word in parts)))
        elif len(parts) > 2:
            # "Ростове-на-Дону": what lies on a river is declined, the river is not.
            yield from (" ".join([form, *words[1:]]) for form in _find_slavic(words[0], language))
    elif language in ("ar", "he"):
        yield from base_forms(name)
    elif language == "other":
        yield from (name.removesuffix(end) for end in _BENGALI if name.endswith(end))
        yield from (name.removeprefix(start) for start in _AMHARIC if name.startswith(start))
    elif language in ("de", "nl", "sv") and words[-1].endswith("s") and len(words[-1]) > 4:
        yield name[:-1]


def _find_land(name: str, language: str) -> Iterator[str]:
    """Yield the region that "Харківщина" and the like are words for."""
    for ending in _LAND_ENDINGS:
        for suffix, adjective in _LANDS.get(language, ()):
            stem = name.removesuffix(suffix + ending)
            if stem != name and len(stem) >= _FEWEST_LETTERS:
                yield stem + adjective


def _find_parts(word: str, language: str) -> list[str]:
    """Return what one of two words of a name may be in the nominative."""
    adjectives = _replace(word, _of_script(word, _ADJECTIVES[language]))
    return [word, *adjectives, *_find_slavic(word, language)]


def _find_slavic(name: str, language: str) -> Iterator[str]:
    """Yield the nominatives of a noun."""
    yield from _put_vowel(name, language)
    if language == "sr":
        yield from _replace(name, _of_script(name, _SERBIAN))
        return
    if language == "cs":
        yield from _replace(name, _CZECH)
        return
    if language == "pl":
        yield from _replace(name, _POLISH)
        for ending in ("ego", "ym"):
            if ending in name[_FEWEST_LETTERS:]:
                # An adjective is declined within the name: "Białegostoku" is of Białystok.
                yield from _replace(name.replace(ending, "y"), _POLISH)
        return
    yield from (name.removesuffix(end) + base for end, base in _VOWEL_CHANGES if name.endswith(end))
    if len(name) == _FEWEST_LETTERS:
        yield name[:-1] + "а"  # "Уфе"
    # Names that are plurals ("Суми") lose their ending in the genitive ("до Сум").
    yield name + ("и" if language == "uk" else "ы")
    yield from base_forms(name)
    yield from _replace(name, _MORE_CYRILLIC)


def _put_vowel(name: str, language: str) -> Iterator[str]:
    """Yield nominatives with the vowel that goes where an ending comes."""
    vowels, endings = _FLEETING.get(language, ("", ()))
    for ending in endings:
        stem = name.removesuffix(ending)
        if stem == name or len(stem) < _FEWEST_LETTERS or stem[-1] in _VOWELS:
            continue
        before = stem[:-1].removesuffix("ь")
        if before == stem[:-1] and before[-1] in _VOWELS:
            continue
        for vowel in vowels:
            yield before + vowel + stem[-1]
            if ending in _SOFT:
                yield before + vowel + stem[-1] + "ь"


def _of_script(word: str, endings: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return endings in the letters of a word: Serbian is written in two alphabets."""
    if not "\u0400" <= word[-1] <= "\u04ff" or not endings[0][0].isascii():
        return endings
    return tuple((_write_cyrillic(ending), _write_cyrillic(base)) for ending, base in endings)


@cache
def _write_cyrillic(ending: str) -> str:
    for latin, letter in _DIGRAPHS:
        ending = ending.replace(latin, letter)
    return ending.translate(_LETTERS)


def _replace(word: str, endings: Iterable[tuple[str, str]]) -> Iterator[str]:
    for ending, base in endings:
        left = len(word) - len(ending)
        if word.endswith(ending) and left + max(0, len(base) - 1) >= _FEWEST_LETTERS:
            yield word[:left] + base
