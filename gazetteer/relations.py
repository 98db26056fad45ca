"""Spatial relations: "10 km north of Raqqa", "outskirts of Aleppo", "Bakhmut area".

They say where something is by a place, and that place is the answer there is.
"""

from __future__ import annotations

import re

#: North, south-eastern, NNE; of letters only capitals.
_SIDE = (
    r"(?:(?:north|south)[\s-]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?"
    r"|(?-i:[NS]?[NS]?[EW]|[NS]|[EW][NS][EW]))"
)
_UNIT = r"(?:kms?|kilomet(?:er|re)s?|mi|miles?|m|met(?:er|re)s?|км|км\.)"
_ABOUT = r"(?:(?:approx(?:imately)?\.?|about|around|some|ca\.?|~)\s*)?"
_PARTS = (
    r"(?:outskirts|suburbs?|vicinity|surroundings|environs|countryside|direction|area|"
    r"cent(?:er|re)|edge|entrance|port|hospital|market|camp)"
)
_BEFORE = (
    rf"{_ABOUT}\d+(?:[.,]\d+)?\s*{_UNIT}\s+(?:(?:to\s+the\s+)?{_SIDE}\s+)?(?:of|from|off|outside)",
    rf"(?:in\s+|to\s+)?(?:the\s+)?{_SIDE}\s+(?:part\s+)?of",
    rf"(?:(?:in|on|at|from)\s+)?(?:the\s+)?(?:[a-z]+\s+){{0,2}}{_PARTS}\s+(?:of|in|near|at)",
    r"near(?:by)?(?:\s+to)?|(?:close|next|adjacent)\s+to",
    r"not\s+far\s+from|outside(?:\s+of)?|around|towards?",
    # "in" and the like are before much else: "in person".
    r"(?:in|inside|within)(?=\s+(?-i:(?:the\s+)?[^\Wa-z\d]))",
    r"possibly|probably|presumably|perhaps|maybe|likely",
    r"(?:près|proche|autour|en\s+banlieue|banlieue|périphérie|environs)\s+de",
    r"(?:cerca|alrededores|afueras)\s+de|vicino\s+a|perto\s+de",
    r"(?:in\s+der\s+)?nähe\s+(?:von)?|nahe|unweit(?:\s+von)?",
    "окрестности|околиці|пригород|окраина|неподалік від|недалеко от|поблизу|вблизи|рядом с",
    "قرب|بالقرب من|ريف|ضواحي|محيط|شمال|جنوب|شرق|غرب",
)
_BEHIND = (
    r"(?:city|town)\s+cent(?:er|re)|cent(?:er|re)|area|direction|outskirts|suburbs?|vicinity|"
    r"surroundings|environs|axis|front(?:line)?|sector|neighbou?rhoods?|"
    r"(?:(?:north|south|east|west)(?:ern)?\s+)?countryside"
)
_PREFIX = re.compile(rf"(?:{'|'.join(_BEFORE)})\s+(?=\S)", re.IGNORECASE)
_SUFFIX = re.compile(rf"(?<=\w)\s+(?:{_BEHIND})(?=\s*(?:,|$))", re.IGNORECASE)
_SIDE_OF = re.compile(
    rf"(?:{_SIDE}|central|inner|downtown|greater|rural)[\s-]+(?=(?-i:[^\Wa-z\d])\w)", re.IGNORECASE
)
#: "Goma in eastern DRC", not "Newcastle in" nor "Stratford upon Avon".
_IN = re.compile(
    rf"\s+(?:in|within)\s+(?:the\s+)?(?:(?:{_SIDE}|central)\s+(?:part\s+of\s+)?)?", re.IGNORECASE
)


def related(text: str) -> str:
    """The place that a text relates something to; empty when it does not.

    Examples
    --------
    >>> related("10 km north of Raqqa"), related("on the outskirts of Aleppo"), related("Aleppo")
    ('Raqqa', 'Aleppo', '')
    >>> related("Bakhmut area, Ukraine"), related("near the town of Homs")
    ('Bakhmut, Ukraine', 'the town of Homs')
    """
    rest = _PREFIX.sub("", text, count=1) if _PREFIX.match(text) else text
    rest = _SUFFIX.sub("", rest, count=1)
    return rest if rest != text else ""


def side_of(text: str) -> str:
    """The place that a text names a side of: "West Mosul"; empty when it does not.

    Names have such words too ("South Shields"), so this is weaker than a relation.
    """
    found = _SIDE_OF.match(text)
    return text[found.end() :] if found else ""


def inside_out(text: str) -> str:
    """Areas that stand behind "in", behind a comma; empty when there are none.

    Examples
    --------
    >>> inside_out("Goma in eastern DRC"), inside_out("Goma")
    ('Goma, DRC', '')
    """
    head, *areas = _IN.split(text)
    return ", ".join([head, *areas]) if areas and head else ""
