"""From names to a DataFrame of places."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from gazetteer import Gazetteer, QueryError
from geomap.corrections import read_corrections
from geomap.errors import TableError
from geomap.frames.arguments import Point, questions, read_hints, read_names
from geomap.normalisation import (
    Answer,
    Answering,
    Asked,
    CoherentAnswering,
    Evidence,
    Hints,
    added_columns,
)
from geomap.normalisation.answer import DEFAULT_PREFIX, LEAST_SCORE, given_name
from geomap.normalisation.answering import Question

if TYPE_CHECKING:
    import pandas as pd

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
        Hints as in `Gazetteer.lookup`; the first three for all or each, Series by label.
    coherent, corrections : bool, path
        Whether names that are sure support those that are not; decisions as saved from a map.
    min_score, prefix, alternatives
        Least score of an answer, 0..1; prefix of the new columns; how many runners-up, as JSON.
    errors : str
        Whether hints that cannot be ``raise``, or leave a row without answer: ``coerce``.

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
    refuse = _refusing(errors)
    given = read_names(names, column, country_column, within_column, near_columns)
    each, every = read_hints((country, within, near), names, len(given[0]))
    hints, asked = Hints(*every, radius_km, feature), Asked(min_score, alternatives)
    answers = _answer(questions(given, each), hints, asked, coherent, gazetteer, corrections)
    refuse(names, answers)
    return _framed(names, answers, prefix, alternatives)


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


def _refusing(errors: str) -> Callable[[Any, list[Answer]], None]:
    """What is done about rows whose hints cannot be."""
    if errors not in ("raise", "coerce"):
        raise QueryError(f"errors={errors!r}: must be 'raise' or 'coerce'")
    return _refuse_bad if errors == "raise" else lambda names, answers: None


def _refuse_bad(names: Any, answers: list[Answer]) -> None:
    import pandas as pd

    labels = names.index if isinstance(names, pd.Series | pd.DataFrame) else range(len(answers))
    for label, answer in zip(labels, answers, strict=True):
        if answer.status == "bad":
            raise QueryError(f"row {label}: {answer.problem} (errors='coerce' leaves it out)")


def _framed(names: Any, answers: list[Answer], prefix: str, alternatives: int) -> pd.DataFrame:
    import pandas as pd

    index = names.index if isinstance(names, pd.Series | pd.DataFrame) else None
    added = added_columns(prefix, alternatives)
    columns: Any = zip(*(a.cells for a in answers), strict=True) if answers else [()] * len(added)
    made = {
        name: pd.Series(list(cells), index=index, dtype=_DTYPES[type_])
        for (name, type_), cells in zip(added, columns, strict=True)
    }
    places = pd.DataFrame(made, index=index)
    if not isinstance(names, pd.DataFrame):
        return places
    twice = [name for name in places.columns if name in names.columns]
    if twice and prefix:
        raise TableError(f"the DataFrame already has {', '.join(twice)}: choose another prefix=")
    given = names.rename(columns={name: given_name(name, names.columns) for name in twice})
    return pd.concat([given, places], axis=1)
