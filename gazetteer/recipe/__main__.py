"""``python -m gazetteer.recipe``: write the tables, the manifest and SOURCES.md."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from gazetteer.recipe.build import build, write_tables
from gazetteer.recipe.download import Packages
from gazetteer.recipe.landmarks import make_landmarks
from gazetteer.recipe.manifest import make_manifest, write_manifest

TABLES = Path(__file__).parent.parent / "tables"


def tell(stage: str) -> None:
    """One line on standard error."""
    print(f"recipe: {stage}", file=sys.stderr, flush=True)


def main() -> None:
    """Download what is missing, make the tables, write them."""
    parser = argparse.ArgumentParser(prog="python -m gazetteer.recipe", description=__doc__)
    parser.add_argument(
        "--downloads",
        type=Path,
        default=Path("downloads"),
        metavar="DIR",
        help="folder with the packages, or to download them to",
    )
    parser.add_argument(
        "--tables",
        type=Path,
        default=TABLES,
        metavar="DIR",
        help="folder to write the tables to (default: %(default)s)",
    )
    arguments = parser.parse_args()
    arguments.downloads.mkdir(parents=True, exist_ok=True)
    arguments.tables.mkdir(parents=True, exist_ok=True)
    tell("checking packages")
    made = build(Packages(arguments.downloads), tell)
    if not make_landmarks():
        tell("warning: no landmarks.tsv yet")
    tell("writing")
    counts = write_tables(made, arguments.tables)
    write_manifest(arguments.tables, make_manifest(arguments.tables, counts))


if __name__ == "__main__":
    main()
