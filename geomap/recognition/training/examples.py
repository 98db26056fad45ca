"""Training examples: documents with a label, or a choice of labels, for each word."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geomap.recognition.labels import LABELS, OUTSIDE
from geomap.recognition.lexicons import DEMONYMS, is_demonym
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens, split_tokens

_NUMBER = {label: i for i, label in enumerate(LABELS)}
#: A place of this prior inside an organisation's name is taken for a place.
_EMBEDDED = 4.3
#: Labels of words that are no place.
NO_PLACE = tuple(i for i, name in enumerate(LABELS) if name[2:] not in ("LOC", "EMB", "DEM"))
#: What a word whose label is left open may have.
ANY = tuple(range(len(LABELS)))
#: What the marks of others count for, where those of our own texts count for one: there are fewer
#: of them, and what they call a place is what is wanted.
_OF_OTHERS = 6.0
#: What a corpus marks without saying where it is, and is no place: left unmarked.
_NO_NAMES = frozenset(
    ("Non_Toponym", "Homonym", "Language", "Literal_Expression", "Non_Lit_Expression")
)


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled span of a text, half-open code point offsets; ``kind`` as in the labels."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Example:
    """A document to learn from: for each word the label numbers that are right.

    ``importance`` is what it counts for beside others. ``group`` is what must not be on both
    sides of a cross-validation (a newspaper), ``corpus`` whose marks these are. ``gold`` are the
    names that are asked for, ``skipped`` those that count neither way (no coordinate is known).
    """

    id: str
    group: str
    text: str
    tokens: Tokens
    allowed: tuple[tuple[int, ...], ...]
    importance: float = 1.0
    gold: tuple[Span, ...] = ()
    skipped: tuple[Span, ...] = ()
    corpus: str = ""


def make_example(id_: str, text: str, spans: list[Span]) -> Example:
    """Return an example in which every name is marked."""
    tokens = split_tokens(text)
    allowed: list[tuple[int, ...]] = [(0,)] * len(tokens)
    for span in spans:
        _allow(allowed, tokens, span, (span.kind,))
    return Example(id_, "", text, tokens, tuple(allowed))


def make_partial(
    id_: str,
    text: str,
    gold: list[Span],
    skipped: list[Span],
    group: str = "",
    corpus: str = "",
) -> Example:
    """Return an example in which only places are marked.

    Words outside may have any label that is not a place's (none in lower case), those of
    ``skipped`` names any label at all, and a place may be one on its own or inside an
    organisation's name.
    """
    tokens = split_tokens(text)
    allowed = [NO_PLACE if word[:1].isupper() else (OUTSIDE,) for word in tokens.words]
    for span in skipped:
        for i in find_tokens(tokens, span):
            allowed[i] = ANY
    for span in gold:
        _allow(allowed, tokens, span, ("LOC", "EMB") if span.kind == "LOC" else (span.kind,))
    return Example(
        id_, group, text, tokens, tuple(allowed),
        importance=_OF_OTHERS, gold=tuple(gold), skipped=tuple(skipped), corpus=corpus,
    )  # fmt: skip


def _allow(
    allowed: list[tuple[int, ...]], tokens: Tokens, span: Span, kinds: tuple[str, ...]
) -> None:
    for count, i in enumerate(find_tokens(tokens, span)):
        allowed[i] = tuple(_NUMBER[f"{'I' if count else 'B'}-{kind}"] for kind in kinds)


def find_tokens(tokens: Tokens, span: Span) -> range:
    """Return the numbers of the tokens that a span touches."""
    return range(bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end))


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
    example = make_example(id_, text, split_embedded(text, spans, names))
    return replace(example, importance=_OF_OTHERS)


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
        if line:
            yield _read_record(json.loads(line))


def _read_record(record: dict[str, Any]) -> Example:
    text = record["text"]
    gold: list[Span] = []
    skipped: list[Span] = []
    for mark in record["toponyms"]:
        start, end = mark["start"], mark["end"]
        kind = "DEM" if is_demonym(text[start:end]) else "LOC"
        if mark.get("lat") is not None:
            gold.append(Span(start, end, kind))
        elif mark.get("kind") not in _NO_NAMES:
            skipped.append(Span(start, end, kind))
    host = (record.get("url") or record["id"]).split("//")[-1].split("/")[0]
    return make_partial(record["id"], text, gold, skipped, host, record.get("corpus", ""))
