"""Made examples: documents put together from sentences of our own with names filled in."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from geomap.recognition.lexicons import DEMONYMS
from geomap.recognition.training.examples import Example, Span, make_example
from geomap.recognition.training.fillers import (
    ABBREVIATIONS,
    AMERICAN,
    ARTICLES,
    DAYS,
    FIRST_NAMES,
    LAST_NAMES,
    MONTHS,
    NAMESAKES,
    ORGANISATIONS,
    SYLLABLES,
    TEAMS,
    WATERS,
)

_SLOT = re.compile(r"\{(\w+)\}")
_LITERAL = re.compile(r"\[(ORG|PER|MISC|LOC|EMB) ([^\]]+)\]")
_VOWELS = "aeiou"
#: Share of misspelled towns with an article, and of lines that are headlines in capitals.
_WITH_ARTICLE, _HEADLINES = 0.15, 0.12


Weighted = tuple[list[str], list[float]]


def weigh(names: list[tuple[str, float]]) -> Weighted:
    """Return names with their weights summed up, ready to choose from."""
    return [n for n, _ in names], list(accumulate(w for _, w in names))


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names to fill in, each with the cumulative weight of those up to it."""

    towns: Weighted
    regions: Weighted
    countries: Weighted


@dataclass(frozen=True, slots=True)
class Census:
    """First and last names of persons."""

    first: list[str]
    last: list[str]


def make_documents(
    sentences: Path, places: PlaceNames, census: Census, count: int, seed: int = 0
) -> Iterator[Example]:
    """Yield ``count`` documents of 4 to 10 sentences; the same for the same seed."""
    lines = [s for s in sentences.read_text(encoding="utf-8").splitlines() if s and s[0] != "#"]
    rng = random.Random(seed)
    demonyms = sorted(d for d in DEMONYMS)
    for number in range(count):
        writer = _Writer(rng, places, census, demonyms)
        for line in rng.sample(lines, rng.randint(4, 10)):
            writer.add(line)
        text, spans = writer.finish()
        yield make_example(f"made/{number}", text, spans)


