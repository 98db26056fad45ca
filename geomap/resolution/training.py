"""Training of the resolver's weights from documents with gold toponyms.

    python -m geomap.resolution.training CORPUS.jsonl... --folds FOLDER -o weights.tsv

A corpus has a document a line: ``{"text", "toponyms": [{"start", "end", "lat", "lon",
"geonameid"}]}``, and may give its ``url``. Every document is read twice: with the mentions that the
recogniser finds, so that "none of these" is learned from its mistakes too (for each document the
fold model, see `geomap.recognition.training`, that has not seen it), and with those gold gives.
Method: conditional logit with L2 penalty, fitted by gradient steps with Adam (Kingma & Ba 2015);
a few dozen weights need nothing heavier.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.lookup import Gazetteer
from geomap.documents import Document
from geomap.recognition import Mention, Recogniser
from geomap.recognition.given import given_mentions
from geomap.recognition.training.folds import read_folds
from geomap.resolution.company import COMPANY, CompanyFeatures
from geomap.resolution.local import LOCAL
from geomap.resolution.ranker import ALL, CALIBRATION, Weights, log_odds
from geomap.resolution.resolver import Resolver
from geomap.resolution.scene import Scene

#: A candidate this near gold counts as right when none has gold's GeoNames id.
_RIGHT_KM = 25.0
#: Where gold is in no candidate's place but this near one, neither it nor "none" is learned.
_NEAR_KM = 161.0
#: Names this prominent are places, whether gold says so or not.
_CONVENTIONAL = 7.0
#: So many mentions make a short text, of which each article gives at most so many.
_CUT, _MOST_CUTS = 3, 3
_PENALTY, _STEPS, _RATE = 2e-4, 400, 0.05
_NEWTON_STEPS = 12


@dataclass(slots=True)
class Reading:
    """A document as the recogniser reads it, and the gold toponym of each mention, if any."""

    corpus: str
    document: Document
    mentions: tuple[Mention, ...]
    gold: list[dict[str, Any] | None]


def read_gold(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """Read corpora, a document a line."""
    return [json.loads(line) for p in paths for line in p.open(encoding="utf-8")]


def read_both(recogniser: Recogniser, record: dict[str, Any]) -> list[Reading]:
    """Read a document both ways: its mentions found, and given."""
    return [read_mentions(recogniser, record), read_given(record)]


def read_document(record: dict[str, Any]) -> Document:
    """Make a document of a line of a corpus, all its marked spans given."""
    spans = tuple((t["start"], t["end"]) for t in record["toponyms"])
    url, title = record.get("url") or "", record.get("title") or ""
    return Document(record["id"], record["text"], title, url, given=spans)


def read_given(record: dict[str, Any]) -> Reading:
    """Take the spans that gold marks for mentions, as ``geomap parse --given`` does."""
    document = read_document(record)
    toponyms = sorted(record["toponyms"], key=lambda t: (t["start"], t["end"]))
    gold = [t if t["lat"] is not None else None for t in toponyms]
    return Reading(record["corpus"], document, given_mentions(document), gold)


def read_mentions(recogniser: Recogniser, record: dict[str, Any]) -> Reading:
    """Find the mentions of a document, and the gold toponym that each one overlaps.

    Mentions that overlap only gold without a coordinate are left out: nothing is known of them.
    """
    found, gold = [], []
    document = read_document(record)
    for mention in recogniser.find_mentions(document):
        overlapping = [
            t for t in record["toponyms"] if t["start"] < mention.end and mention.start < t["end"]
        ]
        located = [t for t in overlapping if t["lat"] is not None]
        if located or not overlapping:
            found.append(mention)
            gold.append(located[0] if located else None)
    return Reading(record["corpus"], document, tuple(found), gold)


def cut(reading: Reading) -> list[Reading]:
    """Cut a document into short ones of a few mentions each, and return some of them.

    Articles name many places; a tweet or a sentence names two or three, whose company says less.
    """
    starts = range(0, len(reading.mentions) - _CUT + 1, _CUT)
    kept = list(starts)[: _MOST_CUTS * 2 : 2]
    return [
        Reading(
            reading.corpus,
            reading.document,
            reading.mentions[start : start + _CUT],
            reading.gold[start : start + _CUT],
        )
        for start in kept
    ]


@dataclass(slots=True)
class Staged:
    """A scene to learn from.

    ``owner`` says for each row of its feature tables which name it is about, ``right`` whether
    it is right, shapes (N + G,); ``known`` for which names anything is known, shape (G,).
    """

    scene: Scene
    company: CompanyFeatures
    owner: Array
    right: Array
    known: Array
    near: Array
    placed: Array

    def rows(self, features: Array, some: Array | None = None) -> Examples:
        """The rows of a feature table from which something can be learned, or of some names."""
        known = self.known if some is None else self.known & some
        kept = known[self.owner]
        return Examples(features[kept], self.owner[kept], self.right[kept])


@dataclass(slots=True)
class Examples:
    """Rows of features; ``owner`` numbers the choice that each belongs to, ``right`` says which
    of a choice are right.
    """

    features: Array
    owner: Array
    right: Array


def stage(resolver: Resolver, reading: Reading) -> Staged | None:
    """Find the candidates of a document's names, and which of them are right; None without."""
    scene = resolver.stage(reading.document, reading.mentions)
    pool = scene.pool
    if not pool.numbers:
        return None
    size, names = len(pool.rows), len(pool.numbers)
    right, known = np.zeros(size + names, dtype=bool), np.ones(names, dtype=bool)
    near, placed = np.zeros(size, dtype=bool), np.zeros(names)
    for at, number in enumerate(pool.numbers):
        if not scene.groups[number].mentions:
            known[at] = False
            continue
        span, truth = pool.span(at), reading.gold[scene.groups[number].mentions[0]]
        if truth is None:
            known[at] = not _is_convention(scene, number, pool.rows[span], resolver)
            right[size + at] = True
        elif truth["lat"] is None:
            known[at] = False
        else:
            right[span], near[span] = _right(pool.rows[span], truth, resolver)
            right[size + at] = not (right[span].any() or near[span].any())
            placed[at] = len(scene.groups[number].mentions)
    owner = np.concatenate([pool.owner, np.arange(names)])
    return Staged(scene, resolver.company(scene), owner, right, known, near, placed)


