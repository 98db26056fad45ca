"""Habits: ways in which names come to be spelled otherwise, to make examples with.

Slips of typing and reading, letter groups that presses write differently, and tables by which
the presses of several languages transcribe Cyrillic (after Duden, IGN, PWN, RAE, TDK, ISO 9 and
the scholarly system, simplified).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, letter in enumerate(row)
}
#: Letters and groups that are read for each other on paper.
_MISREAD = (
    ("rn", "m"), ("m", "rn"), ("l", "i"), ("i", "l"), ("cl", "d"), ("e", "c"), ("c", "e"),
    ("h", "b"), ("u", "n"), ("n", "u"), ("o", "a"), ("a", "o"), ("vv", "w"), ("w", "vv"),
    ("t", "f"), ("f", "t"), ("g", "q"), ("s", "5"), ("o", "0"), ("l", "1"),
)  # fmt: skip
#: Groups that spellings of the same sound are exchanged within.
_ALIKE = (
    ("kh", "ch", "h", "x", "k"), ("sh", "sch", "ch", "sz", "s", "š"), ("ch", "tch", "tsch", "cz",
    "tj", "č", "ç"), ("zh", "j", "sch", "ž", "z", "g"), ("dzh", "j", "dsch", "dj", "dż", "c"),
    ("y", "i", "j"), ("iy", "i", "y", "ij", "ii", "yy"), ("v", "w", "f"), ("w", "v", "ou", "u"),
    ("u", "ou", "oo", "oe", "ü"), ("ou", "u"), ("oo", "u"), ("q", "k", "g", "c"), ("k", "c", "q",
    "ck"), ("g", "gh", "h", "j"), ("gh", "g", "q"), ("dh", "d", "z"), ("th", "t", "s"), ("ts",
    "c", "z", "tz"), ("ya", "ia", "ja", "a"), ("yu", "iu", "ju", "u"), ("ye", "e", "je"), ("ai",
    "ay", "ei", "ey"), ("ay", "ai", "ei"), ("a", "e", "aa", "â"), ("e", "a", "i"), ("i", "e", "ee",
    "y"), ("o", "u", "a"), ("ah", "a", "eh", "e"), ("eh", "ah", "e"), ("ph", "f"), ("z", "s",
    "dz"), ("s", "z", "ss", "ç"), ("j", "dj", "g", "y", "zh"), ("al ", "el ", "al-", "el-", ""),
    ("ad ", "al ", "ed-", "ad-"), ("ash ", "al-", "esh-", "ech-"), ("an ", "al-", "en-", ""),
    ("ar ", "al-", "er-", ""), ("as ", "al-", "es-", ""), ("t", "tt", "th"), ("m", "mm"),
    ("l", "ll"), ("n", "nn"), ("r", "rr", "rh"), ("p", "pp"), ("b", "bb"), ("d", "dd", "dh"),
)  # fmt: skip
_CYRILLIC = "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя"
_PRESSES = {
    "german": "a b w g g d e je jo sch s i i ji j k l m n o p r s t u f ch z tsch sch schtsch - y "
    "- e ju ja",
    "french": "a b v g g d e ie io j z i i ï ï k l m n o p r s t ou f kh ts tch ch chtch - y - e "
    "iou ia",
    "polish": "a b w g g d e je jo ż z i i ji j k ł m n o p r s t u f ch c cz sz szcz - y "
    "' e ju ja",
    "spanish": "a b v g g d e ye yo zh z i i yi i k l m n o p r s t u f j ts ch sh shch - y - e yu "
    "ya",
    "dutch": "a b v g g d e je jo zj z i i ji j k l m n o p r s t oe f ch ts tsj sj sjtsj - y - e "
    "joe ja",
    "turkish": "a b v g g d e ye yo j z i i yi y k l m n o p r s t u f h ts ç ş şç - ı - e yu ya",
    "finnish": "a b v g g d e je jo ž z i i ji i k l m n o p r s t u f h ts tš š štš - y - e ju ja",
    "scholarly": "a b v g g d e je ë ž z i i ji j k l m n o p r s t u f x c č š šč '' y ' è ju ja",
    "iso9": "a b v g g d e ê ë ž z i ì ï j k l m n o p r s t u f h c č š ŝ ʺ y ʹ è û â",
    "bgn": "a b v g g d e ye yë zh z i i yi y k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya",
    "ukrainian": "a b v h g d e ie io zh z y i i i k l m n o p r s t u f kh ts ch sh shch - y - e "
    "iu ia",
    "ukrainian_german": "a b w h g d e je jo sch s y i ji j k l m n o p r s t u f ch z tsch sch "
    "schtsch - y - e ju ja",
}
_TABLES = {
    name: {ord(a): "" if b == "-" else b for a, b in zip(_CYRILLIC, row.split(), strict=True)}
    for name, row in _PRESSES.items()
}
_IS_CYRILLIC = re.compile(f"[{_CYRILLIC}' -]+")


def transcribe(name: str, chance: Random) -> str | None:
    """Transcribe a Cyrillic name as some press would; None for any other name."""
    lower = name.lower()
    if not _IS_CYRILLIC.fullmatch(lower):
        return None
    return lower.translate(_TABLES[chance.choice(sorted(_TABLES))]).title()


def respell(name: str, chance: Random) -> str:
    """Exchange one to four letter groups of a name for others of the same sound."""
    text = name.lower()
    for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
        able = [groups for groups in _ALIKE if groups[0] in text]
        if not able:
            break
        group, *others = chance.choice(able)
        other = chance.choice(others)
        spots = [m.start() for m in re.finditer(re.escape(group), text)]
        if chance.random() < 0.5:
            text = text.replace(group, other)
        else:
            at = chance.choice(spots)
            text = text[:at] + other + text[at + len(group) :]
    return text.title()


def mistype(name: str, chance: Random) -> str:
    """Make one to three slips in a name: of the fingers, or of the eyes."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
        slip = chance.choice(_SLIPS)
        name = slip(name, chance.randrange(len(name)), chance) if len(name) > 2 else name
    return name


def _swap(name: str, at: int, _: Random) -> str:
    at = min(at, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _drop(name: str, at: int, _: Random) -> str:
    return name[:at] + name[at + 1 :]


def _double(name: str, at: int, _: Random) -> str:
    return name[:at] + name[at] + name[at:]


def _hit_beside(name: str, at: int, chance: Random) -> str:
    beside = _NEIGHBOURS.get(name[at].lower())
    return name[:at] + chance.choice(beside) + name[at + 1 :] if beside else name


def _hit_both(name: str, at: int, chance: Random) -> str:
    beside = _NEIGHBOURS.get(name[at].lower())
    return name[: at + 1] + chance.choice(beside) + name[at + 1 :] if beside else name


def _any_letter(name: str, at: int, chance: Random) -> str:
    return name[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1 :]


def _misread(name: str, _: int, chance: Random) -> str:
    able = [pair for pair in _MISREAD if pair[0] in name]
    if not able:
        return name
    seen, read = chance.choice(able)
    return name.replace(seen, read, 1)


def _space(name: str, at: int, chance: Random) -> str:
    return name.replace(" ", "", 1) if " " in name else name[:at] + " " + name[at:]


_SLIPS: tuple[Callable[[str, int, Random], str], ...] = (
    _swap, _swap, _drop, _drop, _double, _hit_beside, _hit_beside, _hit_both, _any_letter,
    _any_letter, _misread, _space,
)  # fmt: skip
