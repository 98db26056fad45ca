"""Columns: turns the words of a document into the classes that features are made of."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from geomap.recognition.casing import restore_case
from geomap.recognition.clusters import FIRST_NAME, WordTable
from geomap.recognition.features import Columns, find_flags, find_hint
from geomap.recognition.names import NameIndex
from geomap.recognition.shapes import SHAPES, find_shape
from geomap.recognition.spans import find_known
from geomap.recognition.tokens import Tokens

#: What stands before the first and after the last word.
EDGE = "\x00"
_INITIAL = SHAPES.index("initial")
_JOINS = frozenset("of de al bin van von the and & la du for -".split())
#: First class of runs of 2, 3 and 4 or more words.
_RUN_BASES = {2: 2, 3: 5, 4: 8}

#: What is kept of a word: its row, shape, coarse cluster, flags and hint.
Facts = tuple[int, int, int, int, int]


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
        gaz, alone = find_known(words, self._names)
        row, shape, coarse, flags, hint = (
            np.array(c, dtype=np.int32) for c in (zip(*facts, strict=True) if facts else [[]] * 5)
        )
        run, ahead, behind, last = _find_runs(words, tokens.opens)
        classes = {
            "shape": shape, "coarse": coarse, "flags": flags, "hint": hint,
            "gaz": np.array(gaz, dtype=np.int32), "alone": np.array(alone, dtype=np.int32),
            "doc": np.array(_read_document(words, tokens.opens, facts), dtype=np.int32),
            "open": np.array(tokens.opens, dtype=np.int32),
            "case": np.array(cases, dtype=np.int32), "run": np.array(run, dtype=np.int32),
        }  # fmt: skip
        edge = self._look_up(EDGE)[0]
        padded = np.pad(row, 2, constant_values=edge)
        size = len(words)
        rows = {
            "self": row,
            "before": padded[1 : 1 + size], "after": padded[3 : 3 + size],
            "before2": padded[0:size], "after2": padded[4 : 4 + size],
        }  # fmt: skip
        for name, at in (("ahead", ahead), ("behind", behind), ("last", last)):
            rows[name] = padded[np.array(at, dtype=np.int32) + 2]
        return Columns(classes, rows)

    def _look_up(self, word: str) -> Facts:
        found = self._known.get(word)
        if found is None:
            low = word.lower()
            shape = SHAPES.index("edge") if word == EDGE else find_shape(word)
            coarse = self._table.coarse[self._table.find_cluster(low)]
            flags, hint = find_flags(low, self._table), find_hint(low)
            found = (self._number(word), shape, coarse, flags, hint)
            self._known[word] = found
        return found


def _find_runs(words: list[str], opens: list[bool]) -> tuple[list[int], ...]:
    """Find runs of capitalised words (with "of", "de"... between them).

    Returns for each word the class of its place in the run (0 outside, else by the run's
    length and whether the word is first, inner or last), and the numbers of the words just
    before, just after and last in the run.
    """
    size = len(words)
    run, ahead = [0] * size, [i - 1 for i in range(size)]
    behind, last = [i + 1 for i in range(size)], list(range(size))
    i = 0
    while i < size:
        if not words[i][:1].isupper():
            i += 1
            continue
        end = _end_run(words, opens, i)
        length = end - i
        for j in range(i, end):
            place = 0 if j == i else 2 if j == end - 1 else 1
            run[j] = 1 if length == 1 else _RUN_BASES[min(length, 4)] + place
            ahead[j], behind[j], last[j] = i - 1, end, end - 1
        i = end
    return run, ahead, behind, last


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
