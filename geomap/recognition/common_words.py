"""Common words and first names that are places as well: only a word of place makes them one.

They were found by looking up some hundreds of usual words a language in the gazetteer; those that
hardly ever mean the place are among the stop words.
"""

from __future__ import annotations

_COMMON = {
    "de": """bad bar bergen essen hagen halle heide hof horn linden lage siegen singen stein wesel
        zug weiden baden""",
    "fr": "cher die pierre sens somme",
    "es": """alma bella concepción dolores esperanza estrella flores libertad luz mercedes paz
        rosario rosas salvador soledad unión valle victoria costa faro""",
    "it": """alba asia fermo fiume fontana franca massa porto quarto regina rosso sete valle
        vittoria costa faro""",
    "pt": """ali alma batalha conceição esperança estrela flores graça liberdade luz machado minas
        natal palma praia rio rocha salvador serra união vale vitória costa faro""",
    "pl": "hala kara piła wola",
    "ro": "alba regina roman român",
    "tr": "ağrı batman muş ordu türk uşak van",
    "sr": "mali ruma мали рума",
    "ar": "الباب الباحة الخبر الخميس الرملة الشهداء العين الفاو القائم بركان صور السلام النصر",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}


def is_common(word: str, language: str) -> bool:
    """Whether a word is a common one of a language, or a first name, besides being a place.

    Examples
    --------
    >>> is_common("Essen", "de"), is_common("Ulm", "de")
    (True, False)
    """
    return word.lower() in _SETS.get(language, frozenset())
