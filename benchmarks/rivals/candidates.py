"""What the rivals with an index share: candidates from it, reranked, answered with a place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gazetteer.folding import fold
from rivals.name_table import NameTable
from rivals.queries import Answer, Query
from rivals.rerank import pick


class Reranked:
    """A system that finds numbers of names and lets them be reranked."""

    def __init__(self, table: Path, find: Callable[[str], list[int]]) -> None:
        self.table = NameTable(table)
        self.prior = self.table.prior()
        self.find = find

    def ask(self, query: Query, hint: str) -> Answer | None:
        """Resolve one name; the hint goes unused."""
        key, table = fold(query.text), self.table
        numbers = self.find(key) if key else []
        if not numbers:
            return None
        first, score = pick(key, [table.names[n] for n in numbers], self.prior[numbers])
        row = table.best[numbers[first]]
        return Answer(str(table.ids[row]), float(table.lat[row]), float(table.lon[row]), score)
