"""A scene: one document on its way to resolution."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.index import Array
from geomap.recognition.mention import Mention
from geomap.resolution.candidates import Candidates
from geomap.resolution.features import Belief
from geomap.resolution.groups import Group


@dataclass(slots=True)
class Scene:
    """The groups of a document, their candidates, and what is believed of each."""

    text: str
    mentions: tuple[Mention, ...]
    groups: list[Group]
    group_of: list[int]
    candidates: list[Candidates]
    local: list[Array]
    beliefs: list[Belief]

    def others(self, number: int) -> list[Belief]:
        """What is believed of the other groups that have candidates."""
        return [b for i, b in enumerate(self.beliefs) if i != number and len(b.candidates)]
