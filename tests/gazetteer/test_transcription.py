from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.transcription import forms, without_generic


@pytest.mark.parametrize(
    ("spelling", "english"),
    [
        ("Dschalalabad", "jalalabad"),  # German
        ("Soekhoemi", "sukhumi"),  # Dutch
        ("Tchernobyl", "chernobyl"),  # French
        ("Szczytno", "shchytno"),  # Polish
        ("Novošahtinsk", "novoshahtinsk"),  # Czech and scholarly marks
        ("Hsin-hsiang-hsien", "xin xiang"),  # Wade-Giles
        ("Jánikin", "khanikin"),  # Spanish
    ],
)
def test_spellings_of_the_worlds_press_have_their_english_form(spelling: str, english: str) -> None:
    assert english in forms(spelling)


@pytest.mark.parametrize(
    ("spelling", "geonameid"),
    [("Dschytomyr", 686967), ("Krementschuk", 704147), ("Tsjernihiv", 710735)],
)
def test_places_are_found_by_such_spellings(
    gazetteer: Gazetteer, spelling: str, geonameid: int
) -> None:
    match = gazetteer.lookup(spelling)[0]
    assert match.place.geonameid == geonameid
    assert match.score >= 0.5


@given(st.text())
def test_the_first_form_is_folded_ascii_and_none_repeats(name: str) -> None:
    found = forms(name)
    assert found[0].isascii()
    assert len(set(found)) == len(found)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", min_size=1).map(str.split).filter(bool))
def test_something_is_always_left_of_a_name(words: list[str]) -> None:
    assert without_generic(" ".join(words))
