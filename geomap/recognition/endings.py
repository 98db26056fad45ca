"""Endings: the forms under which the gazetteer may list a name that stands declined in a text.

What comes out counts only where the gazetteer knows it, so a rule may be generous.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from gazetteer.inflection import base_forms

#: Case endings of Polish to take off, and what to put in their place. Those of Cyrillic and the
#: prefixes of Arabic and Hebrew are the gazetteer's (:mod:`gazetteer.inflection`).
_POLISH = (
    ("u", ""), ("iu", ""), ("ie", ""), ("ie", "a"), ("ie", "o"), ("em", ""), ("y", "a"), ("ą", "a"),
    ("ę", "a"), ("i", "a"), ("a", ""), ("owie", "ów"), ("owa", "ów"), ("ami", "y"), ("ami", "e"),
    ("ami", "a"), ("ach", "y"), ("ach", "e"), ("ach", "a"), ("om", "y"), ("om", "e"), ("ic", "ice"),
    ("", "y"), ("ii", "ia"), ("u", "o"), ("a", "o"), ("em", "o"), ("em", "ek"),
    ("ku", "ek"), ("ka", "ek"), ("kiem", "ek"), ("dzi", "dź"), ("ni", "ń"), ("ze", "ra"),
    ("iec", "cy"), ("sią", "ś"), ("si", "ś"),
)  # fmt: skip
#: Endings of adjectives in names of two words, and those of their nominatives.
_ADJECTIVES = {
    "pl": (("ej", "a"), ("iej", "a"), ("ą", "a"), ("ego", "y"), ("ego", "i"), ("emu", "y"),
           ("ym", "y"), ("im", "i"), ("ych", "e"), ("ich", "e"), ("ymi", "e")),
    "ru": (("ого", "ый"), ("его", "ий"), ("ого", "ий"), ("им", "ий"), ("ым", "ый"), ("ом", "ый"),
           ("ем", "ий"), ("ей", "яя"), ("ой", "ая"), ("ую", "ая"), ("ых", "ые"), ("их", "ие")),
    "uk": (("ого", "ий"), ("ому", "ий"), ("им", "ий"), ("ої", "а"), ("ій", "а"), ("ою", "а"),
           ("у", "а"), ("их", "і")),
}  # fmt: skip
#: The head words of regions' names, in the cases that texts have them in.
REGIONS = frozenset(
    "область області областю область области областью край краю район району районі районе".split()
)
#: Ukrainian nouns whose vowel changes, as in "Кривий Ріг".
_VOWEL_CHANGES = (("огу", "іг"), ("озі", "іг"), ("огом", "іг"))
_FEWEST_LETTERS = 3


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
    if language in ("uk", "ru") and len(words) > 1 and words[-1] in REGIONS:
        yield words[0][:-2] + "а область"
        yield words[0][:-2] + "ая область"
        yield words[0][:-1] + "а область"
    elif language in ("uk", "ru", "pl"):
        yield from _find_slavic(name, language)
        if len(words) == 2:
            yield from map(" ".join, product(*(_find_parts(word, language) for word in words)))
    elif language in ("ar", "he"):
        yield from base_forms(name)
    elif language in ("de", "nl", "sv") and words[-1].endswith("s") and len(words[-1]) > 4:
        yield name[:-1]


def _find_parts(word: str, language: str) -> list[str]:
    """Return what one of two words of a name may be in the nominative."""
    adjectives = _replace(word, _ADJECTIVES[language])
    return [word, *adjectives, *_find_slavic(word, language)]


def _find_slavic(name: str, language: str) -> Iterator[str]:
    """Yield the nominatives of a noun."""
    if language == "pl":
        yield from _replace(name, _POLISH)
        if "ego" in name[_FEWEST_LETTERS:]:
            # An adjective is declined within the name: "Białegostoku" is of Białystok.
            yield from _replace(name.replace("ego", "y"), _POLISH)
        return
    yield from (name.removesuffix(end) + base for end, base in _VOWEL_CHANGES if name.endswith(end))
    # Names that are plurals ("Суми") lose their ending in the genitive ("до Сум").
    yield name + ("и" if language == "uk" else "ы")
    yield from base_forms(name)
    if name.endswith("е"):
        yield name[:-1] + "о"


def _replace(word: str, endings: Iterable[tuple[str, str]]) -> Iterator[str]:
    for ending, base in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST_LETTERS - (not ending):
            yield word[: len(word) - len(ending)] + base
