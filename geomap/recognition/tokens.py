"""Tokens: the words of a text with their code point offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress, count
from operator import itemgetter

_STATES = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|"
    "Nev|Okla|Ont|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Que"
)
#: Abbreviations that keep their full stop and do not end a sentence. Only such as stand
#: before or inside names matter here.
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Drs|Prof|Gen|Gens|Lt|Col|Cpl|Pvt|Pfc|Spc|Sgt|Maj|Capt|Cmdr|Adm|Gov|Govs|Sen|"
    "Sens|Rep|Reps|Rev|Hon|Pres|Det|Supt|Sr|Jr|Messrs|St|Ste|Mt|Ft|Pt|ST|STE|MT|FT|Ave|Blvd|Rd|"
    "Hwy|Twp|Dept|Univ|Inc|Corp|Bros|Ltd|Co|No|v|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|"
    f"Dec|{_STATES}|{_STATES.upper()}"
)
#: The first choice is what most words are, in few steps; the others, in order: links, initials,
#: codes, abbreviations, possessives, numbers, words, marks.
_TOKEN = re.compile(
    r"[A-Za-z]+(?=[\s,])"
    r"|https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@]\w+"
    r"|W\.\s?V[aA]\.|(?:[A-Z]\.){2,}|[A-Z]\.(?=[\s,;])"
    r"|(?:[^\W\d_]+\d|\d+(?!(?:st|nd|rd|th|s|km|m|am|pm|c|f|p)\b)[^\W\d_])[^\W_]*"
    rf"|\b(?:{_ABBREVIATIONS})\."
    r"|['’](?:s|S|ve|ll|re|m|d|t)\b|(?<=[sS])['’](?=\s)"
    r"|\d+(?:[.,:]\d+)*"
    r"|[\u0620-\u065f\u0670-\u06ef]+|[\u0900-\u0963\u0971-\u0dff]+"
    r"|[^\W\d_]+(?:['’‘ʼʿʾ`´](?!(?:s|S|ve|ll|re|m|d|t)\b)[^\W\d_]+)*|\w[\w\u0300-\u036f]*"
    r"|[^\w\s]",
)
#: The words of a hashtag that are run together: #StandWithAleppo.
_JOINED = re.compile(r"[A-Z][a-z]+(?=[A-Z])|[A-Z]+(?=[A-Z][a-z])")
#: What befalls a place that a hashtag names, and how such a hashtag begins: where all is in small
#: letters or in capitals, these are words of their own (#nepalearthquake, #PRAYFORPARIS).
EVENT_WORDS = frozenset(
    """attack attacks blast bombing bombings cyclone earthquake fire fires flood flooding floods
    hurricane quake rain rains relief rescue shooting storm strong tornado typhoon wildfire
    wildfires""".split()
)
_EVENT = re.compile(rf"(?i)(?<=\w{{4}})(?:{'|'.join(sorted(EVENT_WORDS, key=len)[::-1])})$")
_PRAYER = re.compile(r"(?i)^(?:prayfor|standwith)(?=\w{4})")
#: What tells a wrapped text: see :func:`_find_wraps`.
_FEWEST_LINES, _LONG_LINE, _FEWEST_LOW = 3, 45, 2
_LINE_ENDS = '.!?…:;"”’'
#: Marks that end a sentence, and those that may stand between it and the next.
_ENDERS = frozenset(".!?…")
_BETWEEN = frozenset("\"'”’)]»“‘(")
#: What may end a piece of text and is a token of its own for sure; and words behind which a full
#: stop is not.
_MARKS = frozenset(',;:!?)"”')
KEEP_THEIR_STOP = frozenset(_ABBREVIATIONS.split("|"))
_NEWLINE = re.compile("\n")
#: What no token goes over the ends of: white space, but for that in the short form of one state.
_PIECE = re.compile(r"(?:\S*?W\.\sV[aA]\.)+\S*|\S+")
#: Pieces up to this length are cut once for all texts.
_USUAL_LENGTH = 24


@dataclass(frozen=True)
class Tokens:
    """The words of a text, in order, as columns of equal length.

    ``starts`` and ``ends`` are half-open code point offsets: ``text[starts[i]:ends[i]] ==
    words[i]``. ``opens[i]`` says that a sentence begins at token ``i``; ``lines[i]`` is the
    number of the line, from 0.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    opens: list[bool]
    lines: list[int]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the words with a capital."""
        firsts = map(itemgetter(0), self.words)
        return [*compress(count(), map(str.isupper, firsts))]

    @cached_property
    def openings(self) -> list[int]:
        """The numbers of the words that a sentence begins at."""
        return [*compress(count(), self.opens)]


def split_tokens(text: str) -> Tokens:
    """Split a text into words, numbers and marks.

    Possessive endings and contractions are tokens of their own (``Russia`` ``’s``, ``I``
    ``’ve``), and so are the parts of
    hyphenated words; dotted initials (``U.S.``) and usual abbreviations stay whole; links,
    e-mail addresses and @handles are one token each, the # of a hashtag is one, and so is each
    capitalised word that is run together in it.

    Examples
    --------
    >>> split_tokens("Kyiv’s U.S. envoy (Moscow-Kyiv) #PrayForNice").words
    ['Kyiv', '’s', 'U.S.', 'envoy', '(', 'Moscow', '-', 'Kyiv', ')', '#', 'Pray', 'For', 'Nice']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for piece in _PIECE.findall(text) if "Va." in text or "VA." in text else text.split():
        start = text.find(piece, end)
        end = start + len(piece)
        if piece.isalpha() or piece.isdecimal():
            words.append(piece)
            starts.append(start)
            ends.append(end)
        elif piece[:-1].isalpha() and _ends_with_mark(piece):
            words += piece[:-1], piece[-1]
            starts += start, end - 1
            ends += end - 1, end
        else:
            # Whether white space or nothing follows matters to some tokens.
            whole = text[start : end + 1]
            for a, b in _cut_usual(whole) if len(whole) <= _USUAL_LENGTH else _cut(whole):
                words.append(whole[a:b])
                starts.append(start + a)
                ends.append(start + b)
    lines = _count_lines(text, starts)
    return Tokens(words, starts, ends, _find_openings(words, lines, _find_wraps(text)), lines)


