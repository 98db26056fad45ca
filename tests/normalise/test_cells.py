"""Cells that are no name: missing values and coordinates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import geomap
from geomap.normalisation.cells import coordinates_in

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("cell", "point"),
    [
        ("48.59, 38.00", (48.59, 38.0)), ("-33.9 18.4", (-33.9, 18.4)),
        ("(48.5944, 37.9989)", (48.5944, 37.9989)), ("36°12'N 37°09'E", (36.2, 37.15)),
        ("GPS: 48.5944, 37.9989", (48.5944, 37.9989)), ("95.1, 38.0", None), ("12, 13", None),
        ("Bakhmut 48.5944, 37.9989", None), ("3.5 km", None), ("Bakhmut", None),
    ],
)  # fmt: skip
def test_coordinates_alone_are_read(cell: str, point: tuple[float, float] | None) -> None:
    assert coordinates_in(cell) == (None if point is None else pytest.approx(point))


def test_coordinates_and_missing_values_in_a_table(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    path = tmp_path / "t.csv"
    path.write_text('place\n"48.59, 38.00"\nN/A\nNaN\n-\nHoms\n', encoding="utf-8")
    result = run_normalise(path, "--alternatives", "1")
    rows = csv_rows(result.stdout)
    assert [row["place_match"] for row in rows] == ["coordinate", "", "", "", "exact"]
    assert (rows[0]["place_lat"], rows[0]["geonameid"]) == ("48.59", "")
    assert "5 rows: 2 resolved, 0 uncertain, 0 unresolved, 3 empty" in result.stderr


@pytest.mark.parametrize(("hints", "found"), [({}, ""), ({"country": "TH"}, "Nan")])
def test_a_hint_makes_a_town_of_a_missing_value(hints: dict[str, Any], found: str) -> None:
    answered = geomap.normalise(["Nan"], **hints)
    assert list(answered["place_name"].fillna("")) == [found]
