"""Coordinates written in text: decimal degrees, degrees-minutes-seconds, MGRS and UTM.

Formats: ISO 6709 annex D for degrees, NGA.STND.0037 for UTM and MGRS (read by the ``mgrs``
and ``utm`` packages).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.recognition.mention import Mention

_DEGREE = r"(?:\s*(?:°|º|˚|\bdeg(?:rees)?\b)\s*)"
_MINUTE = r"\s*(?:['’′´ʹ‘]|\bmin(?:utes)?\b|m\b)\s*"
_SECOND = r"\s*(?:[\"”″“ʺ]|['’′]{2}|\bsec(?:onds)?\b|s\b)\s*"
_NS = r"(?:North|South|[NSns])\b\.?"
_EW = r"(?:East|West|[EWew])\b\.?"
_BETWEEN = r"\s*(?:[,;/|]|\band\b|\bby\b)?\s*"
_NUMBER = r"\d{1,3}(?:[.,]\d+)?"

#: 48°35′39″N 37°59′56″E; minutes and seconds may be missing, either may have decimals.
_SEXAGESIMAL = (
    rf"(?P<@d>{_NUMBER}){_DEGREE}"
    rf"(?:(?P<@m>\d{{1,2}}(?:[.,]\d+)?){_MINUTE})?"
    rf"(?:(?P<@s>\d{{1,2}}(?:[.,]\d+)?){_SECOND})?"
)
_LAT, _LON = _SEXAGESIMAL.replace("@", "a"), _SEXAGESIMAL.replace("@", "o")
_DEGREES_AFTER = re.compile(rf"(?<![\w.]){_LAT}\s*(?P<ah>{_NS}){_BETWEEN}{_LON}\s*(?P<oh>{_EW})")
_DEGREES_BEFORE = re.compile(rf"\b(?P<ah>[NS])\s*{_LAT}{_BETWEEN}(?P<oh>[EW])\s*{_LON}")
#: 48.5942 N 37.9989 E and N48.5942 E37.9989: no sign of degree, so decimals are asked for.
_LETTER_AFTER = re.compile(
    rf"(?<![\w.])(?P<ad>\d{{1,2}}[.,]\d+)\s*(?P<ah>{_NS}){_BETWEEN}(?P<od>\d{{1,3}}[.,]\d+)\s*(?P<oh>{_EW})"
)
_LETTER_BEFORE = re.compile(
    rf"\b(?P<ah>[NS])\s?(?P<ad>\d{{1,2}}\.\d+){_BETWEEN}(?P<oh>[EW])\s?(?P<od>\d{{1,3}}\.\d+)"
)
#: 48.5942, 37.9989: four decimals at least on both sides, so that scores and prices are not.
_DECIMAL = re.compile(
    r"(?<![\w.,$€£%/-])(?P<ad>[-−+]?\d{1,2}\.\d{4,})°?\s*[,;/]\s*(?P<od>[-−+]?\d{1,3}\.\d{4,})°?"
    r"(?![\w%]|[.,]\d)"
)
_AND_LONGITUDE = r"°?\s*[,;/]?\s*(?:\blon(?:gitude)?\s*[:=]?\s*)?"
#: With a word that announces them two decimals will do.
_ANNOUNCED = re.compile(
    r"\b(?:coordinates?|coords?|lat(?:itude)?(?:\s*[/,]\s*lon(?:gitude)?)?|GPS|geo)\b[^\d\n+−-]{0,25}"
    rf"(?P<span>(?P<ad>[-−+]?\d{{1,2}}\.\d{{2,}}){_AND_LONGITUDE}"
    r"(?P<od>[-−+]?\d{1,3}\.\d{2,})°?)(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
#: Words before a pair of numbers that is something else.
_NO_COORDINATE = re.compile(
    r"\b(?:versions?|v|releases?|scores?|ratios?|odds|rates?|prices?|values?|numbers?|constants?)"
    r"\W{0,3}$",
    re.IGNORECASE,
)
_MGRS = re.compile(
    r"\b(?P<mgrs>(?:0?[1-9]|[1-5]\d|60)\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z][A-HJ-NP-V]\s?"
    r"(?:\d{5}\s\d{5}|\d{4}\s\d{4}|\d{3}\s\d{3}|\d{10}|\d{8}|\d{6}))\b"
)
_UTM = re.compile(
    r"\b(?:UTM\s*(?:zone)?\s*)?(?P<zone>0?[1-9]|[1-5]\d|60)\s?(?P<band>[C-HJ-NP-X])\s+"
    r"(?P<east>[1-9]\d{5}(?:\.\d+)?)\s*m?E?[\s,]+(?P<north>\d{6,7}(?:\.\d+)?)(?:\s*m?N\b)?"
)
#: What a text must have for any of the above: few have, and these are soon found.
_MAY_BE = re.compile(r"\d(?:\s*(?:[°º˚]|deg)|[.,]\d|\d\d\s?\d{3})")
_SIGNS = ("°", "º", "˚", "deg")
_DECIMAL_LETTER = re.compile(rf"[.,]\d+\s*{_NS}")
_LETTER_DECIMAL = re.compile(r"[NS]\s?\d{1,2}\.\d")
_TWO_DECIMALS = re.compile(rf"\.\d{{2,}}{_AND_LONGITUDE}[-−+]?\d{{1,3}}\.\d{{2}}", re.IGNORECASE)
_MANY_DIGITS = re.compile(r"\d{3}\s?\d{3}")

_Read = Callable[[re.Match[str]], "tuple[float, float] | None"]


def find_coordinates(text: str) -> list[Mention]:
    """Return the coordinates written in a text, as mentions with ``lat`` and ``lon``.

    Out-of-range values, lone numbers, scores, prices, versions and dates are passed over.

    Examples
    --------
    >>> [(m.text, m.lat, m.lon) for m in find_coordinates("at 48.5942, 37.9989 (won 2.5, 3.1)")]
    [('48.5942, 37.9989', 48.5942, 37.9989)]
    """
    found: list[Mention] = []
    if not _MAY_BE.search(text):
        return found
    if any(sign in text for sign in _SIGNS):
        _find_all(found, text, (_DEGREES_AFTER, _DEGREES_BEFORE), _read_degrees)
    if _DECIMAL_LETTER.search(text) or _LETTER_DECIMAL.search(text):
        _find_all(found, text, (_LETTER_AFTER, _LETTER_BEFORE), _read_degrees)
    if _MANY_DIGITS.search(text):
        _find_all(found, text, (_MGRS,), _read_mgrs)
        _find_all(found, text, (_UTM,), _read_utm)
    if _TWO_DECIMALS.search(text):
        for match in _ANNOUNCED.finditer(text):
            _keep(found, match, match.span("span"), _read_decimal(match))
        for match in _DECIMAL.finditer(text):
            if not _NO_COORDINATE.search(text, max(0, match.start() - 20), match.start()):
                _keep(found, match, match.span(), _read_decimal(match))
    return sorted(found, key=lambda m: m.start)


def _find_all(
    found: list[Mention], text: str, patterns: tuple[re.Pattern[str], ...], read: _Read
) -> None:
    for pattern in patterns:
        for match in pattern.finditer(text):
            _keep(found, match, match.span(), read(match))


def _keep(
    found: list[Mention],
    match: re.Match[str],
    span: tuple[int, int],
    point: tuple[float, float] | None,
) -> None:
    """Add a mention unless its point is impossible or its span taken."""
    if point is None or abs(point[0]) > 90 or abs(point[1]) > 180:
        return
    raw = match.string[span[0] : span[1]]
    start, end = span[0], span[1] - (len(raw) - len(raw.rstrip()))
    if any(start < m.end and end > m.start for m in found):
        return
    lat, lon = round(point[0], 7), round(point[1], 7)
    text = match.string[start:end]
    found.append(Mention(start, end, text, "coordinate", "literal", 1.0, lat, lon))


def _read_degrees(match: re.Match[str]) -> tuple[float, float] | None:
    lat, lon = _read_angle(match, "a"), _read_angle(match, "o")
    if lat is None or lon is None:
        return None
    south = match["ah"][0] in "Ss"
    west = match["oh"][0] in "Ww"
    return (-lat if south else lat), (-lon if west else lon)


def _read_angle(match: re.Match[str], side: str) -> float | None:
    """Return degrees from the groups of one side; None for 60 minutes or seconds and more."""
    parts = match.groupdict()
    degrees, minutes, seconds = (
        float((parts.get(side + unit) or "0").replace(",", ".")) for unit in "dms"
    )
    if minutes >= 60 or seconds >= 60:
        return None
    return degrees + minutes / 60 + seconds / 3600


def _read_decimal(match: re.Match[str]) -> tuple[float, float]:
    lat, lon = (float(match[g].replace("−", "-")) for g in ("ad", "od"))
    return lat, lon


def _read_mgrs(match: re.Match[str]) -> tuple[float, float] | None:
    import mgrs

    try:
        lat, lon = mgrs.MGRS().toLatLon(re.sub(r"\s", "", match["mgrs"]))
    except mgrs.core.MGRSError:
        return None
    return float(lat), float(lon)


def _read_utm(match: re.Match[str]) -> tuple[float, float] | None:
    import utm

    east, north = float(match["east"]), float(match["north"])
    try:
        lat, lon = utm.to_latlon(east, north, int(match["zone"]), match["band"])
    except utm.OutOfRangeError:
        return None
    return float(lat), float(lon)
