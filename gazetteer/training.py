"""Training of the likeness weights from spellings with a known answer.

    python -m gazetteer.training SPELLINGS.jsonl... --gazetteer FILE -o likeness.tsv

A line is ``{"query", "geonameid", "lat", "lon"}``. Only every other query of a file is learned
from; the rest is for judging. Method: conditional logit (McFadden 1974) over the candidates of
each query, with an L2 penalty, fitted by L-BFGS (needs scipy).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.index import Array
from gazetteer.likeness import FEATURES, find_features
from gazetteer.lookup import Gazetteer
from gazetteer.transcription import forms

_RIGHT_KM, _PENALTY = 25.0, 0.3


def read_queries(path: Path, half: int) -> list[dict[str, Any]]:
    """Read one half of a file of spellings: the even lines (0) or the odd ones (1)."""
    lines = path.read_text("utf-8").strip().split("\n")
    return [json.loads(line) for line in lines[half::2]]


def examples(
    gazetteer: Gazetteer, queries: Sequence[dict[str, Any]]
) -> Iterator[tuple[Array, Array]]:
    """Features of each query's candidates, and which of them are right."""
    rows, variants = gazetteer.rows, gazetteer.variants
    starts, names_of_key = gazetteer.index["key_start"], gazetteer.index["key_names"]
    place_of_name = gazetteer.index["name_place"]
    for query in queries:
        keys = variants.candidates(query["query"])
        keys, names = variants.nearest(query["query"], keys, names_of_key[starts[keys]])
        if not len(keys):
            continue
        own = place_of_name[names]
        distance = distances_km(query["lat"], query["lon"], rows.lat[own], rows.lon[own])
        right = (own == rows.row_of_id(str(query["geonameid"]))) | (distance <= _RIGHT_KM)
        if right.any() and not right.all():
            yield find_features(forms(query["query"]), variants.recorded(keys, names)), right


def fit(data: Sequence[tuple[Array, Array]]) -> Array:
    """Fit the weights; shape (len(FEATURES),)."""
    from scipy.optimize import minimize

    features = np.vstack([f for f, _ in data])
    right = np.concatenate([r for _, r in data]).astype(float)
    sizes = [len(r) for _, r in data]
    starts = np.cumsum([0, *sizes])[:-1]
    scale = features.std(axis=0) + 1e-9
    scaled = features / scale

    def loss(weights: Array) -> tuple[float, Array]:
        scores = scaled @ weights
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        total = np.add.reduceat(raised, starts)
        good = np.maximum(np.add.reduceat(raised * right, starts), 1e-300)
        slope = raised / np.repeat(total, sizes) - raised * right / np.repeat(good, sizes)
        value = -np.log(good / total).sum() + _PENALTY * (weights @ weights) / 2
        return float(value), scaled.T @ slope + _PENALTY * weights

    found = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B")
    weights: Array = found.x / scale
    return weights


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("spellings", nargs="+", type=Path)
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    arguments = parser.parse_args()
    gazetteer = Gazetteer.open(arguments.gazetteer)
    queries = [q for path in arguments.spellings for q in read_queries(path, half=0)]
    weights = fit(list(examples(gazetteer, queries)))
    lines = [f"{name}\t{weight:.4f}\n" for name, weight in zip(FEATURES, weights, strict=True)]
    arguments.output.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
