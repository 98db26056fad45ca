"""First names: of "Georgia Stevens" later sentences say "Georgia", and mean no land.

Only where the text has it alone twice, and nowhere behind "in" or the like: "Paris Hilton" may be
in Paris.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from geomap.recognition.clusters import FIRST_NAME, WordTable
from geomap.recognition.lexicons import LOCATIVES
from geomap.recognition.named import Named
from geomap.recognition.tokens import Tokens

#: Words of place before which nobody stands: "to Georgia's credit", but "in Georgia".
_IN = frozenset(
    """across around at central downtown east eastern in inside near north northern outside south
    southern through throughout via west western within""".split()
)


def find_first_names(tokens: Tokens, names: Iterable[Named], table: WordTable) -> set[int]:
    """Return the words that are first names of persons named in full, alone and of no place."""
    words = tokens.words
    known = {
        words[name.first].lower()
        for name in names
        if name.kind == "PER" and words[name.first + 1 : name.end] and _is_whole(words, name)
    }
    known = {low for low in known if table.find_flags(low) & FIRST_NAME}
    if not known:
        return set()
    alone = [at for at in tokens.capitals if at and words[at].lower() in known]
    known -= {words[at].lower() for at in alone if words[at - 1].lower() in _IN}
    free = [at for at in alone if words[at - 1].lower() not in LOCATIVES and _ends(words, at)]
    count = Counter(words[at].lower() for at in free)
    return {at for at in free if words[at].lower() in known and count[words[at].lower()] > 1}


def _is_whole(words: list[str], name: Named) -> bool:
    """Whether a first name is a word of its own: not that of "Logan-Rogersville"."""
    return words[name.first + 1] != "-"


def _ends(words: list[str], at: int) -> bool:
    """Whether no other part of a name follows."""
    behind = words[at + 1 : at + 2]
    return not behind or not (behind[0] == "-" or behind[0][:1].isupper())
