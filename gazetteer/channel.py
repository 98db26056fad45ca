"""Channel: what it costs to write a recorded name as a spelling, by learned habits.

A noisy channel of letter groups (Brill & Moore 2000, "An improved error model for noisy channel
spelling correction"): a name is cut into groups of up to three letters, each is written as a group
of up to three, and the cheapest way counts. What a group costs is the negative logarithm of how
often names of the same place have one where others have the other; names of countries with
another script are romanised by other habits, so there are costs for each of `KINDS`. Learned by
`gazetteer.training.rewriting`, kept in channel.tsv.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

import numpy as np

from gazetteer.index import Array

#: Kinds of names: countries whose names are romanised by the same habits; all others are "other".
KINDS = {
    "other": "",
    "cyrillic": "AM AZ BG BY GE KG KZ MD ME MK MN RS RU TJ TM UA UZ",
    "arabic": "AE AF BH DJ DZ EG IL IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE",
    "chinese": "CN HK JP KP KR MO TW VN",
    "indic": "BD BT ID IN KH LA LK MM MY NP TH",
    "greek": "CY GR",
}
#: They stand before and behind every name.
BEGINNING, END = "^", "$"
#: No group is longer.
MOST_LETTERS = 3
#: What a single letter costs at most.
DEAREST = 9.0
#: No name costs so much.
_FAR = 1e6
_ALPHABET = ascii_lowercase + BEGINNING + END
#: Letters by number; 0 is any other.
_NUMBER = np.zeros(256, dtype=np.intp)
_NUMBER[list(_ALPHABET.encode())] = np.arange(1, len(_ALPHABET) + 1)
_BASE = len(_ALPHABET) + 1

#: Costs of each kind for a recorded group and what is written for it.
Rules = Mapping[tuple[str, str], Sequence[float]]


class Channel:
    """Costs of writing names as others.

    Parameters
    ----------
    rules : mapping
        For a recorded and a written group, in letters a to z, `BEGINNING` and `END`, the cost
        for each of `KINDS`. One of the groups may be empty where the other is a single letter.

    Examples
    --------
    >>> near, far = shipped_channel().costs("areeha", ["ariha", "arusha"], np.array([2, 2]))
    >>> bool(near < far)
    True
    """

    def __init__(self, rules: Rules) -> None:
        groups = {group for group, written in rules if len(group) > 1 and written}
        self._groups = {
            size: _numbers(sorted(g for g in groups if len(g) == size), size)
            for size in range(2, MOST_LETTERS + 1)
        }
        sizes = [_BASE, *(int(numbers.max()) + 1 for numbers in self._groups.values())]
        self._offsets = [0, *np.cumsum(sizes).tolist()]
        self._dropped = np.full((_BASE, len(KINDS)), DEAREST, dtype=np.float64)
        self._added = self._dropped.copy()
        # A table for each written group, of the recorded ones up to the longest it stands for.
        longest = dict.fromkeys(_ALPHABET, 1)
        for group, written in rules:
            if written:
                longest[written] = max(longest.get(written, 1), len(group))
        columns = [self._offsets[most] for most in longest.values()]
        starts: list[int] = np.cumsum([0, *columns]).tolist()
        self._of_kind = starts.pop()
        # Kind by kind, as the names of a country are of one: what is used lies close together.
        every = np.full((len(KINDS), self._of_kind), np.inf, dtype=np.float32)
        tables = {
            w: every[:, start : start + size].T
            for w, start, size in zip(longest, starts, columns, strict=True)
        }
        for letter in ascii_lowercase:
            tables[letter][: _BASE - 2] = DEAREST
        for (group, written), costs in rules.items():
            if not written:
                self._dropped[_numbered(group)[0]] = costs
            elif not group:
                self._added[_numbered(written)[0]] = costs
            else:
                tables[written][self._column(group)] = costs
        # What a group would cost to drop is taken off what it costs to write: see `_cheapest`.
        for table in tables.values():
            table[:_BASE] -= self._dropped
        for group, written in rules:
            if written and len(group) > 1:
                drops = self._dropped[_numbered(group)].sum(axis=0)
                tables[written][self._column(group)] -= drops
        flat = every.ravel()
        self._tables = {
            w: (longest[w], flat[start:]) for w, start in zip(longest, starts, strict=True)
        }

    def costs(self, written: str, recorded: Sequence[str], kinds: Array) -> Array:
        """What each of some recorded names costs to be written so.

        Parameters
        ----------
        written : str
            A bare spelling (`gazetteer.spelling.bare`).
        recorded : sequence of str
            Bare names.
        kinds : array
            For each, the number of its kind in `KINDS`, shape (n,).

        Returns
        -------
        array
            In nats, more than the same name costs itself; shape (n,).
        """
        of_each = kinds.tolist()
        there = list(dict.fromkeys(of_each))
        costs = self._cheapest(written, [*recorded, *[written] * len(there)], [*of_each, *there])
        itself = costs[len(recorded) :]
        if len(there) > 1:
            itself = itself[[there.index(kind) for kind in of_each]]
        found: Array = costs[: len(recorded)] - itself
        return found

    def _cheapest(self, written: str, recorded: Sequence[str], kinds_of: list[int]) -> Array:
        # After each written letter a row holds, for every name, what its first j letters cost to
        # be written so far beyond what they cost to drop: so letters that are not written are
        # carried over as they are. Groups reach back up to three rows and letters. The names
        # stand one behind the other, each `_FAR` lower than the one before: so all are carried
        # over in one go, and none into the next.
        names = [f" {BEGINNING}{name}{END}" for name in recorded]
        sizes = np.array(list(map(len, names)))
        last = np.add.accumulate(sizes) - 1
        level = np.arange(0.0, -_FAR * len(names), -_FAR)
        kinds, text = np.array(kinds_of).repeat(sizes), BEGINNING + written + END
        columns = self._columns_of("".join(names), kinds)
        reached = np.full((len(text) + 1, MOST_LETTERS + len(kinds)), np.inf)
        rows, behind = reached[:, MOST_LETTERS:], _behind(reached)
        rows[0] = level.repeat(sizes)
        added = self._added[_numbered(text)].take(kinds, axis=1)
        ways = np.empty((MOST_LETTERS**2 + 1, len(kinds)))
        found_costs = np.empty((MOST_LETTERS, len(kinds)), dtype=np.float32)
        for at in range(1, len(text) + 1):
            np.add(rows[at - 1], added[at - 1], out=ways[0])
            count = 1
            for size in range(1, min(at, MOST_LETTERS) + 1):
                found = self._tables.get(text[at - size : at])
                if found is not None:
                    most, table = found
                    costs = found_costs[:most]
                    # Without "clip" numpy fills a copy first; no column is out of bounds.
                    table.take(columns[:most], out=costs, mode="clip")
                    np.add(costs, behind[at - size, :most], out=ways[count : count + most])
                    count += most
            row = rows[at]
            np.minimum.reduce(ways[:count], axis=0, out=row)
            np.minimum.accumulate(row, out=row)
        dropped = self._dropped[columns[0] - kinds * self._of_kind, kinds]
        first = last - sizes + 1
        dropped[first] = 0.0
        # Their levels take the last digits.
        cheapest = rows[-1].take(last) - level + np.add.reduceat(dropped, first)
        rounded: Array = cheapest.round(6)
        return rounded

    def _columns_of(self, text: str, kinds: Array) -> Array:
        """The column of the group of each size that ends at each letter."""
        letters = _numbered(text)
        columns = np.zeros((MOST_LETTERS, len(letters)), dtype=np.intp)
        columns[0] = group = letters
        for size, numbers in self._groups.items():
            group = group[:-1] * _BASE + letters[size - 1 :]
            numbers.take(group, out=columns[size - 1, size - 1 :], mode="clip")
            columns[size - 1] += self._offsets[size - 1]
        columns += kinds * self._of_kind
        return columns

    def _column(self, group: str) -> int:
        if len(group) == 1:
            return int(_numbered(group)[0])
        return int(self._offsets[len(group) - 1] + self._groups[len(group)][_code(group)])


def _behind(reached: Array) -> Array:
    """A view of what is reached one letter or more before each; shape (t, letters, places)."""
    rows, letter = reached.strides
    shape = (len(reached), MOST_LETTERS, reached.shape[1] - MOST_LETTERS)
    # As ``as_strided``, which takes ten times as long.
    view: Array = np.ndarray(
        shape, reached.dtype, reached, (MOST_LETTERS - 1) * letter, (rows, -letter, letter)
    )
    return view


def _numbered(text: str) -> Array:
    numbers: Array = _NUMBER[np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8)]
    return numbers


def _code(group: str) -> int:
    code = 0
    for number in _numbered(group).tolist():
        code = code * _BASE + number
    return code


def _numbers(groups: Sequence[str], size: int) -> Array:
    """From 1 for some groups of a size, 0 for all others."""
    numbers = np.zeros(_BASE**size, dtype=np.intp)
    numbers[[_code(group) for group in groups]] = np.arange(1, len(groups) + 1)
    return numbers


def kinds_of(countries: Iterable[str]) -> Array:
    """The number of the kind of names of each country (ISO 3166 codes) in `KINDS`."""
    kind = {code: n for n, codes in enumerate(KINDS.values()) for code in codes.split()}
    return np.array([kind.get(country, 0) for country in countries], dtype=np.intp)


def read_rules(text: str) -> dict[tuple[str, str], list[float]]:
    """Read rules: recorded group, written group, and the cost of each kind."""
    rules = {}
    for line in text.splitlines():
        group, written, *costs = line.split("\t")
        rules[group, written] = [float(cost) for cost in costs]
    return rules


def rules_text(rules: Rules) -> str:
    """Write rules as `read_rules` reads them."""
    lines = [
        "\t".join([group, written, *(f"{cost:.2f}" for cost in costs)])
        for (group, written), costs in sorted(rules.items())
    ]
    return "\n".join(lines) + "\n"


@cache
def shipped_channel() -> Channel:
    """The channel that the package ships."""
    return Channel(read_rules((files("gazetteer") / "channel.tsv").read_text("utf-8")))
