from __future__ import annotations

import datetime
import gzip
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from geomap.normalisation import Task, normalise_table

SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


def read_back(path: Path, delimiter: str) -> list[list[str]]:
    import csv

    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("tsv", "\t"), ("csv", ";")])
@given(rows=st.lists(st.tuples(TEXT, TEXT), max_size=8), line_end=st.sampled_from(["\n", "\r\n"]))
@SLOW
def test_cells_of_any_text_stay_as_they_are(
    gazetteer: Gazetteer,
    tmp_path: Path,
    ending: str,
    delimiter: str,
    rows: list[Any],
    line_end: str,
) -> None:
    import csv

    source, out = tmp_path / f"in.{ending}", tmp_path / f"out.{ending}"
    with open(source, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=line_end, quoting=1)
        writer.writerows([["place", "a", "b"], *(["Kyiv", *row] for row in rows)])
    normalise_table(str(source), str(out), Task("place"), gazetteer)
    got = read_back(out, delimiter)
    assert got[0][:3] == ["place", "a", "b"]
    assert [tuple(row[1:3]) for row in got[1:]] == rows
    assert all(row[3] == "703448" for row in got[1:])


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)


@given(records=st.lists(st.dictionaries(TEXT, VALUES, max_size=4), min_size=1, max_size=5))
@pytest.mark.parametrize("prefix", ["place_", ""])
@SLOW
def test_objects_of_any_values_stay_as_they_are(
    gazetteer: Gazetteer, tmp_path: Path, prefix: str, records: list[dict[str, Any]]
) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    records = [{"place": "Kyiv", **{f"x{k}": v for k, v in r.items()}} for r in records]
    source.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    normalise_table(str(source), str(out), Task("place", prefix=prefix), gazetteer)
    with open(out, encoding="utf-8", newline="\n") as file:
        got = [json.loads(line) for line in file]
    kept = [{k: v for k, v in r.items() if k == "place" or k.startswith("x")} for r in got]
    assert kept == records
    assert [next(iter(r)) for r in got] == ["place"] * len(records)


def test_numbers_of_json_keep_their_digits(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    line = (
        '{"place": "Kyiv", "n": 1.10, "big": 12345678901234567890, "deep": {"x": [1.0]}, '
        '"u": "\\u00e9"}'
    )
    result = run_normalise("-", "--column", "place", "-q", text=line)
    assert result.stdout.startswith(line[:-1])
    row = csv_rows(run_normalise("-", "--column", "place", "--to", "csv", text=line).stdout)[0]
    assert (row["n"], row["big"], row["u"]) == ("1.10", "12345678901234567890", "é")
    assert json.loads(row["deep"]) == {"x": [1.0]}


def test_json_rows_may_differ_and_lines_that_are_none_are_named(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows, json_rows: Rows
) -> None:
    text = '{"place": "Lviv"}\n\nnonsense\n{"place": "Kyiv", "late": 1}\n'
    result = run_normalise("-", "--column", "place", text=text)
    assert result.exit_code == 1
    assert "row 2: it is not JSON" in result.stderr
    assert [row["geonameid"] for row in json_rows(result.stdout)] == [702550, None, 703448]
    rows = csv_rows(run_normalise("-", "--column", "place", "--to", "csv", text=text).stdout)
    assert [row["late"] for row in rows] == ["", "", "1"]


def test_standard_input_may_be_gzipped_and_semicolons_stay(
    run_normalise: Run, csv_rows: Rows
) -> None:
    text = "Ort;Jahr\r\nKiew;1999\r\n"
    result = run_normalise("-", "--column", "Ort", "-q", text=gzip.compress(text.encode()))
    assert result.stdout_bytes.startswith(b"Ort;Jahr;geonameid;")
    assert csv_rows(result.stdout, ";")[0]["place_name"] == "Kyiv"
    assert result.stdout_bytes.endswith(b"\r\n")


def test_the_line_that_tells_excel_the_delimiter_stays(tmp_path: Path, run_normalise: Run) -> None:
    source, out, tabs = tmp_path / "in.csv", tmp_path / "out.csv", tmp_path / "out.tsv"
    source.write_text("sep=;\r\nplace;n\r\nKyiv;1,5\r\n", encoding="utf-8", newline="")
    assert run_normalise(source, "--column", "place", "-o", out).exit_code == 0
    assert out.read_bytes().startswith(b"sep=;\r\nplace;n;geonameid;")
    assert run_normalise(source, "--column", "place", "-o", tabs).exit_code == 0
    assert tabs.read_bytes().startswith(b"place\tn\tgeonameid\t")


def test_other_encodings_marks_and_undecodable_bytes(tmp_path: Path, run_normalise: Run) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"\xef\xbb\xbfplace,note\nKyiv,\xff\xfe raw\n")
    out = tmp_path / "out.csv"
    run_normalise(path, "--column", "place", "-o", out)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfplace,note,geonameid")
    assert b"Kyiv,\xff\xfe raw,703448" in out.read_bytes()
    path.write_text("place,note\nЛьвів,так\n", encoding="utf-16")
    assert "Львів,так,702550" in run_normalise(path, "--column", "place").stdout


