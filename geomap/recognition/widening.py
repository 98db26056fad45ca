"""Widening: a name of which the tagger found only a part is taken whole.

"Zor" in "Deir ez-Zor" and "Hasaka" in "al-Hasaka": where words joined on make a longer name
that the gazetteer knows well, the mention covers all of it. Of "University of Texas" it keeps
the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geomap.recognition.lexicons import ORGANISATION_HEADS, PLACE_HEADS, STATE_CODES
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

_ARTICLES = frozenset("al el ad ar as ash at az an ed er es esh et ez ul".split())
_LINKS = _ARTICLES | {"-", "’", "of", "de", "la", "le", "du", "del", "an", "am"}
#: A wider name must be this well known (see :mod:`geomap.recognition.names`).
_KNOWN = 4.3
_FURTHEST = 4
#: What something that no gazetteer has is said to be of is as well known.
_OWNER = 6.5


def widen_names(tokens: Tokens, names: list[Named], index: NameIndex) -> list[Named]:
    """Return the names of a document, in order, each as long as the gazetteer knows it."""
    out: list[Named] = []
    for name in names:
        if out and name.first < out[-1].end:
            continue
        out.append(_widen(tokens, name, out[-1].end if out else 0, index))
    return out


def complete_articles(
    tokens: Tokens, found: Iterable[tuple[Named, float]]
) -> list[tuple[Named, float]]:
    """Return names with how sure each is, none ending with an article, as "El" of "El-Facher"."""
    out: list[tuple[Named, float]] = []
    for name, sure in found:
        if out and name.first < out[-1][0].end:
            continue
        words = tokens.words[name.end - 1 : name.end + 2]
        is_cut = len(words) == 3 and words[0].lower() in _ARTICLES and words[1] == "-"
        if is_cut and words[2][:1].isupper():
            name = replace(name, end=name.end + 2)
        out.append((name, sure))
    return out


def part_state(tokens: Tokens, name: Named) -> tuple[Named, ...]:
    """Return a name, or two of it when it ends with the code of a state: "Lake Jackson TX"."""
    last = name.end - 1
    if name.kind == "DEM" or last == name.first or tokens.words[last] not in STATE_CODES:
        return (name,)
    return replace(name, end=last), replace(name, first=last)


def part_pair(tokens: Tokens, name: Named, index: NameIndex) -> tuple[Named, ...]:
    """Return a name, or two of it that "&" joins and no place is called after: "Boone & Erwin"."""
    words, first, end = tokens.words, name.first, name.end
    at = next((i for i in range(first + 1, end - 1) if words[i] == "&"), 0)
    if not at or index.top_prior(" ".join(words[first:end])) is not None:
        return (name,)
    if any(
        index.top_prior(" ".join(part)) is None for part in (words[first:at], words[at + 1 : end])
    ):
        return (name,)
    return replace(name, end=at), replace(name, first=at + 1)


def part_owner(tokens: Tokens, name: Named, index: NameIndex) -> Named:
    """Return a name without what is a country's or a big city's: "Brazil" in "Brazil's Neymar"."""
    words, first, end = tokens.words, name.first, name.end
    at = next((i for i in range(first + 1, end) if words[i] in ("'s", "’s")), end)
    if end - at < 2 or words[end - 1].lower() in PLACE_HEADS:
        return name
    owner = index.top_prior(" ".join(words[first:at])) or 0.0
    whole = index.top_prior(" ".join(words[first:end]).replace(" '", "'").replace(" ’", "’"))
    return replace(name, end=at) if owner >= _OWNER and whole is None else name


def _widen(tokens: Tokens, name: Named, least: int, index: NameIndex) -> Named:
    if name.kind != "LOC":
        return name
    words = tokens.words[name.first : name.end]
    if len(words) > 2 and words[1] == "of" and words[0].lower() in ORGANISATION_HEADS:
        return replace(name, first=name.first + 2, kind="EMB")
    for first, end in _list_wider(tokens, name, least):
        if any(w.lower() in ORGANISATION_HEADS for w in tokens.words[first:end]):
            continue
        prior = index.top_prior(" ".join(tokens.words[first:end]))
        if prior is not None and prior >= _KNOWN:
            return replace(name, first=first, end=end)
    return name


def _list_wider(tokens: Tokens, name: Named, least: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of spans around a name, the longest first."""
    first, end = name.first, name.end
    while first > max(least, name.first - _FURTHEST) and _may_join(tokens, first - 1, first):
        first -= 1
    while end < min(len(tokens), name.end + _FURTHEST) and _may_join(tokens, end, end):
        end += 1
    spans = [(a, b) for a in range(first, name.first + 1) for b in range(name.end, end + 1)]
    for a, b in sorted(spans, key=lambda s: s[0] - s[1]):
        if (a, b) != (name.first, name.end) and _may_begin(tokens, a) and _may_end(tokens, b - 1):
            yield a, b


def _may_join(tokens: Tokens, at: int, right: int) -> bool:
    """Whether a word may belong to a name, and no sentence begins at ``right`` between them."""
    word = tokens.words[at]
    return not tokens.opens[right] and (word[:1].isupper() or word in _LINKS)


def _may_begin(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][:1].isupper() or (
        tokens.words[at] in _ARTICLES and tokens.words[at + 1] == "-"
    )


def _may_end(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][:1].isupper()
