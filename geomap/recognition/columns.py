"""Columns: turns the words of a document into the classes that features are made of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from geomap.recognition.casing import restore_case
from geomap.recognition.clusters import FIRST_NAME, WordTable
from geomap.recognition.features import EDGES, Columns, find_flags, find_hint
from geomap.recognition.names import NameIndex
from geomap.recognition.runs import Runs, compare_bounds, find_runs, read_sides
from geomap.recognition.shapes import SHAPES, find_shape
from geomap.recognition.spans import find_known
from geomap.recognition.tokens import Tokens

#: What stands before the first and after the last word.
EDGE = "\x00"
_INITIAL = SHAPES.index("initial")

#: What is kept of a word: its row, shape, coarse cluster, flags, hint, fine cluster.
Facts = tuple[int, int, int, int, int, int]


class ColumnBuilder:
    """Builds :class:`Columns`; keeps what it found about each word for the next document."""

    def __init__(self, table: WordTable, names: NameIndex, number: Callable[[str], int]) -> None:
        self._table = table
        self._names = names
        self._number = number
        self._known: dict[str, Facts] = {}

    def build(self, tokens: Tokens) -> Columns:
        """Return the classes of a document's words."""
        words, cases = restore_case(tokens, self._table, self._names)
        facts = [self._look_up(w) for w in words]
        gaz, alone, bounds = find_known(words, self._names)
        runs = find_runs(words, tokens.opens)
        before, after = read_sides(words, runs, gaz)
        lists = {
            "gaz": gaz, "alone": alone, "case": cases, "open": tokens.opens, "run": runs.place,
            "cover": compare_bounds(runs, bounds), "left": before, "right": after,
            "doc": _read_document(words, tokens.opens, facts),
            "role": _read_roles(words, facts, runs, after),
        }  # fmt: skip
        classes = {name: np.array(column, dtype=np.int32) for name, column in lists.items()}
        row, *columns = (
            np.array(c, dtype=np.int32) for c in (zip(*facts, strict=True) if facts else [[]] * 6)
        )
        classes |= dict(zip(("shape", "coarse", "flags", "hint", "fine"), columns, strict=True))
        size = len(words)
        padded = np.pad(row, 2, constant_values=self._look_up(EDGE)[0])
        rows = {
            "self": row,
            "before": padded[1 : 1 + size], "after": padded[3 : 3 + size],
            "before2": padded[0:size], "after2": padded[4 : 4 + size],
        }  # fmt: skip
        for name, at in (("ahead", runs.ahead), ("behind", runs.behind), ("last", runs.last)):
            places = np.array(at, dtype=np.int32)
            rows[name] = padded[places + 2]
            for column in ("hint", "coarse"):
                edged = np.append(classes[column], np.int32(EDGES.get(column, 0)))
                # Both -1 and the number of words stand for the edge of the text.
                classes[f"{name}-{column}"] = edged[places]
        return Columns(classes, rows)

    def _look_up(self, word: str) -> Facts:
        found = self._known.get(word)
        if found is None:
            low = word.lower()
            shape = SHAPES.index("edge") if word == EDGE else find_shape(word)
            fine = self._table.find_cluster(low)
            coarse = self._table.coarse[fine]
            flags, hint = find_flags(low, self._table), find_hint(low)
            found = (self._number(word), shape, coarse, flags, hint, fine)
            self._known[word] = found
        return found


def _read_document(words: list[str], opens: list[bool], facts: list[Facts]) -> list[int]:
    """Return for each word what the rest of the document says of it, as four bits.

    1: it follows a title or first name somewhere; 2: it follows "in", "near"... somewhere;
    4: it also occurs in lower case; 8: it is capitalised in mid-sentence somewhere.
    """
    bits: dict[str, int] = {}
    for i, word in enumerate(words):
        if word.islower():
            bits[word] = bits.get(word, 0) | 4
        elif word[:1].isupper() and i:
            low = word.lower()
            bit = 0 if opens[i] else 8
            before = facts[i - 1]
            named = before[3] & FIRST_NAME and words[i - 1][:1].isupper() and not before[3] & 1
            if not opens[i] and (before[4] == 1 or named or before[1] == _INITIAL):
                bit |= 1
            elif before[4] == 4 and words[i - 1].islower():
                bit |= 2
            bits[low] = bits.get(low, 0) | bit
    return [bits.get(w.lower(), 0) if w[:1].isupper() else 0 for w in words]


def _read_roles(words: list[str], facts: list[Facts], runs: Runs, after: list[int]) -> list[int]:
    """Return for each word two bits of what it does elsewhere in the document.

    1: a comma and a well known place follow it somewhere; 2: it is a first name with another
    name after it somewhere.
    """
    bits: dict[str, int] = {}
    for i, word in enumerate(words):
        if not word[:1].isupper():
            continue
        bit = 0
        if runs.last[i] == i and 5 <= after[i] <= 7:
            bit = 1
        elif runs.ahead[i] == i - 1 and 0 < runs.last[i] - i < 3 and facts[i][3] & FIRST_NAME:
            bit = 0 if facts[runs.last[i]][4] else 2
        if bit:
            low = word.lower()
            bits[low] = bits.get(low, 0) | bit
    return [bits.get(w.lower(), 0) if w[:1].isupper() else 0 for w in words]
