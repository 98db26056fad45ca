from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from click.testing import Result

import geomap
from gazetteer import Gazetteer, QueryError
from gazetteer.shipped import tables
from geomap import TableError

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]


def test_a_list_gives_a_row_for_each_name() -> None:
    found = geomap.normalise(["Bachmut", None, float("nan"), pd.NA, " ", "Kiew"])
    assert found.index.tolist() == [0, 1, 2, 3, 4, 5]
    assert found.geonameid.tolist() == [713174, pd.NA, pd.NA, pd.NA, pd.NA, 703448]
    assert found.place_name[5] == "Kyiv"
    assert np.isnan(found.place_lat[1])


def test_a_series_keeps_its_index() -> None:
    names = pd.Series(["Paris", "Lviv"], index=["b", "b"])
    found = geomap.normalise(names, country=["US", None])
    assert found.index.tolist() == ["b", "b"]
    assert found.place_country.tolist() == ["US", "UA"]


def test_a_frame_keeps_its_columns_and_index() -> None:
    frame = pd.DataFrame(
        {"p": ["Gregoron", "Paris", "Paris"], "la": [50.6, None, None], "lo": [36.6, None, None],
         "in": [None, "Texas", ""], "iso": ["RU", None, "fr"]},
        index=[30, 10, 20],
    )  # fmt: skip
    before = frame.copy()
    found = geomap.normalise(
        frame, column="p", near_columns=("la", "lo"), within_column="in", country_column="iso"
    )
    pd.testing.assert_frame_equal(found[list(frame.columns)], before)
    pd.testing.assert_frame_equal(frame, before)
    assert found.place_country.tolist() == ["RU", "US", "FR"]


def test_hints_for_all_or_for_each() -> None:
    names = ["Paris", "Paris"]
    assert geomap.normalise(names, within="Texas").place_country.tolist() == ["US", "US"]
    near = geomap.normalise(names, near=[(33.6, -95.5), None], radius_km=50)
    assert near.place_country.tolist() == ["US", "FR"]
    assert geomap.normalise(names, near=(33.6, -95.5), radius_km=50).place_country[1] == "US"


def test_the_command_and_the_function_say_the_same(
    table: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    rows = csv_rows(run_normalise(table, "--column", "place", "--prefix", "").stdout)
    found = geomap.normalise([row["place"] for row in rows], prefix="", alternatives=1)
    assert list(found)[-1] == "alternatives"
    said = ["" if pd.isna(i) else str(i) for i in found.geonameid]
    assert said == [row["geonameid"] for row in rows]


@pytest.mark.parametrize("names", [[], pd.Series([], dtype=object), pd.DataFrame({"p": []})])
def test_nothing_gives_an_empty_frame(names: object) -> None:
    column = "p" if isinstance(names, pd.DataFrame) else None
    found = geomap.normalise(names, column=column)  # type: ignore[arg-type]
    assert len(found) == 0
    assert found.place_lat.dtype == "float64"


def test_bad_hints_raise_with_their_row_or_leave_it_out() -> None:
    names = pd.Series(["Lviv", "Kyiv"], index=["a", "b"])
    near = [None, (95.0, 0.0)]
    with pytest.raises(QueryError, match="row b: near"):
        geomap.normalise(names, near=near)
    found = geomap.normalise(names, near=near, errors="coerce")
    assert found.geonameid.tolist() == [702550, pd.NA]


@pytest.mark.parametrize(
    ("names", "options", "said"),
    [
        ("Kyiv", {}, "a list of names, a Series or a DataFrame, not str"),
        ({"a": "Kyiv"}, {}, "not dict"),
        (["Kyiv"], {"near": 5}, "near=5: must be"),
        (["Kyiv"], {"near": "50.4,30.5"}, "near='50.4,30.5': must be"),
        (["Kyiv"], {"near": [(1, 2, 3)]}, "not two numbers"),
        (["Kyiv"], {"errors": "ignore"}, "errors='ignore'"),
        (["Kyiv"], {"min_score": 5}, "min_score=5"),
        (["Kyiv"], {"alternatives": -1}, "alternatives=-1"),
        (["Kyiv"], {"feature": "banana"}, "feature='banana'"),
        (pd.DataFrame([["Kyiv", "x"]], columns=["p", "p"]), {"column": "p"}, "2 columns are"),
        (["Kyiv"], {"column": "p"}, "DataFrame only"),
        (["Kyiv"], {"country": ["UA", "UA"]}, "2 values of country for 1 names"),
        (pd.DataFrame({"p": ["Kyiv"]}), {}, "column="),
        (pd.DataFrame({"p": ["Kyiv"]}), {"column": "q"}, "no column 'q'"),
        (
            pd.DataFrame({"p": ["Kyiv"], "x_lat": [1]}),
            {"column": "p", "prefix": "x_"},
            "already has x_lat",
        ),
    ],
)
def test_misuse_is_refused(names: object, options: dict[str, object], said: str) -> None:
    with pytest.raises((QueryError, TableError), match=said):
        geomap.normalise(names, **options)  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="XX"):
        geomap.normalise(["Kyiv"], country="XX")