def _cut(piece: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the tokens in a piece of text."""
    spans = [match.span() for match in _TOKEN.finditer(piece)]
    return tuple(_split_hashtags(piece, spans) if "#" in piece else spans)


_cut_usual = lru_cache(maxsize=4096)(_cut)


def _ends_with_mark(piece: str) -> bool:
    """Whether what stands behind a word is a token of its own for sure."""
    if piece[-1] != ".":
        return piece[-1] in _MARKS
    return len(piece) > 2 and piece[:-1] not in KEEP_THEIR_STOP


def _split_hashtags(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of tokens with those cut in which the words of a hashtag are run together."""
    marked = -1
    for first, end in spans:
        start = first
        if first == marked:
            for part in _JOINED.finditer(text[first:end]):
                yield start, first + part.end()
                start = first + part.end()
            for cut in _cut_events(text[start:end]):
                yield start, start + cut
                start += cut
        yield start, end
        marked = end if text[start:end] == "#" else -1


def _cut_events(word: str) -> Iterator[int]:
    """Yield the lengths of what stands before others in a hashtag's word without capitals."""
    prayer, event = _PRAYER.search(word), _EVENT.search(word)
    if prayer:
        yield prayer.end()
    if event:
        yield event.start() - (prayer.end() if prayer else 0)


def _count_lines(text: str, starts: list[int]) -> list[int]:
    """Return the line number of each token."""
    lines: list[int] = []
    for line, end in enumerate(_NEWLINE.finditer(text)):
        lines += [line] * (bisect_left(starts, end.start(), len(lines)) - len(lines))
    return lines + [text.count("\n")] * (len(starts) - len(lines))


def _find_wraps(text: str) -> frozenset[int]:
    """Return the numbers of lines that go on a sentence of the line before, in wrapped text.

    A text is wrapped when at least two lines begin in lower case after a long line that no mark
    ends; in such a text every line after a long open one goes on.
    """
    lines = text.split("\n")
    if len(lines) < _FEWEST_LINES:
        return frozenset()
    after = [
        i
        for i in range(1, len(lines))
        if len(lines[i - 1].strip()) >= _LONG_LINE
        and lines[i - 1].rstrip()[-1] not in _LINE_ENDS
        and lines[i].strip()
    ]
    low = sum(lines[i].lstrip()[0].islower() for i in after)
    return frozenset(after) if low >= _FEWEST_LOW else frozenset()


def _find_openings(words: list[str], lines: list[int], wraps: frozenset[int]) -> list[bool]:
    """Say for each token whether a sentence begins there."""
    opens = [False] * len(words)
    for i in [-1, *(i for i, word in enumerate(words) if word in _ENDERS)]:
        for at in range(i + 1, len(words)):
            opens[at] = True
            if words[at] not in _BETWEEN:
                break
    if lines and lines[-1] > 0:
        for at in range(1, len(lines)):
            if lines[at] != lines[at - 1] and lines[at] not in wraps:
                opens[at] = True
    return opens
