"""Columns: turns the words of a document into the classes that features are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from geomap.recognition.casing import UPPER, restore_case
from geomap.recognition.clusters import COMMON, FIRST_NAME, WordTable
from geomap.recognition.features import EDGES, FACTS, Columns, Integers, find_flags, find_hint
from geomap.recognition.names import NameIndex
from geomap.recognition.runs import Runs, compare_bounds, find_runs, read_sides
from geomap.recognition.shapes import SHAPES, find_shape
from geomap.recognition.spans import find_known
from geomap.recognition.tokens import Tokens

#: What stands before the first and after the last word.
EDGE = "\x00"
_INITIAL = SHAPES.index("initial")
#: What the words around a run are told by, with the class of what is none.
_EDGED = {name: np.array([EDGES.get(name, 0)], dtype=np.uint8) for name in ("hint", "coarse")}
#: Words in lower case so far from a capital are in no name.
_REACH = 2


class _Words(dict[str, int]):
    """Words and their numbers, from 0 in the order in which they were first asked for."""

    def __init__(self, meet: Callable[[str], None]) -> None:
        super().__init__()
        self._meet = meet

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        self._meet(word)
        return number


class ColumnBuilder:
    """Builds :class:`Columns`; keeps what it found about each word for the next document.

    Attributes
    ----------
    words : dict
        The words met so far and their numbers, from 0 in the order in which they were met.
    facts : bytearray
        For each word a byte for each of :data:`~geomap.recognition.features.FACTS`.
    """

    def __init__(self, table: WordTable, names: NameIndex) -> None:
        self._table = table
        self._names = names
        self.words = _Words(self._meet)
        self.facts = bytearray()
        self._is_capital = bytearray()
        self._edge = self.words[EDGE]

    def build(self, tokens: Tokens) -> Columns:
        """Return the classes of a document's words."""
        words, cases = restore_case(tokens, self._table, self._names)
        row = np.fromiter(map(self.words.__getitem__, words), dtype=np.intp, count=len(words))
        is_capital = np.frombuffer(self._is_capital, dtype=bool).take(row)
        capitals = np.flatnonzero(is_capital).tolist()
        low = [words[i].lower() for i in capitals]
        gaz, alone, bounds = find_known(words, capitals, self._names)
        runs = find_runs(words, tokens.opens, capitals)
        before, after = read_sides(words, runs, gaz, capitals)
        every = np.frombuffer(self.facts, dtype=np.uint8).reshape(-1, len(FACTS))
        classes: dict[str, Integers] = dict(zip(FACTS, every.take(row, axis=0).T, strict=True))
        facts = _Facts(*(classes[name].tobytes() for name in ("shape", "flags", "hint")))
        bits = _read_document(words, tokens.opens, facts, capitals, low)
        roles = _read_roles(facts, runs, after, capitals, low)
        columns: dict[str, bytes | bytearray] = {
            "gaz": gaz, "alone": alone, "case": bytes(cases), "open": bytes(tokens.opens),
            "run": runs.place, "cover": compare_bounds(runs, bounds), "left": before,
            "right": after, "doc": bits, "role": roles,
        }  # fmt: skip
        classes |= {name: np.frombuffer(c, dtype=np.uint8) for name, c in columns.items()}
        size = len(words)
        padded = np.full(size + 4, self._edge)
        padded[2 : 2 + size] = row
        rows = {
            "self": row,
            "before": padded[1 : 1 + size], "after": padded[3 : 3 + size],
            "before2": padded[0:size], "after2": padded[4 : 4 + size],
        }  # fmt: skip
        first, end = _spread_bounds(runs)
        edged = [(name, np.concatenate([classes[name], edge])) for name, edge in _EDGED.items()]
        for name, places in (("ahead", first - 1), ("behind", end), ("last", end - 1)):
            rows[name] = padded.take(places + 2)
            for column, values in edged:
                # Both -1 and the number of words stand for the edge of the text.
                classes[f"{name}-{column}"] = values[places]
        return Columns(classes, rows, _find_near(is_capital | (classes["case"] == UPPER)))

    def _meet(self, word: str) -> None:
        """Note what a new word is, wherever it stands."""
        low = word.lower()
        fine = self._table.find_cluster(low)
        looks = find_shape(word), self._table.coarse[fine], find_flags(low, self._table)
        found = (*looks, find_hint(low), fine, self._table.find_part(low))
        self.facts += bytes(found)
        self._is_capital.append(word[0].isupper())


def _spread_bounds(runs: Runs) -> tuple[Integers, Integers]:
    """Return where the run that each word is in begins and ends."""
    first = np.arange(len(runs.place))
    end = first + 1
    if runs.bounds:
        at = [*runs.bounds]
        first[at], end[at] = np.array([*runs.bounds.values()]).T
    return first, end


def _find_near(is_capital: npt.NDArray[np.bool_]) -> Integers:
    """Return the numbers of the words with a capital and those beside them."""
    is_near = is_capital.copy()
    for shift in range(1, _REACH + 1):
        is_near[shift:] |= is_capital[:-shift]
        is_near[:-shift] |= is_capital[shift:]
    return np.flatnonzero(is_near)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is looked at one by one: a byte for each word of a document."""

    shape: bytes
    flags: bytes
    hint: bytes


def _read_document(
    words: list[str], opens: list[bool], facts: _Facts, capitals: list[int], low: list[str]
) -> bytearray:
    """Return for each word what the rest of the document says of it, as four bits.

    1: it follows a title or first name somewhere; 2: it follows "in", "near"... somewhere;
    4: it also occurs in lower case; 8: it is capitalised in mid-sentence somewhere.
    """
    bits = dict.fromkeys(low, 0) | dict.fromkeys(set(words).intersection(low), 4)
    for i, key in zip(capitals, low, strict=True):
        if not i:
            continue
        bit = 0 if opens[i] else 8
        hint, flags = facts.hint[i - 1], facts.flags[i - 1]
        named = flags & FIRST_NAME and not flags & COMMON and words[i - 1][:1].isupper()
        if not opens[i] and (hint == 1 or named or facts.shape[i - 1] == _INITIAL):
            bit |= 1
        elif hint == 4 and words[i - 1].islower():
            bit |= 2
        bits[key] |= bit
    return _spread(bits, len(words), capitals, low)


def _read_roles(
    facts: _Facts, runs: Runs, after: bytearray, capitals: list[int], low: list[str]
) -> bytearray:
    """Return for each word two bits of what it does elsewhere in the document.

    1: a comma and a well known place follow it somewhere; 2: it is a first name with another
    name after it somewhere.
    """
    bits = dict.fromkeys(low, 0)
    for i, key in zip(capitals, low, strict=True):
        first, end = runs.bounds.get(i, (i, i + 1))
        if end == i + 1 and 5 <= after[i] <= 7:
            bits[key] |= 1
        elif first == i and 1 < end - i < 4 and facts.flags[i] & FIRST_NAME:
            bits[key] |= 0 if facts.hint[end - 1] else 2
    return _spread(bits, len(runs.place), capitals, low)


def _spread(bits: dict[str, int], size: int, capitals: list[int], low: list[str]) -> bytearray:
    """Return for each word the bits of its lower-cased form, where it has a capital."""
    column = bytearray(size)
    for i, key in zip(capitals, low, strict=True):
        column[i] = bits[key]
    return column
