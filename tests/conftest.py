"""Fixtures that many tests share: the compiled gazetteer and a parser over it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from gazetteer import Gazetteer
from geomap import Parser

SHARED = Path(__file__).parents[2] / "shared"
# A busy machine is no reason to fail.
settings.register_profile("geomap", deadline=None)
settings.load_profile("geomap")


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped gazetteer, compiled into the user's cache when it is not there yet."""
    return Gazetteer.open()


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.open()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and corpora that lies beside a founder's checkout."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not there: real articles are not part of the repository")
    return SHARED
