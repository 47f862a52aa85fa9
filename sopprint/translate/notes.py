"""What a translator is told of a text: what it is, to whom it speaks, what must stay, and the terms to keep to.

Not here: how long it may be (`measure.py`), file formats.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sopprint.check.languages import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopprint.resolve.texts import Text
    from sopprint.source.nodes import Node
    from sopprint.translate.owner import Owner

_FILLS_IN = "Speaks to whoever fills in the poster: to a child informally (Spanish: tú), to adults politely (usted)."
_LEADS = "Speaks to the adult who leads the meeting, politely (Spanish: usted)."
_SAID = "Words to say aloud to the child or family: short, plain, warm."
_KINDS = (
    (r"title", "The poster’s title, its largest words."),
    (r"purpose", f"The line under the title. {_FILLS_IN}"),
    (r"zones\..*\.alt", "Not printed: a screen reader reads it aloud. Says what the drawing is and what it is for."),
    (r"zones\.[^.]+\.name", "The name of a part of the poster, printed large."),
    (r"zones\.[^.]+\.over", "Small words that stand above the name and begin it."),
    (r"zones\.[^.]+\.(near|far)", "The end of a path or scale."),
    (r"zones\.[^.]+\.ticks\..*", "A mark on a scale."),
    (r"zones\.[^.]+\.items\..*", "One of a list, beside an icon, a box or in the first column of a table."),
    (r"zones\.[^.]+\.slots\..*\.name", "A label beside a line to write on."),
    (r"zones\.[^.]+\.columns\..*\.name", "The head of a column."),
    (r"zones\..*", f"A question or hint in a part of the poster. {_FILLS_IN}"),
    (r"footer\.how_to\..*", f"How to use the poster, small at its foot. {_LEADS}"),
    (r"footer\.ticks\..*", "Words beside a tick box at the foot of the poster."),
    (r"footer\.credit", "Credits the makers of the tool. Names of people stay as they are."),
    (r"guide\.prompts\.zones\..*\.say\..*", f"In the guide. {_SAID}"),
    (r"guide\.(subtitle|audience)", "On the cover of the facilitator guide."),
    (r"guide\.staff\..*", f"In the quick guide for line staff, where room is short. {_LEADS}"),
    (r"guide\.leaders\..*", "In the quick guide for supervisors and leaders, where room is short. Polite (usted)."),
    (r"guide\..*", f"In the facilitator guide. {_LEADS}"),
)
_VARIANT = re.compile(r"variants\.([^.]+)\.(.*)")
_COMMENT = re.compile(r"(?:^|\s)#\s?(.*)$")
_FIELDS = re.compile(r":\d+(?:\||$)")
_MARKS = (("**", "**bold**"), (":::", "lines that begin with :::"), ("](", "links"))
_TERM_AT_LEAST = 4  # letters: shorter names are in too many words


class Notes(Struct, frozen=True):
    """Notes on the texts of one owner. `terms`: names of the poster with their translations; `lines` of its file."""

    terms: tuple[tuple[re.Pattern[str], str], ...]
    files: Mapping[str, tuple[str, ...]]
    is_tool: bool

    @classmethod
    def of(cls, owner: Owner, source: str, said: Mapping[str, Text], made: Mapping[str, Text]) -> Notes:
        """Names that are translated already (`made`) make the terms. Raises SopprintError."""
        files = {}
        for file in (owner.shipped(source), owner.file(source)):
            files[file.shown] = tuple((file.text() or "").split("\n"))
        return cls(tuple(_terms(said, made)), files, owner.is_tool)

    def of_text(self, text: Text) -> tuple[str, ...]:
        """What to tell a translator about a text, one sentence or two each."""
        notes = (*self._kind(text), *_kept(text), *self._named(text), *self._said(text.node))
        return tuple(note for note in notes if note)

    def _kind(self, text: Text) -> tuple[str, ...]:
        variant = _VARIANT.fullmatch(text.name)
        name = variant[2] if variant else text.name
        kind = next((said for pattern, said in _KINDS if re.fullmatch(pattern, name)), "")
        if not self.is_tool:
            return ("Printed on every poster and guide, or read aloud by a screen reader.",)
        return (f"In the variant “{variant[1]}” only.", kind) if variant else (kind,)

    def _named(self, text: Text) -> tuple[str, ...]:
        if not text.name.startswith("guide."):
            return ()
        return tuple(said for pattern, said in self.terms if pattern.search(text.forms[0]))[:3]

    def _said(self, node: Node) -> tuple[str, ...]:
        """The comment that stands after the words, or in the line above them."""
        lines, start = self.files.get(node.file, ()), (node.key_span or node.span)[0].line
        if start >= len(lines):
            return ()
        above = lines[start - 1].strip() if start else ""
        after = _COMMENT.search(lines[node.span[1].line][node.span[1].column :]) if not node.is_list else None
        found = (above[1:] if above.startswith("#") and start > 1 else "", after[1] if after else "")
        return tuple(comment.strip() for comment in found if comment.strip())


def _terms(said: Mapping[str, Text], made: Mapping[str, Text]) -> list[tuple[re.Pattern[str], str]]:
    """Title and names of zones with their translations, so that guide and poster say the same."""
    found = []
    for name, text in said.items():
        if re.fullmatch(r"title|zones\.[^.]+\.name", name) and len(text.forms[0]) >= _TERM_AT_LEAST:
            there = made[name].forms[0] if name in made else ""
            known = f" as “{there}”" if there else ", to be translated in the same way"
            pattern = re.compile(rf"\b{re.escape(text.forms[0])}\b")
            found.append((pattern, f"“{text.forms[0]}” is on the poster{known}."))
    return found


def _kept(text: Text) -> tuple[str, ...]:
    """What must not be translated."""
    first = text.forms[0]
    braces = dict.fromkeys(PLACEHOLDER.findall(first))
    marks = [what for sign, what in _MARKS if sign in first]
    return (
        f"Keep as it is: {', '.join(braces)}." if braces else "",
        f"Markdown: keep {', '.join(marks)}." if marks else "",
        f"After ::: say stand the very words. {_SAID}" if "::: say" in first else "",
        "Fields of a form with their widths: keep |, : and the numbers." if _FIELDS.search(first) else "",
    )
