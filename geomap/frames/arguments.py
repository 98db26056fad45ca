"""Names and hints as Python gives them, read and checked: text, and missing values as none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from gazetteer import QueryError
from geomap.errors import TableError
from geomap.normalisation.answering import Question
from geomap.tables.values import to_text

if TYPE_CHECKING:
    import pandas as pd

Point = tuple[float, float]
#: Hints: country, within and near, for all names or for each.
Hinted = tuple[Any, Any, Any]


def read_names(
    names: Any,
    column: str | None,
    country_column: str | None,
    within_column: str | None,
    near_columns: tuple[str, str] | None,
) -> list[list[str]]:
    """The texts of the columns of a question; empty lists for those that are not there.

    Raises
    ------
    TableError
        When the names are no list, Series or DataFrame, or a column is missing.
    """
    import pandas as pd

    columns = (column, country_column, within_column, *(near_columns or (None, None)))
    if isinstance(names, pd.DataFrame):
        if column is None:
            raise TableError("column= must say which column of the DataFrame holds the names")
        return [[] if name is None else _column(names, name) for name in columns]
    if any(name is not None for name in columns):
        raise TableError("columns can be named for a DataFrame only")
    if isinstance(names, str | Mapping) or not isinstance(names, Iterable):
        kind = type(names).__name__
        raise TableError(f"names must be a list of names, a Series or a DataFrame, not {kind}")
    return [[_text(name) for name in names], [], [], [], []]


def _column(frame: pd.DataFrame, name: str) -> list[str]:
    if name not in frame.columns:
        there = ", ".join(map(repr, frame.columns))
        raise TableError(f"no column {name!r}; there are: {there}")
    column = frame[name]
    if column.ndim > 1:
        raise TableError(f"{column.shape[1]} columns are called {name!r}; rename them")
    return [_text(value) for value in column]


def _text(value: Any) -> str:
    """Text of a value; empty for None, NaN and NA."""
    if isinstance(value, str):
        return value
    # Only a missing value is not itself; pandas' NA does not even say so.
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return ""
    return to_text(value)


def read_hints(
    given: tuple[Any, Any, Any], names: Any, size: int
) -> tuple[list[list[Any]], tuple[Any, Any, Any]]:
    """Part hints (country, within, near) into those for each name and those for all.

    A Series of hints for a Series or DataFrame goes by their labels, as in pandas.

    Raises
    ------
    QueryError, TableError
        When they are neither, or as many as there are no names.
    """
    country, within, near = (
        _aligned(what, hint, names)
        for what, hint in zip(("country", "within", "near"), given, strict=True)
    )
    countries, country = _part("country", country, isinstance(country, str), size)
    areas, within = _part("within", within, isinstance(within, str), size)
    points, near = _part("near", near, _is_point(near), size)
    return [countries, areas, points], (country, within, near)


def _aligned(what: str, hint: Any, names: Any) -> Any:
    import pandas as pd

    if not isinstance(hint, pd.Series) or not isinstance(names, pd.Series | pd.DataFrame):
        return hint
    if hint.index.equals(names.index):
        return hint
    if not hint.index.is_unique or not names.index.isin(hint.index).all():
        raise TableError(
            f"the labels of {what} are not those of the names: "
            f"pass {what}.tolist() to go by position"
        )
    return hint.loc[names.index]


def _part(what: str, hint: Any, for_all: bool, size: int) -> tuple[list[Any], Any]:
    if hint is None or for_all:
        return [], tuple(map(float, hint)) if what == "near" and for_all else hint
    if isinstance(hint, str | Mapping) or not isinstance(hint, Iterable):
        shape = "(lat, lon)" if what == "near" else "text"
        raise QueryError(f"{what}={hint!r}: must be {shape}, or a list with one for each name")
    each = list(hint)
    if len(each) != size:
        raise TableError(f"{len(each)} values of {what} for {size} names")
    return each, None


def _is_point(near: Any) -> bool:
    """Whether it is two numbers, and not the points of two names."""
    if isinstance(near, str) or not isinstance(near, Collection) or len(near) != 2:
        return False
    return not any(isinstance(part, Collection) or part is None for part in near)


def questions(given: list[list[str]], each: list[list[Any]]) -> Iterator[Question]:
    """The question of each row, its columns before the hints that were given for it."""
    names, countries, areas, lats, lons = given
    for at, name in enumerate(names):
        lat, lon = (lats[at], lons[at]) if lats else ("", "")
        if not lat and not lon and each[2]:
            lat, lon = _lat_lon(each[2][at])
        yield Question(name, _first(at, countries, each[0]), _first(at, areas, each[1]), lat, lon)


def _lat_lon(point: Any) -> tuple[str, str]:
    if not isinstance(point, Collection):  # None, NaN, NA
        return "", ""
    if isinstance(point, str) or len(point) != 2:
        return str(point), ""
    lat, lon = map(_text, point)
    return lat, lon


def _first(at: int, *columns: list[Any]) -> str:
    """The first column's text that is not empty."""
    return next((text for column in columns if column and (text := _text(column[at]))), "")
