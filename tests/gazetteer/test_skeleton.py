from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.signature import signatures_of
from gazetteer.skeleton import deletions, length_of, readings, skeletons_of

keys = st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=30)


def _skeleton(key: str) -> int:
    return int(skeletons_of([key])[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [("kharkov", "kharkiv"), ("kiev", "kyiv"), ("deir ez zor", "deirezzor"), ("aden", "adana")],
)
def test_vowels_and_spaces_do_not_count(one: str, other: str) -> None:
    assert _skeleton(one) == _skeleton(other)


@pytest.mark.parametrize(
    ("query", "recorded"), [("bachmut", "bakhmut"), ("jitomir", "zhytomyr"), ("warna", "varna")]
)  # fmt: skip
def test_some_reading_of_an_ambiguous_letter_meets_the_recorded_name(
    query: str, recorded: str
) -> None:
    assert _skeleton(recorded) in readings(query, _skeleton(query))


@given(st.lists(keys, min_size=1, max_size=8))
def test_many_keys_give_what_each_gives_alone(some: list[str]) -> None:
    together = skeletons_of(some)
    assert together.tolist() == [_skeleton(key) for key in some]
    assert signatures_of(some).tolist() == [int(signatures_of([key])[0]) for key in some]


@given(keys)
def test_deletions_are_one_class_shorter(key: str) -> None:
    code = _skeleton(key)
    shorter = deletions(code)
    assert all(length_of(s) == length_of(code) - 1 for s in shorter)
    assert np.uint64(code) not in shorter
