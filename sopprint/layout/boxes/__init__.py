"""What each `::: name` draws: one small function a name, and a line in `BOXES`.

A box function turns a block and a room into slabs. Its options are those `source/markdown.py` lets through.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sopprint.layout.boxes.compose import Compose
    from sopprint.layout.composer import Room
    from sopprint.layout.flow import Slab
    from sopprint.model.blocks import Box


class BoxFunction(Protocol):
    """Compose one box."""

    def __call__(self, box: Box, room: Room, compose: Compose) -> list[Slab]: ...


BOXES: dict[str, str] = {
    "say": "outlined", "do": "outlined", "stop": "outlined", "note": "outlined",
    "columns": "columns", "column": "columns", "grid2": "columns",
    "facts": "lists", "rows": "lists", "signs": "lists", "step": "lists", "legend": "lists",
    "poster": "picture", "thumbnail": "thumbnail", "cards": "cards",
    "scale": "forms", "form": "forms", "sketch": "forms", "lines": "forms", "entry": "forms",
    "contents": "pages", "lead": "pages", "small": "pages", "credits": "pages",
    "cover": "front", "banner": "front",
}  # fmt: skip


def box_function(name: str) -> BoxFunction:
    """The function for a box name. Raises KeyError for an unknown one; `source/markdown.py` refuses those first."""
    module = import_module(f"sopprint.layout.boxes.{BOXES[name]}")
    found: BoxFunction = getattr(module, f"{name}_box")
    return found
