"""CSV and TSV: a document a row."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.documents import Columns
from geomap.documents.delimited import read_delimited
from geomap.documents.sources import SourceFile

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
TEXTS = CELLS.filter(str.strip)


@given(
    st.lists(st.tuples(CELLS, TEXTS), max_size=5), st.sampled_from([("csv", ","), ("tsv", "\t")])
)
def test_texts_come_back_as_they_were_written(rows, form):
    kind, delimiter = form
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=delimiter).writerows([("title", "text"), *rows])
    table.seek(0)
    lines = io.StringIO(table.getvalue(), newline="\n")
    documents = read_delimited(lines, SourceFile("a", "a", kind), Columns(), pytest.fail)
    assert [document.text for document in documents] == [text for _, text in rows]


def test_columns_are_guessed_whatever_their_case(read_file):
    table = (
        "Article ID,HEADLINE,Body,Link,Published At\n7,A,In Kyiv,https://www.a.org/x,2023-05-23\n"
    )
    document = read_file("a.csv", table).only
    assert (document.id, document.title, document.text) == ("7", "A", "In Kyiv")
    assert (document.url, document.source) == ("https://www.a.org/x", "a.org")
    assert document.date == "2023-05-23"


def test_named_column_counts_before_a_usual_one(read_file):
    table = "text,Ганна\nno,Kyiv\n"
    assert read_file("a.csv", table, columns=Columns(text="ганна")).only.text == "Kyiv"


def test_missing_text_column_is_reported_with_the_columns_there_are(read_file):
    (failure,) = read_file("a.csv", "a,b\n1,2\n").failures
    assert failure.reason == "no column looks like the text"
    assert "--text-column" in failure.hint
    assert "a, b" in failure.hint


def test_named_column_that_is_not_there_is_reported(read_file):
    (failure,) = read_file("a.csv", "text\nKyiv\n", columns=Columns(date="day")).failures
    assert (failure.reason, failure.hint) == (
        "there is no column 'day'",
        "name it with --date-column; there are: text",
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_told_from_the_first_line(read_file, delimiter):
    table = f"id{delimiter}text\n7{delimiter}Kyiv\n"
    assert read_file("a.csv", table).only.id == "7"


def test_rows_that_cannot_be_read_are_named_and_the_others_go_on(read_file):
    outcome = read_file("a.csv", 'text,id\n"Ky\niv",1\n ,2\nLviv,3,x\nOdesa,4\n\n')
    assert [document.id for document in outcome.documents] == ["1", "4"]
    assert outcome.failures[0].source.endswith("a.csv: row 2 (line 4)")
    assert outcome.reasons == ["its text is empty", "it has 3 cells where there are 2 columns"]


def test_rows_without_an_id_are_numbered(read_file):
    outcome = read_file("a.csv", ",text\n0,Kyiv\n1,Lviv\n")
    assert [document.id for document in outcome.documents] == ["a.csv#1", "a.csv#2"]


def test_short_row_lacks_its_last_cells(read_file):
    assert read_file("a.csv", "text,title\nKyiv said.\n").only.title == "Kyiv said."


def test_huge_cell_and_nul_are_read(read_file):
    document = read_file("a.csv", "text\n" + "Kyiv " * 100_000 + "\0\n").only
    assert len(document.text) == 500_001
    assert document.text.endswith("\ufffd")


def test_spreadsheet_in_utf16_is_read(read_file):
    table = "date\ttext\r\n23.05.2023\tКиїв\r\n".encode("utf-16")
    document = read_file("a.tsv", table).only
    assert (document.date, document.text) == ("2023-05-23", "Київ")


@pytest.mark.parametrize(
    ("cell", "source"),
    [("Herald", "Herald"), ("https://www.herald.example/", "herald.example"), ("", "b.example")],
)
def test_source_is_the_column_then_the_host(read_file, cell, source):
    table = f"text,url,Publisher\nKyiv,https://b.example/1,{cell}\n"
    assert read_file("a.csv", table).only.source == source


@pytest.mark.parametrize("name", ["a.csv", "a"])
@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;\r"])
def test_the_line_that_tells_excel_the_delimiter_is_no_header(read_file, name, line):
    table = f"{line}\ntext;title\nRain, on Kyiv;A\n"
    assert read_file(name, table).only.text == "Rain, on Kyiv"


def test_a_quote_that_is_never_closed_swallows_no_documents(read_file):
    result = read_file("a.csv", 'id,text\n1,Lviv\n2,"Kyiv\n3,Odesa\n')
    assert [document.text for document in result.documents] == ["Lviv"]
    assert "begins in line 3" in result.failures[0].reason
