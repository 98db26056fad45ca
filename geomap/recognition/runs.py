"""Runs of capitalised words: where they begin and end, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.recognition.names import BUCKETS

_JOINS = frozenset("of de al bin van von the and & la du for -".split())
#: First class of runs of 2, 3 and 4 or more words.
_BASES = {2: 2, 3: 5, 4: 8}
#: Number of classes of :attr:`Runs.place`, :func:`compare_bounds` and :func:`read_sides`.
PLACES_IN_RUN, COVERS, SIDES = 12, 5, 12


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs that the words of a text are in.

    ``place`` is for each word 0 outside runs, else by the run's length and whether the word is
    first, inner or last. ``bounds`` are the half-open word numbers of its run, for the words in
    one of several; any other word is alone.
    """

    place: bytearray
    bounds: dict[int, tuple[int, int]]


def find_runs(words: list[str], opens: list[bool], capitals: list[int]) -> Runs:
    """Find runs of capitalised words (with "of", "de"... between them)."""
    place = bytearray(len(words))
    bounds: dict[int, tuple[int, int]] = {}
    upto = 0
    for i in capitals:
        if i < upto:
            continue
        upto = _end_run(words, opens, i)
        length = upto - i
        if length == 1:
            place[i] = 1
            continue
        base = _BASES[min(length, 4)]
        for j in range(i, upto):
            place[j] = base + (0 if j == i else 2 if j == upto - 1 else 1)
            bounds[j] = i, upto
    return Runs(place, bounds)


def _end_run(words: list[str], opens: list[bool], i: int) -> int:
    """Return the end (exclusive) of the run of capitalised words that starts at ``i``."""
    end = j = i + 1
    while j < len(words) and not opens[j]:
        if words[j][:1].isupper():
            end = j = j + 1
        elif words[j] in _JOINS and j == end:
            j += 1
        else:
            break
    return end


def compare_bounds(runs: Runs, bounds: dict[int, tuple[int, int]]) -> bytearray:
    """Return how the known name that each word is in lies in its run.

    0 no known name, 1 the whole run, 2 its beginning, 3 its end, 4 within.
    """
    out = bytearray(len(runs.place))
    for i, (first, end) in bounds.items():
        run_first, run_end = runs.bounds.get(i, (i, i + 1))
        starts, ends = first == run_first, end == run_end
        out[i] = 1 if starts and ends else 2 if starts else 3 if ends else 4
    return out


def read_sides(
    words: list[str], runs: Runs, gaz: bytearray, capitals: list[int]
) -> tuple[bytearray, bytearray]:
    """Return for each word what comes before and after its run, beyond a comma or bracket.

    0 no such mark, 1..7 a comma and a capitalised word (how well known a place it is), 8 a
    comma and something else, 9 a bracket, 10 a hyphen, 11 the edge of the text.
    """
    before, after = bytearray(len(words)), bytearray(len(words))
    for i in capitals:
        first, end = runs.bounds.get(i, (i, i + 1))
        before[i] = _read_side(words, gaz, first - 1, -1)
        after[i] = _read_side(words, gaz, end, 1)
    return before, after


def _read_side(words: list[str], gaz: bytearray, at: int, step: int) -> int:
    if not 0 <= at < len(words):
        return 11
    mark = words[at]
    if mark.isalnum():
        return 0
    if mark in "()[]":
        return 9
    if mark in "-–—/":
        return 10
    if mark != ",":
        return 0
    beyond = at + step
    if not 0 <= beyond < len(words) or not words[beyond][:1].isupper():
        return 8
    return 1 + (gaz[beyond] - 1) % (BUCKETS - 1) + 1 if gaz[beyond] else 1
