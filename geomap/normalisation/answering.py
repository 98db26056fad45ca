"""Answering: names with hints -> answers, each question once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from gazetteer import Gazetteer, Match, QueryError
from geomap.corrections import Corrections
from geomap.normalisation.answer import (
    LEAST_SCORE,
    Answer,
    decided_answer,
    make_answer,
    no_answer,
    point_answer,
)
from geomap.normalisation.cells import coordinates_in, is_missing
from geomap.normalisation.hints import Hints, RowHints
from geomap.tables.values import to_unicode

#: Answers kept; about 1 kB each.
REMEMBERED = 1 << 16


class Question(NamedTuple):
    """A name and the hints of its row, as written."""

    name: str
    country: str = ""
    within: str = ""
    lat: str = ""
    lon: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What every row is asked for: the least score of an answer, and how many runners-up.

    Names that ``corrections`` decide about everywhere are not asked for.
    """

    min_score: float = LEAST_SCORE
    alternatives: int = 0
    corrections: Corrections | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.min_score <= 1:
            raise QueryError(f"min_score={self.min_score}: must be in 0..1")
        if self.alternatives < 0:
            raise QueryError(f"alternatives={self.alternatives}: must be 0 or more")


class Answering:
    """Answers questions from a gazetteer.

    Parameters
    ----------
    hints : Hints
        Hints for every row.
    asked : Asked
        What is asked for.

    Attributes
    ----------
    answer : callable
        Takes the fields of a `Question`, gives an `Answer`; remembers the latest answers.

    Raises
    ------
    QueryError
        On hints for every row that cannot be.

    Examples
    --------
    >>> from gazetteer import Gazetteer
    >>> answering = Answering(Gazetteer.open(), Hints(), Asked())
    >>> answering.answer("Bachmut", "", "", "", "").cells[1]
    'Bakhmut'
    """

    def __init__(self, gazetteer: Gazetteer, hints: Hints, asked: Asked) -> None:
        self.gazetteer, self.asked = gazetteer, asked
        self._hints = RowHints(gazetteer, hints)
        self.answer: Callable[[str, str, str, str, str], Answer] = lru_cache(REMEMBERED)(
            self._answer
        )

    def _answer(self, *question: str) -> Answer:
        name, *hints = question
        if not name.strip():
            return no_answer("empty", self.asked.alternatives)
        decided = self.asked.corrections and self.asked.corrections.decision(to_unicode(name))
        if decided:
            return decided_answer(decided.place, self.asked.alternatives)
        try:
            read = self._hints.read(*map(to_unicode, hints))
            if is_missing(name) and not any(read.values()):
                return no_answer("empty", self.asked.alternatives)
            point = coordinates_in(to_unicode(name))
            if point:
                return point_answer(*point, self.asked.alternatives)
            matches = self.matches(to_unicode(name), read)
        except QueryError as error:
            return no_answer("bad", self.asked.alternatives, problem=str(error))
        return make_answer(matches, self.asked.min_score, self.asked.alternatives)

    def matches(self, name: str, hints: dict[str, Any]) -> list[Match]:
        """The matches of a name, the likeliest first."""
        return self.gazetteer.lookup(name, **hints, limit=1 + self.asked.alternatives)
