"""The report at the end: how many rows were answered, and which names most often were not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from geomap.normalisation.answer import Answer

#: Unresolved names counted at a time; rarer ones are dropped beyond that (Manku & Motwani
#: 2002, "Approximate frequency counts over data streams", lossy counting).
_COUNTED = 20_000
_SHOWN = 5


@dataclass(slots=True)
class Report:
    """Counts over the rows of a run.

    ``statuses`` counts rows by the status of their answer, ``names`` the names that were not
    resolved.
    """

    rows: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    def count(self, names: Iterable[str], answers: list[Answer]) -> None:
        """Count some rows."""
        self.rows += len(answers)
        self.statuses.update(answer.status for answer in answers)
        self.names.update(
            name
            for name, answer in zip(names, answers, strict=True)
            if answer.status in ("uncertain", "unresolved")
        )
        if len(self.names) > _COUNTED:
            self.names = Counter(dict(self.names.most_common(_COUNTED // 2)))

    def lines(self) -> list[str]:
        """Write the report as lines of text."""
        said = [f"{self.statuses[s]:,} {s}" for s in ("resolved", "uncertain", "unresolved")]
        said += [f"{self.statuses[s]:,} {s}" for s in ("empty", "bad") if self.statuses[s]]
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        lines = [f"{rows}: {', '.join(said)}"]
        if self.names:
            top = (
                f"{' '.join(name.split())} ({count:,})"
                for name, count in self.names.most_common(_SHOWN)
            )
            lines.append(f"most frequent of those not resolved: {', '.join(top)}")
        return lines