@pytest.mark.parametrize("ending", ["csv", "csv.gz", "tsv", "jsonl", "jsonl.gz", "parquet", "xlsx"])
def test_every_format_becomes_every_other(
    table: Path, tmp_path: Path, ending: str, run_normalise: Run, csv_rows: Rows
) -> None:
    there, back = tmp_path / f"there.{ending}", tmp_path / "back.csv"
    assert run_normalise(table, "--column", "place", "-o", there).exit_code == 0
    assert run_normalise(there, "--column", "place", "--prefix", "b_", "-o", back).exit_code == 0
    for row in csv_rows(back.read_text("utf-8")):
        assert row["geonameid"] == row["b_geonameid"]
        assert row["place_lat"] == row["b_lat"]
    assert [row["id"] for row in csv_rows(back.read_text("utf-8"))] == ["007", "1.10", "", "1e5"]


def test_parquet_keeps_types_and_metadata(tmp_path: Path, run_normalise: Run) -> None:
    frame = pd.DataFrame(
        {
            "place": pd.Categorical(["Kyiv", "Lviv"]),
            "when": pd.to_datetime(["2024-01-02T03:04:05.123456789", None]),
            "tags": [["a"], []],
            "n": pd.array([1, None], dtype="Int8"),
        },
        index=pd.Index(["x", "y"], name="key"),
    )
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    frame.to_parquet(source)
    assert run_normalise(source, "--column", "place", "-o", out).exit_code == 0
    given, got = pa.parquet.read_table(source), pa.parquet.read_table(out)
    assert got.select(given.column_names).equals(given)
    assert pd.read_parquet(out).index.tolist() == ["x", "y"]
    assert got.column("geonameid").to_pylist() == [703448, 702550]


def test_excel_keeps_numbers_dates_and_text_that_looks_like_formulas(
    tmp_path: Path, run_normalise: Run
) -> None:
    book = openpyxl.Workbook()
    when = datetime.datetime(2024, 1, 2, 3, 4)
    for row in (["place", "n", "d", None], ["Kyiv", 7, when], [], ["=1+1", 1.5, None]):
        book.active.append(row)
    book.active["A4"].data_type = "s"
    source, out = tmp_path / "in.xlsx", tmp_path / "out.xlsx"
    book.save(source)
    assert run_normalise(source, "--column", "place", "-o", out, "--min-score", ".6").exit_code == 0
    sheet = openpyxl.load_workbook(out).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("place", "n", "d", "geonameid")
    assert rows[1][:4] == ("Kyiv", 7, when, 703448)
    assert rows[2][:3] == (None, None, None)
    assert (sheet["A4"].value, sheet["A4"].data_type, sheet["B4"].value) == ("=1+1", "s", 1.5)


def test_binary_tables_go_through_pipes(tmp_path: Path, run_normalise: Run) -> None:
    buffer = io.BytesIO()
    pd.DataFrame({"place": ["Kyiv"]}).to_parquet(buffer)
    result = run_normalise("-", "--to", "parquet", text=buffer.getvalue())
    assert pd.read_parquet(io.BytesIO(result.stdout_bytes)).geonameid.tolist() == [703448]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx"])
def test_tables_that_are_none_are_refused_by_name(
    tmp_path: Path, ending: str, run_normalise: Run
) -> None:
    path = tmp_path / f"broken.{ending}"
    for content in (b"", b"\x00\x01\x02" * 50):
        path.write_bytes(content)
        result = run_normalise(path, "--column", "place")
        assert result.exit_code in (1, 2)
        assert f"broken.{ending}" in result.stderr
    assert run_normalise(tmp_path / f"missing.{ending}").exit_code == 2


def test_memory_does_not_grow_with_the_table(gazetteer: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    filling = "x" * 2000
    path.write_text("place,text\n" + f"Kyiv,{filling}\n" * 20_000, encoding="utf-8")
    tracemalloc.start()
    report = normalise_table(str(path), str(tmp_path / "out.csv"), Task("place"), gazetteer)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.rows == 20_000
    assert peak < path.stat().st_size / 2


@pytest.mark.parametrize("end", ["", "\n", '""\n'])
def test_a_quote_that_is_never_closed_swallows_no_rows(
    tmp_path: Path, run_normalise: Run, end: str
) -> None:
    source, out = tmp_path / "in.tsv", tmp_path / "out.tsv"
    source.write_text(f'place\tn\nLviv\t1\n"Kyiv\t2\nOdesa\t3{end}', encoding="utf-8")
    result = run_normalise(source, "--column", "place", "-o", out)
    assert result.exit_code == 2
    assert "in.tsv: the row that begins in line 3 has a quote" in result.stderr
    assert not out.exists()
