"""Markdown: the text a reader sees."""

from __future__ import annotations

import pytest

from geomap.documents.markdown import split_front_matter

ARTICLE = """---
title: "Floods: the toll"
date: 2023-09-12
url: https://www.example.org/derna
tags: [water]
---

# Floods in Derna

Rain fell on [Derna](https://example.org) and *New
York*, says a <b>note</b>.

- one in Tripoli
- two

| town | dead |
|---|---|
| Benghazi | 5 |

```
52.1 N
```
"""


def test_text_is_what_a_reader_sees(read_file):
    text = read_file("a.md", ARTICLE).only.text
    assert text.startswith("Floods in Derna\n\nRain fell on Derna and New York, says a note.\n\n")
    assert all(word in text for word in ("one in Tripoli", "Benghazi", "52.1 N"))
    assert not any(mark in text for mark in ("](", "```", "|", "#", "<b>"))


def test_front_matter_is_metadata(read_file):
    document = read_file("a.md", ARTICLE.replace("\n", "\r\n")).only
    assert document.title == "Floods: the toll"
    assert (document.date, document.source) == ("2023-09-12", "example.org")


def test_first_heading_is_the_title_without_front_matter(read_file):
    assert read_file("a.md", "Intro\n\n## In *Derna*\n\nRain").only.title == "In Derna"


def test_rule_is_no_front_matter(read_file):
    assert read_file("a.md", "Kyiv\n\n---\n\nLviv").only.text == "Kyiv\n\nLviv"


def test_front_matter_alone_is_reported(read_file):
    assert read_file("a.md", "---\ntitle: x\n---\n").reasons == ["there is no text in it"]


def test_front_matter_that_never_ends_is_text():
    assert split_front_matter("---\ntitle: x\n") == ({}, "---\ntitle: x\n")


def test_html_in_markdown_is_reduced_to_its_text(read_file):
    text = read_file("a.md", "<div>In Kyiv</div>\n\n<script>x()</script>\n\nLviv").only.text
    assert text == "In Kyiv\n\nLviv"


@pytest.mark.parametrize("text", ["> " * 5000 + "Kyiv", "*a " * 999 + "Kyiv", "Kyiv " * 250_000])
def test_hostile_markdown_keeps_its_text(read_file, text):
    assert "Kyiv" in read_file("a.md", text).only.text
