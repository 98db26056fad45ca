"""pandas in and out: place names in a list, a Series or a column -> a DataFrame of places."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from gazetteer import Gazetteer, QueryError
from geomap.corrections import read_corrections
from geomap.errors import TableError
from geomap.normalisation import (
    Answer,
    Answering,
    Asked,
    CoherentAnswering,
    Evidence,
    Hints,
    added_columns,
)
from geomap.normalisation.answer import DEFAULT_PREFIX, LEAST_SCORE
from geomap.normalisation.answering import Question

if TYPE_CHECKING:
    import pandas as pd

Point = tuple[float, float]
_DTYPES = {int: "Int64", float: "float64", str: "string"}


def normalise(
    names: Iterable[Any],
    *,
    column: str | None = None,
    country_column: str | None = None,
    within_column: str | None = None,
    near_columns: tuple[str, str] | None = None,
    country: str | Sequence[str | None] | None = None,
    within: str | Sequence[str | None] | None = None,
    near: Point | Sequence[Point | None] | None = None,
    radius_km: float | None = None,
    feature: str | None = None,
    coherent: bool = False,
    min_score: float = LEAST_SCORE,
    prefix: str = DEFAULT_PREFIX,
    alternatives: int = 0,
    errors: Literal["raise", "coerce"] = "raise",
    corrections: str | os.PathLike[str] | None = None,
    gazetteer: Gazetteer | None = None,
) -> pd.DataFrame:
    """Find the places that names mean.

    Parameters
    ----------
    names : iterable of str, Series or DataFrame
        Missing names get no answer.
    column, country_column, within_column, near_columns : str, or (str, str), optional
        Columns of a DataFrame with the names (needed), countries, areas, and (lat, lon).
    country, within, near, radius_km, feature : optional
        Hints as in `gazetteer.Gazetteer.lookup`; of the first three one for all or for each.
    coherent : bool
        Let names that are sure support names that are not.
    min_score, prefix, alternatives
        Least score of an answer, 0..1; prefix of the new columns; how many runners-up, as JSON.
    errors : str
        Whether hints that cannot be ``raise``, or leave a row without answer: ``coerce``.
    corrections : path, optional
        Decisions about names, as saved from a map: `geomap.corrections`.

    Returns
    -------
    DataFrame
        ``geonameid, place_name, place_country, place_lat, place_lon, place_score,
        place_match``, with the input's index and, for a DataFrame, its columns before.

    Raises
    ------
    QueryError, TableError
        On hints that cannot be; when a column is missing, or one of the result's is there.

    Examples
    --------
    >>> normalise(["Paris", "Athens"], within="Texas").place_country.tolist()
    ['US', 'US']
    """
    given = _given(names, (column, country_column, within_column, *(near_columns or (None, None))))
    each, hints = _hints((country, within, near), len(given[0]), radius_km, feature)
    asked = Asked(min_score, alternatives)
    answers = _answer(_questions(given, each), hints, asked, coherent, gazetteer, corrections)
    return _framed(names, answers, added_columns(prefix, alternatives), errors)


def _given(names: Any, columns: Sequence[str | None]) -> list[list[str]]:
    """The texts of the columns of a question; empty lists for those that are not there."""
    import pandas as pd

    if isinstance(names, pd.DataFrame):
        if columns[0] is None:
            raise TableError("column= must say which column of the DataFrame holds the names")
        return [_column(names, name) if name else [] for name in columns]
    if any(columns):
        raise TableError("columns can be named for a DataFrame only")
    if isinstance(names, str):
        raise TableError("names is one string; write [name]")
    return [[_text(name) for name in names], [], [], [], []]


def _column(frame: pd.DataFrame, name: str) -> list[str]:
    if name not in frame.columns:
        there = ", ".join(map(repr, frame.columns))
        raise TableError(f"no column {name!r}; there are: {there}")
    return [_text(value) for value in frame[name]]


def _text(value: Any) -> str:
    """Text of a value; empty for None, NaN and NA."""
    if isinstance(value, str):
        return value
    # Only a missing value is not itself; pandas' NA does not even say so.
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return ""
    return str(value)


def _hints(
    given: tuple[Any, Any, Any], size: int, radius_km: float | None, feature: str | None
) -> tuple[list[list[Any]], Hints]:
    """Part hints (country, within, near) into those for each name and those for all."""
    each: list[list[Any]] = []
    every: list[Any] = []
    for what, hint in zip(("country", "within", "near"), given, strict=True):
        for_all = hint is None or isinstance(hint, str) or (what == "near" and _is_point(hint))
        every.append(hint if for_all else None)
        each.append([] if for_all else list(hint))
        if not for_all and len(each[-1]) != size:
            raise TableError(f"{len(each[-1])} values of {what} for {size} names")
    return each, Hints(every[0], every[1], every[2], radius_km, feature)


def _is_point(near: Any) -> bool:
    return len(near) == 2 and not any(hasattr(part, "__len__") or part is None for part in near)


def _questions(given: list[list[str]], each: list[list[Any]]) -> Iterator[Question]:
    names, countries, areas, lats, lons = given
    for at, name in enumerate(names):
        lat, lon = (lats[at], lons[at]) if lats else ("", "")
        if not lat and not lon and each[2]:
            lat, lon = map(_text, each[2][at] or ("", ""))
        yield Question(name, _first(at, countries, each[0]), _first(at, areas, each[1]), lat, lon)


def _first(at: int, *columns: list[Any]) -> str:
    """The first column's text that is not empty."""
    return next((text for column in columns if column and (text := _text(column[at]))), "")


def _answer(
    questions: Iterable[Question],
    hints: Hints,
    asked: Asked,
    coherent: bool,
    given: Gazetteer | None,
    corrections: str | os.PathLike[str] | None,
) -> list[Answer]:
    gazetteer = given or Gazetteer.open()
    if corrections:
        asked = replace(asked, corrections=read_corrections(corrections, gazetteer.place))
    answering = Answering(gazetteer, hints, asked)
    if not coherent:
        return [answering.answer(*question) for question in questions]
    questions = list(questions)
    evidence = Evidence(gazetteer)
    for question in questions:
        evidence.add(answering.answer(*question))
    answering = CoherentAnswering(gazetteer, hints, asked, evidence)
    return [answering.answer(*question) for question in questions]


def _framed(
    names: Any, answers: list[Answer], added: list[tuple[str, type]], errors: str
) -> pd.DataFrame:
    import pandas as pd

    index = names.index if isinstance(names, pd.Series | pd.DataFrame) else None
    for at, answer in enumerate(answers if errors == "raise" else ()):
        if answer.status == "bad":
            label = at if index is None else index[at]
            raise QueryError(f"row {label}: {answer.problem} (errors='coerce' leaves it out)")
    columns: Any = zip(*(a.cells for a in answers), strict=True) if answers else [()] * len(added)
    made = {
        name: pd.Series(list(cells), index=index, dtype=_DTYPES[type_])
        for (name, type_), cells in zip(added, columns, strict=True)
    }
    places = pd.DataFrame(made, index=index)
    if not isinstance(names, pd.DataFrame):
        return places
    twice = [name for name in places.columns if name in names.columns]
    if twice:
        raise TableError(f"the DataFrame already has {', '.join(twice)}: choose another prefix=")
    return pd.concat([names, places], axis=1)
