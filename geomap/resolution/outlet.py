"""The outlet: where the newspaper or site that published a document is at home.

Local papers carry the name of their town: ``theparisnews.com`` is no paper of France's capital,
nor ``lfpress.ca`` one of England's. Host names are taken apart into words that newspapers use in
their names and what is left, which must be names of places; there is no list of newspapers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from gazetteer.folding import fold
from gazetteer.names import Names
from geomap.documents.document import Document

#: Words of newspapers' and sites' names that are no part of a place's; small ones say nothing.
_SMALL_WORDS = frozenset("a the my our this is in of and on go visit www m mobile".split())
_WORDS = _SMALL_WORDS | frozenset(
    """abc advance advertiser advocate almanac amp appeal argus avalanche banner barometer bbc
    beacon bee blade broadcaster budget bugle bulletin bureau business call caller cbs channel
    chieftain chronicle citizen city clarion columbian commercial community companion connection
    constitution county courant courier current daily dealer democrat dispatch eagle echo
    edition enquirer enterprise evening examiner express extra first focus fox free gazette
    gazetteer gleaner globe guardian guide hawkeye headlight herald independent inquirer insider
    insight intelligencer item journal leader ledger letter life live local log magazine mail
    media mercury messenger miner mirror monitor morning nbc network news newsonline newspaper
    newspapers nonpareil now nugget observer online pages paper patriot picayune pilot pioneer
    plain planet post press progress pulse radio reader record recorder reformer register report
    reporter republic republican review scene sentinel shopper site son source spectator sports
    standard star state states statesman statesmen sun sunday sunrise tab tablet talk telegram
    telegraph television times today town transcript trib tribune tv union venue vindicator
    visitor voice watch weekender weekly whig wire world""".split()
)
#: Country-code domains that are sold for other reasons than being there.
_SOLD_ANYWHERE = frozenset("ai am cc co fm gg io la ly me nu pw sh to tv ws".split())
_COUNTRY_OF_DOMAIN = {"uk": "GB"}
#: The country of seas and mountains, which are at home anywhere.
ANYWHERE = ("",)
#: Where languages are spoken: a text in one is at home in one of those. English is spoken anywhere.
_SPOKEN = {
    language: tuple(countries.split())
    for language, countries in {
        "ar": "DZ BH EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN AE YE",
        "cs": "CZ",
        "de": "DE AT CH LI LU",
        "el": "GR CY",
        "es": "ES AR BO CL CO CR CU DO EC GQ GT HN MX NI PA PE PR PY SV UY VE",
        "fr": "FR BE BF BI BJ CA CD CF CG CH CI CM DJ GA GN HT KM LU MC MG ML NE RW SN TD TG",
        "he": "IL",
        "id": "ID",
        "it": "IT CH SM VA",
        "ja": "JP",
        "ko": "KR KP",
        "nl": "NL BE SR",
        "pl": "PL",
        "pt": "PT AO BR CV GW MZ ST TL",
        "ro": "RO MD",
        "ru": "RU BY KG KZ UA",
        "sr": "RS BA HR ME",
        "sv": "SE FI",
        "tr": "TR CY",
        "uk": "UA",
        "zh": "CN HK MO SG TW",
    }.items()
}
#: A place in a host name has so many letters, and is so prominent.
_FEWEST_LETTERS, _LEAST_PRIOR = 4, 2.5
#: One place is likelier than two, and a word than a place.
_WORD_COSTS, _PLACE_COSTS = 2, 3
#: The initials of a newspaper behind its town.
_MOST_INITIALS = 3
#: Host labels longer than this are no newspaper's.
_MOST_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Outlet:
    """What an address says of the outlet: its country, and the names in its own.

    ``countries`` are ISO 3166-1 alpha-2: that of the domain, or where that tells none, those where
    the text's language is spoken, and the empty one of seas and mountains, which are at home
    anywhere. ``labels`` are the parts of its address that could not be taken
    apart.
    """

    countries: tuple[str, ...] = ANYWHERE
    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def may_carry(self, key: str) -> bool:
        """Whether a folded name with initials may make a part of the address.

        Examples
        --------
        >>> Outlet(labels=("parispi",)).may_carry("paris")  # the Paris Post-Intelligencer
        True
        """
        name = key.replace(" ", "")
        return len(name) >= _FEWEST_LETTERS and any(
            label.startswith(name) and len(label) - len(name) <= _MOST_INITIALS
            for label in self.labels
        )


class OutletReader:
    """Reads outlets off documents' addresses, with the names of one gazetteer.

    Examples
    --------
    >>> from gazetteer import Gazetteer
    >>> reader = OutletReader(Gazetteer.open().names)
    >>> reader.read(Document("1", "...", url="http://www.oxfordmail.co.uk/news/1"))
    Outlet(countries=('GB',), names=('oxford',), labels=())
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._of_host = lru_cache(maxsize=1024)(self._read_host)

    def read(self, document: Document, language: str = "") -> Outlet:
        """Read the outlet of a document, which is in some other ``language`` than English."""
        outlet = self._read_address(document)
        if outlet.countries != ANYWHERE:
            return outlet
        return replace(outlet, countries=(*_SPOKEN.get(language, ()), *ANYWHERE))

    def _read_address(self, document: Document) -> Outlet:
        """Read the outlet of a document; an empty one without an address."""
        if not document.url:
            return Outlet()
        try:
            parts = urlsplit(document.url)
            host = parts.hostname or ""
        except ValueError:
            return Outlet()
        outlet = self._of_host(host)
        sections = [n for label in parts.path.split("/")[1:-1] for n in self._section(label)]
        return replace(outlet, names=tuple(dict.fromkeys([*outlet.names, *sections])))

    def _read_host(self, host: str) -> Outlet:
        *labels, domain = host.casefold().split(".")
        if not labels:
            return Outlet()
        folded = [_letters(label) for label in labels]
        readings = [self._take_apart(label) for label in folded]
        names = tuple(dict.fromkeys(place for places, _ in readings for place in places))
        left = tuple(
            label
            for label, found in zip(folded, readings, strict=True)
            if len(label) > _FEWEST_LETTERS and not any(found)
        )
        is_of_country = len(domain) == 2 and domain not in _SOLD_ANYWHERE
        country = _COUNTRY_OF_DOMAIN.get(domain, domain.upper())
        return Outlet((country,) if is_of_country else ANYWHERE, names, left)

    def _section(self, label: str) -> list[str]:
        """The places that a section of a site is for: "dublin_news", "richmondreview"."""
        places, words = self._take_apart(fold(label).replace(" ", ""))
        return places if words - _SMALL_WORDS else []

    def _take_apart(self, label: str) -> tuple[list[str], set[str]]:
        """Take a label apart into places and newspaper words, as few as will do.

        Both are empty when it does not come out even.
        """
        if len(label) > _MOST_LETTERS:
            return [], set()
        # For each length of a beginning that comes out even: what its parts cost, and its parts.
        best: dict[int, tuple[int, list[str], set[str]]] = {0: (0, [], set())}
        for start in range(len(label)):
            if start not in best:
                continue
            cost, places, words = best[start]
            for end in range(start + 1, len(label) + 1):
                piece = label[start:end]
                if piece in _WORDS:
                    found = cost + _WORD_COSTS, places, words | {piece}
                elif (place := self._place(piece)) is not None:
                    found = cost + _PLACE_COSTS, [*places, place], words
                else:
                    continue
                if end not in best or found[0] < best[end][0]:
                    best[end] = found
        return best.get(len(label), (0, [], set()))[1:]

    def _place(self, piece: str) -> str | None:
        if len(piece) < _FEWEST_LETTERS:
            return None
        forms = [piece, *(f"{piece[:i]} {piece[i:]}" for i in range(2, len(piece) - 2))]
        priors = [(self._names.top_prior(form) or 0.0, form) for form in forms]
        prior, form = max(priors, key=lambda pair: (pair[0], -len(pair[1])))
        return form if prior >= _LEAST_PRIOR else None


def _letters(label: str) -> str:
    """The letters of a host's label: the number in "fox32chicago" is that of a channel."""
    return re.sub(r"[\s\d]", "", fold(label))
