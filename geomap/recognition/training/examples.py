"""Training examples: documents with a label, or a choice of labels, for each word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geomap.recognition.labels import LABELS
from geomap.recognition.lexicons import DEMONYM_ENDS, DEMONYM_STARTS, DEMONYMS
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens, split_tokens

_NUMBER = {label: i for i, label in enumerate(LABELS)}
#: A place of this prior inside an organisation's name is taken for a place.
_EMBEDDED = 4.3
_NO_PLACE = tuple(i for i, name in enumerate(LABELS) if name[2:] not in ("LOC", "EMB", "DEM"))


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled span of a text, half-open code point offsets; ``kind`` as in the labels."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """A document to learn from: for each word the label numbers that are right.

    ``weight`` is the margin by which a wrong label must lose (see
    :mod:`~geomap.recognition.training.learn`). ``group`` is what must not be on both sides of
    a cross-validation (a newspaper).
    """

    id: str
    group: str
    text: str
    tokens: Tokens
    allowed: tuple[tuple[int, ...], ...]
    weight: float = 30.0


def make_example(
    id_: str, text: str, spans: list[Span], *, partial: bool, group: str = ""
) -> Example:
    """Return an example; ``partial`` says that only places are marked in it.

    In a partial one, words outside places may have any label that is not a place's, and a
    place may be one on its own or inside an organisation's name.
    """
    tokens = split_tokens(text)
    outside = _NO_PLACE if partial else (0,)
    allowed = [outside] * len(tokens)
    for span in spans:
        first = True
        for i in range(len(tokens)):
            if tokens.starts[i] < span.end and tokens.ends[i] > span.start:
                part = "B" if first else "I"
                kinds = ("LOC", "EMB") if partial and span.kind == "LOC" else (span.kind,)
                allowed[i] = tuple(_NUMBER[f"{part}-{kind}"] for kind in kinds)
                first = False
    return Example(id_, group, text, tokens, tuple(allowed))


def is_demonym(text: str) -> bool:
    """Whether a name is a demonym: "Russian", "South Koreans"."""
    words = text.split()
    if len(words) == 2:
        return words[0] in DEMONYM_STARTS and words[1] in DEMONYM_ENDS
    return len(words) == 1 and words[0] in DEMONYMS


def read_conll(path: Path, names: NameIndex) -> Iterator[Example]:
    """Read the readable part of a CoNLL file: one ``token<TAB>label`` a line.

    Damaged lines (NUL bytes, no known label) are passed over. Demonyms and places inside
    organisations, which these files do not tell apart, are marked with the lists.
    """
    words: list[str] = []
    labels: list[str] = []
    count = 0
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        word, _, label = line.partition("\t")
        if word == "-DOCSTART-" or (not word and len(words) > 300):
            if words:
                yield _join(f"{path.stem}/{count}", words, labels, names)
                words, labels, count = [], [], count + 1
        elif "\0" not in word and word.strip() and label in ("O", *_NUMBER):
            words.append(word.strip())
            labels.append(label)
        elif not line and words:
            words.append("\n")
            labels.append("O")
    if words:
        yield _join(f"{path.stem}/{count}", words, labels, names)


def _join(id_: str, words: list[str], labels: list[str], names: NameIndex) -> Example:
    text = ""
    spans: list[Span] = []
    for word, label in zip(words, labels, strict=True):
        glue = "" if not text or word in ".,;:!?)'’\n" or text[-1] in "(\n#@" else " "
        start = len(text) + len(glue)
        text += glue + word
        if label.startswith("I-") and spans and spans[-1].kind == label[2:]:
            spans[-1] = Span(spans[-1].start, len(text), label[2:])
        elif label != "O":
            spans.append(Span(start, len(text), label[2:]))
    return make_example(id_, text, split_embedded(text, spans, names), partial=False)


def split_embedded(text: str, spans: list[Span], names: NameIndex) -> list[Span]:
    """Mark the demonyms, and the places inside organisations, in labelled spans."""
    out: list[Span] = []
    for span in spans:
        name = text[span.start : span.end]
        if span.kind in ("MISC", "LOC") and is_demonym(name):
            out.append(Span(span.start, span.end, "DEM"))
            continue
        out.append(span)
        if span.kind == "ORG" and " " in name:
            out += _find_inside(text, span, names)
    return out


def _find_inside(text: str, span: Span, names: NameIndex) -> list[Span]:
    inside = split_tokens(text[span.start : span.end])
    for i, word in enumerate(inside.words):
        start, end = span.start + inside.starts[i], span.start + inside.ends[i]
        if word in DEMONYMS:
            return [Span(start, end, "DEM")]
        if i == 0 or inside.words[i - 1] in ("of", "in", "for"):
            for j in range(min(i + 3, len(inside)), i, -1):
                prior = names.top_prior(" ".join(inside.words[i:j]))
                whole = i == 0 and j == len(inside)
                if prior is not None and prior >= _EMBEDDED and not whole and word[0].isupper():
                    return [Span(start, span.start + inside.ends[j - 1], "EMB")]
    return []


def read_corpus(path: Path) -> Iterator[Example]:
    """Read a geoparsing corpus: JSON lines with ``id, url, text, toponyms[start, end]``."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        record = json.loads(line)
        text = record["text"]
        spans = []
        for mark in record["toponyms"]:
            kind = "DEM" if is_demonym(text[mark["start"] : mark["end"]]) else "LOC"
            if mark.get("lat") is not None:
                spans.append(Span(mark["start"], mark["end"], kind))
        host = (record.get("url") or record["id"]).split("//")[-1].split("/")[0]
        yield make_example(record["id"], text, spans, partial=True, group=host)
