"""Training of the resolver's weights from documents with gold toponyms.

    python -m geomap.resolution.training CORPUS.jsonl... --folds FOLDER -o weights.tsv

A corpus has a document a line: ``{"text", "toponyms": [{"start", "end", "lat", "lon",
"geonameid"}]}``. Mentions are those that the recogniser finds, so that "none of these" is learned
from its mistakes too: for each document the fold model (see `geomap.recognition.training`) that
has not seen it. Method: conditional logit with L2 penalty, fitted by
gradient steps with Adam (Kingma & Ba 2015); a few dozen weights need nothing heavier.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from geomap.documents import Document
from geomap.recognition import Mention, Recogniser
from geomap.recognition.training.folds import read_folds
from geomap.resolution.features import ALL, LOCAL
from geomap.resolution.ranker import Weights
from geomap.resolution.resolver import Resolver
from geomap.resolution.scene import Scene

#: A candidate this near gold counts as right when none has gold's GeoNames id.
_RIGHT_KM = 25.0
#: Where gold is in no candidate's place but this near one, neither it nor "none" is learned.
_NEAR_KM = 161.0
#: Names this prominent are places, whether gold says so or not.
_CONVENTIONAL = 7.0
_PENALTY, _STEPS, _RATE = 2e-4, 400, 0.05


@dataclass(slots=True)
class Example:
    """One group: features, and which rows are right.

    The last row is "none of these": right when no candidate is.
    """

    features: Array
    right: Array


@dataclass(slots=True)
class Reading:
    """A document as the recogniser reads it, and the gold toponym of each mention, if any."""

    corpus: str
    text: str
    mentions: tuple[Mention, ...]
    gold: list[dict[str, Any] | None]


def read_gold(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Read corpora, a document a line."""
    return [json.loads(line) for p in paths for line in p.open(encoding="utf-8")]


def read_mentions(recogniser: Recogniser, document: dict[str, Any]) -> Reading:
    """Find the mentions of a document, and the gold toponym that each one overlaps.

    Mentions that overlap only gold without a coordinate are left out: nothing is known of them.
    """
    found, gold = [], []
    for mention in recogniser.find_mentions(Document(document["id"], document["text"])):
        overlapping = [
            t for t in document["toponyms"] if t["start"] < mention.end and mention.start < t["end"]
        ]
        located = [t for t in overlapping if t["lat"] is not None]
        if located or not overlapping:
            found.append(mention)
            gold.append(located[0] if located else None)
    return Reading(document["corpus"], document["text"], tuple(found), gold)


def examples(resolver: Resolver, reading: Reading, company: bool) -> Iterator[Example]:
    """Make an example of each group of a document that has candidates."""
    scene = resolver.stage(reading.text, reading.mentions)
    if company:
        resolver.reconsider(scene)
    rows = resolver.gazetteer.rows
    for number, group in enumerate(scene.groups):
        own = scene.candidates[number].rows
        truth = reading.gold[group.mentions[0]]
        if not len(own) or (truth is None and _is_convention(scene, number, resolver)):
            continue
        right = accurate = np.zeros(len(own), dtype=bool)
        if truth is not None:
            distance = distances_km(truth["lat"], truth["lon"], rows.lat[own], rows.lon[own])
            same = np.array([rows.place(int(r)).geonameid == truth["geonameid"] for r in own])
            accurate = distance <= _NEAR_KM
            right = same if same.any() else distance <= _RIGHT_KM
        none = not (right if right.any() else accurate).any()
        right = np.append(right, none)
        if not company:
            yield Example(scene.local[number], right)
            continue
        # Short texts name one place alone: every name is learned from in company and without.
        yield Example(resolver.features(scene, number), right)
        yield Example(resolver.features(scene, number, alone=True), right)


def _is_convention(scene: Scene, number: int, resolver: Resolver) -> bool:
    """Whether a mention that gold lacks may be left out there by the corpus' convention.

    Corpora disagree on demonyms, metonyms and places inside other names; only what would be a
    plain place says that "none of these" is right.
    """
    mentions = [scene.mentions[i] for i in scene.groups[number].mentions]
    prior = resolver.gazetteer.rows.prior[scene.candidates[number].rows]
    return mentions[0].role != "literal" or float(prior.max()) >= _CONVENTIONAL


def fit(data: Sequence[Example], size: int) -> Array:
    """Fit weights to examples that have right and wrong candidates; shape (size,)."""
    data = [e for e in data if len(e.right) > 1 and e.right.any() and not e.right.all()]
    features = np.vstack([e.features for e in data])
    right = np.concatenate([e.right for e in data])
    starts = np.cumsum([0, *(len(e.right) for e in data)])[:-1]
    sizes = [len(e.right) for e in data]
    scale = np.maximum(np.abs(features).max(axis=0), 1e-9)
    scaled = features / scale
    weights, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        scores = scaled @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        share = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        good = raised * right
        target = good / np.repeat(np.maximum(np.add.reduceat(good, starts), 1e-12), sizes)
        gradient = scaled.T @ (share - target) / len(data) + _PENALTY * weights
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        weights -= _RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    fitted: Array = weights / scale
    return fitted


def train(gazetteer: Gazetteer, readings: Sequence[Reading]) -> Weights:
    """Fit both stages; the second sees the company that the stage before it believes in."""
    weights = Weights(np.zeros(len(LOCAL)), np.zeros(len(ALL)))
    data = [e for r in readings for e in examples(Resolver(gazetteer, weights), r, False)]
    alone = fit(data, len(LOCAL))
    weights = Weights(alone, np.concatenate([alone, np.zeros(len(ALL) - len(LOCAL))]))
    for _ in range(3):
        resolver = Resolver(gazetteer, weights)
        data = [e for r in readings for e in examples(resolver, r, True)]
        weights = Weights(alone, fit(data, len(ALL)))
    return weights


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights as weights.tsv is read."""
    lines = ["feature\talone\tcompany\n"]
    for i, name in enumerate(ALL):
        alone = weights.alone[i] if i < len(LOCAL) else 0.0
        lines.append(f"{name}\t{alone:.4f}\t{weights.company[i]:.4f}\n")
    path.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path, required=True, help="recogniser's fold models")
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    gazetteer = Gazetteer.open()
    recognisers, fold_of = read_folds(arguments.folds, gazetteer.names)
    readings = [
        read_mentions(recognisers[fold_of[d["id"]]], d) for d in read_gold(arguments.corpora)
    ]
    write_weights(train(gazetteer, readings), arguments.output)


if __name__ == "__main__":
    main()
