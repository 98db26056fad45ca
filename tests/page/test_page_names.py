"""Names of areas where towns leave them no room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from geomap.documents.document import Document
from geomap.recognition.mention import Mention
from geomap.resolution.resolution import ParsedDocument, Resolution

pytestmark = pytest.mark.browser

#: What a painter draws of a name that moved up by 38 pixels from the middle of its area, which
#: reaches 10 or 60 pixels from there.
DRAWN = """(reach) => {
  const steps = [];
  const context = new Proxy({}, { get: (_, name) => (...values) => steps.push([name, ...values]) });

  const line = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]
    .flatMap(([x, y]) => [0.5 + (x * reach) / 1024, 0.5 + (y * reach) / 1024]);
  const box = [line[0], line[1], line[4], line[5]];
  const shape = { lines: [line], boxes: [box], box, isArea: true };
  const place = { shape, tagAt: [0, 0], tagShift: [0, -38] };
  new geomap.Leaders({ shown: [place] }, () => ({ area: '#000' }))
    .draw(context, { scale: 1024, left: 0, top: 0 });
  return steps.filter(([name]) => name.endsWith('To'));
}"""


def test_a_country_full_of_towns_is_named(
    open_page: Callable[..., Any], story: list[ParsedDocument]
) -> None:
    country = story[0].resolutions[3].place
    town = story[0].resolutions[0].place
    assert country is not None
    assert town is not None
    towns = [
        replace(town, id=f"{lat} {lon}", name=f"T{lat}{lon}", lat=lat, lon=lon)
        for lat in range(46, 52)
        for lon in range(24, 40, 2)
    ]
    places = [*(place for place in towns for _ in range(30)), *[country] * 60]
    text = " ".join(place.name for place in places)
    found, at = [], 0
    for place in places:
        end = at + len(place.name)
        found.append(Resolution(Mention(at, end, place.name), place, 0.97, "exact"))
        at = end + 1
    opened = open_page([ParsedDocument(Document("a", text), tuple(found))], width=390)
    assert opened.page.locator(".area", has_text="Ukraine").count() == 1
    assert opened.messages == []


def test_a_name_outside_its_area_is_joined_to_it_by_a_line(
    open_page: Callable[..., Any], story: list[ParsedDocument]
) -> None:
    opened = open_page(story)
    assert opened.page.evaluate(DRAWN, 10) == [["moveTo", 512, 512], ["lineTo", 512, 483]]
    assert opened.page.evaluate(DRAWN, 60) == []
