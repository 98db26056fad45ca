"""Words that say a name is an organisation's: "Ministry", "Brewing", "Ltd"."""

from __future__ import annotations

_WORDS = frozenset(
    "academy actuary administration affairs agency airlines airways alliance army artists assembly "
    "associates association authority bakery band bank battalion board books brewery brewing "
    "brigade broadcasting brothers budget bureau campaign cement chamber chemicals church club "
    "coalition college commission committee communications company confederation congress "
    "consortium constructions consultants cooperative corp corporation corps council court "
    "dairy defence defense department directorate dynamics economics electronics energy "
    "engineering enterprises entertainment estates exchange faculty federation finance financial "
    "firm fleet force forces foods foundation freight front fund funds games gmbh government guard "
    "guild hedge hockey holding holdings hospitality inc industries initiative inspectorate "
    "institute insurance intelligence international investments journal judiciary laboratories "
    "labour league ledger liberation limited logistics ltd magazine management marine media "
    "medical ministry motors movement museum network networks news nuclear office oil orchestra "
    "organisation organization oversight panel parliament partners partnership party patrol "
    "pension petroleum pharma pharmaceuticals police press productions programme project "
    "publishing railways records regiment registry reinsurance research reform robotics sa schools "
    "secretariat securities security senate service services shipping society software solicitors "
    "solutions squadron staff steel studios supplies syndicate systems team technologies telecom "
    "telecommunications textiles theatre traders trading transport treasury tribunal trust union "
    "united university ventures wealth workers works".split()
)


def is_organised(key: str) -> bool:
    """Whether a folded name of several words has one that only organisations have.

    Examples
    --------
    >>> is_organised("copperfield brewing"), is_organised("union"), is_organised("bad homburg")
    (True, False, False)
    """
    words = key.split()
    return len(words) > 1 and any(word in _WORDS for word in words)
