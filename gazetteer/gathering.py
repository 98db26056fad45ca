"""Gathering: entries -> columns of numbers and packed strings.

Entry by entry, so that a dump of millions of places is never a list of objects: a place takes
some 150 bytes here and the strings of its names.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from gazetteer.entry import Entry, prominence
from gazetteer.folding import fold
from gazetteer.index import Array
from gazetteer.quality import quality

Progress = Callable[[str, int], None]
_REPORTED = 5000


@dataclass(slots=True)
class PackedStrings:
    """Strings one after the other as UTF-8, as `gazetteer.index.pack_strings` lays them out."""

    data: bytearray = field(default_factory=bytearray)
    ends: array[int] = field(default_factory=lambda: array("q", [0]))

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __iter__(self) -> Iterator[str]:
        for start, end in zip(self.ends, self.ends[1:], strict=False):
            yield self.data[start:end].decode()

    def append(self, text: str) -> None:
        """Add a string."""
        self.data += text.encode()
        self.ends.append(len(self.data))

    def sections(self, name: str) -> dict[str, Array]:
        """The two sections of an index file."""
        ends = np.array(self.ends, dtype=np.uint32)
        return {f"{name}_bytes": np.frombuffer(self.data, dtype=np.uint8), f"{name}_ends": ends}


@dataclass(slots=True)
class Words:
    """A column of words that recur, as numbers."""

    numbers: array[int] = field(default_factory=lambda: array("I"))
    known: dict[str, int] = field(default_factory=dict)

    def append(self, word: str) -> None:
        """Add a word."""
        self.numbers.append(self.known.setdefault(word, len(self.known)))

    def in_order(self, *, empty_first: bool = False) -> tuple[list[str], Array]:
        """The words in order, and the column as their numbers in that order."""
        words = sorted({*self.known, ""} if empty_first else self.known)
        place = {word: at for at, word in enumerate(words)}
        renumbered = np.array([place[word] for word in self.known], dtype=np.uint32)
        return words, renumbered[np.array(self.numbers)] if self.known else renumbered


@dataclass(slots=True)
class Gathered:
    """The columns of all places, and of all their names, one after the other.

    ``ids`` are GeoNames ids, or -1, -2 ... for the ids in ``other_ids``; ``name_counts`` says
    how many of ``names`` a place has, the main one first; ``keys`` are the names folded.
    """

    ids: array[int] = field(default_factory=lambda: array("q"))
    other_ids: list[str] = field(default_factory=list)
    lats: array[float] = field(default_factory=lambda: array("d"))
    lons: array[float] = field(default_factory=lambda: array("d"))
    populations: array[int] = field(default_factory=lambda: array("q"))
    radii: array[float] = field(default_factory=lambda: array("f"))
    priors: array[float] = field(default_factory=lambda: array("f"))
    countries: Words = field(default_factory=Words)
    codes: Words = field(default_factory=Words)
    admins: Words = field(default_factory=Words)
    names: PackedStrings = field(default_factory=PackedStrings)
    name_counts: array[int] = field(default_factory=lambda: array("I"))
    qualities: array[int] = field(default_factory=lambda: array("B"))
    keys: PackedStrings = field(default_factory=PackedStrings)

    def __len__(self) -> int:
        return len(self.ids)

    def append(self, entry: Entry, more_names: tuple[str, ...]) -> None:
        """Add a place."""
        if entry.id.isdigit():
            self.ids.append(int(entry.id))
        else:
            self.other_ids.append(entry.id)
            self.ids.append(-len(self.other_ids))
        self.lats.append(entry.lat)
        self.lons.append(entry.lon)
        self.populations.append(entry.population)
        self.radii.append(entry.radius_km)
        self.priors.append(prominence(entry))
        self.countries.append(entry.country)
        self.codes.append(f"{entry.feature_class}.{entry.feature_code}")
        # First- and second-level codes by turns: they share one list of words.
        self.admins.append(entry.admin1)
        self.admins.append(entry.admin2)
        names = dict.fromkeys((entry.name, *entry.names, *more_names))
        self.name_counts.append(len(names))
        for name in names:
            self.names.append(name)
            self.qualities.append(quality(name))
            self.keys.append(fold(name))


def gather_places(
    entries: Iterable[Entry], more_names: Mapping[str, tuple[str, ...]], progress: Progress
) -> Gathered:
    """Gather entries; of two with the same id the first wins.

    Parameters
    ----------
    more_names : mapping of str to tuple of str
        More names by place id.
    progress : callable
        Called with the name of the stage and the entries done so far.
    """
    gathered = Gathered()
    seen: set[int | str] = set()
    for count, entry in enumerate(entries):
        id_ = int(entry.id) if entry.id.isdigit() else entry.id
        if id_ not in seen:
            seen.add(id_)
            gathered.append(entry, more_names.get(entry.id, ()))
        if count % _REPORTED == 0:
            progress("reading places", count)
    return gathered
