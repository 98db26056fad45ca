"""Outlines made small: the same border from both sides, nothing out of place."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.page.basemap import Basemap, read_basemap
from geomap.page.detail import NEAR, TOLERANCES, Detail, find_detail
from geomap.page.outlines import SCALE, pack, read_outline, thin
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


def everywhere(tolerance: float) -> Detail:
    return Detail(np.zeros((180, 360), np.int8), np.full(3, tolerance))


def wiggle(start: float, count: int) -> list[tuple[float, float]]:
    """A line northwards with vertices too small to matter."""
    return [(10 + 0.01 * (i % 3), start + i / 10) for i in range(count)]


def vertices(rings: list[list[tuple[float, float]]], tolerance: float) -> list[set[Any]]:
    """What is left of some polygons that are thinned together."""
    wkts = ["POLYGON ((" + ", ".join(f"{x} {y}" for x, y in ring) + "))" for ring in rings]
    thinned = thin([read_outline(wkt) for wkt in wkts], everywhere(tolerance))
    return [{tuple(point) for point in one.points.round(3).tolist()} for one in thinned]


def test_neighbours_keep_one_common_border() -> None:
    border = wiggle(0, 60)
    west = [*border, (5, 5.9), (5, 0), border[0]]
    east = [*border[::-1], (15, 0), (15, 5.9), border[-1]]
    on_border = [{p for p in kept if 9.9 < p[0] < 10.1} for kept in vertices([west, east], 0.1)]
    assert on_border[0] == on_border[1]
    assert len(on_border[0]) < 20


def test_a_vertex_where_borders_part_is_kept_by_all() -> None:
    border = wiggle(0, 60)
    fork = border[31]
    west = [(5, 2), (5, 0), *border, (5, 5.9), (5, 2)]
    south = [(15, 1), fork, *border[30::-1], (15, 0), (15, 1)]
    north = [(15, 5), border[-1], *border[-2:30:-1], (15, 3.1), (15, 5)]
    assert all(fork in kept for kept in vertices([west, south, north], 0.3))


def test_outlines_are_finest_around_the_story() -> None:
    detail = find_detail([(50.5, 36.6)], np.array([[139.5, 35.5]]))
    points = np.array([[36.6, 50.5], [41.0, 51.0], [139.6, 35.4], [-100.0, 40.0]])
    near, beside, named, far = detail.tolerance_at(points)
    assert near < beside == named < far
    assert detail.round(points + 0.0004)[0].tolist() == pytest.approx([36.6, 50.5])
    over_the_edge = find_detail([(-17.0, 179.9)], np.empty((0, 2)))
    assert over_the_edge.tolerance_at(np.array([[-179.5, -17.0]])) == near


def test_a_story_of_the_world_is_drawn_less_finely() -> None:
    spots = [(lat, lon) for lat in range(-50, 70, 5) for lon in range(-180, 180, 5)]
    crowded = find_detail(spots, np.empty((0, 2)))
    assert crowded.tolerance_at(np.array([[0.0, 0.0]])) > 2 * TOLERANCES[NEAR]


def count_points(basemap: Basemap) -> int:
    return sum(len(line) // 2 for lines in basemap.data["lines"] for line in lines)


def test_basemap_is_small_and_finer_where_the_story_is() -> None:
    plain = read_basemap()
    basemap = read_basemap(frozenset({"690791", "709716"}), frozenset({"UA"}), [(48.6, 38.0)])
    assert {"country", "lake", "river", "division"} == set(basemap.data["kind"])
    assert {"690791", "709716"} <= set(basemap.data["id"])
    assert basemap.outlines == {}, "nothing is on the page twice"
    assert count_points(plain) < 90_000
    assert count_points(plain) < count_points(basemap) < 1.2 * count_points(plain)
    at = [one.data["id"].index("690791") for one in (plain, basemap)]
    ukraine = [one.data["lines"][i] for one, i in zip((plain, basemap), at, strict=True)]
    assert sum(map(len, ukraine[1])) > 1.5 * sum(map(len, ukraine[0]))


def test_countries_and_their_divisions_run_on_one_line() -> None:
    basemap = read_basemap(frozenset(), frozenset({"UA"}), [(48.6, 38.0)])
    columns = zip(*(basemap.data[name] for name in ("kind", "country", "lines")), strict=True)
    edges: dict[str, set[Any]] = {"country": set(), "division": set()}
    for kind, country, lines in columns:
        if country == "UA":
            edges[kind] |= {edge for line in lines for edge in edges_of(unpack(line))}
    assert len(edges["country"]) > 500
    # Some islands off Kherson are in no division's outline.
    assert len(edges["country"] - edges["division"]) < 0.05 * len(edges["country"])


def edges_of(points: list[tuple[float, float]]) -> list[frozenset[tuple[float, float]]]:
    return [frozenset(pair) for pair in pairwise(points)]


def test_towns_are_those_of_the_gazetteer(tmp_path: Path) -> None:
    write_towns(choose_towns(), tmp_path / "towns.tsv")
    lines = (tmp_path / "towns.tsv").read_text("utf-8").splitlines()
    chosen = {line.split("\t")[0] for line in lines[1:]}
    shipped = set(read_towns()["name"])
    assert len(chosen & shipped) > 0.95 * len(chosen), "run python -m geomap.page.towns"
