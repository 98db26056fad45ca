"""Bytes to text: which encoding, or whether it is text at all."""

from __future__ import annotations

import codecs
import re

from geomap.documents.failure import UnreadableError

# UTF-32 first: its little-endian mark begins with the one of UTF-16 (Unicode 16, table 23-1).
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Enough for a confident guess, which costs about 10 ms.
_GUESS_BYTES = 65_536
# Control characters no text has, without tab, line feed, form feed, return and escape
# (ISO-2022 encodings use escape).
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# What text that is not Unicode is in (WHATWG, "Encoding", legacy encodings), the likelier first:
# others are so rare that a guess of one is most likely wrong.
_LEGACY = (
    "cp1252", "cp1251", "cp1250", "cp1256", "cp1253", "cp1254", "gb18030", "cp932", "euc-jp",
    "big5", "cp949", "cp1255", "cp1257", "cp1258", "cp874", "koi8-r", "koi8-u", "cp866",
    "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-15",
)  # fmt: skip
# How much likelier than the others the first is where the bytes say little. Of lists of five
# towns of 22 countries it makes .97 right, and 1 makes .93 (chosen on other lists of such towns).
_FIRST = 1.25
_EAST_ASIAN = frozenset(["gb18030", "cp932", "euc-jp", "big5", "cp949"])
# East Asian text has characters beyond ASCII side by side; western European letters stand alone.
_SIDE_BY_SIDE = re.compile(rb"[\x80-\xff]{2}")


def decode(data: bytes, *, declared: str = "") -> str:
    """Return ``data`` as text, NUL and undecodable bytes replaced by U+FFFD one for one.

    Parameters
    ----------
    data : bytes
        A whole document.
    declared : str
        The encoding the document names itself, tried when it is not UTF-8.

    Raises
    ------
    UnreadableError
        It is not text.

    Examples
    --------
    >>> decode("Kyïv".encode("utf-16"))
    'Kyïv'
    """
    encoding = detect_encoding(data, declared=declared)
    return replace_nul(data.decode(encoding, errors="replace"))


def detect_encoding(data: bytes, *, declared: str = "", fallback: str = "") -> str:
    """Return the name of the codec that reads ``data``, the beginning of a document or all of it.

    A byte order mark decides; then strict UTF-8; then ``declared``; then the guess of
    chardet; then ``fallback``. UTF-8 with a few damaged bytes stays UTF-8.

    Raises
    ------
    UnreadableError
        It is not text.

    Examples
    --------
    >>> detect_encoding("Kyiv, Київ".encode())
    'utf-8'
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if encoding := _utf16_without_mark(data):
        return encoding
    if _is_binary(data):
        raise UnreadableError("it is not text", "save it as plain text, HTML, CSV or JSONL")
    if _is_utf8(data):
        return "utf-8"
    encoding = declared if _decodes(data, declared) else _guess(data) or fallback
    if not encoding:
        raise UnreadableError("its encoding is not known", "save it as UTF-8")
    return encoding


def replace_nul(text: str) -> str:
    """Return ``text`` with each NUL replaced by U+FFFD, so that offsets stay."""
    return text.replace("\0", "\ufffd") if "\0" in text else text


def replace_surrogates(text: str) -> str:
    r"""Return ``text`` with each lone surrogate replaced by U+FFFD, so that it can be written.

    Examples
    --------
    >>> replace_surrogates("a\ud800b")
    'a\ufffdb'
    """
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _utf16_without_mark(data: bytes) -> str:
    """ASCII letters, digits and spaces in UTF-16 leave NUL in every other byte."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(8, len(head) // 4) or min(even, odd) * 20 > max(even, odd):
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    return encoding if _decodes(head[: len(head) // 4 * 4], encoding) else ""


def _is_binary(data: bytes) -> bool:
    head = data[:8192]
    controls = len(_CONTROLS.findall(head))
    # A text may hold a few stray controls.
    if controls > max(8, len(head) // 20):
        return True
    # PDF and zip (docx, odt, epub) begin with letters.
    return head.startswith((b"%PDF-", b"PK\x03\x04"))


def _is_utf8(data: bytes) -> bool:
    if data.isascii() or _decodes(data, "utf-8"):
        return True
    # Text of another encoding hardly ever forms the byte sequences of UTF-8 by chance.
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return text.count("\ufffd") * 11 <= beyond_ascii


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        # An incremental decoder does not mind a character cut off at the end of a sample.
        codecs.getincrementaldecoder(encoding)("strict").decode(data)
    except (LookupError, UnicodeError):
        return False
    return True


def _guess(data: bytes) -> str:
    import chardet

    first = len(data) - len(data.lstrip(bytes(range(128))))
    start = max(0, first - _GUESS_BYTES // 4)
    sample = data[start : start + _GUESS_BYTES]
    together = _SIDE_BY_SIDE.search(sample)
    names = [name for name in _LEGACY if together or name not in _EAST_ASIAN]
    guesses = chardet.detect_all(sample, ignore_threshold=True, include_encodings=names)

    def rank(guess: chardet.DetectionDict) -> float:
        codec = codecs.lookup(guess["encoding"] or "ascii").name
        return guess["confidence"] * (_FIRST if codec == names[0] else 1)

    return max(guesses, key=rank)["encoding"] or ""
