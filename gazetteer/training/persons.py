"""Persons: writes the names of `gazetteer.persons`: ``python -m gazetteer.training.persons``.

From the lists of the US Census of 1990 in PyPI ``names``.
"""

from __future__ import annotations

from pathlib import Path

from gazetteer.folding import fold
from gazetteer.training.strangers import first_names, surnames

#: Half of the surnames that strangers are drawn from: the network is to doubt the others as well.
_SURNAMES = 10_000


def main() -> None:
    """Write the table."""
    lines = [*sorted(set(map(fold, first_names()))), "", *sorted(map(fold, surnames()[:_SURNAMES]))]
    path = Path(__file__).parents[1] / "persons.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
