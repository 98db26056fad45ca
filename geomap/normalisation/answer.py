"""The answer to one name: the cells that are added to its row."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from gazetteer import Match, Place

Status = Literal["resolved", "uncertain", "unresolved", "empty", "bad"]
Cell = int | float | str | None

DEFAULT_PREFIX = "place_"
#: From this score on an answer is a claim, below it a guess.
CLAIMED = 0.5
#: Below this score there is nothing to be said for a guess, unless the caller wants it.
LEAST_SCORE = 0.02
_DIGITS = 4
#: The match of names that were decided about by hand, and its cell.
CORRECTED, _MATCH = "correction", 6


class Answer(NamedTuple):
    """What a name means.

    ``status`` is ``resolved`` (score 0.5 and more), ``uncertain`` (a guess), ``unresolved``
    (nothing, or less than the least score asked for), ``empty`` (no name, a mark of a missing
    value, or a name that was corrected to be no place) or ``bad`` (hints that cannot be:
    ``problem`` says what is wrong).
    ``cells`` are in the order of `added_columns`. ``score`` is that of the best match, given or
    not; ``id`` its place.
    """

    cells: Sequence[Cell]
    status: Status
    score: float = 0.0
    id: str = ""
    problem: str = ""


def added_columns(prefix: str = DEFAULT_PREFIX, alternatives: int = 0) -> list[tuple[str, type]]:
    """Names and types of the added columns.

    The default prefix is not put before ``geonameid``; any other is.

    Examples
    --------
    >>> [name for name, _ in added_columns()][:3]
    ['geonameid', 'place_name', 'place_country']
    >>> [name for name, _ in added_columns("")]
    ['geonameid', 'name', 'country', 'lat', 'lon', 'score', 'match']
    """
    id_ = "geonameid" if prefix == DEFAULT_PREFIX else f"{prefix}geonameid"
    types = {"name": str, "country": str, "lat": float, "lon": float, "score": float, "match": str}
    added = [(id_, int), *((f"{prefix}{name}", type_) for name, type_ in types.items())]
    return [*added, (f"{prefix}alternatives", str)] if alternatives else added


def given_name(name: str, columns: Collection[str]) -> str:
    """A new name for a given column, where an added one takes its own.

    Examples
    --------
    >>> given_name("lat", ["lat", "given_lat"])
    'given_given_lat'
    """
    new = f"given_{name}"
    return given_name(new, columns) if new in columns else new


def make_answer(matches: Sequence[Match], least: float, alternatives: int) -> Answer:
    """Make the answer from ranked matches.

    Parameters
    ----------
    least : float
        A best match of a lower score is not given.
    alternatives : int
        How many runners-up to give, as JSON.
    """
    if not matches or matches[0].score < least:
        score = matches[0].score if matches else 0.0
        return no_answer("unresolved", alternatives, score)
    best = matches[0]
    cells = [*_fields(best).values(), best.match]
    if alternatives:
        others = [_fields(m) for m in matches[1 : alternatives + 1]]
        cells.append(json.dumps(others, ensure_ascii=False))
    status: Status = "resolved" if best.score >= CLAIMED else "uncertain"
    return Answer(cells, status, best.score, best.place.id)


def decided_answer(place: Place | None, alternatives: int = 0) -> Answer:
    """Make the answer that was given by hand: a place, or that the name is of none."""
    if place is not None:
        return make_answer([Match(place, 1.0, CORRECTED, place.name)], 0, alternatives)
    cells = [*no_answer("empty", alternatives).cells]
    cells[_MATCH] = CORRECTED
    return Answer(cells, "empty")


def point_answer(lat: float, lon: float, alternatives: int = 0) -> Answer:
    """Make the answer for coordinates that were written in place of a name."""
    cells = [None, None, None, lat, lon, 1.0, "coordinate"]
    return Answer([*cells, "[]"] if alternatives else cells, "resolved", 1.0)


def no_answer(
    status: Status, alternatives: int = 0, score: float = 0.0, problem: str = ""
) -> Answer:
    """Make the answer that says nothing."""
    return Answer([None] * (8 if alternatives else 7), status, score, "", problem)


def _fields(match: Match) -> dict[str, Cell]:
    place = match.place
    return {
        "geonameid": place.geonameid,
        "name": place.name,
        "country": place.country or None,
        "lat": place.lat,
        "lon": place.lon,
        "score": round(match.score, _DIGITS),
    }
