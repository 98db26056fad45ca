"""Recorded names: stretches of a text that may be names of places, declined or not."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.recognition.endings import HEADS, find_bases
from geomap.recognition.names import NameIndex
from geomap.recognition.tokens import Tokens, split_tokens
from geomap.recognition.vocabulary import Vocabulary

#: A name has no more tokens than this, unless hyphens join them.
_LONGEST = 6
_FEWEST_LETTERS, _FEWEST_SYLLABLES = 3, 2
#: Languages whose names have no case but the genitive.
_GENITIVES = frozenset(("de", "nl", "sv"))
#: Nominatives of places with so much fewer people, in powers of ten, are chance.
_MUCH_LESS = 1.8


@dataclass(frozen=True, slots=True)
class RecordedName:
    """Tokens ``first`` to ``end`` (half-open) that are a recorded name, or may be a case of one.

    ``forms`` are the names that it may stand for, the best known first; ``prior`` says how well
    known the best is, and ``main`` the same of a place whose main name it is. ``inflected`` says
    that it is likelier declined than not.
    """

    first: int
    end: int
    forms: tuple[str, ...]
    prior: float
    main: float
    inflected: bool

    @property
    def is_single(self) -> bool:
        """Whether it is one word."""
        return self.end - self.first == 1


def list_forms(text: str, language: str, names: NameIndex) -> tuple[str, ...]:
    """Return the recorded names that a name may stand for, the best known first, if it is declined.

    Examples
    --------
    >>> from geomap.recognition.names import NoNames
    >>> list_forms("Киевом", "ru", NoNames())
    ()
    """
    forms = tuple(_look_up(split_tokens(text).words, language, names))
    return forms if len(forms) > 1 or (forms and forms[0] != text) else ()


def find_recorded(
    tokens: Tokens, at: int, vocabulary: Vocabulary, names: NameIndex
) -> RecordedName | None:
    """Return the longest recorded name that begins with a token."""
    words = tokens.words
    if not (words[at][0].isupper() or (vocabulary.caseless and words[at][0].isalnum())):
        return None
    for end in range(_find_furthest(words, at), at, -1):
        if not _may_end(words[end - 1], vocabulary) or any(tokens.opens[at + 1 : end]):
            continue
        if _breaks_off(tokens, at, end, vocabulary):
            continue
        alone = end - at == 1
        fewest = _FEWEST_SYLLABLES if vocabulary.language == "ko" else _FEWEST_LETTERS
        if alone and (len(words[at]) < fewest or vocabulary.is_stop(tokens, at)):
            continue
        forms = _look_up(words[at:end], vocabulary.language, names)
        if forms:
            base, main = _find_main(forms, names)
            written = next(find_bases(words[at:end], ""))
            prior = max(forms.values())
            return RecordedName(at, end, tuple(forms), prior, main, base != written)
    return None


def _find_furthest(words: list[str], at: int) -> int:
    """Return how far a name may go: further where hyphens join it, "Saint-Jean-de-Luz"."""
    end = min(at + _LONGEST, len(words))
    while end < len(words) and "-" in (words[end - 1], words[end]):
        end += 1
    return end


def _breaks_off(tokens: Tokens, at: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a name that begins with an article ends within a word: "Le Cap" in "Le Cap-Vert"."""
    if end - at == 1 or end == len(tokens) or tokens.words[end] != "-":
        return False
    return tokens.starts[end] == tokens.ends[end - 1] and vocabulary.is_stop(tokens, at)


def is_latin(word: str) -> bool:
    """Whether a word is neither Greek, Cyrillic nor Armenian."""
    return not "\u0370" <= word[0] <= "\u058f"


def _look_up(words: list[str], language: str, names: NameIndex) -> dict[str, float]:
    """Return the recorded names that some words may stand for, the best known first."""
    known: dict[str, float] = {}
    written = ""
    for form in find_bases(words, language):
        # Few nominatives are longer, and of what is a name itself none is. German only adds an s.
        if written in known and (len(form) > len(written) or language in _GENITIVES):
            continue
        written = written or form
        prior = names.top_prior(form)
        if prior is not None:
            known.setdefault(form, prior)
    least = max(known.values(), default=0.0) - _MUCH_LESS
    likely = ((form, prior) for form, prior in known.items() if prior > least)
    return dict(sorted(likely, key=lambda item: -item[1]))


def _find_main(forms: dict[str, float], names: NameIndex) -> tuple[str, float]:
    """Return the likeliest nominative, and how well known a place is whose main name it is."""
    mains = {form: names.main_prior(form) or 0.0 for form in forms if is_latin(form)}
    best = max(mains, key=lambda form: mains[form], default=next(iter(forms)))
    return best, mains.get(best, 0.0)


def _may_end(word: str, vocabulary: Vocabulary) -> bool:
    return word[:1].isupper() or (vocabulary.caseless and word[:1].isalpha()) or word in HEADS
