"""The word table: for each usual word its cluster, and whether it is a name, a common word..."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

#: Cluster numbers run from 0; this one stands for "not in the table".
UNKNOWN_CLUSTER = 255
#: The fine clusters are grouped into this many coarse ones; the last is "not in the table".
COARSE_CLUSTERS = 48
#: Each fine cluster is cut into up to this many parts.
PARTS = 16

#: Bits of a word's flags.
COMMON, FIRST_NAME, LAST_NAME, DEMONYM = 1, 2, 4, 8


@dataclass(frozen=True, slots=True, eq=False)
class WordTable:
    """Lower-cased words with a cluster each (see :mod:`geomap.recognition.training.words`).

    ``clusters`` holds one byte a word, ``parts`` which of the :data:`PARTS` parts of its
    cluster it is in, ``coarse`` one byte a fine cluster (256 of them), ``flags`` one byte a word.
    """

    index: dict[str, int]
    clusters: bytes
    parts: bytes
    coarse: bytes
    flags: bytes

    def find_cluster(self, word: str) -> int:
        """Return the fine cluster of a lower-cased word, 0..255."""
        i = self.index.get(word)
        return UNKNOWN_CLUSTER if i is None else self.clusters[i]

    def find_part(self, word: str) -> int:
        """Return the part of its fine cluster that a lower-cased word is in, 0..15."""
        i = self.index.get(word)
        return 0 if i is None else self.parts[i]

    def find_flags(self, word: str) -> int:
        """Return the flags of a lower-cased word; 0 when it is not in the table."""
        i = self.index.get(word)
        return 0 if i is None else self.flags[i]


def read_words(path: Path) -> WordTable:
    """Read a word table written by :func:`write_words`."""
    data = zlib.decompress(path.read_bytes())
    size = int.from_bytes(data[:4], "little")
    coarse, columns = data[4:260], data[260:]
    clusters, parts, flags = (columns[k * size : (k + 1) * size] for k in range(3))
    words = columns[3 * size :].decode("utf-8").split("\n")
    index = dict(zip(words, range(size), strict=True))
    return WordTable(index, clusters, parts, coarse, flags)


def write_words(path: Path, table: WordTable) -> None:
    """Write a word table: a count, the coarse clusters, the columns, the words; then zlib."""
    head = len(table.index).to_bytes(4, "little") + table.coarse
    body = table.clusters + table.parts + table.flags + "\n".join(table.index).encode("utf-8")
    path.write_bytes(zlib.compress(head + body, 9))
