"""Time ``geomap normalise`` on a large table: seconds, rows a second, peak memory.

    python benchmarks/normalise.py [--rows 1000000] [--names 50000] [--coherent] [--gazetteer FILE]

The table has so many distinct names, half of them recorded names of the gazetteer, half such names
with one or two random edits, drawn in equal parts (each name about rows/names times, in no order).
The command runs in a process of its own, on one core, so that its peak memory is its own. Also
timed in that process: how long the lookups alone took, and so what is left for reading, keeping
answers and writing.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from gazetteer import Gazetteer

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: Runs the command as a user does, with a clock around each lookup.
_TIMED = """
import json, resource, sys, time
from gazetteer import Gazetteer
from geomap.cli import main

lookup, spent, calls = Gazetteer.lookup, 0.0, 0

def timed(self, name, **hints):
    global spent, calls
    start = time.perf_counter()
    found = lookup(self, name, **hints)
    spent += time.perf_counter() - start
    calls += 1
    return found

Gazetteer.lookup = timed
start = time.perf_counter()
try:
    main(sys.argv[1:])
except SystemExit:
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": time.perf_counter() - start, "lookup": spent, "lookups": calls,
                  "peak_mb": peak}))
"""


def edited(name: str, chance: random.Random) -> str:
    """Make one or two edits: leave out, double, replace or swap letters."""
    letters = list(name)
    for _ in range(chance.choice((1, 1, 2))):
        at = chance.randrange(len(letters) - 1)
        kind = chance.randrange(4)
        if kind == 0:
            del letters[at]
        elif kind == 1:
            letters.insert(at, letters[at])
        elif kind == 2:
            letters[at] = chance.choice(_LETTERS)
        else:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def distinct_names(gazetteer: Gazetteer, count: int, chance: random.Random) -> list[str]:
    """Make names, half recorded, half edited."""
    rows = gazetteer.rows
    recorded = {rows.name(chance.randrange(len(rows))) for _ in range(count * 3)}
    usable = sorted(name for name in recorded if len(name) > 3 and name.isprintable())
    chance.shuffle(usable)
    half = count // 2
    made = {edited(name, chance) for name in usable[half:]} - set(usable)
    return [*usable[:half], *sorted(made)[: count - half]]


def write_table(path: Path, names: list[str], rows: int, chance: random.Random) -> None:
    """Write a table of an id, a name and a note."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "place", "note"))
        for number in range(rows):
            writer.writerow((number, chance.choice(names), "seen near the road"))


def run(table: Path, options: list[str]) -> dict[str, float]:
    """Normalise a table in a process of its own, on one core."""
    words = ["normalise", str(table), "--column", "place", "-o", str(table.with_name("out.csv"))]
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    command = [sys.executable, "-c", _TIMED, *words, *options]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **threads}
    )
    sys.stderr.write(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--names", type=int, default=50_000)
    parser.add_argument("--coherent", action="store_true")
    parser.add_argument("--gazetteer", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(3)
    options = ["--coherent"] if arguments.coherent else []
    options += ["--gazetteer", str(arguments.gazetteer)] if arguments.gazetteer else []
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder, "table.csv")
        names = distinct_names(Gazetteer.open(arguments.gazetteer), arguments.names, chance)
        write_table(table, names, arguments.rows, chance)
        got = run(table, options)
    rest = got["seconds"] - got["lookup"]
    print(f"{arguments.rows:,} rows, {len(names):,} distinct names")
    print(f"{got['seconds']:.1f} s, {arguments.rows / got['seconds']:,.0f} rows a second")
    print(f"lookups {got['lookup']:.1f} s for {got['lookups']:,}; all else {rest:.1f} s")
    print(f"peak memory {got['peak_mb']:.0f} MB")


if __name__ == "__main__":
    main()
