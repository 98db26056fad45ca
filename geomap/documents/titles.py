"""A title for a document that does not say its own."""

from __future__ import annotations

from geomap.documents.dates import skip_leading_date, without_date

_LONGEST = 120


def find_headline(text: str) -> str:
    """Return the first line of ``text`` when it reads like a headline, or an empty string.

    A headline has at most 120 characters, does not end like a sentence, and more text follows.

    Examples
    --------
    >>> find_headline("Bridge hit near Kherson\\n\\nOfficials said on Tuesday that ...")
    'Bridge hit near Kherson'
    >>> find_headline("Officials said so on Tuesday.\\nMore follows.")
    ''
    """
    start = skip_leading_date(text)
    head = text[start : start + 10 * _LONGEST].lstrip()
    line, _, rest = head.partition("\n")
    line = " ".join(line.split())
    if len(line) > _LONGEST or not rest.strip() or line.endswith((".", ",", ";", ":", "。")):
        return ""
    return line


def title_from_name(name: str) -> str:
    """Return a readable title made from a file name without its suffixes.

    Examples
    --------
    >>> title_from_name("belgorod-bakhmut-2023-05-23")
    'Belgorod Bakhmut'
    """
    words = without_date(name).replace("-", " ").replace("_", " ").split()
    # Short words are mostly articles and prepositions, which titles leave small.
    raised = [
        word[:1].upper() + word[1:] if len(word) > 3 or at == 0 else word
        for at, word in enumerate(words)
    ]
    return " ".join(raised) or name


def title_from_text(text: str) -> str:
    """Return the headline of ``text``, or its first words.

    Examples
    --------
    >>> title_from_text("Kyiv denied any link.")
    'Kyiv denied any link.'
    """
    if headline := find_headline(text):
        return headline
    start = skip_leading_date(text)
    words = " ".join(text[start : start + 4 * _LONGEST].split())
    if len(words) <= 80:
        return words
    whole = words[:80].rpartition(" ")[0] or words[:79]
    return whole.rstrip(",;:-– ") + "…"
