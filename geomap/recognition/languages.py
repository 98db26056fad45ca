"""Languages: which language a text is in, by ``py3langid`` (Lui and Baldwin 2012, "langid.py")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

#: Languages to choose from, ISO 639-1: the fewer, the fewer short texts are misjudged.
_LATIN = "en de fr es it pt pl nl tr id sv ro cs hr".split()
_CYRILLIC = "uk ru sr".split()
#: Languages that are read as others are.
READ_AS = {"hr": "sr", "bs": "sr", "sk": "cs"}
#: A text counts as English unless another language is at least this likely, and more so when
#: it has fewer letters than that: a line of foreign names is soon taken for a foreign text.
_LIKELY, _VERY_LIKELY, _FEW_LETTERS = 0.6, 0.97, 60
_SAMPLE = 600
#: Words of English that no other language has as such: a text with enough of them is English
#: without the identifier's being asked, which takes time and 75 MB.
_ENGLISH = frozenset(
    "the and with that this from which would were been has their they who said".split()
)
_FEW_WORDS, _SHARE = 40, 0.04
#: Letters of each script; kana before Han, since Japanese has both.
_SCRIPTS = (
    ("latin", re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1fff]+")),
    ("cyrillic", re.compile("[\u0400-\u052f]+")),
    ("ar", re.compile("[\u0600-\u077f\ufb50-\ufdff\ufe70-\ufeff]+")),
    ("el", re.compile("[\u0370-\u03ff]+")),
    ("he", re.compile("[\u0590-\u05ff]+")),
    ("ja", re.compile("[\u3040-\u30ff]+")),
    ("ko", re.compile("[\uac00-\ud7af]+")),
    ("zh", re.compile("[\u3400-\u9fff]+")),
    ("other", re.compile("[\u0530-\u058f\u0900-\u1bff]+")),
)
#: The letters of all but the first.
_OTHER_SCRIPTS = re.compile(f"[{''.join(r.pattern.strip('[]+') for _, r in _SCRIPTS[1:])}]")


def guess_language(text: str, hint: str = "") -> str:
    """Return the ISO 639-1 code of a text's language.

    Texts in Latin letters are English unless it is likely that they are not; a ``hint``, the
    language that the document states, wins there, and among those in Cyrillic. Scripts of one
    language decide by themselves.

    Examples
    --------
    >>> guess_language("Росія атакувала Бахмут і Київ"), guess_language("Moscow denied it.")
    ('uk', 'en')
    >>> guess_language("Der Zug nach Hamburg fuhr erst am Abend ab.")
    'de'
    """
    sample = text[:_SAMPLE]
    script = _find_script(sample)
    if script == "latin":
        return hint[:2].lower() if len(hint) >= 2 else _guess_latin(sample)
    if script == "cyrillic":
        if hint[:2].lower() in _CYRILLIC:
            return hint[:2].lower()
        language, _ = _load_identifier().classify(sample)
        return language if language in _CYRILLIC else "ru"
    return script


def _find_script(sample: str) -> str:
    """Return the script of most letters, or the main language of scripts of one language."""
    if sample.isascii() or not _OTHER_SCRIPTS.search(sample):
        return "latin"
    counts = {name: sum(map(len, letters.findall(sample))) for name, letters in _SCRIPTS}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "latin"


def _guess_latin(sample: str) -> str:
    words = sample.split()
    if len(words) >= _FEW_WORDS and sum(w in _ENGLISH for w in words) >= _SHARE * len(words):
        return "en"
    language, likely = _load_identifier().classify(sample)
    letters = sum(map(str.isalpha, sample))
    enough = likely >= (_VERY_LIKELY if letters < _FEW_LETTERS else _LIKELY)
    return language if enough and language in _LATIN else "en"


@cache
def _load_identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    every = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    every.set_languages([*_LATIN, *_CYRILLIC])
    # It would keep the tables of all languages, some 20 MB; one made of what is left does not.
    # The collector of garbage looks through a long list time and again, but not through a tuple.
    output = tuple(every.tk_output)
    kept = every.nb_ptc, every.nb_pc, every.nb_classes, every.tk_nextmove, output
    return LanguageIdentifier(*kept, norm_probs=True, tk_row=every.tk_row)