def _right(own: Array, truth: dict[str, Any], resolver: Resolver) -> tuple[Array, Array]:
    """Which candidates are right, and which are near what is right."""
    rows = resolver.gazetteer.rows
    distance = distances_km(truth["lat"], truth["lon"], rows.lat[own], rows.lon[own])
    same = np.array([rows.place(int(r)).geonameid == truth["geonameid"] for r in own])
    return (same if same.any() else distance <= _RIGHT_KM), distance <= _NEAR_KM


def _is_convention(scene: Scene, number: int, own: Array, resolver: Resolver) -> bool:
    """Whether a mention that gold lacks may be left out there by the corpus' convention.

    Corpora disagree on demonyms, metonyms and places inside other names; only what would be a
    plain place says that "none of these" is right.
    """
    mentions = [scene.mentions[i] for i in scene.groups[number].mentions]
    prior = resolver.gazetteer.rows.prior[own]
    return mentions[0].role != "literal" or float(prior.max()) >= _CONVENTIONAL


def fit(data: Sequence[Examples]) -> Array:
    """Fit weights to choices that have right and wrong rows; shape (features,)."""
    joined = _join(data)
    features, right = joined.features, joined.right
    _, starts, sizes = np.unique(joined.owner, return_index=True, return_counts=True)
    choices, size = len(starts), features.shape[1]
    scale = np.maximum(np.abs(features).max(axis=0), 1e-9)
    scaled = features / scale
    weights, m, v = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, _STEPS + 1):
        scores = scaled @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        share = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        good = raised * right
        target = good / np.repeat(np.maximum(np.add.reduceat(good, starts), 1e-12), sizes)
        gradient = scaled.T @ (share - target) / choices + _PENALTY * weights
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        weights -= _RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    fitted: Array = weights / scale
    return fitted


