"""Reasons: why a place was chosen, as codes and values that a page can put into any language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: Each clause in English, by the key it has in the page's lists of words (words-*.js).
CLAUSES = {
    "whySpelling": "no place is recorded under this spelling; {name}, a name of {place}, "
    "is close to it",
    "whyPart": "no place is recorded under all of this name; part of it is a name of {place}",
    "whyUnrecorded": "no place is recorded as {name}",
    "whyElsewhere": "no place recorded as {name} fits",
    "whyPutPart": "put at {place}, which is part of the name",
    "whyPutInside": "put at {place}, where the text says it is",
    "whyPutHome": "put at {place}, where the paper is at home",
    "whyPutOnce": "put at {place}, the likeliest place around, named here once",
    "whyPutOften": "put at {place}, the likeliest place around, named here {n} times",
    "whyPeople": "a word for the people of {place}",
    "whyNameOf": "the name of {place}, likeliest of {n} namesakes",
    "whyName": "the name of {place}",
    "whyAliasOf": "a recorded name of {place}, likeliest of {n} namesakes",
    "whyAlias": "a recorded name of {place}",
    "whyCoordinates": "coordinates given in the text",
    "whyUnknown": "no place is known as {name}",
    "whyGuess": "{name} is the best guess, but none of the places fits well",
    "whyNear": "it lies {n} km from {name}, also named here",
    "whyWithin": "it lies in {name}, also named here",
}


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a reason: a key of `CLAUSES` and what is put into it."""

    code: str
    name: str = ""
    place: str = ""
    n: int = 0

    def __str__(self) -> str:
        return CLAUSES[self.code].format(name=self.name, place=self.place, n=self.n)


class Reason(str):
    """A sentence in English that remembers the ``clauses`` it is made of.

    Examples
    --------
    >>> Reason(Clause("whyName", place="Kyiv"), Clause("whyNear", name="Brovary", n=19))
    'the name of Kyiv; it lies 19 km from Brovary, also named here'
    """

    clauses: tuple[Clause, ...]

    def __new__(cls, *clauses: Clause) -> Reason:
        """Write the clauses, one behind the other."""
        reason = super().__new__(cls, "; ".join(map(str, clauses)))
        reason.clauses = clauses
        return reason

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self.clauses
