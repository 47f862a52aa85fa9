"""Writes what others are given to draw. The Three Houses page: `page.py` for `floor.py`, and `page.typ` for typst.

For the guide see `prepare_guide.py`. Run as: python prepare.py poster|guide FOLDER
"""

from __future__ import annotations

import py_compile
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sopprint.frame import PathItem, TextItem
from sopprint.paper import paper
from sopprint.products.order import Order
from sopprint.products.poster import arrange
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library

if TYPE_CHECKING:
    from sopprint.frame import Page

FAMILIES = {"fredoka": "Fredoka", "noto-sans": "Noto Sans"}


def main(folder: Path) -> None:
    page = arrange(Workshop(Library.open()), Order("three-houses", paper("arch-d"))).page
    module = folder / "page.py"
    module.write_text(as_python(page), encoding="utf-8")
    py_compile.compile(str(module))
    (folder / "page.typ").write_text(as_typst(page), encoding="utf-8")


def as_python(page: Page) -> str:
    size = page.size
    faces = {item.face for item in page.items if isinstance(item, TextItem)}
    items = [data(item, size.height) for item in page.items if isinstance(item, TextItem | PathItem)]
    fonts = sorted((face.name, face.path) for face in faces)
    return f"SIZE = {(size.width, size.height)!r}\nFONTS = {tuple(fonts)!r}\nITEMS = {tuple(items)!r}\n"


def data(item: TextItem | PathItem, height: float) -> tuple[Any, ...]:
    """An item with its origin at the bottom left, as ReportLab has it."""
    if isinstance(item, TextItem):
        return ("text", item.face.name, item.size, item.color.screen, item.x, round(height - item.y, 3), item.text)
    flipped = item.path.mapped(lambda x, y: (round(x, 3), round(height - y, 3)))
    fill, stroke = (color.screen if color else None for color in (item.fill, item.stroke))
    return ("path", flipped.segments, fill, stroke, item.width, item.dash)


def as_typst(page: Page) -> str:
    lines = [f"#set page(width: {page.size.width}pt, height: {page.size.height}pt, margin: 0pt)"]
    lines += [typst_item(item) for item in page.items if isinstance(item, TextItem | PathItem)]
    return "\n".join(lines) + "\n"


def typst_item(item: TextItem | PathItem) -> str:
    if isinstance(item, TextItem):
        family = FAMILIES.get(Path(item.face.path).parent.name, "Atkinson Hyperlegible Next")
        weight = re.findall(r"\d{3}", Path(item.face.path).stem)[-1]
        words = item.text.replace("\\", "\\\\").replace('"', '\\"')
        style = f'font: "{family}", weight: {weight}, size: {item.size}pt, fill: rgb("{item.color.hex}")'
        edges = 'top-edge: "baseline", bottom-edge: "baseline"'
        return f'#place(dx: {item.x}pt, dy: {item.y}pt, box(text({style}, {edges}, "{words}")))'
    fill = f'rgb("{item.fill.hex}")' if item.fill else "none"
    stroke = typst_stroke(item) if item.stroke else "none"
    drawn = ", ".join(typst_segment(op, v) for op, v in item.path.segments)
    return f"#place(curve(fill: {fill}, stroke: {stroke}, {drawn}))"


def typst_stroke(item: PathItem) -> str:
    color = item.stroke.hex if item.stroke else ""
    return f'(paint: rgb("{color}"), thickness: {item.width}pt, cap: "round", join: "round")'


def typst_segment(op: str, v: tuple[float, ...]) -> str:
    points = ", ".join(f"({v[i]:.3f}pt, {v[i + 1]:.3f}pt)" for i in range(0, len(v), 2))
    return {
        "M": f"curve.move({points})",
        "L": f"curve.line({points})",
        "C": f"curve.cubic({points})",
        "Z": "curve.close()",
    }[op]


if __name__ == "__main__":
    if sys.argv[1] == "guide":
        from prepare_guide import prepare

        prepare(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[2]))
