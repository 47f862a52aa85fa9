"""The transcript form: a heading and a field for each zone that is shown, for the words as they were written.

A picture cannot be searched or read aloud; somebody has to type what it says. Hidden zones have no place here. Not
here: reading handwriting, which nothing in this program does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopprint.model.blocks import Box
from sopprint.photo import forms, zones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.model.blocks import Block
    from sopprint.photo.filled import Filled
    from sopprint.text.typesetter import Typesetter

TITLE = "Transcript"
_LEAST, _MOST = 2, 9  # lines for a zone
_PER_LINE: Final = 260_000.0  # u² of a zone's area; a house on a large poster gets seven


def transcript_form(filled: Filled, setter: Typesetter) -> bytes:
    """The form as PDF, to be typed into or printed."""
    return forms.sheet(tuple(_blocks(filled)), filled, setter, TITLE)


def _blocks(filled: Filled) -> Iterator[Block]:
    yield forms.heading(1, TITLE)
    lead = f"{filled.title}. Write what the poster says, word for word, with its mistakes. Initials in place of names."
    yield Box("lead", {}, (forms.text(lead),))
    for zone in filled.verdict.shown:
        words = filled.document.words
        yield forms.heading(2, filled.privacy.name(zone))
        prompt = words.phrase("zones", zone, "prompt")
        if prompt is not None:
            yield Box("small", {}, (forms.text(prompt.text),))
        yield forms.typed(zone, filled.privacy.name(zone), _line_count(filled, zone))
    if filled.verdict.hidden:
        hidden = ", ".join(d.name for d in filled.verdict.decisions if d.hidden)
        yield forms.text(f"Not in the pictures, and not to be written here: {hidden}.")
    yield forms.form("Typed by:3|Date:2|Compared with the picture by:3", names="typed-by|date|compared-by")


def _line_count(filled: Filled, zone: str) -> int:
    box = zones.largest(filled.blank, zone)
    return max(_LEAST, min(_MOST, round(box.width * box.height / _PER_LINE)))
