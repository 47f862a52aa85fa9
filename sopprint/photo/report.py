"""What is told of a filled poster: lines for a worker, or data for other programs.

No file name, no time, nothing of the photographs but what was seen on them. Not here: printing (`cli/photo.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.photo.filled import Filled
    from sopprint.photo.outputs import Output
    from sopprint.photo.values import Finding

_STATES = {"empty": "not ticked", "ticked": "ticked", "unclear": "cannot be read"}


def lines(filled: Filled, outputs: Sequence[Output]) -> Iterator[str]:
    """For people: which poster, findings worst first, what is hidden and why, the boxes, the files."""
    blank = filled.blank
    photos = f"{filled.photos} photo{'s' * (filled.photos != 1)}"
    yield f"{filled.title}, edition {blank.edition}, {blank.lang}, {blank.paper} {blank.orientation}: {photos}"
    for finding in filled.findings:
        yield from finding_lines(finding)
    for decision in filled.verdict.decisions:
        if decision.hidden:
            yield f"  hidden: {decision.name} ({decision.why})"
    for reading in filled.readings:
        if reading.tick.meaning != "other" and reading.state != "empty":
            owner = filled.privacy.name(reading.tick.zone) if reading.tick.zone else ""
            yield f"  box: {owner}, “{reading.tick.label}”: {_STATES[reading.state]}"
    for output in outputs:
        yield f"  file: {output.name}{f'  {output.note}' if output.note else ''}"


def finding_lines(finding: Finding) -> Iterator[str]:
    """One finding and what to do about it."""
    yield f"  {finding.level}: {finding.message}"
    if finding.hint:
        yield f"    hint: {finding.hint}"


def as_data(filled: Filled, outputs: Sequence[Output]) -> dict[str, Any]:
    """For other programs. Keys are stable; `findings` have the codes of docs/photos.md."""
    blank = filled.blank
    return {
        "tool": blank.tool,
        "title": filled.title,
        "variant": blank.variant,
        "edition": blank.edition,
        "language": blank.lang,
        "paper": blank.paper,
        "orientation": blank.orientation,
        "photos": filled.photos,
        "zones": [
            {"zone": d.zone, "name": d.name, "hidden": d.hidden, "reason": d.reason or None, "why": d.why or None}
            for d in filled.verdict.decisions
        ],
        "boxes": [
            {"zone": r.tick.zone, "label": r.tick.label, "meaning": r.tick.meaning, "about": r.tick.about,
             "state": r.state}
            for r in filled.readings
        ],
        "findings": [finding_data(finding) for finding in filled.findings],
        "files": [{"name": output.name, "bytes": len(output.data)} for output in outputs],
    }  # fmt: skip


def finding_data(f: Finding) -> dict[str, Any]:
    return {"level": f.level, "code": f.code, "message": f.message, "zone": f.zone, "hint": f.hint or None}
