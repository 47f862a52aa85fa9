"""Which zones are hidden, and who said so: the layout, the child's tick boxes, or the command line.

Purpose: one decision for each zone, as a value that the pictures, the record sheet and the report all follow. When in
doubt a zone is hidden. Not here: reading ticks (`shareboxes.py`), painting (`hide.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.photo.values import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sopprint.photo.shareboxes import Privacy, Reading
    from sopprint.photo.values import Blank

Reason = Literal["", "asked", "private", "ticked-private", "kept-off", "not-permitted", "unclear"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says: zones to hide, and zones to show although they would be hidden."""

    hide: tuple[str, ...] = ()
    show: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What happens to a zone. `why` is for people."""

    zone: str
    name: str
    hidden: bool
    reason: Reason = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision for each zone of the poster, in working order, and what a worker must know about them."""

    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def hidden(self) -> tuple[str, ...]:
        return tuple(d.zone for d in self.decisions if d.hidden)

    @property
    def shown(self) -> tuple[str, ...]:
        return tuple(d.zone for d in self.decisions if not d.hidden)


def zones_of(blank: Blank) -> tuple[str, ...]:
    """The zones that are on the poster, each once."""
    return tuple(dict.fromkeys(r.name for r in blank.page.regions if r.kind == "zone"))


def require_known(wishes: Wishes, known: Iterable[str]) -> None:
    """Raise SopprintError (SP707, usage) for a zone that no poster in the photographs has.

    A mistyped name would otherwise show what somebody wants hidden.
    """
    names = sorted(set(known))
    for zone in (*wishes.hide, *wishes.show):
        if zone not in names:
            near = get_close_matches(zone, names, 1)
            hint = f"did you mean {near[0]}?" if near else f"the zones are {', '.join(names)}"
            message = f"no poster in the photographs has a zone “{zone}”"
            raise SopprintError([Diagnostic("SP707", message, hints=(hint,))], ExitCode.USAGE)
    both = sorted(set(wishes.hide) & set(wishes.show))
    if both:
        message = f"“{both[0]}” cannot be hidden and shown"
        raise SopprintError([Diagnostic("SP707", message)], ExitCode.USAGE)


def decide(blank: Blank, privacy: Privacy, readings: Sequence[Reading], wishes: Wishes) -> Verdict:
    """A decision for every zone of a poster."""
    present = zones_of(blank)
    ordered = [z for z in privacy.names if z in present]
    ordered += [z for z in present if z not in ordered]
    decisions = tuple(_decision(zone, privacy, readings, wishes) for zone in ordered)
    return Verdict(decisions, (*_overruled(decisions, readings, wishes), *_questions(privacy, readings)))


def _decision(zone: str, privacy: Privacy, readings: Sequence[Reading], wishes: Wishes) -> Decision:
    name = privacy.name(zone)
    if zone in wishes.hide:
        return Decision(zone, name, hidden=True, reason="asked", why="asked for with --hide")
    told = _told(zone, readings)
    if told is None and zone in privacy.private:
        told = ("private", "always kept off photographs, unless asked for with --show")
    if told is None:
        return Decision(zone, name, hidden=False)
    if zone in wishes.show and told[0] != "kept-off":
        return Decision(zone, name, hidden=False, reason=told[0], why="asked for with --show")
    return Decision(zone, name, hidden=True, reason=told[0], why=told[1])


def _told(zone: str, readings: Sequence[Reading]) -> tuple[Reason, str] | None:
    """What the poster's own boxes say against showing a zone."""
    about = [r for r in readings if r.tick.about == zone]
    for reading in about:
        label = reading.tick.label
        if reading.tick.meaning == "off-photo" and reading.state == "ticked":
            return "kept-off", f"“{label}” is ticked on the poster"
        if reading.tick.meaning == "private" and reading.state == "ticked":
            return "ticked-private", f"“{label}” is ticked on the poster"
        if reading.tick.meaning == "private" and reading.state == "unclear":
            return "unclear", f"perhaps “{label}” is ticked on the poster; it cannot be read"
    for reading in about:
        if reading.tick.meaning == "permit" and reading.state != "ticked" and _any_permitted(reading, readings):
            return "not-permitted", f"“{reading.tick.label}” is not ticked on the poster, and others are"
    return None


def _any_permitted(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether somebody used these boxes: an untouched list says nothing."""
    return any(
        r.tick.meaning == "permit" and r.tick.zone == reading.tick.zone and r.state == "ticked" for r in readings
    )


def _overruled(decisions: Sequence[Decision], readings: Sequence[Reading], wishes: Wishes) -> Iterator[Finding]:
    """Where the command line and the poster disagree."""
    for d in decisions:
        if d.reason == "private" and not d.hidden:
            yield Finding("note", "private-shown", f"“{d.name}” is shown because --show names it", d.zone)
        elif d.reason and not d.hidden:
            told = _told(d.zone, readings)
            message = f"“{d.name}” is shown because --show names it, but {told[1] if told else 'the poster says no'}"
            yield Finding(
                "warning", "against-poster", message, d.zone, "only with a supervisor’s word; write down whose"
            )
        elif d.reason == "kept-off" and d.zone in wishes.show:
            message = f"“{d.name}” stays hidden although --show names it: {d.why}"
            yield Finding("warning", "kept-off", message, d.zone)
        elif d.reason == "unclear":
            yield Finding("warning", "box-unclear", f"“{d.name}” is hidden: {d.why}", d.zone, "ask, and use --show")


def _questions(privacy: Privacy, readings: Sequence[Reading]) -> Iterator[Finding]:
    """What the ticks leave open."""
    for reading in readings:
        zone, label = reading.tick.about, reading.tick.label
        if reading.tick.meaning == "ask" and reading.state != "empty" and zone is not None:
            message = f"“{label}” is ticked for “{privacy.name(zone)}”: ask before anybody sees this"
            yield Finding("warning", "ask-first", message, zone, f"use --hide {zone} if the answer is no")
        if reading.tick.meaning == "share" and reading.state == "ticked" and zone and _also_private(zone, readings):
            message = f"“{privacy.name(zone)}” is ticked both “{label}” and private"
            yield Finding("warning", "boxes-disagree", message, zone, "ask which is meant; it is hidden until then")
    for zone in privacy.permits:
        boxes = [r for r in readings if r.tick.zone == zone and r.tick.meaning == "permit"]
        if boxes and not any(r.state == "ticked" for r in boxes):
            message = f"nothing is ticked under “{privacy.name(zone)}”, so nothing is hidden for it"
            yield Finding("warning", "no-permission", message, zone, "ask what may be shared; use --hide for the rest")


def _also_private(zone: str, readings: Sequence[Reading]) -> bool:
    return any(r.tick.about == zone and r.tick.meaning == "private" and r.state == "ticked" for r in readings)
