"""Made cases of roles: sentences of our own in which each place's role is known."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from geomap.recognition.recogniser import Recogniser
from geomap.recognition.roles import describe_role, names_people
from geomap.recognition.training.made import PlaceNames, Weighted

_SLOT = re.compile(r"\{([LA])([TC]?)\}")
SENTENCES = Path(__file__).with_name("role_sentences.txt")

#: The features of a name in a made sentence, whether it is associative.
MadeCase = tuple[list[str], bool]


def make_cases(
    recogniser: Recogniser, places: PlaceNames, rounds: int = 4, seed: int = 0
) -> Iterator[MadeCase]:
    """Yield the names that a recogniser finds in the sentences, filled in ``rounds`` times."""
    rng = random.Random(seed)
    lines = [s for s in SENTENCES.read_text("utf-8").splitlines() if s and s[0] != "#"]
    for line in lines * rounds:
        text, slots = _fill(line, places, rng)
        tokens, found = recogniser.find_names(text)
        for name, _ in found:
            start, end = tokens.starts[name.first], tokens.ends[name.end - 1]
            roles = [role for first, last, role in slots if start < last and first < end]
            if roles and not names_people(tokens, name):
                features = describe_role(tokens, name, recogniser.table, recogniser.names)
                yield features, roles[0] == "A"


def _fill(
    line: str, places: PlaceNames, rng: random.Random
) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a sentence with names filled in, and start, end and role of each."""
    text, at = "", 0
    slots = []
    for match in _SLOT.finditer(line):
        text += line[at : match.start()]
        names = _choose(match[2], places, rng)
        name = rng.choices(names[0], cum_weights=names[1])[0]
        slots.append((len(text), len(text) + len(name), match[1]))
        text += name
        at = match.end()
    return text + line[at:], slots


def _choose(kind: str, places: PlaceNames, rng: random.Random) -> Weighted:
    if kind == "T":
        return places.towns
    if kind == "C":
        return places.countries
    return rng.choice((places.towns, places.regions, places.countries))
