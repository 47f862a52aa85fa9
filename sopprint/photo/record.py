"""The record sheet: what was photographed, what is hidden and why, how good it is, and who did what with it.

One page to keep with the pictures. It holds no name and no date: blanks are there to be filled in by hand. Not here:
layout (`forms.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.model.blocks import Box
from sopprint.photo import forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.model.blocks import Block
    from sopprint.photo.filled import Filled
    from sopprint.text.typesetter import Typesetter

TITLE = "Photo record"
_STATES = {"empty": "not ticked", "ticked": "ticked", "unclear": "cannot be read"}
_LEVELS = {"error": "Must be looked at", "warning": "Look at", "note": "Note"}


def record_sheet(filled: Filled, setter: Typesetter) -> bytes:
    """The sheet as PDF."""
    return forms.sheet(tuple(_blocks(filled)), filled, setter, TITLE)


def _blocks(filled: Filled) -> Iterator[Block]:
    yield forms.heading(1, TITLE)
    yield Box("lead", {}, (forms.text(f"{filled.title}. Confidential. Keep it with the pictures of the poster."),))
    yield from _poster(filled)
    yield forms.heading(2, "Parts of the poster")
    rows = [(d.name, "Hidden" if d.hidden else "Shown", d.why or "nothing speaks against it")
            for d in filled.verdict.decisions]  # fmt: skip
    yield forms.table(("Part", "In the pictures", "Why"), rows, (3, 2, 5))
    yield from _boxes(filled)
    yield from _findings(filled)
    yield forms.heading(2, "Fill in by hand")
    yield forms.form(
        "Initials:2|Date of the meeting:2|Case or team, initials only:3",
        "Looked through by:3|Date:2",
        "Uploaded by:3|Date:2",
        "Poster wiped, photos deleted by:3|Date:2",
    )


def _poster(filled: Filled) -> Iterator[Block]:
    blank = filled.blank
    rows = (
        ("Tool", f"{filled.title} ({blank.tool}{f', {blank.variant}' if blank.variant else ''})"),
        ("Edition", f"{blank.edition}, language {blank.lang}"),
        ("Page", f"{blank.paper}, {blank.orientation}"),
        ("Poster", f"number {filled.number}, from {filled.photos} photo{'s' * (filled.photos != 1)}"),
    )
    yield forms.table(("What", "Which"), rows, (2, 8))


def _boxes(filled: Filled) -> Iterator[Block]:
    """How the boxes were read, so that a mistake can be seen."""
    told = [r for r in filled.readings if r.tick.meaning != "other"]
    if told:
        yield forms.heading(2, "Boxes about sharing, as read")
        rows = [(_owner(filled, r.tick.zone), r.tick.label, _STATES[r.state]) for r in told]
        yield forms.table(("Part", "Box", "Reading"), rows, (3, 4, 3))


def _owner(filled: Filled, zone: str | None) -> str:
    return filled.privacy.name(zone) if zone else "foot of the poster"


def _findings(filled: Filled) -> Iterator[Block]:
    yield forms.heading(2, "What was noticed")
    if not filled.findings:
        yield forms.text("Nothing. All of the poster can be read.")
        return
    rows = [(_LEVELS[f.level], f"{f.message}.{f' To do: {f.hint}.' if f.hint else ''}") for f in filled.findings]
    yield forms.table(("Weight", "What"), rows, (2, 8))
