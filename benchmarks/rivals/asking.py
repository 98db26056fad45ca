"""Build or ask one system in a process of its own, so that its memory is its own.

    python -m rivals.asking build SYSTEM TABLE FOLDER
    python -m rivals.asking ask SYSTEM TABLE FOLDER JOB

``JOB`` is a JSON file: ``{"hints": [...], "queries": [[...], ...]}``. What comes out is one line
of JSON: CPU seconds, resident memory, and the answers for each hint.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

import gazetteer
from rivals.queries import Query

#: Asked before the clock runs: names turned round, so that no answer is known beforehand.
_WARMING = 60


def resident_mb() -> float:
    """Megabytes of this process in memory now, mapped files included (proc_pid_status(5))."""
    lines = Path("/proc/self/status").read_text().splitlines()
    line = next(line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def ask(system: Any, queries: list[Query], hint: str) -> list[Any]:
    """Ask one by one, on the clock: id, degrees, score and CPU milliseconds, or None and these."""
    for query in queries[:: max(1, len(queries) // _WARMING)]:
        system.ask(query._replace(text=query.text[::-1]), hint)
    answers = []
    for query in queries:
        start = time.process_time_ns()
        answer = system.ask(query, hint)
        spent = (time.process_time_ns() - start) / 1e6
        answers.append([*answer[:4], spent] if answer else [None, spent])
    return answers


def main() -> None:
    """Run from the command line."""
    action, name, table, folder, *job = sys.argv[1:]
    # What all systems share is no system's memory.
    assert gazetteer
    assert np
    before, start = resident_mb(), time.process_time()
    module = import_module(f"rivals.{name}")
    if action == "build":
        module.build(Path(table), Path(folder))
        print(json.dumps({"seconds": time.process_time() - start}))
        return
    given = json.loads(Path(job[0]).read_text("utf-8"))
    queries = [Query(*row[:5], tuple(row[5]), row[6]) for row in given["queries"]]
    start = time.process_time()
    system = module.System(Path(table), Path(folder))
    opened = time.process_time() - start
    answers, memory = {}, {}
    for hint in given["hints"]:
        answers[hint] = ask(system, queries, hint)
        memory[hint] = resident_mb()
    print(json.dumps({"seconds": opened, "before_mb": before, "mb": memory, "answers": answers}))


if __name__ == "__main__":
    main()
