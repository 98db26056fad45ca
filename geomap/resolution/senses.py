"""Senses: one name for two places of a text, where the text tells them apart.

A name means the same place all through a text, but not in "Paris, Texas, is smaller than Paris,
France".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from gazetteer.lookup import Gazetteer
from gazetteer.names import Hit
from geomap.resolution.containers import Tie
from geomap.resolution.groups import Group
from geomap.resolution.local import lies_inside

#: Namesakes of a container that may be meant by it.
_MOST_AROUND = 10


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
        if len(group.mentions) < 2:
            continue
        told = [i for i in group.mentions if i in around or i in states]
        if len(told) < 2 or len(hits[number]) < 2:
            continue
        senses: list[tuple[set[int], list[int]]] = []
        for i in told:
            areas = [hit.row for n in around.get(i, ()) for hit in hits[n][:_MOST_AROUND]]
            if i in states:
                areas += [hit.row for hit in gazetteer.names.find(states[i])[:_MOST_AROUND]]
            inside = _inside(hits[number], areas, gazetteer)
            if inside:
                _add(senses, inside, i)
        every = hits[number]
        for at, (_, own) in enumerate(senses if len(senses) > 1 else ()):
            # What the text says of one sense cannot be another.
            others = set().union(*(may_be for may_be, _ in senses[:at] + senses[at + 1 :]))
            left = [hit for hit in every if hit.row not in others]
            if at == 0:
                hits[number] = left
                continue
            for i in own:
                group.mentions.remove(i)
                group_of[i] = len(groups)
            groups.append(_another(group, own))
            hits.append(left)


def _another(group: Group, mentions: list[int]) -> Group:
    """A group of the same name for some of its mentions; containers are noted later."""
    return Group(
        group.key,
        group.name,
        group.kinds,
        mentions,
        of_outlet=group.of_outlet,
        articled=group.articled,
        forms=group.forms,
        language=group.language,
    )


def _inside(hits: Sequence[Hit], areas: Sequence[int], gazetteer: Gazetteer) -> set[int]:
    """Which candidates lie in one of some areas."""
    own = np.array([hit.row for hit in hits])
    return set(own[lies_inside(own, gazetteer.rows, np.array(areas, dtype=int))].tolist())


def _add(senses: list[tuple[set[int], list[int]]], inside: set[int], mention: int) -> None:
    """Add a mention to the first sense that it may have, or as another one."""
    for may_be, mentions in senses:
        if may_be & inside:
            may_be &= inside
            mentions.append(mention)
            return
    senses.append((inside, [mention]))
