"""Rows that are sure support rows that are not: villages of one region with namesakes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

import geomap
from gazetteer import Gazetteer

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]

#: Villages and towns around Pokrovsk; some have many namesakes, the last two are misspelled.
DONETSK = "Avdiivka Bakhmut Kramatorsk Sloviansk Toretsk Chasiv-Yar Selydove Volnovakha".split()
NAMESAKES = "Oleksandrivka Pokrovske Mykolaivka".split()
MISSPELLED = ["Kurakhovye", "Hirnyck"]
DONETSK_OBLAST = "Donetsk Oblast"


def areas(names: list[str], gazetteer: Gazetteer, *, coherent: bool) -> list[str]:
    """The first-level subdivision of each answer that is a claim."""
    found = geomap.normalise(names, coherent=coherent, min_score=0.5, gazetteer=gazetteer)
    places = (gazetteer.place(str(i)) for i in found.geonameid)
    return [place.path[-2] if place else "" for place in places]


def test_namesakes_go_where_the_table_is(gazetteer: Gazetteer) -> None:
    names = [*DONETSK, *NAMESAKES]
    alone = areas(names, gazetteer, coherent=False)
    together = areas(names, gazetteer, coherent=True)
    assert together == [DONETSK_OBLAST] * len(names)
    assert alone != together


def test_misspelled_names_are_looked_up_where_the_table_is(gazetteer: Gazetteer) -> None:
    together = areas([*DONETSK, *MISSPELLED], gazetteer, coherent=True)
    assert together[-2:] == [DONETSK_OBLAST] * 2


def test_a_recorded_name_is_not_replaced_by_a_similar_one(gazetteer: Gazetteer) -> None:
    found = geomap.normalise([*DONETSK, "Reykjavik", "Bucharest"], coherent=True)
    assert found.place_country.to_list()[-2:] == ["IS", "RO"]


def test_too_few_sure_rows_change_nothing(gazetteer: Gazetteer) -> None:
    names = ["Avdiivka", *NAMESAKES]
    assert areas(names, gazetteer, coherent=True) == areas(names, gazetteer, coherent=False)


@pytest.mark.parametrize("text", [None, "-"])
def test_the_command_reads_twice_even_from_a_pipe(
    tmp_path: Path, text: str | None, run_normalise: Run, csv_rows: Rows
) -> None:
    content = "place\n" + "\n".join([*DONETSK, *NAMESAKES]) + "\n"
    path = tmp_path / "t.csv"
    path.write_text(content, encoding="utf-8")
    source = path if text is None else "-"
    result = run_normalise(source, "--coherent", text=None if text is None else content)
    rows = csv_rows(result.stdout)
    assert [row["place"] for row in rows] == [*DONETSK, *NAMESAKES]
    assert {row["place_country"] for row in rows} == {"UA"}
    assert f"{len(rows)} rows: {len(rows)} resolved" in result.stderr
