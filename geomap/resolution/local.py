"""Local features: what a name and the words around it say for each candidate.

Each feature is documented beside its name; the weights are learned (see training.py) and kept
in weights.tsv under these names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from gazetteer.designators import kind_rank
from gazetteer.index import Array
from gazetteer.places import PlaceRows
from geomap.recognition.lexicons import DIRECTIONS
from geomap.resolution.candidates import Pool
from geomap.resolution.groups import Group
from geomap.resolution.outlet import Outlet
from geomap.resolution.regions import level_table

LOCAL = (
    "prominence",  # about log10 of the people it stands for
    "behind_best",  # how much less prominent than the best namesake
    "fame",  # log(1 + its recorded names): famous places have names in many languages
    "less_famous",  # how much less than the namesake with most
    "main_name",  # the name met is its main name, not an alias
    "alias_prominence",  # prominence again, for an alias: what is prominent has many
    "alias_rivalled",  # an alias, where it is the main name of a namesake
    "alias_fame",  # its fame, in that case: who has very many names has accidental ones
    "alias_behind",  # how much less prominent than that namesake
    "late_alias",  # how far down the list of its names, log(1 + names before)
    "country", "first_level", "second_level", "capital", "town", "quarter", "sea", "water",
    "terrain", "region", "spot",  # what it is
    "kind_first", "kind_fits", "kind_misfits",  # against the kind that words around ask for
    "articled_town", "articled_division",  # what it is, where the name stands alone behind "the"
    "datelined_town", "datelined_wider",  # what it is, where the name stands in a dateline
    "contained",  # lies in the place named right behind it: "Paris, Texas"
    "not_contained",  # some namesake does, this one does not
    "shadowed",  # a subdivision with a town of the same name inside: "Zurich" is the city
    "unrivalled",  # no namesake is far from it
    "container",  # the place named before it lies in it: "Albany, New York"
    "not_container",  # that lies in some namesake, not in this one
    "home_country",  # in the country of the outlet's domain, or where its language is spoken
    "outlet_behind",  # lack of prominence again, where the outlet is named for it
    "outlet_country",  # a country, where the outlet is named for it
    "part_prominence",  # prominence again, where only part of the mention is recorded
    "none_part",  # stands for "none of these" in that case
    "none",  # stands for "none of these", the last rows of every table
    "none_short",  # the same, for names of up to four letters
    "none_direction",  # the same, for "Western" and other words that many names begin with
    "none_doubt",  # the same, times how unsure recognition is that this is a place at all
    "none_given",  # the same, where the caller says that it is a place
    "none_unrecorded",  # the same, times the share of the text's names that are not recorded
)  # fmt: skip

_CODES = {
    "ADM1": "first_level", "PPLC": "capital", "PPLX": "quarter", "RGN": "region", "CONT": "region",
    "PCLI": "country", "PCLD": "country", "PCLS": "country", "PCLF": "country", "TERR": "country",
    "PCLIX": "country", "PCLH": "country", "PCL": "country",
    "OCN": "sea", "SEA": "sea", "GULF": "sea",
}  # fmt: skip
_CLASSES = {"A": "second_level", "P": "town", "H": "water", "T": "terrain", "L": "region"}
_AT = {name: column for column, name in enumerate(LOCAL)}
_FIRST_KIND, _LAST_KIND = LOCAL.index("country"), LOCAL.index("spot")
_TOWNS = [LOCAL.index(kind) - _FIRST_KIND for kind in ("capital", "town", "quarter")]
_WIDER = [LOCAL.index(kind) - _FIRST_KIND for kind in ("country", "first_level")]
_DIVISIONS = [LOCAL.index(kind) - _FIRST_KIND for kind in ("first_level", "second_level")]
#: Names of so few letters are often something else.
_SHORT = 4
#: Degrees of latitude and longitude within which namesakes are no rivals.
_SAME_SPOT = 1.0


class LocalFeatures:
    """Makes local features over the places of one gazetteer."""

    def __init__(self, rows: PlaceRows) -> None:
        self._rows = rows
        self._kinds = _kind_table(rows.codes)
        #: The number of the kind of each feature code.
        self.kind_of = self._kinds.argmax(axis=1)
        self.levels = level_table(rows.codes)
        self._fits = lru_cache(maxsize=256)(self._kind_fits)

    def table(
        self,
        groups: Sequence[Group],
        pool: Pool,
        around: Sequence[Array],
        inside: Sequence[Array],
        trust: Array,
        unrecorded: float,
        outlet: Outlet,
    ) -> Array:
        """Features of each candidate, then of "none of these" for each name.

        Parameters
        ----------
        groups : sequence of Group
            The G groups that the pool's candidates are of.
        pool : Pool
            N candidates.
        around : sequence of array
            Rows of the places that the text says lie around each name.
        inside : sequence of array
            Rows of the places that the text says lie in each name.
        trust : array
            How sure recognition is of each name, shape (G,).
        unrecorded : float
            The share of the text's names that are not recorded.
        outlet : Outlet
            What the document's address says.

        Returns
        -------
        array
            Shape (N + G, len(LOCAL)).
        """
        size = len(pool.rows)
        table = np.zeros((size + len(groups), len(LOCAL)))
        own, none = table[:size], table[size:]
        self._describe(own, pool)
        self._note_outlet(own, groups, pool, outlet)
        self._note_words(own, groups, pool, around, inside)
        none[:, _AT["none_part"]] = pool.part[pool.starts]
        none[:, _AT["none"]] = 1.0
        none[:, _AT["none_short"]] = [len(group.key) <= _SHORT for group in groups]
        none[:, _AT["none_direction"]] = [group.key in DIRECTIONS for group in groups]
        none[:, _AT["none_doubt"]] = 1.0 - trust
        none[:, _AT["none_given"]] = trust >= 1.0
        none[:, _AT["none_unrecorded"]] = unrecorded
        return table

    def _describe(self, own: Array, pool: Pool) -> None:
        """What each place is, and how it is known by the name."""
        at, rows = _AT.__getitem__, self._rows
        prior = rows.prior[pool.rows]
        own[:, at("prominence")] = prior
        own[:, at("behind_best")] = np.maximum.reduceat(prior, pool.starts)[pool.owner] - prior
        fame = rows.fame(pool.rows)
        own[:, at("fame")] = fame
        less = np.maximum.reduceat(fame, pool.starts)[pool.owner] - fame
        own[:, at("less_famous")] = less * (fame > 0)
        own[:, at("main_name")] = pool.exact
        is_alias = ~pool.exact
        own[:, at("alias_prominence")] = prior * is_alias
        is_main = np.maximum.reduceat(pool.exact, pool.starts)[pool.owner]
        is_rivalled = is_main & is_alias
        own[:, at("alias_rivalled")] = is_rivalled
        own[:, at("alias_fame")] = fame * is_rivalled
        best_main = np.maximum.reduceat(np.where(pool.exact, prior, 0.0), pool.starts)[pool.owner]
        own[:, at("alias_behind")] = np.maximum(best_main - prior, 0.0) * is_alias
        own[:, at("late_alias")] = np.log1p(pool.names - rows.first_names(pool.rows))
        own[:, at("part_prominence")] = prior * pool.part
        own[:, _FIRST_KIND : _LAST_KIND + 1] = self._kinds[rows.code[pool.rows]]
        own[:, at("shadowed")] = self.shadowed(pool)
        own[:, at("unrivalled")] = _unrivalled(pool, rows)

    def _note_outlet(self, own: Array, groups: Sequence[Group], pool: Pool, outlet: Outlet) -> None:
        """What the outlet's address says."""
        at, rows = _AT.__getitem__, self._rows
        home = [rows.countries.index(code) for code in outlet.countries if code in rows.countries]
        own[:, at("home_country")] = np.isin(rows.country[pool.rows], home)
        of_outlet = np.array([group.of_outlet for group in groups])[pool.owner]
        own[:, at("outlet_behind")] = own[:, at("behind_best")] * of_outlet
        own[:, at("outlet_country")] = own[:, _FIRST_KIND] * of_outlet

    def _note_words(
        self,
        own: Array,
        groups: Sequence[Group],
        pool: Pool,
        around: Sequence[Array],
        inside: Sequence[Array],
    ) -> None:
        """What the words beside a name say: what kind of place it is, and where."""
        at, rows = _AT.__getitem__, self._rows
        for number, group in enumerate(groups):
            span = pool.span(number)
            if group.kinds:
                first = at("kind_first")
                own[span, first : first + 3] = self._fits(group.kinds)[rows.code[pool.rows[span]]]
                own[span, at("shadowed")] = 0.0
            if group.articled:
                kind = own[span, _FIRST_KIND : _LAST_KIND + 1]
                own[span, at("articled_town")] = kind[:, _TOWNS].any(axis=1)
                own[span, at("articled_division")] = kind[:, _DIVISIONS].any(axis=1)
            if group.datelined:
                kind = own[span, _FIRST_KIND : _LAST_KIND + 1]
                own[span, at("datelined_town")] = kind[:, _TOWNS].any(axis=1)
                own[span, at("datelined_wider")] = kind[:, _WIDER].any(axis=1)
            if len(around[number]):
                there = lies_inside(pool.rows[span], rows, around[number])
                own[span, at("contained")] = there
                own[span, at("not_contained")] = there.any() & ~there
            if len(inside[number]):
                around_them = parents_of(inside[number], rows).ravel()
                there = (pool.rows[span, None] == around_them).any(axis=1)
                own[span, at("container")] = there
                own[span, at("not_container")] = there.any() & ~there

    def _kind_fits(self, kinds: tuple[str, ...]) -> Array:
        """For each feature code whether it is the kind asked for first, at all, or not."""
        table = np.zeros((len(self._rows.codes), 3))
        for i, full in enumerate(self._rows.codes):
            feature_class, _, code = full.partition(".")
            rank = kind_rank(kinds, feature_class, code)
            table[i, 2 if rank is None else min(rank, 1)] = 1.0
        return table

    def shadowed(self, pool: Pool) -> Array:
        """Which candidates have a namesake, a town, inside them; shape (N,)."""
        town = self._rows.are_towns(pool.rows)
        inside = parents_of(pool.rows[town], self._rows)
        size = len(self._rows) + 1
        keys = (pool.owner[town][:, None] * size + inside)[inside >= 0]
        keys.sort()
        if not len(keys):
            return np.zeros(len(pool.rows), dtype=bool)
        own = pool.owner * size + pool.rows
        # Several times faster than np.isin on so few.
        found: Array = keys.take(keys.searchsorted(own), mode="clip") == own
        return found


