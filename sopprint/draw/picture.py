"""A county's own art: an SVG or PNG file placed in a box, as large as fits.

Purpose: pictures in tools, and logos. Files are never trusted: SVG is a strict subset, a PNG is not decoded here, and
whatever is refused is reported with what to do. Not here: reading the SVG (`svg.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic, Place, Severity
from sopprint.draw import png, svg
from sopprint.geometry import Box, Matrix

if TYPE_CHECKING:
    from sopprint.color import Color
    from sopprint.draw.lettering import Align
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Picture

LEAST_PPI = 150.0


def draw(spec: Picture, box: Box, pen: Pen) -> None:
    colour = pen.colour(spec.colour) if spec.colour else None
    figure = pen.figure(spec.zone)
    drawn = place_art(
        pen, pen.files(spec.file), box, align="center", colour=colour, tag=figure, name="picture",
        place=Place(spec.file),
    )  # fmt: skip
    pen.region("zone", spec.zone, drawn)


def place_art(
    pen: Pen,
    data: bytes,
    box: Box,
    *,
    align: Align,
    colour: Color | None,
    tag: int | None,
    name: str,
    place: Place | None = None,
) -> Box:
    """Draw an SVG or PNG file as large as fits into `box` (u), middle high; returns the box it fills.

    `colour` paints all of an SVG in one colour. Art that is refused is reported as SP205 and leaves the box empty;
    a PNG under 150 pixels to the inch as the warning SP206, one that cannot take `colour` as SP207.
    """
    try:
        if data.startswith(png.SIGNATURE):
            return _place_png(pen, data, box, align, colour, tag, name, place)
        return _place_svg(pen, svg.read(data), box, align, colour, tag, name)
    except svg.SvgError as error:
        at = replace(place, line=error.line, column=1) if place else None
        hints = (error.hint,) if error.hint else ()
        pen.report.add(Diagnostic("SP205", str(error), at, hints))
    except png.PngError as error:
        pen.report.add(Diagnostic("SP205", str(error), place, ("save a smaller PNG, or an SVG",)))
    return Box(box.left, box.top, box.left, box.top)


def _fitted(box: Box, width: float, height: float, align: Align) -> Box:
    scale = min(box.width / width, box.height / height)
    w, h = width * scale, height * scale
    left = {"left": box.left, "center": box.center.x - w / 2, "right": box.right - w}[align]
    return Box.sized(left, box.center.y - h / 2, w, h)


def _place_svg(pen: Pen, art: svg.Art, box: Box, align: Align, colour: Color | None, tag: int | None, name: str) -> Box:
    at = _fitted(box, art.view.width, art.view.height, align)
    scale = at.width / art.view.width
    matrix = Matrix.shift(-art.view.left, -art.view.top).then(Matrix.scale(scale)).then(Matrix.shift(at.left, at.top))
    with pen.upright(at):
        for shape in art.shapes:
            pen.paint(
                shape.path.transformed(matrix),
                fill=colour if colour and shape.fill else shape.fill,
                stroke=colour if colour and shape.stroke else shape.stroke,
                width=shape.width * scale, even_odd=shape.even_odd, tag=tag, name=name,
            )  # fmt: skip
    return at


def _place_png(
    pen: Pen, data: bytes, box: Box, align: Align, colour: Color | None, tag: int | None, name: str, place: Place | None
) -> Box:
    size = png.size_of(data)
    at = _fitted(box, size.width, size.height, align)
    ppi = size.width / (at.width * pen.unit / 72)
    if ppi < LEAST_PPI - 0.5:
        _warn(
            pen, "SP206", f"the PNG has {ppi:.0f} pixels to the inch on {pen.paper}; it will look soft", place,
            "hand in an SVG, or a PNG with 300 pixels to the printed inch",
        )  # fmt: skip
    if colour is not None:
        _warn(pen, "SP207", "a PNG keeps its own colours", place, "hand in an SVG to have it in one colour")
    pen.image(at, data, tag=tag, name=name)
    return at


def _warn(pen: Pen, code: str, message: str, place: Place | None, hint: str) -> None:
    pen.report.add(Diagnostic(code, message, place, (hint,), Severity.WARNING))
