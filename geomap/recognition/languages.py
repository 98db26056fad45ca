"""Languages: a quick guess which language a text is in, from its letters and small words."""

from __future__ import annotations

import re
from collections import Counter

#: Languages told apart by small words, ISO 639-1; English is the tagger's.
_SMALL_WORDS = {
    "en": "the of and to in is that for was with his from they have are it by",
    "de": "der die das und ist nicht mit von den dem ein eine sich auch auf für im zu wurde",
    "fr": "le la les des et est une dans que pour qui sur pas du au avec ont sont par",
    "es": "el los las del y es una que por con para su se en al como más fue",
    "it": "il lo gli della che è di un una per con non sono nel dei alla del ha",
    "pt": "o os as do da e é uma que por com para não em dos na no foi",
    "pl": "w i na z się nie jest do że o po przez od oraz dla jak który",
    "nl": "de het een en van is niet op te dat voor met zijn aan door bij",
    "tr": "ve bir bu için ile da de olarak daha çok sonra olan kadar gibi",
    "id": "yang dan di ke dari untuk dengan ini itu pada tidak adalah dalam",
    "sv": "och att det som en på är av för med till den inte om ett",
    "ro": "și în de la cu pe din care este nu să pentru mai fost",
    "cs": "a se na v je že s z do o k i jako by pro ale",
}
_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
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


def guess_language(text: str, hint: str = "") -> str:
    """Return the ISO 639-1 code of a text's language; ``hint`` wins over small words.

    Unknown Latin-script languages come out as English, Cyrillic ones as Russian or
    Ukrainian by their letters, other scripts as the language that uses them most.

    Examples
    --------
    >>> guess_language("Росія атакувала Бахмут і Київ"), guess_language("Rain fell on the city")
    ('uk', 'en')
    """
    sample = text[:_SAMPLE]
    script = _find_script(sample)
    if script == "latin":
        return hint[:2].lower() if len(hint) >= 2 else _guess_by_words(sample)
    if script == "cyrillic":
        ukrainian = sum(sample.count(c) for c in "іїєґІЇЄҐ")
        return "uk" if ukrainian > sum(sample.count(c) for c in "ыэъЫЭЪ") else "ru"
    return script


def _find_script(sample: str) -> str:
    """Return the script of most letters, or the main language of scripts of one language."""
    if sample.isascii():
        return "latin"
    counts = {name: sum(map(len, letters.findall(sample))) for name, letters in _SCRIPTS}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "latin"


def _guess_by_words(sample: str) -> str:
    words = Counter(w.lower() for w in _LETTERS.findall(sample))
    scores = {
        language: sum(words[w] for w in small.split()) for language, small in _SMALL_WORDS.items()
    }
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > 1.3 * scores["en"] and scores[best] > 1 else "en"
