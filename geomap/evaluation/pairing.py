"""Which answer belongs to which gold toponym of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geomap.evaluation.placed import PlacedSpan


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answers for a document beside its gold.

    ``pairs`` are (gold, answer) for one place name, ``missed`` gold without an answer,
    ``spurious`` answers without gold. Gold without a coordinate is not asked for, and answers
    that overlap nothing else count neither way: they are in none of the three.
    """

    pairs: tuple[tuple[PlacedSpan, PlacedSpan], ...]
    missed: tuple[PlacedSpan, ...]
    spurious: tuple[PlacedSpan, ...]


def compare(gold: Iterable[PlacedSpan], answers: Iterable[PlacedSpan]) -> Comparison:
    """Pair gold and answers that overlap, one to one; the order of the answers does not matter.

    Pairs of the same span go first, then those that share most.

    Examples
    --------
    >>> there = PlacedSpan(0, 4, 50.4, 30.5)
    >>> found = compare([there], [PlacedSpan(9, 12), PlacedSpan(0, 3)])
    >>> len(found.pairs), len(found.missed), len(found.spurious)
    (1, 0, 1)
    """
    toponyms = tuple(gold)
    asked = [toponym for toponym in toponyms if toponym.point]
    unasked = [toponym for toponym in toponyms if not toponym.point]
    found = sorted(answers, key=_order)
    partner = dict(_pair(asked, found))
    taken = set(partner.values())
    left = [answer for at, answer in enumerate(found) if at not in taken]
    ignored = {at for _, at in _overlaps(unasked, left)}
    return Comparison(
        tuple((asked[i], found[j]) for i, j in sorted(partner.items())),
        tuple(toponym for i, toponym in enumerate(asked) if i not in partner),
        tuple(answer for at, answer in enumerate(left) if at not in ignored),
    )


def _order(span: PlacedSpan) -> tuple[object, ...]:
    """Text order; answers for one span by what they say, so that any order gives the same."""
    return span.start, span.end, span.point or (), span.geonameid or 0, span.name, span.country


def _pair(gold: Sequence[PlacedSpan], answers: Sequence[PlacedSpan]) -> Iterator[tuple[int, int]]:
    """Yield positions that belong together, the surest pairs first."""

    def looseness(pair: tuple[int, int]) -> tuple[bool, int, int, int]:
        one, other = gold[pair[0]], answers[pair[1]]
        return not one.same_span(other), -one.overlap(other), *pair

    free_gold, free_answers = set(range(len(gold))), set(range(len(answers)))
    for i, j in sorted(_overlaps(gold, answers), key=looseness):
        if i in free_gold and j in free_answers:
            free_gold.remove(i)
            free_answers.remove(j)
            yield i, j


def _overlaps(
    gold: Sequence[PlacedSpan], answers: Sequence[PlacedSpan]
) -> Iterator[tuple[int, int]]:
    """Yield positions of all that share a character; ``answers`` are in text order."""
    starts = [answer.start for answer in answers]
    longest = max((answer.end - answer.start for answer in answers), default=0)
    for i, toponym in enumerate(gold):
        first = bisect_left(starts, toponym.start - longest)
        for j in range(first, bisect_left(starts, toponym.end)):
            if toponym.overlap(answers[j]) > 0:
                yield i, j
