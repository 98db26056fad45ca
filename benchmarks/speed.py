"""Words a second and memory of ``geomap.Parser``, beside spaCy's named entities in the same run.

    python benchmarks/speed.py CORPUS.jsonl [--spacy PIPELINE] [--spacy-python PYTHON]

Each runs in a process of its own with one thread, by turns. Every other document warms it up, the
rest are timed by processor time: recognition and resolution here, a pipeline with nothing but
``ner`` there. The median of the rounds is printed, and the most memory that was resident.
``--spacy-python`` is the interpreter that has spaCy when this one has not.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 3
#: So that what is loaded for some texts only, to tell languages, is loaded before the clock runs.
_FOREIGN = "Der Zug nach Hamburg fuhr am Abend ab."
#: Threads of the numerical libraries would share the work of one core among several.
_ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")}


def read_texts(path: Path) -> list[str]:
    """Return the texts of a corpus in JSON lines."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line)["text"] for line in lines if line]


def load_geomap() -> Callable[[str], object]:
    """Return what finds and resolves the places of a text."""
    import geomap

    parser = geomap.Parser.open()
    return lambda text: parser.parse(geomap.Document("", text))


def load_spacy(name: str) -> Callable[[str], object]:
    """Return what finds the named entities of a text, and nothing else."""
    import spacy

    pipeline = spacy.load(name)
    pipeline.select_pipes(enable=["ner"])
    return pipeline


def time_reading(read: Callable[[str], object], texts: list[str]) -> float:
    """Return how many words a second of processor time are read, once warm."""
    for text in [_FOREIGN, *texts[1::2]]:
        read(text)
    started = time.process_time()
    for text in texts[::2]:
        read(text)
    return sum(len(text.split()) for text in texts[::2]) / (time.process_time() - started)


def read_peak() -> float:
    """Return the most memory that this process had resident, in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kilobytes) * 1024 / 1e6


def run_child(python: str, corpus: Path, program: str, spacy: str) -> tuple[float, float]:
    """Return words a second and peak memory of one program, run in a process of its own."""
    done = subprocess.run(
        [python, __file__, str(corpus), "--child", program, "--spacy", spacy],
        capture_output=True, text=True, check=True, env=os.environ | _ONE_THREAD,
    )  # fmt: skip
    speed, peak = map(float, done.stdout.split())
    return speed, peak


def compare(corpus: Path, spacy: str, python: str | None) -> str:
    """Return a line with the speed and memory of both, or of geomap alone without spaCy."""
    if python is None and importlib.util.find_spec("spacy"):
        python = sys.executable
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(run_child(sys.executable, corpus, "geomap", spacy))
        if python:
            theirs.append(run_child(python, corpus, "spacy", spacy))
    speed, peak = (statistics.median(column) for column in zip(*ours, strict=True))
    line = f"parse, {corpus.stem}: {speed:,.0f} words a second, {peak:.0f} MB resident"
    if not theirs:
        return f"{line}; spaCy is not installed: NOT COMPARED (see --spacy-python)"
    other, _ = (statistics.median(column) for column in zip(*theirs, strict=True))
    return f"{line}; spaCy {spacy} (ner only) {other:,.0f}: {speed / other:.1f} times"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where spaCy and its pipeline are."""
    parser.add_argument("--spacy", help="pipeline to compare with", default="en_core_web_sm")
    parser.add_argument("--spacy-python", help="interpreter that has spaCy, if this has not")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path)
    add_options(parser)
    parser.add_argument("--child", choices=("geomap", "spacy"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not arguments.child:
        print(compare(arguments.corpus, arguments.spacy, arguments.spacy_python))
        return
    read = load_geomap() if arguments.child == "geomap" else load_spacy(arguments.spacy)
    print(time_reading(read, read_texts(arguments.corpus)), read_peak())


if __name__ == "__main__":
    main()
