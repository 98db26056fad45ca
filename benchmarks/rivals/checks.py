"""Checks of our own lookup, each in a process of its own.

    python -m rivals.checks recorded GAZETTEER TABLE    time recorded names
    python -m rivals.checks not_places GAZETTEER TABLE  ask for what is no place
    python -m rivals.checks taken_out GAZETTEER JOB     ask for places that were taken out

Each prints one line of JSON.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import files
from pathlib import Path
from typing import Any

import numpy as np

from gazetteer import Gazetteer, QueryError
from gazetteer.cells import distances_km
from gazetteer.folding import fold
from gazetteer.readers.opening import open_text
from rivals.geomap_lookup import arguments
from rivals.name_table import RECORDED, NameTable
from rivals.queries import RIGHT_KM, Query

#: The commonest names that persons are drawn from, and how many are drawn of each kind.
_COMMON, _DRAWN = 3000, 50


def census_names(which: str) -> list[str]:
    """The commonest names of a list of the US Census of 1990 in PyPI ``names`` (public domain)."""
    # Found by its distribution: a module called names is what runs this.
    path = next(p for p in files("names") or () if p.name == which)
    lines = Path(str(path.locate())).read_text("utf-8").splitlines()[:_COMMON]
    return [line.split()[0].capitalize() for line in lines]


def not_places(recorded: set[str]) -> Iterator[tuple[str, str]]:
    """Names that are no places: (kind, name), 50 of each kind at most.

    Persons whose name a place has on record are passed over: Houston is a place.
    """
    chance = random.Random(19)
    first, last = census_names("dist.female.first"), census_names("dist.all.last")
    first += census_names("dist.male.first")
    surnames = [name for name in last if fold(name) not in recorded]
    yield from (("surname", name) for name in chance.sample(surnames, _DRAWN))
    for _ in range(_DRAWN):
        yield "person", f"{chance.choice(first)} {chance.choice(last)}"
    with open(Path(__file__).with_name("not_places.tsv"), encoding="utf-8", newline="") as file:
        yield from (
            (kind, name)
            for kind, name in csv.reader(file, delimiter="\t")
            if fold(name) not in recorded
        )


def ask_not_places(path: Path, table: Path) -> list[list[Any]]:
    """Ask for each: kind, name, score, and what was answered."""
    gazetteer, said = Gazetteer.open(path), []
    for kind, name in not_places(set(NameTable(table).names)):
        found = gazetteer.lookup(name, limit=1)
        said.append([kind, name, *([found[0].score, found[0].name] if found else [0.0, ""])])
    return said


def time_recorded(path: Path, table: Path) -> dict[str, Any]:
    """CPU microseconds for a recorded name, each asked once; and those not found as recorded."""
    gazetteer = Gazetteer.open(path)
    names = (table / RECORDED).read_text("utf-8").split("\n")
    ways: dict[str, Callable[[str], Any]] = {
        "names.find": gazetteer.names.find,
        "lookup, limit=1": lambda name: gazetteer.lookup(name, limit=1),
        "lookup": gazetteer.lookup,
    }
    took: dict[str, float] = {}
    for way, call in ways.items():
        gazetteer.lookup("Bachmut")
        start = time.process_time()
        for name in names:
            call(name)
        took[way] = (time.process_time() - start) / len(names) * 1e6
    return {"us": took, "lost": [name for name in names if not gazetteer.names.find(name)]}


def take_out(source: Path, queries: list[Query], output: Path) -> int:
    """Write a dump without the right places and all within 25 km of them; how many went."""
    with open_text(source) as lines:
        rows = list(lines)
    cells = [row.split("\t", 6) for row in rows]
    lat = np.array([float(c[4]) for c in cells])
    lon = np.array([float(c[5]) for c in cells])
    keep = ~np.isin([int(c[0]) for c in cells], [q.id for q in queries])
    for query in queries:
        band = np.flatnonzero(np.abs(lat - query.lat) < RIGHT_KM / 100)
        keep[band] &= distances_km(query.lat, query.lon, lat[band], lon[band]) > RIGHT_KM
    output.write_text("".join(r for r, kept in zip(rows, keep, strict=True) if kept), "utf-8")
    return int((~keep).sum())


def ask_taken_out(path: Path, job: Path) -> dict[str, list[list[Any]]]:
    """Ask for each with each hint: score of the best answer, and how its name was met."""
    gazetteer, said = Gazetteer.open(path), {}
    given = json.loads(job.read_text("utf-8"))
    queries = [Query(*row[:5], tuple(row[5]), row[6]) for row in given["queries"]]
    for hint in given["hints"]:
        said[hint] = [_best(gazetteer, query, hint) for query in queries]
    return said


def _best(gazetteer: Gazetteer, query: Query, hint: str) -> list[Any]:
    try:
        found = gazetteer.lookup(query.text, limit=1, **arguments(query, hint))
    except QueryError:
        # The whole country went, as Singapore's does.
        found = []
    return [found[0].score, found[0].match] if found else [0.0, ""]


def main() -> None:
    """Run from the command line."""
    check, gazetteer, given = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    checks: dict[str, Callable[[Path, Path], Any]] = {
        "recorded": time_recorded,
        "not_places": ask_not_places,
        "taken_out": ask_taken_out,
    }
    print(json.dumps(checks[check](gazetteer, given)))


if __name__ == "__main__":
    main()
