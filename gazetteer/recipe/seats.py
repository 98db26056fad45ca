"""The place a division is named after: Grayvoron for Grayvoronskiy Rayon."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gazetteer.folding import fold
from gazetteer.recipe.rows import Row, is_latin

#: Words for the kind of a division, folded, before or after its name.
KINDS = re.compile(
    r"^(?:departement|caza|circunscricao|concelho|distrito|municipio|arrondissement|cercle"
    r"|daira|province|district|municipality|markaz|qada|muang|mueang|huyen|quan|thi xa"
    r"|shahrestan e|shahrestan i|shahrestan|degmada|mudiriyat|city|county|rayon imeni|raion"
    r"|gorodskoy okrug|horad|gorod|amphoe)(?: (?:of|de|du|des|da|do|d|l|la|le|al|el))? "
    r"| (?:rayon|raion|district|city|municipal|municipality|tumani|audany|territory|cercle|zone"
    r"|county|governorate|department|division|local government area|rural council|locality"
    r"|shahri|qalasy|audani|kozhuun|ulus|awraja|township|subdistrict|sub district)$"
)
#: What Slavic languages add to a place's name, in any romanisation: Panin|skiy, Mozyr|ski.
ADJECTIVE = re.compile(r"(?:sk|ck)(?:iy|yy|yi|ii|y|i|aya|oye|oe)$")
#: How places' names end that lose it before such an ending.
ENDING = re.compile(r"(?:ka|ki|ye|e|o|a|y|i|iy|yy)$")
#: What may stand between the two: Karkaral|in|skiy.
LINK = re.compile(r"(?:in|ov|ev|en|yan)$")
#: Articles that lists write or leave out.
ARTICLE = re.compile(r"^(?:al|el|ad|ag|aj|an|ar|as|ash|at|az) ")
#: Shorter names are like too many others; longer endings make another name.
SHORTEST, LONGEST_ENDING = 4, 4


def core(name: str) -> str:
    """The folded name without words for the kind of division.

    Examples
    --------
    >>> core("Département de Tessaoua"), core("Al-Zabadani District"), core("Las Anod")
    ('tessaoua', 'zabadani', 'lasanod')
    """
    folded, before = fold(name), ""
    while folded != before:
        before, folded = folded, KINDS.sub("", folded)
    return ARTICLE.sub("", folded).replace(" ", "")


def stem(word: str) -> str:
    """A place's name as it stands before an adjective's ending.

    Examples
    --------
    >>> stem("panino"), stem("znamenka"), stem("rzhev")
    ('panin', 'znamen', 'rzhev')
    """
    shorter = ENDING.sub("", word.replace("'", ""))
    return shorter if len(shorter) >= SHORTEST else word


def adjective_stems(word: str) -> Iterator[str]:
    """What a Slavic adjective may be made from, the likelier first; nothing for another word.

    Examples
    --------
    >>> list(adjective_stems("karkaralinskiy")), list(adjective_stems("masisi"))
    (['karkaralin', 'karkaral'], [])
    """
    base = ADJECTIVE.sub("", word.replace("'", ""))
    if base == word or len(base) < SHORTEST:
        return
    yield base
    shorter = LINK.sub("", base)
    if shorter != base and len(shorter) >= SHORTEST:
        yield shorter


class Seats:
    """Places by country and first order division, found by the names of divisions inside."""

    def __init__(self, cities: Iterable[Row]) -> None:
        self._named: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        self._stemmed: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in cities:
            folded = {core(name) for name in (row.name, *row.names) if is_latin(name)}
            for name in folded:
                self._named[row.country, row.admin1, name].append(row)
            for one in {stem(name) for name in folded}:
                self._stemmed[row.country, row.admin1, one].append(row)

    def find(self, names: Iterable[str], country: str, admin1: str) -> Row | None:
        """The most populous place of one of the names, else of what they are made from."""
        cores = [one for one in (core(name) for name in names) if len(one) >= SHORTEST]
        adjectives = [stem for one in cores for stem in adjective_stems(one)]
        beginnings = [one[:-cut] for cut in range(1, LONGEST_ENDING + 1) for one in cores]
        for index, forms in (
            (self._named, cores),
            (self._stemmed, adjectives),
            (self._named, beginnings),
        ):
            for form in forms:
                found = index.get((country, admin1, form))
                if found and len(form) >= SHORTEST:
                    return max(found, key=lambda row: row.population)
        return None
