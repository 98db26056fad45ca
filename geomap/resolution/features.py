"""Features: what speaks for each candidate, as one row of numbers.

Each feature is documented beside its name; the weights are learned (see training.py) and kept
in weights.tsv under these names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gazetteer.cells import distances_km
from gazetteer.designators import kind_rank
from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.resolution.candidates import Candidates
from geomap.resolution.groups import Group

LOCAL = (
    "prominence",  # about log10 of the people it stands for
    "behind_best",  # how much less prominent than the best namesake
    "main_name",  # the name met is its main name, not an alias
    "country", "first_level", "second_level", "capital", "town", "quarter", "water", "terrain",
    "region", "spot",  # what it is
    "kind_first", "kind_fits", "kind_misfits",  # against the kind that words around ask for
    "contained",  # lies in the place named right behind it: "Paris, Texas"
    "not_contained",  # some namesake does, this one does not
    "shadowed",  # a subdivision with a town of the same name inside: "Zurich" is the city
    "unrivalled",  # no namesake is far from it
    "none",  # stands for "none of these", the last row of every table
    "none_short",  # the same, for names of up to four letters
    "none_doubt",  # the same, times how unsure recognition is that this is a place at all
)  # fmt: skip
GEOGRAPHIC = (
    "close",  # nearness to the nearest other place of the document, 1 at the spot
    "company",  # sum of nearness over the other places, damped
    "same_country",  # share of the other places in its country
    "same_first_level",  # share of the other places in its first-level subdivision
    "parent_named",  # its country or subdivision is itself a place of the document
    "child_named",  # places inside it are named in the document
    "named_otherwise",  # another name of the document means it too: "Bachmut" and "Bahmut"
    "none_lonely",  # stands for "none of these" where the document names no other place
)
ALL = LOCAL + GEOGRAPHIC

_CODES = {
    "ADM1": "first_level", "PPLC": "capital", "PPLX": "quarter", "RGN": "region", "CONT": "region",
    "PCLI": "country", "PCLD": "country", "PCLS": "country", "PCLF": "country", "TERR": "country",
    "PCLIX": "country", "PCLH": "country", "PCL": "country",
}  # fmt: skip
_CLASSES = {"A": "second_level", "P": "town", "H": "water", "T": "terrain", "L": "region"}
#: Names of so few letters are often something else.
_SHORT = 4
#: Distance (km) at which nearness has fallen to a half.
_HALF_KM = 60.0
#: Places wider than this have no neighbourhood to speak of.
_LOCAL_RADIUS_KM = 250.0


def feature_table(rows: PlaceRows) -> Array:
    """One-hot "what it is" for each feature code of a gazetteer; shape (codes, kinds)."""
    first, last = LOCAL.index("country"), LOCAL.index("spot") + 1
    table = np.zeros((len(rows.codes), last - first))
    for i, full in enumerate(rows.codes):
        feature_class, _, code = full.partition(".")
        kind = _CODES.get(code) or _CLASSES.get(feature_class, "spot")
        table[i, LOCAL.index(kind) - first] = 1.0
    return table


@dataclass(slots=True)
class Belief:
    """What is thought of one group so far: its candidates and their probabilities.

    ``probability`` has shape (n,); what it lacks to 1 is the probability of "none of these".
    ``trust`` is how sure recognition is that the name is a place.
    """

    candidates: Candidates
    probability: Array
    trust: float

    def best(self) -> tuple[int, float]:
        """Row and probability of the likeliest candidate."""
        i = int(self.probability.argmax())
        return int(self.candidates.rows[i]), float(self.probability[i])


def local_features(
    group: Group,
    candidates: Candidates,
    rows: PlaceRows,
    kinds: Array,
    around: set[int],
    trust: float,
) -> Array:
    """Features of the name and its surroundings; shape (n + 1, len(LOCAL)).

    ``around`` are the rows of places that the text says lie around this one. The last row is
    "none of these".
    """
    own = candidates.rows
    prior = rows.prior[own]
    table = np.zeros((len(own) + 1, len(LOCAL)))
    table[-1, LOCAL.index("none")] = 1.0
    table[-1, LOCAL.index("none_doubt")] = 1.0 - trust
    table[-1, LOCAL.index("none_short")] = len(group.key) <= _SHORT
    features = table[:-1]
    features[:, LOCAL.index("unrivalled")] = np.ptp(rows.lat[own]) + np.ptp(rows.lon[own]) < 1.0
    features[:, 0] = prior
    features[:, 1] = prior.max() - prior
    features[:, 2] = [match == "exact" for match in candidates.matches]
    first = LOCAL.index("country")
    features[:, first : first + kinds.shape[1]] = kinds[rows.code[own]]
    if group.kinds:
        at = LOCAL.index("kind_first")
        for i, row in enumerate(own):
            rank = kind_rank(group.kinds, *rows.feature(int(row)))
            features[i, at + (2 if rank is None else min(rank, 1))] = 1.0
    else:
        features[:, LOCAL.index("shadowed")] = _shadowed(own, rows)
    if around:
        inside = _inside(own, rows, around)
        features[:, LOCAL.index("contained")] = inside
        features[:, LOCAL.index("not_contained")] = inside.any() & ~inside
    return table


def _shadowed(own: Array, rows: PlaceRows) -> Array:
    """Which candidates have another one, a town, inside them."""
    towns = [row for row in own.tolist() if rows.feature(row)[0] == "P"]
    shadowed: Array = _any_of(own, _parents(np.array(towns, dtype=np.int64), rows))
    return shadowed


def _inside(own: Array, rows: PlaceRows, around: set[int]) -> Array:
    wanted = np.fromiter(around, dtype=np.int64)
    levels = (rows.parent_country, rows.parent_admin1, rows.parent_admin2)
    parents = np.stack([level[own] for level in levels], axis=1)
    inside: Array = _any_of(parents, wanted).any(axis=1) & ~_any_of(own, wanted)
    return inside


def _any_of(values: Array, wanted: Array) -> Array:
    """Like ``numpy.isin``, faster for the few values we have."""
    found: Array = (values[..., None] == wanted).any(axis=-1)
    return found


def geographic_features(candidates: Candidates, rows: PlaceRows, others: Sequence[Belief]) -> Array:
    """Features of the company a candidate keeps; shape (n + 1, len(GEOGRAPHIC)).

    The last row, "none of these", keeps no company.
    """
    own = candidates.rows
    table = np.zeros((len(own) + 1, len(GEOGRAPHIC)))
    features = table[:-1]
    best = [(belief, *belief.best()) for belief in others]
    company = [(row, p * belief.trust) for belief, row, p in best if p > 0.2]
    if not company:
        table[-1, GEOGRAPHIC.index("none_lonely")] = 1.0
        return table
    there = np.array([row for row, _ in company])
    weight = np.array([w for _, w in company])
    same = own[:, None] == there[None, :]
    near = np.where(same, 1.0, _nearness(own, there, rows)) * weight
    features[:, 0] = near.max(axis=1)
    features[:, 1] = np.log1p(near.sum(axis=1))
    total = weight.sum()
    for column, level in ((2, rows.country), (3, rows.parent_admin1)):
        known = (level[own] > 0)[:, None] & (level[own][:, None] == level[there][None, :])
        features[:, column] = (known * weight).sum(axis=1) / total
    sure = {int(row) for row, w in company if w > 0.5}
    features[:, 4] = _inside(own, rows, sure) if sure else 0.0
    # A district does not gain by the town it is named after.
    features[:, 5] = _any_of(own, _parents(there, rows)) & ~_shadowed(own, rows)
    features[:, 6] = (same * weight).max(axis=1)
    return table


def _nearness(own: Array, there: Array, rows: PlaceRows) -> Array:
    lat, lon = rows.lat[there], rows.lon[there]
    distance = distances_km(lat, lon, rows.lat[own][:, None], rows.lon[own][:, None])
    local = (rows.radius[own] < _LOCAL_RADIUS_KM)[:, None] & (
        rows.radius[there] < _LOCAL_RADIUS_KM
    )[None, :]
    nearness: Array = local / (1.0 + distance / _HALF_KM)
    return nearness


def _parents(there: Array, rows: PlaceRows) -> Array:
    levels = (rows.parent_country, rows.parent_admin1, rows.parent_admin2)
    return np.concatenate([level[there] for level in levels])
