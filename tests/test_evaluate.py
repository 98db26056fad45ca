"""``geomap evaluate`` and the library behind it: figures, mistakes, bad input."""

from __future__ import annotations

import gzip
import json
import math
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import Document, DocumentError
from geomap.cli import main
from geomap.evaluation import (
    Evaluation,
    GoldDocument,
    PlacedSpan,
    evaluate,
    file_answers,
    read_gold,
    read_predictions,
)
from geomap.evaluation.pairing import compare

ROOT = Path(__file__).parents[1]
KYIV = {"start": 8, "end": 12, "lat": 50.45, "lon": 30.52, "geonameid": 703448}
LVIV = {"start": 17, "end": 21, "lat": 49.84, "lon": 24.02, "geonameid": 702550}
TEXT = "Rain on Kyiv and Lviv."
Record = dict[str, Any]
Write = Callable[..., Path]


def run(*words: str | Path, text: str | None = None) -> Result:
    arguments = ["evaluate", *map(str, words)]
    return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)


def gold(*toponyms: Record, name: str = "1", text: str = TEXT) -> Record:
    return {"id": name, "text": text, "toponyms": list(toponyms)}


def predicted(*mentions: Record, name: str = "1") -> Record:
    return {"id": name, "mentions": list(mentions)}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes records to a file, an object a line."""

    def write(name: str, *records: Any) -> Path:
        path = tmp_path / name
        path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        return path

    return write


def judged(write: Write, golds: list[Record], answers: list[Record]) -> Record:
    """What the command says of some answers."""
    words = [write("gold.jsonl", *golds), "--predicted", write("mentions.jsonl", *answers)]
    result = run(*words, "--json")
    assert result.exit_code == 0, result.stderr
    record: Record = json.loads(result.stdout)
    return record


# --- The figures ---


def test_all_right(write: Write) -> None:
    got = judged(write, [gold(KYIV, LVIV)], [predicted(LVIV, KYIV)])
    ones = ("p", "r", "f1", "exact_f1", "acc161", "id_acc", "e2e_p", "e2e_r", "e2e_f1")
    assert [got[name] for name in ones] == [1.0] * len(ones)
    assert (got["docs"], got["gold"], got["predicted"]) == (1, 2, 2)
    assert (got["mean_km"], got["median_km"], got["auc"]) == (0, 0, 0)
    assert got["worst"] == []


def test_known_figures(write: Write) -> None:
    """One found in part and far off, one missed, one spurious, one without a place."""
    far = {"start": 7, "end": 12, "lat": 50.45, "lon": 40.52, "geonameid": 1}
    spurious = {"start": 0, "end": 4, "lat": 1.0, "lon": 2.0}
    got = judged(write, [gold(KYIV, LVIV)], [predicted(spurious, far)])
    assert (got["p"], got["r"], got["f1"]) == (0.5, 0.5, 0.5)
    assert (got["exact_f1"], got["acc161"], got["id_acc"], got["e2e_f1"]) == (0, 0, 0, 0)
    half = math.radians(10) / 2  # ten degrees along the parallel
    away = 2 * 6371.0088 * math.asin(math.cos(math.radians(50.45)) * math.sin(half))
    assert got["mean_km"] == pytest.approx(away)
    assert got["auc"] == pytest.approx(math.log1p(away) / math.log1p(20039))
    assert got["mistakes"] == {"wrong_place": 1, "unresolved": 0, "missed": 1, "spurious": 1}


def test_no_place_counts_as_the_far_side_of_the_earth(write: Write) -> None:
    got = judged(write, [gold(KYIV)], [predicted({"start": 8, "end": 12, "lat": None})])
    assert (got["mean_km"], got["auc"], got["e2e_p"], got["f1"]) == (20039, 1, 0, 1)
    assert [m["kind"] for m in got["worst"]] == ["unresolved"]
    assert got["worst"][0]["km"] is None


def test_gold_without_a_coordinate_is_not_asked_for(write: Write) -> None:
    unasked = {"start": 17, "end": 21, "lat": None, "lon": None}
    got = judged(write, [gold(KYIV, unasked)], [predicted(KYIV, LVIV)])
    assert (got["gold"], got["predicted"], got["f1"], got["worst"]) == (1, 1, 1, [])


def test_nothing_to_measure_is_null_and_a_dash(write: Write) -> None:
    got = judged(write, [gold()], [predicted()])
    assert (got["f1"], got["acc161"], got["median_km"]) == (0, None, None)
    files = write("g.jsonl", gold()), "--predicted", write("p.jsonl", predicted())
    assert run(*files).stdout.splitlines()[1].split()[8:12] == ["-"] * 4


def test_the_same_span_goes_before_a_longer_overlap() -> None:
    wide, narrow = PlacedSpan(0, 9, 1.0, 1.0), PlacedSpan(5, 9, 1.0, 1.0)
    assert compare([narrow], [wide, narrow]).pairs == ((narrow, narrow),)
    assert compare([wide], [narrow, PlacedSpan(0, 4)]).pairs[0][1] in (narrow, PlacedSpan(0, 4))
    assert len(compare([wide, narrow], [PlacedSpan(4, 9)]).missed) == 1


_SPANS = st.lists(
    st.builds(
        lambda start, length, point, name: PlacedSpan(start, start + length, *point, name),
        st.integers(0, 20), st.integers(1, 9),
        st.sampled_from([(None, None), (1.0, 2.0), (1.5, 2.0), (40.0, 50.0)]),
        st.sampled_from([None, 1, 2]),
    ),
    max_size=9,
)  # fmt: skip


@settings(max_examples=150)
@given(_SPANS, _SPANS, st.randoms(use_true_random=False))
def test_the_order_of_predictions_changes_nothing(
    toponyms: list[PlacedSpan], answers: list[PlacedSpan], chance: random.Random
) -> None:
    shuffled = answers.copy()
    chance.shuffle(shuffled)
    document = GoldDocument(Document("1", "abc def ghi " * 3), tuple(toponyms))
    one, other = Evaluation(), Evaluation()
    one.add(document, answers)
    other.add(document, shuffled)
    assert repr(one.figures()) == repr(other.figures())
    for kind in ("wrong place", "unresolved", "missed", "spurious"):
        assert one.worst(kind) == other.worst(kind)  # type: ignore[arg-type]


# --- The same figures as the scorer beside a founder's checkout ---


def scored(shared: Path, gold_file: Path, predictions: Path) -> Record:
    command = [sys.executable, shared / "bench" / "score.py", gold_file, predictions, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Record = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize(
    ("corpus", "spans"),
    [("TR-News", []), ("GWN", []), ("GeoVirus", []), ("LGL", []), ("TR-News", ["--given"])],
)
def test_figures_are_those_of_the_scorer(
    corpus: str, spans: list[str], shared: Path, tmp_path: Path
) -> None:
    source, mentions = tmp_path / "gold.jsonl", tmp_path / "mentions.jsonl"
    lines = (shared / "corpora" / f"{corpus}.jsonl").read_text("utf-8").splitlines(True)[::12][:5]
    source.write_text("".join(lines), encoding="utf-8")
    CliRunner().invoke(main, ["parse", str(source), "-o", str(mentions), "-q", *spans])
    expected = scored(shared, source, mentions)
    for words in (spans, ["--predicted", str(mentions)]):
        got = json.loads(run(source, "--json", *words).stdout)
        for name, value in expected.items():
            ours = math.nan if got[name] is None else got[name]
            assert ours == pytest.approx(value, rel=1e-9, nan_ok=True), name


def test_made_up_figures_are_those_of_the_scorer(shared: Path, write: Write) -> None:
    chance = random.Random(7)
    golds, answers = [], []
    for name in map(str, range(40)):
        golds.append(gold(*made_up(chance), name=name, text="x" * 60))
        answers.append(predicted(*made_up(chance), name=name))
    files = write("gold.jsonl", *golds), write("mentions.jsonl", *answers)
    evaluation = evaluate(read_gold(files[0]), file_answers(read_predictions(files[1])))
    assert asdict(evaluation.figures()) == pytest.approx(scored(shared, *files), rel=1e-9)


def made_up(chance: random.Random) -> list[Record]:
    """Spans in text order, no two of the same extent."""
    spans = {(start, start + chance.randint(1, 8)) for start in chance.sample(range(50), 9)}
    points = [(None, None), (50.0, 30.0), (50.9, 30.8), (-33.0, 151.0)]
    made = []
    for start, end in sorted(spans):
        (lat, lon), name = chance.choice(points), chance.choice([None, 1, 2])
        made.append({"start": start, "end": end, "lat": lat, "lon": lon, "geonameid": name})
    return made


# --- The mistakes ---


def test_mistakes_say_what_where_and_how_far(write: Write) -> None:
    wrong = {**KYIV, "lat": 37.0, "lon": -88.0, "name": "Kyiv", "country": "US"}
    files = write("g.jsonl", gold(KYIV, LVIV)), "--predicted", write("p.jsonl", predicted(wrong))
    shown = run(*files).stdout
    assert "Kyiv in 1: Rain on [Kyiv] and Lviv." in shown
    assert "answer Kyiv, US (37.00000, -88.00000, id 703448); gold 50.45000, 30.52000" in shown
    assert "8,608 km apart" in shown
    assert "missed: not found (1 in all)\n  Lviv in 1: Rain on Kyiv and [Lviv]." in shown


def test_distances_shown_are_geodesic(write: Write) -> None:
    north = {**KYIV, "lat": 60.45}
    got = judged(write, [gold(KYIV)], [predicted(north)])
    assert got["worst"][0]["km"] == pytest.approx(1113.4, abs=0.5)  # along a meridian, WGS 84
    assert got["mean_km"] == pytest.approx(math.radians(10) * 6371.0088)


def test_alike_mistakes_are_one_and_worst_come_first(write: Write) -> None:
    golds = [gold(KYIV, LVIV, name=str(i)) for i in range(3)]
    far, near = {**LVIV, "lon": 80.0}, {**LVIV, "lon": 30.0}
    answers = [predicted(a, name=str(i)) for i, a in enumerate((near, far, near))]
    worst = judged(write, golds, answers)["worst"]
    found = [(m["kind"], m["text"], m["document"], m["times"]) for m in worst]
    assert found == [
        ("wrong place", "Lviv", "1", 1), ("wrong place", "Lviv", "0", 2), ("missed", "Kyiv", "0", 3)
    ]  # fmt: skip


def test_worst_says_how_many_of_each_kind(write: Write) -> None:
    files = write("g.jsonl", gold(KYIV, LVIV)), "--predicted", write("p.jsonl", predicted())
    assert len(json.loads(run(*files, "--json").stdout)["worst"]) == 2
    assert len(json.loads(run(*files, "--json", "--worst", "1").stdout)["worst"]) == 1
    assert "missed" not in run(*files, "--worst", "0").stdout
    assert run(*files, "--worst", "-1").exit_code == 2


# --- The command ---


def test_it_parses_and_several_files_get_a_row_each(write: Write) -> None:
    files = [write("a.jsonl", gold(KYIV)), write("b.jsonl", gold(KYIV, LVIV, name="2"))]
    rows = [json.loads(line) for line in run(*files, "--json").stdout.splitlines()]
    assert [row["name"] for row in rows] == [*map(str, files), "all together"]
    assert [(row["docs"], row["gold"], row["r"]) for row in rows] == [
        (1, 1, 1),
        (1, 2, 1),
        (2, 3, 1),
    ]
    lines = run(*files, "--worst", "0").stdout.splitlines()
    assert len(lines) == 4
    assert lines[3].startswith("all together ")


def test_given_resolves_the_spans_of_gold(write: Write) -> None:
    odd = {"start": 0, "end": 4, "lat": 1.0, "lon": 1.0}
    got = json.loads(run(write("g.jsonl", gold(odd)), "--given", "--json").stdout)
    assert (got["predicted"], got["exact_f1"]) == (1, 1)


def test_corrections_and_gazetteer_are_used(write: Write, tmp_path: Path) -> None:
    table = tmp_path / "corrections.csv"
    table.write_text("text,action\nKyiv,not a place\n")
    source = write("g.jsonl", gold(KYIV, LVIV))
    assert json.loads(run(source, "--json", "--corrections", table).stdout)["r"] == 0.5
    assert run(source, "--gazetteer", ROOT / "setup.cfg").exit_code == 2


def test_standard_input_and_gzip_are_read(write: Write, tmp_path: Path) -> None:
    line = json.dumps(gold(KYIV))
    packed = tmp_path / "g.jsonl.gz"
    packed.write_bytes(gzip.compress(line.encode()))
    for result in (run("-", "--json", "-q", text=line), run(packed, "--json")):
        assert json.loads(result.stdout)["gold"] == 1


def test_ids_are_made_unique_as_parse_makes_them(write: Write, tmp_path: Path) -> None:
    source, mentions = write("g.jsonl", gold(KYIV), gold(LVIV)), tmp_path / "m.jsonl"
    CliRunner().invoke(main, ["parse", str(source), "-o", str(mentions), "-q"])
    result = run(source, "--predicted", mentions, "--json")
    assert (result.exit_code, json.loads(result.stdout)["r"]) == (0, 1)


def test_verbose_names_the_documents(write: Write) -> None:
    assert (
        "1: 2 toponyms marked, 2 mentions" in run(write("g.jsonl", gold(KYIV, LVIV)), "-v").stderr
    )


# --- Bad input ---


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{", "g.jsonl:1 could not be read: it is not JSON"),
        ([1], "not a JSON object"),
        ({"id": "1", "text": TEXT}, "it gives no list of toponyms"),
        ({"id": "1", "toponyms": []}, "no column looks like the text"),
        (gold({**KYIV, "end": 99}), "toponyms[0] is 8..99 in a text of 22 characters"),
        (gold({**KYIV, "start": 12}), "toponyms[0] is 12..12"),
        (gold({**KYIV, "start": "8"}), "toponyms[0] lacks integers start and end"),
        (gold(LVIV, {**KYIV, "lat": 91}), "the lat of toponyms[1] is 91 (it is -90 to 90)"),
        (gold({**KYIV, "lon": math.nan}), "the lon of toponyms[0] is nan"),
        (gold({**KYIV, "lat": "50"}), "the lat of toponyms[0] is '50' (write a number or null)"),
        (gold({**KYIV, "lon": None}), "toponyms[0] has only one of lat and lon"),
        (gold({**KYIV, "geonameid": "Q1899"}), "the geonameid of toponyms[0] is 'Q1899'"),
        (gold({**KYIV, "text": "Lviv"}), "toponyms[0] is 'Kyiv' in the text, not 'Lviv'"),
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_the_rest_go_on(bad: Any, said: str, tmp_path: Path) -> None:
    source = tmp_path / "g.jsonl"
    first = bad if isinstance(bad, str) else json.dumps(bad)
    source.write_text(f"{first}x\n" if bad == "{" else f"{first}\n", encoding="utf-8")
    with source.open("a", encoding="utf-8") as file:
        file.write(json.dumps(gold(KYIV)))
    result = run(source, "--json")
    assert result.exit_code == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert json.loads(result.stdout)["docs"] == 1
    with pytest.raises(DocumentError):
        list(read_gold(source))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.jsonl", "it does not exist"),
        ("g.csv", "it is a csv file"),
        ("e.jsonl", "it is empty"),
    ],
)
def test_a_file_that_is_no_gold_is_named(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "g.csv").write_text("id,text\n1,Kyiv\n")
    (tmp_path / "e.jsonl").write_text("\n")
    result = run(tmp_path / name)
    assert result.exit_code == 1
    assert said in result.stderr
    assert not result.stdout


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ([gold(KYIV)], "p.jsonl:1 could not be read: it gives no list of mentions"),
        ([predicted(), predicted()], "p.jsonl:2 could not be read: document '1' is on an earlier"),
        ([{"mentions": []}], "it has no id"),
        ([predicted({**KYIV, "lat": 100})], "the lat of mentions[0] is 100"),
        ([predicted({**KYIV, "end": 23})], "a mention 8..23 in a text of 22 characters"),
        ([predicted(name="x")], "has no prediction for 1 of 1 documents, such as '1'"),
    ],
)  # fmt: skip
def test_bad_predictions_are_refused(records: list[Record], said: str, write: Write) -> None:
    result = run(write("g.jsonl", gold(KYIV)), "--predicted", write("p.jsonl", *records))
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout


def test_a_document_without_prediction_counts_as_nothing_found(write: Write) -> None:
    source = write("g.jsonl", gold(KYIV), gold(KYIV, name="2"))
    result = run(source, "--predicted", write("p.jsonl", predicted(KYIV)), "--json")
    assert result.exit_code == 1
    assert "no prediction for 1 of 2 documents, such as '2'" in result.stderr
    assert json.loads(result.stdout)["r"] == 0.5


@pytest.mark.parametrize(
    "words", [["--given"], ["--gazetteer", "x"], ["--corrections", "x"], ["--recogniser", "x"]]
)
def test_predictions_are_judged_as_they_are(words: list[str], write: Write) -> None:
    files = write("g.jsonl", gold(KYIV)), "--predicted", write("p.jsonl", predicted(KYIV))
    result = run(*files, *words)
    assert result.exit_code == 2
    assert "leave out --given, --corrections, --recogniser" in result.stderr


def test_missing_predictions_file_is_one_line() -> None:
    result = run(ROOT / "docs" / "gold.jsonl", "--predicted", "nowhere.jsonl")
    assert result.exit_code == 2
    assert "nowhere.jsonl could not be read: it does not exist" in result.stderr
