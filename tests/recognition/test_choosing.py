"""Another recogniser in the place of geomap's: a callable, or a spaCy pipeline."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazetteer import Gazetteer
from geomap import Document, Mention, Parser, RecogniserError
from geomap.cli import main

_TEXT = "The ferry left Tulcea for Odesa. The Romanian crew was from the Netherlands."
HAS_SPACY = importlib.util.find_spec("spacy") is not None
needs_spacy = pytest.mark.skipif(not HAS_SPACY, reason="spaCy is not installed")


def _find_odesa(document: Document) -> list[tuple[int, int]]:
    start = document.text.index("Odesa")
    return [(start, start + len("Odesa"))]


def test_a_callable_finds_the_mentions(gazetteer: Gazetteer) -> None:
    parsed = Parser(gazetteer, recogniser=_find_odesa).parse(Document("1", _TEXT))
    assert [(r.mention.text, r.place and r.place.country) for r in parsed.resolutions] == [
        ("Odesa", "UA")
    ]


def test_mentions_of_a_callable_keep_their_role_and_come_in_order() -> None:
    found = [Mention(26, 31, "Odesa"), Mention(15, 21, "Tulcea", role="associative")]
    parsed = Parser.open(recogniser=lambda document: found).parse(Document("1", _TEXT))
    roles = [(r.mention.text, r.mention.role) for r in parsed.resolutions]
    assert roles == [("Tulcea", "associative"), ("Odesa", "literal")]


def test_of_mentions_that_overlap_the_first_and_longest_stays(gazetteer: Gazetteer) -> None:
    parser = Parser(gazetteer, recogniser=lambda document: [(5, 8), (0, 3), (0, 8)])
    parsed = parser.parse(Document("1", "New York"))
    assert [r.mention.text for r in parsed.resolutions] == ["New York"]


@pytest.mark.parametrize("span", [(70, 90), (5, 5), (-1, 3)])
def test_a_span_outside_the_text_is_an_error(gazetteer: Gazetteer, span: tuple[int, int]) -> None:
    parser = Parser(gazetteer, recogniser=lambda document: [span])
    with pytest.raises(RecogniserError, match="which has 76 characters"):
        parser.parse(Document("1", _TEXT))


def test_a_mention_must_say_what_the_text_says(gazetteer: Gazetteer) -> None:
    parser = Parser(gazetteer, recogniser=lambda document: [Mention(0, 5, "Odesa")])
    with pytest.raises(RecogniserError, match="where it says 'The f'"):
        parser.parse(Document("1", _TEXT))


@pytest.mark.parametrize("command", ["parse", "map"])
def test_an_unknown_recogniser_is_one_line_on_stderr(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.txt").write_text(_TEXT, encoding="utf-8")
    arguments = [command, str(tmp_path / "a.txt"), "--recogniser", "stanza", "-q"]
    result = CliRunner().invoke(main, [*arguments, "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "geomap: there is no recogniser 'stanza'; write spacy:PIPELINE, like spacy:en_core_web_sm"
    ]


def test_a_missing_spacy_or_pipeline_says_what_to_install() -> None:
    wanted = (
        "python -m spacy download no_such_pipeline" if HAS_SPACY else r"pip install .*\[spacy\]"
    )
    with pytest.raises(RecogniserError, match=wanted):
        Parser.open(recogniser="spacy:no_such_pipeline")


@needs_spacy
def test_entities_of_a_spacy_pipeline_become_mentions(tmp_path: Path) -> None:
    spacy = importlib.import_module("spacy")
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    labels = {"Odesa": "GPE", "Romanian": "NORP", "Tulcea": "PERSON", "the Netherlands": "GPE"}
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in labels.items()])
    pipeline.to_disk(tmp_path / "pipeline")
    parser = Parser.open(recogniser=f"spacy:{tmp_path / 'pipeline'}")
    parsed = parser.parse(Document("1", f"{_TEXT} It sank at 44.5, 29.5."))
    found = [(r.mention.text, r.mention.kind, r.mention.role) for r in parsed.resolutions]
    assert found[:3] == [
        ("Odesa", "place", "literal"),
        ("Romanian", "place", "demonym"),
        ("Netherlands", "place", "literal"),
    ]