def _kind_table(codes: Sequence[str]) -> Array:
    """One-hot "what it is" for each feature code of a gazetteer; shape (codes, kinds)."""
    table = np.zeros((len(codes), _LAST_KIND + 1 - _FIRST_KIND))
    for i, full in enumerate(codes):
        feature_class, _, code = full.partition(".")
        kind = _CODES.get(code) or _CLASSES.get(feature_class, "spot")
        table[i, LOCAL.index(kind) - _FIRST_KIND] = 1.0
    return table


def _unrivalled(pool: Pool, rows: PlaceRows) -> Array:
    width = np.zeros(len(pool.starts))
    for values in (rows.lat[pool.rows], rows.lon[pool.rows]):
        width += np.maximum.reduceat(values, pool.starts)
        width -= np.minimum.reduceat(values, pool.starts)
    alone: Array = (width < _SAME_SPOT)[pool.owner]
    return alone


def parents_of(own: Array, rows: PlaceRows) -> Array:
    """Rows of the country, first- and second-level subdivision around places; shape (n, 3).

    -1 where there is none.
    """
    levels = (rows.parent_country, rows.parent_admin1, rows.parent_admin2)
    # As ``stack`` along the last axis, which takes four times as long.
    parents: Array = np.array([level[own] for level in levels]).T
    return parents


def lies_inside(own: Array, rows: PlaceRows, areas: Array) -> Array:
    """Which places lie in one of some areas, and are none of them; shape (n,)."""
    inside = (parents_of(own, rows)[..., None] == areas).any(axis=(-1, -2))
    found: Array = inside & ~(own[:, None] == areas).any(axis=-1)
    return found
