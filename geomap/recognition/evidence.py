"""Evidence: what a document as a whole says of each name that may be a place.

Some forty-five numbers a name, for the forest that gives the final word and its certainty: how
sure the tagger was here, what it made of the same name elsewhere in the document, whether the
name is part of persons' or organisations' names there, what its neighbours are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from geomap.recognition.candidates import Reading
from geomap.recognition.clusters import WordTable
from geomap.recognition.features import find_hint
from geomap.recognition.forest import Rows
from geomap.recognition.labels import KINDS, PLACE_KINDS
from geomap.recognition.named import Named, average_spans
from geomap.recognition.names import NameIndex

#: Stands for "there is none" among margins and distances.
_NONE, _FAR = -9.0, 99.0
#: Neighbours further away than so many words do not count as such.
_NEAR = 3


def describe_evidence(reading: Reading, table: WordTable, names: NameIndex) -> Rows:
    """Return the features of the candidates of a document, shape (candidates, features)."""
    document = _Document(reading)
    words, spans = reading.tokens.words, [(name.first, name.end) for name in reading.candidates]
    # How far the tagger was from calling each no name, and each kind of name.
    kinds = average_spans(reading.kinds, spans)
    rows = [
        [
            *document.describe_margins(name),
            names.top_prior(" ".join(words[name.first : name.end])) or 0.0,
            float(table.find_flags(document.words[name.first].lower())),
            *document.describe_sides(name),
            *document.describe_elsewhere(name),
            *document.describe_overlap(name),
            *document.describe_neighbours(at),
            *document.whole,
            *kinds[at],
            names.top_prior(words[name.first]) or 0.0,
            names.top_prior(words[name.end - 1]) or 0.0,
            name.first / len(words),
        ]
        for at, name in enumerate(reading.candidates)
    ]
    return np.array(rows, dtype=np.float64)


class _Document:
    """A document's names, counted and indexed by their words."""

    def __init__(self, reading: Reading) -> None:
        tokens = reading.tokens
        self.reading = reading
        self.words = tokens.words
        self.margins = reading.margins.tolist()
        self.same: dict[str, list[Named]] = defaultdict(list)
        self.surnames: dict[str, int] = defaultdict(int)
        self.forenames: dict[str, int] = defaultdict(int)
        self.in_others: dict[str, int] = defaultdict(int)
        self.seen: dict[int, Named] = {}
        for name in reading.names:
            self._count(name)
            for at in range(name.first, name.end):
                self.seen.setdefault(at, name)
        # Where the first word of each candidate has a capital in the document.
        firsts = [self.words[name.first].lower() for name in reading.candidates]
        self.capitals: dict[str, list[int]] = {word: [] for word in firsts}
        for i in tokens.capitals:
            same = self.capitals.get(self.words[i].lower())
            if same is not None:
                same.append(i)
        self.sentence = [bisect_right(tokens.openings, n.first) for n in reading.candidates]
        self.by_sentence: dict[int, list[float]] = defaultdict(list)
        for name, sentence in zip(reading.candidates, self.sentence, strict=True):
            self.by_sentence[sentence].append(name.margin)
        self.whole = list(self._describe_whole())

    def _key(self, name: Named) -> str:
        return " ".join(self.words[name.first : name.end]).lower()

    def _count(self, name: Named) -> None:
        self.same[self._key(name)].append(name)
        if name.end - name.first < 2:
            return
        if name.kind == "PER":
            self.surnames[self.words[name.end - 1].lower()] += 1
            self.forenames[self.words[name.first].lower()] += 1
        elif name.kind in ("ORG", "MISC"):
            for word in self.words[name.first : name.end]:
                self.in_others[word.lower()] += 1

    def describe_margins(self, name: Named) -> tuple[float, ...]:
        """Return how sure the tagger was, of what, and how long the name is."""
        length, letters = name.end - name.first, len(self.words[name.first].lower())
        least = most = self.margins[name.first]
        if length > 1:
            own = self.margins[name.first : name.end]
            least, most = min(own), max(own)
        return name.margin, least, most, KINDS.index(name.kind), length, letters

    def describe_sides(self, name: Named) -> tuple[float, float]:
        """Return what the words before and behind hint at: a title, a locative, a saying verb..."""
        before = self.words[name.first - 1] if name.first else ""
        behind = self.words[name.end] if name.end < len(self.words) else ""
        return float(find_hint(before.lower())), float(find_hint(behind.lower()))

    def describe_elsewhere(self, name: Named) -> tuple[float, ...]:
        """Return what the tagger made of the same name and word elsewhere in the document."""
        kinds = [n.kind for n in self.same.get(self._key(name), ()) if n.first != name.first]
        places, persons = sum([k in PLACE_KINDS for k in kinds]), kinds.count("PER")
        word = self.words[name.first].lower()
        others = [self.margins[i] for i in self.capitals[word] if i != name.first]
        most, least, mean = _NONE, -_NONE, 0.0
        if others:
            most, least, mean = max(others), min(others), sum(others) / len(others)
        return (
            len(kinds),
            places,
            persons,
            len(kinds) - places - persons,
            most,
            least,
            mean,
            len(others),
            self.surnames.get(self.words[name.end - 1].lower(), 0),
            self.forenames.get(word, 0),
            self.in_others.get(word, 0),
        )

    def describe_overlap(self, name: Named) -> tuple[float, ...]:
        """Return margin, length and offset of the name the tagger saw here."""
        for at in range(name.first, name.end):
            other = self.seen.get(at)
            if other is not None:
                return other.margin, other.end - other.first, other.first - name.first
        return 0.0, 0.0, 0.0

    def describe_neighbours(self, at: int) -> tuple[float, ...]:
        """Return how sure the names in the same sentence and right beside are."""
        every = self.reading.candidates
        name = every[at]
        beside = self.by_sentence[self.sentence[at]]
        others = len(beside) - 1
        mean = (sum(beside) - name.margin) / others if others else 0.0
        gap_before = gap_after = _FAR
        before = after = _NONE
        if at:
            gap_before = name.first - every[at - 1].end
            before = every[at - 1].margin if gap_before <= _NEAR else _NONE
        if at + 1 < len(every):
            gap_after = every[at + 1].first - name.end
            after = every[at + 1].margin if gap_after <= _NEAR else _NONE
        return others, mean, gap_before, before, gap_after, after

    def _describe_whole(self) -> Iterator[float]:
        """Yield what sort of document it is: how many names of which kinds, how sure."""
        found, names = self.reading.candidates, self.reading.names
        demonyms = [n.margin for n in found if n.kind == "DEM"]
        places = [n.margin for n in found if n.kind != "DEM"]
        yield 100 * len(found) / max(1, len(self.words))
        yield sum(places) / len(places) if places else 0.0
        yield sum(demonyms) / len(demonyms) if demonyms else 0.0
        yield len(demonyms)
        yield max((n.margin for n in names if n.kind != "DEM"), default=0.0)
        kinds = [n.kind for n in names]
        for kind in ("PER", "ORG"):
            yield kinds.count(kind) / max(1, len(names))
