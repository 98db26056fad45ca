"""Signatures: which letters each half of a name has, one bit for each.

Names that are an edit apart differ in few bits (as in the bag distance of Bartolini, Ciaccia &
Patella 2002, a bound of the edit distance), and counting those of a quarter of a million names
takes less than comparing a hundred of them letter by letter. So signatures tell which of many
candidates are worth it, and find among the better-known names those that a slip has put out of
the reach of skeletons (`gazetteer.skeleton`).
"""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

import numpy as np

from gazetteer.index import Array
from gazetteer.spelling import bare

#: Names of places with less prominence are not scanned.
_SCANNED_FROM = 3.6
_LONGEST = 255
_NEWLINE = ord("\n")
_LETTERS = len(ascii_lowercase)
#: A look is a signature, above it the length of the name, and above that the prominence of its
#: best-known place in quarters: what tells how promising a key is, to be fetched at once.
_SIGNATURE_BITS, _LENGTH_BITS = 2 * _LETTERS, 6
_SIGNATURE = np.uint64((1 << _SIGNATURE_BITS) - 1)
_WHOLE = np.uint64((1 << _LETTERS) - 1)
_LONGEST_LOOK = (1 << _LENGTH_BITS) - 1
_LENGTH = np.uint64(_LONGEST_LOOK << _SIGNATURE_BITS)
_PROMINENCE_STEP, _MOST_STEPS = 0.25, 63
_BIT = {letter: 1 << number for number, letter in enumerate(ascii_lowercase)}


def signatures_of(keys: Sequence[str]) -> Array:
    """Signatures of folded names; shape (len(keys),), uint64.

    Examples
    --------
    >>> one, other = signatures_of(["bozhou", "bozou"]).tolist()
    >>> (one ^ other).bit_count()
    1
    """
    text = bare("\n".join(keys)) + "\n"
    data = np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8)
    ends = np.flatnonzero(data == _NEWLINE)
    starts = np.append(0, ends[:-1] + 1)
    sizes = (ends - starts).astype(np.int32)
    behind = np.arange(len(data), dtype=np.int32)
    behind -= np.repeat(starts.astype(np.int32), sizes + 1)
    second_half = 2 * behind >= np.repeat(sizes, sizes + 1)
    bits = data - ord("a") + _LETTERS * second_half
    is_letter = (data >= ord("a")) & (data <= ord("z"))
    masks = np.where(is_letter, np.uint64(1) << (bits & 63).astype(np.uint64), np.uint64(0))
    found: Array = np.bitwise_or.reduceat(masks, starts)
    return found


def few_signatures(keys: Sequence[str]) -> list[int]:
    """Signatures of a few folded names, without numpy's overhead."""
    found = []
    for name in bare("\n".join(keys)).split("\n"):
        half = (len(name) + 1) // 2
        first, second = set(name[:half]), set(name[half:])
        bits = sum([_BIT.get(letter, 0) for letter in first])
        found.append(bits | sum([_BIT.get(letter, 0) for letter in second]) << _LETTERS)
    return found


def signature_sections(keys: Sequence[str], prior: Array) -> dict[str, Array]:
    """Looks of all keys, and the signatures of those to scan in order of their length.

    ``prior`` is the prominence of the best-known place of each key, shape (len(keys),).
    """
    keys = [key if key.isascii() else "" for key in keys]
    lengths = np.fromiter((len(bare(key)) for key in keys), dtype=np.int64, count=len(keys))
    lengths = np.minimum(lengths, _LONGEST)
    signatures = signatures_of(keys)
    scanned = np.flatnonzero((prior >= _SCANNED_FROM) & (lengths > 0))
    scanned = scanned[np.argsort(lengths[scanned], kind="stable")]
    return {
        "key_look": _looks_of(signatures, lengths, prior),
        "scanned_key": scanned.astype(np.uint32),
        "scanned_signature": signatures[scanned],
        "scanned_start": np.searchsorted(lengths[scanned], np.arange(_LONGEST + 2)),
    }


def _looks_of(signatures: Array, lengths: Array, prior: Array) -> Array:
    steps = np.clip(np.rint(prior / _PROMINENCE_STEP), 0, _MOST_STEPS).astype(np.uint64)
    looks = signatures | np.minimum(lengths, _LONGEST_LOOK).astype(np.uint64) << _SIGNATURE_BITS
    packed: Array = looks | steps << _SIGNATURE_BITS + _LENGTH_BITS
    return packed


def signatures_in(looks: Array) -> Array:
    """The signatures of looks."""
    signatures: Array = looks & _SIGNATURE
    return signatures


def letters_in(signatures: Array) -> Array:
    """Which letters names have, in whichever half."""
    letters: Array = (signatures | signatures >> _LETTERS) & _WHOLE
    return letters


def has_letters(looks: Array) -> Array:
    """Whether the names of looks have any letters; bool."""
    some: Array = looks & _LENGTH != 0
    return some


def beside_signatures(looks: Array) -> Array:
    """What looks hold beside the signatures, as a number (`looks_beside_signatures`)."""
    beside: Array = (looks >> _SIGNATURE_BITS).view(np.int64)
    return beside


def looks_beside_signatures() -> tuple[Array, Array]:
    """The length and the prominence, to a quarter, that each number of `beside_signatures` is."""
    steps, lengths = np.divmod(np.arange((_MOST_STEPS + 1) << _LENGTH_BITS), 1 << _LENGTH_BITS)
    return lengths, steps * _PROMINENCE_STEP


def bits_apart(signatures: Array, others: Array) -> Array:
    """How many bits signatures differ in; uint8 (numpy before 2.0 has no ``bitwise_count``)."""
    differing = signatures ^ others
    if hasattr(np, "bitwise_count"):
        counts: Array = np.bitwise_count(differing)
        return counts
    as_bytes = np.ascontiguousarray(differing)[..., None].view(np.uint8)
    counts = np.unpackbits(as_bytes, axis=-1).sum(axis=-1)
    return counts


class Scan:
    """The better-known names, to be looked through by signature."""

    def __init__(self, keys: Array, signatures: Array, starts: Array) -> None:
        self._keys, self._signatures, self._starts = keys, signatures, starts

    def alike(self, signature: Array, length: int, most_bits: int, longer: int) -> Array:
        """Key ids within so many bits of a signature and so many letters of a length."""
        last = len(self._starts) - 1
        first = self._starts[min(max(length - longer, 0), last)]
        end = self._starts[min(length + longer + 1, last)]
        near = np.flatnonzero(bits_apart(self._signatures[first:end], signature) <= most_bits)
        found: Array = self._keys[first:end].take(near)
        return found
