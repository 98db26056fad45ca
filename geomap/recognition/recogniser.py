"""The recogniser: finds the mentions of places in documents."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

from geomap.documents.document import Document
from geomap.recognition.candidates import Reading, add_chances
from geomap.recognition.clusters import WordTable, read_words
from geomap.recognition.commanders import find_commanders
from geomap.recognition.compounds import complete_compounds, is_unknown_part
from geomap.recognition.coordinates import find_coordinates
from geomap.recognition.definitions import find_defined, is_defined
from geomap.recognition.evidence import describe_evidence
from geomap.recognition.first_names import find_first_names
from geomap.recognition.gazetteer_finder import GazetteerFinder
from geomap.recognition.hashtags import find_tagged, part_tag, write_out
from geomap.recognition.heads import find_told
from geomap.recognition.languages import guess_language
from geomap.recognition.listed import find_listed
from geomap.recognition.mention import Mention
from geomap.recognition.model import Model, judge_margin, read_model
from geomap.recognition.named import Named, find_margins, join_labels, rate_kinds
from geomap.recognition.names import NameIndex, RememberedNames
from geomap.recognition.possessives import find_possessives
from geomap.recognition.propagation import find_surnames, settle_names
from geomap.recognition.refusals import is_make, is_refused
from geomap.recognition.roles import RoleJudge, read_weights
from geomap.recognition.ships import find_ships
from geomap.recognition.states import find_states
from geomap.recognition.tagger import Tagger
from geomap.recognition.titles import is_in_title, is_title
from geomap.recognition.tokens import Tokens, split_tokens
from geomap.recognition.widening import (
    complete_articles,
    part_owner,
    part_pair,
    part_state,
    widen_names,
)

_FOLDER = Path(__file__).parent / "model"
#: Less likely mentions are dropped. F1 is best near half the F1 reached (Lipton et al. 2014).
_LEAST_CONFIDENCE = 0.47
#: A name that the text says is a village's is at least so sure.
_DEFINED = 0.9
#: One that only begins as those of places do, so sure.
_TOLD = 0.8
#: A name of an officer is a place where the tagger was so sure, or one so well known has it.
_SURE, _WELL_KNOWN = 1.5, 5.5


class Recogniser:
    """Finds places, demonyms and written coordinates in documents.

    English goes through a trained tagger, other languages through
    :class:`~geomap.recognition.gazetteer_finder.GazetteerFinder`.

    Examples
    --------
    >>> from geomap.recognition import NoNames, Recogniser
    >>> recogniser = Recogniser.load(NoNames())
    >>> recogniser.find_mentions(Document("1", "Shots at 48.5942 N 37.9989 E."))[0].lat
    48.5942
    """

    def __init__(self, model: Model, table: WordTable, names: NameIndex) -> None:
        self._forest, self._confidence = model.forest, model.confidence
        names = RememberedNames(names)
        self._tagger = Tagger(model, table, names)
        self._finder = GazetteerFinder(names, table)
        self.table = table
        self.names = names
        self._roles = RoleJudge(read_weights(_FOLDER / "roles.tsv"), table, names)

    @classmethod
    def load(cls, names: NameIndex) -> Recogniser:
        """Return a recogniser with the shipped model (``model/README.md`` says what it learned)."""
        model, table = read_model(_FOLDER / "corpora.bin"), read_words(_FOLDER / "words.bin")
        return cls(model, table, names)

    def find_mentions(self, document: Document) -> tuple[Mention, ...]:
        """Return the mentions of a document in order of their start; none overlap."""
        text = document.text
        coordinates = find_coordinates(text)
        language = guess_language(text, document.language)
        if language == "en":
            found = self._read_english(text)
        else:
            found = self._finder.find_mentions(text, language)
        if not coordinates:
            return tuple(sorted(found, key=attrgetter("start")))
        taken = [(c.start, c.end) for c in coordinates]
        places = [m for m in found if not any(m.start < e and m.end > s for s, e in taken)]
        return tuple(sorted([*coordinates, *places], key=attrgetter("start")))

    def read(self, text: str) -> Reading:
        """Return the words and names of an English text, and which may be places."""
        tokens = split_tokens(text)
        tagging = self._tagger.tag(tokens)
        margins = find_margins(tagging)
        names = join_labels(tagging, margins)
        settled = settle_names(tokens, names, self.table, self.names)
        settled = widen_names(tokens, settled, self.names)
        candidates = add_chances(tokens, tagging, margins, settled)
        return Reading(tokens, margins, rate_kinds(tagging), names, candidates)

    def find_names(self, text: str) -> tuple[Tokens, list[tuple[Named, float]]]:
        """Return the words of an English text, its places and demonyms, and how sure each is."""
        reading = self.read(text)
        tokens = reading.tokens
        found = [(name, sure) for name, sure in self._rate(reading) if sure >= _LEAST_CONFIDENCE]
        firsts = {name.first for name, _ in found}
        persons = find_surnames(tokens, reading.names)
        first_names = find_first_names(tokens, reading.names, self.table)
        commanders, ships = find_commanders(tokens), find_ships(tokens)
        kept = [
            (name, sure)
            for name, sure in found
            if not (
                is_refused(tokens, name, firsts)
                or is_in_title(tokens, name)
                or is_title(tokens, name, self.names)
                or (name.kind != "DEM" and is_make(tokens, name, self.names))
                or is_unknown_part(tokens, name, self.names)
                or (name.end - name.first == 1 and name.first in first_names)
                or self._is_person_only(tokens, name, persons)
                or self._is_commander(tokens, name, commanders)
                or self._is_ship(tokens, name, ships)
            )
        ]
        return tokens, complete_compounds(tokens, complete_articles(tokens, kept))

    def _rate(self, reading: Reading) -> list[tuple[Named, float]]:
        """Return the names that may be places, in order, and how sure each is."""
        tokens, candidates = reading.tokens, reading.candidates
        rated = [
            (name, max(sure, _DEFINED) if name.kind != "DEM" and is_defined(tokens, name) else sure)
            for name, sure in zip(candidates, self._judge(reading), strict=True)
        ]
        rated += ((name, _DEFINED) for name in find_defined(tokens, candidates))
        accepted = [name for name, sure in rated if sure >= _LEAST_CONFIDENCE]
        rated += ((name, _DEFINED) for name in find_tagged(tokens, accepted, self.names))
        rated += ((name, _TOLD) for name in find_told(tokens, accepted))
        rated += ((name, _DEFINED) for name in find_states(tokens, accepted))
        rated += ((name, _DEFINED) for name in find_possessives(tokens, accepted, self.names))
        return sorted(rated, key=lambda item: (item[0].first, -item[0].end))

    def _is_person_only(self, tokens: Tokens, name: Named, surnames: set[str]) -> bool:
        """Whether a name is that of a person named in full elsewhere, and of no place at all."""
        word = tokens.words[name.first]
        alone = name.end - name.first == 1 and word.lower() in surnames
        return alone and self.names.top_prior(word) is None

    def _is_commander(self, tokens: Tokens, name: Named, commanders: set[str]) -> bool:
        """Whether a name is that of an officer of the text, and of no well known place."""
        word = tokens.words[name.first]
        if name.end - name.first > 1 or word.lower() not in commanders or name.margin > _SURE:
            return False
        return self._is_little_known(word)

    def _is_ship(self, tokens: Tokens, name: Named, ships: dict[tuple[int, int], bool]) -> bool:
        """Whether a name is part of a ship's, and a land's or a city's only beside a ship word."""
        said = [beside for (at, end), beside in ships.items() if at <= name.first < end]
        if not said:
            return False
        name_of = " ".join(tokens.words[name.first : name.end])
        return any(said) or self._is_little_known(name_of)

    def _is_little_known(self, name: str) -> bool:
        """Whether no well known place has a name."""
        prior = self.names.top_prior(name)
        return prior is None or prior < _WELL_KNOWN

    def _judge(self, reading: Reading) -> list[float]:
        """Return how likely each candidate is a place, 0..1.

        Demonyms go by their margins: the forest has learned of them which corpora leave them
        unmarked, and that says nothing about a text.
        """
        forest, found, weights = self._forest, reading.candidates, self._confidence
        plain = [judge_margin(n.margin, weights[n.kind]) * (n.margin > 0) for n in found]
        if forest is None or not found:
            return plain
        judged = forest.judge(describe_evidence(reading, self.table, self.names))
        return [
            by_margin if name.kind == "DEM" else float(by_forest)
            for name, by_margin, by_forest in zip(found, plain, judged, strict=True)
        ]

    def _read_english(self, text: str) -> list[Mention]:
        tokens, names = self.find_names(text)
        towns = find_listed(tokens, names, self.names)
        mentions = [
            self._make_mention(text, tokens, part, sure, part.first in towns)
            for name, sure in names
            for tagged in part_tag(tokens, name, self.names)
            for whole in part_pair(tokens, tagged, self.names)
            for part in part_state(tokens, part_owner(tokens, whole, self.names))
        ]
        return [m for m in mentions if _has_letters(m.text)]

    def _make_mention(
        self, text: str, tokens: Tokens, name: Named, sure: float, is_town: bool
    ) -> Mention:
        start, end = tokens.starts[name.first], tokens.ends[name.end - 1]
        role = "literal" if is_town else self._roles.find_role(tokens, name)
        forms = write_out(tokens, name)
        return Mention(start, end, text[start:end], "place", role, round(sure, 3), forms=forms)


def _has_letters(text: str) -> bool:
    """Whether there are two letters at least: a mark or an initial is no place."""
    return sum(map(str.isalpha, text)) > 1
