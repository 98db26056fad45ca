"""Dates, as metadata and file names write them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.documents.dates import date_in_name, iso_date, leading_date
from geomap.documents.titles import find_headline


@given(st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2099, 12, 31)))
def test_every_common_form_of_a_date_is_read(moment):
    day = moment.date().isoformat()
    forms = ("%Y-%m-%dT%H:%M:%S+03:00", "%Y%m%d", "%Y/%m/%d", "%d.%m.%Y", "%a, %d %b %Y %H:%M")
    assert {iso_date(moment.strftime(form)) for form in forms} == {day}
    assert {iso_date(moment.strftime(form)) for form in ("%B %d, %Y", "%A %d %B %Y")} == {day}
    assert date_in_name(moment.strftime("report_%Y-%m-%d.txt")) == day
    assert leading_date(moment.strftime(" Date: %d %B %Y Kyiv denied")) == day


@pytest.mark.parametrize("value", [1684800000, 1684800000000, "1684800000", 20230523, 1.6848e9])
def test_numbers_are_read(value):
    assert iso_date(value) == "2023-05-23"


@pytest.mark.parametrize(
    "value", ["", "9:27 AM ET", "05/06/2023", "2023-13-40", "soon", None, True, [], 7, float("nan")]
)
def test_what_is_no_date_is_empty(value):
    assert iso_date(value) == ""


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("1854", "1854"),
        (1854, "1854"),
        ("1854-11", "1854-11"),
        ("Nov. 1854", "1854-11"),
        ("1854-11-05T08:00:00+02:00", "1854-11-05"),
        ("-0479-09-29", "-0479-09-29"),
        ("480 B.C.", "-0479"),
        ("-0003-02-29", ""),
        ("1854-13", ""),
    ],
)
def test_years_months_and_antiquity_are_dates(value, date):
    assert iso_date(value) == date


@pytest.mark.parametrize("name", ["a.txt", "20231340.txt", "id-12345678901.txt", "v1-2-3.txt"])
def test_name_without_a_date_has_none(name):
    assert date_in_name(name) == ""


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-23 The road along the river\n\nThree checkpoints.",
        "23 May 2023\nThe road along the river",
        "Two ferry lines merge, with conditions\n\n2023-05-23\n\nThe merger of",
        "Two ferry lines merge\nTuesday, 23 May 2023\n",
    ],
)
def test_date_at_the_head_of_a_text_is_that_of_the_document(text):
    assert leading_date(text) == "2023-05-23"


def test_title_is_what_follows_the_date():
    text = "2023-05-23 The road along the river\n\nThree checkpoints."
    assert find_headline(text) == "The road along the river"


@pytest.mark.parametrize(
    "text", ["Kyiv 2023-05-23", "A\nb\n2023-05-23", "date of birth 2023-05-23", "dated", ""]
)
def test_date_elsewhere_in_the_text_is_not_that_of_the_document(text):
    assert leading_date(text) == ""
