"""Cleaning: what a table's cell has around a name or in its letters that is no part of it.

Marks of web pages and wrong encodings, quotes, bullets, the abbreviations that Russian and
Ukrainian put before every name. Nothing of what is meant is lost.
"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

_TAG = re.compile(r"<[^<>]*>")
#: UTF-8 that was read as a western encoding has one of these before each letter ("MalmÃ¶").
_MISREAD = re.compile("[ÂÃÄÅÐÑØÙ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]")
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}")
#: What stands around names: quotes, bullets, footnote marks, question marks, numbers of lists.
_AROUND = " \t\r\n\u00a0\u200b\ufeff\"'`´‘’“”„«»‹›*#•·‣–—-_.,;:!?…|/\\<>~=+"
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s+(?=\D)")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_SQUARE = str.maketrans("[]{}", "()()")
#: Short for the kind of a place in Russian and Ukrainian, by the words of `gazetteer.designators`.
_SHORT_KINDS = {
    "г": "city", "м": "city", "с": "village", "д": "village", "дер": "village", "х": "hamlet",
    "смт": "settlement", "пгт": "settlement", "пос": "settlement", "обл": "oblast",
    "р-н": "raion",
}  # fmt: skip
_SHORT_KIND = re.compile(rf"(?<!\w)({'|'.join(_SHORT_KINDS)})(?:\.\s*|\s+|$)")
#: Words for the kind in other languages, before a name that is recorded without.
_KINDS = {
    "مدينة": "city", "بلدة": "town", "قرية": "village", "محافظة": "governorate",
    "ولاية": "state", "مديرية": "district", "ناحية": "subdistrict", "قضاء": "district",
    "город": "city", "місто": "city", "село": "village", "comune di": "municipality",
    "città di": "city", "ville de": "city", "commune de": "municipality", "village de": "village",
    "ciudad de": "city", "municipio de": "municipality", "cidade de": "city",
    "gemeente": "municipality", "gemeinde": "municipality", "stadt": "city",
    "dept": "department", "gov": "governorate", "govt": "governorate", "prov": "province",
    "dist": "district", "mun": "municipality", "obl": "oblast",
}  # fmt: skip
_KIND = re.compile(rf"({'|'.join(_KINDS)})(?:\.\s*(?:(?:of|de|di)\s+)?|\s+)(?=\w\w)", re.IGNORECASE)


def cleaned(name: str) -> str:
    """Take off what is no part of a name; the name itself when nothing would be left.

    Examples
    --------
    >>> cleaned('"Bakhmut".'), cleaned("S&atilde;o Paulo"), cleaned("MalmÃ¶"), cleaned("[Mosul]")
    ('Bakhmut', 'São Paulo', 'Malmö', 'Mosul')
    >>> cleaned("м. Київ"), cleaned("1. Homs"), cleaned("Kherson [city]")
    ('city Київ', 'Homs', 'Kherson (city)')
    """
    text = _TAG.sub(" ", html.unescape(name)) if "&" in name or "<" in name else name
    if _ESCAPED.search(text):
        text = unquote(text)
    text = _reread(text).translate(_SQUARE)
    text = _NUMBERED.sub("", _trimmed(text), count=1)
    kind = _KIND.match(text)
    if kind:
        text = f"{_KINDS[kind[1].lower()]} {text[kind.end() :]}"
    return " ".join(kinds_written_out(text).split()) or name


def kinds_written_out(text: str) -> str:
    """Write out what Russian and Ukrainian put before every name, in English.

    Examples
    --------
    >>> kinds_written_out("с.Роботине Запорізька обл.")
    'village Роботине Запорізька oblast'
    """
    if text.isascii():
        return text
    return _SHORT_KIND.sub(lambda short: f"{_SHORT_KINDS[short[1]]} ", text).strip()


def _reread(text: str) -> str:
    """Text that was read in a wrong encoding, read in the right one."""
    if not _MISREAD.search(text):
        return text
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _trimmed(text: str) -> str:
    text = text.strip(_AROUND)
    if _BRACKETS.get(text[:1]) == text[-1:] != "" and text.count(text[0]) == 1:
        text = text[1:-1].strip(_AROUND)
    return text
