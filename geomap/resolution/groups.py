"""Groups: the mentions of a document that share a name, resolved together.

One sense per document: "Paris" means the same place wherever the text says it (Leidner 2007
calls it "one referent per discourse"), so evidence found at one mention serves them all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Sized
from dataclasses import dataclass, field
from itertools import pairwise

from gazetteer.abbreviations import names_after_comma
from gazetteer.designators import kinds_of_word, split_designator
from gazetteer.folding import fold
from geomap.recognition.mention import Mention
from geomap.resolution.generics import says_what
from geomap.resolution.kind_words import kinds_beside

_PART = r"(?:(?:(?:north|south|east|west|cent)\w*|far|upper|lower|inland|coastal)[-\s]+)*"
#: What may stand between a place and the larger one it is said to lie in.
_INSIDE = re.compile(
    r"(?:,\s*|\s*\(|,?\s+(?:region|district|province|area|city|county)?,?\s*(?:of|in|within)\s+"
    rf"(?:the\s+)?{_PART})",
    re.IGNORECASE,
)
#: The same, where the text says what the place is: "Jasper is a village in", "Homs, a city of".
_DEFINED = re.compile(
    r"(?:\s+\([^()]*\))?(?:,?\s+(?:is|was|are)|,)\s+(?:an?|the|one\s+of\s+the)\s+"
    rf"(?P<what>[a-z0-9,\s-]*?)\s+(?:of|in|within)\s+(?:the\s+)?{_PART}"
)
#: What may stand between a larger place and one inside it: "Russia's Belgorod region".
_AROUND = re.compile(r"['’]s?\s+(?:\w+\s+){0,2}", re.IGNORECASE)
#: What stands before the last of a list.
_AND = re.compile(r",?\s+(?:and|or|&)\s+")
_NEXT_WORD = re.compile(r"\s+(\w+)")
_LAST_WORD = re.compile(r"\w+$")
_CONTAINER_REACH, _DEFINED_REACH = 40, 120
#: "Jasper is a village in" tells more than "Jasper, ", which may be a list, or "Jasper in ". The
#: corpora hardly have such sentences to learn it from: texts of our own say so.
DEFINED_COUNTS = 3.0
#: How far before a name a word is looked for that says what it is.
_REACH_BEFORE = 30


@dataclass(slots=True)
class Group:
    """Mentions of one name in a document.

    ``kinds`` are the feature kinds that words in or beside the name ask for; ``containers``
    the numbers of groups named as lying around this one: ``said`` of those that words say so of,
    not a comma, ``defining`` of those in a sentence that says what this one is, and ``listed`` of
    those that may as well be the next of a list. ``forms`` are the recorded names that an inflected one may stand for, the
    likeliest first, which is ``name``; ``language`` is that of the text, if it is not English.
    ``of_outlet`` says that the name is in
    that of the newspaper or site; such a group may have no mention in the text.
    """

    key: str
    name: str
    kinds: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    containers: set[int] = field(default_factory=set)
    said: set[int] = field(default_factory=set)
    defining: set[int] = field(default_factory=set)
    listed: set[int] = field(default_factory=set)
    of_outlet: bool = False
    forms: tuple[str, ...] = ()
    language: str = ""

    @property
    def inside(self) -> set[int]:
        """The groups that this one can only be said to lie in."""
        return self.containers - self.listed

    def telling(self, other: int) -> float:
        """How clearly the text says that this one lies in another; 0 where it does not."""
        if other in self.listed or other not in self.containers:
            return 0.0
        return DEFINED_COUNTS if other in self.defining else 1.0


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
        if mention.forms:
            group.forms = tuple(dict.fromkeys((*group.forms, *mention.forms)))
        group_of.append(number)
    _note_containers(text, mentions, groups, group_of)
    return groups, group_of


def add_outlet(groups: list[Group], names: Sequence[str]) -> None:
    """Mark the groups that the outlet is named for, and add those that the text lacks."""
    wanted = {name.replace(" ", ""): name for name in names}
    for group in groups:
        if group.key.replace(" ", "") in wanted:
            group.of_outlet = True
            wanted.pop(group.key.replace(" ", ""))
    groups += [Group(name, name, (), of_outlet=True) for name in wanted.values()]


def containers_known(groups: Sequence[Group], hits: Sequence[Sized], number: int) -> set[int]:
    """The nearest groups around one that have candidates.

    "Ab Garm, Howmeh Rural District, Lamerd County" is in the county, whoever knows the district.
    """
    known: set[int] = set()
    seen, left = {number}, set(groups[number].containers)
    while left:
        seen |= left
        known |= {i for i in left if hits[i]}
        left = {j for i in left if not hits[i] for j in groups[i].containers} - seen
    return known


def _written_out(text: str, mention: Mention) -> str:
    """Write out the short forms that are names only behind a comma: "Paris, TX"."""
    behind_comma = text[max(0, mention.start - 3) : mention.start].rstrip().endswith(",")
    return names_after_comma().get(mention.text, mention.text) if behind_comma else mention.text


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
    words = text[max(0, mention.start - _REACH_BEFORE) : mention.start].split()
    if not words or not text[mention.start - 1].isspace():
        return ()
    for small in ("the", "of"):
        if words[-1] == small and len(words) > 1:
            words.pop()
    last = _LAST_WORD.search(words[-1])
    return kinds_of_word(last[0]) if last and last[0].islower() else ()


def _note_containers(
    text: str, mentions: tuple[Mention, ...], groups: list[Group], group_of: list[int]
) -> None:
    for i in range(len(mentions) - 1):
        one, other = group_of[i], group_of[i + 1]
        if one < 0 or other < 0 or one == other:
            continue
        start, end = mentions[i].end, mentions[i + 1].start
        if not 0 <= end - start <= _DEFINED_REACH:
            continue
        between = text[start:end]
        is_definition = _defines(between)
        if is_definition or (len(between) <= _CONTAINER_REACH and _INSIDE.fullmatch(between)):
            groups[one].containers.add(other)
            if is_definition:
                groups[one].defining.add(other)
            if between.strip() not in (",", "("):
                groups[one].said.add(other)
            elif _goes_on(text, mentions, i + 1):
                groups[one].listed.add(other)
        elif len(between) <= _CONTAINER_REACH and _AROUND.fullmatch(between):
            groups[other].containers.add(one)
    _define_namesakes(groups)


def _define_namesakes(groups: list[Group]) -> None:
    """What a text defines is the same later on: "the hamlet of Clarksburg" is the Clarksburg of its
    first sentence.
    """
    defined = {group.key: group for group in groups if group.defining}
    for group in groups:
        first = defined.get(group.key, group)
        for own, same in (
            (group.containers, first.containers),
            (group.said, first.said),
            (group.defining, first.defining),
        ):
            own |= same


def _defines(between: str) -> bool:
    """Whether a text says what a place is and where: " is a small village in "."""
    defined = _DEFINED.fullmatch(between)
    return defined is not None and any(says_what(word) for word in defined["what"].split())


def _goes_on(text: str, mentions: tuple[Mention, ...], i: int) -> bool:
    """Whether "..., Ihiala and Okija" ends a list with a mention and the next.

    Not so in "Paris, Texas and London, Ontario".
    """
    behind = [text[a.end : b.start] for a, b in pairwise(mentions[i : i + 3])]
    if not behind or not _AND.fullmatch(behind[0]):
        return False
    return len(behind) == 1 or behind[1].strip() != ","
