"""The word table: for each usual word its cluster, and whether it is a name, a common word..."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

#: Cluster numbers run from 0; this one stands for "not in the table".
UNKNOWN_CLUSTER = 255
#: The fine clusters are grouped into this many coarse ones; the last is "not in the table".
COARSE_CLUSTERS = 48

#: Bits of a word's flags.
COMMON, FIRST_NAME, LAST_NAME, DEMONYM = 1, 2, 4, 8


@dataclass(frozen=True, slots=True, eq=False)
class WordTable:
    """Lower-cased words with a cluster each (see :mod:`geomap.recognition.training.words`).

    ``clusters`` holds one byte a word, ``coarse`` one byte a fine cluster (256 of them),
    ``flags`` one byte a word.
    """

    index: dict[str, int]
    clusters: bytes
    coarse: bytes
    flags: bytes

    def find_cluster(self, word: str) -> int:
        """Return the fine cluster of a lower-cased word, 0..255."""
        i = self.index.get(word)
        return UNKNOWN_CLUSTER if i is None else self.clusters[i]

    def find_flags(self, word: str) -> int:
        """Return the flags of a lower-cased word; 0 when it is not in the table."""
        i = self.index.get(word)
        return 0 if i is None else self.flags[i]


def read_words(path: Path) -> WordTable:
    """Read a word table written by :func:`write_words`."""
    data = zlib.decompress(path.read_bytes())
    size = int.from_bytes(data[:4], "little")
    coarse, columns = data[4:260], data[260:]
    words = columns[2 * size :].decode("utf-8").split("\n")
    index = dict(zip(words, range(size), strict=True))
    return WordTable(index, columns[:size], coarse, columns[size : 2 * size])


def write_words(path: Path, table: WordTable) -> None:
    """Write a word table: a count, the coarse clusters, the columns, the words; then zlib."""
    head = len(table.index).to_bytes(4, "little") + table.coarse
    body = table.clusters + table.flags + "\n".join(table.index).encode("utf-8")
    path.write_bytes(zlib.compress(head + body, 9))
