"""The form that goes with a shared tool: read from `share.yaml`, completed, judged, and written again.

Not here: its fields (`model/share.py`).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from sopprint.diagnostics import Diagnostic, Place
from sopprint.model.share import Share
from sopprint.source.load import decode
from sopprint.source.nodes import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sopprint.resources import Folder

FORM = "share.yaml"
HEAD = "# made by sopprint share: who made this tool, and what for"
_ASKED = {
    "title": "what the tool is called",
    "county": "which county or agency made it",
    "contact": "whom to ask about it: a team and its address",
    "purpose": "what it is for",
    "why": "why it was made",
    "audience": "whom it is for, such as children or parents",
    "languages": "in which languages it speaks",
}
_FLAGS = {"purpose": "--for", "audience": "--audience"}


def read_form(folder: Folder) -> Share:
    """A folder's form; empty where it has none. Raises SopprintError with every mistake in it."""
    return parse_form(folder.text(FORM), folder.shown(FORM)) if folder.exists(FORM) else Share()


def parse_form(text: str, file: str) -> Share:
    """A form from its text. Raises SopprintError."""
    return decode(read(text, file), Share)


def completed(form: Share, given: Mapping[str, object]) -> Share:
    """A form with what somebody gave besides laid over it; empty values change nothing."""
    return replace(form, **{name: value for name, value in given.items() if value})


def lacking(form: Share, file: str) -> Iterator[Diagnostic]:
    """SP801 for each field that is empty, SP802 where nobody said that the tool may be shared."""
    for name, meaning in _ASKED.items():
        if not getattr(form, name):
            hint = f"write “{name}:” in {FORM} beside layout.yaml, or give {_FLAGS.get(name, f'--{name}')}"
            yield Diagnostic("SP801", f"the form does not say {meaning}", Place(file), (hint,))
    if not form.permission:
        hint = "when your county has agreed, write “permission: true” or give --permission"
        yield Diagnostic("SP802", "nobody has said that this tool may be shared", Place(file), (hint,))


def written(form: Share) -> str:
    """The form as YAML; its words are in quotes as JSON has them, which YAML 1.2 reads alike."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(form).items() if value)
    return "\n".join((HEAD, *lines)) + "\n"
