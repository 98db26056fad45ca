"""Which files the inputs name, and what is reported of those that cannot be read."""

from __future__ import annotations

import gzip
import io
import os
import sys
from itertools import islice

import pytest

from geomap.documents import count_files, find_files, read_documents


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/z.md", "a/c.TXT", ".hidden.txt", ".git/x.txt", "notes.doc", "d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Kyiv")
    return tmp_path


@pytest.fixture
def type_in(monkeypatch):
    def put(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return put


def test_folder_is_read_in_sorted_order(folder):
    names = [file.name for file in find_files([folder])]
    assert names == ["a/c.TXT", "a/z.md", "b.txt", "d.txt"]


def test_files_are_counted_once(folder):
    assert count_files([folder, folder / "b.txt", str(folder / "nowhere.txt")]) == 4


@pytest.mark.parametrize("pattern", ["**/*.txt", "*.txt", "?.txt"])
def test_pattern_is_matched(folder, pattern):
    assert [file.name for file in find_files([folder / pattern])] == ["b.txt", "d.txt"]


def test_pattern_that_matches_a_folder_reads_it(folder):
    assert [file.name for file in find_files([folder / "[a]"])] == ["a/c.TXT", "a/z.md"]


def test_name_that_looks_like_a_pattern_is_a_name(read_file):
    assert read_file("a[1].txt", "Kyiv").only.id == "a[1].txt"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("nowhere.txt", "it does not exist"),
        ("nowhere/*.txt", "no document matches it"),
        (".git/objects", "it does not exist"),
        ("notes.doc", "files of this kind are not read"),
    ],
)
def test_input_that_cannot_be_read_is_reported(folder, read, name, reason):
    outcome = read(folder / name, folder / "b.txt")
    assert outcome.reasons == [reason]
    assert [document.id for document in outcome.documents] == ["b.txt"]


def test_folder_without_documents_is_reported(tmp_path, read):
    assert read(tmp_path).reasons == ["it holds no documents"]


def test_folder_without_permission_is_reported(folder, read, monkeypatch):
    def refuse(path: str, list_folder=os.listdir) -> list[str]:
        if os.path.basename(path) == "a":
            raise PermissionError(13, "Permission denied", path)
        return list_folder(path)

    monkeypatch.setattr(os, "listdir", refuse)
    outcome = read(folder)
    assert outcome.reasons == ["permission denied"]
    assert [document.id for document in outcome.documents] == ["b.txt", "d.txt"]
    assert read(folder / "a").reasons == ["permission denied"]


def test_link_to_its_own_folder_ends(folder):
    (folder / "a" / "again").symlink_to(folder)
    assert count_files([folder]) == 4


def test_file_that_is_no_gzip_is_reported(read_file):
    (reason,) = read_file("a.txt.gz", b"Kyiv").reasons
    assert "gzip data is damaged" in reason


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data[:60] + b"\xff" * 60])
def test_damaged_gzip_is_reported(read_file, damage):
    texts = b"".join(b'{"text": "Kyiv %d"}\n' % number for number in range(2000))
    outcome = read_file("a.jsonl.gz", damage(gzip.compress(texts)))
    assert "gzip data is damaged" in outcome.reasons[-1]


def test_whole_lines_before_the_damage_are_read(read_file):
    texts = b"".join(b'{"text": "Kyiv %d"}\n' % number for number in range(9_000))
    outcome = read_file("a.jsonl.gz", gzip.compress(texts)[:-9])
    assert outcome.documents[0].text == "Kyiv 0"
    assert len(outcome.failures) == 1


def test_ids_are_unique(tmp_path, read):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text("Kyiv")
    table = tmp_path / "t.csv"
    table.write_text("id,text\na.txt,Lviv\na.txt~2,Odesa\n")
    outcome = read(tmp_path / "x", tmp_path / "y", table)
    ids = [document.id for document in outcome.documents]
    assert ids == ["a.txt", "a.txt~2", "a.txt~3", "a.txt~2~2"]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"Kyiv denied, it said.\nMore.", "Kyiv denied, it said.\nMore."),
        (b'{"id": 1, "text": "Kyiv"}\n', "Kyiv"),
        (b"<!DOCTYPE html><p>Kyiv", "Kyiv"),
        (b"id,title,text\n1,A,Kyiv\n", "Kyiv"),
        (b"id\ttext\n1\tKyiv\n", "Kyiv"),
        (b"# Front\n\nIn *Kyiv*", "Front\n\nIn Kyiv"),
        (gzip.compress(b"Kyiv"), "Kyiv"),
    ],
)
def test_standard_input_is_read_whatever_it_is(read, type_in, content, text):
    type_in(content)
    document = read("-").only
    assert (document.text, document.source) == (text, "standard input")
    assert document.title in ("A", "Front", "Kyiv", "Kyiv denied, it said. More.")
    assert not sys.stdin.closed


def test_file_without_a_suffix_is_told_by_its_content(read_file):
    assert read_file("story", '{"text": "Kyiv"}').only.id == "story#1"


def test_documents_come_one_by_one(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Kyiv"}\n' * 3 + "[" * 9)
    documents = read_documents([path], on_error=lambda failure: pytest.fail(str(failure)))
    assert len(list(islice(documents, 3))) == 3


def test_each_file_is_announced_when_it_is_read(folder, read):
    announced = []
    read(folder, on_file=announced.append)
    assert len(announced) == count_files([folder])
