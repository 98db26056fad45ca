"""The command that trains the resolver's weights; see the package."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from gazetteer.lookup import Gazetteer
from geomap.recognition.training.folds import read_folds
from geomap.resolution.resolver import Resolver
from geomap.resolution.training.judged import fit_unrecorded
from geomap.resolution.training.readings import read_both, read_gold
from geomap.resolution.training.weighing import train


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Train the resolver's weights.")
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path, required=True, help="recogniser's fold models")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    gazetteer = Gazetteer.open()
    recognisers, fold_of = read_folds(arguments.folds, gazetteer.names)
    records = read_gold(arguments.corpora)
    readings = [r for d in records for r in read_both(recognisers[fold_of[d["id"]]], d)]
    weights = train(gazetteer, readings)
    resolver = Resolver(gazetteer, weights)
    unrecorded = fit_unrecorded(resolver, recognisers, fold_of)
    replace(weights, unrecorded=unrecorded).write(arguments.output)


if __name__ == "__main__":
    main()
