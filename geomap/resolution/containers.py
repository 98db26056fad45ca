"""Containers: which names of a text it says lie in which.

"Paris, Texas", "Russia's Belgorod region", "Jasper is a village in Pike County, Missouri".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import pairwise

from gazetteer.abbreviations import names_after_comma
from gazetteer.names import Hit
from geomap.recognition.mention import Mention
from geomap.resolution.generics import says_what
from geomap.resolution.groups import Group

#: "In north-central Poland".
_PART_OF = r"(?:(?:(?:north|south|east|west|cent)\w*|far|upper|lower|inland|coastal)[-\s]+)*"
#: What may stand between a place and the larger one it is said to lie in, so many characters long.
_INSIDE = re.compile(
    r"(?:\s+(?:rural\s+)?(?:region|district|province|area|city|county))?"
    rf"(?:,\s*|\s*\(|,?\s+(?:of|in|within)\s+(?:the\s+)?{_PART_OF})",
    re.IGNORECASE,
)
#: The same, where the text says what the place is: "Jasper is a village in", "Homs, a city of".
_DEFINED = re.compile(
    r"(?:\s+\([^()]*\))?(?:,?\s+(?:is|was|are)|,)\s+(?:an?|the|one\s+of\s+the)\s+"
    rf"(?P<what>[a-z0-9,\s-]*?)\s+(?:of|in|within)\s+(?:the\s+)?{_PART_OF}"
)
#: What may stand between a larger place and one inside it: "Russia's Belgorod region", "Antigua's
#: capital, St. John's".
_AROUND = re.compile(
    r"['’]s?\s+(?:\w+\s+){0,2}(?:(?:capital|city|town|port|province|island),\s+)?", re.IGNORECASE
)
#: A state in short behind a name.
_STATE = re.compile(
    r"(?P<comma>,?)\s+(?:(?P<plain>[A-Z]{2})|(?P<dotted>[A-Z]\.\s?[A-Z]\.|[A-Z]{2}\.))(?![\w'’-])"
)
#: What stands before the last of a list.
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?")
_REACH, _DEFINED_REACH = 40, 120
#: Namesakes of a container that may be meant by it.
_MOST_AROUND = 10


@dataclass(frozen=True, slots=True)
class Tie:
    """A text says that one of its mentions lies in another; both by their numbers.

    ``said`` tells that words say so, not a comma; ``defining`` that the sentence says what the
    inner one is; ``listed`` that the outer one may as well be the next of a list.
    """

    inner: int
    outer: int
    said: bool = False
    defining: bool = False
    listed: bool = False


def read_ties(text: str, mentions: tuple[Mention, ...]) -> list[Tie]:
    """Read which mentions a text says lie in which others beside them.

    Examples
    --------
    >>> read_ties("Paris, Texas", (Mention(0, 5, "Paris"), Mention(7, 12, "Texas")))
    [Tie(inner=0, outer=1, said=False, defining=False, listed=False)]
    """
    ties = []
    for i, (one, other) in enumerate(pairwise(mentions)):
        if {one.kind, other.kind} != {"place"} or not 0 <= other.start - one.end <= _DEFINED_REACH:
            continue
        between = text[one.end : other.start]
        is_short = len(between) <= _REACH
        defining = _defines(between) and not _is_listed(text, mentions, i + 1)
        if defining or (is_short and _INSIDE.fullmatch(between)):
            said = between.strip() not in (",", "(")
            ties.append(Tie(i, i + 1, said, defining, not said and _goes_on(text, mentions, i + 1)))
        elif between == " " and other.text in names_after_comma():
            ties.append(Tie(i, i + 1))
        elif is_short and _AROUND.fullmatch(between):
            ties.append(Tie(i + 1, i))
    return ties


def read_states(text: str, mentions: tuple[Mention, ...]) -> dict[int, str]:
    """Read the states in short behind mentions that are none themselves, by those' numbers."""
    states = {}
    for i, mention in enumerate(mentions):
        behind = mentions[i + 1].start if i + 1 < len(mentions) else len(text)
        state = _read_state(text, mention, behind) if mention.kind == "place" else ""
        if state:
            states[i] = state
    return states


