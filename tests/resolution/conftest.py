"""A resolver, and texts of our own with their names in [square brackets]."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from gazetteer import Gazetteer
from geomap.documents import Document
from geomap.recognition.mention import Mention, Role
from geomap.resolution import Resolution, Resolver

Resolve = Callable[..., list[Resolution]]


@pytest.fixture(scope="session")
def resolver(gazetteer: Gazetteer) -> Resolver:
    return Resolver(gazetteer)


@pytest.fixture(scope="session")
def resolve(resolver: Resolver) -> Resolve:
    """Resolves the names in [square brackets] of a text."""

    def resolve_marked(
        marked: str, confidence: float = 1.0, role: Role = "literal"
    ) -> list[Resolution]:
        mentions, text = [], ""
        for part in re.split(r"(\[[^\]]+\])", marked):
            plain = part.strip("[]")
            if part != plain:
                start = len(text)
                end = start + len(plain)
                mentions.append(Mention(start, end, plain, role=role, confidence=confidence))
            text += plain
        return list(resolver.resolve(Document("1", text), tuple(mentions)).resolutions)

    return resolve_marked
