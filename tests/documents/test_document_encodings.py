"""Encodings: told from a mark, from the bytes, or from what a page declares."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.documents.encoding import decode, detect_encoding

UKRAINIAN = "Президент відвідав Харків та Одесу. Обстріли тривали в Донецькій області."
ARABIC = "أعلنت القوات العراقية في الموصل سيطرتها على المدينة القديمة"
GERMAN = "Die Straße in München wurde gesperrt – für längere Zeit, auch in Köln."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(UKRAINIAN, name) for name in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251")],
        (ARABIC, "cp1256"),
        (GERMAN, "cp1252"),
        # Short ones, of which the bytes alone say little.
        ("place;n\nBachmut;1\nKöln;2\n", "cp1252"),
        ("O presidente “visitou” São Paulo.", "cp1252"),
        ("Бои идут под Бахмутом и в Харькове. Киев отрицает причастность.", "cp1251"),
        ("Łódź i Kraków leżą w Polsce.", "cp1250"),
        ("Vláda v Praze oznámila nové opatření. V Brně se sešli starostové.", "cp1250"),
        ("misto;n\nPlzeň;1\nČeské Budějovice;2\n", "cp1250"),
        ("Székesfehérvár, Győr, Pécs", "cp1250"),
        ("Kaunas, Klaipėda, Šiauliai, Panevėžys", "cp1257"),
        ("ירושלים, חיפה, תל אביב", "cp1255"),
        ("Москва;1\nКиев;2\n", "cp1251"),
        ("北京和上海是中国的城市。", "gb18030"),
        ("Kyiv said that it would stop.", "utf-16-le"),
        ("Kyiv said that it would stop.", "utf-16-be"),
    ],
)
def test_text_is_read_in_its_encoding(text, encoding):
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf8_is_read_as_it_is(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


def test_few_damaged_bytes_do_not_change_the_encoding():
    assert decode(UKRAINIAN.encode() + b"\xff.") == UKRAINIAN + "\ufffd."


def test_replacement_characters_are_text_too():
    assert decode("Kyiv \ufffd\ufffd".encode()) == "Kyiv \ufffd\ufffd"


def test_character_cut_off_at_the_end_of_a_sample_is_no_damage():
    assert detect_encoding("Київ".encode()[:-1]) == "utf-8"


def test_gzipped_text_of_another_encoding_is_read(read_file):
    document = read_file("a.txt.gz", gzip.compress(UKRAINIAN.encode("cp1251"))).only
    assert document.text == UKRAINIAN


def test_charset_a_page_declares_counts(read_file):
    page = '<meta charset="windows-1251"><p>Харків'.encode("cp1251")
    assert read_file("a.html", page).only.text == "Харків"
