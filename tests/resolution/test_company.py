"""Company features: what is kept from round to round changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from gazetteer import Gazetteer
from geomap import Document, Parser
from geomap.resolution import Resolver, comparison

TEXT = (
    "Clashes spread from Paris, Texas, to Athens, Georgia, on Monday. Mayors of Houston, Dallas "
    "and Paris met in Austin; Lamar County and the United States sent help from Georgia."
)


def test_a_table_is_the_same_whatever_was_asked_before(
    parser: Parser, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document("1", TEXT)
    mentions = tuple(r.mention for r in parser.parse(document).resolutions)
    resolver = Resolver(gazetteer)
    scene = resolver.stage(document, mentions)
    resolver.consider_alone(scene)
    kept = resolver.company(scene)
    whole = kept.table(scene.belief)
    monkeypatch.setattr(comparison, "_MOST_CELLS", 20)
    assert np.allclose(resolver.company(scene).table(scene.belief), whole)
    monkeypatch.undo()
    rng = np.random.default_rng(1)
    for _ in range(3):
        belief = scene.belief * rng.uniform(0.2, 1.0, len(scene.belief))
        assert np.allclose(kept.table(belief), resolver.company(scene).table(belief))
        assert (kept.lonely(belief) == resolver.company(scene).lonely(belief)).all()
    assert kept.table(scene.belief)[: len(scene.belief)].any(axis=1).any()
