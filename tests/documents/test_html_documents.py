"""HTML: the article and what the page says about it."""

from __future__ import annotations

from geomap.documents.html_text import read_page

ARTICLE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html lang="en-GB"><head><title>Bridge hit near Kherson | The Post</title>
<meta property="article:published_time" content="2023-05-23T22:00:00Z">
<link rel="canonical" href="https://www.example.org/news/1"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Bridge hit near Kherson</h1>
<p>Officials in <a href="/k">Kherson</a> said on Tuesday that a bridge had been hit
overnight and that nobody was hurt.</p>
<p>The bridge spans the&nbsp;Dnipro. A witness wrote &lt;script&gt; in a report.</p>
<script>alert("no text")</script></article>
<footer>Copyright 2024 The Post</footer></body></html>"""


def test_article_is_found_and_paragraphs_stay_apart(read_file):
    text = read_file("a.html", ARTICLE).only.text
    assert "that nobody was hurt.\n\nThe bridge spans the Dnipro." in text
    assert "Officials in Kherson said" in text


def test_what_surrounds_the_article_is_left_out(read_file):
    text = read_file("a.html", ARTICLE).only.text
    assert not any(word in text for word in ("World", "Copyright", "alert"))


def test_markup_written_as_text_is_text(read_file):
    assert "wrote <script> in a report" in read_file("a.html", ARTICLE).only.text


def test_head_of_the_page_is_kept(read_file):
    document = read_file("a.html", ARTICLE).only
    assert document.title == "Bridge hit near Kherson"
    assert document.url == "https://www.example.org/news/1"
    assert document.source == "example.org"
    assert (document.date, document.language) == ("2023-05-23", "en")


def test_page_without_an_article_gives_all_its_text(read_file):
    document = read_file("a.html", "<title>News</title><p>Kyiv<p>Lviv").only
    assert (document.title, document.text) == ("News", "Kyiv\n\nLviv")


def test_address_that_is_not_of_the_web_is_left_out(read_file):
    page = '<link rel="canonical" href="javascript:alert(1)"><p>Kyiv'
    assert read_file("a.html", page).only.url == ""


def test_deep_nesting_is_read(read_file):
    assert read_file("a.html", "<div>" * 100_000 + "Kyiv").only.text == "Kyiv"


def test_large_page_is_read(read_file):
    page = "<p>Kyiv said it.</p>" * 250_000
    assert read_file("a.html", page).only.text.count("Kyiv") == 250_000


def test_page_without_text_is_reported(read_file):
    assert read_file("a.html", "<script>x</script>").reasons == ["there is no text in it"]


def test_text_of_a_page_is_what_is_seen():
    page = read_page("<p>In <b>New\n York</b><br>now<style>p {}</style><!-- no --></p>")
    assert page.text == "In New York\n\nnow"
