"""Senses: one name for two places of a text, where the text tells them apart.

A name means the same place all through a text, but not in "Paris, Texas, is smaller than Paris,
France".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from geomap.resolution.containers import Tie, namesakes
from geomap.resolution.groups import Group
from geomap.resolution.local import lies_inside


@dataclass(slots=True)
class _Sense:
    """The rows of the places that some mentions of a name may mean, all of them."""

    may_be: set[int]
    mentions: list[int]


def tell_apart(
    ties: Sequence[Tie],
    states: Mapping[int, str],
    groups: list[Group],
    group_of: list[int],
    hits: list[list[Hit]],
    gazetteer: Gazetteer,
) -> None:
    """Make groups of their own of mentions that the text puts where the first ones cannot be.

    Mentions of which it does not say where they lie stay with the first. Changes ``groups``,
    ``group_of`` and ``hits``.

    Parameters
    ----------
    ties, states
        What the text says lies in what; see `geomap.resolution.containers`.
    groups, group_of
        As `geomap.resolution.groups.group_mentions` makes them.
    hits : list of list of Hit
        The candidates of each group.
    """
    around: dict[int, list[int]] = {}
    for tie in ties:
        if not tie.listed:
            around.setdefault(tie.inner, []).append(group_of[tie.outer])
    for number, group in enumerate(groups[:]):
        told = [i for i in group.mentions if i in around or i in states]
        if len(told) < 2 or len(hits[number]) < 2:
            continue
        senses: list[_Sense] = []
        for i in told:
            meant = [hits[n] for n in around.get(i, ())]
            if i in states:
                meant.append(gazetteer.names.find(states[i]))
            inside = _inside(hits[number], namesakes(meant), gazetteer)
            if inside:
                _add(senses, inside, i)
        every = hits[number]
        for sense in senses[1:]:
            for i in sense.mentions:
                group.mentions.remove(i)
                group_of[i] = len(groups)
            groups.append(_another(group, sense.mentions))
            hits.append(_without(every, [other for other in senses if other is not sense]))
        hits[number] = _without(every, senses[1:])


def keep_in_states(
    states: Mapping[int, str], group_of: Sequence[int], hits: list[list[Hit]], gazetteer: Gazetteer
) -> None:
    """Leave the candidates in the states in short behind mentions, if any: "Glendale, AZ".

    However much company others have: a short form is never written of another state.
    Changes ``hits``.
    """
    for mention, state in states.items():
        number = group_of[mention]
        meant = [hit.row for hit in gazetteer.names.find(state)]
        areas = [row for row in meant if gazetteer.rows.feature(row)[1] == "ADM1"]
        inside = _inside(hits[number], areas, gazetteer)
        if inside:
            hits[number] = [hit for hit in hits[number] if hit.row in inside]


def _another(group: Group, mentions: list[int]) -> Group:
    """A group of the same name for some of its mentions; containers are noted later."""
    return replace(
        group,
        mentions=mentions,
        containers=set(),
        said=set(),
        defining=set(),
        listed=set(),
        beyond=set(),
    )


def _without(hits: Sequence[Hit], senses: Sequence[_Sense]) -> list[Hit]:
    """The candidates that the text does not say other senses are."""
    others = {row for sense in senses for row in sense.may_be}
    return [hit for hit in hits if hit.row not in others]


def _inside(hits: Sequence[Hit], areas: Sequence[int], gazetteer: Gazetteer) -> set[int]:
    """Which candidates lie in one of some areas."""
    own = np.array([hit.row for hit in hits], dtype=int)
    return set(own[lies_inside(own, gazetteer.rows, np.array(areas, dtype=int))].tolist())


def _add(senses: list[_Sense], inside: set[int], mention: int) -> None:
    """Add a mention to the first sense that it may have, or as another one."""
    for sense in senses:
        if sense.may_be & inside:
            sense.may_be &= inside
            sense.mentions.append(mention)
            return
    senses.append(_Sense(inside, [mention]))
