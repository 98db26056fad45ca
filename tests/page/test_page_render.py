"""One file that needs nothing else, whatever the texts hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geomap.documents.document import Document
from geomap.errors import OutputError
from geomap.page import render_page, write_page
from geomap.page.block import write_block
from geomap.resolution.resolution import ParsedDocument

HOSTILE = "</script><script>alert(1)</script>{{ 7*7 }}{% raw %}<!--slot data-->\x00\ud800`'\""


def test_same_documents_same_bytes(story: list[ParsedDocument]) -> None:
    first = render_page(iter(story), title="T", subtitle="S")
    assert first == render_page(iter(story), title="T", subtitle="S")


def test_nothing_is_taken_from_elsewhere(story: list[ParsedDocument]) -> None:
    html = render_page(story)
    assert not re.search(r"<(link|script|img|iframe)[^>]*\s(src|href)=", html)
    assert not re.search(r"url\((?!data:|#)[^)]|@import|sourceMappingURL", html)
    assert not re.search(r"cdnjs|jsdelivr|unpkg|bootstrapcdn|googleapis", html)


def test_policy_names_every_script_and_style(story: list[ParsedDocument]) -> None:
    html = render_page(story)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert policy[1].count("sha256-") == len(re.findall(r"<(?:script|style)>", html))
    assert "unsafe" not in policy[1]


def test_licence_notices_stay(story: list[ParsedDocument]) -> None:
    html = render_page(story)
    assert "Leaflet 1.9" in html
    assert "GeoNames" in html


def test_hostile_titles_stay_text() -> None:
    html = render_page([ParsedDocument(Document("x", ""), ())], title=HOSTILE, subtitle=HOSTILE)
    assert "<script>alert(1)" not in html
    assert "{{ 7*7 }}" in html
    html.encode("utf-8")


def test_small_data_blocks_cannot_end_their_element() -> None:
    block = write_block("story", {"a": "</script>"})
    assert block.count("</script>") == 1
    assert 'data-packing="json"' in block


def test_no_documents_give_an_empty_map() -> None:
    assert 'id="story"' in render_page([])


def test_pages_are_written_whole(tmp_path: Path) -> None:
    write_page("<p>é", tmp_path / "new" / "map.html")
    assert (tmp_path / "new" / "map.html").read_bytes() == "<p>é".encode()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["map.html"]


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_page("x", tmp_path / "file" / "map.html")
