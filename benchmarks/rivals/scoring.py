"""Figures from answers: top-1, times, precision and recall over the score, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from rivals.queries import Answer, Query, is_right

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
#: The precision at which the most recall is looked for.
WANTED_PRECISION = 0.97


class Outcome(NamedTuple):
    """One query asked: was the answer right, its score (None when there was none), CPU ms."""

    right: bool
    score: float | None
    ms: float


def judge(query: Query, answer: Answer | None, ms: float) -> Outcome:
    """Compare an answer with the right place."""
    return Outcome(is_right(query, answer), answer.score if answer else None, ms)


def top1(outcomes: Sequence[Outcome]) -> float:
    """Share answered right."""
    return sum(o.right for o in outcomes) / len(outcomes) if outcomes else float("nan")


def milliseconds(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Median and 95th percentile."""
    median, slow = np.percentile([o.ms for o in outcomes], (50, 95))
    return float(median), float(slow)


def precision_recall(outcomes: Sequence[Outcome], least: float) -> tuple[float, float]:
    """Precision and recall of the answers scored at least so high.

    Examples
    --------
    >>> said = [Outcome(True, 0.9, 1.0), Outcome(False, 0.8, 1.0), Outcome(False, None, 1.0)]
    >>> precision_recall(said, 0.85)
    (1.0, 0.3333333333333333)
    """
    said = [o for o in outcomes if o.score is not None and o.score >= least]
    right = sum(o.right for o in said)
    return (right / len(said) if said else float("nan")), right / len(outcomes)


def most_recall(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """The most recall that a threshold gives at `WANTED_PRECISION`, and that threshold.

    (0, nan) where no threshold is precise enough.
    """
    best = (0.0, float("nan"))
    for least in sorted({o.score for o in outcomes if o.score is not None}):
        precision, recall = precision_recall(outcomes, least)
        if precision >= WANTED_PRECISION and recall > best[0]:
            best = (recall, least)
    return best


def calibration(outcomes: Sequence[Outcome]) -> list[tuple[int, int, float, float]]:
    """For each tenth of the score: the tenth, how many, their mean score, the share right."""
    tenths: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.score is not None:
            tenths.setdefault(min(9, int(outcome.score * 10)), []).append(outcome)
    return [
        (tenth, len(some), sum(o.score or 0.0 for o in some) / len(some), top1(some))
        for tenth, some in sorted(tenths.items())
    ]
