"""Corrections: rows that people can write, applied the same way every time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.place import Place
from geomap.corrections import CorrectionError, Corrections, read_corrections
from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

LVIV = Place("702550", "Lviv", "UA", "15", "", "P", "PPLA", 49.8, 24.0, 717803, 0)
KYIV = Place("703448", "Kyiv", "UA", "12", "", "P", "PPLC", 50.4, 30.5, 2797553, 0)
PLACES = {place.id: place for place in (LVIV, KYIV)}
TEXT = "Lviv, Jordan and Lviv. Ossa is small."
HEADER = "document,start,end,text,action,place_id,lat,lon,name,note\n"


def parse(id_: str = "a") -> ParsedDocument:
    spans = ((0, 4), (6, 12), (17, 21))
    mentions = [Mention(start, end, TEXT[start:end]) for start, end in spans]
    return ParsedDocument(Document(id_, TEXT), tuple(Resolution(m, LVIV, 0.8) for m in mentions))


def read(rows: str, tmp_path: Path, header: str = HEADER) -> Corrections:
    path = tmp_path / "corrections.csv"
    path.write_text(header + rows, encoding="utf-8")
    return read_corrections(path, PLACES.get)


def places_of(parsed: ParsedDocument) -> list[tuple[str, str]]:
    return [(one.mention.text, one.place.name if one.place else "") for one in parsed.resolutions]


def test_everywhere_is_by_text_in_any_case(tmp_path: Path) -> None:
    corrected = read(",,,LVIV,place,703448,,,,checked\n", tmp_path).apply(parse())
    assert places_of(corrected) == [("Lviv", "Kyiv"), ("Jordan", "Lviv"), ("Lviv", "Kyiv")]
    first = corrected.resolutions[0]
    assert (first.score, first.match, first.why) == (
        1.0,
        "correction",
        "Corrected by hand: checked",
    )
    assert first.alternatives[0].place is LVIV


def test_not_a_place_takes_the_mention_away(tmp_path: Path) -> None:
    rows = "a,6,12,Jordan,not a place,,,,,\n"
    corrections = read(rows, tmp_path)
    assert [text for text, _ in places_of(corrections.apply(parse()))] == ["Lviv", "Lviv"]
    assert len(corrections.apply(parse("b")).resolutions) == 3


def test_the_narrower_wins_and_then_the_later(tmp_path: Path) -> None:
    rows = "a,0,4,Lviv,place,702550,,,,\n,,,Lviv,not_a_place,,,,,\n,,,Lviv,place,703448,,,,\n"
    corrected = read(rows, tmp_path).apply(parse())
    assert places_of(corrected) == [("Lviv", "Lviv"), ("Jordan", "Lviv"), ("Lviv", "Kyiv")]


def test_a_span_can_add_what_was_missed(tmp_path: Path) -> None:
    corrected = read("a,23,27,Ossa,place,,57.5,-3.25,Ossa Hill,\n", tmp_path).apply(parse())
    place = corrected.resolutions[-1].place
    assert place is not None
    assert (place.id, place.name) == ("coordinate:57.50000,-3.25000", "Ossa Hill")


def test_a_span_of_an_edited_document_is_left_alone(tmp_path: Path) -> None:
    corrected = read("a,1,5,Lviv,not a place,,,,,\n", tmp_path).apply(parse())
    assert corrected == parse()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",,,Lviv,move,,,,,", "row 2: action 'move' is not known"),
        (",,,,place,702550,,,,", "row 2: 'text' is empty"),
        (",,,Lviv,place,99,,,,", "row 2: place_id '99' is not in the gazetteer"),
        (",,,Lviv,place,,,,,", "row 2: which place"),
        (",,,Lviv,place,,95,0,,", "row 2: 95, 0 is not on Earth"),
        (",,,Lviv,place,,north,0,,", "row 2: 'north, 0' is no point"),
        (",0,4,Lviv,not a place,,,,,", "row 2: 'start' and 'end' need"),
        ("a,4,2,Lviv,not a place,,,,,", "row 2: '4' to '2' is no span"),
    ],
)
def test_errors_name_the_row(row: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match=message):
        read(row + "\n", tmp_path)


def test_short_tables_by_hand(tmp_path: Path) -> None:
    corrections = read('\n"Jordan",not a place\n', tmp_path, "\ufefftext,action\n")
    assert len(corrections.apply(parse()).resolutions) == 2
    with pytest.raises(CorrectionError, match="lacks action"):
        read("Jordan\n", tmp_path, "text\n")
    with pytest.raises(CorrectionError, match="cannot be read"):
        read_corrections(tmp_path / "none.csv", PLACES.get)


def test_tables_as_spreadsheets_save_them(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes("Text;Action;Note\r\nJordan;Not a place;Jörg\r\n".encode("cp1252"))
    corrections = read_corrections(path, PLACES.get)
    assert [text for text, _ in places_of(corrections.apply(parse()))] == ["Lviv", "Lviv"]


def test_a_quote_that_is_never_closed_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match=r"line 2: .*never closed"):
        read('"Lviv,not a place\n', tmp_path)


def test_the_example_in_the_docs_means_what_it_says(tmp_path: Path, gazetteer: Gazetteer) -> None:
    page = (Path(__file__).parents[1] / "docs" / "page.md").read_text("utf-8")
    example = page.partition("```text\ndocument,")[2].partition("```")[0]
    rows = list(csv.DictReader(io.StringIO("document," + example)))
    ids = {row["place_id"]: row["name"] for row in rows if row["place_id"]}
    assert ids == {id_: place.name for id_ in ids if (place := gazetteer.place(id_))}
    path = tmp_path / "corrections.csv"
    path.write_text("document," + example, encoding="utf-8")
    assert len(read_corrections(path, gazetteer.place)) == len(rows) == 3


@given(st.lists(st.sampled_from([",,,Lviv,place,703448", "a,0,4,Lviv,not a place"]), max_size=4))
def test_applying_twice_changes_nothing_more(rows: list[str]) -> None:
    from geomap.corrections import Correction

    made = [
        Correction("Lviv", KYIV) if "703448" in row else Correction("Lviv", None, "a", 0, 4)
        for row in rows
    ]
    once = Corrections(made).apply(parse())
    twice = Corrections(made).apply(once)
    assert places_of(once) == places_of(twice)


def test_a_table_saved_for_excel_is_read(tmp_path: Path) -> None:
    header = "sep=;\ntext;action;place_id\n"
    corrected = read("Jordan;place;703448\n", tmp_path, header).apply(parse())
    assert ("Jordan", "Kyiv") in places_of(corrected)


def test_a_document_can_add_what_was_missed_in_it(tmp_path: Path) -> None:
    rows = "a,,, Ossa ,place,702550,,,,\na,,,iv,place,702550,,,,\na,,,small,not a place,,,,,\n"
    corrections = read(rows, tmp_path)
    added = ("Ossa", "Lviv")
    assert [place for place in places_of(corrections.apply(parse())) if place == added] == [added]
    assert len(corrections.apply(parse()).resolutions) == 4
    assert len(corrections.apply(parse("b")).resolutions) == 3
    longer = read("a,,,is small,place,703448,,,,\na,,,Ossa is small,place,702550,,,,\n", tmp_path)
    assert places_of(longer.apply(parse()))[-1] == ("Ossa is small", "Lviv")
    everywhere = read(rows.replace("a,", ",", 1), tmp_path)
    assert added not in places_of(everywhere.apply(parse()))
