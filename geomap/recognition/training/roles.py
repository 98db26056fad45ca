"""Learns the roles of place names from a corpus that marks them (GeoWebNews).

Logistic regression with an L2 penalty, fitted by gradient steps with Adam (Kingma and Ba 2015).
The taxonomy of the marks is that of Gritta, Pilehvar and Collier 2020, "A pragmatic guide to
geoparsing evaluation".
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from geomap.documents.document import Document
from geomap.recognition.lexicons import is_demonym
from geomap.recognition.mention import Role
from geomap.recognition.recogniser import Recogniser
from geomap.recognition.roles import describe_role, names_people
from geomap.recognition.training.role_examples import MadeCase

#: Gold kinds by role; modifiers that are demonyms by form count as such.
_LITERAL = frozenset("Literal Mixed Coercion Literal_Modifier Embedded_Literal".split())
_ASSOCIATIVE = frozenset("Metonymic Embedded_Non_Lit Non_Literal_Modifier".split())
_PENALTY, _STEPS, _RATE, _AT_LEAST = 5e-3, 250, 0.05, 2
_MADE_WEIGHT = 0.8


@dataclass(frozen=True, slots=True)
class Case:
    """A name that a recogniser found in a document and a corpus marks with a role.

    ``role`` is what the mark says, ``form`` the same but that a name which is a demonym by its
    form ("English" in "the English city") is one in any case. ``told`` is whether the
    recogniser takes it for a demonym; then ``features`` do not matter.
    """

    document: str
    features: list[str]
    role: Role
    form: Role
    told: bool


def read_role(mark: dict[str, str], text: str) -> Role | None:
    """Return the role of a gold mark, None when it says none."""
    kind = mark.get("kind")
    if kind == "Demonym" or (kind in _ASSOCIATIVE and is_demonym(text)):
        return "demonym"
    if kind in _LITERAL:
        return "literal"
    return "associative" if kind in _ASSOCIATIVE else None


def read_cases(
    path: Path, recognisers: Sequence[Recogniser], fold_of: Mapping[str, int]
) -> list[Case]:
    """Return the names of a corpus that recognisers find which did not learn from it."""
    cases: list[Case] = []
    for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
        record = json.loads(line)
        recogniser = recognisers[fold_of[record["id"]]]
        text = Document(record["id"], record["text"]).text
        tokens, found = recogniser.find_names(text)
        for name, _ in found:
            start, end = tokens.starts[name.first], tokens.ends[name.end - 1]
            gold = _find_gold(record, start, end)
            if gold:
                role, marked = gold
                features = describe_role(tokens, name, recogniser.table, recogniser.names)
                form: Role = "demonym" if is_demonym(marked) else role
                told = names_people(tokens, name)
                cases.append(Case(record["id"], features, role, form, told))
    return cases


def _find_gold(record: dict[str, Any], start: int, end: int) -> tuple[Role, str] | None:
    """Return the role of the first mark that a span touches, and the marked text."""
    for mark in record["toponyms"]:
        if mark["start"] < end and start < mark["end"]:
            text = record["text"][mark["start"] : mark["end"]]
            role = read_role(mark, text)
            if role:
                return role, text
    return None


def fit_roles(cases: Sequence[Case], made: Sequence[MadeCase] = ()) -> dict[str, float]:
    """Return a weight for each feature that occurs often enough.

    Demonyms are left out; ``made`` cases count :data:`_MADE_WEIGHT` each.
    """
    known = [c for c in cases if c.role != "demonym" and not c.told]
    described = [c.features for c in known] + [features for features, _ in made]
    counts = Counter(f for features in described for f in set(features))
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= _AT_LEAST))}
    rows = [[index[f] for f in features if f in index] for features in described]
    cells, sizes = np.concatenate(rows).astype(np.int64), np.array([len(row) for row in rows])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    y = np.array([c.role == "associative" for c in known] + [m[1] for m in made], dtype=float)
    share = np.array([1.0] * len(known) + [_MADE_WEIGHT] * len(made))
    share /= share.sum()
    weights, m, v = (np.zeros(len(index)) for _ in range(3))
    for step in range(1, _STEPS + 1):
        p = 1 / (1 + np.exp(-np.add.reduceat(weights[cells], starts)))
        blame = np.repeat(share * (p - y), sizes)
        slope = np.bincount(cells, blame, len(index)) + _PENALTY * weights
        m, v = 0.9 * m + 0.1 * slope, 0.999 * v + 0.001 * slope**2
        weights -= _RATE * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return {f: float(weights[i]) for f, i in index.items()}


def cross_validate_roles(
    cases: Sequence[Case], made: Sequence[MadeCase] = (), folds: int = 5
) -> list[Role]:
    """Return the role told of each case, by weights that never saw its document."""
    told: dict[int, Role] = {}
    for fold in range(folds):
        inside = [zlib.crc32(c.document.encode()) // 5 % folds == fold for c in cases]
        weights = fit_roles([c for c, out in zip(cases, inside, strict=True) if not out], made)
        for at, case in enumerate(cases):
            if inside[at]:
                score = sum(weights.get(f, 0.0) for f in case.features)
                plain: Role = "associative" if score > 0 else "literal"
                told[at] = "demonym" if case.told else plain
    return [told[at] for at in range(len(cases))]


def sum_up_roles(cases: Sequence[Case], told: Sequence[Role]) -> str:
    """Return a line with the share of roles told right, counted in three ways."""
    pairs = list(zip(cases, told, strict=True))
    plain = [t == c.role for c, t in pairs if c.role != "demonym" and t != "demonym"]
    marked = [t == c.role for c, t in pairs]
    form = [t == c.form for c, t in pairs]
    return (
        f"roles right: {sum(form) / len(form):.3f} of {len(form)} (demonyms by form), "
        f"{sum(marked) / len(marked):.3f} (as marked), "
        f"{sum(plain) / len(plain):.3f} of the {len(plain)} that are no demonyms"
    )
