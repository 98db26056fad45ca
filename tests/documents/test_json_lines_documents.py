"""JSONL: texts exactly as given, spans, and lines that cannot be read."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.documents import Columns
from geomap.documents.json_lines import read_json_lines
from geomap.documents.sources import SourceFile

SOURCE = SourceFile("a.jsonl", "a.jsonl", "jsonl")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(TEXTS, st.booleans(), st.data())
def test_text_and_spans_come_back_as_they_were_given(text, ascii_only, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    record = {"text": text, "mentions": [{"start": start, "end": end}]}
    line = json.dumps(record, ensure_ascii=ascii_only)
    (document,) = read_json_lines([line], SOURCE, Columns(), pytest.fail, given=True)
    assert document.text == text
    assert document.given == ((start, end),)


def test_whitespace_and_line_ends_stay(read_file):
    text = " Kyiv\r\n\u2028\u0085Lviv\0 "
    line = json.dumps({"text": text}, ensure_ascii=False)
    assert read_file("a.jsonl", line + "\r\n").only.text == text


def test_fields_are_read(read_file):
    record = {"id": 7, "body": "Kyiv", "headline": None, "url": "https://www.a.org/2015/01/31/x"}
    document = read_file("a.jsonl", json.dumps(record)).only
    assert (document.id, document.text, document.title) == ("7", "Kyiv", "Kyiv")
    assert (document.source, document.date) == ("a.org", "2015-01-31")


def test_named_field_is_read(read_file):
    record = {"text": "no", "story": "Kyiv"}
    options = {"columns": Columns(text="story")}
    assert read_file("a.jsonl", json.dumps(record), **options).only.text == "Kyiv"


def test_lone_surrogate_is_replaced_one_for_one(read_file):
    text = read_file("a.jsonl", r'{"text": "Kyiv \ud800, \ud83d\ude00 Lviv"}').only.text
    assert text == "Kyiv \ufffd, \U0001f600 Lviv"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nope", "it is not JSON"),
        ('["Kyiv"]', "it is not a JSON object"),
        ("[" * 200_000, "its JSON is nested too deeply"),
        ('{"id": ' + "9" * 5000 + "}", "it is not JSON"),
        ('{"title": "Kyiv"}', "no column looks like the text"),
        ('{"text": 7}', "its 'text' is not a string"),
        ('{"text": " "}', "its text is empty"),
        (b'{"text": "Kyiv \xff"}', "it holds bytes that are not text"),
    ],
)
def test_bad_line_is_named_and_the_others_go_on(read_file, line, reason):
    bad = line if isinstance(line, bytes) else line.encode()
    good = json.dumps({"text": "Київ сказав"}, ensure_ascii=False).encode()
    outcome = read_file("a.jsonl", b"\n".join([good, b"", bad, good]))
    assert [document.id for document in outcome.documents] == ["a.jsonl#1", "a.jsonl#4"]
    assert outcome.failures[0].source.endswith("a.jsonl:3")
    assert outcome.reasons[0].startswith(reason)


@pytest.mark.parametrize("start", ["[", "{"])
def test_json_over_many_lines_is_reported_once(read_file, start):
    (failure,) = read_file("a.jsonl", f'{start}\n "text":\n "Kyiv"\n').failures
    assert "one JSON value over many lines" in failure.reason


def test_toponyms_are_spans_too(read_file):
    line = '{"text": "Kyiv", "toponyms": [{"start": 0, "end": 4, "name": "x"}]}'
    assert read_file("a.jsonl", line, given=True).only.given == ((0, 4),)


def test_spans_are_left_alone_unless_asked_for(read_file):
    assert read_file("a.jsonl", '{"text": "Kyiv", "mentions": 7}').only.given is None


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5), (True, 2), ("0", 2), (0, None)]
)
def test_impossible_span_is_reported(read_file, start, end):
    line = json.dumps({"text": "Kyiv", "mentions": [{"start": start, "end": end}]})
    (reason,) = read_file("a.jsonl", line, given=True).reasons
    assert reason.startswith("mentions[0] ")


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.txt"])
def test_document_without_spans_is_reported_when_they_are_asked_for(read_file, name):
    outcome = read_file(name, '{"text": "Kyiv"}', given=True)
    assert len(outcome.failures) == 1
    assert outcome.documents == []
