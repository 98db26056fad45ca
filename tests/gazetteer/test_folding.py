from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.folding import fold, romanise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "saint etienne"),
        ("U.S.", "US"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Бахмут", "Bakhmut"),
        ("Αθήνα", "Athina"),
        ("حَلَب", "حلب"),
        ("مكة", "مكه"),
        ("ＴＯＫＹＯ東京", "tokyo東京"),
    ],
)
def test_spellings_that_differ_in_nothing_that_matters_share_a_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("が", "か"), ("北京", "背景")])
def test_names_that_differ_keep_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
@example("\x80\u0591")
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text())
def test_romanised_is_ascii(name: str) -> None:
    assert romanise(name).isascii()


@given(st.text())
def test_keys_have_no_spare_spaces(name: str) -> None:
    key = fold(name)
    assert key == " ".join(key.split())
