"""ReportLab, loaded once with settings that no user file or environment variable can change.

Not for drawing: `canvas.py` subclasses what is loaded here. Everything else in `pdf/` that needs a ReportLab name
imports it from this module, so that the preparations below always come first.

Three preparations:
- Pillow is loaded lazily. ReportLab imports it at the top for images; most posters have none, and it is a fifth of
  ReportLab's import time.
- Temporary files and the evaluator of expressions, which nothing of ours calls, load when first called: another tenth.
- `rl_config` reads `~/.reportlab_settings`, a `reportlab_settings` module and RL_* variables at import. They would
  change our bytes (or stop the import with a ValueError), so the variables are out of sight meanwhile, and every value
  that our path through ReportLab reads is then set here. What ReportLab binds as default arguments, `canvas.py` passes.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SETTINGS = {
    "canvas_baseColor": None,  # else a colour operator before the first item
    "canvas_basefontname": "Helvetica",  # never used: the preamble is ours
    "defaultImageCaching": 0,
    "documentLang": None,
    "invariant": 1,
    "pageCompression": 1,
    "pdfComments": 0,
    "pdfMultiLine": 0,
    "useA85": 0,  # images too: ASCII85 costs a quarter
    "wrapA85": 0,
}
_POSTPONED = {
    "reportlab.lib.rl_safe_eval": ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"),
    "reportlab.lib.rltempfile": ("get_rl_tempfile", "get_rl_tempdir"),
}


def _delay_pillow() -> None:
    """Put a lazy `PIL.Image` in place; it loads itself when ReportLab first touches it for an image."""
    if "PIL.Image" in sys.modules:
        return
    spec = importlib.util.find_spec("PIL.Image")
    if spec is None or spec.loader is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules["PIL.Image"] = module
    spec.loader.exec_module(module)
    # The import system binds a submodule to its package only when it loads it; `import PIL.Image` relies on that.
    sys.modules["PIL"].Image = module  # type: ignore[attr-defined]


def _called_later(module: str, function: str) -> Callable[..., Any]:
    def call(*args: Any, **more: Any) -> Any:
        return getattr(importlib.import_module(module), function)(*args, **more)

    return call


@contextmanager
def _postponed() -> Iterator[None]:
    """Functions that ReportLab imports by name, which no lazy loader can delay; stand-ins only while it loads."""
    missing = [module for module in _POSTPONED if module not in sys.modules]
    for module in missing:
        stand_in = sys.modules[module] = ModuleType(module)
        for function in _POSTPONED[module]:
            setattr(stand_in, function, _called_later(module, function))
    try:
        yield
    finally:
        for module in missing:
            del sys.modules[module]


@contextmanager
def _without_overrides() -> Iterator[None]:
    hidden = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    try:
        yield
    finally:
        os.environ.update(hidden)


_delay_pillow()
with _without_overrides(), _postponed():
    from reportlab import rl_config
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfdoc import PDFObject
    from reportlab.pdfbase.pdfdoc import PDFPage as ReportLabPage
    from reportlab.pdfbase.pdfdoc import format as serialize
    from reportlab.pdfgen.canvas import Canvas as ReportLabCanvas

for _key, _value in _SETTINGS.items():
    setattr(rl_config, _key, _value)

__all__ = ["ImageReader", "PDFObject", "ReportLabCanvas", "ReportLabPage", "serialize"]
