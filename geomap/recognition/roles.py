"""Roles: is something there, does the name stand for a government, or for people."""

from __future__ import annotations

from geomap.recognition.lexicons import LOCATIVES, SAYING_VERBS
from geomap.recognition.mention import Role
from geomap.recognition.named import Named
from geomap.recognition.names import NameIndex, bucket
from geomap.recognition.tokens import Tokens

_AUXILIARIES = frozenset("has have had will would may might must should could also again".split())
#: Settlements below this class (see :func:`~geomap.recognition.names.bucket`) are not taken
#: for a government.
_CAPITAL = 4


def find_role(tokens: Tokens, name: Named, names: NameIndex) -> Role:
    """Return the role of a name that is a place or demonym.

    A place inside an organisation's name is ``associative``, and so is a well known place
    that says, denies, decides ("Moscow declared"), unless a word of place stands before it.
    """
    if name.kind == "DEM":
        return "demonym"
    if name.kind == "EMB" or _acts(tokens, name, names):
        return "associative"
    return "literal"


def _acts(tokens: Tokens, name: Named, names: NameIndex) -> bool:
    before = tokens.words[name.first - 1].lower() if name.first else ""
    if before in LOCATIVES and not tokens.opens[name.first]:
        return False
    at = name.end
    while at < len(tokens) and tokens.words[at].lower() in _AUXILIARIES:
        at += 1
    if at >= len(tokens) or tokens.words[at].lower() not in SAYING_VERBS:
        return False
    return bucket(names.top_prior(" ".join(tokens.words[name.first : name.end]))) >= _CAPITAL
