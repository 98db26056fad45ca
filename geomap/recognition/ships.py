"""Ships: they have names of places, and a text says which are ships.

"The ram Albemarle", "aboard the Southfield", "the crew of the Osage", and "the Osage" wherever
the text has it once it has said so.
"""

from __future__ import annotations

from collections.abc import Iterator

from geomap.recognition.tokens import Tokens

#: What stands right before a ship's name.
_SHIPS = frozenset(
    """bark barque battleship brig brigantine corvette cruiser destroyer frigate galliot gunboat
    ironclad minesweeper privateer ram schooner sloop steamboat steamer steamship submarine tanker
    trawler tugboat warship whaler HMS HMAS HMCS RMS USS MV H.M.S. U.S.S. S.S.""".split()
)
#: What is of a ship, before "of the"; and what is done to one, before "the".
_PARTS = frozenset("captain crew hulk hull master passengers sinking stokers wreck".split())
_DEEDS = frozenset("aboard boarded sank sunk torpedoed".split())
#: What these are not: "aboard the London train", "the wreck of the Paris express".
_NO_SHIPS = frozenset(
    "bus coach express flight mail metro plane railway shuttle to train tram underground -".split()
)
_LONGEST = 3


def find_ships(tokens: Tokens) -> set[tuple[int, int]]:
    """Return the spans of words that are ships' names.

    Examples
    --------
    >>> from geomap.recognition.tokens import split_tokens
    >>> tokens = split_tokens("The ram Tampa sank the Dover. Off Dover the Tampa lay.")
    >>> sorted(find_ships(tokens))
    [(2, 3), (5, 6), (10, 11)]
    """
    words = tokens.words
    runs = list(_list_runs(tokens))
    found = {(at, end) for at, end in runs if _is_said(words, at, end)}
    names = {" ".join(words[at:end]) for at, end in found}
    if not names:
        return found
    return found | {
        (at, end)
        for at, end in runs
        if words[at - 1].lower() == "the" and " ".join(words[at:end]) in names
    }


def _list_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield where capitalised words begin behind others in lower case, and end."""
    words, capitals = tokens.words, tokens.capitals
    for at in capitals:
        before = words[at - 1] if at else ""
        if not before or (before not in _SHIPS and before.lower() != "the"):
            continue
        end = at + 1
        while end < min(len(words), at + _LONGEST) and words[end][:1].isupper():
            end += 1
        yield at, end


def _is_said(words: list[str], at: int, end: int) -> bool:
    """Whether the words before a name say that it is a ship's."""
    if words[at - 1] in _SHIPS:
        return True
    if at < 2 or not _NO_SHIPS.isdisjoint(word.lower() for word in words[end - 1 : end + 1]):
        return False
    before = words[at - 2]
    if before in _DEEDS or words[max(0, at - 3) : at - 1] == ["on", "board"]:
        return True
    return before == "of" and at > 2 and words[at - 3].lower() in _PARTS
