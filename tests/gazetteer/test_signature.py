from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.signature import bits_apart, signature_sections, signatures_of

words = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=20)


def _apart(one: str, other: str) -> int:
    signatures = signatures_of([one, other])
    return int(bits_apart(signatures[:1], signatures[1])[0])


@given(words, st.data())
def test_a_letter_replaced_or_dropped_changes_few_bits(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    other = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    assert _apart(word, word[:at] + other + word[at + 1 :]) <= 2
    # Besides the letter itself one may move into the other half.
    assert _apart(word, word[:at] + word[at + 1 :]) <= 3


@given(st.lists(words, min_size=1, max_size=8))
def test_what_is_scanned_is_in_order_of_length(some: list[str]) -> None:
    prior = signatures_of(some) % 7 * 1.0
    sections = signature_sections(some, prior)
    scanned = [some[i] for i in sections["scanned_key"]]
    assert sorted(scanned, key=len) == scanned
    assert sorted(scanned) == sorted(w for w, p in zip(some, prior, strict=True) if p >= 3.3)
    starts = sections["scanned_start"]
    for length in range(2, 21):
        assert all(len(w) == length for w in scanned[starts[length] : starts[length + 1]])


@pytest.mark.parametrize(
    ("slip", "name"), [("Nilan", "Milan"), ("Gublin", "Dublin"), ("Nosul", "Mosul")]
)
def test_a_wrong_consonant_in_a_short_name_does_not_hide_it(
    gazetteer: Gazetteer, slip: str, name: str
) -> None:
    found = gazetteer.lookup(slip, limit=10)
    assert name in {match.place.name for match in found}
