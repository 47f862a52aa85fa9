"""QR symbols as rows of dark and light modules. The only home of segno.

Purpose: what a code looks like, worked out once for each text. Not here: drawing it (`qr.py`). Source: ISO/IEC 18004,
error correction M.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Any

Modules = tuple[tuple[bool, ...], ...]
_REMEMBERED = 64  # a kit has one for each tool and language; masks are tried in Python, 6 ms a symbol


@lru_cache(_REMEMBERED)
def modules(data: str) -> Modules:
    """The symbol for a text, True for dark, without the quiet zone."""
    code = _encoder().encode(data, error="m", boost_error=False, micro=False)
    return tuple(tuple(bool(cell) for cell in row) for row in code.matrix)


@lru_cache(1)
def _encoder() -> Any:
    """segno's encoder without segno's writers of image files: those load an HTTP client, 20 ms that draw nothing.

    The package is put in place unexecuted while its encoder is imported, and taken away again, so that whoever
    imports segno later gets all of it.
    """
    if "segno" in sys.modules:
        return import_module("segno.encoder")
    spec = find_spec("segno")
    if spec is None:
        raise ModuleNotFoundError("segno", name="segno")
    sys.modules["segno"] = module_from_spec(spec)
    try:
        return import_module("segno.encoder")
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "segno"]:
            del sys.modules[name]
