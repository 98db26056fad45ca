"""A block of data inside the page: JSON, deflated where that is smaller."""

from __future__ import annotations

import base64
import zlib
from typing import Any

from geomap.page.security import write_json


def write_block(name: str, data: Any) -> str:
    """Write a ``script`` element that holds ``data`` and is never run.

    The page finds it by ``id``, and reads ``data-packing``: ``json``, or ``deflate`` for base64
    of zlib data (RFC 1950), which the browser's ``DecompressionStream`` undoes.
    """
    text = write_json(data)
    packed = base64.b64encode(zlib.compress(text.encode("utf-8"), 6)).decode("ascii")
    packing, content = ("deflate", packed) if len(packed) < len(text) else ("json", text)
    return (
        f'<script type="application/json" id="{name}" data-packing="{packing}">{content}</script>'
    )
