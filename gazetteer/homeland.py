"""Homeland: in which countries names look like a spelling.

"Nyzjnja Krynka" sounds Slavic and "Adhanah" Arabic or Turkish, whoever wrote them down. For each
country the gazetteer's own names say how frequent three letters in a row are there; a spelling
speaks for the countries in which its letters are frequent (naive Bayes over character trigrams;
Cavnar & Trenkle 1994). The table is made when a gazetteer is compiled.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gazetteer.index import Array

#: Trigrams share so many rows of the table (a prime).
_ROWS = 8191
#: Kept are sixteenths of the logarithm of how much more frequent a trigram is than anywhere.
_SCALE = 16.0
#: A country's names count as much as so many trigrams that are as everywhere.
_SMOOTHING = 2000.0
#: Trigrams counted at once.
_AT_ONCE = 4_000_000

_LETTER = np.zeros(256, dtype=np.int64)
_LETTER[ord(" ")] = 1
_LETTER[ord("a") : ord("z") + 1] = np.arange(2, 28)


def trigrams_of(keys: Sequence[str]) -> tuple[Array, Array]:
    """Trigrams of folded ASCII keys as rows of the table, and which key each one is of.

    Examples
    --------
    >>> rows, owner = trigrams_of(["kyiv", "lviv"])
    >>> owner.tolist(), len(set(rows.tolist()))
    ([0, 0, 0, 0, 1, 1, 1, 1], 7)
    """
    data = np.frombuffer(f"\n{chr(10).join(keys)}\n".encode("ascii", "replace"), dtype=np.uint8)
    letters = _LETTER[data]
    rows = (letters[:-2] * 28 + letters[1:-1]) * 28 + letters[2:]
    inside = data[1:-1] != ord("\n")
    owner = np.cumsum(~inside)
    return rows[inside] % _ROWS, owner[inside]


def homeland_table(keys: Sequence[str], countries: Array, count: int) -> Array:
    """Count the trigrams of all keys by country; shape (rows * count,), int8.

    Parameters
    ----------
    keys : sequence of str
        Folded names; those that are not ASCII count for nothing.
    countries : array
        Number of the country of each key, shape (len(keys),), in 0..count - 1.
    count : int
        Countries.
    """
    counts = np.zeros(_ROWS * count)
    step = max(1, _AT_ONCE // 16)
    for start in range(0, len(keys), step):
        some = [key if key.isascii() else "" for key in keys[start : start + step]]
        rows, owner = trigrams_of(some)
        cells = rows * count + countries[start : start + step][owner]
        counts += np.bincount(cells, minlength=len(counts))
    table = counts.reshape(_ROWS, count)
    anywhere = (table.sum(axis=1, keepdims=True) + 0.5) / (table.sum() + 0.5 * _ROWS)
    there = (table + _SMOOTHING * anywhere) / (table.sum(axis=0) + _SMOOTHING)
    ratio = np.rint(np.log(there / anywhere) * _SCALE)
    found: Array = np.clip(ratio, -127, 127).astype(np.int8).ravel()
    return found


def looks_like(key: str, table: Array) -> Array:
    """How much likelier a folded spelling is in each country than anywhere, as log-odds.

    Parameters
    ----------
    key : str
        Folded; zeros when it is not ASCII.
    table : array
        As of `homeland_table`, shape (rows, countries).
    """
    if not key.isascii():
        return np.zeros(table.shape[1])
    rows, _ = trigrams_of([key])
    found: Array = np.add.reduce(table[rows], axis=0, dtype=np.int32) / _SCALE
    return found
