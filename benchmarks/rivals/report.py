"""The figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rivals.scoring import (
    THRESHOLDS,
    WANTED_PRECISION,
    Outcome,
    calibration,
    milliseconds,
    most_recall,
    precision_recall,
    top1,
)


@dataclass(frozen=True)
class Measured:
    """What one system did with one hint.

    ``outcomes`` by set and place in the set; a rival that was asked a sample has only those
    places. ``unseen`` has the places of spellings that the gazetteer does not record. Seconds are
    CPU seconds: to build what is kept, and to open it. Megabytes are resident after the queries:
    the whole process, and without Python, numpy and what else all share.
    """

    system: str
    hint: str
    outcomes: Mapping[str, Mapping[int, Outcome]]
    unseen: Mapping[str, set[int]]
    build_s: float
    open_s: float
    mb: float
    added_mb: float

    def all(self) -> list[Outcome]:
        """The outcomes of all sets."""
        return [outcome for some in self.outcomes.values() for outcome in some.values()]

    def by_set(self) -> dict[str, list[Outcome]]:
        """The outcomes of each set, and of the unseen spellings where a set has others too."""
        sets = {}
        for name, some in self.outcomes.items():
            sets[name] = list(some.values())
            unseen = [outcome for at, outcome in some.items() if at in self.unseen[name]]
            if len(unseen) < len(some):
                sets[f"{name}, unseen"] = unseen
        return sets


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines) + "\n"


def share(value: float) -> str:
    """A share of 1 with three decimals, as ``.731``."""
    return "-" if value != value else f"{value:.3f}".removeprefix("0")


def main_table(measured: Sequence[Measured]) -> str:
    """Top-1, time and memory of all systems."""
    sets = list(measured[0].by_set())
    rows = []
    for one in measured:
        median, slow = milliseconds(one.all())
        rows.append([
            one.system, one.hint, *map(share, map(top1, one.by_set().values())),
            f"{median:.2f}", f"{slow:.1f}", f"{one.build_s:.1f}", f"{one.open_s:.2f}",
            f"{one.mb:.0f}", f"{one.added_mb:.0f}", str(len(one.all())),
        ])  # fmt: skip
    header = ["system", "hint", *sets, "ms", "95 %", "build s", "open s", "MB", "added", "asked"]
    return table(header, rows)


def ratio_table(measured: Sequence[Measured], ours: str) -> str:
    """Our top-1 and theirs on the queries both were asked, and their median time over ours."""
    by_hint = {one.hint: one for one in measured if one.system == ours}
    rows = []
    for rival in measured:
        if rival.system == ours:
            continue
        # Only the queries that a slow rival was asked, of ours too.
        same = {
            name: {at: by_hint[rival.hint].outcomes[name][at] for at in outcomes}
            for name, outcomes in rival.outcomes.items()
        }
        mine = replace(by_hint[rival.hint], outcomes=same)
        cells = []
        for one, other in zip(mine.by_set().values(), rival.by_set().values(), strict=True):
            right, theirs = top1(one), top1(other)
            cells.append(f"{share(right)} / {share(theirs)} = {_over(right, theirs)}")
        faster = milliseconds(rival.all())[0] / milliseconds(mine.all())[0]
        rows.append([rival.system, rival.hint, *cells, f"{faster:.1f}"])
    return table(["ours / theirs", "hint", *measured[0].by_set(), "times as fast"], rows)


def _over(one: float, other: float) -> str:
    return f"{one / other:.2f}" if other else "-"


def times_table(measured: Sequence[Measured]) -> str:
    """Median and 95th percentile of the milliseconds, for each set."""
    rows = []
    for one in measured:
        cells = []
        for outcomes in one.by_set().values():
            median, slow = milliseconds(outcomes)
            cells.append(f"{median:.2f} / {slow:.1f}")
        rows.append([one.system, one.hint, *cells])
    return table(["CPU ms, median / 95 %", "hint", *measured[0].by_set()], rows)


def curve_table(measured: Sequence[Measured]) -> str:
    """Precision and recall over the score, for each set."""
    rows = []
    for one in measured:
        for name, said in one.by_set().items():
            points = [precision_recall(said, least) for least in THRESHOLDS]
            recall, least = most_recall(said)
            cells = [f"{share(p)} / {share(r)}" for p, r in points]
            rows.append([one.hint, name, *cells, f"{share(recall)} (from {share(least)})"])
    header = ["hint", "set", *(f">= {share(t)}" for t in THRESHOLDS)]
    return table([*header, f"recall at precision {share(WANTED_PRECISION)}"], rows)


def calibration_table(measured: Sequence[Measured]) -> str:
    """How often answers of each tenth of the score are right; all sets weigh by their queries."""
    rows = []
    for one in measured:
        for tenth, count, mean, right in calibration(one.all()):
            where = f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"
            off = f"{right - mean:+.3f}"
            rows.append([one.hint, where, str(count), share(mean), share(right), off])
    return table(["hint", "score", "answers", "mean score", "right", "right - score"], rows)


def not_places_table(said: Sequence[Sequence[Any]]) -> str:
    """What names that are no places got."""
    rows = []
    kinds = list(dict.fromkeys(kind for kind, *_ in said))
    for kind in [*kinds, "all"]:
        scores = [score for which, _, score, _ in said if kind in (which, "all")]
        shares = [sum(s >= least for s in scores) / len(scores) for least in (0.5, 0.8, 0.9)]
        rows.append([kind, str(len(scores)), *map(share, shares)])
    worst = sorted(said, key=lambda row: -row[2])[:8]
    named = ", ".join(f"{name} -> {met} {score:.2f}" for _, name, score, met in worst)
    return f"{table(['kind', 'names', '>= .5', '>= .8', '>= .9'], rows)}\nHighest: {named}\n"


def taken_out_table(said: Mapping[str, Sequence[Sequence[Any]]]) -> str:
    """What was answered when the right place was not there to be answered."""
    rows = []
    for hint, answers in said.items():
        count = len(answers)
        namesakes = sum(s >= 0.8 and match in ("exact", "alias") for s, match in answers)
        shares = [sum(s >= least for s, _ in answers) / count for least in (0.5, 0.8, 0.9)]
        rows.append([hint, str(count), *map(share, shares), share(namesakes / count)])
    header = ["hint", "queries", ">= .5", ">= .8", ">= .9", ">= .8, a recorded name elsewhere"]
    return table(header, rows)
