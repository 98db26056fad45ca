"""Inflection: the recorded forms that a declined or prefixed name may stand for.

Texts decline names ("у Харкові", "под Бахмутом"), and Arabic and Hebrew join
prepositions and the article to them; gazetteers list the nominative. Endings are taken off by
rule, and what comes out counts only where the gazetteer knows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

#: Case endings of Ukrainian and Russian place names and the nominatives they come from.
_CYRILLIC = {
    "ською": ("ська",), "ській": ("ська", "ське"), "ської": ("ська",), "ського": ("ський", "ське"),
    "ському": ("ський", "ське"), "ської області": ("ська область",),
    "ській області": ("ська область",), "ьку": ("ька",),
    "ской": ("ская",), "ском": ("ский", "ское"), "ского": ("ский", "ское"), "скую": ("ская",),
    "ою": ("а",), "ею": ("я",), "ому": ("", "ий", "е"), "ого": ("ий", "е", "ое"), "ові": ("", "ів"),
    "ами": ("и", "ы"), "ах": ("и", "ы"), "ях": ("и", "і"), "ам": ("и", "ы"), "ом": ("", "о"),
    "ем": ("", "ь", "е"), "ів": ("и", "і"), "єва": ("їв",), "єві": ("їв",), "єву": ("їв",),
    "євом": ("їв",), "ева": ("ев", "ево"), "еве": ("ев", "ево"), "ова": ("ів", "ов", "ово"),
    "ову": ("ів", "ов", "ово"), "овом": ("ів",), "овым": ("ов", "ово"), "ове": ("ов", "ово"),
    "ії": ("ія", "ії"), "ію": ("ія",), "ією": ("ія",), "ии": ("ия",), "ию": ("ия",),
    "ией": ("ия",), "ині": ("ина",), "ину": ("ина",), "ини": ("ина",), "ине": ("ина",),
    "ины": ("ина",), "иной": ("ина",), "зі": ("га",), "ці": ("ка", "к"), "сі": ("ха",),
    "і": ("а", "", "ь", "я"), "и": ("а", "", "ь"), "у": ("а", "", "о"), "ю": ("я", "ь", "й"),
    "я": ("ь", "й", "е"), "а": ("", "о"), "е": ("а", "", "ь", "я"), "ы": ("а", ""), "ой": ("а",),
    "ей": ("я",), "ї": ("я", "й"), "ям": ("и", "і"), "ьом": ("ень",), "нем": ("ень",),
}  # fmt: skip
#: Endings of Polish and Czech names, tried behind a preposition only: elsewhere a name that ends
#: like this is more likely one of its own.
_LATIN = {
    "em": ("", "o", "e"), "iem": ("", "ie"), "u": ("", "a", "o"), "ie": ("", "a", "o"),
    "y": ("a", ""), "i": ("a", "ia", ""), "ą": ("a",), "ę": ("a",), "a": ("", "o"), "ě": ("", "a"),
    "ach": ("y", "i"), "ami": ("y", "i"), "ej": ("a",), "ou": ("a",), "om": ("y",), "ze": ("ga",),
    "ce": ("ka",), "ego": ("y", "e"), "ym": ("y", "e"),
}  # fmt: skip
_PREPOSITIONS = frozenset(
    "в у на під над до з із зі біля від при под из с со к ко от возле около по за "
    "w we pod nad do z ze od przy koło ku v ve u k".split()
)
_ARABIC_PREFIXES = ("و", "ب", "ل", "ف", "ك", "وب", "ول", "وال", "بال", "فال", "لل")
_HEBREW_PREFIXES = ("ב", "ל", "מ", "ה", "ו", "ש", "כ", "וב", "ול", "ומ", "וה", "שב", "של", "שמ")
_FEWEST_LETTERS = 3
_LONGEST_ENDING = max(map(len, _CYRILLIC))


def base_forms(name: str) -> Iterator[str]:
    """Yield the nominatives a name may be declined from; none for names of other scripts.

    Examples
    --------
    >>> "Харків" in base_forms("Харкові"), "Бахмут" in base_forms("Бахмутом")
    (True, True)
    >>> "حلب" in base_forms("وحلب"), "חיפה" in base_forms("ובחיפה")
    (True, True)
    """
    last = name[-1:]
    if "\u0400" <= last <= "\u04ff":
        yield from _nominatives(name, _CYRILLIC)
    elif "\u0600" <= last <= "\u06ff":
        for bare in _without_prefix(name, _ARABIC_PREFIXES):
            yield bare
            yield f"ال{bare}"
    elif "\u0590" <= last <= "\u05ff":
        yield from _without_prefix(name, _HEBREW_PREFIXES)


def forms_behind_preposition(name: str) -> Iterator[str]:
    """Yield what may be meant behind a Slavic preposition, as written and in the nominative.

    Examples
    --------
    >>> "Bachmut" in forms_behind_preposition("pod Bachmutem")
    True
    >>> list(forms_behind_preposition("San Juan"))
    []
    """
    first, _, rest = name.partition(" ")
    if len(rest) < _FEWEST_LETTERS or first.lower() not in _PREPOSITIONS:
        return
    yield rest
    yield from base_forms(rest)
    if rest.isascii() or rest[-1] in "ąęě":
        yield from _nominatives(rest, _LATIN)


def _without_prefix(name: str, prefixes: tuple[str, ...]) -> Iterator[str]:
    for prefix in prefixes:
        if name.startswith(prefix) and len(name) - len(prefix) >= _FEWEST_LETTERS:
            yield name[len(prefix) :]


def _nominatives(name: str, endings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for length in range(min(_LONGEST_ENDING, len(name) - _FEWEST_LETTERS), 0, -1):
        for base in endings.get(name[-length:], ()):
            yield name[:-length] + base
