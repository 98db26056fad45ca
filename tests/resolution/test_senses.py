"""One name for two places of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geomap.resolution import Resolution

Resolve = Callable[..., list[Resolution]]


def _divisions(resolve: Resolve, text: str, name: str) -> list[str]:
    """In which countries and first-level divisions a text's mentions of a name were put."""
    places = [r.place for r in resolve(text) if r.mention.text == name and r.place]
    return [place.path[-1] if len(place.path) < 2 else place.path[-2] for place in places]


@pytest.mark.parametrize(
    ("text", "name", "divisions"),
    [
        (
            "[Portland], [Maine], beat [Portland], [Oregon].",
            "Portland",
            ["Maine", "Oregon"],
        ),
        (
            "The [Springfield], [Illinois], team flew to [Springfield], [Missouri].",
            "Springfield",
            ["Illinois", "Missouri"],
        ),
        (
            "From [Greenville] SC to [Greenville] NC.",
            "Greenville",
            ["South Carolina", "North Carolina"],
        ),
        (
            "[Paris], [Texas], is smaller than [Paris], [France]. [Dallas] is larger.",
            "Paris",
            ["Texas", "Île-de-France"],
        ),
    ],
)
def test_names_are_told_apart_by_what_they_lie_in(
    resolve: Resolve, text: str, name: str, divisions: list[str]
) -> None:
    assert _divisions(resolve, text, name) == divisions


@pytest.mark.parametrize(
    ("text", "divisions"),
    [
        # Whatever lies in the county lies in the state.
        ("[Paris], [Texas], grew. [Paris] in [Lamar County] has a tower.", ["Texas"] * 2),
        # A mention alone is of the sense that was named first.
        (
            "[Paris], [Texas], and [Paris], [Kentucky]. In [Paris] it rained.",
            ["Texas", "Kentucky", "Texas"],
        ),
    ],
)
def test_one_sense_holds_where_the_text_does_not_deny_it(
    resolve: Resolve, text: str, divisions: list[str]
) -> None:
    assert _divisions(resolve, text, "Paris") == divisions
