"""Name resolution side by side: geomap and the rivals that pip can install, on the same names.

    python benchmarks/names.py [--rivals localis,rapidfuzz,sqlite,tantivy,symspell]
        [--hint none|country|near|spot]... [--half odd|even|all] [--limit N]
        [--gazetteer FILE] [--source DUMP] [--variants FOLDER]

Needs ``pip install '.[benchmark]'``. All index the same names (but localis, which brings its own)
and are asked the same queries one by one, each in a process of its own. Prints Markdown. The even
lines of the sets are what geomap's weights were fitted to, so the odd ones are asked.

Hints: ``country`` is the right country, ``near`` a random point within 150 km of the right place
and a radius of 150 km, ``spot`` the right place's own point with that radius, which says too much.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rivals import checks, geomap_lookup, report
from rivals.name_table import RECORDED_COUNT, write_name_table
from rivals.queries import HINTS, Answer, Query, read_queries, spread
from rivals.scoring import Outcome, judge

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "variants"
SETS = ("alias_holdout", "typos", "translit", "real_news")
OURS = "geomap"
#: Module of each system, and how many queries of a set a slow one is asked.
SYSTEMS: dict[str, tuple[str, int | None]] = {
    OURS: ("geomap_lookup", None),
    "localis": ("localis_cities", None),
    "rapidfuzz": ("rapidfuzz_scan", 100),
    "sqlite": ("sqlite_fts5", 250),
    "tantivy": ("tantivy_fuzzy", None),
    "symspell": ("symspell_deletes", None),
}
#: Every so many queries of a set has its place taken out.
_TAKEN_OUT = 8


class MissingError(Exception):
    """A system that could not be run, and why."""


def run(*words: str | Path) -> dict[str, Any]:
    """Run a Python module in a process of its own, with one thread, and read the JSON it prints.

    Raises
    ------
    MissingError
        When it fails; carries the last line it wrote on standard error.
    """
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
    done = subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        # The tree that this script stands in is measured, whichever one is installed.
        env={**os.environ, **threads, "PYTHONPATH": os.pathsep.join([str(HERE), str(HERE.parent)])},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise MissingError((done.stderr.strip().splitlines() or ["it failed without a word"])[-1])
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}


def compile_gazetteer(source: Path, output: Path) -> float:
    """Compile a dump by the command; CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run("geomap", "gazetteer", "build", source, "-o", output, "-q")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


@contextlib.contextmanager
def said(what: str) -> Iterator[None]:
    """Say on standard error what is under way, and how long it took."""
    start = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - start:.0f} s", file=sys.stderr, flush=True)


class Bench:
    """The queries, and a folder with the name table and each system's files."""

    def __init__(self, folder: Path, sets: dict[str, list[Query]]) -> None:
        self.folder, self.sets = folder, sets

    def measure(
        self, system: str, hints: list[str], build_s: float | None = None
    ) -> list[report.Measured]:
        """Build one system, unless that was done, and ask it everything."""
        module, most = SYSTEMS[system]
        own = self.folder / module
        own.mkdir(exist_ok=True)
        if build_s is None:
            build_s = run("rivals.asking", "build", module, self.folder, own)["seconds"]
        sets = {name: spread(queries, most) for name, queries in self.sets.items()}
        job = own / "job.json"
        asked = [query for queries in sets.values() for query in queries]
        job.write_text(json.dumps({"hints": hints, "queries": asked}), "utf-8")
        got = run("rivals.asking", "ask", module, self.folder, own, job)
        return [
            report.Measured(
                system, hint, self._outcomes(sets, got["answers"][hint]), self._unseen(), build_s,
                got["seconds"], got["mb"][hint], got["mb"][hint] - got["before_mb"],
            )
            for hint in hints
        ]  # fmt: skip

    def _outcomes(
        self, sets: dict[str, list[Query]], answers: list[Any]
    ) -> dict[str, dict[int, Outcome]]:
        """Outcomes by set and place in it."""
        outcomes: dict[str, dict[int, Outcome]] = {}
        rest = iter(answers)
        for name, queries in sets.items():
            place = {id(query): at for at, query in enumerate(self.sets[name])}
            outcomes[name] = {place[id(query)]: _outcome(query, next(rest)) for query in queries}
        return outcomes

    def _unseen(self) -> dict[str, set[int]]:
        return {
            name: {at for at, query in enumerate(queries) if query.unseen}
            for name, queries in self.sets.items()
        }

    def taken_out(self, source: Path, hints: list[str]) -> str:
        """Take places out of the dump, compile it, ask for them."""
        queries = [query for some in self.sets.values() for query in some[::_TAKEN_OUT]]
        dump, compiled = self.folder / "less.txt", self.folder / "less.bin"
        gone = checks.take_out(source, queries, dump)
        compile_gazetteer(dump, compiled)
        job = self.folder / "taken_out.json"
        job.write_text(json.dumps({"hints": hints, "queries": queries}), "utf-8")
        answers = run("rivals.checks", "taken_out", compiled, job)
        return f"{report.taken_out_table(answers)}\n{gone:,} places were taken out.\n"


