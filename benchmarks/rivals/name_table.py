"""The names of a GeoNames dump, folded, in the form that every rival indexes.

The folding is ours (`gazetteer.folding.fold`) for all of them, so that none loses for accents,
case or script. A name that several places have stands for the most populous one.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gazetteer.folding import fold
from gazetteer.readers.geonames import read_geonames

Array = NDArray[Any]
_NAMES, _NUMBERS = "names.txt", "numbers.npz"
#: Names as recorded, in any script, drawn for timing.
RECORDED, RECORDED_COUNT = "recorded.txt", 20_000


class NameTable:
    """The names and places of a dump, read from a folder that `write_name_table` filled.

    Attributes
    ----------
    names : list of str
        Folded names, sorted, each once.
    best : Array
        Row of the most populous place of each name.
    ids, lat, lon, population : Array
        Of the places: GeoNames ids, degrees (WGS 84), people.
    country : Array
        ISO 3166-1 alpha-2 codes, as ``U2``.
    pair_ends, pair_names : Array
        The names of place ``p`` are ``pair_names[pair_ends[p - 1]:pair_ends[p]]``.
    """

    def __init__(self, folder: Path, *, with_names: bool = True) -> None:
        self.names: list[str] = []
        if with_names:
            self.names = (folder / _NAMES).read_text("utf-8").split("\n")
        with np.load(folder / _NUMBERS) as numbers:
            self.best, self.ids = numbers["best"], numbers["ids"]
            self.lat, self.lon = numbers["lat"], numbers["lon"]
            self.population, self.country = numbers["population"], numbers["country"]
            self.pair_ends, self.pair_names = numbers["pair_ends"], numbers["pair_names"]

    def prior(self) -> Array:
        """The log10 of one more than the population of each name's best place, 0 to 7.4."""
        prior: Array = np.log10(self.population[self.best] + 1.0).astype(np.float32)
        return prior


def write_name_table(source: Path, folder: Path) -> None:
    """Read a dump of 19 tab-separated columns and write its name table into a folder.

    Raises
    ------
    GazetteerFileError
        When the dump cannot be read.
    """
    entries = list(read_geonames(source))
    names_of = [{key for n in (e.name, *e.names) if (key := fold(n))} for e in entries]
    recorded = sorted({n for e in entries for n in (e.name, *e.names) if fold(n)})
    drawn = random.Random(11).sample(recorded, min(RECORDED_COUNT, len(recorded)))
    (folder / RECORDED).write_text("\n".join(drawn), "utf-8")
    best: dict[str, int] = {}
    for row, (entry, names) in enumerate(zip(entries, names_of, strict=True)):
        for name in names:
            held = best.get(name)
            if held is None or entry.population > entries[held].population:
                best[name] = row
    order = sorted(best)
    number = {name: at for at, name in enumerate(order)}
    (folder / _NAMES).write_text("\n".join(order), "utf-8")
    np.savez(
        folder / _NUMBERS,
        best=np.array([best[name] for name in order], dtype=np.int32),
        ids=np.array([int(e.id) for e in entries], dtype=np.int64),
        lat=np.array([e.lat for e in entries]),
        lon=np.array([e.lon for e in entries]),
        population=np.array([e.population for e in entries], dtype=np.int64),
        country=np.array([e.country for e in entries], dtype="U2"),
        pair_ends=np.cumsum([len(names) for names in names_of], dtype=np.int32),
        pair_names=np.array([number[n] for names in names_of for n in names], dtype=np.int32),
    )
