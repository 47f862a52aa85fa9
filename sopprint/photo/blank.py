"""The empty poster that photographs are compared with: its page from the same layout, its picture from the same PDF.

Everything after this works in u with the origin at the top left of the trim. Not here: which poster a photograph shows.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np

from sopprint.draw.marks import CELLS, PATTERNS
from sopprint.errors import SopprintError
from sopprint.frame import About
from sopprint.layout.poster import lay_out
from sopprint.pdf.painter import paint
from sopprint.photo.values import Blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.geometry import Box
    from sopprint.paper import Orientation, Paper
    from sopprint.photo.arrays import Image, Points
    from sopprint.resolve.library import Library


def blank(
    library: Library,
    tool: str,
    lang: str,
    paper: Paper,
    orientation: Orientation | None = None,
    variant: str | None = None,
) -> Blank:
    """Lay the empty poster out.

    Raises SopprintError for a tool, language or variant that there is not, and for a poster that cannot be printed: one
    without its words, for want of a font, would have no tick box that means anything.
    """
    document = library.document(tool, lang=lang, paper=paper, orientation=orientation, variant=variant)
    laid = lay_out(document)
    if laid.report.errors:
        raise SopprintError(laid.report.errors)
    return Blank(
        tool=tool,
        edition=document.tool.edition,
        lang=lang,
        variant=variant,
        paper=paper.name,
        orientation=document.orientation,
        page=laid.page,
        unit=document.unit,
    )


def size(blank: Blank) -> tuple[float, float]:
    """Width and height of the trimmed poster in u."""
    return blank.page.size.width / blank.unit, blank.page.size.height / blank.unit


def pixels(blank: Blank, scale: float) -> tuple[int, int]:
    """Width and height of its picture at `scale` pixels per u."""
    width, height = size(blank)
    return math.ceil(width * scale - 1e-6), math.ceil(height * scale - 1e-6)


def picture(blank: Blank, scale: float) -> Image:
    """The empty poster in sRGB at `scale` pixels per u."""
    import pypdfium2

    file = pypdfium2.PdfDocument(paint([blank.page], About(blank.tool, blank.lang)))
    try:
        drawn = file[0].render(scale=scale / blank.unit).to_numpy()[..., :3]
        rgb = cv2.cvtColor(np.ascontiguousarray(drawn), cv2.COLOR_BGR2RGB)
    finally:
        file.close()
    width, height = pixels(blank, scale)
    pad = ((0, max(0, height - rgb.shape[0])), (0, max(0, width - rgb.shape[1])), (0, 0))
    return np.pad(rgb, pad, mode="edge")[:height, :width].astype(np.uint8)


def marks(blank: Blank) -> Mapping[int, Points]:
    """The corners of each corner mark by its id, 4 x 2, clockwise from the mark's own top left.

    The page's regions hold a mark with one cell of quiet white around it.
    """
    ids = {corner: index for index, corner in enumerate(PATTERNS)}
    found = {}
    for region in blank.page.regions:
        if region.kind == "mark" and region.name in ids:
            cell = region.box.width / (CELLS + 2)
            box = region.box.inset(cell).scaled(1 / blank.unit)
            found[ids[region.name]] = np.array(
                [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)], np.float64
            )
    return found


def zones(blank: Blank) -> tuple[tuple[str, Box], ...]:
    """Zones and their boxes in u; one zone may have several."""
    return tuple((r.name, r.box.scaled(1 / blank.unit)) for r in blank.page.regions if r.kind == "zone")
