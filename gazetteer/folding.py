"""Folding: one key for all the ways of writing a name that differ in nothing that matters.

Case, accents, punctuation and spacing never tell two places apart, and for the alphabets that
romanise letter by letter (Cyrillic, Greek, Armenian, Georgian) neither does the script. Arabic,
Hebrew, Han, kana and Indic names keep their script in the key: their romanisations drop vowels
or merge thousands of signs, so that they would meet names they have nothing to do with.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

_APOSTROPHES = "'’‘ʼʻʹ`´′.·"
_ASCII_TABLE = str.maketrans(
    {c: " " for c in map(chr, range(128)) if not c.isalnum()} | dict.fromkeys(_APOSTROPHES)
)
_OTHER_TABLE = _ASCII_TABLE | str.maketrans({"ـ": None, "ة": "ه", "ى": "ي", "–": " ", "—": " "})

#: The same for bytes, several times faster; those that are not ASCII stay.
_BYTE_TABLE = bytes(
    code if code > 127 else ord(_ASCII_TABLE.get(code, chr(code)) or " ") for code in range(256)
).lower()
#: The same where lines stay lines.
_LINES_TABLE = _BYTE_TABLE[: ord("\n")] + b"\n" + _BYTE_TABLE[ord("\n") + 1 :]
_BYTES_DROPPED = "".join(c for c in _APOSTROPHES if c.isascii()).encode()

#: Anything outside the alphabets that we romanise.
_NOT_ROMANISED = re.compile(
    "[^\u0000-\u058f\u10a0-\u10ff\u1c80-\u1cbf\u1d00-\u20cf\u2c60-\u2c7f\ua640-\ua69f\ua720-\ua7ff]"
)
#: Halves of characters, which are no text and no key.
_SURROGATES = re.compile("[\ud800-\udfff]")
_HAS_MARKS_TO_DROP = re.compile("[\u0590-\u077f\u08a0-\u08ff]")


class _Romanised(dict[int, str]):
    """ASCII of characters by code point, looked up once: ``anyascii`` takes each in turn."""

    def __missing__(self, code: int) -> str:
        self[code] = found = anyascii(chr(code))
        return found


_ROMANISED = _Romanised()


def romanise(name: str) -> str:
    """Write a name of any script in ASCII letters, keeping case and spacing.

    Examples
    --------
    >>> romanise("Бахмут"), romanise("Αθήνα"), romanise("Łódź")
    ('Bakhmut', 'Athina', 'Lodz')
    """
    return name if name.isascii() else name.translate(_ROMANISED)


def fold(name: str) -> str:
    """Return the key under which a name is looked up; empty when nothing is left.

    Examples
    --------
    >>> fold("Saint-Étienne"), fold("U.S."), fold("Київ"), fold("حَلَب") == fold("حلب")
    ('saint etienne', 'us', 'kiiv', True)
    """
    if name.isascii():
        return _tidy(name)
    if not _NOT_ROMANISED.search(name):
        return _tidy(romanise(name))
    # Compatibility forms (full-width letters, the Angstrom sign) may turn out to be Latin.
    name = unicodedata.normalize("NFKC", name).casefold()
    if not _NOT_ROMANISED.search(name):
        return _tidy(romanise(name))
    if _HAS_MARKS_TO_DROP.search(name):
        decomposed = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    key = " ".join(_SURROGATES.sub(" ", name).translate(_OTHER_TABLE).split())
    # Where only marks were of another script, what is left is romanised like any other.
    return key if _NOT_ROMANISED.search(key) else _tidy(romanise(key))


def fold_ascii(lines: bytes) -> list[str | None]:
    """Fold many names at once, each on a line; None for those that are not ASCII.

    Examples
    --------
    >>> fold_ascii("Saint-Michel\\nŁódź\\nK'ut'aisi\\n".encode())
    ['saint michel', None, 'kutaisi']
    """
    text = lines.translate(_LINES_TABLE, delete=_BYTES_DROPPED)
    while b"  " in text:
        text = text.replace(b"  ", b" ")
    text = text.replace(b" \n", b"\n").replace(b"\n ", b"\n").strip(b" ")
    return [name if name.isascii() else None for name in text.decode("latin-1").split("\n")[:-1]]


def _tidy(ascii_name: str) -> str:
    if ascii_name.isalnum():
        return ascii_name.lower()
    return b" ".join(ascii_name.encode().translate(_BYTE_TABLE, _BYTES_DROPPED).split()).decode()
