"""Curves from belief to score, and the table of weights that holds the shipped one."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from geomap.resolution.calibration import Curve, fit_curve
from geomap.resolution.weights import Weights


def test_a_curve_finds_what_beliefs_are_worth() -> None:
    rng = np.random.default_rng(7)
    beliefs = rng.uniform(0.02, 0.98, 20_000)
    right = rng.uniform(size=len(beliefs)) < beliefs**2
    curve = fit_curve(beliefs.tolist(), right.tolist(), np.ones(len(beliefs)).tolist())
    for belief in (0.2, 0.5, 0.8, 0.95):
        assert curve.score(belief) == pytest.approx(belief**2, abs=0.05)


def test_curves_never_fall() -> None:
    beliefs = [i / 1000 for i in range(1, 1000)]
    right = [i % 3 == 0 or 300 < i < 500 for i in range(1, 1000)]
    curve = fit_curve(beliefs, right, [1.0] * len(beliefs))
    scores = [curve.score(b) for b in beliefs]
    assert scores == sorted(scores)
    assert 0.0 <= scores[0] < scores[-1] <= 1.0


def test_nothing_learned_changes_nothing() -> None:
    assert fit_curve([], [], []) == Curve()
    assert Curve().score(0.3) == 0.3


def test_the_shipped_weights_are_written_as_they_are_read(tmp_path: Path) -> None:
    Weights.load().write(tmp_path / "weights.tsv")
    shipped = (files("geomap.resolution") / "weights.tsv").read_text("utf-8")
    assert (tmp_path / "weights.tsv").read_text("utf-8") == shipped
