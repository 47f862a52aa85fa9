"""What leaves a mark: fills, strokes, shadings, pictures, forms and pattern cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopprint.geometry import Box, Matrix
from sopprint.press.preflight.content import spaces
from sopprint.press.preflight.content.machine import moved
from sopprint.press.preflight.facts import Paint, Picture, Space
from sopprint.press.preflight.objects import (
    UnreadableError,
    decoded,
    filters,
    get,
    key,
    number,
    numbers,
    rectangle,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.press.preflight.content.machine import Machine
    from sopprint.press.preflight.content.tokens import Operand

NOTHING = Box(1e7, 1e7, 1e7, 1e7)  # a clip that shows nothing
_UNIT = Box(0, 0, 1, 1)
_INLINE_FILTERS = {"LZW": "LZWDecode", "Fl": "FlateDecode", "DCT": "DCTDecode"}.get


def fill(m: Machine) -> None:
    box = m.outline()
    if box is None:
        return
    state = m.state
    _cell(m, state.fill_pattern, box)
    m.put("fill", box, state.fill, alpha=state.fill_alpha, overprint=state.fill_overprint, size=_thickness(box))


def _thickness(box: Box) -> float:
    """The narrow side: rules are often drawn as thin filled boxes."""
    return min(box.width, box.height)


def stroke(m: Machine) -> None:
    outline = m.outline()
    if outline is None:
        return
    state = m.state
    width = abs(state.line_width) * state.scale
    box = outline.outset(width / 2)
    _cell(m, state.stroke_pattern, box)
    m.put("stroke", box, state.stroke, alpha=state.stroke_alpha, overprint=state.stroke_overprint, size=width)


def shade(m: Machine, shading: Any) -> None:
    """`sh` fills the clip."""
    if shading is not None:
        state, paint = m.state, spaces.shading(shading, m.resources)
        m.put("shade", state.clip, paint, alpha=state.fill_alpha, overprint=state.fill_overprint)


def external(m: Machine, thing: Any, name: str) -> None:
    """`Do`: a picture, a form, or something that no press file may have."""
    kind = word(get(thing, "/Subtype"))
    if get(thing, "/OPI") is not None:
        m.sketch.forbidden["OPI (a stand-in for a picture elsewhere)"] = None
    if kind == "PS" or get(thing, "/PS") is not None or word(get(thing, "/Subtype2")) == "PS":
        m.sketch.forbidden["PostScript code"] = None
    if get(thing, "/Ref") is not None:
        m.sketch.forbidden["a reference to another file"] = None
    if kind == "Image":
        _picture(m, thing, name)
    elif kind == "Form":
        _form(m, thing)


def _form(m: Machine, form: Any) -> None:
    group = get(form, "/Group")
    if word(get(group, "/S")) == "Transparency":
        space = get(group, "/CS")
        m.sketch.groups["" if space is None else spaces.read(space, m.resources).family] = None
    own = numbers(get(form, "/Matrix"), 6)
    matrix = (Matrix(*own) if own else Matrix()).then(m.state.matrix)
    frame = rectangle(get(form, "/BBox"))
    clip = m.state.clip
    if frame is not None:
        framed = moved(frame, matrix)
        clip = _both(framed, clip)
    play(m, form, m.inner(get(form, "/Resources"), matrix, clip))


def _both(a: Box, b: Box) -> Box:
    left, top, right, bottom = max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)
    return Box(left, top, right, bottom) if left <= right and top <= bottom else NOTHING


def _cell(m: Machine, pattern: Any, box: Box) -> None:
    """A tiling pattern's cell, once: its marks are taken to be all over what is painted with it."""
    if get(pattern, "/PatternType") == 1:
        own = numbers(get(pattern, "/Matrix"), 6)
        matrix = (Matrix(*own) if own else Matrix()).then(Matrix(d=-1))
        seen = _both(box, m.state.clip)
        play(m, pattern, m.inner(get(pattern, "/Resources"), matrix, None, seen))


def play(m: Machine, stream: Any, inner: Machine) -> None:
    """Run a form's or cell's content unless it is running already or is nested too deep."""
    sketch = m.sketch
    identity = key(stream)
    if m.depth >= sketch.budget.bounds.depth or identity in sketch.running:
        sketch.unread["forms are nested in themselves, or too deep"] = None
        return
    if identity:
        sketch.running.add(identity)
    try:
        sketch.filters.update(dict.fromkeys(filters(stream)))
        sketch.play(inner, decoded(stream, sketch.budget.bounds))
    except UnreadableError as failure:
        sketch.unread[str(failure)] = None
    finally:
        sketch.running.discard(identity or (0, 0))


def _picture(m: Machine, image: Any, name: str) -> None:
    m.sketch.filters.update(dict.fromkeys(filters(image)))
    if get(image, "/Alternates") is not None:
        m.sketch.forbidden["alternate pictures"] = None
    stencil = get(image, "/ImageMask") is True
    space = m.state.fill.space if stencil else spaces.read(get(image, "/ColorSpace"), m.resources)
    bits = 1 if stencil else int(number(get(image, "/BitsPerComponent"), 8))
    size = number(get(image, "/Width")), number(get(image, "/Height"))
    mask = get(image, "/SMask")
    blended = mask is not None or number(get(image, "/SMaskInData")) > 0
    _place(m, name, size, bits, space, stencil=stencil, blended=blended)


def inline(m: Machine, given: Mapping[str, Operand]) -> None:
    """An inline picture (8.9.7), with short or long keys."""

    def value(short: str, long: str) -> Operand | None:
        return given.get(short, given.get(long))

    stencil = value("IM", "ImageMask") is True
    named = value("CS", "ColorSpace")
    palette = named[1] if isinstance(named, list) and len(named) > 1 else named
    space = spaces.read(palette, m.resources) if isinstance(palette, str) else spaces.UNKNOWN
    bits = 1 if stencil else int(number(value("BPC", "BitsPerComponent"), 8))
    packed = value("F", "Filter")
    for each_filter in packed if isinstance(packed, list) else [packed]:
        if isinstance(each_filter, str):
            m.sketch.filters[_INLINE_FILTERS(each_filter, each_filter)] = None
    size = number(value("W", "Width")), number(value("H", "Height"))
    _place(m, "inline", size, bits, m.state.fill.space if stencil else space, stencil=stencil, blended=False)


def _place(
    m: Machine, name: str, size: tuple[float, float], bits: int, space: Space, *, stencil: bool, blended: bool
) -> None:  # fmt: skip
    state, matrix = m.state, m.state.matrix
    sides = (matrix.a**2 + matrix.b**2) ** 0.5, (matrix.c**2 + matrix.d**2) ** 0.5
    ppi = min(pixels * 72 / side if side > 0 else 0.0 for pixels, side in zip(size, sides, strict=True))
    picture = Picture(name, int(size[0]), int(size[1]), bits, ppi, space, stencil)
    m.put(
        "mask" if stencil else "image", moved(_UNIT, matrix), state.fill if stencil else Paint(space),
        alpha=0.0 if blended else state.fill_alpha, overprint=state.fill_overprint, name=name, picture=picture,
    )  # fmt: skip
