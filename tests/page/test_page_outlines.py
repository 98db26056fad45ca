"""Outlines made small: the same border from both sides, nothing out of place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geomap.page.basemap import read_basemap
from geomap.page.outlines import SCALE, pack, read_outline, read_outline_beside, thin
from geomap.page.towns import choose_towns, read_towns, write_towns


def unpack(line: list[int]) -> list[tuple[float, float]]:
    points = np.cumsum(np.array(line).reshape(-1, 2), axis=0) / SCALE
    return [(float(lon), float(lat)) for lon, lat in points]


@given(st.lists(st.tuples(st.integers(-18000, 18000), st.integers(-9000, 9000)), min_size=2))
def test_packed_lines_keep_their_points(points: list[tuple[int, int]]) -> None:
    wkt = ", ".join(f"{x / SCALE} {y / SCALE}" for x, y in points)
    expected = [p for p, before in zip(points, [None, *points], strict=False) if p != before]
    packed = pack(read_outline(f"LINESTRING ({wkt})"))
    if len(expected) > 1:
        assert unpack(packed[0]) == [(x / SCALE, y / SCALE) for x, y in expected]
    else:
        assert packed == []


def test_neighbours_keep_one_common_border() -> None:
    border = [(10 + 0.01 * (i % 3), i / 10) for i in range(60)]
    west = [*border, (5, 5.9), (5, 0), border[0]]
    east = [*border[::-1], (15, 0), (15, 5.9), border[-1]]
    wkts = ["POLYGON ((" + ", ".join(f"{x} {y}" for x, y in ring) + "))" for ring in (west, east)]
    kept = [
        {tuple(point) for point in one.points} for one in thin(list(map(read_outline, wkts)), 0.1)
    ]
    on_border = [{point for point in points if 9.9 < point[0] < 10.1} for points in kept]
    assert on_border[0] == on_border[1]
    assert len(on_border[0]) < 20


def test_basemap_is_small_and_knows_countries() -> None:
    basemap = read_basemap(frozenset({"690791"}), frozenset({"UA"}))
    assert {"country", "lake", "river", "division"} == set(basemap.data["kind"])
    assert "690791" in basemap.country_ids
    assert "690791" in basemap.outlines
    assert len(str(basemap.data["lines"]).replace(" ", "")) < 800_000


def test_towns_are_those_of_the_gazetteer(tmp_path: Path) -> None:
    write_towns(choose_towns(), tmp_path / "towns.tsv")
    lines = (tmp_path / "towns.tsv").read_text("utf-8").splitlines()
    chosen = {line.split("\t")[0] for line in lines[1:]}
    shipped = set(read_towns()["name"])
    assert len(chosen & shipped) > 0.95 * len(chosen), "run python -m geomap.page.towns"


def test_parts_of_a_country_lie_on_its_border() -> None:
    country = "POLYGON ((0 0, 1 0.05, 2 0, 2 2, 0 2, 0 0))"
    part = "POLYGON ((0.02 0.01, 1.03 0.01, 1 1, 0.01 1, 0.02 0.01))"
    outline = read_outline_beside(part, country)
    assert {(0, 0), (1, 0.05)} <= {(x, y) for x, y in outline.points.tolist()}
    assert outline.is_area
