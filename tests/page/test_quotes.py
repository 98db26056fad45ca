"""Quotes: whole sentences around a mention, whatever the script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.quotes import QuoteFinder


def quote(text: str, name: str, limit: int = 400) -> str:
    start = text.index(name)
    return QuoteFinder(text).find(start, start + len(name), limit=limit).text


LONG = "which is a long enough sentence to stand alone without any of its neighbours"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (f"One. In Kyiv it rained, {LONG}. Two.", "Kyiv", f"In Kyiv it rained, {LONG}."),
        (f"Mr. Ho of the U.S. Embassy left Minsk, {LONG}. So?", "Minsk",
         f"Mr. Ho of the U.S. Embassy left Minsk, {LONG}."),
        (f"He left St. Louis at 5.30 p.m. on Friday, {LONG}! Yes.", "Louis",
         f"He left St. Louis at 5.30 p.m. on Friday, {LONG}!"),
        ("KYIV\n\nNothing happened there.", "KYIV", "KYIV"),
        (f"He said: “Go to Riga.” Then he slept, {LONG}.", "slept", f"Then he slept, {LONG}."),
        ("He left Kyiv. She stayed. They met.", "Kyiv", "He left Kyiv. She stayed."),
        ("A. He left for Bonn. She stayed at home. They met again in Kyiv.", "Kyiv",
         "She stayed at home. They met again in Kyiv."),
    ],
)  # fmt: skip
def test_sentence_around_a_mention(text: str, name: str, expected: str) -> None:
    assert quote(text, name) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一。" + "在" * 40 + "北京" + "好" * 30 + "。" + "二" * 70 + "。", "北京"),
        (f"سؤال؟ {'كلمة ' * 14}بغداد {'كلمة ' * 4}؟ {'كلمة ' * 20}", "بغداد"),
        (f"पहला। {'शब्द ' * 14}दिल्ली {'शब्द ' * 4}। {'शब्द ' * 20}", "दिल्ली"),
    ],
)
def test_marks_of_other_scripts_end_sentences(text: str, name: str) -> None:
    found = quote(text, name)
    assert name in found
    assert 60 <= len(found) < len(text) - 60


def test_long_sentences_are_cut_between_words() -> None:
    text = "word " * 300 + "Kyiv " + "more " * 300
    found = quote(text, "Kyiv", limit=60)
    assert "Kyiv" in found
    assert len(found) <= 60
    assert set(found.split()) == {"word", "Kyiv", "more"}


def test_spans_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        QuoteFinder("Kyiv").find(2, 9)


@given(st.text(alphabet="aB .!?\n。🚂\u0301", max_size=200), st.data(), st.integers(1, 80))
def test_every_quote_holds_its_mention_and_is_trimmed(
    text: str, data: st.DataObject, limit: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = QuoteFinder(text).find(start, end, limit=limit)
    assert found.text == text[found.start : found.end]
    assert found.start <= start <= end <= found.end
    assert len(found.text) <= max(limit, end - start)
    assert "\n" not in text[found.start : start] + text[end : found.end]
    assert found.start == start or not text[found.start].isspace()
    assert found.end == end or not text[found.end - 1].isspace()
