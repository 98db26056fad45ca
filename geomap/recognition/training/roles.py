"""Learns the roles of place names from a corpus that marks them (GeoWebNews).

Logistic regression with an L2 penalty, fitted by gradient steps with Adam (Kingma and Ba 2015).
The taxonomy of the marks is that of Gritta, Pilehvar and Collier 2020, "A pragmatic guide to
geoparsing evaluation".
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from geomap.documents.document import Document
from geomap.recognition.clusters import WordTable
from geomap.recognition.mention import Role
from geomap.recognition.names import NameIndex
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.roles import describe_role
from geomap.recognition.training.examples import is_demonym

#: Gold kinds by role; modifiers that are demonyms by form count as such.
_LITERAL = frozenset("Literal Mixed Coercion Literal_Modifier Embedded_Literal".split())
_ASSOCIATIVE = frozenset("Metonymic Embedded_Non_Lit Non_Literal_Modifier".split())
_PENALTY, _STEPS, _RATE, _AT_LEAST = 4e-3, 250, 0.05, 2

#: A document's number, the features of a name in it, whether it is associative.
Case = tuple[str, list[str], bool]


def read_role(mark: dict[str, str], text: str) -> Role | None:
    """Return the role of a gold mark, None when it says none."""
    kind = mark.get("kind")
    if kind == "Demonym" or (kind in _ASSOCIATIVE and is_demonym(text)):
        return "demonym"
    if kind in _LITERAL:
        return "literal"
    return "associative" if kind in _ASSOCIATIVE else None


def read_cases(
    path: Path, recognisers: Sequence[Recogniser], table: WordTable, names: NameIndex
) -> list[Case]:
    """Return the names of a corpus that recognisers find which did not learn from it."""
    cases: list[Case] = []
    for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
        record = json.loads(line)
        recogniser = recognisers[zlib.crc32(record["id"].encode()) % len(recognisers)]
        tokens, found = recogniser.find_names(Document(record["id"], record["text"]).text)
        for name in found:
            role = _find_gold(record, tokens.starts[name.first], tokens.ends[name.end - 1])
            if role in ("literal", "associative") and name.kind != "DEM":
                features = describe_role(tokens, name, table, names)
                cases.append((record["id"], features, role == "associative"))
    return cases


def _find_gold(record: dict[str, list[dict[str, int]]], start: int, end: int) -> Role | None:
    for mark in record["toponyms"]:
        if mark["start"] < end and start < mark["end"]:
            role = read_role(mark, record["text"][mark["start"] : mark["end"]])  # type: ignore[arg-type]
            if role:
                return role
    return None


def fit_roles(cases: Sequence[Case]) -> dict[str, float]:
    """Return a weight for each feature that occurs often enough."""
    counts = Counter(f for _, features, _ in cases for f in features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= _AT_LEAST))}
    x = np.zeros((len(cases), len(index)))
    for row, (_, features, _) in enumerate(cases):
        x[row, [index[f] for f in features if f in index]] = 1.0
    y = np.array([right for _, _, right in cases], dtype=float)
    weights, m, v = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) / len(y) + _PENALTY * weights
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope**2
        weights -= _RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {f: float(weights[i]) for f, i in index.items()}


def cross_validate_roles(cases: Sequence[Case], folds: int = 5) -> float:
    """Return the share of right answers, each by weights that never saw the document."""
    right = 0
    for fold in range(folds):
        inside = [zlib.crc32(c[0].encode()) // 5 % folds == fold for c in cases]
        weights = fit_roles([c for c, out in zip(cases, inside, strict=True) if not out])
        for (_, features, gold), held in zip(cases, inside, strict=True):
            if held:
                right += (sum(weights.get(f, 0.0) for f in features) > 0) == gold
    return right / len(cases)
