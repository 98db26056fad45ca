"""Plain text: text, title and date."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_text_is_kept_whole_and_line_ends_are_made_the_same(read_file):
    document = read_file("a.txt", " Kyiv\r\n\r\nLviv \r\n").only
    assert document.text == " Kyiv\n\nLviv \n"


def test_short_first_line_is_the_title(read_file):
    document = read_file("a.txt", "\nBridge hit near Kherson\n\nOfficials said on Tuesday.").only
    assert document.title == "Bridge hit near Kherson"


@pytest.mark.parametrize("text", ["Officials said so.", "Officials said so.\nMore.", "x " * 99])
def test_name_of_the_file_is_the_title_when_the_text_has_none(read_file, text):
    assert read_file("siege-of-mariupol_2022-03-01.txt", text).only.title == "Siege of Mariupol"


def test_title_comes_after_a_line_with_the_date(read_file):
    document = read_file("a.txt", "date 2023-05-23\nFlood in Derna\n\nRain fell.").only
    assert (document.title, document.date) == ("Flood in Derna", "2023-05-23")


def test_leading_date_stays_in_the_text(read_file):
    document = read_file("a.txt", " date 2023-05-23 Kyiv denied any link.").only
    assert (document.date, document.text[:5]) == ("2023-05-23", " date")


def test_date_is_taken_from_the_name_of_the_file(read_file):
    assert read_file("report-20230523.txt", "Kyiv denied.").only.date == "2023-05-23"


def test_file_is_its_own_id_and_source(read_file):
    document = read_file("a.txt", "Kyiv denied.").only
    assert (document.id, document.source, document.url) == ("a.txt", "a.txt", "")


def test_hostile_text_stays_as_it_is(read_file):
    text = "<script>alert(`1`)</script> \"Kyiv\" 'x' \u202eيافا 🗺 ]]>"
    assert read_file("a.txt", text).only.text == text


def test_nul_is_replaced_one_for_one(read_file):
    assert read_file("a.txt", b"Kyiv\0Lviv").only.text == "Kyiv\ufffdLviv"


def test_line_of_fifty_megabytes_is_read(read_file):
    assert len(read_file("a.txt", b"Kyiv said. " * 4_600_000).only.text) == 50_600_000


@pytest.mark.parametrize("content", [b"", b" \r\n\n", b"\xef\xbb\xbf"])
def test_empty_file_is_reported(read_file, content):
    assert read_file("a.txt", content).reasons == ["it is empty"]


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"%PDF-1.7 ...", b"PK\x03\x04..."])
def test_file_that_is_not_text_is_reported(read_file, content):
    assert read_file("a.txt", content).reasons == ["it is not text"]


def test_real_article_is_read_whole(read):
    seeds = Path(__file__).parents[3] / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the shared articles are not beside this checkout")
    document = read(seeds).only
    assert document.date == "2023-05-23"
    assert document.text.startswith(" date 2023-05-23 ")
