"""The gazetteer: from a name, in any script and spelling, to ranked places.

The policy (see docs/how-it-works.md): a recorded name beats a similar one; a similar one is
accepted alone only when close and clearly better than the next; a weak one only with
geographic support; otherwise nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from gazetteer.cleaning import cleaned, kinds_written_out
from gazetteer.designators import Designation, kinds_of_word, may_be_kind, split_designator
from gazetteer.errors import QueryError
from gazetteer.gathering import Progress
from gazetteer.index import Array, Index
from gazetteer.match import Match, as_parts, best_score, town_first
from gazetteer.names import Hit, Names
from gazetteer.namesakes import MOST_SURE, Namesakes
from gazetteer.place import Place
from gazetteer.places import PlaceRows
from gazetteer.plausibility import plausibility
from gazetteer.qualified import Qualifiers, parts_of
from gazetteer.remarks import says_nothing
from gazetteer.scope import NEAR_KM, Scope
from gazetteer.typed import Typed
from gazetteer.variants import Offer, Variants

#: No name is longer (the longest recorded has 193 characters), and comparing takes the square.
_LONGEST = 300
#: A variant this similar needs no geographic support.
ALONE_SIMILARITY = 0.80
#: From this score on a match is a claim, below it a guess.
_CLAIMED = 0.5
#: From this score on the name of an area behind a comma is a misspelling of a recorded one.
_SURE_AREA = 0.7
#: Countries and areas whose names are kept at hand: tables ask for the same ones again.
_MOST_OFFERS = 48
#: A town is sought among so many namesakes of an area.
_NAMESAKES = 5
#: What is typed is read as something simpler so many times: cleaned, without a code, not "near" ...
_MOST_STEPS = 4
#: What a point of nearness is worth among variants.
_NEARNESS = 0.3


class Gazetteer:
    """An open gazetteer.

    Examples
    --------
    >>> gazetteer = Gazetteer.open()
    >>> gazetteer.lookup("Kiev")[0].place.name
    'Kyiv'
    """

    def __init__(self, path: Path) -> None:
        self.index = Index(path)
        self.rows = PlaceRows(self.index)
        self.names = Names(self.index, self.rows)
        self.variants = Variants(self.index, self.rows)
        self._namesakes = Namesakes(self.rows)
        self._qualifiers = Qualifiers(self.names, self.rows)
        self._typed = Typed(self.names, self._qualifiers)
        self._offer_in = lru_cache(maxsize=_MOST_OFFERS)(self._names_in)
        self._all_kinds = {part for code in self.rows.codes for part in code.split(".")}
        self._anywhere = Scope(self.rows, None, None, None, None, ())

    @classmethod
    def open(
        cls, path: str | Path | None = None, *, progress: Progress = lambda stage, done: None
    ) -> Gazetteer:
        """Open a compiled gazetteer; without a path the default one, compiled on first use.

        Raises
        ------
        GazetteerFileError
            When the file cannot be opened, or the default one cannot be compiled.
        """
        if path:
            return cls(Path(path))
        # What finds and compiles the default one is not needed for any other.
        from gazetteer.cache import default_path

        return cls(default_path(progress))

    def place(self, id_: str) -> Place | None:
        """The place of an id, or None."""
        row = self.rows.row_of_id(id_)
        return None if row is None else self.rows.place(row)

    def lookup(
        self,
        name: str,
        *,
        country: str | None = None,
        within: str | Place | None = None,
        near: tuple[float, float] | None = None,
        radius_km: float | None = None,
        feature: str | None = None,
        limit: int = 5,
    ) -> list[Match]:
        """Find the places a name may mean, the likeliest first; empty when nothing fits.

        Parameters
        ----------
        name : str
            In any script and spelling, with or without a designator ("Belgorod region") and the
            areas around it ("Paris, Texas").
        country : str, optional
            ISO 3166-1 alpha-2 code the place must be in.
        within : str or Place, optional
            A country, subdivision or region the place must be in.
        near : (lat, lon), optional
            Degrees; nearer places are likelier, and weak spellings are tried around it.
        radius_km : float, optional
            With ``near``: no place further than this.
        feature : str, optional
            GeoNames feature class or code, or a word for one: ``P``, ``ADM1``, ``river``.
        limit : int
            At most so many matches.

        Raises
        ------
        QueryError
            On a position off the globe, or an area or kind that is not in the gazetteer.

        Examples
        --------
        >>> gazetteer = Gazetteer.open()
        >>> [m.place.path for m in gazetteer.lookup("Paris", within="Texas", limit=1)]
        [('Lamar County', 'Texas', 'United States')]
        """
        return self._find(name, self._scope(country, within, near, radius_km, feature), limit)

    def _find(self, name: str, scope: Scope, limit: int, steps: int = _MOST_STEPS) -> list[Match]:
        parts = parts_of(kinds_written_out(name))
        if len(parts) == 1:
            name = parts[0]
        hits = scope.keep(self.names.find(name))
        if hits:
            return self._ranked(hits, scope, limit)
        found = self._qualified(parts, scope, limit) if len(parts) > 1 else None
        if found and found[0].score >= _CLAIMED:
            return found
        # Most names that nobody recorded are a single word, and only misspelled.
        says_more = steps > 0 and not name.isalnum()
        typed = self._as_typed(name, scope, limit, steps - 1) if says_more else None
        if typed is not None:
            return typed
        whole = self._similar(name, scope, limit) if found is None else found
        return self._unless_in_part(whole, name, scope) if says_more else whole

    def _as_typed(self, name: str, scope: Scope, limit: int, steps: int) -> list[Match] | None:
        """Match the name in a text that says more; None where there is none."""
        text = cleaned(name)
        if text != name:
            return self._find(text, scope, limit, steps)
        if says_nothing(text) or self._typed.names_several(text):
            return []
        for reading in self._typed.readings(text):
            found = self._find(reading.text, scope, max(limit, _NAMESAKES), steps)
            if reading.of_town:
                found = town_first(found)
            least = _CLAIMED if reading.is_sure else ALONE_SIMILARITY
            if found and (found[0].is_named or found[0].score * reading.trust >= least):
                return as_parts(found[:limit], reading.trust)
        return None

    def _unless_in_part(self, whole: list[Match], text: str, scope: Scope) -> list[Match]:
        """Matches of a misspelled name, unless it is more likely a side of a place, or two."""
        if whole and self._typed.is_half(whole[0].name, text):
            return []
        side = self._typed.side(text)
        hits = scope.keep(self.names.find(side.text)) if side else []
        if not side or not hits:
            return whole
        part = as_parts(self._ranked(hits, scope, len(whole) or 1), side.trust)
        return max(part, whole, key=best_score)

    def _qualified(self, parts: list[str], scope: Scope, limit: int) -> list[Match] | None:
        """Match a name by the areas named beside it; None where there are none."""
        hits = next(filter(None, map(scope.keep, self._qualifiers.read(parts))), None)
        if hits:
            return self._ranked(hits, scope, limit)
        around = self._qualifiers.around(parts[1:]) or self._similar_areas(parts[1:])
        if not around:
            return None
        best: list[Match] = []
        areas, around = around[0], around if scope.area is None else [*around, [scope.area]]
        for area in areas:
            inside = replace(scope, area=area)
            found = self._variants(parts[0], inside, limit, self._offer(inside), around)
            best = max(best, found, key=best_score)
        if best and best[0].match == "context" and self.names.find(parts[0]):
            # "Homs, Hama" are two places, and neither is a misspelling.
            return []
        return best

    def _similar_areas(self, parts: Sequence[str]) -> list[list[int]]:
        """Which area each of some parts is a misspelling of, if it surely is."""
        areas = replace(self._anywhere, kinds=("A",))
        found = (self._variants(part, areas, 1) for part in parts)
        return [[self._area(m[0].place)] for m in found if m and m[0].score >= _SURE_AREA]

    def _scope(
        self,
        country: str | None,
        within: str | Place | None,
        near: tuple[float, float] | None,
        radius_km: float | None,
        feature: str | None,
    ) -> Scope:
        if radius_km is not None and (near is None or radius_km <= 0):
            raise QueryError("radius_km needs near=(lat, lon) and must be above 0")
        if country is None and within is None and near is None and feature is None:
            return self._anywhere
        if near is not None and not (-90 <= near[0] <= 90 and -180 <= near[1] <= 180):
            raise QueryError(f"near={near}: latitude must be in -90..90, longitude in -180..180")
        if country is not None and country.upper() not in self.rows.countries:
            raise QueryError(f"country={country!r}: not an ISO 3166-1 alpha-2 code in use")
        area = None if within is None else self._area(within)
        kinds = () if feature is None else self._kinds(feature)
        return Scope(self.rows, country and country.upper(), area, near, radius_km, kinds)

    def _area(self, within: str | Place) -> int:
        if isinstance(within, Place):
            row = self.rows.row_of_id(within.id)
        else:
            hits = self.names.find(within)
            areas = [h for h in hits if self.rows.place(h.row).is_area] or hits
            row = areas[0].row if areas else None
        if row is None:
            raise QueryError(f"within={within!r}: no such area in the gazetteer")
        return row

    def _kinds(self, feature: str) -> tuple[str, ...]:
        kinds = kinds_of_word(feature) or (feature.strip().upper(),)
        if not self._all_kinds.intersection(kinds):
            raise QueryError(
                f"feature={feature!r}: no place of this kind in the gazetteer; write a GeoNames "
                "class or code, such as P or PPLC, or a word, such as river"
            )
        return kinds

    def _ranked(self, hits: list[Hit], scope: Scope, limit: int) -> list[Match]:
        if len(hits) == 1:
            return [self._match(hits[0], MOST_SURE, hits[0].match, scope)][:limit]
        bonus = scope.nearness(np.array([h.row for h in hits])) if scope.near else None
        ranked = self._namesakes.rank(hits, bonus, limit)
        return [self._match(hit, score, hit.match, scope) for hit, score in ranked]

    def _similar(self, name: str, scope: Scope, limit: int) -> list[Match]:
        if len(name) > _LONGEST:
            return []
        if not scope.narrow:
            return self._variants(name, scope, limit)
        nearby = replace(scope, radius_km=scope.radius_km or NEAR_KM) if scope.near else scope
        found = self._variants(name, nearby, limit, self._offer(scope))
        if scope.is_hard or (found and found[0].score >= _CLAIMED):
            return found
        # A point alone is a hint: what is meant may lie further off.
        anywhere = self._variants(name, scope, limit)
        return max(found, anywhere, key=best_score)

    def _offer(self, scope: Scope) -> Offer:
        """The names of a narrow scope; those of whole countries and areas are kept."""
        if scope.near or scope.kinds:
            return self.variants.names_of(scope.rows())
        return self._offer_in(scope.country, scope.area)

    def _names_in(self, country: str | None, area: int | None) -> Offer:
        return self.variants.offer_of(Scope(self.rows, country, area, None, None, ()).rows())

    def _variants(
        self,
        name: str,
        scope: Scope,
        limit: int,
        among: Offer | None = None,
        areas: Sequence[Sequence[int]] = (),
    ) -> list[Match]:
        """Matches among the names of an offer, by default of all; inside some areas."""
        designation = split_designator(name)

        def similar(text: str) -> list[Hit]:
            found = self.variants.rank(text, among or self.variants.offer(text))
            return self._qualifiers.keep(scope.keep(self.names.of_variants(found)), areas)

        kind = "variant" if among is None else "context"
        if not designation:
            hits = similar(name)
            return self._claimed(hits, hits, scope, limit, kind)
        hits = similar(designation.core)
        fitting = [h for h in hits if may_be_kind(designation.kinds, *self.rows.feature(h.row))]
        as_kind = self._claimed(fitting, hits, scope, limit, kind)
        # Rock Creek is a town as well, and has the word in its name.
        hits = similar(name)
        called = [h for h in hits if self._is_called(designation, h)]
        return max(as_kind, self._claimed(called, hits, scope, limit, kind), key=best_score)

    def _is_called(self, designation: Designation, hit: Hit) -> bool:
        """Whether what a spelling says of a place is part of the recorded name."""
        called = split_designator(self.names.strings[hit.name])
        return called is not None and called.kinds == designation.kinds

    def _claimed(
        self, hits: list[Hit], similar: list[Hit], scope: Scope, limit: int, kind: str
    ) -> list[Match]:
        """Matches from some of the hits that a spelling is similar to; all others are rivals."""
        if not hits:
            return []
        rows = np.array([h.row for h in hits])
        likeness = np.array([h.score for h in hits])
        weights = likeness + _NEARNESS * scope.nearness(rows)
        order = np.argsort(-weights, kind="stable")
        best = hits[int(order[0])]
        assert best.features is not None
        likely = plausibility(best.features, self._rivals(best, similar) - best.score)
        if best.similarity >= ALONE_SIMILARITY:
            kind = "variant"
        shares = likely * np.exp(weights - weights[order[0]])
        return [self._match(hits[i], float(shares[i]), kind, scope) for i in order[:limit]]

    def _rivals(self, best: Hit, similar: list[Hit]) -> Array:
        """How like a spelling the names of places elsewhere are; namesakes of the best are none."""
        likeness = np.array([h.score for h in similar])
        elsewhere = self.rows.rivals(best.row, np.array([h.row for h in similar]))
        rivals: Array = likeness[elsewhere & self.names.leads(similar, but=best)]
        return rivals

    def _match(self, hit: Hit, score: float, kind: str, scope: Scope) -> Match:
        place = self.rows.place(hit.row)
        name = place.name if hit.match == "exact" else self.names.strings[hit.name]
        return Match(place, score, kind, name, scope.near)
