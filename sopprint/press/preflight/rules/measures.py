"""Numbers as a report says them, and the findings that many rules make alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopprint.diagnostics import Severity
from sopprint.press.preflight.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sopprint.geometry import Box
    from sopprint.press.preflight.facts import Mark, Paint, Sheet, Survey

_POINTS = 72
SLACK = 0.05  # points; boxes are often written with few digits
_FAINT = 0.005  # an ink below half a per cent prints nothing


def inches(points: float) -> str:
    return f"{round(points / _POINTS, 4):g} in"


def points(length: float) -> str:
    return f"{round(length, 3):g} pt"


def percent(share: float) -> str:
    return f"{round(share, 1):g} %"


def size(box: Box) -> str:
    return f"{round(box.width / _POINTS, 3):g} x {round(box.height / _POINTS, 3):g} in"


def build(paint: Paint) -> str:
    """A colour as printers write it: "C 60 M 40 Y 40 K 100"."""
    short = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
    return " ".join(f"{short.get(name, name)} {share * 100:.0f}" for name, share in paint.inks if share > 0)


def inks(paint: Paint) -> int:
    """How many inks a colour needs in register."""
    return sum(share > _FAINT for _, share in paint.inks)


def black(paint: Paint) -> bool:
    """Solid black and nothing else, in a space where it can overprint."""
    others = sum(share for name, share in paint.inks if name != "Black")
    return paint.share("Black") == 1 and others == 0


def printed(survey: Survey, *kinds: str) -> Iterable[tuple[Sheet, Mark]]:
    """Marks of some kinds that are on the finished pages or their bleed."""
    return ((sheet, mark) for sheet in survey.sheets for mark in sheet.printed() if mark.kind in kinds)


def at(
    sheet: Sheet, mark: Mark, rule: str, message: str, remedy: str, severity: Severity = Severity.ERROR, *,
    measured: str = "", limit: str = "",
) -> Finding:  # fmt: skip
    """A finding about one mark."""
    return Finding(rule, message, remedy, severity, sheet.number, mark.box, measured, limit)
