"""The annotated texts that the recogniser learns from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.recognition.labels import LABELS, forbid_transitions
from geomap.recognition.training.annotated import read_annotated, read_marks, read_texts


def test_a_name_inside_another_comes_after_it() -> None:
    text, spans = read_marks("at {O University of {E Oulu}} in {L Oulu}")
    assert text == "at University of Oulu in Oulu"
    found = [(text[s.start : s.end], s.kind) for s in spans]
    assert found == [("University of Oulu", "ORG"), ("Oulu", "EMB"), ("Oulu", "LOC")]


@given(st.lists(st.tuples(st.text("ab \n", max_size=5), st.sampled_from("LAEDOPM"))))
def test_marks_taken_out_leave_the_text(parts: list[tuple[str, str]]) -> None:
    marked = "".join(f"{plain}{{{kind} {plain}x}}" for plain, kind in parts)
    text, spans = read_marks(marked)
    assert text == "".join(f"{plain}{plain}x" for plain, _ in parts)
    assert [text[s.start : s.end] for s in spans] == [f"{plain}x" for plain, _ in parts]


@pytest.mark.parametrize(("marked", "what"), [("a} b", "twice"), ("{L a {L b} c", "not closed")])
def test_a_mark_that_does_not_close_once_is_an_error(marked: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        read_marks(marked)


def test_documents_begin_at_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("### news: one\nIn {L Oulu}.\n\n### news: two\nNothing.\n", encoding="utf-8")
    one, two = read_annotated(path)
    assert (one.id, one.text, two.text) == ("texts/x/news: one", "In Oulu.", "Nothing.")
    assert [LABELS[choice] for (choice,) in one.allowed] == ["O", "B-LOC", "O"]


def test_every_name_in_our_texts_can_be_labelled() -> None:
    forbidden = forbid_transitions() < 0
    count = 0
    for document in read_texts():
        count += 1
        before = 0
        for (label,), opens, word in zip(
            document.allowed, document.tokens.opens, document.tokens.words, strict=True
        ):
            assert not forbidden[0 if opens else before, label], (document.id, word)
            assert word not in "{}", document.id
            before = label
    assert count
