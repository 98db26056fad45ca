"""GeoNames alternate names: alternateNamesV2.txt, names by place id.

Format: https://download.geonames.org/export/dump/readme.txt ("The table 'alternate names'")
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from gazetteer.entry import Entry
from gazetteer.errors import GazetteerFileError
from gazetteer.index import Array
from gazetteer.readers.opening import open_text

#: What stands in the language column but is none: links, codes and phonetics.
_NO_LANGUAGES = frozenset(
    "link wkdt post iata icao faac unlc tcid phon".split()
)  # fmt: skip
#: Abbreviations of two letters ("OR", "IN") are words more often than places.
_SHORTEST_ABBREVIATION = 3
_FIELDS = 4


class AlternateNames:
    """Names by GeoNames id, packed: about 40 bytes a name, 0.7 GB for all of GeoNames.

    Examples
    --------
    >>> rows = ["1\\t703448\\tde\\tKiew\\n", "2\\t703448\\tlink\\thttps://example.org\\n"]
    >>> AlternateNames.of_lines(rows, "alternateNamesV2.txt").names_of("703448")
    ['Kiew']
    """

    def __init__(self, ids: Array, ends: Array, data: bytearray) -> None:
        self._order = np.argsort(ids, kind="stable").astype(np.uint32)
        self._ids = ids[self._order]
        self._ends, self._data = ends, data

    @classmethod
    def read(cls, path: Path) -> AlternateNames:
        """Read a file; plain, ``.gz``, ``.xz`` or ``.zip``.

        Raises
        ------
        GazetteerFileError
            When it is missing, damaged or has other columns; says the line.
        """
        with open_text(path) as lines:
            return cls.of_lines(lines, str(path))

    @classmethod
    def of_lines(cls, lines: Iterable[str], source: str) -> AlternateNames:
        """Read tab-separated rows: its own id, place id, language, name, and flags.

        Raises
        ------
        GazetteerFileError
            On a row that is none; says the line.
        """
        ids, ends, data = array("q"), array("q", [0]), bytearray()
        for id_, name in _rows(lines, source):
            ids.append(id_)
            data += name.encode()
            ends.append(len(data))
        return cls(np.array(ids), np.array(ends), data)

    def __len__(self) -> int:
        return len(self._ids)

    def names_of(self, id_: str) -> list[str]:
        """The names of a place, in the order of the file; none for an id of another source."""
        if not id_.isdigit():
            return []
        first, end = np.searchsorted(self._ids, [int(id_), int(id_) + 1])
        return [self._name(int(i)) for i in self._order[first:end]]

    def _name(self, i: int) -> str:
        return self._data[self._ends[i] : self._ends[i + 1]].decode()

    def added_to(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield the entries with these names behind their own, each name once."""
        for entry in entries:
            names = self.names_of(entry.id)
            if names:
                given = dict.fromkeys((*entry.names, *names))
                given.pop(entry.name, None)
                entry = entry._replace(names=tuple(given))
            yield entry


def _rows(lines: Iterable[str], source: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\n").split("\t")
        if len(cells) < _FIELDS or not cells[1].isdigit():
            raise GazetteerFileError(
                f"{source}, line {number}: no row of alternateNamesV2.txt (its own id, place id, "
                "language, name)"
            )
        language, name = cells[2], cells[3].strip()
        short = language == "abbr" and len(name) < _SHORTEST_ABBREVIATION
        if name and not short and language not in _NO_LANGUAGES:
            yield int(cells[1]), name
