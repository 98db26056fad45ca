from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from geomap.cli import main

Run = Callable[..., Result]
Rows = Callable[..., list[dict[str, Any]]]

ADDED = "geonameid place_name place_country place_lat place_lon place_score place_match".split()


def test_rows_and_columns_stay_and_places_are_added(
    table: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    result = run_normalise(table, "--column", "place")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "id,place,note," + ",".join(ADDED)
    for line, given in zip(lines[1:], table.read_text("utf-8").splitlines()[1:], strict=True):
        assert line.startswith(given + ",")
    rows = csv_rows(result.stdout)
    assert [row["geonameid"] for row in rows] == ["713174", "703448", "", "702550"]
    assert (rows[0]["place_name"], rows[0]["place_country"]) == ("Bakhmut", "UA")
    assert (rows[0]["place_lat"], rows[0]["place_match"]) == ("48.59419", "alias")


def test_the_other_spelling_of_the_command_is_understood(table: Path, run_normalise: Run) -> None:
    words = ["normalize", str(table), "--column", "place", "-q"]
    other = CliRunner().invoke(main, words, catch_exceptions=False)
    assert other.stdout == run_normalise(table, "--column", "place", "-q").stdout
    assert other.stderr == ""
    assert "normalize" not in CliRunner().invoke(main, ["--help"]).stdout


def test_the_report_counts_and_names_what_was_not_resolved(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("place\nBachmut\nZxqwvbn\nZxqwvbn\n\nQxzzxq\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    result = run_normalise(path, "--min-score", "0.9", "-o", out)
    assert "5 rows: 1 resolved, 0 uncertain, 3 unresolved, 1 empty" in result.stderr
    assert "Zxqwvbn (2), Qxzzxq (1)" in result.stderr
    assert len(csv_rows(out.read_text("utf-8"))) == 5


def test_answers_below_the_least_score_are_left_out(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("place\nSpringfield\n", encoding="utf-8")
    (guess,) = csv_rows(run_normalise(path, "--min-score", "0").stdout)
    assert 0 < float(guess["place_score"]) < 0.9
    (none,) = csv_rows(run_normalise(path, "--min-score", "0.9").stdout)
    assert [none[name] for name in ADDED] == [""] * len(ADDED)


@pytest.mark.parametrize(
    ("prefix", "first", "second"),
    [("place_", "geonameid", "place_name"), ("to_", "to_geonameid", "to_name")],
)
def test_the_prefix_is_put_before_added_columns(
    table: Path, prefix: str, first: str, second: str, run_normalise: Run, csv_rows: Rows
) -> None:
    (row, *_) = csv_rows(run_normalise(table, "--column", "place", "--prefix", prefix).stdout)
    assert list(row)[3:5] == [first, second]


def test_plain_names_leave_given_columns_beside_them(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows, json_rows: Rows
) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"query": "Bachmut", "lat": 1.50, "geonameid": 5}\n', encoding="utf-8")
    for ending in ("csv", "jsonl"):
        out = tmp_path / f"answers.{ending}"
        words = (path, "--column", "query", "--prefix", "", "-o", out)
        assert run_normalise(*words).exit_code == 0
        read = csv_rows if ending == "csv" else json_rows
        (row,) = read(out.read_text("utf-8"))
        assert (str(row["geonameid"]), str(row["lat"])) == ("713174", "48.59419")
        assert (str(row["given_geonameid"]), float(row["given_lat"])) == ("5", 1.5)
        assert {"lon", "score", "name", "country", "match"} <= set(row)


def test_a_column_that_is_there_already_is_refused(
    table: Path, tmp_path: Path, run_normalise: Run
) -> None:
    done = tmp_path / "done.csv"
    run_normalise(table, "--column", "place", "-o", done)
    again = run_normalise(done, "--column", "place", "-o", tmp_path / "again.csv")
    assert again.exit_code == 2
    assert "geonameid" in again.stderr
    assert "--prefix" in again.stderr
    assert not (tmp_path / "again.csv").exists()


def test_hints_come_from_columns_and_else_from_options(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "p,c,w,la,lo\nParis,US,Texas,,\nParis,Canada,,,\nParis,,,33.6,-95.5\nParis,,,,\n"
        "Gregoron,,,50.6,36.6\n",
        encoding="utf-8",
    )
    columns = ("--column", "p", "--country-column", "c", "--within-column", "w")
    near = ("--near-columns", "la", "lo", "--radius-km", "120")
    rows = csv_rows(run_normalise(path, *columns, *near).stdout)
    found = [row["place_country"] for row in rows]
    assert found == ["US", "CA", "US", "FR", "RU"]
    rows = csv_rows(run_normalise(path, *columns, "--country", "US").stdout)
    assert [row["place_country"] for row in rows][:4] == ["US", "CA", "US", "US"]


def test_bad_rows_are_named_kept_and_counted(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "p,c,la,lo\nLviv,,95,0\nLviv,Atlantis,,\nLviv,,49.8,\nLviv,UA,49,24\nLviv,,,,extra\n",
        encoding="utf-8",
    )
    hints = ("--country-column", "c", "--near-columns", "la", "lo")
    result = run_normalise(path, "--column", "p", *hints)
    assert result.exit_code == 1
    for words in (
        "row 1: near=(95.0, 0.0)",
        "row 2: country='Atlantis'",
        "row 3",
        "row 5: it has 5",
    ):
        assert words in result.stderr
    assert "4 bad" in result.stderr
    lines = result.stdout.splitlines()
    assert lines[5] == "Lviv,,,,,,,,,,,extra"
    assert [row["geonameid"] for row in csv_rows(result.stdout)] == ["", "", "", "702550", ""]


def test_many_bad_rows_are_counted_and_named_on_request(tmp_path: Path, run_normalise: Run) -> None:
    path = tmp_path / "t.csv"
    path.write_text("p,c\n" + "Lviv,Atlantis\n" * 30, encoding="utf-8")
    words = (path, "--column", "p", "--country-column", "c")
    assert "10 more rows" in run_normalise(*words).stderr
    assert "row 30" in run_normalise(*words, "-v").stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--column", "nope"], "no column 'nope'; there are: 'id', 'place', 'note'"),
        ([], "say which --column"),
        (["--column", "place", "--country", "XX"], "country='XX'"),
        (["--column", "place", "--within", "Zxqwvbn"], "within='Zxqwvbn'"),
        (["--column", "place", "--near", "95,0"], "latitude"),
        (["--column", "place", "--near", "5,5", "--radius-km", "-1"], "radius_km"),
        (["--column", "place", "--radius-km", "5"], "--radius-km needs points"),
        (["--column", "place", "--feature", "banana"], "feature='banana'"),
        (["--column", "place", "-o", "out.doc"], "or name the format with --from or --to"),
        (["--column", "place", "--min-score", "2"], "min-score"),
    ],
)
def test_misuse_of_normalise_is_one_clear_line(
    table: Path, words: list[str], said: str, run_normalise: Run
) -> None:
    result = run_normalise(table, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_failed_run_leaves_the_old_output(
    tmp_path: Path, table: Path, run_normalise: Run
) -> None:
    out, broken = tmp_path / "out.csv", tmp_path / "broken.csv.gz"
    run_normalise(table, "--column", "place", "-o", out)
    before = out.read_bytes()
    text = "place,n\n" + "".join(f"Kyiv,{i}\n" for i in range(20_000))
    broken.write_bytes(gzip.compress(text.encode())[:-2000])
    result = run_normalise(broken, "--column", "place", "-o", out)
    assert result.exit_code == 2
    assert "damaged" in result.stderr
    assert out.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken.csv.gz", "out.csv", "table.csv"]


def test_a_table_can_be_replaced_by_itself(table: Path, run_normalise: Run, csv_rows: Rows) -> None:
    assert run_normalise(table, "--column", "place", "-o", table).exit_code == 0
    assert csv_rows(table.read_text("utf-8"))[0]["geonameid"] == "713174"


def test_another_gazetteer_and_runners_up(
    tmp_path: Path, table: Path, run_normalise: Run, json_rows: Rows
) -> None:
    words = ("--column", "place", "--alternatives", "2", "--to", "jsonl", "--min-score", "0")
    (first, *_) = json_rows(run_normalise(table, *words).stdout)
    assert first["place_alternatives"].startswith("[")
    result = run_normalise(table, *words, "--gazetteer", tmp_path / "missing.bin")
    assert result.exit_code == 2


def test_a_jsonl_table_becomes_answers_for_the_scorer(
    shared: Path, tmp_path: Path, run_normalise: Run, csv_rows: Rows
) -> None:
    gold = (shared / "variants" / "real_news.jsonl").read_text("utf-8").splitlines()[:20]
    path, out = tmp_path / "gold.jsonl", tmp_path / "answers.csv"
    path.write_text("\n".join(gold), encoding="utf-8")
    assert run_normalise(path, "--column", "query", "--prefix", "", "-o", out).exit_code == 0
    rows = csv_rows(out.read_text("utf-8"))
    assert len(rows) == 20
    assert {"geonameid", "lat", "lon", "score"} <= set(rows[0])
    assert any(row["lat"] for row in rows)


CORRECTIONS = """document,text,action,place_id,lat,lon,name
,BACHMUT,place,559034,,,Grayvoron
,Lviv,not a place,,,,
report-7,Kyiv,place,,1,2,Elsewhere
,Zxqwvbn,place,,48.5,25.25,Our hamlet
"""


@pytest.mark.parametrize("more", [[], ["--coherent"], ["--country", "UA"]])
def test_corrections_decide_about_names(
    tmp_path: Path, run_normalise: Run, csv_rows: Rows, more: list[str]
) -> None:
    path, corrections = tmp_path / "t.csv", tmp_path / "corrections.csv"
    path.write_text("place\nBachmut\nLviv\nKyiv\nZxqwvbn\n", encoding="utf-8")
    corrections.write_text(CORRECTIONS, encoding="utf-8")
    result = run_normalise(path, "--corrections", corrections, *more)
    rows = csv_rows(result.stdout)
    assert [row["geonameid"] for row in rows] == ["559034", "", "703448", ""]
    assert [row["place_match"] == "correction" for row in rows] == [True, True, False, True]
    assert (rows[3]["place_name"], rows[3]["place_lat"]) == ("Our hamlet", "48.5")
    assert "4 rows: 3 resolved, 0 uncertain, 0 unresolved, 1 empty" in result.stderr


def test_corrections_that_make_no_sense_stop_the_run(table: Path, run_normalise: Run) -> None:
    corrections = table.with_name("corrections.csv")
    corrections.write_text("text,action\nLviv,move\n", encoding="utf-8")
    result = run_normalise(table, "--column", "place", "--corrections", corrections)
    assert result.exit_code == 2
    assert "row 2: action 'move' is not known" in result.stderr


def test_cell_of_a_megabyte_is_no_name(tmp_path: Path, run_normalise: Run) -> None:
    path = tmp_path / "huge.csv"
    path.write_text("place\n" + "Kyjiw " * 200_000 + "\nKyiv\n", encoding="utf-8")
    result = run_normalise(path)
    assert result.exit_code == 0
    assert "2 rows: 1 resolved, 0 uncertain, 1 unresolved" in result.stderr


def test_json_array_is_told_apart(tmp_path: Path, run_normalise: Run) -> None:
    path = tmp_path / "array.jsonl"
    path.write_text('[{"place": "Kyiv"}]', encoding="utf-8")
    result = run_normalise(path, "--column", "place")
    assert result.exit_code == 2
    assert "one JSON value, not an object a line" in result.stderr