class _Writer:
    """Writes one document: fills slots, keeping its cast of persons and places small."""

    def __init__(
        self, rng: random.Random, places: PlaceNames, census: Census, demonyms: list[str]
    ) -> None:
        self.rng, self.places, self.census, self.demonyms = rng, places, census, demonyms
        self.text = ""
        self.invented = ""
        self.namesake = rng.choice(NAMESAKES)
        self.spans: list[Span] = []
        self.persons = [(self._first(), self._last()) for _ in range(4)]
        self.named: list[tuple[str, str]] = []
        self.cast: dict[str, list[str]] = {
            "T": [self._pick(places.towns) for _ in range(4)],
            "R": [self._pick(places.regions) for _ in range(2)],
            "C": [self._pick(places.countries) for _ in range(3)],
            "U": [self._article() + self._misspell(self._pick(places.towns)) for _ in range(2)],
        }

    def add(self, line: str) -> None:
        """Append a sentence."""
        if self.text:
            self.text += self.rng.choice((" ", " ", " ", "\n", "\n\n"))
        start = len(self.text)
        at = 0
        line = line.replace("\\n", "\n")
        for match in re.finditer(r"\{\w+\}|\[(?:ORG|PER|MISC|LOC|EMB) [^\]]+\]", line):
            self.text += line[at : match.start()]
            self._fill(match[0])
            at = match.end()
        self._literal(line[at:])
        self._mark_demonyms(start)
        self._shout(start)

    def _shout(self, start: int) -> None:
        """Make a headline of a sentence now and then: a line of its own in capitals."""
        upper = self.text[start:].upper()
        alone = not start or self.text[start - 1] == "\n"
        if alone and self.rng.random() < _HEADLINES and len(upper) == len(self.text) - start:
            self.text = self.text[:start] + upper + "\n"

    def finish(self) -> tuple[str, list[Span]]:
        """Return the text and its spans, all in capitals now and then."""
        upper = self.text.upper()
        if self.rng.random() < 0.05 and len(upper) == len(self.text):
            return upper, self.spans
        return self.text, self.spans

    def _mark_demonyms(self, start: int) -> None:
        """Mark further words, from an offset on, as demonyms by the list."""
        taken = [(s.start, s.end) for s in self.spans]
        for match in re.compile(r"\b[A-Z][a-z]+\b").finditer(self.text, start):
            if match[0] in DEMONYMS and not any(a <= match.start() < b for a, b in taken):
                self.spans.append(Span(match.start(), match.end(), "DEM"))

    def _literal(self, text: str) -> None:
        self.text += text

    def _fill(self, piece: str) -> None:
        literal = _LITERAL.fullmatch(piece)
        if literal:
            start = len(self.text)
            inner: list[Span] = []
            for part in re.split(r"(\{\w+\})", literal[2]):
                self._fill_inside(part, inner)
            self.spans.append(Span(start, len(self.text), literal[1]))
            self.spans += inner if literal[1] == "ORG" else []
            return
        self._fill_slot(piece[1:-1])

    def _fill_inside(self, part: str, inner: list[Span]) -> None:
        slot = _SLOT.fullmatch(part)
        if not slot:
            self.text += part
            return
        start = len(self.text)
        if slot[1] == "us":
            self.text += self.rng.choice(AMERICAN)
            inner.append(Span(start, len(self.text), "EMB"))
        elif slot[1] in ("e", "t"):
            which = self.rng.choice("TTTRRC") if slot[1] == "e" else "T"
            self.text += self._cast(which)
            if slot[1] == "e":
                inner.append(Span(start, len(self.text), "EMB"))
        elif slot[1] in ("c", "T", "R"):
            self.text += self._cast(slot[1].upper())
            inner.append(Span(start, len(self.text), "EMB"))
        elif slot[1] == "r":
            self.text += self._cast("R")
        elif slot[1] == "f":
            self.text += self.namesake
        elif slot[1] == "d":
            self.text += self.rng.choice(self.demonyms)
            inner.append(Span(start, len(self.text), "DEM"))
        else:
            self.text += self._plain(slot[1])

    def _fill_slot(self, slot: str) -> None:
        start = len(self.text)
        if slot == "O":
            self._fill("[ORG " + self.rng.choice(ORGANISATIONS) + "]")
            return
        if slot in ("T", "R", "C", "U", "P", "W", "c"):
            self.text += self._place(slot)
            self.spans.append(Span(start, len(self.text), "LOC"))
        elif slot == "D":
            self.text += self.rng.choice(self.demonyms)
            self.spans.append(Span(start, len(self.text), "DEM"))
        elif slot in ("N", "S"):
            self.text += self._person(slot)
            self.spans.append(Span(start, len(self.text), "PER"))
        elif slot == "us":
            self.text += self.rng.choice(AMERICAN)
            self.spans.append(Span(start, len(self.text), "LOC"))
        elif slot in ("Y", "A"):
            self.text += self._cast("T").upper() if slot == "Y" else self.rng.choice(ABBREVIATIONS)
            self.spans.append(Span(start, len(self.text), "LOC"))
        elif slot in ("X", "B"):
            self.text += self._invent()
            self.spans.append(Span(start, len(self.text), "ORG" if slot == "X" else "MISC"))
        elif slot == "H":
            self.text += self._cast("T").replace(" ", "").replace("-", "")
            self.spans.append(Span(start, len(self.text), "LOC"))
        else:
            self.text += self._plain(slot)
            if slot in ("first", "last"):
                self.spans.append(Span(start, len(self.text), "PER"))

    def _place(self, slot: str) -> str:
        if slot == "W":
            return self.rng.choice(WATERS)
        if slot == "c":
            return self._cast("C") if self.rng.random() < 0.6 else self._cast("T")
        return self._cast(self.rng.choice("TRC") if slot == "P" else slot)

    def _cast(self, slot: str) -> str:
        return self.rng.choice(self.cast[slot])

    def _person(self, slot: str) -> str:
        if slot == "S":
            return self.rng.choice(self.named or self.persons)[1]
        first, last = self.rng.choice(self.persons)
        self.named.append((first, last))
        middle = f" {self.rng.choice('ABCDEFGHJKLMRSTW')}." if self.rng.random() < 0.12 else ""
        return f"{first}{middle} {last}"

    def _plain(self, slot: str) -> str:
        rng = self.rng
        if slot == "n":
            return str(rng.choice((rng.randint(2, 40), rng.randint(2, 40), rng.randint(100, 9000))))
        if slot in ("day", "month"):
            return rng.choice(DAYS if slot == "day" else MONTHS)
        if slot == "year":
            return str(rng.randint(1890, 2024))
        if slot == "street":
            kind = rng.choice(("Street", "Road", "Avenue", "Lane", "Drive", "St.", "Ave."))
            return f"{rng.choice((self._last(), self._cast('T')))} {kind}"
        if slot == "acronym":
            return "".join(rng.choices("ABCDEFGHIKLMNOPRSTUVW", k=rng.randint(2, 5)))
        if slot == "invented":
            return self._invent()
        if slot == "team":
            return rng.choice(TEAMS)
        if slot == "handle":
            return (self._first() + self._last()).lower()
        return self._first() if slot == "first" else self._last()

    def _invent(self) -> str:
        """Make up a name that is in no list, the same one for most of a document."""
        if not self.invented or self.rng.random() < 0.2:
            parts = "".join(self.rng.choice(SYLLABLES) for _ in range(self.rng.randint(2, 3)))
            self.invented = parts.upper() if self.rng.random() < 0.1 else parts.capitalize()
        return self.invented

    def _first(self) -> str:
        return self.rng.choice(self.census.first if self.rng.random() < 0.6 else FIRST_NAMES)

    def _last(self) -> str:
        chance = self.rng.random()
        if chance < 0.5:
            return self.rng.choice(self.census.last)
        if chance < 0.85:
            return self.rng.choice(LAST_NAMES)
        return self._misspell(self.rng.choice(LAST_NAMES))

    def _article(self) -> str:
        """Return, now and then, what many Arabic names begin with."""
        return self.rng.choice(ARTICLES) if self.rng.random() < _WITH_ARTICLE else ""

    def _pick(self, names: Weighted) -> str:
        return self.rng.choices(names[0], cum_weights=names[1])[0]

    def _misspell(self, name: str) -> str:
        """Change a letter or two, so that no list knows the name."""
        for _ in range(self.rng.randint(1, 3)):
            at = self.rng.randrange(1, max(2, len(name)))
            if at < len(name) and name[at].isalpha():
                pool = _VOWELS if name[at] in _VOWELS else "bcdfghklmnprstvz"
                name = name[:at] + self.rng.choice(pool) + name[at + 1 :]
        return name
