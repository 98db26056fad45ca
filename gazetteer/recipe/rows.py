"""The row every place table shares, and how names in it are cleaned."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields, replace

#: A GeoNames id, or ``source:slug``.
ID_PATTERN = re.compile(r"[0-9]+|[a-z]+:[A-Za-z0-9-]+")
#: Separators of the table format, and control and invisible formatting characters.
UNSAFE = re.compile("[\t\n\r|\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]+")
#: Footnote marks that a source left at the end of a name ("Île-de-France²").
FOOTNOTE = re.compile(r"[\s¹²³⁴]+$")
#: Regional indicator symbols (flag emoji), whole or as surrogate pairs.
FLAG = re.compile("[\U0001f1e6-\U0001f1ff\ud800-\udfff]")


@dataclass(frozen=True)
class Row:
    """One place as written to a table; units and codes as in ``gazetteer.place.Place``."""

    id: str
    name: str
    country: str
    admin1: str
    admin2: str
    feature_class: str
    feature_code: str
    lat: float
    lon: float
    population: int
    radius_km: float
    names: tuple[str, ...] = ()


COLUMNS = tuple(field.name for field in fields(Row))


def clean_name(name: str) -> str:
    """Make a name fit for a table: NFC, one line, single spaces, no separators.

    Examples
    --------
    >>> clean_name("  Sol\\tdeu ")
    'Sol deu'
    """
    spaced = UNSAFE.sub(" ", unicodedata.normalize("NFC", name))
    return " ".join(FOOTNOTE.sub("", spaced).split())


def join_names(main: str, *groups: Iterable[str]) -> tuple[str, ...]:
    """Alternate names in the order given: cleaned, each once, without the main name."""
    seen = {main: None}
    for group in groups:
        for name in group:
            cleaned = clean_name(name)
            is_long = len(cleaned) > 1 or (cleaned and not cleaned.isascii())
            if is_long and not FLAG.search(cleaned):
                seen.setdefault(cleaned)
    return tuple(name for name in seen if name != main)


def with_names(row: Row, *groups: Iterable[str]) -> Row:
    """The row with more alternate names after its own."""
    return replace(row, names=join_names(row.name, row.names, *groups))


def is_machine_romanisation(name: str) -> bool:
    """Whether a name is one of GeoNames' all-lower-case transcriptions.

    GeoNames carries letter-by-letter transcriptions of names in abjads and CJK scripts
    ("swldw", "surudeu") beside real names; they never have an upper-case letter.

    Examples
    --------
    >>> is_machine_romanisation("surudeu"), is_machine_romanisation("al-Quds")
    (True, False)
    """
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and is_latin(name) and not any(c.isupper() for c in letters)


def is_latin(name: str) -> bool:
    """Whether all letters are Latin (blocks up to Latin Extended-B, and Additional)."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or not c.isalpha() for c in name)


def is_letter_code(name: str) -> bool:
    """Whether a name looks like an IATA or UN/LOCODE code (``"IEV"``), not like a word."""
    return len(name) == 3 and name.isascii() and name.isalpha() and name.isupper()


def format_degrees(value: float) -> str:
    """Degrees with five decimals at most (one metre), no trailing zeros.

    Examples
    --------
    >>> format_degrees(36.10), format_degrees(-0.000001)
    ('36.1', '0')
    """
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def check_row(row: Row) -> None:
    """Refuse a row that no reader could use.

    Raises
    ------
    ValueError
        If the id, codes, coordinates or names of the row are not as the format asks.
    """
    problems = [
        (not ID_PATTERN.fullmatch(row.id), "id"),
        (not row.name or clean_name(row.name) != row.name, "name"),
        (not re.fullmatch("([A-Z]{2})?", row.country), "country"),
        (not re.fullmatch("[AHLPRSTUV]", row.feature_class), "feature_class"),
        (not re.fullmatch("[A-Z0-9]{2,5}", row.feature_code), "feature_code"),
        (not (-90 <= row.lat <= 90 and -180 <= row.lon <= 180), "lat, lon"),
        (row.population < 0 or not 0 <= row.radius_km < 20_000, "population or radius_km"),
        (any(clean_name(n) != n or not n or n == row.name for n in row.names), "names"),
    ]
    for wrong, what in problems:
        if wrong:
            raise ValueError(f"bad {what} in {astuple(row)!r}")


def format_row(row: Row) -> str:
    """The line of a row, without the line end."""
    check_row(row)
    values = [row.id, row.name, row.country, row.admin1, row.admin2, row.feature_class]
    values += [row.feature_code, format_degrees(row.lat), format_degrees(row.lon)]
    values += [str(row.population), f"{row.radius_km:.1f}".removesuffix(".0"), "|".join(row.names)]
    return "\t".join(values)


def parse_row(line: str) -> Row:
    """The row of a table line; the opposite of ``format_row``."""
    values = line.rstrip("\n").split("\t")
    if len(values) != len(COLUMNS):
        raise ValueError(f"{len(values)} columns instead of {len(COLUMNS)}: {line!r}")
    id_, name, country, admin1, admin2, feature_class, feature_code = values[:7]
    lat, lon, population, radius_km, names = values[7:]
    return Row(
        id_,
        name,
        country,
        admin1,
        admin2,
        feature_class,
        feature_code,
        float(lat),
        float(lon),
        int(population),
        float(radius_km),
        tuple(names.split("|")) if names else (),
    )