def test_corrections_decide_about_names(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text("text,action,place_id\nBachmut,place,559034\n", encoding="utf-8")
    placed = geomap.normalise(["Bachmut", "Kiew"], corrections=path)
    assert placed.geonameid.tolist() == [559034, 703448]
    assert placed.place_match.tolist() == ["correction", "alias"]


def test_plain_names_keep_given_columns() -> None:
    frame = pd.DataFrame({"place": ["Bachmut"], "lat": [1.5]})
    placed = geomap.normalise(frame, column="place", prefix="")
    assert placed.columns[:2].tolist() == ["place", "given_lat"]
    assert (placed.given_lat[0], placed.lat[0]) == (1.5, 48.59419)


def test_column_may_be_called_by_a_number() -> None:
    assert geomap.normalise(pd.DataFrame([["Bachmut"]]), column=0).geonameid[0] == 713174


@pytest.mark.parametrize("near", [np.array([33.6, -95.5]), (33.6, -95.5), [[33.6, -95.5]]])
def test_point_may_be_of_any_kind(near: object) -> None:
    assert geomap.normalise(["Paris"], near=near).place_country.tolist() == ["US"]


def test_a_series_of_hints_goes_by_its_labels() -> None:
    frame = pd.DataFrame({"place": ["Paris", "Athens", "Paris"], "country": ["US", "GR", "FR"]})
    some = frame[frame.place == "Paris"]
    assert geomap.normalise(some.place, country=frame.country).place_country.tolist() == [
        "US",
        "FR",
    ]
    turned = frame.country.iloc[::-1]
    found = geomap.normalise(frame, column="place", country=turned)
    assert found.place_country.tolist() == ["US", "GR", "FR"]
    by_position = geomap.normalise(frame.place, country=["US", "GR", "FR"])
    assert by_position.place_country.tolist() == ["US", "GR", "FR"]


def test_a_series_of_hints_with_other_labels_is_refused() -> None:
    names = pd.Series(["Paris"], index=["a"])
    with pytest.raises(TableError, match=r"country\.tolist\(\)"):
        geomap.normalise(names, country=pd.Series(["US"]))


@pytest.mark.parametrize("code", ["SYR", "syr", "760", 760, "SY", "Syria"])
def test_countries_go_by_any_of_their_codes(code: object) -> None:
    assert geomap.normalise(["Tartus"], country=[code]).place_country.tolist() == ["SY"]


def test_every_country_has_codes_of_its_own(gazetteer: Gazetteer) -> None:
    table = (tables() / "country_codes.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in table]
    assert {row[0] for row in rows} == set(gazetteer.rows.countries) - {""}
    assert all(len({row[at] for row in rows}) == len(rows) for at in range(3))
