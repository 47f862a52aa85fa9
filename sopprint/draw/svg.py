"""A county's own SVG art as plain shapes: a strict subset, read without ever resolving anything outside the file.

Purpose: paths, basic shapes, groups and transforms, flat fills and strokes. What the subset lacks is refused by name,
with the line and what to do, because art that silently loses parts is worse than none. Not here: where the art goes
(`picture.py`), path data (`svgpath.py`).
Source: SVG 1.1, chapters 7 to 11.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from msgspec import Struct, field
from msgspec.structs import replace

from sopprint.draw.svgshapes import SHAPES, ShapeError
from sopprint.draw.svgstyle import INHERIT, Paint, Style, StyleError, styled
from sopprint.geometry import Box, Matrix, Path

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 500_000
MAX_ELEMENTS = 5_000
MAX_SEGMENTS = 100_000
MAX_DEPTH = 50

_SVG = "http://www.w3.org/2000/svg"
_SILENT = frozenset({"title", "desc", "metadata"})
_GROUPS = frozenset({"svg", "g", "defs"})
_ADVICE = {
    "text": "turn text into paths (in Inkscape: Path, Object to Path)",
    "image": "trace the picture, or hand it in as a PNG file",
    "use": "unlink copies (in Inkscape: Edit, Clone, Unlink)",
    "style": "save as plain SVG with presentation attributes",
    "linearGradient": "use flat colours", "radialGradient": "use flat colours", "pattern": "use flat colours",
    "filter": "remove shadows and blurs", "mask": "cut the shape instead", "clipPath": "cut the shape instead",
    "script": "remove it", "foreignObject": "remove it", "symbol": "unlink copies of it",
}  # fmt: skip
_REFUSED = {
    "class": "save as plain SVG with presentation attributes", "clip-path": "cut the shape instead",
    "mask": "cut the shape instead", "filter": "remove shadows and blurs", "href": "remove the link",
    "stroke-dasharray": "turn the line into a path", "marker-start": "turn the line into a path",
    "marker-mid": "turn the line into a path", "marker-end": "turn the line into a path",
}  # fmt: skip
_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_ARGUMENTS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3)}
_LENGTH = re.compile(r"\s*([0-9.]+(?:[eE][-+]?\d+)?)\s*(?:px)?\s*")


class SvgError(ValueError):
    """Art that is not drawn. `line` is where in the file, from 1; `hint` says what to do."""

    def __init__(self, message: str, line: int, hint: str = "") -> None:
        super().__init__(message)
        self.line = line
        self.hint = hint


class Shape(Struct, frozen=True):
    """One shape to paint, in the art's own units. `width` is the stroke's."""

    path: Path
    fill: Paint
    stroke: Paint
    width: float
    even_odd: bool


class Art(Struct, frozen=True):
    """Shapes in paint order and the box they are drawn for."""

    view: Box
    shapes: tuple[Shape, ...]


class _State(Struct, frozen=True):
    matrix: Matrix
    style: Style
    drawn: bool = True


def read(data: bytes) -> Art:
    """Read an SVG file. Raises SvgError for what is outside the subset or its limits."""
    if len(data) > MAX_BYTES:
        raise SvgError(f"the SVG is larger than {MAX_BYTES // 1000} kB", 1, "simplify the drawing")
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        raise SvgError("the file is neither an SVG nor a PNG", 1, "save the art as plain SVG or as PNG")
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)  # noqa: FBT003 expat knows no names
    except expat.ExpatError as error:
        raise SvgError(f"this is not well-formed XML: {expat.ErrorString(error.code)}", error.lineno) from error
    if reader.view is None:
        raise SvgError("this file has no svg element", 1)
    return Art(reader.view, tuple(reader.shapes))


class _Reader(Struct):
    """Walks the file once with expat, which is told to resolve nothing."""

    shapes: list[Shape] = field(default_factory=list)
    view: Box | None = None
    parser: expat.XMLParserType = field(default_factory=lambda: expat.ParserCreate(namespace_separator=" "))
    _states: list[_State] = field(default_factory=lambda: [_State(Matrix(), INHERIT)])
    _skipping: int = 0  # depth inside an element whose content is not drawn
    _elements: int = 0
    _segments: int = 0

    def __post_init__(self) -> None:
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.ProcessingInstructionHandler = self.instruction

    def refuse(self, message: str, hint: str = "") -> NoReturn:
        raise SvgError(message, self.parser.CurrentLineNumber, hint)

    def doctype(self, *_: object) -> None:
        self.refuse("a DOCTYPE is not allowed in art", "delete the line that starts with <!DOCTYPE")

    def entity(self, *_: object) -> None:
        self.refuse("entities are not allowed in art")

    def instruction(self, target: str, _: str) -> None:
        self.refuse(f"the instruction “{target}” is not allowed in art", "save as plain SVG")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MAX_ELEMENTS:
            self.refuse(f"the SVG has more than {MAX_ELEMENTS} elements", "simplify the drawing")
        space, _, name = tag.rpartition(" ")
        if self._skipping or name in _SILENT or space not in ("", _SVG):
            self._skipping += 1
            return
        self._open(name, attributes)

    def end(self, _: str) -> None:
        if self._skipping:
            self._skipping -= 1
        else:
            self._states.pop()

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name not in _GROUPS and name not in SHAPES:
            self.refuse(f"the SVG element <{name}> cannot be drawn", _ADVICE.get(name, "remove it"))
        if len(self._states) > MAX_DEPTH:
            self.refuse(f"groups are nested more than {MAX_DEPTH} deep", "ungroup the drawing")
        self._check(attributes)
        if name == "svg":
            self._begin(attributes)
        state = self._states[-1]
        try:
            matrix = _transform(attributes.get("transform", "")).then(state.matrix)
            style = styled(state.style, attributes)
            self._states.append(_State(matrix, style, state.drawn and name != "defs"))
            if name in SHAPES and self._states[-1].drawn:
                self._draw(SHAPES[name](attributes))
        except (ShapeError, StyleError) as error:
            self.refuse(f"<{name}>: {error}", getattr(error, "hint", ""))

    def _check(self, attributes: Mapping[str, str]) -> None:
        for key in attributes:
            name = key.rpartition(" ")[2]
            if name in _REFUSED:
                self.refuse(f"the SVG attribute “{name}” cannot be drawn", _REFUSED[name])
            if name.startswith("on"):
                self.refuse(f"the SVG attribute “{name}” is a script", "remove it")

    def _begin(self, attributes: Mapping[str, str]) -> None:
        if self.view is not None:
            self.refuse("an svg element inside another cannot be drawn", "ungroup it")
        self.view = self._view_box(attributes)

    def _view_box(self, attributes: Mapping[str, str]) -> Box:
        try:
            numbers = [float(n) for n in attributes.get("viewBox", "").replace(",", " ").split()]
        except ValueError:
            numbers = []
        if not numbers:
            sides = [_LENGTH.fullmatch(attributes.get(key, "")) for key in ("width", "height")]
            numbers = [0.0, 0.0, *(float(side[1]) for side in sides if side)]
        if len(numbers) != 4 or min(numbers[2:]) <= 0:
            self.refuse("the svg element needs a viewBox of four numbers", 'add viewBox="0 0 width height"')
        return Box.sized(*numbers)

    def _draw(self, path: Path) -> None:
        self._segments += len(path.segments)
        if self._segments > MAX_SEGMENTS:
            self.refuse(f"the drawing has more than {MAX_SEGMENTS} path segments", "simplify the drawing")
        state = self._states[-1]
        style, m = state.style, state.matrix
        if path.segments and (style.fill is not None or style.stroke is not None):
            scale = abs(m.a * m.d - m.b * m.c) ** 0.5
            shape = Shape(path.transformed(m), style.fill, style.stroke, style.width * scale, style.even_odd)
            self.shapes.append(shape if shape.stroke is not None else replace(shape, width=0.0))


def _transform(text: str) -> Matrix:
    """A transform list as one matrix, the last written applied first. Raises StyleError."""
    made, at = Matrix(), 0
    text = text.strip()
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        if match is None:
            raise StyleError(f"“{text}” is not a transform")
        made = _step(match[1], match[2]).then(made)
        at = match.end()
    return made


def _step(name: str, arguments: str) -> Matrix:
    try:
        v = [float(n) for n in arguments.replace(",", " ").split()]
    except ValueError:
        v = []
    if len(v) not in _ARGUMENTS.get(name, ()):
        raise StyleError(f"the transform “{name}({arguments})” cannot be drawn", "ungroup, then save again")
    if name == "matrix":
        return Matrix(*v)
    if name == "translate":
        return Matrix.shift(v[0], v[1] if len(v) == 2 else 0.0)
    if name == "scale":
        return Matrix.scale(v[0], v[-1])
    x, y = v[1:] if len(v) == 3 else (0.0, 0.0)
    return Matrix.shift(-x, -y).then(Matrix.turn(v[0])).then(Matrix.shift(x, y))
