"""What keeps a page of strangers' texts harmless: escaping, and a policy for the browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any
from urllib.parse import urlsplit

#: Where the policy goes in the page's head; must come before the first script.
POLICY_SLOT = "<!-- content-security-policy -->"

_INLINE = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)

#: Scheme, host and port, with nothing in them that could add to the policy.
_TILES = re.compile(r"(https?://(?:\{s\}\.)?[A-Za-z0-9.-]+(?::\d+)?)/[^\s\"';,<>]*")

#: Control characters but tab and line feed, and halves of surrogate pairs: no text has a use
#: for them, and browsers disagree about them. One character stands for one, so offsets hold.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """Replace what cannot be shown by U+FFFD, character by character.

    Examples
    --------
    >>> clean("a" + chr(0) + "b") == "a" + chr(0xFFFD) + "b"
    True
    """
    return _UNFIT.sub("\ufffd", text.replace("\r", " "))


def web_address(url: str) -> str:
    """Return ``url`` when a reader may follow it (http or https), else an empty string.

    Examples
    --------
    >>> web_address("javascript:alert(1)")
    ''
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return clean(url.strip()) if parts.scheme in ("http", "https") and parts.netloc else ""


def tile_host(url: str) -> str:
    """The host of a tile address as a source for the policy; ``{s}`` is any subdomain.

    Raises
    ------
    ValueError
        When ``url`` is no address of tiles: http or https, with ``{z}``, ``{x}`` and ``{y}``.

    Examples
    --------
    >>> tile_host("https://{s}.tiles.example.org/{z}/{x}/{y}.png")
    'https://*.tiles.example.org'
    """
    found = _TILES.fullmatch(url.strip())
    if not found or not all(mark in url for mark in ("{z}", "{x}", "{y}")):
        raise ValueError(
            f"{url!r} is no address of tiles; write one like "
            "https://tile.example.org/{z}/{x}/{y}.png"
        )
    return found[1].replace("{s}", "*")


def write_json(data: Any) -> str:
    """Write JSON that can stand inside a ``script`` element (HTML standard, 4.12.1.3)."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def add_policy(html: str, image_host: str = "") -> str:
    """Put a Content-Security-Policy into a page that allows only what the page itself holds.

    Scripts and styles are named by hash (CSP level 3, section 2.3.1), images must be in the
    page or come from ``image_host`` (a CSP host source), and nothing may be fetched, framed,
    submitted or embedded.
    """
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for element, content in _INLINE.findall(html):
        source = f"'sha256-{_digest(content)}'"
        if source not in hashes[element]:
            hashes[element].append(source)
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(hashes['script'])}",
            f"style-src {' '.join(hashes['style'])}",
            f"img-src data: {image_host}".rstrip(),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(POLICY_SLOT, meta, 1)


def _digest(content: str) -> str:
    # The browser hashes what it parsed, with line ends made one (HTML standard, 13.2.3.5).
    parsed = content.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(parsed.encode("utf-8")).digest()).decode("ascii")
