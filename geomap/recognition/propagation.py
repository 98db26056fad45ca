"""Propagation: what a document makes clear about a name once holds wherever it is written."""

from __future__ import annotations

from dataclasses import replace

from geomap.recognition.clusters import COMMON, WordTable
from geomap.recognition.labels import PLACE_KINDS
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex, bucket
from geomap.recognition.tokens import Tokens

#: A name is spread when it was tagged with at least this margin somewhere.
_SURE = 0.5
#: A lone surname is dropped unless the tagger was this sure of a place.
_VERY_SURE = 1.5


def settle_names(
    tokens: Tokens, names: list[Named], table: WordTable, index: NameIndex
) -> list[Named]:
    """Return the places and demonyms of a document, made consistent.

    The last word of a person named in full is no place where it stands alone; a place that
    is surely one is one again wherever it stands as a whole capitalised run.
    """
    surnames = find_surnames(tokens, names)
    places = [n for n in names if n.kind in PLACE_KINDS and not _is_surname(tokens, n, surnames)]
    sure = _find_sure(tokens, names, places, table, index)
    raised = [_raise(n, sure.get(_key(tokens, n.first, n.end))) for n in places]
    return sorted([*raised, *_spread(tokens, names, sure)], key=lambda n: n.first)


def _raise(name: Named, source: Named | None) -> Named:
    """Return a name with at least half the margin of its surest occurrence."""
    if source is None or name.margin >= source.margin / 2:
        return name
    return replace(name, margin=source.margin / 2)


def _key(tokens: Tokens, first: int, end: int) -> str:
    return " ".join(tokens.words[first:end]).lower()


def find_surnames(tokens: Tokens, names: list[Named]) -> set[str]:
    """Return the last words of persons named in full, in lower case."""
    return {
        tokens.words[n.end - 1].lower() for n in names if n.kind == "PER" and n.end - n.first > 1
    }


def _is_surname(tokens: Tokens, name: Named, surnames: set[str]) -> bool:
    alone = name.end - name.first == 1 and name.kind == "LOC"
    return alone and name.margin < _VERY_SURE and tokens.words[name.first].lower() in surnames


def _find_sure(
    tokens: Tokens, names: list[Named], places: list[Named], table: WordTable, index: NameIndex
) -> dict[str, Named]:
    """Return the surest occurrence of each name that is a place wherever it was tagged."""
    doubted = {_key(tokens, n.first, n.end) for n in names if n.kind not in PLACE_KINDS}
    sure: dict[str, Named] = {}
    for name in places:
        key = _key(tokens, name.first, name.end)
        known = sure.get(key)
        if name.kind != "LOC" or name.margin < _SURE or key in doubted:
            continue
        if known is None or known.margin < name.margin:
            sure[key] = name
    return {k: n for k, n in sure.items() if not _is_everyday(k, table, index)}


def _spread(tokens: Tokens, names: list[Named], sure: dict[str, Named]) -> list[Named]:
    """Return further occurrences of names that are surely places."""
    if not sure:
        return []
    taken = {i for n in names for i in range(n.first, n.end)}
    firsts = {tokens.words[n.first].lower() for n in sure.values()}
    found = []
    for i in tokens.capitals:
        if i in taken or tokens.words[i].lower() not in firsts:
            continue
        for length in (3, 2, 1):
            source = sure.get(_key(tokens, i, i + length))
            if source and _stands_alone(tokens, i, i + length, taken):
                found.append(replace(source, first=i, end=i + length, margin=source.margin / 2))
                break
    return found


def _is_everyday(key: str, table: WordTable, index: NameIndex) -> bool:
    return bool(table.find_flags(key) & COMMON) and bucket(index.top_prior(key)) < 5


def _stands_alone(tokens: Tokens, first: int, end: int, taken: set[int]) -> bool:
    """Whether no capitalised word joins on."""
    if any(i in taken for i in range(first, end)) or end > len(tokens):
        return False
    before = first and not tokens.opens[first] and tokens.words[first - 1][:1].isupper()
    after = end < len(tokens) and not tokens.opens[end] and tokens.words[end][:1].isupper()
    return not before and not after
