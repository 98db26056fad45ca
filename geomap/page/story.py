"""The data of the page: documents, passages, places and mentions, gathered one by one."""

from __future__ import annotations

from typing import Any

from gazetteer.place import Place
from geomap.page.columns import Columns, Numbered
from geomap.page.frame import Spot, find_frame, find_main_area
from geomap.page.passages import Span, find_passages
from geomap.page.security import clean, web_address
from geomap.recognition.mention import Mention
from geomap.resolution.reason import Reason
from geomap.resolution.resolution import ParsedDocument, Resolution, RunnerUp

#: A place of a mention that stands for none on the page.
NOWHERE = -1

#: An area is small when a circle of its size has a radius of no more kilometres.
SMALL_KM = 60.0

#: How many runners-up a mention brings to the page.
RIVALS = 3

PLACE_COLUMNS = (
    "id", "name", "country", "path", "class", "code", "form", "lat", "lon", "population", "radius",
)  # fmt: skip


class Story:
    """What is known of all documents so far, keeping only what the page shows.

    Parameters
    ----------
    full_text : bool
        Keep whole texts instead of the quotes.
    """

    def __init__(self, *, full_text: bool = False) -> None:
        self._full_text = full_text
        self._documents = Columns("id", "title", "url", "source", "date", "language")
        self._passages = Columns("document", "start", "skips", "text")
        self._places = Columns(*PLACE_COLUMNS)
        self._candidates = Columns(*PLACE_COLUMNS)
        self._mentions = Columns(
            "passage", "start", "end", "first", "last",
            "place", "role", "match", "score", "why", "rivals",
        )  # fmt: skip
        self._numbers: dict[str, int] = {}
        self._candidate_numbers: dict[str, int] = {}
        self._named: set[int] = set()
        self._literal: dict[int, int] = {}
        self._reasons = Numbered()
        self._rivals = Numbered()

    def add(self, parsed: ParsedDocument) -> None:
        """Take in one document; nothing of it is held beyond its passages."""
        known = parsed.document
        document = self._documents.add(
            clean(known.id),
            clean(known.title),
            web_address(known.url),
            clean(known.source),
            clean(known.date),
            clean(known.language),
        )
        for passage in find_passages(parsed, full_text=self._full_text):
            number = self._passages.add(document, passage.start, int(passage.skips), passage.text)
            for span in passage.spans:
                self._add_mention(number, span)

    def place_ids(self) -> frozenset[str]:
        """Gazetteer ids of the places on the page."""
        return frozenset(self._numbers)

    def countries(self) -> frozenset[str]:
        """Countries (ISO 3166-1 alpha-2) with spots of the story in them."""
        countries, forms = self._places.data["country"], self._places.data["form"]
        return frozenset(
            countries[number]
            for number in self._named
            if countries[number] and forms[number] == "point"
        )

    def spots(self) -> list[tuple[float, float]]:
        """Latitude and longitude of what a reader may look at from near: points, small areas."""
        places = self._places.data
        columns = zip(places["lat"], places["lon"], places["form"], places["radius"], strict=True)
        return [
            (lat, lon)
            for number, (lat, lon, form, radius) in enumerate(columns)
            if number in self._named and form != "unresolved" and radius <= SMALL_KM
        ]

    def data(self) -> dict[str, Any]:
        """Everything, ready for JSON."""
        spots = self._spots()
        main = find_main_area(spots)
        return {
            "frame": find_frame(spots),
            "main": NOWHERE if main is None else main.place,
            "documents": self._documents.data,
            "passages": self._passages.data,
            "places": self._places.data,
            "candidates": self._candidates.data,
            "mentions": self._mentions.data,
            "reasons": self._reasons.things,
            "rivals": self._rivals.things,
        }

    def _add_mention(self, passage: int, span: Span) -> None:
        one = span.resolution
        self._mentions.add(
            passage,
            span.start,
            span.end,
            span.first,
            span.last,
            self._find_place(one),
            one.mention.role,
            one.match,
            round(100 * one.score),
            self._reasons.number(_reason(one.why)),
            self._rivals.number(tuple(map(self._find_rival, one.alternatives[:RIVALS]))),
        )

    def _find_place(self, one: Resolution) -> int:
        """Number of the place of a mention; that of a people's name alone is not of the story."""
        is_demonym = one.mention.role == "demonym"
        if is_demonym and one.place is None:
            return NOWHERE
        id_, row = _row(one)
        number = self._numbers.get(id_)
        if number is None:
            number = self._numbers[id_] = self._places.add(*row)
        if not is_demonym:
            self._named.add(number)
        self._literal[number] = self._literal.get(number, 0) + (one.mention.role == "literal")
        return number

    def _find_rival(self, rival: RunnerUp) -> tuple[int, int]:
        """Number among the candidates, and probability in percent."""
        id_ = rival.place.id
        number = self._candidate_numbers.get(id_)
        if number is None:
            number = self._candidates.add(*_place_row(rival.place))
            self._candidate_numbers[id_] = number
        return number, round(100 * rival.score)

    def _spots(self) -> list[Spot]:
        places, literal = self._places.data, self._literal
        columns = zip(*(places[name] for name in ("lat", "lon", "form", "radius")), strict=True)
        return [
            Spot(lat, lon, max(1, literal[number]), literal[number] > 0, form == "area", number, km)
            for number, (lat, lon, form, km) in enumerate(columns)
            if form != "unresolved" and number in self._named
        ]


def _reason(why: str) -> str | tuple[tuple[str | int, ...], ...]:
    """A reason for the page to write in the reader's language, where it is not just a sentence."""
    if not isinstance(why, Reason):
        return clean(why)
    return tuple((c.code, clean(c.name), clean(c.place), c.n) for c in why.clauses)


def _row(one: Resolution) -> tuple[str, tuple[Any, ...]]:
    """Id and row of the place of a mention: gazetteer place, bare coordinate, or unresolved."""
    if one.place is not None:
        return one.place.id, _place_row(one.place)
    mention = one.mention
    if mention.lat is not None and mention.lon is not None:
        return _coordinate_row(mention, mention.lat, mention.lon)
    id_ = f"unresolved:{clean(mention.text).casefold()}"
    return id_, (id_, clean(mention.text), "", [], "", "", "unresolved", None, None, 0, 0)


def _place_row(place: Place) -> tuple[Any, ...]:
    return (
        clean(place.id),
        clean(place.name),
        place.country,
        [clean(name) for name in place.path],
        place.feature_class,
        place.feature_code,
        "area" if place.is_area else "point",
        round(place.lat, 5),
        round(place.lon, 5),
        place.population,
        round(place.radius_km, 1),
    )


def _coordinate_row(mention: Mention, lat: float, lon: float) -> tuple[str, tuple[Any, ...]]:
    id_ = f"coordinate:{lat:.5f},{lon:.5f}"
    name = clean(mention.text)
    return id_, (id_, name, "", [], "", "", "point", round(lat, 5), round(lon, 5), 0, 0)
