"""Codes of countries: humanitarian tables have three letters, statistics have numbers."""

from __future__ import annotations

from functools import cache

from gazetteer.shipped import tables


def alpha2(code: str) -> str:
    """Return the ISO 3166-1 alpha-2 code for an alpha-3 or numeric one; empty for others.

    Examples
    --------
    >>> alpha2("SYR"), alpha2("syr"), alpha2("804"), alpha2("4"), alpha2("Syria")
    ('SY', 'SY', 'UA', 'AF', '')
    """
    # Spreadsheets take the zeros off a number.
    return _codes().get(code.zfill(3) if code.isdecimal() else code.upper(), "")


@cache
def _codes() -> dict[str, str]:
    """Alpha-3 and numeric code -> alpha-2."""
    lines = (tables() / "country_codes.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {code: short for short, *others in rows for code in others if code}
