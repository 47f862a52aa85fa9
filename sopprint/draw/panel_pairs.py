"""Panels in two languages: taller head bands and foot strips, and where words stand in a head of four lines.

Purpose: what two languages change of `panel.py`, by the sizes that a panel asks for and never by its words, so that
panels side by side stay level. Not here: pairs as such (`pairs.py`). Source: design language, section 14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sopprint.draw.lettering import fit, put

if TYPE_CHECKING:
    from sopprint.draw.lettering import Lettering
    from sopprint.draw.pen import Pen
    from sopprint.model.elements import Panel
    from sopprint.resolve.words import Phrase

_TIGHTER: Final = 16.0  # less air in a head band than one language has
_FOOT_TIGHTER: Final = 8.0
_CAP: Final = 0.7  # of the title's size
_TOP, _BOTTOM = 28.0, 30.0  # from the outline to the title, from the last baseline to the divider
_APART: Final = 1.35  # prompt sizes from the title's last line to the prompt's first
_PROMPT, _SMALL_PROMPT = 50.0, 46.0
_SMALL_TITLE: Final = 80.0


def roomier(spec: Panel, pen: Pen) -> Panel:
    """The panel with a head and a foot that hold two languages."""
    foot = spec.foot + pen.extra("tick", spec.foot_size) - _FOOT_TIGHTER if spec.foot else 0.0
    return replace(spec, head=_head(spec, pen), foot=foot)


def _head(spec: Panel, pen: Pen) -> float:
    if not spec.head:
        return 0.0
    if spec.prompt == "below" and pen.maybe(spec.zone, "prompt") is not None:
        return _prompt_at(spec, pen) + pen.extra("prompt", _prompt_size(spec)) + _BOTTOM
    return spec.head + pen.extra("panel-title", spec.title_size) - _TIGHTER


def _prompt_size(spec: Panel) -> float:
    return _SMALL_PROMPT if spec.title_size < _SMALL_TITLE else _PROMPT


def _title_at(spec: Panel, pen: Pen) -> float:
    return pen.weight("zone") + _TOP + _CAP * spec.title_size


def _prompt_at(spec: Panel, pen: Pen) -> float:
    return _title_at(spec, pen) + pen.extra("panel-title", spec.title_size) + _APART * _prompt_size(spec)


def prompt_below(
    pen: Pen, spec: Panel, left: float, top: float, room: float, tag: int, name: Phrase, prompt: Phrase
) -> tuple[Lettering, Lettering]:
    """Set title and prompt one under the other, each with its second language."""
    title = fit(pen, name, "panel-title", room, size=spec.title_size, shared=True)
    put(pen, title, left, top + _title_at(spec, pen), tag=tag)
    made = fit(pen, prompt, "prompt", room, size=_prompt_size(spec), shared=True)
    put(pen, made, left, top + _prompt_at(spec, pen), tag=pen.tag("P", pen.sect(spec.zone)))
    return title, made