def read_short(ties: Sequence[Tie], mentions: Sequence[Mention]) -> dict[int, str]:
    """Read the states in short behind mentions that are mentions, too: "Glendale, AZ"."""
    full = names_after_comma()
    short = {tie.inner: full.get(mentions[tie.outer].text, "") for tie in ties if not tie.said}
    return {inner: state for inner, state in short.items() if state}


def note_containers(
    ties: Sequence[Tie], states: Mapping[int, str], groups: list[Group], group_of: Sequence[int]
) -> None:
    """Note in the groups of a text's mentions which others lie around them."""
    for tie in ties:
        inner, outer = groups[group_of[tie.inner]], group_of[tie.outer]
        if inner is groups[outer]:
            continue
        inner.containers.add(outer)
        if tie.said:
            inner.said.add(outer)
        if tie.defining:
            inner.defining.add(outer)
        if tie.listed:
            inner.listed.add(outer)
    for i, state in states.items():
        group = groups[group_of[i]]
        group.state = group.state or state
    _define_namesakes(groups)
    for number, group in enumerate(groups):
        if group.defining:
            _note_beyond(number, groups)


def _read_state(text: str, mention: Mention, behind: int) -> str:
    """The state that stands in short behind a name, and is no mention: "Moore OK"."""
    found = _STATE.match(text, mention.end)
    if found is None or found.end() > behind:
        return ""
    # "FIRE IN PARIS OR LONDON".
    if mention.text.isupper() and found["plain"] and not found["comma"]:
        return ""
    short = re.sub(r"[.\s]", "", found["plain"] or found["dotted"])
    return names_after_comma().get(short.upper(), "")


def _note_beyond(defined: int, groups: list[Group]) -> None:
    """Put a defined place and what it lies in into all that lies around that.

    "Ab Garm is a village in Howmeh Rural District, in Lamerd County, Fars Province, Iran."
    """
    chain = [defined]
    for number in chain:
        chain += [i for i in sorted(groups[number].inside) if i not in chain]
    for at, number in enumerate(chain):
        groups[number].beyond |= set(chain[at + 1 :]) - groups[number].containers


def _define_namesakes(groups: list[Group]) -> None:
    """What a text defines is the same later on: "the hamlet of Clarksburg" is the Clarksburg of its
    first sentence.
    """
    defined = {group.key: group for group in groups if group.defining}
    for group in groups:
        # Where the text says of both what they lie in, they may be two places of one name.
        first = group if group.containers else defined.get(group.key, group)
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


def _is_listed(text: str, mentions: tuple[Mention, ...], i: int) -> bool:
    """Whether a mention and the next are named together: "the only one in Canada and France"."""
    return i + 1 < len(mentions) and bool(
        _AND.fullmatch(text[mentions[i].end : mentions[i + 1].start])
    )


def _goes_on(text: str, mentions: tuple[Mention, ...], i: int) -> bool:
    """Whether "..., Ihiala and Okija" ends a list with a mention and the next.

    Not so in "Paris, Texas and London, Ontario" or "Moscow, Pa., and Dublin".
    """
    if not _is_listed(text, mentions, i) or mentions[i].text in names_after_comma():
        return False
    last, *more = mentions[i + 1 : i + 3]
    return not more or text[last.end : more[0].start].strip() != ","


def namesakes(some: Iterable[Sequence[Hit]]) -> list[int]:
    """The rows of places that names of containers may mean, the most prominent ones of each."""
    return [hit.row for hits in some for hit in hits[:_MOST_AROUND]]


def containers_known(groups: Sequence[Group], hits: Sequence[Sized], number: int) -> set[int]:
    """The nearest groups around one that have candidates.

    "Ab Garm, Howmeh Rural District, Lamerd County" is in the county, whoever knows the district.
    """
    known: set[int] = set()
    seen, left = {number}, set(groups[number].around)
    while left:
        seen |= left
        known |= {i for i in left if hits[i]}
        left = {j for i in left if not hits[i] for j in groups[i].around} - seen
    return known
