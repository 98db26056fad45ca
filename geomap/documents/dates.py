"""The date of a document, from metadata, from its first line or from its file name."""

from __future__ import annotations

import datetime
import re
from typing import TypeGuard

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"

# Unambiguous ways to write a date: ISO 8601 (extended, basic), RFC 5322, and what newspapers
# use. "05/06/2023" is left out, for nobody knows whether it is May or June.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)",
        rf"{_WEEKDAY}(?<!\d){_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d)",
        rf"{_WEEKDAY}\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
    )
)
# A whole value that is less than a day, as catalogues of letters have it, or long ago.
_YEAR_ON = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:[T ]\d\S*)?", re.IGNORECASE
)
_MONTH_OF = re.compile(rf"{_MONTH},?\s+(?P<year>\d{{4}})", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(r"(?P<year>\d{1,4})\s*B\.?C\.?(?:E\.?)?", re.IGNORECASE)
_IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-_./ ]?)(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?!\d)"
)
_LEAD = re.compile(r"\s*(?:date|datum|fecha|data|дата)\b[:\s]\s*", re.IGNORECASE)
_ISO = re.compile(r"\s*(?=\d{4}-\d\d-\d\d\b)")
_LONGEST = 60
# A date alone on one of so many first lines is that of the document.
_FIRST_LINES = 2


def iso_date(value: object) -> str:
    """Return the date in ``value`` as ISO 8601 (``2023-05-23``), or an empty string.

    A month or a year alone stay that (``1854-11``, ``1854``); years before Christ count from
    0, which is 1 BC (``-0479-09-29``).

    Parameters
    ----------
    value : object
        Text in a form of ISO 8601 or RFC 5322 or as newspapers write dates, with or without
        a time of day, which is cut off; or seconds or milliseconds since 1970 (UTC).

    Examples
    --------
    >>> iso_date("Tue, 23 May 2023 10:00:00 GMT"), iso_date(1684800000), iso_date("9:27 AM")
    ('2023-05-23', '2023-05-23', '')
    >>> iso_date("November 1854"), iso_date(1854), iso_date("480 BC")
    ('1854-11', '1854', '-0479')
    """
    if isinstance(value, str):
        text = value.strip()[:200]
        if date := _rough(text) or _first_date(text)[0]:
            return date
        return _from_epoch(int(text)) if _is_epoch(text) else ""
    return _from_epoch(int(value)) if _is_number(value) else ""


def date_in_name(name: str) -> str:
    """Return the date in a file name or its folders, or an empty string.

    Examples
    --------
    >>> date_in_name("belgorod-bakhmut-2023-05-23.txt"), date_in_name("2023/05/23/front.html")
    ('2023-05-23', '2023-05-23')
    """
    for part in (name.rpartition("/")[2], name):
        for found in _IN_NAME.finditer(part):
            if date := _checked(found):
                return date
    return ""


def leading_date(text: str) -> str:
    """Return the date a text opens with, or an empty string.

    It begins ``date 2023-05-23 ...`` or ``2023-05-23 ...``, or has a date alone on its first line
    or the one under it.

    Examples
    --------
    >>> leading_date(" date 2023-05-23 Kyiv denied"), leading_date("Kyiv\\n23 May 2023\\n")
    ('2023-05-23', '2023-05-23')
    """
    return _leading(text)[0] or _alone(text)


def skip_leading_date(text: str) -> int:
    """Return where the text goes on after the date it opens with; 0 without one."""
    return _leading(text)[1]


def without_date(name: str) -> str:
    """Return a file name without the date in it.

    Examples
    --------
    >>> without_date("bakhmut-2023-05-23")
    'bakhmut-'
    """
    return _IN_NAME.sub("", name)


def _leading(text: str) -> tuple[str, int]:
    lead = _LEAD.match(text) or _ISO.match(text)
    if not lead:
        return "", 0
    date, start, end = _first_date(text[lead.end() : lead.end() + _LONGEST])
    return (date, lead.end() + end) if date and start == 0 else ("", 0)


def _alone(text: str) -> str:
    head = text[: 10 * _LONGEST].lstrip()
    lines = list(filter(None, map(str.strip, head.splitlines())))
    for line in lines[:_FIRST_LINES]:
        date, start, end = _first_date(line)
        if date and (start, end) == (0, len(line)):
            return date
    return ""


def _first_date(text: str) -> tuple[str, int, int]:
    for form in _FORMS:
        for found in form.finditer(text):
            if date := _checked(found):
                return date, found.start(), found.end()
    return "", 0, 0


def _checked(found: re.Match[str]) -> str:
    month = found["month"].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
    try:
        return datetime.date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return ""


def _rough(text: str) -> str:
    """A date that is less than a day or before Christ."""
    if found := _BEFORE_CHRIST.fullmatch(text):
        return f"{1 - int(found['year']):05}"
    found = _MONTH_OF.fullmatch(text) or _YEAR_ON.fullmatch(text)
    if not found:
        return ""
    year, month, day = (found.groupdict().get(part) or "" for part in ("year", "month", "day"))
    if month.lower() in _MONTHS:
        month = f"{_MONTHS.index(month.lower()) + 1:02}"
    try:
        # The calendar comes round every 400 years, and Python's has none before 1.
        datetime.date(2000 + int(year) % 400, int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return "-".join(filter(None, (year, month, day)))


def _is_epoch(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) in (10, 13)


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e14


def _from_epoch(value: int) -> str:
    # Ten digits count seconds from 2001 to 2286, thirteen count milliseconds. Fewer may be
    # anything: 20230523 is a date.
    if 1e12 <= value < 1e13:
        value //= 1000
    if 1e9 <= value < 1e10:
        return datetime.datetime.fromtimestamp(value, datetime.timezone.utc).date().isoformat()
    return iso_date(str(value))