def _join(data: Sequence[Examples]) -> Examples:
    """Put examples together, the rows of a choice beside each other."""
    offsets = np.cumsum([0, *(int(e.owner.max(initial=-1)) + 1 for e in data)])
    owner = np.concatenate([e.owner + o for e, o in zip(data, offsets, strict=False)])
    right = np.concatenate([e.right for e in data])
    good = np.bincount(owner, right)
    usable = ((good > 0) & (good < np.bincount(owner)))[owner]
    order = np.flatnonzero(usable)[np.argsort(owner[usable], kind="stable")]
    features = np.concatenate([e.features for e in data])
    return Examples(features[order], owner[order], right[order])


def train(gazetteer: Gazetteer, readings: Sequence[Reading]) -> Weights:
    """Fit weights to readings; see `fit_weights`."""
    resolver = Resolver(gazetteer, Weights.none())
    every = [some for reading in readings for some in (reading, *cut(reading))]
    scenes = [stage(resolver, reading) for reading in every]
    return fit_weights(gazetteer, [s for s in scenes if s])


def fit_weights(gazetteer: Gazetteer, scenes: Sequence[Staged]) -> Weights:
    """Fit both stages; the second sees the company that the rounds before it believe in."""
    alone = fit([s.rows(s.scene.local) for s in scenes])
    weights = Weights(alone, np.concatenate([alone, np.zeros(len(COMPANY))]))
    for _ in range(3):
        resolver = Resolver(gazetteer, weights)
        weights = Weights(alone, fit([_in_company(resolver, s) for s in scenes]))
    return _calibrated(Resolver(gazetteer, weights), scenes)


def _calibrated(resolver: Resolver, scenes: Sequence[Staged]) -> Weights:
    """Fit slope and shift of the score to the share of mentions that come out near."""
    odds, near, count = [], [], []
    for staged in scenes:
        resolver.decide(staged.scene)
        pool, belief = staged.scene.pool, staged.scene.belief
        for at in np.flatnonzero(staged.placed).tolist():
            best = pool.span(at).start + int(belief[pool.span(at)].argmax())
            odds.append(log_odds(float(belief[best])))
            near.append(float(staged.near[best]))
            count.append(staged.placed[at])
    table, weight = np.stack([odds, np.ones(len(odds))], axis=1), np.array(count)
    line = np.array([1.0, 0.0])
    for _ in range(_NEWTON_STEPS):
        share = 1.0 / (1.0 + np.exp(-table @ line))
        curve = (table * (weight * share * (1.0 - share))[:, None]).T @ table
        line += np.linalg.solve(curve, table.T @ (weight * (near - share)))
    return replace(resolver.weights, slope=float(line[0]), shift=float(line[1]))


def _in_company(resolver: Resolver, staged: Staged) -> Examples:
    resolver.decide(staged.scene)
    table = staged.company.table(staged.scene.belief)
    accompanied = ~staged.company.lonely(staged.scene.belief)
    return staged.rows(np.hstack([staged.scene.local, table]), accompanied)


def write_weights(weights: Weights, path: Path) -> None:
    """Write weights as weights.tsv is read."""
    lines = ["feature\talone\tcompany\n"]
    for i, name in enumerate(ALL):
        alone = weights.alone[i] if i < len(LOCAL) else 0.0
        lines.append(f"{name}\t{alone:.4f}\t{weights.company[i]:.4f}\n")
    lines.append(f"{CALIBRATION}\t{weights.slope:.4f}\t{weights.shift:.4f}\n")
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
    records = read_gold(arguments.corpora)
    readings = [r for d in records for r in read_both(recognisers[fold_of[d["id"]]], d)]
    write_weights(train(gazetteer, readings), arguments.output)


if __name__ == "__main__":
    main()
