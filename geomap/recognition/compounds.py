"""Compounds: names that hyphens or "of" join are whole, parts of hashtags only where known.

"Stoke-by-Nayland" is one name, not two, and so is "Bay of Bowness"; the water of "Leathes-water"
is part of what older texts call Leathes Water. Of "#CampFire" nothing is a place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens

#: Words between hyphens that join two parts of one name.
_LINKS = frozenset("by in le la les on under upon super sur sous de du en cum next the".split())
#: What a natural feature, a bridge or a house is called behind the hyphen of older texts.
_FEATURES = frozenset(
    """bay beck bridge castle common crag dale down edge end fell ferry force ford gap ghyll gill
    green hall haven head heath hill how island isle lake lea lock marsh mead mere mill moor moss
    mount ness park pass pike point pond pool port raise rock sands scar tarn tor vale wall water
    well wick wold wood""".split()
)
#: What may be of something: "Bay of Bowness".
_OF = frozenset(
    """Bay Bridge Brig Brigg Cape Cliffs Falls Firth Forest Fort Glen Gulf Hill Island Islands Isle
    Lake Loch Lough Mount Mountain Mountains Mouth Mull Pass Point Port River Rock Sound Strait
    Straits Vale Valley Water""".split()
)
#: South Slavic and Polish words within names: "Most na Soči".
_SLAVIC = frozenset("na nad pod pri przy ob".split())
#: A part of a hashtag must be this well known (see :mod:`geomap.recognition.names`).
_KNOWN = 4.3


def complete_compounds(
    tokens: Tokens, found: Iterable[tuple[Named, float]]
) -> list[tuple[Named, float]]:
    """Return names with how sure each is, in order, those that hyphens join as one."""
    out: list[tuple[Named, float]] = []
    for name, sure in found:
        whole = _complete(tokens, name) if name.kind != "DEM" else name
        if out and whole.first < out[-1][0].end:
            before, surer = out.pop()
            whole = replace(before, end=max(before.end, whole.end))
            sure = max(sure, surer)
        out.append((whole, sure))
    return out


def is_unknown_part(tokens: Tokens, name: Named, names: NameIndex) -> bool:
    """Whether a name is a part of a hashtag's run-together words that is hardly known."""
    first, end = name.first, name.end
    before = first > 0 and tokens.words[first - 1] != "#" and _touches(tokens, first)
    behind = _touches(tokens, end) and tokens.words[end].isalnum()
    if not (_is_in_hashtag(tokens, first) and (before or behind)):
        return False
    prior = names.top_prior(" ".join(tokens.words[first:end]))
    return prior is None or prior < _KNOWN


def _is_in_hashtag(tokens: Tokens, at: int) -> bool:
    """Whether a word belongs to the words run together behind a hash."""
    while at > 0 and _touches(tokens, at):
        at -= 1
        if tokens.words[at] == "#":
            return True
    return False


def _complete(tokens: Tokens, name: Named) -> Named:
    """Return a name with the parts of its compound before and behind it."""
    words, first, end = tokens.words, name.first, name.end
    if first >= 2 and _joins(words[first - 2], words[first - 1]):
        first -= 2
    if first >= 4 and _is_link(tokens, first - 3) and words[first - 4][:1].isupper():
        first -= 4
    if end + 3 < len(tokens) and _is_link(tokens, end) and words[end + 3][:1].isupper():
        end += 4
    elif _is_feature(tokens, end) or (end + 1 < len(words) and _goes_on(*words[end : end + 2])):
        end += 2
    is_whole = (first, end) == (name.first, name.end)
    return name if is_whole else replace(name, first=first, end=end)


def _joins(before: str, link: str) -> bool:
    """Whether two words lead on to the rest of a name: "Bay of", "Most na"."""
    return (link == "of" and before in _OF) or (link in _SLAVIC and before.istitle())


def _goes_on(link: str, behind: str) -> bool:
    """Whether two words are the rest of a name: "nad Labem"."""
    return link in _SLAVIC and behind.istitle()


def _is_link(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen, a word that joins and a hyphen begin here, without space."""
    before, link, behind = tokens.words[at : at + 3]
    joined = all(_touches(tokens, i) for i in range(at, at + 4))
    return before == behind == "-" and link.lower() in _LINKS and joined


def _is_feature(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen and the word for a natural feature end a compound here."""
    words = tokens.words[at : at + 3]
    if len(words) < 2 or words[0] != "-" or words[1] not in _FEATURES:
        return False
    joined = _touches(tokens, at) and _touches(tokens, at + 1)
    return joined and not (words[2:] == ["-"] and _touches(tokens, at + 2))


def _touches(tokens: Tokens, at: int) -> bool:
    """Whether a word stands right behind the one before, without space."""
    return 0 < at < len(tokens) and tokens.starts[at] == tokens.ends[at - 1]
