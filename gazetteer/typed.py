"""Names as people type them into tables: what stands around them taken apart.

"10 km north of Raqqa", "12 High Street, Oxford, UK", "75001 Paris", "Lagos Nigeria" are recorded
nowhere, but name a place that is. What is typed is read in several ways, each a simpler text
to look up; those that leave something aside are trusted less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gazetteer.addresses import town_of, without_codes
from gazetteer.folding import fold
from gazetteer.names import Names
from gazetteer.qualified import Qualifiers, parts_of
from gazetteer.relations import inside_out, related, side_of
from gazetteer.remarks import is_remark

#: How far a name is the answer beside nothing else, an uncertainty or nearness, a side, an address
#: or a building.
_ALL, _NEAR, _SIDE, _ADDRESS = 1.0, 0.95, 0.9, 0.9
_AND = re.compile(r"\s*(?:[&+]|\b(?:and|or|und|et|y|и|та|і|или|або)\b|\sو)\s*", re.IGNORECASE)
#: Two names beside each other are two towns when both are this well known (as log10 of people).
_WELL_KNOWN = 5.0


class Reading(NamedTuple):
    """A simpler text, and how far it is what was meant (0..1).

    ``of_town``: whether of a town rather than an area; ``is_sure``: whether a text that is no name
    is not often read so.
    """

    text: str
    trust: float
    of_town: bool = False
    is_sure: bool = True


class Typed:
    """Takes apart what is typed."""

    def __init__(self, names: Names, qualifiers: Qualifiers) -> None:
        self._names, self._qualifiers = names, qualifiers

    def readings(self, text: str) -> Iterator[Reading]:
        """Yield what a text that is not recorded may be read as, the surest first."""
        coded = without_codes(text)
        if coded != text:
            yield Reading(coded, _ALL, is_sure=False)
        head, *rest = parts_of(coded)
        if not rest:
            yield from (Reading(", ".join(parts), _ALL) for parts in self._qualifiers.apart(coded))
        named = [part for part in rest if not is_remark(part)]
        if len(named) < len(rest):
            yield Reading(", ".join([head, *named]), _NEAR)
        for simpler in (related(coded), inside_out(coded)):
            # "Hospital in the sky" names nothing; "near homs" is all in small letters.
            if simpler and (simpler.lower() != simpler or text.lower() == text):
                yield Reading(simpler, _NEAR, of_town=True)
        # Before codes are left out: a house number may look like one.
        town = town_of(parts_of(text))
        if town:
            yield Reading(", ".join(town), _ADDRESS, of_town=True)

    def side(self, text: str) -> Reading | None:
        """What a text may be a side of, if that is recorded: "West Mosul"."""
        rest = side_of(text)
        return Reading(rest, _SIDE) if rest and self._names.find(rest) else None

    def names_several(self, text: str) -> bool:
        """Whether a text names more places than one: "Homs and Hama"."""
        parts = _AND.split(text)
        return len(parts) > 1 and all(map(self._names.is_recorded, parts))

    def is_half(self, name: str, text: str) -> bool:
        """Whether a name is one of two well-known ones that a text is: of "Lagos Kano"."""
        words, key = text.split(), fold(name)
        for cut in range(1, len(words)):
            halves = [" ".join(words[:cut]), " ".join(words[cut:])]
            if key in map(fold, halves) and not any(map(is_remark, halves)):
                known = map(self._names.top_prior, halves)
                return all(prior is not None and prior >= _WELL_KNOWN for prior in known)
        return False
