"""Groups: the mentions of a document that share a name, resolved together.

One sense per document: "Paris" means the same place wherever the text says it (Leidner 2007
calls it "one referent per discourse"), so evidence found at one mention serves them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gazetteer.abbreviations import names_after_comma
from gazetteer.designators import kinds_of_word, split_designator
from gazetteer.folding import fold
from geomap.recognition.mention import Mention
from geomap.resolution.articles import is_behind_article, kinds_of_article
from geomap.resolution.datelines import is_dateline
from geomap.resolution.kind_words import kinds_beside
from geomap.resolution.lists import kinds_of_list
from geomap.resolution.outlet import Outlet

_NEXT_WORD = re.compile(r"\s+(\w+)")
_LAST_WORD = re.compile(r"\w+$")
#: "Jasper is a village in" tells more than "Jasper, ", which may be a list, or "Jasper in ". Set by
#: hand: the corpora have some ten such sentences.
DEFINED_COUNTS = 4.0
#: How far before a name a word is looked for that says what it is.
_REACH_BEFORE = 30


@dataclass(slots=True)
class Group:
    """Mentions of one name in a document.

    ``kinds`` are the feature kinds that words in or beside the name ask for; ``containers``
    the numbers of groups named as lying around this one: ``said`` of those that words say so of,
    not a comma, ``defining`` of those in a sentence that says what this one is, and ``listed`` of
    those that may as well be the next of a list. ``beyond`` are those that lie around its
    containers in such a sentence; ``state`` is what an abbreviation behind it is short for that is
    no mention itself. ``forms`` are the recorded names that an inflected
    one may stand for, the likeliest first, which is ``name``; ``language`` is that of the text, if
    it is not English. ``of_outlet`` says that the name is in that of the newspaper or site; such a
    group may have no mention in the text. ``articled`` says that it stands alone behind "the",
    ``datelined`` that it stands in a dateline.
    """

    key: str
    name: str
    kinds: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    containers: set[int] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    defining: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    beyond: set[int] = field(default_factory=set)
    state: str = ""
    of_outlet: bool = False
    articled: bool = False
    datelined: bool = False
    forms: tuple[str, ...] = ()
    language: str = ""

    @property
    def inside(self) -> set[int]:
        """The groups that this one can only be said to lie in."""
        return self.containers - self.listed

    @property
    def around(self) -> set[int]:
        """The groups that this one lies in, or those it may lie in where that is all there is."""
        return self.inside or self.containers

    def telling(self, other: int) -> float:
        """How clearly the text says that this one lies in another; 0 where it does not."""
        if other in self.defining or other in self.beyond:
            return DEFINED_COUNTS
        return float(other in self.inside)


def group_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[list[Group], list[int]]:
    """Group place mentions by folded name and kind.

    Returns
    -------
    groups : list of Group
        In order of first mention.
    group_of : list of int
        For each mention the number of its group, -1 for coordinates.
    """
    groups: list[Group] = []
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    group_of: list[int] = []
    for i, mention in enumerate(mentions):
        if mention.kind != "place":
            group_of.append(-1)
            continue
        name = mention.forms[0] if mention.forms else _written_out(text, mention)
        kinds = _kinds(text, mention)
        # Two cases of one name have the nominative in common.
        keys = [(fold(form), kinds) for form in mention.forms or (name,)]
        number = next((numbers[key] for key in keys if key in numbers), len(groups))
        for key in keys:
            numbers.setdefault(key, number)
        if number == len(groups):
            groups.append(Group(keys[0][0], name, kinds, language=mention.language))
        group = groups[number]
        group.mentions.append(i)
        group.articled |= is_behind_article(text, mention.start, mention.end)
        group.datelined |= is_dateline(text, mention.start, mention.end)
        if mention.forms:
            group.forms = tuple(dict.fromkeys((*group.forms, *mention.forms)))
        group_of.append(number)
    return groups, group_of


def add_outlet(groups: list[Group], outlet: Outlet) -> None:
    """Mark the groups that the outlet is named for, and add those that the text lacks."""
    wanted = {name.replace(" ", ""): name for name in outlet.names}
    for group in groups:
        if group.key.replace(" ", "") in wanted or outlet.may_carry(group.key):
            group.of_outlet = True
            wanted.pop(group.key.replace(" ", ""), None)
    groups += [Group(name, name, (), of_outlet=True) for name in wanted.values()]


def _written_out(text: str, mention: Mention) -> str:
    """Write out the short forms that are names only behind a comma: "Paris, TX"."""
    full = names_after_comma().get(mention.text)
    if full is None or not text[max(0, mention.start - 3) : mention.start].rstrip().endswith(","):
        return mention.text
    return full


def _kinds(text: str, mention: Mention) -> tuple[str, ...]:
    designation = split_designator(mention.text)
    if designation:
        return designation.kinds
    if mention.language:
        return kinds_beside(text, mention.start, mention.end)
    behind = _NEXT_WORD.match(text, mention.end)
    # A capital after the name belongs to another name: "Paris Region Enterprises".
    if behind and behind[1].islower() and kinds_of_word(behind[1]):
        return kinds_of_word(behind[1])
    told = kinds_of_article(text, mention.start, mention.end) or kinds_of_list(
        text, mention.start, mention.end
    )
    if told:
        return told
    words = text[max(0, mention.start - _REACH_BEFORE) : mention.start].split()
    if not words or not text[mention.start - 1].isspace():
        return ()
    is_formal = False
    for small in ("the", "of"):
        if words[-1] == small and len(words) > 1:
            words.pop()
            is_formal = small == "of"
    last = _LAST_WORD.search(words[-1])
    # A capital belongs to another name, unless it is "the County of Lebanon".
    return kinds_of_word(last[0]) if last and (is_formal or last[0].islower()) else ()
