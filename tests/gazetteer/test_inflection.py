from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.inflection import base_forms


@pytest.mark.parametrize(
    ("declined", "geonameid"),
    [
        ("Харкові", 706483), ("Бахмутом", 713174), ("Одеси", 698740), ("Києва", 703448),
        ("Запорізькій області", 687699), ("Криму", 703883), ("Москве", 524901),
        ("в Бахмуті", 713174), ("pod Bachmutem", 713174), ("w Kijowie", 703448),
        ("v Praze", 3067696),
        ("Белгородской области", 578071), ("وحلب", 170063), ("بدمشق", 170654), ("والعراق", 99237),
        ("בבאר שבע", 295530), ("ולירושלים", 281184),
    ],
)  # fmt: skip
def test_declined_names_are_found(gazetteer: Gazetteer, declined: str, geonameid: int) -> None:
    assert gazetteer.lookup(declined)[0].place.geonameid == geonameid


@pytest.mark.parametrize("name", ["Paris", "北京", "", "12", "Ом"])
def test_other_names_are_left_alone(name: str) -> None:
    assert list(base_forms(name)) == []


@given(st.text())
def test_a_base_form_is_never_the_name_itself(name: str) -> None:
    assert name not in base_forms(name)
