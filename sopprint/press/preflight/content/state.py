"""The graphics state (ISO 32000-1, 8.4), as a frozen value: saving and restoring it is keeping a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from sopprint.geometry import Box, Matrix
from sopprint.press.preflight.content import spaces
from sopprint.press.preflight.objects import each, get, number, word

if TYPE_CHECKING:
    from sopprint.press.preflight.content.glyphs import Face
    from sopprint.press.preflight.facts import Paint

EVERYWHERE = Box(-1e7, -1e7, 1e7, 1e7)
_BLACK = spaces.initial(spaces.GRAY)


class State(Struct, frozen=True):
    """`overprint` is (fill, stroke); `pattern` is the tiling pattern chosen for (fill, stroke), if any."""

    matrix: Matrix = Matrix()
    clip: Box = EVERYWHERE
    fill: Paint = _BLACK
    stroke: Paint = _BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    line_width: float = 1.0
    face: Face | None = None
    font_size: float = 0.0
    character_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0
    fill_overprint: bool = False
    stroke_overprint: bool = False
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend: str = "Normal"
    masked: bool = False

    def see_through(self, alpha: float) -> bool:
        """Whether painting with this alpha mixes with what is below (11.3)."""
        return alpha < 1 or self.masked or self.blend not in ("Normal", "Compatible")

    @property
    def scale(self) -> float:
        """How much longer a line comes out than it is written: the mean of both directions."""
        m = self.matrix
        return float(abs(m.a * m.d - m.b * m.c) ** 0.5)


def with_parameters(state: State, given: Any) -> State:
    """An ExtGState dictionary laid over the state (8.4.5), but for its font, which nobody sets that way.

    `op` follows `OP` where it is not given itself.
    """
    alpha = {name: get(given, f"/{name}") for name in ("ca", "CA")}
    stroke_over, fill_over = get(given, "/OP"), get(given, "/op")
    mask, blend, width = get(given, "/SMask"), get(given, "/BM"), get(given, "/LW")
    fill_over = stroke_over if fill_over is None else fill_over
    return replace(
        state,
        fill_alpha=number(alpha["ca"], state.fill_alpha),
        stroke_alpha=number(alpha["CA"], state.stroke_alpha),
        stroke_overprint=state.stroke_overprint if stroke_over is None else bool(stroke_over),
        fill_overprint=state.fill_overprint if fill_over is None else bool(fill_over),
        masked=state.masked if mask is None else word(mask) != "None",
        blend=state.blend if blend is None else word(each(blend)[0]) if each(blend) else "Normal",
        line_width=number(width, state.line_width),
    )
