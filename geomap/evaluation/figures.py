"""The figures: counts over documents, and what they come to."""

from __future__ import annotations

import math
import statistics
from array import array
from dataclasses import dataclass, field

import numpy as np

from gazetteer.cells import distances_km
from geomap.evaluation.pairing import Comparison
from geomap.evaluation.placed import PlacedSpan

#: Half the circumference of the Earth: as far as an answer that gives no place counts.
FARTHEST_KM = 20039.0
#: 100 miles, as far as an answer may lie from gold (Leidner 2007; Gritta et al. 2018).
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and the rest; NaN where nothing could be measured.

    ``docs``, ``gold`` and ``predicted`` count documents, toponyms asked for, and mentions.
    ``p, r, f1`` judge recognition, where any overlap will do; ``exact_f1`` asks for the same
    span. Of the toponyms found, ``acc161`` is the share placed within 161 km of gold,
    ``id_acc`` the share with gold's GeoNames id; ``mean_km, median_km`` (great circle) and
    ``auc`` (0..1, of the logarithm of the distance; lower is better) say how far off they are.
    ``e2e_p, e2e_r, e2e_f1`` judge both together: found, and placed within 161 km.
    """

    docs: int
    gold: int
    predicted: int
    p: float
    r: float
    f1: float
    exact_f1: float
    acc161: float
    id_acc: float
    mean_km: float
    median_km: float
    auc: float
    e2e_p: float
    e2e_r: float
    e2e_f1: float


@dataclass(slots=True)
class Tally:
    """Counts what `Figures` are made of, document by document."""

    documents: int = 0
    gold: int = 0
    predicted: int = 0
    placed: int = 0
    exact: int = 0
    near: int = 0
    ids: int = 0
    ids_right: int = 0
    kilometres: array[float] = field(default_factory=lambda: array("d"))

    def add(self, comparison: Comparison) -> None:
        """Count one document."""
        answers = [answer for _, answer in comparison.pairs] + list(comparison.spurious)
        self.documents += 1
        self.gold += len(comparison.pairs) + len(comparison.missed)
        self.predicted += len(answers)
        self.placed += sum(answer.point is not None for answer in answers)
        for gold, answer in comparison.pairs:
            self._add_pair(gold, answer)

    def _add_pair(self, gold: PlacedSpan, answer: PlacedSpan) -> None:
        away = kilometres_off(gold, answer)
        self.kilometres.append(away)
        self.exact += gold.same_span(answer)
        self.near += away <= NEAR_KM
        if gold.geonameid:
            self.ids += 1
            self.ids_right += gold.geonameid == answer.geonameid

    def figures(self) -> Figures:
        """Return what the counts so far come to."""
        found = len(self.kilometres)
        p, r, f1 = _precision_recall(found, self.predicted, self.gold)
        e2e_p, e2e_r, e2e_f1 = _precision_recall(self.near, self.placed, self.gold)
        return Figures(
            docs=self.documents, gold=self.gold, predicted=self.predicted, p=p, r=r, f1=f1,
            exact_f1=_precision_recall(self.exact, self.predicted, self.gold)[2],
            acc161=self.near / found if found else math.nan,
            id_acc=self.ids_right / self.ids if self.ids else math.nan,
            mean_km=statistics.fmean(self.kilometres) if found else math.nan,
            median_km=statistics.median(self.kilometres) if found else math.nan,
            auc=_error_curve(self.kilometres) if found else math.nan,
            e2e_p=e2e_p, e2e_r=e2e_r, e2e_f1=e2e_f1,
        )  # fmt: skip


def kilometres_off(gold: PlacedSpan, answer: PlacedSpan) -> float:
    """Return the great-circle distance in km; `FARTHEST_KM` when one of them has no place."""
    if gold.point is None or answer.point is None:
        return FARTHEST_KM
    lats, lons = np.array([gold.point, answer.point]).T
    return float(distances_km(lats[0], lons[0], lats[1], lons[1]))


def _precision_recall(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and their harmonic mean; 0 of 0 is 0."""
    precision = right / predicted if predicted else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _error_curve(kilometres: array[float]) -> float:
    """Return the mean of log-scaled distances (area under the curve; Jurgens et al. 2015)."""
    return statistics.fmean(map(math.log1p, kilometres)) / math.log1p(FARTHEST_KM)