def _outcome(query: Query, answer: list[Any]) -> Outcome:
    found = None if answer[0] is None else Answer(*answer[:4])
    return judge(query, found, answer[-1])


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    rivals = ",".join(name for name in SYSTEMS if name != OURS)
    parser.add_argument("--rivals", default=rivals, help=f"of {rivals}; '' for none")
    parser.add_argument("--hint", action="append", choices=HINTS, help="default: all of them")
    parser.add_argument("--half", choices=("odd", "even", "all"), default="odd")
    parser.add_argument("--limit", type=int, help="at most so many queries of each set")
    parser.add_argument("--gazetteer", type=Path, help="compiled from --source already")
    parser.add_argument("--source", type=Path, default=SHARED / "cities500_reduced.txt.xz")
    parser.add_argument("--variants", type=Path, default=SHARED)
    parser.add_argument("--no-taken-out", action="store_true", help="save a compilation")
    arguments = parser.parse_args()
    arguments.rivals = [name for name in arguments.rivals.split(",") if name]
    unknown = sorted(set(arguments.rivals) - set(SYSTEMS))
    if unknown:
        parser.error(f"no such rival: {', '.join(unknown)}; there are {rivals}")
    if arguments.limit is not None and arguments.limit < 1:
        parser.error("--limit must be at least 1")
    missing = [p for p in (arguments.source, arguments.variants) if not p.exists()]
    if missing:
        parser.error(f"{missing[0]}: no such file or folder; see --source and --variants")
    return arguments


def measure_all(
    bench: Bench, arguments: argparse.Namespace, hints: list[str], build_s: float
) -> list[report.Measured]:
    """Measure ours and the rivals; one that cannot run is printed as such."""
    with said(OURS):
        measured = bench.measure(OURS, hints, build_s)
    for name in arguments.rivals:
        # The others have no hints to take.
        own = [hint for hint in hints if name == "rapidfuzz" and hint != "spot"] or ["none"]
        try:
            with said(name):
                measured += bench.measure(name, own)
        except MissingError as error:
            print(f"{name} could not be run: {error}\n")
    return measured


def report_checks(bench: Bench, arguments: argparse.Namespace, hints: list[str]) -> None:
    """Print what is measured of ours alone."""
    compiled = bench.folder / SYSTEMS[OURS][0] / geomap_lookup.FILE
    print("### Recorded names\n")
    recorded = run("rivals.checks", "recorded", compiled, bench.folder)
    took, lost, count = recorded["us"], recorded["lost"], RECORDED_COUNT
    print(f"CPU us a name, {count:,} different recorded names, each for the first time:\n")
    print(report.table(list(took), [[f"{value:.1f}" for value in took.values()]]))
    print(f"Not found as recorded: {len(lost)} ({'; '.join(lost[:5])})\n")
    print("### Names that are no places\n")
    print(report.not_places_table(run("rivals.checks", "not_places", compiled, bench.folder)))
    if not arguments.no_taken_out:
        print("### The right place taken out\n")
        with said("taken out"):
            print(bench.taken_out(arguments.source, hints))


def main() -> None:
    """Run from the command line."""
    arguments = read_arguments()
    hints = arguments.hint or list(HINTS)
    sets = {
        name: read_queries(arguments.variants / f"{name}.jsonl", arguments.half, arguments.limit)
        for name in SETS
    }
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        compiled = folder / SYSTEMS[OURS][0] / geomap_lookup.FILE
        compiled.parent.mkdir()
        with said("names and gazetteer"):
            write_name_table(arguments.source, folder)
            if arguments.gazetteer:
                compiled.symlink_to(arguments.gazetteer.resolve())
                build_s = float("nan")
            else:
                build_s = compile_gazetteer(arguments.source, compiled)
        bench = Bench(folder, sets)
        measured = measure_all(bench, arguments, hints, build_s)
        ours = [one for one in measured if one.system == OURS]
        print(f"### All systems, top-1 ({arguments.half} lines)\n")
        print(report.main_table(measured))
        if arguments.rivals:
            print("### Ours against theirs, on the same queries\n")
            print(report.ratio_table(measured, OURS))
        print("### Time by set\n")
        print(report.times_table(measured))
        print("### Precision / recall of answers by their score\n")
        print(report.curve_table(ours))
        print("### Calibration, all sets together\n")
        print(report.calibration_table(ours))
        print(f"The compiled gazetteer is {compiled.stat().st_size / 1e6:.0f} MB.\n")
        report_checks(bench, arguments, hints)


if __name__ == "__main__":
    main()
