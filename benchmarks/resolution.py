"""Score resolution alone, names given, on annotated news, by cross-validation.

    python benchmarks/resolution.py CORPUS.jsonl... [--by site] [--scorer SCORE.py] [--worst N]

Every document is resolved with weights trained on the documents of the other folds: folds by
document, or with ``--by site`` by newspaper, so that no document of the same one was learned
from. The spans that gold marks are given, as ``geomap parse --given`` takes them; recognition is
not needed. Prints the share right within 161 km and with gold's GeoNames id for each corpus,
their means, and the calibration of the scores; with ``--worst`` also the most frequent errors.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

from gazetteer import Gazetteer
from geomap.resolution import ParsedDocument, Resolver
from geomap.resolution.training.readings import read_given, read_gold
from geomap.resolution.training.weighing import fit_weights, stage_all
from geomap.resolution.weights import Weights

SCORER = Path(__file__).parents[2] / "shared" / "bench" / "score.py"
FOLDS = 5
#: What says which documents stay on one side of the cross-validation.
KEYS: dict[str, Callable[[dict[str, Any]], str]] = {
    "document": lambda record: str(record["id"]),
    "site": lambda record: urlsplit(record["url"] or "").hostname or str(record["id"]),
}

Outcome = tuple[dict[str, Any], ParsedDocument]


def load_scorer(path: Path) -> ModuleType:
    """Import the scorer, which is a script and no part of a package."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def resolve_held_out(records: list[dict[str, Any]], key: str) -> list[Outcome]:
    """Resolve every document with weights that have seen nothing of its fold."""
    gazetteer = Gazetteer.open()
    resolver = Resolver(gazetteer, Weights.none())
    readings = [read_given(record) for record in records]
    scenes = [stage_all(resolver, reading) for reading in readings]
    fold_of = [crc32(KEYS[key](record).encode()) % FOLDS for record in records]
    outcomes = []
    for fold in range(FOLDS):
        kept = [some for some, f in zip(scenes, fold_of, strict=True) if f != fold]
        learned = [scene for some in kept for scene in some]
        # What unrecorded names mean was learned from other texts.
        weights = replace(fit_weights(gazetteer, learned), unrecorded=Weights.load().unrecorded)
        fitted = Resolver(gazetteer, weights)
        for record, reading, own in zip(records, readings, fold_of, strict=True):
            if own == fold:
                outcomes.append((record, fitted.resolve(reading.document, reading.mentions)))
    return outcomes


def predicted(parsed: ParsedDocument) -> list[dict[str, Any]]:
    """The mentions of a document as the scorer reads them."""
    return [
        {
            "start": r.mention.start,
            "end": r.mention.end,
            "text": r.mention.text,
            "lat": r.place.lat if r.place else None,
            "lon": r.place.lon if r.place else None,
            "geonameid": r.place.geonameid if r.place else None,
            "score": r.score,
            "name": f"{r.place.name} {r.place.feature_code} {r.place.path}" if r.place else "-",
        }
        for r in parsed.resolutions
    ]


def print_scores(outcomes: list[Outcome], scorer: ModuleType) -> None:
    """Print accuracy for each corpus, and the mean over the corpora."""
    corpora = dict.fromkeys(record["corpus"] for record, _ in outcomes)
    scores = {}
    for corpus in corpora:
        own = [(r, p) for r, p in outcomes if r["corpus"] == corpus]
        found = {r["id"]: predicted(p) for r, p in own}
        scores[corpus] = s = scorer.score([r for r, _ in own], found)
        print(f"{corpus:9} acc161 {s['acc161']:.3f}  id {s['id_acc']:.3f}  auc {s['auc']:.3f}")
    near = [s["acc161"] for s in scores.values()]
    same = [s["id_acc"] for s in scores.values() if s["id_acc"] == s["id_acc"]]
    print(f"mean      acc161 {sum(near) / len(near):.3f}  id {sum(same) / len(same):.3f}")


def judged(outcomes: list[Outcome], scorer: ModuleType) -> list[tuple[dict[str, Any], ...]]:
    """Pairs of gold toponym and prediction, each with the distance between them added."""
    pairs = []
    for record, parsed in outcomes:
        gold = [t for t in record["toponyms"] if t["lat"] is not None]
        found = predicted(parsed)
        for i, j, _ in scorer.pair(gold, found):
            g, p = gold[i], found[j]
            far = p["lat"] is None
            km = scorer.FAR if far else scorer.km(g["lat"], g["lon"], p["lat"], p["lon"])
            pairs.append(({**g, "corpus": record["corpus"], "doc": record["id"]}, {**p, "km": km}))
    return pairs


def print_calibration(pairs: list[tuple[dict[str, Any], ...]]) -> None:
    """Print for each tenth of the score how many resolutions there are and the share right."""
    tenths: dict[int, list[tuple[float, bool, bool]]] = {}
    for gold, found in pairs:
        if found["lat"] is not None:
            near = found["km"] <= 161
            same = found["geonameid"] == gold["geonameid"] if gold["geonameid"] else near
            tenths.setdefault(min(9, int(found["score"] * 10)), []).append(
                (found["score"], near, same)
            )
    for tenth, some in sorted(tenths.items()):
        mean, near, same = (sum(column) / len(some) for column in zip(*some, strict=True))
        print(
            f"score {tenth / 10:.1f}: {len(some):5} resolutions, mean score {mean:.3f}, "
            f"within 161 km {near:.3f}, same place {same:.3f}"
        )


def print_worst(pairs: list[tuple[dict[str, Any], ...]], most: int) -> None:
    """Print the most frequent errors of each corpus."""
    wrong: dict[str, Counter[str]] = {}
    for gold, found in pairs:
        if found["km"] > 161:
            line = f"{gold['text']} -> {found['name']}; gold {gold['name']} {gold['geonameid']}"
            line += f" {gold['lat']:.2f} {gold['lon']:.2f}, {found['km']:.0f} km off"
            wrong.setdefault(gold["corpus"], Counter())[line] += 1
    for corpus, lines in wrong.items():
        print(corpus)
        for line, count in lines.most_common(most):
            print(f"  {count:3} {line}")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--by", choices=list(KEYS), default="document")
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    scorer = load_scorer(arguments.scorer)
    outcomes = resolve_held_out(read_gold(arguments.corpora), arguments.by)
    print_scores(outcomes, scorer)
    pairs = judged(outcomes, scorer)
    print_calibration(pairs)
    if arguments.worst:
        print_worst(pairs, arguments.worst)


if __name__ == "__main__":
    main()
