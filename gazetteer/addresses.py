"""Addresses: "12 High Street, Oxford OX1 2JD, UK". What is sought is the town."""

from __future__ import annotations

import re

#: Postal codes as towns stand beside: of five digits or six, with a country's letters before them,
#: and those of Britain, Canada and the Netherlands.
_CODE = re.compile(
    r"(?<![\w-])(?:(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]?(?:\s+\d[A-Z]{2})?"
    r"|[A-Z]\d[A-Z]\s+\d[A-Z]\d|\d{4}\s+[A-Z]{2})(?![\w-])"
)
#: What streets and buildings are called; of names of towns only the last of several words are.
_STREET = re.compile(
    r"\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|lane|ln\.?|drive|dr\.?|highway|"
    r"square|sq\.?|plaza|hospital|clinic|airport|airbase|airfield|school|university|college|mosque|"
    r"church|cathedral|market|bazaar|bridge|station|checkpoint|hotel|prison|camp|roundabout|"
    r"crossing|junction|mall|stadium|factory|warehouse|headquarters|embassy)(?:\s+[NS]?[EW]?)?$"
    r"|^(?:rue|avenue|boulevard|place|calle|avenida|plaza|via|piazza|rua|ul\.?|ulica|улица|ул\.?|"
    r"вулиця|вул\.?|проспект|просп\.?|пр\.?|площадь|площа|شارع|p\.?\s?o\.?\s+box)\s"
    r"|(?:straße|strasse|str\.|platz|allee|gasse|straat|laan|gatan|vej|utca|sokak|caddesi)(?=\W|$)",
    re.IGNORECASE,
)
#: What is left without a code is a name of so many letters: not "in 2014".
_FEWEST_LETTERS = 3
_NUMBER = re.compile(r"(?<!\w)\d{1,5}\s?[a-z]?(?!\w)", re.IGNORECASE)


def without_codes(text: str) -> str:
    """Leave out postal codes; the text itself when nothing else is there.

    Examples
    --------
    >>> without_codes("75001 Paris"), without_codes("Springfield, IL 62701"), without_codes("1234")
    ('Paris', 'Springfield, IL', '1234')
    """
    parts = [" ".join(_CODE.sub(" ", part).split()) for part in text.split(",")]
    rest = ", ".join(filter(None, parts))
    return rest if sum(map(str.isalpha, rest)) >= _FEWEST_LETTERS else text


def town_of(parts: list[str]) -> list[str]:
    """What is behind the streets, buildings and house numbers of an address; empty when none is.

    Examples
    --------
    >>> town_of(["12 High Street", "Oxford", "UK"]), town_of(["Smith", "John"])
    (['Oxford', 'UK'], [])
    """
    at = 0
    while at < len(parts) - 1 and (_STREET.search(parts[at]) or _NUMBER.search(parts[at])):
        at += 1
    return parts[at:] if at else []
