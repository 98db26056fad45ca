"""Countries and their divisions as pieces of land that meet in the very same vertices."""

from __future__ import annotations

import pytest

shapely = pytest.importorskip("shapely")

from gazetteer.recipe.coverage import make_coverage  # noqa: E402
from gazetteer.recipe.outlines import to_wkt  # noqa: E402

BOX = shapely.box


def test_divisions_are_cut_out_of_their_countries_and_meet() -> None:
    land = [("AA", BOX(0, 0, 4, 2)), ("BB", BOX(4, 0, 6, 2))]
    outlines = {
        ("AA", "01"): BOX(-0.1, -0.1, 1.99, 2.1),
        ("AA", "02"): BOX(1.97, 0.0, 3.0, 2.0),
        ("BB", "01"): BOX(4.01, 0.0, 5.0, 2.0),
    }
    coverage = make_coverage(land, outlines)
    assert set(coverage) == {("AA", "01"), ("AA", "02"), ("AA", ""), ("BB", "01"), ("BB", "")}
    assert shapely.coverage_is_valid(list(coverage.values()))
    assert coverage["AA", "01"].bounds == (0, 0, 1.99, 2)
    assert coverage["AA", "02"].bounds == (1.99, 0, 3, 2)
    # What lay between an outline and its country's border has gone to the outline's piece.
    assert coverage["BB", "01"].bounds == (4, 0, 5, 2)
    assert coverage["AA", ""].area == pytest.approx(2.0)
    assert sum(piece.area for piece in coverage.values()) == pytest.approx(12.0)


def test_small_holes_between_divisions_go_to_the_one_they_touch_most() -> None:
    land = [("AA", BOX(0, 0, 4, 2)), ("AA", BOX(9, 0, 9.05, 0.05))]
    outlines = {
        ("AA", "01"): BOX(0, 0, 2, 2).difference(BOX(1.92, 0.9, 2, 1)),
        ("AA", "02"): BOX(2, 0, 4, 2).difference(BOX(2.5, 0.5, 3.5, 1.5)),
    }
    coverage = make_coverage(land, outlines)
    assert coverage["AA", "01"].equals(BOX(0, 0, 2, 2))
    # Something as large as that is no hole, and an island touches none.
    assert coverage["AA", ""].area == pytest.approx(1 + 0.05**2)


def test_parts_of_one_country_are_joined() -> None:
    coverage = make_coverage([("AA", BOX(0, 0, 1, 1)), ("AA", BOX(1, 0, 2, 1))], {})
    assert coverage["AA", ""].equals(BOX(0, 0, 2, 1))


def test_no_vertex_is_written_twice_and_no_hole_of_two() -> None:
    ring = [(0, 0), (0, 1.0001), (0, 1), (1, 1), (1, 0), (0, 0)]
    speck = [(0.5, 0.5), (0.5002, 0.5), (0.5002, 0.5002), (0.5, 0.5)]
    assert to_wkt(shapely.Polygon(ring, [speck])) == "POLYGON((0 0,0 1,1 1,1 0,0 0))"
