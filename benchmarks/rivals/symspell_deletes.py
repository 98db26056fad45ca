"""symspellpy: names within two edits by symmetric deletes (Garbe 2012), reranked.

It has no file of its own but a pickle, so its index is built when it is opened.
"""

from __future__ import annotations

from pathlib import Path

from symspellpy import SymSpell, Verbosity

from rivals.candidates import Reranked

HINTED = False


def build(table: Path, folder: Path) -> None:
    """Build nothing: the index lives in memory."""


class System(Reranked):
    """The dictionary of deletes."""

    def __init__(self, table: Path, folder: Path) -> None:
        super().__init__(table, self._find)
        self.deletes = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for number, name in enumerate(self.table.names):
            # The frequency is the number of the name: the order things are found in is not used.
            self.deletes.create_dictionary_entry(name, number + 1)

    def _find(self, key: str) -> list[int]:
        found = self.deletes.lookup(key, Verbosity.ALL, max_edit_distance=2)
        return [one.count - 1 for one in found]
