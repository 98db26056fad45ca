"""Ships: they have names of places, and a text says which are ships.

"The ram Albemarle", "aboard the Southfield", "the crew of the Osage", "the trawler, the Osage", and
"the Osage" wherever the text has it once it has said so.
"""

from __future__ import annotations

from collections.abc import Iterator

from geomap.recognition.tokens import Tokens

#: What stands right before a ship's name.
_SHIPS = frozenset(
    """bark barque battleship brig brigantine corvette cruiser destroyer freighter frigate galliot
    gunboat houseboat icebreaker ironclad lifeboat liner minesweeper privateer ram schooner sloop
    steamboat steamer steamship submarine tanker trawler tug tugboat warship whaler yacht""".split()
)
#: What stands before the names of nothing else.
_PREFIXES = frozenset(
    "HMS HMAS HMCS HMNZS HNLMS RFA RMS USCGC USNS USS SS MV INS H.M.S. U.S.S. S.S. M.V.".split()
)
_BEFORE = _SHIPS | _PREFIXES
#: What is of a ship, before "of the"; and what is done to one, before "the".
_PARTS = frozenset("captain crew hulk hull master passengers sinking stokers wreck".split())
_DEEDS = frozenset("aboard boarded sank sunk torpedoed".split())
#: What these are not: "aboard the London train", "the wreck of the Paris express".
_NO_SHIPS = frozenset(
    "bus coach express flight mail metro plane railway shuttle to train tram underground -".split()
)
_LONGEST = 3


def find_ships(tokens: Tokens) -> dict[tuple[int, int], bool]:
    """Return the spans of words that are ships' names, and whether a ship's word is right beside.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> tokens = split_tokens("The ram Tampa sank the Dover. Off Dover the Tampa lay.")
    >>> sorted(find_ships(tokens))
    [(2, 3), (5, 6), (10, 11)]
    """
    words = tokens.words
    runs = list(_list_runs(tokens))
    found = {(at, end): _is_beside(words, at, end) for at, end in runs if _is_said(words, at, end)}
    names = {" ".join(words[at:end]) for at, end in found}
    if not names:
        return found
    again = (
        (at, end)
        for at, end in runs
        if words[at - 1].lower() == "the" and " ".join(words[at:end]) in names
    )
    return dict.fromkeys(again, False) | found


def _list_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield where capitalised words begin behind others in lower case, and end."""
    words, capitals = tokens.words, tokens.capitals
    for at in capitals:
        before = words[at - 1] if at else ""
        if not before or not (before in _BEFORE or before.lower() == "the"):
            continue
        end = _end_run(words, at + 1, at + _LONGEST)
        # "MV Isle of Mull".
        if words[end : end + 1] == ["of"] and before in _BEFORE:
            end = max(end, _end_run(words, end + 1, end + 1 + _LONGEST))
        yield at, end


def _end_run(words: list[str], at: int, most: int) -> int:
    """Return where capitalised words end."""
    while at < min(len(words), most) and words[at][:1].isupper():
        at += 1
    return at


def _is_beside(words: list[str], at: int, end: int) -> bool:
    """Whether a ship's word stands right before a name, or a comma between it and a long one."""
    return words[at - 1] in _BEFORE or (end - at > 1 and _is_told(words, at))


def _is_told(words: list[str], at: int) -> bool:
    """Whether a name says which ship is meant: "the trawler, the Osage"."""
    return at > 2 and words[at - 2] == "," and words[at - 3] in _SHIPS


def _is_said(words: list[str], at: int, end: int) -> bool:
    """Whether the words before a name say that it is a ship's."""
    if words[at - 1] in _BEFORE or _is_told(words, at):
        return True
    if at < 2 or not _NO_SHIPS.isdisjoint(word.lower() for word in words[end - 1 : end + 1]):
        return False
    before = words[at - 2]
    if before in _DEEDS or words[max(0, at - 3) : at - 1] == ["on", "board"]:
        return True
    return before == "of" and at > 2 and words[at - 3].lower() in _PARTS
