"""Score the whole way on annotated news, by cross-validation.

    python benchmarks/news.py CORPUS.jsonl... --folds FOLDER [--scorer SCORE.py]
        [--spacy PIPELINE] [--spacy-python PYTHON]

FOLDER holds the recogniser's fold models (``python -m geomap.recognition.training
--with-corpora`` writes them). A document is read by the model that has not seen it, and resolved
by weights trained on the other folds. Prints what the scorer prints for each corpus, words per
second, and how fast and large the program is beside spaCy on the documents of LGL (``speed.py``).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from speed import add_options, compare

from gazetteer import Gazetteer
from geomap.exports.json_lines import to_json_line
from geomap.recognition.training.folds import read_folds
from geomap.resolution import Resolver
from geomap.resolution.training.readings import read_both, read_document, read_gold
from geomap.resolution.training.weighing import train
from geomap.resolution.weights import Weights

#: The corpus that speed and memory are measured on.
TIMED = "LGL"
SCORER = Path(__file__).parents[2] / "shared" / "bench" / "score.py"


def predict(documents: list[dict[str, Any]], folder: Path) -> tuple[dict[str, list[str]], float]:
    """Parse every document with models that have not seen it.

    Returns
    -------
    lines : dict of str to list of str
        JSON Lines by corpus.
    speed : float
        Words a second, recognition and resolution, on one core.
    """
    gazetteer = Gazetteer.open()
    recognisers, fold_of = read_folds(folder, gazetteer.names)
    folds = [fold_of[d["id"]] for d in documents]
    readings = [read_both(recognisers[f], d) for f, d in zip(folds, documents, strict=True)]
    lines: dict[str, list[str]] = {}
    words, seconds = 0, 0.0
    for fold, recogniser in enumerate(recognisers):
        kept = [r for f, both in zip(folds, readings, strict=True) if f != fold for r in both]
        # What unrecorded names mean was learned from other texts.
        weights = replace(train(gazetteer, kept), unrecorded=Weights.load().unrecorded)
        resolver = Resolver(gazetteer, weights)
        held = [d for f, d in zip(folds, documents, strict=True) if f == fold]
        started = time.perf_counter()
        for record in held:
            document = replace(read_document(record), given=None)
            parsed = resolver.resolve(document, recogniser.find_mentions(document))
            lines.setdefault(record["corpus"], []).append(to_json_line(parsed))
            words += len(record["text"].split())
        seconds += time.perf_counter() - started
    return lines, words / seconds


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, default=SCORER)
    add_options(parser)
    arguments = parser.parse_args()
    lines, speed = predict(read_gold(arguments.corpora), arguments.folds)
    gold = {path.stem: path for path in arguments.corpora}
    total = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for corpus, predicted in lines.items():
            path = Path(folder, f"{corpus}.jsonl")
            path.write_text("".join(predicted), encoding="utf-8")
            command = [sys.executable, str(arguments.scorer), str(gold[corpus]), str(path)]
            done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
            score = json.loads(done.stdout)
            total += score["e2e_f1"]
            print(corpus, " ".join(f"{k}={v:.3f}" for k, v in score.items()))
    print(f"macro mean e2e_f1 {total / len(lines):.3f}; {speed:,.0f} words a second")
    if TIMED in gold:
        print(compare(gold[TIMED], arguments.spacy, arguments.spacy_python))


if __name__ == "__main__":
    main()
