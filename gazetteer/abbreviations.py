"""Abbreviations: short forms of whole names (``Calif.``) and of words in names (``St.``)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from gazetteer.entry import Entry, prominence
from gazetteer.folding import fold
from gazetteer.shipped import tables


class Abbreviation(NamedTuple):
    """A row of abbreviations.tsv.

    ``kind`` is ``name`` or ``word``; ``context`` says where it can be trusted: anywhere when
    empty, else ``capitals``, ``after_comma`` or ``after_name``.
    """

    short: str
    full: str
    country: str
    kind: str
    context: str


@cache
def read_abbreviations() -> tuple[Abbreviation, ...]:
    """Read the shipped table."""
    lines = (tables() / "abbreviations.tsv").read_text("utf-8").split("\n")
    return tuple(Abbreviation(*line.split("\t")) for line in lines[1:] if line)


@cache
def short_words() -> dict[str, tuple[str, ...]]:
    """What a word of a name may be short for, both folded: ``{"st": ("saint", ...), ...}``."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_abbreviations():
        if row.kind == "word":
            short, full = fold(row.short), fold(row.full)
            found[short] = tuple(dict.fromkeys((*found.get(short, ()), full)))
    return found


@cache
def names_after_comma() -> dict[str, str]:
    """Short forms that stand for a place only behind a comma: ``Paris, TX``."""
    return {row.short: row.full for row in read_abbreviations() if row.context == "after_comma"}


def abbreviated_names(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Find which places the abbreviations of whole names belong to: short forms by place id.

    The place whose main name is written out wins over one that has it among its aliases, then
    the more prominent one.
    """
    wanted: dict[tuple[str, str], list[str]] = {}
    for row in read_abbreviations():
        if row.kind == "name" and row.context != "after_comma":
            wanted.setdefault((row.full.casefold(), row.country), []).append(row.short)
    best: dict[tuple[str, str], tuple[tuple[bool, float], str]] = {}
    for entry in entries:
        for i, name in enumerate((entry.name, *entry.names)):
            key = (name.casefold(), entry.country)
            if key in wanted:
                claim = ((i == 0, prominence(entry)), entry.id)
                best[key] = max(best.get(key, claim), claim)
    found: dict[str, tuple[str, ...]] = {}
    for key, (_, id_) in best.items():
        found[id_] = (*found.get(id_, ()), *wanted[key])
    return found
