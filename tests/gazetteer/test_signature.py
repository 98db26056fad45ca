from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.signature import (
    beside_signatures,
    bits_apart,
    few_signatures,
    letters_in,
    looks_beside_signatures,
    signature_sections,
    signatures_in,
    signatures_of,
)
from gazetteer.spelling import bare

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
    assert sorted(scanned) == sorted(w for w, p in zip(some, prior, strict=True) if p >= 3.6)
    starts = sections["scanned_start"]
    for length in range(2, 21):
        assert all(len(w) == length for w in scanned[starts[length] : starts[length + 1]])


@given(words)
def test_the_letters_are_the_same_in_whichever_half(word: str) -> None:
    letters = letters_in(signatures_of([word, word[::-1], f"{word}{word}"]))
    assert len(set(letters.tolist())) == 1
    assert int(letters[0]).bit_count() == len(set(word))


@given(st.lists(st.text(alphabet="abyz ñ1", min_size=1, max_size=20), min_size=1))
def test_a_few_signatures_are_those_of_many(some: list[str]) -> None:
    assert few_signatures(some) == signatures_of(some).tolist()


@given(st.lists(st.tuples(words, st.floats(0.0, 15.7)), min_size=1))
def test_a_look_holds_signature_length_and_prominence(some: list[tuple[str, float]]) -> None:
    names, prior = [word for word, _ in some], np.array([prior for _, prior in some])
    looks = signature_sections(names, prior)["key_look"]
    assert signatures_in(looks).tolist() == signatures_of(names).tolist()
    lengths, prominence = (some[beside_signatures(looks)] for some in looks_beside_signatures())
    assert lengths.tolist() == [len(bare(name)) for name in names]
    assert np.abs(prominence - prior).max() <= 0.126


@pytest.mark.parametrize(
    ("slip", "name"), [("Nilan", "Milan"), ("Gublin", "Dublin"), ("Nosul", "Mosul")]
)
def test_a_wrong_consonant_in_a_short_name_does_not_hide_it(
    gazetteer: Gazetteer, slip: str, name: str
) -> None:
    found = gazetteer.lookup(slip, limit=10)
    assert name in {match.place.name for match in found}
