"""Which function draws which element: one line each. A new element is its settings class, its file and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from sopprint.model import elements as spec

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen
    from sopprint.geometry import Box


class Draw(Protocol):
    """Draw an element into a box (u)."""

    def __call__(self, spec: spec.Element, box: Box, pen: Pen) -> None: ...


# Modules are named, not imported, so that a poster loads only the elements it shows.
MODULES: dict[type[spec.Element], str] = {
    spec.House: "house",
    spec.Space: "space",
    spec.Dome: "dome",
    spec.Trail: "trail",
    spec.Circle: "circle",
    spec.Circles: "circles",
    spec.Panel: "panel",
    spec.Field: "field",
    spec.Slots: "slots",
    spec.Table: "table",
    spec.Score: "score",
    spec.Scale: "scale",
    spec.Ticks: "ticks",
    spec.Checks: "checks",
    spec.IconList: "iconlist",
    spec.MarkKey: "markkey",
    spec.Heading: "heading",
    spec.Text: "wording",
    spec.WriteLines: "writelines",
    spec.Chips: "chips",
    spec.Tab: "tab",
    spec.Icon: "icon",
    spec.Picture: "picture",
    spec.QR: "qr",
    spec.CornerMark: "marks",
}


def drawer(kind: type[spec.Element]) -> Draw:
    """The function that draws this kind of element. Raises KeyError for containers."""
    found: Draw = import_module(f"sopprint.draw.{MODULES[kind]}").draw
    return found
