"""Which files the inputs of a run name: files, folders, glob patterns and standard input."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geomap.documents.failure import OnError, ReadFailure

Kind = Literal["text", "markdown", "html", "csv", "tsv", "jsonl", ""]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "tsv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_READABLE = "readable are .txt .md .html .csv .tsv .jsonl, plain or .gz"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read.

    ``path`` opens it (``-`` is standard input); ``name`` is the part of the path that does not
    depend on the machine: the file name, or the path below the folder that was given, with
    ``/``. ``kind`` is empty when only the content can tell.
    """

    path: str
    name: str
    kind: Kind
    gzipped: bool = False


def find_files(
    inputs: Iterable[str | Path], *, on_error: OnError | None = None
) -> Iterator[SourceFile]:
    """Find the files that ``inputs`` name, in the order given, each file once.

    Parameters
    ----------
    inputs : iterable of str or Path
        Files; folders, searched recursively in sorted order, without hidden files and files
        of an unknown suffix; glob patterns (``**`` crosses folders); ``-`` for standard input.
    on_error : callable, optional
        Told of an input that is missing, cannot be opened, or holds no document.

    Yields
    ------
    SourceFile

    Examples
    --------
    >>> [file.kind for file in find_files(["-"])]
    ['']
    """
    report = on_error or _ignore
    seen: set[str] = set()
    for given in [inputs] if isinstance(inputs, (str, Path)) else inputs:
        for file in _find_one(str(given), report):
            # "articles articles/a.txt" names a.txt twice, but its places count once.
            place = os.path.abspath(file.path) if file.path != "-" else "-"
            if place not in seen:
                seen.add(place)
                yield file


def count_files(inputs: Iterable[str | Path]) -> int:
    """Return how many files `find_files` finds, the total for a progress bar."""
    return sum(1 for _ in find_files(inputs))


def stem(name: str) -> str:
    """Return the last part of a file's name without the suffixes that say its kind.

    Examples
    --------
    >>> stem("war/bakhmut-v1.2.txt.gz")
    'bakhmut-v1.2'
    """
    last = name.rpartition("/")[2]
    if last.lower().endswith(".gz"):
        last = last[:-3]
    base, suffix = os.path.splitext(last)
    return base if suffix.lower() in SUFFIXES else last


def _find_one(given: str, report: OnError) -> Iterator[SourceFile]:
    if given == "-":
        yield SourceFile("-", "stdin", "")
    elif os.path.isdir(given):
        yield from _or_report(_walk_folder, given, "it holds no documents", report)
    elif os.path.exists(given):
        yield from _named_file(given, report)
    elif glob.has_magic(given):
        yield from _or_report(_match, given, "no document matches it", report)
    else:
        hint = "it is a broken link" if os.path.islink(given) else "check the spelling of the path"
        report(ReadFailure(given, "it does not exist", hint))


def _named_file(path: str, report: OnError) -> Iterator[SourceFile]:
    """A file that is named is read whatever its suffix, if its content can tell what it is."""
    name = os.path.basename(path)
    if file := _known_file(path, name):
        yield file
    elif not os.path.splitext(name.removesuffix(".gz"))[1]:
        yield SourceFile(path, name, "", name.endswith(".gz"))
    else:
        report(ReadFailure(path, "files of this kind are not read", _READABLE))


def _known_file(path: str, name: str) -> SourceFile | None:
    lower = name.lower()
    gzipped = lower.endswith(".gz")
    suffix = os.path.splitext(lower[:-3] if gzipped else lower)[1]
    kind = SUFFIXES.get(suffix)
    return SourceFile(path, name, kind, gzipped) if kind else None


def _or_report(
    find: Callable[[str, OnError], Iterator[SourceFile]], given: str, reason: str, report: OnError
) -> Iterator[SourceFile]:
    """Find files, and report when there is none and nothing was said about it."""
    reported: list[ReadFailure] = []

    def report_and_note(failure: ReadFailure) -> None:
        reported.append(failure)
        report(failure)

    found = False
    for file in find(given, report_and_note):
        found = True
        yield file
    if not found and not reported:
        report(ReadFailure(given, reason, _READABLE))


def _walk_folder(folder: str, report: OnError) -> Iterator[SourceFile]:
    return _walk(folder, folder, report)


def _walk(folder: str, root: str, report: OnError) -> Iterator[SourceFile]:
    """Find the files below ``folder``, named by their paths below ``root``."""
    # A stack and not recursion: folders may be nested deeper than Python allows calls.
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.isdir(path) and (path == folder or not os.path.islink(path)):
            waiting.extend(reversed(_list_folder(path, report)))
        elif file := _known_file(path, _name_below(path, root)):
            yield file


def _list_folder(folder: str, report: OnError) -> list[str]:
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        report(ReadFailure(folder, reason, "check the permissions of the folder"))
        return []
    return [os.path.join(folder, name) for name in names]


def _match(pattern: str, report: OnError) -> Iterator[SourceFile]:
    root = _fixed_part(pattern)
    for path in sorted(glob.glob(pattern, recursive=True)):
        if os.path.isdir(path):
            # "**" lists the files below by itself.
            yield from () if "**" in pattern else _walk(path, root, report)
        elif file := _known_file(path, _name_below(path, root)):
            yield file


def _name_below(path: str, root: str) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _fixed_part(pattern: str) -> str:
    parts = Path(pattern).parts
    fixed = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    return str(Path(*parts[:fixed])) if fixed else "."


def _ignore(failure: ReadFailure) -> None:
    """The caller does not want to hear of it."""
